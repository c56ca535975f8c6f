"""An empty line in the middle of a sentence parts nothing; one between paragraphs does."""

import pytest

from tests.understanding import written
from tests.understanding.lines import columns

REPORT = written.lines()
PLAIN = written.read(REPORT)


def gapped(most, cutter=columns.by_word):
    """The report cut to a width, with an empty line below the first line of each paragraph."""
    found = []
    for line in REPORT[:-3]:
        first, *rest = cutter(line, most)
        found += [first, *(["", *rest] if rest else [])]
    return [*found, *REPORT[-3:]]


@pytest.mark.parametrize("cutter", columns.CUTS)
@pytest.mark.parametrize("most", [19, 22, 25, 28])
def test_first_lines_that_stand_apart_belong_to_their_paragraphs(most, cutter):
    found = written.read(gapped(most, cutter))

    assert written.numbers(found) == written.numbers(PLAIN)
    assert written.outline(found) == written.outline(PLAIN)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("（三）规范执法。评查案卷128卷，合格121卷", "，合格率94.53%。"),
        ("（三）规范执法。评查案卷128卷，检查企业83户次，合", "格率94.53%。"),
    ],
)
def test_a_sentence_that_goes_on_below_an_empty_line_is_one_or_asked_about(above, below):
    lines = [*REPORT[:5], above, "", below, *REPORT[5:]]
    found = written.read(lines)

    asked = [one for one in found.changes if one.rule.value == "paragraph_in_doubt"]
    assert above + below in written.as_text(found) or asked


def test_paragraphs_without_full_stops_stay_apart():
    lines = [one for line in REPORT for one in (line.rstrip("。"), "")]
    apart = [*lines[:8], "加强监督，开展检查12次", "", "推进公开，公开信息83条", "", *lines[8:]]
    found = written.read(apart)

    assert "加强监督，开展检查12次\n推进公开，公开信息83条" in written.as_text(found)
