"""`python3 dev.py package windows|deb|offline …`: build, and print the file's path last."""

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from installer import deb, release, wheelhouse, windows
from installer.program import QT, ROOT, Stop


def main(arguments: Sequence[str] | None = None) -> int:
    """Build what is asked for: 0 done, 1 not possible here, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")
    asked = _parser().parse_args(arguments)
    out = Path(asked.out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    try:
        for made in _build(asked.what, asked.arch, out):
            print(made)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _build(what: str, machine: str, out: Path) -> list[Path]:
    if what == "release":
        return release.build(out)
    if what == "windows":
        return windows.build(out)
    if what == "deb":
        return [deb.build(machine, out)]
    return wheelhouse.build(machine, out)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py package", description="做成可以安装的文件。")
    parser.add_argument(
        "what",
        choices=["windows", "deb", "offline", "release"],
        help="windows：安装程序和U盘版；deb：统信UOS、银河麒麟、Debian；offline：不联网装源代码；release：全部",
    )
    parser.add_argument("--arch", choices=list(QT), default="x86_64", help="处理器，默认x86_64")
    parser.add_argument(
        "-o", dest="out", default=str(ROOT / "dist"), metavar="DIR", help="放到哪里"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
