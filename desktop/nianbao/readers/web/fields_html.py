"""What a page shows without text of its own: fields of a form, formulas."""

import re

from lxml import etree

from nianbao.readers.raised import lowered, raised

FIELDS = ("input", "select", "textarea")
_TYPED = frozenset(("text", "number", "", "tel", "email", "url", "date", "month"))
_BOXES = ("checkbox", "radio")
_TICKED, _OPEN = "☑", "☐"
_NOT_SHOWN = ("annotation", "annotation-xml", "none", "mprescripts")


def filled_in(field: etree._Element) -> str:
    """Return what a field of a form shows: what is filled in, chosen or ticked."""
    match field.tag:
        case "textarea":
            return str(field.text or "").strip()
        case "select":
            options = list(field.iter("option"))
            chosen = [one for one in options if "selected" in one.attrib] or options[:1]
            return "、".join("".join(map(str, one.itertext())).strip() for one in chosen)
    kind = field.get("type", "").lower()
    if kind in _BOXES:
        return _TICKED if "checked" in field.attrib else _OPEN
    return str(field.get("value", "")) if kind in _TYPED else ""


def is_field(element: etree._Element) -> bool:
    """Tell whether an element is a field that somebody fills in."""
    kind = element.get("type", "").lower()
    return element.tag in FIELDS and (element.tag != "input" or kind in (*_TYPED, *_BOXES))


def formula(element: etree._Element) -> str:
    """Return a formula of MathML as one line: 1/3, 8³."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _NOT_SHOWN:
        return ""
    parts = [formula(child) for child in element]
    own = re.sub(r"\s+", "", element.text or "")
    match tag, parts:
        case "mfrac", [above, below]:
            return f"{above}/{below}"
        case "msup", [base, high]:
            return base + raised(high)
        case "msub", [base, low]:
            return base + lowered(low)
        case "msubsup", [base, low, high]:
            return base + lowered(low) + raised(high)
        case "msqrt", _:
            return f"√{own}{''.join(parts)}"
        case "semantics", [first, *_]:
            return first
    return own + "".join(parts)
