"""`nianbao`: without an argument, or with a file, the window; else a command."""

import sys

from nianbao.machine import leftovers


def main() -> int:
    """Open the window or run a command; return the exit code.

    Commands never need Qt, and the window does not wait for what only commands need.
    A child process that reads a file from outside needs even less.
    """
    words = sys.argv[1:]
    if words[:1] == ["--apart"]:
        from nianbao.desk import jobs

        return jobs.serve(words[1:])
    leftovers.sweep()
    if words and not _is_file(words):
        from nianbao import cli

        return cli.main(words)
    from nianbao.ui.shell import application

    return application.run(words)


def _is_file(words: list[str]) -> bool:
    """Tell whether there is one file and nothing else, as a double click gives it.

    No command has a dot or a separator in its name, and every file that we open has one.
    """
    return len(words) == 1 and words[0][0:1] != "-" and any(mark in words[0] for mark in "./\\")


if __name__ == "__main__":
    sys.exit(main())
