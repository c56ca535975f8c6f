"""A report: front matter, an outline of sections with entries, back matter.

The text of every piece is Jinja source with slots (see `slots`). `flow.lines` puts the pieces back
into paragraphs; rendering those with the year's own figures gives the year's text back, character
for character.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

_STOP = re.compile("[。；！]")


class ElementKind(StrEnum):
    """What a piece of front or back matter is (GB/T 9704-2012 §7.1)."""

    DOC_NUMBER = "doc_number"
    SIGNER = "signer"
    TITLE = "title"
    ADDRESSEE = "addressee"
    PREFACE = "preface"
    CLOSING = "closing"
    ATTACHMENT = "attachment"
    SIGNATURE = "signature"
    DATE = "date"
    NOTE = "note"
    IMPRINT = "imprint"
    FURNITURE = "furniture"  # kept only with --raw
    BLANK = "blank"  # an empty line, kept only with --raw

    @property
    def label(self) -> str:
        """Its name on the screen, in 【待填：…】 and in a Word template."""
        return _LABELS[self]


_LABELS = {
    ElementKind.DOC_NUMBER: "发文字号",
    ElementKind.SIGNER: "签发人",
    ElementKind.TITLE: "标题",
    ElementKind.ADDRESSEE: "主送机关",
    ElementKind.PREFACE: "导语",
    ElementKind.CLOSING: "结束语",
    ElementKind.ATTACHMENT: "附件说明",
    ElementKind.SIGNATURE: "发文机关署名",
    ElementKind.DATE: "成文日期",
    ElementKind.NOTE: "附注",
    ElementKind.IMPRINT: "版记",
    ElementKind.FURNITURE: "网页残留",
    ElementKind.BLANK: "空行",
}


class EntryKind(StrEnum):
    """What a drafter decides on."""

    MEASURE = "measure"  # 举措
    SHORTCOMING = "shortcoming"  # 不足
    PLAN = "plan"  # 安排
    DUTY = "duty"  # 履职
    OTHER = "other"  # 其他
    BLANK = "blank"  # an empty line, kept only with --raw

    @property
    def is_written_anew(self) -> bool:
        """Whether it is written anew each year: what was wanting, what is planned."""
        return self in (EntryKind.SHORTCOMING, EntryKind.PLAN)


_SAYS_MORE = re.compile("[：:；;]")
_IN_MARKS = re.compile("【[^【】]*】")


class EntryState(StrEnum):
    """How an entry stands against last year's text. The value is the word on the screen."""

    UNTOUCHED = "未动"
    FIGURES_ONLY = "仅改数"
    REWRITTEN = "已改写"
    NEW = "新增"
    DROPPED = "不再写"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A piece of front or back matter: one paragraph.

    `id` stays the same from year to year. `paragraph` is the paragraph of the original file it was
    read from, counted from 0.
    """

    id: str
    kind: ElementKind
    text: str
    paragraph: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The unit a drafter decides on: one measure, shortcoming, plan or duty.

    `title` is its lead sentence as plain words (“强化府院联动机制”), empty when it has none; the
    lead stands in `text` too. A line break in `text` is a paragraph break. `joined` says that the
    entry goes on in the paragraph of what stands before it.
    """

    id: str
    kind: EntryKind
    text: str
    title: str = ""
    joined: bool = False
    paragraph: int | None = None

    @property
    def is_lead_in(self) -> bool:
        """Whether it only leads to the entries behind it (主要表现在：), and says none itself."""
        text = self.text.rstrip()
        return text.endswith(("：", ":")) and not _SAYS_MORE.search(_IN_MARKS.sub("", text[:-1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A node of the outline.

    Its heading is `prefix + title + suffix`: prefix is the number as it stands in the text
    (“（一）”, empty for a heading without one), suffix the mark behind the title (“。”). `number`
    is the number as it should be read, also when the text lost it (`number_inferred`). `title` may
    hold slots. `level` is the depth in this report, whatever form the number has. `run_in`
    (标题接排): the text goes on behind the heading. `joined`: the heading itself goes on in the
    paragraph before it. `key` is the id of the standard part (level 1) or section, empty when none
    fits; `confidence` of it runs from 0 to 1.
    """

    id: str
    level: int
    number: str
    prefix: str
    title: str
    suffix: str = ""
    number_inferred: bool = False
    run_in: bool = False
    joined: bool = False
    key: str = ""
    confidence: float = 0.0
    paragraph: int | None = None
    entries: tuple[Entry, ...] = ()
    sections: tuple["Section", ...] = ()

    @property
    def texts(self) -> tuple[Entry, ...]:
        """The section's own entries without the empty lines that --raw keeps."""
        return tuple(entry for entry in self.entries if entry.kind is not EntryKind.BLANK)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written below it: no text and no other heading."""
        return not self.sections and not any(entry.text.strip() for entry in self.texts)

    @property
    def name(self) -> str:
        """What it goes by, as source: its title, or the first sentence behind a number alone."""
        first = next((entry.text.strip() for entry in self.texts), "")
        return self.title or _STOP.split(first, maxsplit=1)[0]

    def walk(self) -> Iterator["Section"]:
        """Yield this section and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()

    def mapped(self, change: Callable[[str, str], str]) -> Self:
        """Return the section with every source changed; see `Report.mapped`."""
        return replace(
            self,
            title=change(self.id, self.title),
            entries=tuple(replace(e, text=change(e.id, e.text)) for e in self.entries),
            sections=tuple(section.mapped(change) for section in self.sections),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One unit's report on one year.

    `unit` is the body that reports (某县, 某县司法局), `profile` the id of its structure. `raw`:
    the text was imported without normalisation.
    """

    unit: str
    year: int
    profile: str = ""
    raw: bool = False
    front: tuple[Element, ...] = ()
    sections: tuple[Section, ...] = ()
    back: tuple[Element, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield every section, in reading order."""
        for section in self.sections:
            yield from section.walk()

    def section(self, id_: str) -> Section | None:
        """Return a section by its id, None when there is none such."""
        return next((section for section in self.walk() if section.id == id_), None)

    def element(self, id_: str) -> Element | None:
        """Return a piece of the front or back matter by its id, None when there is none such."""
        return next((one for one in (*self.front, *self.back) if one.id == id_), None)

    def elements(self, kind: ElementKind) -> Iterator[Element]:
        """Yield the front and back matter of one kind."""
        return (element for element in (*self.front, *self.back) if element.kind is kind)

    def mapped(self, change: Callable[[str, str], str]) -> Self:
        """Return the report with every source changed, by a function of piece id and source."""
        return replace(
            self,
            front=tuple(replace(e, text=change(e.id, e.text)) for e in self.front),
            sections=tuple(section.mapped(change) for section in self.sections),
            back=tuple(replace(e, text=change(e.id, e.text)) for e in self.back),
        )
