"""Commands over a workspace: import, history, undo and redo, its health."""

from argparse import Namespace
from pathlib import Path

from nianbao.actions import importing
from nianbao.actions.safe import history as history_
from nianbao.cli import common
from nianbao.desk import opening
from nianbao.machine import clock


def import_(arguments: Namespace) -> int:
    """Run `nianbao import`."""
    source = common.source(arguments.file)
    with opening.created(Path(arguments.workspace)) as desk:
        imported = importing.import_report(
            desk, source, year=arguments.year, raw=arguments.raw, other_unit=arguments.other_unit
        )
    what = f"{imported.unit}{imported.year}年度报告"
    print(f"以前导入过：{what}，没有重复导入。" if imported.already else f"已导入：{what}。")
    return 0


def history(arguments: Namespace) -> int:
    """Run `nianbao history`."""
    with common.desk(arguments, look=True) as desk:
        done = desk.history()
    for action in done:
        print(f"{clock.stamped(action.at)}　{action.name}{'（已撤销）' if action.undone else ''}")
    return 0


def undo(arguments: Namespace) -> int:
    """Run `nianbao undo`."""
    with common.desk(arguments) as desk:
        print(f"已撤销：{history_.undo(desk)}")
    return 0


def redo(arguments: Namespace) -> int:
    """Run `nianbao redo`."""
    with common.desk(arguments) as desk:
        print(f"已重做：{history_.redo(desk)}")
    return 0


def doctor(arguments: Namespace) -> int:
    """Run `nianbao doctor`."""
    from nianbao.views import diagnosis

    print(diagnosis.report(common.path(arguments.workspace)))
    return 0
