"""Both laws of numerals hold for reports that were damaged on their way: `--mutations 300`."""

from pathlib import Path

from tests.understanding.accounts import damaged, holds, understood

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.txt"))


def pytest_generate_tests(metafunc):
    numbers = range(metafunc.config.getoption("--mutations"))
    metafunc.parametrize("number", numbers)


def test_every_numeral_of_a_damaged_report_is_accounted_for_and_every_figure_whole(number):
    holds(understood(damaged(CORPUS[number % len(CORPUS)], number), raw=False))
