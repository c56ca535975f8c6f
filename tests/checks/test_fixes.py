"""What accepting a fix makes of a report: that, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao import checks
from nianbao.checks.fixes import applied
from nianbao.report.finding import Relevel, Renumber
from tests.checks.contexts import context, report, section

NUMBERS = st.sampled_from(
    ["一、", "二、", "（一）", "（二）", "（三）", "1.", "2.", "3.", "（1）", ""]
)


@st.composite
def reports(draw, above=""):
    depth = len(above)
    return tuple(
        section(
            f"{above}{number}",  # no two sections share an id
            number=draw(NUMBERS),
            level=depth + 1,
            number_inferred=draw(st.booleans()),
            sections=draw(reports(f"{above}{number}")) if depth < 2 else (),
        )
        for number in range(draw(st.integers(0, 3)))
    )


def fixes(made):
    found = checks.run(context(made))
    return [one for one in found if isinstance(one.fix, Renumber | Relevel)]


@given(reports())
def test_a_fix_takes_its_finding_away_and_changes_only_numbers(sections):
    made = report(*sections)
    for one in fixes(made):
        after = applied(made, one.fix)
        left = {(left.rule, left.piece, left.fix) for left in fixes(after)}
        assert (one.rule, one.piece, one.fix) not in left
        assert [s.id for s in after.walk()] == [s.id for s in made.walk()]
        assert [s.title for s in after.walk()] == [s.title for s in made.walk()]


def test_relevelling_takes_the_siblings_of_the_same_form_along():
    below = [section("b", number="1."), section("c", number="2."), section("d", number="一、")]
    made = report(section("a", number="一、", sections=tuple(below)))

    after = applied(made, Relevel(section="b", old="1.", new="（一）"))

    assert [one.number for one in after.walk()] == ["一、", "（一）", "（二）", "一、"]
    assert [one.prefix for one in after.walk()] == ["一、", "（一）", "（二）", "一、"]


def test_confirming_a_number_writes_it():
    made = report(section("a", number="（一）", number_inferred=True))
    after = applied(made, Renumber(section="a", old="（一）", new="（一）"))

    assert not after.sections[0].number_inferred


@pytest.mark.parametrize("where", ["x", ""])
def test_a_fix_of_what_is_gone_changes_nothing(where):
    made = report(section("a"))
    assert applied(made, Renumber(section=where, old="（一）", new="（二）")) == made
