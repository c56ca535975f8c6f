"""A session without a user, for endurance tests: it says what was saved, and checks it later.

Each thing that the program says is saved becomes a line of the file `ack`. Texts and figures carry
the number of their step, so that whatever is found can be compared with what was said.
"""

import os
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from nianbao import readers, rendering
from nianbao.actions import editing, years
from nianbao.actions.importing import import_report
from nianbao.desk.base import Base, turn
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from nianbao.errors import InputError, OutputError
from nianbao.report import flow
from nianbao.report.figures.figure import Figure, FigureState
from nianbao.workspace import Workspace

STORE, ACK, EXPORT = "w.nianbao", "ack", "export.docx"
SESSION = ("import", "year", "edits 40", "undo", "figures 10", "backup", "export")
_UNIT, _YEAR = "青岚县", 2025
_WORDS = "全县法治政府建设取得新成效，群众满意度明显提高，各项任务落到实处。"
_REPORT = "\n".join(
    [
        f"{_UNIT}{_YEAR}年法治政府建设年度报告",
        f"{_YEAR}年，{_UNIT}推进法治政府建设。现将有关情况报告如下：",
        f"一、{_YEAR}年主要举措和成效",
        f"（一）依法化解矛盾纠纷。新收行政复议申请83件，其中纠错11件。{_WORDS}",
        f"（二）规范行政执法行为。开展执法案卷评查，评查案卷110宗。{_WORDS}",
        f"二、{_YEAR}年存在的不足和原因",
        f"（一）执法监督力度不够。{_WORDS}",
        f"三、{_YEAR + 1}年主要安排",
        "（一）强化执法监督。继续开展执法案卷评查。",
    ]
)


def drive(folder: Path, script: Path) -> int:
    """Go through a session where the last one ended; return how many steps were saved.

    `script` is a file of steps, one a line, as in `SESSION`; where there is no such file, that is
    the session.

    Raises:
        NianbaoError: a step could not be saved.
    """
    steps = script.read_text(encoding="utf-8").split("\n") if script.is_file() else SESSION
    place = folder / STORE
    begin = Desk.open if place.exists() else Desk.create
    desk = begin(place, write_behind=True)  # as the window does
    saved = 0
    try:
        for step in steps:
            for line in carried_out(desk, *step.split()):
                _acknowledge(folder / ACK, line)
                saved += 1
        if desk.store.backups.failure:
            raise OutputError(desk.store.backups.failure, do="请检查磁盘。")
    finally:
        desk.close()
    return saved


def _acknowledge(ack: Path, line: str) -> None:
    try:
        handle = os.open(ack, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(handle, f"{line}\n".encode())
        finally:
            os.close(handle)
    except OSError as error:
        raise OutputError(
            f"“{ack.name}”写不进去，这一步存好了，没有记下。", do="请检查磁盘。", detail=str(error)
        ) from error


def carried_out(desk: Desk, word: str = "", count: str = "1") -> Iterator[str]:
    """Yield a line for each thing that a step has saved: it is in the file.

    Raises:
        NianbaoError: it could not be saved.
    """
    writer = desk.store.writer
    for line in _done(desk, word, count):
        if writer is not None and not writer.wait():
            assert writer.error is not None
            raise writer.error
        yield line


def _done(desk: Desk, word: str, count: str) -> Iterator[str]:
    """Yield a line for each thing that a step has done."""
    match word:
        case "import" if desk.is_empty:
            import_report(desk, reading.from_bytes(_REPORT.encode(), "去年.txt"))
            yield "import"
        case "year" if _YEAR + 1 not in desk.years():
            years.store(desk, turn(Base.stored(desk.store, _UNIT, _YEAR), None))
            yield "year"
        case "edits":
            for _ in range(int(count)):
                yield _edit(desk)
        case "figures":
            for _ in range(int(count)):
                yield _figure(desk)
        case "undo":
            _edit(desk)
            desk.undo()
            yield "undo"
        case "backup":
            made = desk.store.backups.make("手动")
            if desk.store.backups.failure:
                raise OutputError(desk.store.backups.failure, do="请检查磁盘。")
            if made is not None:
                yield f"backup\t{made.path.name}"
        case "export":
            lines = flow.rendered(desk.report, desk.ledger.values())
            rendering.write_docx(lines, desk.place.with_name(EXPORT))
            yield "export"
        case "" | "import" | "year":
            return
        case _:
            raise InputError(f"不认识的步骤“{word}”。", do=f"可用的有：{'、'.join(SESSION)}。")


def _next(desk: Desk) -> int:
    """Return a number above all that the session has used; what was undone counts too."""
    history = desk.store.history()
    return max((action.id for action in history), default=0) + 1


def _edit(desk: Desk) -> str:
    pieces = [entry.id for section in desk.report.walk() for entry in section.entries]
    number = _next(desk)
    piece = pieces[number % len(pieces)]
    editing.write(desk, piece, f"第{number}次改写。{_WORDS}")
    return f"text\t{piece}\t{number}"


def _figure(desk: Desk) -> str:
    number = _next(desk)
    names = [name for name in desk.ledger.figures if name not in desk.ledger.formulas]
    name = names[number % len(names)]
    figure = Figure(indicator=name, year=desk.year, value=Decimal(number), state=FigureState.KNOWN)
    editing.set_figures(desk, [figure], f"填“{name}”：{number}")
    return f"figure\t{name}\t{number}"


def verify(folder: Path) -> str:
    """Return what of the acknowledged work is missing, empty when nothing is.

    Raises:
        WorkspaceError: the store does not open, or is damaged.
    """
    ack, place = folder / ACK, folder / STORE
    acks = ack.read_text(encoding="utf-8").splitlines() if ack.exists() else []
    if not place.exists():
        return f"没有了，可是有{len(acks)}步说过已保存" if acks else ""
    with Workspace.open(place) as store:
        missing = _missing(store, acks, folder)
    return "；".join(missing)


def _missing(store: Workspace, acks: list[str], folder: Path) -> list[str]:
    there = {("text", piece): number for piece, number in _texts(store).items()}
    there |= {("figure", name): number for name, number in _figures(store).items()}
    expected: dict[tuple[str, str], int] = {}
    missing = []
    for line in acks:
        kind, *rest = line.split("\t")
        if kind in ("text", "figure"):
            expected[kind, rest[0]] = max(int(rest[1]), expected.get((kind, rest[0]), 0))
        elif kind == "backup" and not _opens(folder / f"{Path(STORE).stem}-备份" / rest[0]):
            missing.append(f"备份{rest[0]}打不开")
    missing += [
        f"{key[1]}第{number}步没有了"
        for key, number in expected.items()
        if there.get(key, 0) < number
    ]
    if (folder / EXPORT).exists():
        readers.read((folder / EXPORT).read_bytes(), EXPORT)
    return missing


def _opens(path: Path) -> bool:
    if not path.exists():
        return True  # thinned out
    with Workspace.view(path):
        return True


def _texts(store: Workspace) -> dict[str, int]:
    report = store.report(_UNIT, _YEAR + 1) or store.report(_UNIT, _YEAR)
    found = {}
    for section in report.walk() if report else ():
        for entry in section.entries:
            number = re.match(r"第(\d+)次", entry.text)
            found[entry.id] = int(number[1]) if number else 0
    return found


def _figures(store: Workspace) -> dict[str, int]:
    found = store.figures(_UNIT, _YEAR + 1)
    return {one.indicator: int(one.value or Decimal(0)) for one in found}
