"""What stands in a run and speaks for itself: text, breaks, symbols, codes of fields."""

from collections.abc import Callable

from lxml import etree

from nianbao.readers.gathering import Gathering
from nianbao.readers.word.open_text import OpenText
from nianbao.readers.word.symbols import UNKNOWN, symbol, typed
from nianbao.readers.word.xml.fields import chosen
from nianbao.readers.word.xml.math import written
from nianbao.readers.word.xml.names import MATH, SIGN, XML_SPACE, W

_DAY = ("day", "month", "year")  # of the day on which the file is read
_BLANKS = " \t\r\n"
_LINE_ENDS_TO_SPACE = str.maketrans("\r\n", "  ")


def _text(into: OpenText, out: Gathering, element: etree._Element) -> None:
    text = element.text or ""
    if element.get(XML_SPACE) != "preserve":
        text = text.strip(_BLANKS)
    if "\n" in text or "\r" in text:
        text = text.translate(_LINE_ENDS_TO_SPACE)  # as Word shows them
    if text and into.shown.signs:
        text, unknown = typed(text, into.shown.signs)
        out.count("symbol", unknown)
    if text:
        into.say(text)


def _tab(into: OpenText, _: Gathering, __: etree._Element) -> None:
    into.say("\t")


def _hyphen(into: OpenText, _: Gathering, __: etree._Element) -> None:
    into.say("-")


def _break(into: OpenText, _: Gathering, element: etree._Element) -> None:
    if not into.shown.hidden:
        into.part("\f" if element.get(W + "type") in ("page", "column") else "\n")


def _symbol(into: OpenText, out: Gathering, element: etree._Element) -> None:
    names = W if element.tag == W + "sym" else SIGN
    sign = symbol(element.get(names + "char", ""), element.get(names + "font", ""))
    if sign is None:
        out.count("symbol")
    into.say(sign or UNKNOWN)


def _day(into: OpenText, _: Gathering, element: etree._Element) -> None:
    into.without_result(etree.QName(element).localname)


def _formula(into: OpenText, out: Gathering, element: etree._Element) -> None:
    out.count("formula")
    into.say(written(element))


def _ruby(_: OpenText, out: Gathering, element: etree._Element) -> None:
    out.count("ruby", sum(len(part.text or "") for part in element.iter(W + "t")))


def _field(into: OpenText, _: Gathering, element: etree._Element) -> None:
    match element.get(W + "fldCharType"):
        case "begin":
            into.fields.begin(chosen(element.find(W + "ffData")))
        case "separate":
            into.fields.separate()
        case "end":
            into.end_field()


def _instruction(into: OpenText, _: Gathering, element: etree._Element) -> None:
    into.fields.instruct(element.text or "")


SPEAKERS: dict[str, Callable[[OpenText, Gathering, etree._Element], None]] = {
    W + "t": _text,
    MATH + "oMath": _formula,
    W + "tab": _tab,
    W + "ptab": _tab,
    W + "noBreakHyphen": _hyphen,
    W + "br": _break,
    W + "cr": _break,
    W + "sym": _symbol,
    SIGN + "symEx": _symbol,
    **dict.fromkeys((W + part + form for part in _DAY for form in ("Long", "Short")), _day),
    W + "rt": _ruby,
    W + "fldChar": _field,
    W + "instrText": _instruction,
}
"""What each element says, into the paragraph that is open; what is not read is counted."""
