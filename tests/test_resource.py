"""A pattern in `resources/` is written in one piece or as a list, with words that have a name."""

import re
from dataclasses import dataclass, fields

import pytest

from nianbao.resource import made, regex
from nianbao.standards import once
from nianbao.standards.asks import asks, once_a_section
from nianbao.standards.figures import naming
from nianbao.standards.figures.numerals import numerals
from nianbao.standards.figures.relations import turned
from nianbao.standards.figures.two_years import two_years
from nianbao.standards.layout import layout

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One field of each type that a table is made into."""

    said: re.Pattern[str]
    row: tuple[str, ...]
    known: frozenset[str]
    one: str
    given: str


def test_a_dataclass_is_made_of_a_table_by_the_types_of_its_fields():
    table = {"said": ["{办}件", "共"], "row": ["甲", "乙"], "known": ["甲"], "one": "的", "more": 1}

    held = made(Held, table, {"办": "受理"}, given="此")

    assert held == Held(
        said=re.compile("受理件|共"),
        row=("甲", "乙"),
        known=frozenset("甲"),
        one="的",
        given="此",
    )


def compiled(made):
    """Return the patterns of a dataclass."""
    values = (getattr(made, field.name) for field in fields(made))
    return [value for value in values if isinstance(value, re.Pattern)]


def test_every_name_in_braces_stands_for_something():
    known, page = numerals(), layout()
    ranks = (known.titles, known.asked, known.exceptions, known.doubtful, known.words)
    patterns = [
        *(one.pattern for one in (*asks(2025), *once_a_section())),
        *(reason.pattern for rank in ranks for reason in rank),
        *page.element.values(),
        *page.told_by_text.values(),
        *page.unit.values(),
        *page.field.values(),
        *(deed.pattern for deed in once._deeds()),
        once._not_counted(),
        *compiled(naming.endings()),
        *compiled(naming.left_out()),
        *compiled(naming.ties()),
        *compiled(naming.grammar()),
        *compiled(two_years()),
        *compiled(turned()),
    ]

    assert [one.pattern for one in patterns if _UNFILLED.search(one.pattern)] == []
