"""What a file is, is told from its bytes."""

import pytest

from nianbao import readers
from nianbao.errors import ReadingError
from nianbao.readers.sniff import sniff

FLAT_ODF = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="urn:o"><office:body>'
    "<text:p>青岚县2024年法治政府建设年度报告</text:p></office:body></office:document>"
)
DATA = '<?xml version="1.0"?>\n<报表><办件>83</办件></报表>'
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><text>83件</text></svg>'


@pytest.mark.parametrize("text", [FLAT_ODF, DATA, PICTURE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_xml_that_is_no_page_is_refused_not_read_as_text(text, encoding):
    with pytest.raises(ReadingError) as refused:
        readers.read(text.encode(encoding), "报告.xml")
    assert refused.value.kind == "not-word"
    assert "XML文件" in refused.value.what


@pytest.mark.parametrize(
    "head",
    [
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html>',
        '<?xml:namespace prefix = o ns = "urn:schemas-microsoft-com" />\n<p class="x">',
        '<?xml version="1.0"?><!-- 存档 --><html>',
    ],
)
def test_a_page_with_xml_words_in_front_is_a_page(head):
    assert sniff(f"{head}<p>青岚县2024年法治政府建设年度报告</p>".encode()) == "html"


def test_a_report_that_writes_of_xml_is_text():
    assert sniff("“<?xml”标签改造完成3个。".encode()) == "text"
    assert sniff("<通知>2024年报告".encode()) == "text"
