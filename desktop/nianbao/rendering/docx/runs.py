"""Marks turned into Word's XML, after docxtpl has put the text in its places."""

from collections.abc import Mapping
from copy import deepcopy

from docx.oxml.ns import qn
from lxml import etree

from nianbao.rendering.setting import marks
from nianbao.rendering.setting.marks import Look, ParagraphPlace

Element = etree._Element  # noqa: SLF001 - the stubs have no public name for it

_T, _R, _P, _TAB, _BR = qn("w:t"), qn("w:r"), qn("w:p"), qn("w:tab"), qn("w:br")
_RPR, _PPR = qn("w:rPr"), qn("w:pPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def _tags(names: str) -> frozenset[str]:
    return frozenset(qn(f"w:{name}") for name in names.split())


# The order of children is part of the format: Word calls a file damaged that has another one.
_AFTER_INDENT = _tags(
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_AFTER_SPACE = _AFTER_INDENT | _tags("ind")
_AFTER_BORDERS = _AFTER_SPACE | _tags(
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
    " autoSpaceDN bidi adjustRightInd snapToGrid spacing"
)
_AFTER_HIGHLIGHT = _tags(
    "u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_AFTER_SPACING = _AFTER_HIGHLIGHT | _tags("w kern position sz szCs highlight")
_SIDES = ("top", "left", "bottom", "right")


def apply(tree: Element, styles: Mapping[str, str]) -> None:
    """Turn all marks and tabs below an element into XML. `styles`: name → id of its styles.

    Styles are asked for by name, since Word gives them new ids when it saves a template.
    """
    for text in list(tree.iter(_T)):
        content = text.text or ""
        if marks.marked(content):
            _expand(text, styles)
        elif content != content.strip():
            text.set(_SPACE, "preserve")


def _expand(text: Element, styles: Mapping[str, str]) -> None:
    """Put several runs in the place of one text, whose run keeps what stood before it."""
    run = text.getparent()
    assert run is not None, "a text stands in a run"
    made = [_like(run)]
    for part in marks.decode(text.text or ""):
        if isinstance(part, Look):
            made.append(_like(run))
            _dress(made[-1], part, styles)
        elif isinstance(part, ParagraphPlace):
            _place(next(run.iterancestors(_P)), part)
        else:
            _write(made[-1], part)
    made.append(_like(run))
    made[-1].extend(list(text.itersiblings()))
    run.remove(text)
    last = run
    for new in filter(_says_something, made):
        last.addnext(new)
        last = new
    above = run.getparent()
    if above is not None and not _says_something(run):
        above.remove(run)


def _says_something(run: Element) -> bool:
    return any(child.tag != _RPR for child in run)


def _write(run: Element, text: str) -> None:
    if text == "\t":
        etree.SubElement(run, _TAB)
    elif text == marks.BREAK:
        etree.SubElement(run, _BR)
    else:
        written = etree.SubElement(run, _T)
        written.set(_SPACE, "preserve")
        written.text = text


def _like(run: Element) -> Element:
    """Return a new run with the direct formatting that the template gives to this one."""
    new = etree.Element(_R)
    properties = run.find(_RPR)
    if properties is not None:
        new.append(deepcopy(properties))
    return new


def _dress(run: Element, look: Look, styles: Mapping[str, str]) -> None:
    properties = run.find(_RPR)
    if properties is None:
        properties = etree.SubElement(run, _RPR)
    if look.style in styles:
        for old in properties.findall(qn("w:rStyle")):
            properties.remove(old)
        properties.insert(0, _element("w:rStyle", val=styles[look.style]))
    if look.spacing:
        _put(properties, _element("w:spacing", val=look.spacing), before=_AFTER_SPACING)
    if look.highlight:
        # Word keeps a highlight in a style but does not show it.
        _put(properties, _element("w:highlight", val="yellow"), before=_AFTER_HIGHLIGHT)


def _place(paragraph: Element, place: ParagraphPlace) -> None:
    properties = paragraph.find(_PPR)
    if properties is None:
        properties = etree.Element(_PPR)
        paragraph.insert(0, properties)
    if place.indent:
        _put(properties, _element("w:ind", **place.indent), before=_AFTER_INDENT)
    if place.spacing:
        _put(properties, _element("w:spacing", **place.spacing), before=_AFTER_SPACE)
    if place.borders:
        borders = _element("w:pBdr")
        for side in filter(place.borders.__contains__, _SIDES):
            size, space, colour = place.borders[side]
            borders.append(_element(f"w:{side}", val="single", sz=size, space=space, color=colour))
        _put(properties, borders, before=_AFTER_BORDERS)


def _element(tag: str, **attributes: str | int) -> Element:
    element = etree.Element(qn(tag))
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element


def _put(parent: Element, child: Element, *, before: frozenset[str]) -> None:
    """Put a child where the format wants it, in place of one of its kind."""
    for old in parent.findall(child.tag):
        parent.remove(old)
    following = next((other for other in parent if other.tag in before), None)
    if following is None:
        parent.append(child)
    else:
        following.addprevious(child)
