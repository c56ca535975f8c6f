"""A pattern in `resources/` is written in one piece or as a list, with words that have a name."""

import re

import pytest

from nianbao.resource import regex
from nianbao.standards.asks import asks, once_a_section
from nianbao.standards.layout import layout
from nianbao.standards.numerals import numerals

_UNFILLED = re.compile(r"\{[^\d,{}]+\}")


@pytest.mark.parametrize(
    ("written", "words", "pattern"),
    [
        ("受理|审结", None, "受理|审结"),
        (["受理", "审[结查]"], None, "受理|审[结查]"),
        (["{办}件", "共"], {"办": ["受理", "审结"]}, "(?:受理|审结)件|共"),
        ("^{姓}某{1,2}$", {"姓": "[赵钱孙]"}, "^[赵钱孙]某{1,2}$"),
        ("{外}", {"外": ["将{内}"], "内": ["纳入", "列入"]}, "(?:将(?:纳入|列入))"),
    ],
    ids=["one piece", "list", "list of words", "piece as it is", "word in a word"],
)
def test_a_pattern_is_a_piece_or_one_of_a_list_with_its_words_filled_in(written, words, pattern):
    assert regex(written, words) == pattern


def test_every_name_in_braces_stands_for_something():
    known, page = numerals(), layout()
    ranks = (known.titles, known.asked, known.exceptions, known.doubtful, known.words)
    patterns = [
        *(one.pattern for one in (*asks(2025), *once_a_section())),
        *(reason.pattern for rank in ranks for reason in rank),
        *page.element.values(),
        *page.told_by_text.values(),
    ]

    assert [one.pattern for one in patterns if _UNFILLED.search(one.pattern)] == []
