"""Each command: call the use case, print what it returns."""

import json
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from errno import EINVAL
from pathlib import Path
from typing import Any

from nianbao.actions import drafting, exporting, filling, history, importing
from nianbao.cli import correct, probe
from nianbao.cli.parser import parser
from nianbao.desk import opening, reading
from nianbao.desk.checked import check
from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.machine import fault_log
from nianbao.views import automatic, checking, contract

_SHOWN = 12


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command: 0 done, 1 findings or a refusal, 2 wrong usage."""
    _utf8()
    arguments = parser().parse_args(argv)
    try:
        return _COMMANDS[arguments.command](arguments)
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
        path = fault_log.record(error)
        print(f"程序内部出错（{type(error).__name__}），原有内容没有改动。", file=sys.stderr)
        print(f"出错的位置记在：{path or '（记录没有写成）'}", file=sys.stderr)
        return 1


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
            stream.reconfigure(errors="backslashreplace")


def _source(file: str) -> reading.Source:
    if file == "-":
        return reading.from_bytes(sys.stdin.buffer.read())
    return reading.open_source(Path(file))


def _path(text: str | None) -> Path | None:
    return Path(text) if text else None


def _demo(arguments: Namespace) -> int:
    return _say_draft(drafting.demo(_path(arguments.out)))


def _draft(arguments: Namespace) -> int:
    wanted = drafting.Wanted(
        year=arguments.year,
        out=_path(arguments.out),
        profile=arguments.profile,
        template=_path(arguments.template),
        final=arguments.final,
    )
    workspace = _path(arguments.workspace)
    source = _source(arguments.file)
    return _say_draft(drafting.draft(source, wanted, workspace=workspace, raw=arguments.raw))


def _desk(arguments: Namespace) -> AbstractContextManager[Desk]:
    """Open the workspace that is named, at the report that is named if there is one."""
    year, unit = getattr(arguments, "year", None), getattr(arguments, "unit", None)
    return opening.opened(Path(arguments.workspace), year, unit)


def _say_draft(made: drafting.Draft) -> int:
    imported = made.imported
    if imported.already:
        print(f"这份文件以前导入过（{imported.unit}{imported.year}年度），没有重复导入。")
    else:
        mended = sum(not change.open for change in imported.changes)
        print(f"已导入：{imported.unit}{imported.year}年度报告，订正{mended}处。")
    for line in imported.cut:
        print(f"  略去：{line}")
    for notice in made.notices:
        print(f"  注意：{notice.message}")
    for comment in made.comments:
        print(f"  批注（{comment.author or '未署名'}）：{comment.text}")
    for change in imported.changes:
        if change.open:
            print(f"  核对：{change.reason}")
    asked = sum(change.open for change in made.changes)
    done = len(made.changes) - asked
    print(f"已建立：{made.unit}{made.year}年度，自动改动{done}处，要核对{asked}处。")
    print(f"初稿：{made.document.absolute()}")
    print(f"工作文件：{made.workspace.absolute()}")
    print(f"待填{len(made.pending)}个数：")
    for mark in made.pending[:_SHOWN]:
        print(f"  {mark}")
    if len(made.pending) > _SHOWN:
        print(f"  ……另有{len(made.pending) - _SHOWN}个，在初稿里都标黄写明。")
    if asked:
        print(f"要核对的看这里：nianbao changes -w “{made.workspace}” --year {made.year} --ask")
    return 0


def _render(arguments: Namespace) -> int:
    with _desk(arguments) as desk:
        notices = exporting.render(
            desk,
            Path(arguments.out),
            profile=arguments.profile,
            template=_path(arguments.template),
            final=arguments.final,
        )
    for notice in notices:
        print(f"注意：{notice.message}")
    print(f"已写好：{Path(arguments.out).absolute()}")
    return 0


def _fill(arguments: Namespace) -> int:
    with _desk(arguments) as desk:
        filled = filling.fill(desk, Path(arguments.values))
    print(f"已填{len(filled.figures)}个数，还有{filled.pending}个待填。")
    return 0


def _looked(shape: Callable[[Any], Any], say: Callable[[Any], None]) -> Callable[[Namespace], int]:
    def command(arguments: Namespace) -> int:
        found = _source(arguments.file).understood(year=arguments.year, raw=arguments.raw)
        shaped = shape(found)
        if arguments.json:
            _print_json(shaped)
        else:
            say(shaped)
        return 0

    return command


def _print_json(shaped: Any) -> None:
    print(json.dumps(shaped, ensure_ascii=False, indent=1))


def _say_report(shaped: dict[str, Any]) -> None:
    print(f"{shaped['title'] or '（没有标题）'}　{shaped['unit']}　{shaped['year']}年度")
    for name, key in (("文号", "doc_number"), ("主送", "addressee"), ("日期", "date")):
        if shaped[key]:
            print(f"{name}：{shaped[key]}")
    _say_sections(shaped["sections"])


def _say_sections(sections: Sequence[dict[str, Any]]) -> None:
    for section in sections:
        mark = "（补）" if section["number_inferred"] else ""
        print(f"{'　' * section['level']}{mark}{section['number']}{section['title']}")
        _say_sections(section["sections"])


def _say_figures(shaped: Sequence[dict[str, Any]]) -> None:
    for figure in shaped:
        print(f"{figure['label']}\t{figure['text']}")
    print(f"共{len(shaped)}个数。")


def _say_relations(shaped: Sequence[dict[str, Any]]) -> None:
    joints = {"ratio": " ÷ ", "sum": " + ", "difference": " − ", "change": " 比 "}
    for relation in shaped:
        found = relation["operands"]
        if relation["kind"] == "difference" and found[0]["value"] < found[1]["value"]:
            found = found[::-1]  # 减少15件 is 67件 − 52件
        operands = joints[relation["kind"]].join(one["text"] for one in found)
        print(f"{relation['result']['text']} = {operands}")
    print(f"共{len(shaped)}处数量关系。")


def _text(arguments: Namespace) -> int:
    print(_source(arguments.file).document.text)
    return 0


def _check(arguments: Namespace) -> int:
    if bool(arguments.file) == bool(arguments.workspace):
        parser().error("check 后面要有一个文件，或 -w 工作文件 --year N")
    if arguments.workspace and arguments.year is None:
        parser().error("-w 要和 --year N 一起用")
    if arguments.file:
        found = checking.check_file(_source(arguments.file))
    else:
        with _desk(arguments) as desk:
            found = check(desk).standing
    if arguments.json:
        _print_json(contract.findings(found))
    else:
        for finding in found:
            print(f"{finding.severity.value}　{finding.rule}　{finding.text}　{finding.message}")
        counted = Counter(finding.severity.value for finding in found)
        print("、".join(f"{name}{count}条" for name, count in counted.items()) or "没有发现问题。")
    return 1 if found else 0


def _changes(arguments: Namespace) -> int:
    with _desk(arguments) as desk:
        found = automatic.changes(desk)
    for change in found:
        if change.open:
            print(f"核对　{change.before}　{change.reason}")
        elif not arguments.ask:
            print(f"已改　{change.before} → {change.after or '（略去）'}　{change.reason}")
    asked = sum(change.open for change in found)
    print(f"自动改动{len(found) - asked}处，要核对{asked}处。")
    return 0


def _import(arguments: Namespace) -> int:
    source = _source(arguments.file)
    with opening.created(Path(arguments.workspace)) as desk:
        imported = importing.import_report(desk, source, year=arguments.year, raw=arguments.raw)
    what = f"{imported.unit}{imported.year}年度报告"
    print(f"以前导入过：{what}，没有重复导入。" if imported.already else f"已导入：{what}。")
    return 0


def _doctor(arguments: Namespace) -> int:
    from nianbao.views import diagnosis

    print(diagnosis.report(_path(arguments.workspace)))
    return 0


def _history(arguments: Namespace) -> int:
    with _desk(arguments) as desk:
        done = desk.store.history()
    for action in done:
        local = datetime.fromisoformat(action.at).astimezone()
        print(f"{local:%Y-%m-%d %H:%M}　{action.name}{'（已撤销）' if action.undone else ''}")
    return 0


def _undo(arguments: Namespace) -> int:
    with _desk(arguments) as desk:
        print(f"已撤销：{history.undo(desk)}")
    return 0


def _redo(arguments: Namespace) -> int:
    with _desk(arguments) as desk:
        print(f"已恢复：{history.redo(desk)}")
    return 0


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "demo": _demo,
    "draft": _draft,
    "render": _render,
    "fill": _fill,
    "read": _looked(contract.read, _say_report),
    "figures": _looked(contract.figures, _say_figures),
    "relations": _looked(contract.relations, _say_relations),
    "text": _text,
    "check": _check,
    "changes": _changes,
    "doctor": _doctor,
    "probe": probe.command,
    "import": _import,
    "history": _history,
    "undo": _undo,
    "redo": _redo,
    "correct": correct.command,
}
