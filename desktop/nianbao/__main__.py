"""`nianbao`: without an argument the window, else a command."""

import sys


def main() -> int:
    """Open the window or run a command; return the exit code.

    Commands never need Qt, and the window does not wait for what only commands need.
    A child process that reads a file from outside needs even less.
    """
    if sys.argv[1:2] == ["--apart"]:
        from nianbao.desk import jobs

        return jobs.serve(sys.argv[2:])
    if len(sys.argv) > 1:
        from nianbao import cli

        return cli.main(sys.argv[1:])
    from nianbao.ui.shell import application

    return application.run()


if __name__ == "__main__":
    sys.exit(main())
