"""`nianbao correct …`: a drafter's corrections to figures."""

from argparse import Namespace
from pathlib import Path

from nianbao.actions import correcting
from nianbao.desk.desk import Desk
from nianbao.desk.opening import opened
from nianbao.errors import DoubtError, InputError
from nianbao.report.figures import wording


def command(arguments: Namespace) -> int:
    """Run one way of correcting; places are counted from 1 on the screen."""
    with opened(Path(arguments.workspace), unit=arguments.unit) as desk:
        match arguments.way:
            case "rename":
                _rename(desk, arguments)
                print(f"“{arguments.name}”已改称“{arguments.label}”，下次导入照办。")
            case "split":
                place = arguments.place - 1
                correcting.split(desk, arguments.year, place, arguments.label)
                print(f"第{arguments.place}处已另立为“{arguments.label}”，下次导入照办。")
            case "reject":
                correcting.reject(desk, arguments.year, arguments.place - 1)
                print(f"第{arguments.place}处已改作普通文字，下次导入照办。")
            case "list":
                for number, mention in enumerate(desk.mentions(arguments.year), 1):
                    print(f"{number}\t{mention.label}\t{mention.text}\t{mention.sentence[:40]}")
            case "rules":
                for number, rule in enumerate(desk.corrections(), 1):
                    where = f"（{rule.context}）" if rule.context else ""
                    print(f"{number}\t{rule.found_as}{where}\t→ {rule.label or '不是数据'}")
            case "forget":
                rule = correcting.nth_rule(desk, arguments.place - 1)
                correcting.forget(desk, rule)
                print(f"不再自动更正“{rule.found_as}”。")
            case "formulas":
                for number, formula in enumerate(desk.relations(), 1):
                    mark = "√" if formula.confirmed else "　"
                    print(f"{number}\t{mark}\t{wording.equation(desk.ledger, formula)}")
            case "confirm":
                formula = correcting.nth_formula(desk, arguments.place - 1)
                correcting.confirm(desk, formula)
                print(f"以后自动计算：{wording.equation(desk.ledger, formula)}")
            case "refuse":
                formula = correcting.nth_formula(desk, arguments.place - 1)
                correcting.refuse(desk, formula)
                print(f"不再用：{wording.equation(desk.ledger, formula)}")
    return 0


def _rename(desk: Desk, arguments: Namespace) -> None:
    try:
        correcting.rename(desk, arguments.name, arguments.label, sure=arguments.merge)
    except DoubtError as doubt:
        do = "要合并，请加--merge；不合并，请换一个名称。"
        raise InputError(doubt.what, do=do) from doubt
