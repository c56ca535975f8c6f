"""Last year's report becomes this year's draft: text carried over, numbers cleared, all listed.

Nothing of last year's numbers stays unmarked: a figure becomes pending, a date or a number that is
no figure is set in 【待核：…】.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from nianbao.report import quantity, slots, years
from nianbao.report.change import Change
from nianbao.report.figure import Figure, Indicator, Period, Promise
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.report.placeholder import CHECK, FILL, Placeholder
from nianbao.standards import facts
from nianbao.standards.quantities import quantities

_DATE = re.compile(
    rf"(?:(?:{years.ARABIC}|{years.CHINESE})\s*年\s*)?(?:\d{{1,2}}|(?<=年)[一二三四五六七八九十]{{1,2}})\s*月"
    r"(?:\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日)?(?!份)|(?<!\d)\d{1,2}\s*日(?=[，前起至])"
)
_DIGITS = re.compile(r"\d[\d.,]*")
_YEAR = re.compile(rf"(?<![\d一二三四五六七八九〇])(?:{years.ARABIC}|{years.CHINESE})(?=\s*年)")
_LISTED = re.compile(r"(?:^|[：:；;。])\s*[（(]?\d{1,2}[）).．、](?!\d)")  # numbers of a list
_ASKED_TEXT = {
    EntryKind.PLAN: "去年许下的安排，今年要逐条有交代；新一年的安排请重写。",
    EntryKind.SHORTCOMING: "去年的不足原样再写，等于没有整改，请重写。",
}
_FRESH = {
    ElementKind.DATE: "成文日期",
    ElementKind.DOC_NUMBER: "发文字号",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewYear:
    """The new report, its unanswered figures, what was promised, and every change made."""

    report: Report
    figures: tuple[Figure, ...]
    promises: tuple[Promise, ...]
    changes: tuple[Change, ...]


def start(last: Report, indicators: Iterable[Indicator], figures: Iterable[Figure]) -> NewYear:
    """Return the draft of the year after `last`; `figures` are last year's."""
    turn = _Turn(year=last.year + 1)
    known = {indicator.name: indicator for indicator in indicators}
    used = [figure for figure in figures if figure.year == last.year and figure.indicator in known]
    report = replace(
        last,
        year=turn.year,
        front=tuple(turn.element(element) for element in last.front),
        sections=tuple(turn.section(section) for section in last.sections),
        back=tuple(turn.element(element) for element in last.back),
    )
    turn.changes += [_cleared(known[figure.indicator], figure) for figure in used]
    return NewYear(
        report=report,
        figures=tuple(Figure(indicator=figure.indicator, year=turn.year) for figure in used),
        promises=tuple(promises(last)),
        changes=tuple(turn.changes),
    )


def _cleared(indicator: Indicator, figure: Figure) -> Change:
    last = "" if figure.value is None else quantity.readable(figure.value)
    rule, reason = {
        Period.FLOW: ("figure_cleared", "年度数，不能沿用，要重新报。"),
        Period.STOCK: ("figure_to_confirm", "累计数或存量，上年数附在旁边，待确认。"),
        Period.RATE: ("figure_by_formula", "率由件数计算；没有公式的要重新报。"),
        Period.CHANGE: ("figure_cleared", "增减要用两年的数重算。"),
    }[indicator.period]
    return Change(
        rule=rule, before=f"{indicator.label} {last}{indicator.unit}", after="待报", reason=reason
    )


@dataclass(slots=True)
class _Turn:
    """Carries texts into the year and lists what it did."""

    year: int
    changes: list[Change] = field(default_factory=list)

    def element(self, element: Element) -> Element:
        if element.kind in _FRESH:
            return replace(element, text=self._fresh(element))
        if element.kind is ElementKind.IMPRINT:
            return replace(element, text=self._dates(element.text, element.id))
        return replace(element, text=self._text(element.text, element.id))

    def section(self, section: Section) -> Section:
        return replace(
            section,
            title=self._text(section.title, section.id),
            entries=tuple(self._entry(entry) for entry in section.entries),
            sections=tuple(self.section(child) for child in section.sections),
        )

    def _entry(self, entry: Entry) -> Entry:
        if reason := _ASKED_TEXT.get(entry.kind):
            self._ask("entry_kept", slots.blanked(entry.text), entry.id, reason)
        return replace(entry, text=self._text(entry.text, entry.id))

    def _fresh(self, element: Element) -> str:
        mark = str(Placeholder(kind=FILL, label=_FRESH[element.kind], note=f"上年{element.text}"))
        self._note("element_cleared", element.text, mark, element.id, "每年不同，要重新填。")
        return mark

    def _text(self, source: str, piece: str) -> str:
        """Carry one text over: years shift by themselves, dates and stray numbers are marked."""
        self._shifted(source, piece)
        self._asked(source, piece)
        return "".join(
            part.source if isinstance(part, slots.Slot) else slots.escape(self._marked(part, piece))
            for part in slots.parse(source)
        )

    def _dates(self, source: str, piece: str) -> str:
        def fresh(found: re.Match[str]) -> str:
            mark = str(Placeholder(kind=FILL, label="印发日期"))
            self._note("element_cleared", found[0], mark, piece, "每年不同，要重新填。")
            return mark

        return _DATE.sub(fresh, source)

    def _shifted(self, source: str, piece: str) -> None:
        before, after = slots.years(self.year - 1), slots.years(self.year)
        for slot in slots.slots(source):
            if slot.is_year:
                name = slot.name
                self._note(
                    "year_shifted", f"{before[name]}年", f"{after[name]}年", piece, "年份顺延。"
                )

    def _asked(self, source: str, piece: str) -> None:
        text = slots.blanked(source)
        for found in years.fixed(text):
            if _YEAR.search(found[0]) or not found[0].startswith("《"):
                reason = "文件名和规划期里的年份没有改，请核对是否还有效。"
                self._ask("year_kept", found[0], piece, reason)
        for found in _YEAR.finditer(years.without_fixed(_DATE.sub("", text))):
            self._ask("year_kept", f"{found[0]}年", piece, "往年的年份没有改，请核对。")
        for ask in facts.asks(self.year):
            for found in ask.pattern.finditer(text):
                self._ask("phrase_to_check", found[0], piece, ask.reason)

    def _marked(self, text: str, piece: str) -> str:
        """Set dates, years and numbers that are no figures in 【待核：…】."""
        spared = [found.span() for found in years.fixed(text)]
        dates = [
            found.span() for found in _DATE.finditer(text) if not _inside(found.span(), spared)
        ]
        spared += dates
        ranks = [
            found.span()
            for found in quantities().stray.finditer(text)
            if not _inside(found.span(), spared)
        ]
        spared += ranks
        spared += [found.span() for found in quantities().not_figures.finditer(text)]
        spared += [found.span() for found in _LISTED.finditer(text)]
        stray = [
            found.span() for found in _DIGITS.finditer(text) if not _inside(found.span(), spared)
        ]
        written, end = "", 0
        for start, stop in sorted([*dates, *ranks, *stray]):
            mark = CHECK.around(text[start:stop])
            reason = "去年的日期或数字，请改成今年的或删去。"
            self._note("number_to_check", text[start:stop], mark, piece, reason)
            written += text[end:start] + mark
            end = stop
        return written + text[end:]

    def _note(self, rule: str, before: str, after: str, piece: str, reason: str) -> None:
        self.changes.append(
            Change(rule=rule, before=before, after=after, piece=piece, reason=reason)
        )

    def _ask(self, rule: str, text: str, piece: str, reason: str) -> None:
        self.changes.append(
            Change(rule=rule, before=text, after=text, piece=piece, reason=reason, open=True)
        )


def _inside(span: tuple[int, int], spared: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spared)


def promises(last: Report) -> Iterator[Promise]:
    """Yield last year's plans and shortcomings, to be answered in the report of the year after."""
    for section in last.walk():
        for entry in section.entries:
            lead_in = entry.text.rstrip().endswith(("：", ":"))  # 主要表现在：
            if entry.kind in (EntryKind.PLAN, EntryKind.SHORTCOMING) and not lead_in:
                yield Promise(
                    id=entry.id,
                    year=last.year + 1,
                    kind=entry.kind.value,
                    title=entry.title or section.title,
                    text=entry.text,
                )
