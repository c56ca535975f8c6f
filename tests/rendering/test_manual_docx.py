"""The manual as a Word file: all its words, its pictures, all keys."""

import zipfile

from docx import Document
from PySide6.QtGui import QImage

from nianbao import readers
from nianbao.rendering.manual_docx import write_manual
from nianbao.standards.manual import Chapter, Manual, ManualPart

BOOK = Manual(
    title="手册",
    lead="先看这里。",
    chapters=(
        Chapter(
            title="做事",
            parts=(
                ManualPart(title="填数", steps=("点它。", "打字。"), note="别急。", picture="fill"),
                ManualPart(
                    title="改字", says=("直接改<就行>。",), picture="gone", caption="没有图"
                ),
            ),
        ),
        Chapter(title="全部按键", keys=True),
    ),
)
KEYS = [("文件", [("Ctrl+E", "导出Word")])]


def test_text_pictures_and_keys_are_in_it(tmp_path):
    picture, out = tmp_path / "fill.png", tmp_path / "手册.docx"
    QImage(40, 20, QImage.Format.Format_RGB32).save(str(picture))

    write_manual(BOOK, KEYS, {"fill": picture}, out)

    text = readers.read(readers.load(out), out.name).text
    for said in (
        "先看这里。",
        "（1）点它。",
        "（2）打字。",
        "注意：别急。",
        "直接改<就行>。",
        "导出Word",
    ):
        assert said in text
    assert "没有图" not in text  # nor its caption
    paragraphs = Document(str(out)).paragraphs
    assert [
        (one.style.name, one.text) for one in paragraphs if one.style.name.startswith("Heading")
    ] == [
        ("Heading 1", "做事"),
        ("Heading 2", "填数"),
        ("Heading 2", "改字"),
        ("Heading 1", "全部按键"),
        ("Heading 2", "文件"),
    ]
    assert [one.text for one in paragraphs if any(run.bold for run in one.runs)] == ["注意：别急。"]
    with zipfile.ZipFile(out) as file:
        assert [name for name in file.namelist() if name.endswith(".png")] == [
            "word/media/image1.png"
        ]
