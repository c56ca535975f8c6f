"""Where every reader puts what it found; the one place that cleans text.

Text that leaves the readers holds no control character but the tab, no lone surrogate and no
U+FFFE or U+FFFF. What was removed is counted and told. Nothing else is changed: no Unicode
normalisation, so rare characters such as 𠮷 stay what they are.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from nianbao.readers import refusals
from nianbao.report.document import Cell, Comment, Document, FilePlace, Notice, Paragraph
from nianbao.report.writing.chinese import COUNTING

# Inside a reader these separate two paragraphs; "\n" is how a soft line break is handed over.
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\u2028\u2029]")
_SPECIAL = re.compile("[\x00-\x08\x0a-\x1f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_RUNS_ON = re.compile(r"[\d.．,，·]$")  # ends of list numbers that digits would go on from
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")  # what it shows, only its font knows
_UNFIT = re.compile("[\x00-\x08\x0a-\x1f\ud800-\udfff\ufffe\uffff]")

# Beyond any report (a long one has 30,000 characters): what the user cannot read is not worth
# the memory.
_MAX_PARAGRAPHS = 300_000
_MAX_CHARACTERS = 20_000_000

_SENTENCES = {
    "unfit_characters": "文件中有{count}个看不见的控制字符或无效字符，已去掉。",
    "hidden_text": "文件中有{count}个字设为隐藏，没有读入。",
    "deleted_text": "文件带有修订痕迹，已删除的{count}个字没有读入。",
    "struck_text": "有{count}个字加了删除线，没有读入；还要用的请去掉删除线再导入。",
    "turned_text": "有{count}个字斜着或竖着排（如水印、装订线），没有读入。",
    "inserted_text": "文件带有修订痕迹，修订中新增的{count}个字按已接受读入。",
    "moved_text": "文件带有修订痕迹，移动了的{count}个字按移动以后的位置读入。",
    "unfilled_control": "有{count}处要填写的内容控件多半没有填，里面的提示文字已照样读入，请核对。",
    "field_code": "有{count}个字属于域代码，不是正文，没有读入。",
    "field_without_result": "有{count}处域（带圈字符、公式等）没有结果，没有读入，请对照原文。",
    "formula": "有{count}处公式按一行文字读入，请对照原文核对。",
    "picture": "文件中有{count}张图片没有读入；图片里如有文字，请另行补上。",
    "chart": "文件中有{count}个图表或图示没有读入；里面如有文字，请另行补上。",
    "embedded": "文件中嵌入了{count}个别的文件或对象，没有读入。",
    "chunk": "文件中有{count}处内容是别的文件嵌进来的，已读入，放在原来的位置，请对照原文核对。",
    "chunk_left_out": "文件中有{count}处嵌进来的内容读不出来（多半是RTF、已损坏或不在这个文件里），"
    "没有读入：请在Word里打开原件，全部复制到一份新文档里另存，再导入。",
    "symbol": "有{count}个特殊符号认不出，请对照原文核对。",
    "ruby": "注音的{count}个字没有读入，被注音的字已读入。",
    "other_version": "有{count}个字是给别的Word版本准备的另一种写法，没有读入。",
    "header_footer": "页眉页脚中的{count}个字没有读入。",
    "footnote": "文件有{count}条脚注或尾注，放在所注的段落之后。",
    "footnote_below": "文件有{count}条脚注或尾注，放在全部正文之后。",
    "footnote_left_out": "文件中脚注、尾注、批注或页眉页脚的{count}个字没有读入。",
    "box_below": "文本框里的{count}段话放在全部正文之后，请对照原文移到原来的地方。",
    "broken_reference": "有{count}处引用已失效，显示成“错误！未找到引用源”一类的字样，已照样读入，"
    "请对照原文改正。",
    "box_within": "有{count}个文本框夹在一段文字中间，框里的字读在这一段之后，请对照原文核对。",
    "list_numbers": "有{count}段的自动编号已损坏，读不出来，请核对，或另存为.docx再导入。",
    "shown_by_script": "网页的样式把大部分文字设为不显示（多半由脚本打开），已照样读入，请核对。",
    "style_unread": "网页的样式太长或太复杂，没有全部查看；有没有不显示的字，请对照原文。",
    "style_elsewhere": "网页有{count}份样式在别的文件里，没有读入，其中藏起的字认不出来：请对照"
    "浏览器里的样子核对，或在浏览器里另存为单个文件（.mhtml）再导入。",
    "hidden_in_doubt": "有{count}处文字在某种条件下才显示，已读入，请对照原文核对。",
    "written_in_doubt": "有{count}处文字旁边可能有网页样式自动写上的字，没有读入，请对照原文核对。",
    "written_by_style": "有{count}处编号或文字由网页样式自动生成，没有读入，请对照原文补上。",
    "faint_text": "有{count}个字是白色或和底色一样，多半看不见，已读入，请核对要不要留。",
    "reordered": "有{count}处内容显示的先后和文件里的不同，请对照原文核对。",
    "form_field": "有{count}处表单的填空或选项按文件里的内容读入，请对照原文核对。",
    "site_chrome": "网页上的{count}行导航、版权等内容不属于正文，已去掉。",
    "page_furniture": "去掉了{count}处页码、页眉或页脚。",
    "rejoined_lines": "PDF没有段落，{count}段是按版面把各行接起来的，请对照原文核对分段。",
    "columns": "有{count}页分栏排版，已逐栏读入，请对照原文核对先后。",
    "overlaid_text": "有{count}个字叠在别的字上（可能是遮盖后改写的），都读入了，请对照原文核对。",
    "tables": "有{count}页像有表格，已按位置逐格读入，请对照原文核对每格的文字。",
    "note": "PDF上有{count}条批注没有读入。",
    "written_on": "PDF上后加的{count}处文字（文本框、图章或表单）没有读入，请对照原文补上。",
    "picture_page": "有{count}页是图片，没有读入。",
    "encoding": "文件不是UTF-8编码，按{detail}读入；如有乱码，请换一种编码另存后再导入。",
    "damaged_characters": "有{count}个字的编码已损坏，显示为�，请对照原文补上。",
    "converted": "文件是{detail}，已先用电脑上的办公软件转换成Word文档再读入，请核对。",
}


_OF_ITS_OWN = re.compile(rf"\s*(?:[（(〔【—\-]|[\d〇○{COUNTING}]{{4}}年[\d{COUNTING}十]{{1,2}}月)")


# What Word and LibreOffice show of a field whose place in the text is gone.
_BROKEN = re.compile(
    r"错误[!！:：] ?(?:(?:未|找不)(?:找?到引用源|定义书签|指定书签)|文档中没有指定样式的文字)"
    r"|Error[!:] ?(?:Reference source not found|Bookmark not defined|No text of specified style)"
)


def _shaped(lines: Iterable[str]) -> Iterator[str]:
    """Join the lines of a centred cell, but no two numbers; dates and brackets stand alone."""
    joined = ""
    for line in lines:
        numbers = joined[-1:].isdecimal() and line[:1].isdecimal()
        if joined and (numbers or _OF_ITS_OWN.match(line)):
            yield joined
            joined = line
        else:
            joined += line
    yield joined


class Gathering:
    """Collects paragraphs in reading order, and counts what was left out."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._characters = 0
        self._paragraphs: list[Paragraph] = []
        self._comments: list[Comment] = []
        self._cut: list[str] = []
        self._counts: Counter[str] = Counter()
        self._details: dict[str, str] = {}
        self._told: list[Notice] = []  # by the readers of files inside this one

    def __len__(self) -> int:
        return len(self._paragraphs)

    def add(
        self,
        text: str,
        *,
        list_number: str = "",
        style: str = "",
        level: int | None = None,
        centred: bool = False,
        place: FilePlace = FilePlace.BODY,
        soft: bool = True,
        cell: Cell | None = None,
    ) -> None:
        """Add one paragraph; breaks in it make several, but only shape a centred cell of a table.

        They are `soft` breaks or breaks of pages, or the ends of lines that each are a paragraph.
        """
        self._characters += len(text) + len(list_number)
        if self._characters > _MAX_CHARACTERS:
            raise refusals.too_big(self._name, f"{self._characters} characters")
        self.count("symbol", len(_PRIVATE.findall(text)))
        self.count("broken_reference", len(_BROKEN.findall(text)))
        lines, softly = [text], [False]
        if _SPECIAL.search(text):  # one look instead of three for nearly every paragraph
            split = ([self.clean(line) for line in _LINE_ENDS.split(p)] for p in text.split("\f"))
            in_cell = centred and place is FilePlace.TABLE
            pages = [list(_shaped(page)) if in_cell else page for page in split]
            lines = [line for page in pages for line in page]
            softly = [soft and at > 0 for at in range(len(lines))]
        if len(self) + len(lines) > _MAX_PARAGRAPHS:
            raise refusals.too_big(self._name, f"{len(self) + len(lines)} paragraphs")
        number = self.clean(list_number) if list_number else ""
        if number and _RUNS_ON.search(number) and lines[0][:1].isdecimal():
            number += " "  # Word sets them apart: 2. and 120卷 are not 2.120卷
        for position, line in enumerate(lines):
            first = number if position == 0 else ""
            self._paragraphs.append(
                Paragraph(
                    text=first + line,
                    list_number=first,
                    style=style,
                    level=level,
                    centred=centred,
                    place=place,
                    soft=softly[position],
                    cell=cell,
                )
            )

    def take_in(self, inside: Document, place: FilePlace) -> None:
        """Add the paragraphs of a file that stands inside this one, and what its reader told.

        In the body they keep their own places; in a table all of them are of the table.
        """
        before = len(self)
        for one in inside.paragraphs:
            self._characters += len(one.text)
            outside = one.place if place is FilePlace.BODY else place
            # A table inside is none that this file counts.
            self._paragraphs.append(replace(one, place=outside, cell=None))
        if self._characters > _MAX_CHARACTERS or len(self) > _MAX_PARAGRAPHS:
            raise refusals.too_big(
                self._name, f"{len(self)} paragraphs, {self._characters} characters"
            )
        for comment in inside.comments:
            at = None if comment.paragraph is None else comment.paragraph + before
            self._comments.append(replace(comment, paragraph=at))
        self._cut += inside.cut
        for notice in inside.notices:
            if "{detail}" in _SENTENCES[notice.kind]:
                self._told.append(notice)
            else:
                self.count(notice.kind, notice.count)

    def add_comment(self, author: str, text: str, paragraph: int | None) -> None:
        """Keep a reviewer's comment beside the text."""
        lines = "\n".join(self.clean(line) for line in _LINE_ENDS.split(text))
        self._comments.append(Comment(author=self.clean(author), text=lines, paragraph=paragraph))

    def cut(self, line: str) -> None:
        """Keep a line that belongs to the site and not to the page."""
        self._cut.append(self.clean(line))

    def count(self, kind: str, number: int = 1, detail: str = "") -> None:
        """Count something for a notice; `detail` fills the place that its sentence leaves."""
        if number:
            self._counts[kind] += number
        if detail:
            self._details[kind] = detail

    def clean(self, text: str) -> str:
        """Take out the characters that may not enter the program."""
        if not _UNFIT.search(text):
            return text
        cleaned = _UNFIT.sub("", text)
        self._counts["unfit_characters"] += len(text) - len(cleaned)
        return cleaned

    def finish(self, kind: str, title: str = "") -> Document:
        """Close the collection."""
        title = self.clean(_LINE_ENDS.sub("", title))
        return Document(
            kind=kind,
            name=self._name,
            paragraphs=tuple(self._paragraphs),
            title=title,
            comments=tuple(self._comments),
            notices=(*(self._notice(kind) for kind in self._counts), *self._told),
            cut=tuple(self._cut),
        )

    def _notice(self, kind: str) -> Notice:
        count, detail = self._counts[kind], self._details.get(kind, "")
        sentence = _SENTENCES[kind].format(count=count, detail=detail)
        return Notice(kind=kind, message=sentence, count=count)
