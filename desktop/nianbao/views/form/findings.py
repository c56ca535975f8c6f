"""Findings on the current report, in words: what is the matter, where, and what answers it."""

from dataclasses import dataclass

from nianbao import checks
from nianbao.checks import PENDING
from nianbao.checks.open_items import OpenKind
from nianbao.desk.checked import Checked, check
from nianbao.desk.desk import Desk
from nianbao.report import places
from nianbao.report.finding import (
    AddPart,
    AnswerPromise,
    Fill,
    Finding,
    Relevel,
    RemoveHeading,
    Renumber,
)
from nianbao.report.writing import placeholder
from nianbao.report.writing.text import quoted

__all__ = ["PENDING", "FindingShown", "findings", "shown"]  # the window may not ask the checks

TO_FILL = "待填、待核"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingShown:
    """A finding where it stands: `place` says so in words."""

    finding: Finding
    place: str
    ignored: bool

    @property
    def piece(self) -> str:
        """The piece it stands in, empty for what concerns the whole report."""
        return self.finding.piece

    @property
    def start(self) -> int:
        """Where it begins, in characters of the piece as it prints."""
        return self.finding.start

    @property
    def length(self) -> int:
        """How many characters it covers."""
        return self.finding.length

    @property
    def fingerprint(self) -> str:
        """What it is remembered by."""
        return self.finding.fingerprint

    @property
    def title(self) -> str:
        """The rule in a few words."""
        return checks.RULES[self.finding.rule].name

    @property
    def sentence(self) -> str:
        """What is the matter, in one sentence."""
        if self.finding.rule == PENDING:
            return self.finding.text.strip(placeholder.BRACKETS)
        return self.finding.message

    @property
    def change(self) -> Renumber | Relevel | None:
        """What accepting it does, None when only the drafter can mend it."""
        fix = self.finding.fix
        return fix if isinstance(fix, Renumber | Relevel) else None

    @property
    def part(self) -> str:
        """The standard part that accepting it puts into the report."""
        fix = self.finding.fix
        return fix.part if isinstance(fix, AddPart) else ""

    @property
    def on_chip(self) -> bool:
        """Whether it stands at a figure that is not answered, whose chip says so by itself."""
        fix = self.finding.fix
        return isinstance(fix, Fill) and bool(fix.figure)

    @property
    def accepts(self) -> bool:
        """Whether accepting it does something by itself."""
        return self.change is not None or isinstance(self.finding.fix, AddPart | RemoveHeading)

    @property
    def old(self) -> str:
        """What accepting it takes away, empty when it changes nothing."""
        return self.change.old if self.change else ""

    @property
    def new(self) -> str:
        """What accepting it puts there."""
        return self.change.new if self.change else ""

    @property
    def promise(self) -> str:
        """The id of the promise that is not answered."""
        fix = self.finding.fix
        return fix.promise if isinstance(fix, AnswerPromise) else ""

    @property
    def counted_as(self) -> str:
        """The word under which it is counted: that of its kind, everywhere on the screen."""
        if self.finding.rule == PENDING:
            return TO_FILL
        return OpenKind.PROMISE.value if self.promise else OpenKind.FINDING.value

    @property
    def answer(self) -> str:
        """The word on the button that answers it: by a change, or by going where it stands."""
        if self.new:
            return f"改为{quoted(self.new)}" if self.new != self.old else "编号无误"
        if isinstance(self.finding.fix, AddPart | RemoveHeading):
            return self.finding.fix.words
        if self.promise:
            return "去回答"
        if not self.piece:
            return f"看{places.COVERAGE}"
        return "去填" if self.finding.rule == PENDING else "到文中看"

    @property
    def ignorable(self) -> bool:
        """Whether it can be left as it is; what is not filled in cannot."""
        return checks.RULES[self.finding.rule].ignorable


def findings(desk: Desk) -> list[FindingShown]:
    """Return what the checks find, ignored ones too, by weight and then in reading order."""
    return [] if desk.is_empty else shown(check(desk))


def shown(checked: Checked) -> list[FindingShown]:
    """Return findings as they are shown; see `findings`."""
    return [
        FindingShown(
            finding=one,
            place=checked.context.place(one.piece) if one.piece else one.place,
            ignored=one.fingerprint in checked.ignored,
        )
        for one in checked.findings
    ]
