"""Build the sample .docx from its .txt: numbered by Word, with revisions and a comment.

Read as accepted, with the list numbers Word computes, it is the .txt; the bytes never change.
"""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

SOURCE = Path(__file__).with_name("安澜县2025年法治政府建设年度报告.txt")
OFFICE, WHEN = "安澜县司法局", datetime(2026, 2, 5, 9, 30)  # noqa: DTZ001  # as Word keeps it
MARK = f'w:author="{OFFICE}" w:date="{WHEN:%Y-%m-%dT%H:%M:%SZ}"'
BODY, KAI, HEI, TITLE = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
EDITS = (  # the text before, what was put in, what was struck out
    ("围绕合同管理、劳动用工", "、知识产权保护", ""),
    ("排查一般隐患", "2745", "2754"),
    ("对工作实效的引导作用发挥", "", "还"),
)
NOTED, NOTE = "败诉率13.3%", "已与县人民法院核对，口径为当年一审审结案件。"
LEVELS = (  # the number as the .txt has it, and how Word is told to compute it
    (r"[一二三四五六七八九十]+、", "japaneseCounting", "%1、", HEI),
    (r"（[一二三四五六七八九十]+）", "chineseCounting", "（%2）", KAI),
    (r"\d{1,2}\.", "decimal", "%3.", BODY),
    (r"（\d{1,2}）", "decimal", "（%4）", BODY),
)
IND = '<w:ind w:firstLineChars="{}" w:firstLine="{}"'
FLAT, ONE, TWO = IND.format(0, 0), IND.format(100, 280), IND.format(200, 640)
LINE = '<w:spacing w:before="{}" w:after="{}" w:line="579" w:lineRule="exact"/>'
LISTED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
RULE = '<w:{} w:val="single" w:sz="{}" w:space="1" w:color="000000"/>'
FOOT = '<w:keepNext/><w:pBdr>{}</w:pBdr><w:spacing w:before="{}"/>' + ONE + "/>"
RIGHT = '<w:spacing w:before="{}"/><w:ind w:rightChars="{}" w:right="{}"/><w:jc w:val="right"/>'
WIDE = '<w:autoSpaceDN w:val="0"/>{}{} w:left="1560" w:right="1560"/><w:jc w:val="center"/>'
FRAME = (  # what stands around the report: pattern, paragraph properties, font, size
    (r"\w+〔\d+〕\d+号", f'{FLAT}/><w:jc w:val="center"/>', BODY, 16),
    (r"\w+的报告", WIDE.format(LINE.format(1158, 579), FLAT), TITLE, 22),
    (r"\w+：", f"{FLAT}/>", BODY, 16),
    (r"\w+人民政府", RIGHT.format(579, 350, 1120), BODY, 16),
    (r"\d+年\d+月\d+日", RIGHT.format(0, 400, 1280), BODY, 16),
    (r"抄送：.*", FOOT.format(RULE.format("top", 8), 579), BODY, 14),
    (r"\w+　　\w+印发", FOOT.format(RULE.format("top", 6) + RULE.format("bottom", 8), 0), BODY, 14),
)


def xml(text: str) -> Any:
    """Parse WordprocessingML elements that still lack their namespace."""
    return [*parse_xml(f"<w:body {nsdecls('w')}>{text}</w:body>").iterchildren()]


def look(face: str, points: int = 16, extra: str = "") -> str:
    """Return run properties: one font for both scripts, so that quotation marks stay full-width."""
    faces = " ".join(f'w:{script}="{face}"' for script in ("ascii", "eastAsia", "hAnsi", "cs"))
    size = f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'
    return f'<w:rPr><w:rFonts w:hint="eastAsia" {faces}/>{extra}{size}</w:rPr>'


def run(text: str, properties: str) -> str:
    """Write a run."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(line: str) -> str:
    """Write one line of the .txt as Word has it; its number, if it has one, is left to Word."""
    place, body = "", run(line, look(BODY))
    for pattern, properties, font, points in FRAME:
        if re.fullmatch(pattern, line):
            place, body = properties, run(line, look(font, points))
    for level, (pattern, _, _, font) in enumerate(LEVELS):
        if number := re.match(pattern, line):
            lead, stop, rest = line[number.end() :].partition("。")
            place = LISTED.format(level)
            front = look(font, extra="<w:b/>" if level == 2 else "")
            body = run(lead + stop, front) + run(rest, look(BODY))
            if not stop:  # on a line of its own: the style carries font and number
                place, body = f'<w:pStyle w:val="{level + 1}"/>', run(lead, "")
    return f"<w:p><w:pPr>{place}</w:pPr>{body}</w:p>"


def revised(text: str) -> str:
    """Cut the revisions, the commented words and the stretched gap of the imprint out of runs."""
    gap = run("　　", look(BODY, 14, '<w:spacing w:val="1250"/>'))
    places = [(NOTED, "", run(NOTED, look(BODY)), 16), ("　　", "", gap, 14)]
    for number, (before, new, old) in enumerate(EDITS):
        gone = run(old, look(BODY)).replace("w:t", "w:delText")
        marks = f'<w:del w:id="{100 + number}" {MARK}>{gone}</w:del>' if old else ""
        put = f'<w:ins w:id="{200 + number}" {MARK}>{run(new, look(BODY))}</w:ins>'
        places.append((before + new, before, marks + (put if new else ""), 16))
    for old, before, middle, points in places:
        first, last = run("|", look(BODY, points)).split("|")
        found, after = text.split(old)  # each place is there once
        text = f"{found}{before}{last}{middle}{first}{after}"
    return text


def shapes() -> tuple[str, str]:
    """Return the styles and the list numbering; the two upper levels are numbered by style."""
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:pPr>'
    style += f'<w:widowControl w:val="0"/>{{}}{LINE.format(0, 0)}{TWO}/><w:jc w:val="both"/>'
    style += "{}</w:pPr>{}</w:style>"
    letters = [look(font, extra='<w:spacing w:val="-5"/>') for font in (HEI, KAI, BODY)]
    styles = style.format('Normal" w:default="1', "Normal", "", "", letters[2])
    levels = '<w:multiLevelType w:val="multilevel"/>'
    for level, (_, form, label, font) in enumerate(LEVELS):
        levels += f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        if level < 2:
            name, depth = f"heading {level + 1}", f'<w:outlineLvl w:val="{level}"/>'
            styles += style.format(level + 1, name, LISTED.format(level), depth, letters[level])
            levels += f'<w:pStyle w:val="{level + 1}"/>'
        levels += f'<w:suff w:val="nothing"/><w:lvlText w:val="{label}"/><w:lvlJc w:val="left"/>'
        levels += f"<w:pPr>{TWO}/></w:pPr>{look(font)}</w:lvl>"
    number = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    return styles, f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>{number}'


def main() -> None:
    """Build the .docx beside the .txt."""
    doc = Document()
    doc.styles.element[:], doc.part.numbering_part.element[:] = map(xml, shapes())
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    doc.element.body[:-1] = xml(revised("".join(map(paragraph, lines))))
    doc.element.body[-1][:] = xml(
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" '
        'w:left="1587" w:header="851" w:footer="1417" w:gutter="0"/>'
    )
    before, page, after = (run(text, look("宋体", 14)) for text in ("— ", "1", " —"))
    page = f'{before}<w:fldSimple w:instr=" PAGE ">{page}</w:fldSimple>{after}</w:p>'
    doc.sections[0].footer.part.element[:] = xml(f"<w:p><w:pPr>{FRAME[0][1]}</w:pPr>{page}")
    noted = next(r for p in doc.paragraphs for r in p.runs if r.text == NOTED)
    doc.add_comment(noted, NOTE, author=OFFICE, initials="司法局")
    about, rels = doc.core_properties, doc.part.package.rels
    about.author, about.last_modified_by, about.title, about.comments = OFFICE, OFFICE, lines[1], ""
    about.created = about.modified = WHEN
    rels.pop(next(key for key, rel in rels.items() if "thumbnail" in rel.reltype))
    doc.save(made := io.BytesIO())
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(SOURCE.with_suffix(".docx"), "w") as out:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name)  # its date is 1980-01-01, wherever this runs
            entry.create_system, entry.compress_type = 0, zipfile.ZIP_DEFLATED
            out.writestr(entry, re.sub(rb'w:date="[^"]+"', MARK[-29:].encode(), parts.read(name)))


if __name__ == "__main__":
    main()
