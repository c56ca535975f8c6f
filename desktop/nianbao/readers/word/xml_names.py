"""The XML names of Word files, as lxml spells them."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# ISO/IEC 29500 strict gives the same elements other names; they are mapped before parsing.
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (_STRICT + b"wordprocessingml/main", W),
    (_STRICT + b"officeDocument/relationships", R),
    (_STRICT + b"officeDocument/math", MATH),
    (_STRICT + b"drawingml/wordprocessingDrawing", DRAWING),
    (_STRICT + b"drawingml/picture", PIC),
    (_STRICT + b"drawingml/chart", CHART),
    (_STRICT + b"drawingml/diagram", DIAGRAM),
)


def transitional(xml: bytes) -> bytes:
    """Give strict XML the names of transitional XML."""
    if _STRICT in xml:
        for strict, name in _TRANSITIONAL:
            xml = xml.replace(strict, name.strip("{}").encode())
    return xml
