"""`nianbao probe …`: for tests, the same ways that the window goes. The last line is JSON."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from nianbao.actions.probes import driving, probing
from nianbao.desk import reading
from nianbao.errors import NianbaoError, ReadingError


def command(arguments: Namespace) -> int:
    """Run one probe."""
    match arguments.what:
        case "import":
            _say(_imported(Path(arguments.file)))
            return 0  # a refusal is an answer, too
        case "render":
            return _say(_rendered(arguments))
        case "drive":
            folder = Path(arguments.folder)
            folder.mkdir(parents=True, exist_ok=True)
            return _say({"ok": True, "saved": driving.drive(folder, Path(arguments.script))})
        case "verify":
            missing = driving.verify(Path(arguments.folder))
            return _say({"ok": not missing, "message": missing})
    raise AssertionError(arguments.what)


def _say(result: dict[str, Any]) -> int:
    print(json.dumps(result, ensure_ascii=False))
    return 0 if result["ok"] else 1


def _imported(file: Path) -> dict[str, Any]:
    try:
        document = reading.open_source(file, only_read=True).document
    except ReadingError as error:
        return {"ok": False, "kind": error.kind, "message": str(error)}
    notices = [notice.message for notice in document.notices]
    return {"ok": True, "text": document.text, "notices": notices}


def _rendered(arguments: Namespace) -> dict[str, Any]:
    paths = (Path(arguments.template), Path(arguments.data), Path(arguments.out))
    try:
        notices = probing.render(*paths)
    except NianbaoError as error:
        return {"ok": False, "message": str(error)}
    return {"ok": True, "notices": [notice.message for notice in notices]}
