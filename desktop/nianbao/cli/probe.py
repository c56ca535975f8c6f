"""`nianbao probe …`: for tests, the same ways that the window goes. The last line is JSON."""

import json
from argparse import Namespace
from pathlib import Path

from nianbao.actions.probes import driving, probing
from nianbao.desk.incoming import reading
from nianbao.errors import InputError, NianbaoError, ReadingError
from nianbao.report.json import Json

_LINE_ENDS = "\x85\u2028\u2029"


def command(arguments: Namespace) -> int:
    """Run one probe."""
    match arguments.what:
        case "import":
            _say(_imported(Path(arguments.file)))
            return 0  # a refusal is an answer, too
        case "render":
            return _say(_rendered(arguments))
        case "drive":
            return _say({"ok": True, "saved": _driven(arguments)})
        case "verify":
            missing = driving.verify(Path(arguments.folder))
            return _say({"ok": not missing, "message": missing})
    raise AssertionError(arguments.what)


def _say(result: dict[str, Json]) -> int:
    said = json.dumps(result, ensure_ascii=False)
    for sign in _LINE_ENDS:  # which JSON leaves as they are, and many take for the end of a line
        said = said.replace(sign, f"\\u{ord(sign):04x}")
    print(said)
    return 0 if result["ok"] else 1


def _driven(arguments: Namespace) -> int:
    folder, script = Path(arguments.folder), Path(arguments.script)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return driving.drive(folder, script)
    except (OSError, UnicodeError) as error:
        raise InputError(
            f"“{folder.name}”里写不进去，或者步骤“{script.name}”读不了。",
            do="请检查文件夹和步骤文件。",
            detail=repr(error),
        ) from error


def _imported(file: Path) -> dict[str, Json]:
    try:
        document = reading.open_source(file, only_read=True).document
    except ReadingError as error:
        return {"ok": False, "kind": error.kind, "message": str(error)}
    notices = [notice.message for notice in document.notices]
    return {"ok": True, "text": document.text, "notices": notices}


def _rendered(arguments: Namespace) -> dict[str, Json]:
    paths = (Path(arguments.template), Path(arguments.data), Path(arguments.out))
    try:
        notices = probing.render(*paths)
    except NianbaoError as error:
        return {"ok": False, "message": str(error)}
    return {"ok": True, "notices": [notice.message for notice in notices]}
