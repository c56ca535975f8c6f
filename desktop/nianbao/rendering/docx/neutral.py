"""What must not travel with a report: traces of the people who made and changed its template."""

import re

from docx.document import Document
from docx.oxml.ns import qn

NAME = "年报助手"
_LONGEST_TITLE = 255  # what the format allows

# Relations to parts that nothing in the text points to: without its relation a part is not written.
_LEFT_BEHIND = re.compile(
    r"/(attachedTemplate|core-properties|custom-properties|extended-properties|customXml"
    r"|glossaryDocument|stylesWithEffects|thumbnail|webSettings|people|comments\w*|vbaProject)$"
)
_TRACES = re.compile(
    r' w:rsid\w*="[^"]*"| w14:(?:para|text)Id="[^"]*"|<w:proofErr [^>]*/>'
    r"|<w:comment(?:RangeStart|RangeEnd|Reference) [^>]*/>|<w:lastRenderedPageBreak/>"
)


def clear(document: Document) -> None:
    """Take the properties, comments and edit marks of a template out of a document."""
    package = document.part.package
    assert package is not None  # it was opened from a file
    for part in (package, *package.parts):
        for key, relation in list(part.rels.items()):
            reaches_out = relation.is_external and not relation.reltype.endswith("/hyperlink")
            if reaches_out or _LEFT_BEHIND.search(relation.reltype):
                del part.rels[key]
    for root in (document.settings.element, document.styles.element):
        for element in list(root.iter(qn("w:rsids"), qn("w:rsid"), qn("w:attachedTemplate"))):
            element.getparent().remove(element)


def sign(document: Document, title: str) -> None:
    """Give a document new properties: its title and the program's name."""
    properties = document.core_properties
    properties.title = title[:_LONGEST_TITLE]
    properties.author = properties.last_modified_by = NAME
    properties.language = "zh-CN"


def without_traces(source: str) -> str:
    """Return a part's XML without the ids by which Word tells who wrote what, and comments."""
    return _TRACES.sub("", source)
