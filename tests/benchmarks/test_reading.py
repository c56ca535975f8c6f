"""How long reading takes beside its floor: lxml on the same document.xml, text and style ids.

Run with `pytest tests/benchmarks/test_reading.py --benchmark-only`.
"""

import io
import zipfile
from time import perf_counter

import docx
import pytest
from lxml import etree

from nianbao.readers import read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SENTENCE = "全年新收行政复议申请83件，办结79件，纠错率12.5%，依法办理行政应诉案件26件。"


@pytest.fixture(scope="module")
def report() -> bytes:
    """A report of 80 paragraphs and 8,000 characters, with the styles that Word has."""
    document = docx.Document()
    for number in range(80):
        if number % 10 == 0:
            document.add_heading(f"（{number // 10}）坚持依法行政，建设法治政府", 2)
        else:
            document.add_paragraph((SENTENCE * 3)[:110])
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def floor(data: bytes) -> list[tuple[str, str]]:
    """The least that any reader does."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found = []
    for paragraph in root.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(element.text or "" for element in paragraph.iter(W + "t"))
        found.append((text, style.get(W + "val") if style is not None else ""))
    return found


@pytest.mark.benchmark(group="read a report of 8,000 characters")
def test_the_floor(benchmark, report):
    assert len(benchmark(floor, report)) == 80


@pytest.mark.benchmark(group="read a report of 8,000 characters")
def test_reading_a_docx(benchmark, report):
    assert len(benchmark(read, report, "年报.docx").text) > 8_000


@pytest.mark.benchmark(group="read a report of 8,000 characters")
def test_reading_text(benchmark, report):
    text = read(report, "年报.docx").text.encode("gb18030")

    assert len(benchmark(read, text, "年报.txt").text) > 8_000


@pytest.mark.benchmark(group="reading against its floor")
def test_reading_a_docx_beside_its_floor(benchmark, report):
    """The goal is five times the floor."""

    def ratio() -> float:
        times = {floor: 9.9, read: 9.9}
        for _ in range(30):  # in turn, so that a busy machine is busy for both
            for work, arguments in ((floor, (report,)), (read, (report, "年报.docx"))):
                start = perf_counter()
                work(*arguments)
                times[work] = min(times[work], perf_counter() - start)
        return times[read] / times[floor]

    found = benchmark.pedantic(ratio, rounds=3)
    benchmark.extra_info["ratio"] = round(found, 2)
    print(benchmark.extra_info)
    assert found > 1  # else the floor is none
