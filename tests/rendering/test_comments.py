"""Comments: on the words they are about, read back before the file is handed out."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from nianbao.errors import OutputError
from nianbao.rendering import write_docx
from nianbao.rendering.docx import comments, readback
from nianbao.report.flow import Role, Span
from nianbao.report.model import ElementKind
from nianbao.report.remark import Remark


def text(words, piece="p"):
    return (Span(role=Role.TEXT, piece=piece, text=words),)


def heading(words, piece="h"):
    return (Span(role=Role.HEADING, piece=piece, text=words, level=2),)


TITLE = (Span(role=Role.ELEMENT, piece="t", text="岚溪县法治报告", kind=ElementKind.TITLE),)


def written(tmp_path, lines, remarks):
    write_docx(lines, tmp_path / "a.docx", remarks=remarks)
    data = (tmp_path / "a.docx").read_bytes()
    document = Document(BytesIO(data))
    body = document.element.body
    return data, [(words, document.comments.get(int(n)).text) for n, words in anchors(body)]


def anchors(body):
    return readback._commented(body).items()


def test_a_remark_stands_on_its_words_as_a_comment(tmp_path):
    lines = [
        TITLE,
        heading("（一）【待核：首次】立制"),
        text("位列【待核：第2位】，【待核：首次】开庭。"),
    ]
    remarks = [
        Remark(piece="h", text="【待核：首次】", said="不能连写两年。"),
        Remark(piece="p", text="【待核：第2位】", said="名次是去年的。"),
        Remark(piece="p", text="【待核：首次】", said="再问一次。"),
    ]

    data, found = written(tmp_path, lines, remarks)

    assert found == [(remark.text, remark.said) for remark in remarks]
    signed = {(one.author, one.initials) for one in Document(BytesIO(data)).comments}
    assert signed == {("年报助手", "年报")}


def test_the_text_is_the_same_with_and_without_comments(tmp_path):
    lines = [TITLE, text("甲【待核：乙】丙"), text("丁\t戊", "q")]
    plain, _ = written(tmp_path, lines, [])
    noted, _ = written(tmp_path, lines, [Remark(piece="q", text="丁\t戊", said="一")])

    assert list(readback.paragraphs(plain)) == list(readback.paragraphs(noted))
    assert "word/comments.xml" not in ZipFile(BytesIO(plain)).namelist()


def test_the_second_remark_on_the_same_words_is_on_their_second_place(tmp_path):
    lines = [TITLE, text("首次甲首次乙"), text("首次丙")]
    remarks = [Remark(piece="p", text="首次", said=str(number)) for number in range(4)]

    data, found = written(tmp_path, lines, remarks)

    assert found == [("首次", "0"), ("首次", "1"), ("首次", "2")]  # there is no fourth
    assert b"2026" not in ZipFile(BytesIO(data)).read("word/comments.xml").split(b"<w:p>")[0]


def test_comments_overlap_and_stand_inside_each_other(tmp_path):
    lines = [TITLE, text("子丑寅卯辰巳")]
    remarks = [Remark(piece="p", text=words, said=words) for words in ("子丑寅", "寅卯", "丑")]

    _, found = written(tmp_path, lines, remarks)

    assert dict(found) == {words: words for words in ("子丑寅", "寅卯", "丑")}


@given(
    st.lists(
        st.text(st.sampled_from("天地玄黄\t 【】：待核"), max_size=12), min_size=1, max_size=4
    ),
    st.data(),
)
def test_any_stretch_can_have_one(tmp_path_factory, texts, data):
    lines = [TITLE, *(text(words, f"p{at}") for at, words in enumerate(texts))]
    remarks = []
    for at, words in enumerate(texts):
        if words.strip():
            start = data.draw(st.integers(0, len(words) - 1))
            stop = data.draw(st.integers(start + 1, len(words)))
            remarks.append(Remark(piece=f"p{at}", text=words[start:stop], said=f"说{at}"))

    _, found = written(tmp_path_factory.mktemp("c"), lines, remarks)

    assert found == [(remark.text, remark.said) for remark in remarks]


def test_what_is_said_of_no_words_is_left_out(tmp_path):
    _, found = written(tmp_path, [TITLE, text("甲")], [Remark(piece="p", text="乙", said="无")])
    assert found == []


def test_a_comment_that_went_astray_keeps_the_file_back(tmp_path, monkeypatch):
    right = comments.added

    def astray(docx, texts, notes):
        return right(
            docx,
            texts,
            [*notes[:-1], comments.WordComment(paragraph=1, start=0, stop=1, said="一")],
        )

    monkeypatch.setattr(comments, "added", astray)
    with pytest.raises(OutputError, match="批注与写入的不一致"):
        written(tmp_path, [TITLE, text("甲乙丙")], [Remark(piece="p", text="乙", said="一")])
    assert not (tmp_path / "a.docx").exists()
