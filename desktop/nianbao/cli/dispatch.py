"""The command line: which command it is, and what becomes of its errors.

A command's own module is imported only when it runs: `nianbao --help` needs none of them.
"""

import locale
import sys
from collections.abc import Sequence
from errno import EINVAL
from importlib import import_module
from threading import Timer

from nianbao.cli.parser import parser
from nianbao.errors import NianbaoError

_COMMANDS = {
    "demo": "making.demo",
    "draft": "making.draft",
    "render": "making.render",
    "fill": "making.fill",
    "read": "looking.read",
    "figures": "looking.figures",
    "relations": "looking.relations",
    "text": "looking.text",
    "check": "checking.check",
    "changes": "checking.changes",
    "import": "workspace.import_",
    "history": "workspace.history",
    "undo": "workspace.undo",
    "redo": "workspace.redo",
    "doctor": "workspace.doctor",
    "correct": "correct.command",
    "probe": "probe.command",
    "backup": "backups.back_up",
    "restore": "backups.restore",
    "export-open": "backups.write_open",
    "import-open": "backups.read_open",
}
"""Where in this room each command is."""

_REMIND_AFTER = 15  # seconds after which a command says that it is still at work
_STILL_AT_WORK = "内容很多，还在处理，请稍候；要停下，请按Ctrl+C。"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command: 0 done, 1 findings or a refusal, 2 wrong usage."""
    _utf8()
    arguments = parser().parse_args(argv)
    from nianbao.machine import leftovers

    leftovers.sweep()
    reminder = Timer(_REMIND_AFTER, print, [_STILL_AT_WORK], {"file": sys.stderr})
    reminder.daemon = True
    reminder.start()
    try:
        module, name = _COMMANDS[arguments.command].split(".")
        found = import_module(f"nianbao.cli.{module}")
        code: int = getattr(found, name)(arguments)
    except NianbaoError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("已停下。", file=sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001 - the outermost handler: a fault of ours
        if _has_seen_enough(error):
            sys.stdout = None
            return 0
        from nianbao.machine import fault_log

        path = fault_log.record(error)
        print(f"程序内部出错（{type(error).__name__}），原有内容没有改动。", file=sys.stderr)
        print(f"出错的位置记在：{path or '（记录没有写成）'}", file=sys.stderr)
        return 1
    finally:
        reminder.cancel()
    return code


def _has_seen_enough(error: Exception) -> bool:
    """Tell whether the reader of our output went away, as in `nianbao text … | head`."""
    if sys.platform == "win32":  # which says of a pipe without a reader: an invalid argument
        return isinstance(error, OSError) and error.errno == EINVAL and error.filename is None
    return isinstance(error, BrokenPipeError)


def _utf8() -> None:
    """Write UTF-8 wherever the output is no console (a Chinese Windows would write cp936)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if not stream.isatty():
                stream.reconfigure(encoding="utf-8")
            elif sys.platform != "win32":  # a console has the locale's, whatever files have
                stream.reconfigure(encoding=locale.getencoding())
            stream.reconfigure(errors="backslashreplace")
