"""Figures of which nothing is said but their unit are never taken for one another."""

import pytest

from tests.understanding import written


def read(*lines):
    plain = written.read(written.lines(back=()))
    found = written.read([*written.lines(back=()), *lines])
    return found.mentions[len(plain.mentions) :]


@pytest.mark.parametrize(
    "lines",
    [
        ("47件", "47件"),
        ("47件。", "。47件", "47件"),
        ("47件；", "47件。"),
        ("47%", "47%"),
    ],
)
def test_two_bare_numbers_of_one_value_are_two_figures(lines):
    found = read(*lines)

    assert len(found) == len({one.indicator for one in found})


def test_what_has_a_name_is_one_figure_wherever_it_stands():
    found = read("受理信访事项47件。", "受理信访事项47件。")

    assert len({one.indicator for one in found}) == 1
