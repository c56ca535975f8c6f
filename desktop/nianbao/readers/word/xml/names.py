"""The XML names of Word files, as lxml spells them."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART_NEW = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
SIGN = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# ISO/IEC 29500 strict gives the same elements other names; they are mapped before parsing.
WIDE = ("utf-16-le", "utf-16-be")  # the other codes in which Word files may be written
_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (_STRICT + "wordprocessingml/main", W),
    (_STRICT + "officeDocument/relationships", R),
    (_STRICT + "officeDocument/math", MATH),
    (_STRICT + "drawingml/wordprocessingDrawing", DRAWING),
    (_STRICT + "drawingml/main", DRAWN),
    (_STRICT + "drawingml/picture", PIC),
    (_STRICT + "drawingml/chart", CHART),
    (_STRICT + "drawingml/diagram", DIAGRAM),
)


def transitional(xml: bytes) -> bytes:
    """Give strict XML the names of transitional XML."""
    for code in ("ascii", *WIDE):
        if _STRICT.encode(code) in xml:
            for strict, name in _TRANSITIONAL:
                xml = xml.replace(strict.encode(code), name.strip("{}").encode(code))
    return xml
