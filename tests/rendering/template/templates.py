"""Templates whose text stands in one place of a document, and the words of what is made of them."""

import re
import zipfile

import docx

PLACES = ("body", "header", "footer", "cell", "footnote", "endnote")


NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas'
    '.openxmlformats.org/officeDocument/2006/relationships"'
)


_NOTES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:KINDs {NAMES}><w:KIND w:id="2">'
    "<w:p><w:r><w:t>TEXT</w:t></w:r></w:p></w:KIND></w:KINDs>"
)


def template(folder, text, place="body"):
    """Make a template whose text stands in one place."""
    document = docx.Document()
    if place == "cell":
        document.add_table(1, 1).cell(0, 0).text = text
    elif place in ("header", "footer"):
        getattr(document.sections[0], place).paragraphs[0].text = text
    elif place == "body":
        document.add_paragraph(text)
    path = folder / f"{place}.docx"
    document.save(path)
    if place in ("footnote", "endnote"):
        _add_note(path, text, place)
    return path


def _add_note(path, text, place):
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{place}s+xml"
    link = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{place}s"
    for name, end, more in (
        (
            "[Content_Types].xml",
            "</Types>",
            f'<Override PartName="/word/{place}s.xml" ContentType="{kind}"/>',
        ),
        (
            "word/_rels/document.xml.rels",
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{link}" Target="{place}s.xml"/>',
        ),
    ):
        parts[name] = parts[name].replace(end.encode(), (more + end).encode())
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    notes = _NOTES.replace("TEXT", escaped).replace("KIND", place)
    parts[f"word/{place}s.xml"] = notes.encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def words(path):
    """Return the text of every story."""
    with zipfile.ZipFile(path) as package:
        names = [n for n in package.namelist() if re.match(r"word/(doc|head|foot|end)\w+\.xml", n)]
        xml = " ".join(package.read(name).decode() for name in names)
    return re.sub(r"<[^>]*>", "", xml)
