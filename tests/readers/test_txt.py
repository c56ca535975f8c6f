"""Plain text comes in line by line as it stands, whatever its encoding."""

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nianbao.errors import ReadingError
from nianbao.readers import ENCODINGS, read

NOISE = random.Random(1).randbytes(4_000)  # noqa: S311
REPORT = (
    "安澜县2025年法治政府建设情况报告\n\n"
    "　　全年新收行政复议申请83件，纠错率12.5%。 \n（一）坚持党的领导\n"
)
TRADITIONAL = "法治政府建設年度報告\n推進依法行政，全年辦理行政覆議申請八十三件。\n"
LINES = st.lists(
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufeff"
        )
    ).filter(lambda line: "\ufffe" not in line and "\uffff" not in line),
    min_size=1,
).map(lambda lines: ["安澜县法治政府建设", *lines, "。"])
CHINESE = st.lists(
    st.text("安澜县年法治政府建设一二三四五，。、（）2025%　 ", min_size=1), min_size=1
).map(lambda lines: [*lines, "一"])


def shown(data: bytes) -> str:
    return read(data, "年报.txt").text


@given(
    LINES, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]), st.sampled_from(["\n", "\r\n", "\r"])
)
def test_any_text_with_a_byte_order_mark_comes_back(lines, encoding, line_end):
    assert shown(line_end.join(lines).encode(encoding)) == "\n".join(lines)


@given(LINES)
def test_any_text_in_utf8_comes_back(lines):
    assert shown("\n".join(lines).encode()) == "\n".join(lines)


@given(CHINESE, st.sampled_from(["gb18030", "gbk", "gb2312", "utf-8"]))
def test_chinese_text_without_a_mark_comes_back(lines, encoding):
    assert shown("\n".join(lines).encode(encoding)) == "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (REPORT, "utf-8", None),
        (REPORT, "utf-8-sig", None),
        (REPORT, "gbk", "GB18030"),
        (REPORT, "utf-16-le", "UTF-16"),
        (REPORT, "utf-16-be", "UTF-16"),
        (REPORT, "utf-16", "UTF-16"),
        (REPORT, "utf-32", "UTF-32"),
        (TRADITIONAL, "big5", "Big5"),
        ("龙䶮镇𠮷村\n", "gb18030", "GB18030"),
        ("合计", "gbk", "GB18030"),
        ("2025", "utf-16-le", "UTF-16"),
        (REPORT, "hz", "HZ"),
        (REPORT, "utf-7", "UTF-7"),
        (REPORT, "iso2022_jp_2", "ISO-2022"),
    ],
)
def test_the_encoding_is_found_and_told(text, encoding, told):
    document = read(text.encode(encoding), "年报.txt")

    assert document.text == text.removesuffix("\n")
    messages = [notice.message for notice in document.notices if notice.kind == "encoding"]
    assert [told in message for message in messages] == ([True] if told else [])


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_person_may_say_which_encoding_it_is(encoding):
    text = "法治"

    assert read(text.encode(encoding), "年报.txt", encoding=encoding).text == text
    page = f"<html><p>{text}".encode(encoding)
    assert text in read(page, "网页", encoding=encoding).text


ASCII = st.text(st.characters(max_codepoint=126, min_codepoint=32), min_size=1).filter(str.strip)


@given(ASCII.filter(lambda text: "~}" not in text))
@example("~{0000")
def test_plain_ascii_is_left_alone(text):
    assert shown(text.encode()) == text


@pytest.mark.parametrize(
    "text", ["C++ a+Tok-b", "~{x~} ~~", "1+1=2, +86-10, a+b-c", "aGVsbG8+d29ybGQ-", "~{!!~}"]
)
def test_ascii_that_only_looks_like_another_encoding_is_left_alone(text):
    assert shown(text.encode()) == text


def test_shifts_that_nothing_here_reads_are_not_taken_for_text():
    data = (
        b"\x1b$)A\x0e" + bytes(byte & 0x7F for byte in "青岚县法治政府".encode("gb2312")) + b"\x0f"
    )

    with pytest.raises(ReadingError) as refusal:
        read(data, "年报.txt")

    assert refusal.value.kind == "unreadable"


def test_a_last_character_that_was_cut_off_is_left_out():
    assert shown(REPORT.encode("gbk") + "县".encode("gbk")[:1]) == REPORT.removesuffix("\n")


def test_one_damaged_character_does_not_hide_the_rest():
    data = (REPORT * 40).encode("gbk")
    document = read(data[:700] + b"\xff" + data[701:], "年报.txt")

    assert "安澜县2025年法治政府" in document.text
    assert "damaged_characters" in [notice.kind for notice in document.notices]


def test_lines_end_where_a_person_sees_them_end():
    assert shown("甲\r\n乙\r丙\u2028丁\x0c戊\x0b己".encode()) == "甲\n乙\n丙\n丁\n戊\n己"


def test_only_the_last_line_end_is_dropped():
    assert shown("甲\n\n\n".encode()) == "甲\n\n"


def test_control_characters_are_removed_and_counted_and_nothing_else_is():
    strange = "甲\x01乙\x1c丙\x85丁\u200b𠮷\x7f\ufffe"
    document = read((REPORT * 5 + strange).encode(), "年报.txt")

    assert document.text == REPORT * 5 + "甲乙丙\x85丁\u200b𠮷\x7f"
    assert [(notice.kind, notice.count) for notice in document.notices] == [("unfit_characters", 3)]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t\xef\xbb\xbf", "empty"),
        (bytes(range(256)) * 40, "unreadable"),
        (b"\x00" * 5_000, "unreadable"),
        (b"\xef\xbb\xbfPK\x03\x04" + NOISE, "unreadable"),
        (b"\xff\xfe" + NOISE, "unreadable"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "scan"),
        (b"Rar!\x1a\x07\x00" + bytes(100), "not-word"),
        (b"MZ\x90\x00\x03" + bytes(100), "not-word"),
        (b"\xdb\xa5\x2d\x00" + bytes(100), "legacy-doc"),
        (b"{\\rtf1 \\bin2000000000 x}", "truncated"),
    ],
)
def test_what_is_no_text_is_refused_with_its_kind(data, kind):
    with pytest.raises(ReadingError) as refusal:
        read(data, "/home/某/年报.txt")

    assert refusal.value.kind == kind
    assert str(refusal.value).startswith("“年报.txt”")


def test_real_reports_come_back_as_they_are(seeds):
    for path in seeds.glob("*.txt"):
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")

        assert shown(path.read_bytes()) == text.removesuffix("\n")


def test_the_end_of_a_line_is_no_soft_break():
    document = read("甲\n乙\x0b丙".encode(), "年报.txt")

    assert [(one.text, one.soft) for one in document.paragraphs] == [
        ("甲", False),
        ("乙", False),
        ("丙", False),
    ]


def test_a_character_that_only_some_font_knows_is_kept_and_told():
    found = read("安澜县\ue863受理\uf0b783件𠮷\n".encode(), "年报.txt")

    assert found.text == "安澜县\ue863受理\uf0b783件𠮷"
    assert [(one.kind, one.count) for one in found.notices] == [("symbol", 2)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_page_that_ends_behind_a_line_leaves_no_empty_line(end):
    assert shown(f"甲{end}\x0c乙".encode()) == "甲\n乙"
    assert shown(f"甲{end}{end}\x0c乙".encode()) == "甲\n\n乙"
