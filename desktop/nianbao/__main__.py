"""`nianbao`: the commands. The window, when there is one, opens without an argument."""

import sys

from nianbao import cli


def main() -> int:
    """Run a command and return its exit code."""
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
