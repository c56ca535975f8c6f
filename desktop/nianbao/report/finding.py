"""What a check says, and what accepting it would do."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from nianbao.report import places


class Severity(StrEnum):
    """How much a finding weighs."""

    MUST = "必改"
    DOUBT = "疑似"
    HINT = "提示"


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumber:
    """Give one heading another number; the same number confirms one that was inferred."""

    section: str
    old: str
    new: str

    @property
    def words(self) -> str:
        """The fix in a few words."""
        return self.new if self.new != self.old else "核对编号"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevel:
    """Give a heading, and those beside it that have its form, the form of another number."""

    section: str
    old: str
    new: str

    @property
    def words(self) -> str:
        """The fix in a few words."""
        return self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """Answer a figure, or write what a 【待填】 of the text waits for (`figure` is empty then)."""

    figure: str = ""

    @property
    def words(self) -> str:
        """The fix in a few words."""
        return "填写"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPromise:
    """Say how one of last year's plans or shortcomings went on."""

    promise: str

    @property
    def words(self) -> str:
        """The fix in a few words."""
        return f"在“{places.PROMISES}”里回答"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPart:
    """Put a standard part into the report, to be written."""

    part: str

    @property
    def words(self) -> str:
        """The fix in a few words."""
        return "加上这一部分"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveHeading:
    """Take out a heading below which nothing is written."""

    section: str

    @property
    def words(self) -> str:
        """The fix in a few words."""
        return "删去这个标题"


@dataclass(frozen=True, slots=True)
class Advice:
    """Something that only the drafter can do."""

    words: str


Fix = Renumber | Relevel | AddPart | RemoveHeading | Fill | AnswerPromise | Advice
"""The first four can be done by the program, as one action; the others lead to where to do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding, where it stands.

    `piece` is the id of an element, section or entry, and `start` and `length` are characters of it
    as it prints. What concerns the whole report has no piece; `place` says then what it is about.
    """

    rule: str
    severity: Severity
    text: str
    message: str
    fix: Fix
    piece: str = ""
    place: str = ""
    start: int = 0
    length: int = 0

    @property
    def where(self) -> str:
        """The piece, or in words what it is about."""
        return self.piece or self.place

    @property
    def fingerprint(self) -> str:
        """What it is remembered by: once its text is another, it is another finding."""
        target = self.fix.promise if isinstance(self.fix, AnswerPromise) else self.where
        about = "\x1f".join((self.rule, target, self.text, self.message))
        return hashlib.sha256(about.encode()).hexdigest()[:24]
