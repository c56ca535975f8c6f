"""The formatting of a paragraph or run in Word, after its styles and the defaults are asked."""

from docx.oxml.ns import qn


def paragraph(document, element, tag, attribute="val"):
    """The value of pPr/tag@attribute that counts for a w:p."""
    return _first([element.find(qn("w:pPr")), *_styles(document, element, "pPr")], tag, attribute)


def run(document, element, tag, attribute="val"):
    """The value of rPr/tag@attribute that counts for a w:r."""
    properties = element.find(qn("w:rPr"))
    named = properties.find(qn("w:rStyle")) if properties is not None else None
    own = _chain(document, named.get(qn("w:val")), "rPr") if named is not None else []
    of_paragraph = _styles(document, element.getparent(), "rPr")
    return _first([properties, *own, *of_paragraph], tag, attribute)


def _styles(document, p, kind):
    properties = p.find(qn("w:pPr"))
    named = properties.find(qn("w:pStyle")) if properties is not None else None
    chain = _chain(document, named.get(qn("w:val")) if named is not None else "Normal", kind)
    default = document.styles.element.find(f"{qn('w:docDefaults')}/{qn(f'w:{kind}Default')}")
    return [*chain, default.find(qn(f"w:{kind}"))]


def _chain(document, style_id, kind):
    styles = {s.get(qn("w:styleId")): s for s in document.styles.element.iter(qn("w:style"))}
    while style_id is not None:
        style = styles[style_id]
        yield style.find(qn(f"w:{kind}"))
        base = style.find(qn("w:basedOn"))
        style_id = base.get(qn("w:val")) if base is not None else None


def _first(sources, tag, attribute):
    for source in sources:
        found = source.find(qn(f"w:{tag}")) if source is not None else None
        if found is not None and found.get(qn(f"w:{attribute}")) is not None:
            return found.get(qn(f"w:{attribute}"))
    return None
