"""Make `公文.docx`, the Word template of a report (GB/T 9704-2012).

    python templates/build.py

Lengths are twips (1/20 pt), sizes half points, as Word counts them. They give 22 lines a page and
28 characters a line on a type area of 156 mm × 225 mm.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

NAME = "公文.docx"
LINE = 579  # 225 mm / 22
CHARACTER, SMALL_CHARACTER = 320, 280  # 三号, 四号
TEXT_WIDTH = 8845  # 156 mm

FANGSONG, KAITI, HEITI = "仿宋_GB2312", "楷体_GB2312", "黑体"
XIAOBIAOSONG, SONGTI = "方正小标宋简体", "宋体"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = f'xmlns:w="{_W}" xmlns:r="{_R}"'


def _fonts(name: str) -> str:
    # One font for all scripts: quotes, dashes and digits stay Chinese whatever Word takes them for.
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _paragraph_style(
    style_id: str,
    name: str,
    properties: str = "",
    run: str = "",
    *,
    base: str = "Normal",
    following: str = "Body",
) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{base}"/><w:next w:val="{following}"/>'
        f"<w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _character_style(style_id: str, name: str, run: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:qFormat/><w:rPr>{run}</w:rPr></w:style>'
    )


# Character spacing −0.25 pt: 28 characters of 16 pt in 156 mm. No widow control: 22 lines a page.
# No space between Chinese and digits: a full line is 28 characters wide. overflowPunct is Word's
# default; LibreOffice 7 reads it backwards and would let marks hang out if it were not said.
_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct/><w:autoSpaceDE w:val="0"/>'
    '<w:autoSpaceDN w:val="0"/>'
    f'<w:spacing w:before="0" w:after="0" w:line="{LINE}" w:lineRule="exact"/>'
    '<w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="-5"/></w:rPr></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)

_INDENT = f'<w:ind w:firstLineChars="200" w:firstLine="{2 * CHARACTER}"/>'
_ONE_LINE_ABOVE = f'<w:spacing w:before="{LINE}"/>'
# Between paragraphs of one kind the space is left out.
_ONCE = "<w:contextualSpacing/>"

# At the foot of the page; one character in on both sides, what follows stands behind “抄送：”. The
# rules come with the text, since they depend on which line is the first and the last.
_IMPRINT = (
    f'<w:keepNext/><w:keepLines/><w:framePr w:w="{TEXT_WIDTH}" w:wrap="notBeside"'
    ' w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
    f'<w:snapToGrid w:val="0"/><w:spacing w:before="{LINE}" w:line="480" w:lineRule="exact"/>'
    f'<w:ind w:left="{4 * SMALL_CHARACTER}" w:right="{SMALL_CHARACTER}"'
    f' w:hanging="{3 * SMALL_CHARACTER}"/>{_ONCE}'
)

_STYLES = (
    _paragraph_style("Body", "公文正文", _INDENT),
    _paragraph_style(
        "Title0",
        "公文标题",
        f'<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/><w:spacing w:after="{LINE}"/>'
        f'{_ONCE}<w:jc w:val="center"/>',
        _fonts(XIAOBIAOSONG) + '<w:spacing w:val="0"/>' + _size(44),
    ),
    _paragraph_style("DocNumber", "发文字号", f'<w:spacing w:after="{2 * LINE}"/>{_ONCE}'),
    _paragraph_style(
        "Signer",
        "签发人",
        f'<w:spacing w:after="{2 * LINE}"/><w:ind w:rightChars="100" w:right="{CHARACTER}"/>'
        f'{_ONCE}<w:jc w:val="right"/>',
    ),
    _paragraph_style("Addressee", "主送机关"),
    *(
        _paragraph_style(
            f"Level{level}",
            f"{'一二三四'[level - 1]}级标题",
            f'<w:outlineLvl w:val="{level - 1}"/>',
            font and _fonts(font),
            base="Body",
        )
        for level, font in enumerate((HEITI, KAITI, "", ""), start=1)
    ),
    _paragraph_style("Attachment", "附件说明", _ONE_LINE_ABOVE + _INDENT + _ONCE),
    _paragraph_style(
        "Signature",
        "发文机关署名",
        f'<w:keepNext/>{_ONE_LINE_ABOVE}<w:ind w:rightChars="400" w:right="{4 * CHARACTER}"/>'
        f'{_ONCE}<w:jc w:val="right"/>',
        following="Date0",
    ),
    _paragraph_style(
        "Date0",
        "成文日期",
        f'<w:ind w:rightChars="400" w:right="{4 * CHARACTER}"/><w:jc w:val="right"/>',
    ),
    _paragraph_style("Note", "附注", _INDENT),
    _paragraph_style(
        "Imprint",
        "版记",
        _IMPRINT,
        '<w:spacing w:val="0"/>' + _size(28),
        following="Imprint",
    ),
    _paragraph_style(
        "PageNumber",
        "公文页码",
        '<w:snapToGrid w:val="0"/><w:spacing w:line="280" w:lineRule="exact"/>',
        _fonts(SONGTI) + '<w:spacing w:val="0"/>' + _size(28),
        following="PageNumber",
    ),
    _character_style("Run1", "一级标题字", _fonts(HEITI)),
    _character_style("Run2", "二级标题字", _fonts(KAITI)),
    _character_style("Run3", "三级标题字", _fonts(FANGSONG)),
    _character_style("Run4", "四级标题字", _fonts(FANGSONG)),
    _character_style("SignerName", "签发人姓名", _fonts(KAITI)),
    _character_style("Pending", "待填", '<w:highlight w:val="yellow"/>'),
)

# What the loop does with a paragraph, asked in this order; what is none of these is body text.
_BRANCHES = (
    ("标题", "Title0"),
    ("发文字号", "DocNumber"),
    ("签发人", "Signer"),
    ("主送机关", "Addressee"),
    ("一级标题", "Level1"),
    ("二级标题", "Level2"),
    ("三级标题", "Level3"),
    ("四级标题", "Level4"),
    ("附件说明", "Attachment"),
    ("发文机关署名", "Signature"),
    ("成文日期", "Date0"),
    ("附注", "Note"),
    ("版记", "Imprint"),
)
_HINT = "{#p 公文模板：样式、页边距、版头都可以改；花括号和里面的字请不要动，导出时换成正文。 #}"


def _paragraph(style: str, text: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _mark(text: str) -> str:
    """Return a paragraph that steers the loop: small and grey, gone from what is written."""
    return (
        '<w:p><w:r><w:rPr><w:color w:val="808080"/><w:sz w:val="18"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _loop() -> Iterator[str]:
    yield _mark(_HINT)
    yield _mark("{%p for 段 in 全文 %}")
    for number, (name, style) in enumerate(_BRANCHES):
        yield _mark(f"{{%p {'elif' if number else 'if'} 段.{name} %}}")
        yield _paragraph(style, "{{ 段.文 }}")
    yield _mark("{%p else %}")
    yield _paragraph("Body", "{{ 段.文 }}")
    yield _mark("{%p endif %}")
    yield _mark("{%p endfor %}")


# Margins: 37 mm above, 28 left, 26 right, 35 below; page number 7 mm below the text.
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>'
    '<w:footerReference w:type="even" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851"'
    f' w:footer="1417" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
)


def _footer(side: str) -> str:
    return (
        f'<w:ftr {_SPACES}><w:p><w:pPr><w:pStyle w:val="PageNumber"/>'
        f'<w:ind w:{side}Chars="100" w:{side}="{SMALL_CHARACTER}"/><w:jc w:val="{side}"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


_SETTINGS = (
    f'<w:settings {_SPACES}><w:zoom w:percent="100"/>'
    f'<w:defaultTabStop w:val="{2 * CHARACTER}"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/>'
    "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat></w:settings>'
)


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'


def _relations(*relations: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'


def _content_types(parts: dict[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def parts() -> dict[str, str]:
    """Return the parts of the template: name in the zip → XML."""
    body = "".join(_loop()) + _SECTION
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FANGSONG)}{_size(32)}"
        '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    kinds = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "word/styles.xml": f"{_WORD}.styles+xml",
        "word/settings.xml": f"{_WORD}.settings+xml",
        "word/footer1.xml": f"{_WORD}.footer+xml",
        "word/footer2.xml": f"{_WORD}.footer+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    return {
        "[Content_Types].xml": _content_types(kinds),
        "_rels/.rels": _relations(
            _relation(1, f"{_R}/officeDocument", "word/document.xml"),
            _relation(2, f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_SPACES}>{defaults}{_NORMAL}{''.join(_STYLES)}</w:styles>",
        "word/settings.xml": _SETTINGS,
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
        "word/_rels/document.xml.rels": _relations(
            _relation(1, f"{_R}/styles", "styles.xml"),
            _relation(2, f"{_R}/settings", "settings.xml"),
            _relation(3, f"{_R}/footer", "footer1.xml"),
            _relation(4, f"{_R}/footer", "footer2.xml"),
        ),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>年报助手</dc:creator>'
            "<dc:language>zh-CN</dc:language></cp:coreProperties>"
        ),
    }


def build(folder: Path) -> Path:
    """Write the template into a folder and return where it is."""
    path = folder / NAME
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts().items():
            package.writestr(zipfile.ZipInfo(name), (_HEAD + xml).encode(), zipfile.ZIP_DEFLATED)
    return path


if __name__ == "__main__":
    print(build(Path(__file__).parent))
