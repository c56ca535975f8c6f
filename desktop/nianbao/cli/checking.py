"""Commands that tell what is to be looked at: findings, and what was changed by itself."""

from argparse import Namespace

from nianbao.cli import common
from nianbao.cli.parser import parser
from nianbao.desk import checked
from nianbao.views import automatic, checking, contract


def check(arguments: Namespace) -> int:
    """Run `nianbao check`."""
    if bool(arguments.file) == bool(arguments.workspace):
        parser().error("check后面要有一个文件，或者-w 年报库 --year N")
    if arguments.workspace and arguments.year is None:
        parser().error("-w要和--year N一起用")
    if arguments.file:
        found = checking.check_file(common.source(arguments.file))
    else:
        with common.desk(arguments, look=True) as desk:
            found = checked.check(desk).standing
    if arguments.json:
        common.print_json(contract.findings(found))
    else:
        for finding in found:
            print(f"{finding.severity.value}　{finding.rule}　{finding.text}　{finding.message}")
        print(checking.said(found))
    return 1 if found else 0


def changes(arguments: Namespace) -> int:
    """Run `nianbao changes`."""
    with common.desk(arguments, look=True) as desk:
        found = automatic.changes(desk)
    for change in found:
        if change.open:
            print(f"核对　{change.before}　{change.reason}")
        elif not arguments.ask:
            print(f"已改　{change.before} → {change.after or '（略去）'}　{change.reason}")
    asked = sum(change.open for change in found)
    print(f"自动改动{len(found) - asked}处，待核{asked}处。")
    return 0
