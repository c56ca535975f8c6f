"""The laws hold for reports that were damaged on their way: `--mutations 300`."""

from tests.corpus import REPORTS
from tests.understanding.accounts import damaged, holds, lines_of, printed, understood


def pytest_generate_tests(metafunc):
    numbers = range(metafunc.config.getoption("--mutations"))
    metafunc.parametrize("number", numbers)


def test_every_numeral_of_a_damaged_report_is_accounted_for_and_every_figure_whole(number):
    holds(understood(damaged(REPORTS[number % len(REPORTS)], number), raw=False))


def test_a_damaged_report_is_given_back_with_last_years_values(number):
    lines = damaged(REPORTS[number % len(REPORTS)], number)
    assert printed(understood(lines)).split("\n") == lines_of(lines)
