"""Front and back matter by its fields: 成文日期, 印发日期, 发文字号, 签发人, 联系人, 电话.

A field is a stretch of the element's text. What is put into it is written as such a thing is
written, and nothing around it changes.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from nianbao.errors import DoubtError, InputError
from nianbao.report.model import Element, ElementKind
from nianbao.report.writing import placeholder, slots
from nianbao.report.writing.fold import folded
from nianbao.report.writing.placeholder import FILL, FILL_PATTERN, LAST, Placeholder
from nianbao.report.writing.slots import Slot
from nianbao.standards.layout import layout

_DATE = re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
_TYPED = re.compile(
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"
    r"|(?:(?P<year>\d{4}|\d{2})\s*[年./-]\s*)?(?P<month>\d{1,2})\s*[月./-]\s*(?P<day>\d{1,2})\s*日?"
)
_NUMBER = re.compile(
    r"(?P<code>[^〔\[（(\d【]+)[〔\[（(]\s*(?P<year>\d{4})\s*[〕\]）)]\s*第?\s*"
    rf"(?P<number>\d+(?:[-－—]\d+)?|{FILL_PATTERN}|[×xX*＊_□○]{{0,4}})\s*号"  # or not given yet
)
_ORDINAL = "顺序号"
_FAR = 1  # years after its own year in which a report may be signed


class Sort(Enum):
    """What stands in a field. It decides how the field is edited."""

    DATE = "日期"
    NUMBER = "文号"
    WORDS = "文字"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: its name, what it holds, and the stretch of the element's text that it is.

    `held` is empty while it is to be filled in; `last` is what it held last year, as far as the
    text still says.
    """

    name: str
    sort: Sort
    held: str
    start: int
    stop: int
    last: str = ""


def fields(element: Element) -> tuple[Field, ...]:
    """Return the fields of an element, none for one that is edited as text."""
    found = _FIELDS.get(element.kind)
    return tuple(found(element.text)) if found else ()


def is_only_a_field(element: Element) -> bool:
    """Whether all of an element's text is one field, so that there is nothing else to write."""
    return element.kind in (ElementKind.DATE, ElementKind.DOC_NUMBER, ElementKind.SIGNER) and bool(
        fields(element)
    )


def filled(
    element: Element, name: str, typed: str, *, year: int, today: date, sure: bool = False
) -> str:
    """Return the element's text with what was typed into one of its fields.

    Nothing typed means that it is to be filled in still.

    Raises:
        InputError: it is no date or number.
        DoubtError: it may be meant otherwise, and nobody is `sure`.
    """
    one = next(found for found in fields(element) if found.name == name)
    text = folded(typed).strip() if one.sort is not Sort.WORDS else typed.strip()
    if not text:
        new = str(Placeholder(kind=FILL, label=name, note=f"{LAST}{one.last}" if one.last else ""))
    elif one.sort is Sort.DATE:
        new = _date(name, text, year=year, today=today, sure=sure)
    elif one.sort is Sort.NUMBER:
        new = _number(one, element.text, text, year=year, today=today, sure=sure)
    else:
        text = _bare(text, name)
        whole = (one.start, one.stop) == (0, len(element.text))
        head = f"{name}：" if whole and element.kind is ElementKind.SIGNER else ""
        new = head + slots.escape(text)
    written = element.text[: one.start] + new + element.text[one.stop :]
    if one.sort is Sort.WORDS and text and not _reads(replace(element, text=written), name, text):
        raise InputError(
            f"“{text}”不能填作{name}。", do="这里只写姓名或号码；别的话，请写在文字里。"
        )
    return written


def _reads(element: Element, name: str, typed: str) -> bool:
    """Whether a field holds just what was typed: the rest would be left beside what comes next."""
    return any((one.name, one.held) == (name, typed) for one in fields(element))


def _bare(typed: str, name: str) -> str:
    """Return what was typed without the name of the field before it: 签发人：李四."""
    return re.sub(rf"^{name}\s*[：:]\s*", "", typed)


def offered(element: Element, today: date) -> str:
    """Return what an element may read that is to be filled in; nothing where nothing is known.

    A date is today's; a document number keeps the office's code and waits for its number.
    """
    said = placeholder.parse(element.text)
    if said is None:
        return ""
    if element.kind is ElementKind.DATE:
        return as_written(today)
    found = _NUMBER.search(said.last) if element.kind is ElementKind.DOC_NUMBER else None
    if found is None:
        return ""
    waits = Placeholder(kind=FILL, label=_ORDINAL)
    return f"{found['code']}〔{today.year}〕{waits}号"


def read_date(typed: str, today: date) -> date:
    """Return the date that the user typed; a day without its year is one of this year.

    Raises:
        InputError: it is none.
    """
    found = _TYPED.fullmatch(folded(typed).strip())
    if found:
        said = found["year"] or found["y"] or str(today.year)
        try:
            return date(int(said) if len(said) > 2 else 2000 + int(said), *_day(found))
        except ValueError:
            pass
    raise InputError(f"“{typed.strip()}”不是日期。", do="请写成2027年2月1日，或2.1。")


def as_written(day: date) -> str:
    """Return a date as a document writes it: 2027年2月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _day(found: re.Match[str]) -> tuple[int, int]:
    return int(found["month"] or found["m"]), int(found["day"] or found["d"])


def _date(name: str, typed: str, *, year: int, today: date, sure: bool) -> str:
    day = read_date(typed, today)
    if not sure and not year <= day.year <= year + _FAR:
        raise DoubtError(
            f"这是{year}年度的报告，{name}填的是{as_written(day)}：没有写错吗？",
            do="就是这一天，请再填一次。",
        )
    return as_written(day)


def _number(one: Field, text: str, typed: str, *, year: int, today: date, sure: bool) -> str:
    """Return a document number: the whole one that was typed, or its number behind the code.

    It has the brackets 〔〕 that no keyboard has (GB/T 9704).
    """
    if (found := _NUMBER.fullmatch(typed)) and found["number"].isdecimal():
        said, ordinal = int(found["year"]), int(found["number"])
        if not sure and not year <= said <= year + _FAR:
            raise DoubtError(
                f"这是{year}年度的报告，{one.name}填的是{said}年的：没有写错吗？",
                do="就是这个文号，请再填一次。",
            )
        return f"{found['code'].strip()}〔{said}〕{ordinal}号"
    digits = typed.removesuffix("号").removeprefix("第")
    code = _NUMBER.search(one.last or text[one.start : one.stop])
    if not digits.isdecimal() or not int(digits) or code is None:
        raise InputError(
            f"“{typed}”不是发文字号。", do="请写全，如×政发〔2027〕3号；代字不变的，只写顺序号。"
        )
    return f"{code['code']}〔{today.year}〕{int(digits)}号"


def _dates(text: str, name: str) -> Iterator[Field]:
    """Yield the first date of a text, or what stands for it."""
    for place in placeholder.find(text):
        said = place.placeholder
        if place.kind is FILL and said.label == name:
            yield _field(name, Sort.DATE, "", place.start, place.stop, said.last)
            return
    if found := _DATE.search(text):
        yield _field(name, Sort.DATE, found[0], *found.span())


def _doc_number(text: str) -> Iterator[Field]:
    name = ElementKind.DOC_NUMBER.label
    said = placeholder.parse(text)
    if said is not None and said.kind is FILL:
        yield _field(name, Sort.NUMBER, "", 0, len(text), said.last)
    elif found := _NUMBER.search(text):
        waits = not found["number"][:1].isdecimal()
        held = "" if waits else found[0].strip()
        yield _field(name, Sort.NUMBER, held, *found.span(), last=found[0] if waits else "")


def _words(pattern: re.Pattern[str], text: str, name: str) -> Iterator[Field]:
    found = pattern.search(text)
    if found is None:
        return
    start, stop = found.span("held") if found["held"] else (found.end(), found.end())
    held = "".join(map(_plain, slots.parse(found["held"] or "")))
    if placeholder.parse(held) is not None:
        held = ""
    yield _field(name, Sort.WORDS, held, start, stop)


def _plain(part: str | Slot) -> str:
    return part if isinstance(part, str) else part.source


def _signer(text: str) -> Iterator[Field]:
    name = ElementKind.SIGNER.label
    said = placeholder.parse(text)
    if said is not None and said.label == name:
        yield _field(name, Sort.WORDS, "", 0, len(text), said.last)
    else:
        yield from _words(layout().field["signer"], text, name)


def _contact(text: str) -> Iterator[Field]:
    yield from _words(layout().field["contact"], text, "联系人")
    yield from _words(layout().field["phone"], text, "电话")


def _field(name: str, sort: Sort, held: str, start: int, stop: int, last: str = "") -> Field:
    return Field(name=name, sort=sort, held=held, start=start, stop=stop, last=last)


_FIELDS: dict[ElementKind, Callable[[str], Iterator[Field]]] = {
    ElementKind.DATE: lambda text: _dates(text, ElementKind.DATE.label),
    ElementKind.DOC_NUMBER: _doc_number,
    ElementKind.SIGNER: _signer,
    ElementKind.NOTE: _contact,
    ElementKind.IMPRINT: lambda text: _dates(text, "印发日期"),
}
