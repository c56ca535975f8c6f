"""Into which workspace a report goes: one of another unit never gets into the open one unasked."""

from pathlib import Path
from typing import NamedTuple

from nianbao.desk import homes
from nianbao.ui.kit.dialogs import DialogQuestion
from nianbao.ui.shell.opened.host import Host

_NOT = "先不导入"
_MORE = "一个单位用一个年报库，台账和上年数才不会混在一起。"
_SAMPLE = "打开着的是示例，不收别的报告。"


class Home(NamedTuple):
    """The workspace that a report goes to; `other_unit`: although it has other units' only.

    `unit` is the unit whose report it is after all, empty for the one that it names itself.
    """

    place: Path
    other_unit: bool = False
    unit: str = ""


def find(window: Host, unit: str) -> Home | None:
    """Return where the report of a unit is to go, None when it is not to be imported."""
    desk = window.desk if window.is_open else None
    found = homes.homes(desk, unit, _said_to_be_of(window, unit))
    if desk is None or (desk.is_empty and not homes.is_free(desk, unit)):
        return Home(found.own or found.new)
    if homes.takes(desk, unit):
        return Home(desk.place)
    others = "、".join(desk.units())
    own = {f"存进它自己的年报库“{found.own.stem}”": Home(found.own)} if found.own else {}
    choices = own | {f"新建一个年报库“{found.new.stem}”": Home(found.new)}
    if found.here:
        choices[f"就是{desk.unit}的，只是名称写法不同"] = Home(desk.place, unit=desk.unit)
        choices[f"仍存进现在这个（{others}的）"] = Home(desk.place, other_unit=True)
    question = DialogQuestion(
        title="导入到哪里",
        text=f"这份报告是{unit}的，打开着的年报库是{others}的。",
        more=_SAMPLE if homes.is_sample(desk) else _MORE,
        answers=(*choices, _NOT),
    )
    return choices.get(window.asking.decide(window, question))


def _said_to_be_of(window: Host, unit: str) -> list[Path]:
    """Return the workspaces that were open before with a report of a unit."""
    return [Path(one.path) for one in window.settings.recent if one.title.startswith(f"{unit} ")]
