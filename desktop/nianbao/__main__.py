"""`nianbao`: without an argument, or with a file, the window; else a command."""

import os
import sys

_AGAIN = "NIANBAO_UTF8"


def main() -> int:
    """Open the window or run a command; return the exit code.

    Commands never need Qt, and the window does not wait for what only commands need.
    A child process that reads a file from outside needs even less.
    """
    _name_files_in_utf8()
    words = sys.argv[1:]
    if words[:1] == ["--apart"]:
        from nianbao.desk import jobs

        return jobs.serve(words[1:])
    if words and not _is_file(words):
        from nianbao import cli

        return cli.main(words)
    return _show(words)


def _show(words: list[str]) -> int:
    """Open the window; where the computer cannot show one, say why and return 1."""
    from nianbao.errors import NianbaoError
    from nianbao.machine import leftovers
    from nianbao.ui.shell.system import display

    try:
        display.look()
        from nianbao.ui.shell import application

        leftovers.sweep()
        return application.run(words)
    except NianbaoError as error:
        sys.stderr.write(f"{error}\n")
    except ImportError as error:
        if ".so" not in str(error):
            raise
        sys.stderr.write(f"{display.lacking(str(error))}\n")
    return 1


def _name_files_in_utf8() -> None:
    """Start anew where the locale is GB18030 or the like: on the disk all names are UTF-8."""
    plain = sys.platform == "win32" or sys.getfilesystemencoding() == "utf-8"
    if not plain and _AGAIN not in os.environ:
        environment = {**os.environ, "PYTHONUTF8": "1", _AGAIN: "1"}
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606


def _is_file(words: list[str]) -> bool:
    """Tell whether there is one file and nothing else, as a double click gives it.

    No command has a dot or a separator in its name, and every file that we open has one.
    """
    return len(words) == 1 and words[0][0:1] != "-" and any(mark in words[0] for mark in "./\\")


if __name__ == "__main__":
    sys.exit(main())
