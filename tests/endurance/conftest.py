"""How much is tried, and the table of what was measured."""

import pytest

from tests.endurance.harness.bars import BARS, Measured, table

_MEASURED = pytest.StashKey[list[Measured]]()
_KNOWN = {bar.id for bar in BARS}


def pytest_configure(config):
    config.stash[_MEASURED] = []


@pytest.fixture(scope="session")
def size(pytestconfig):
    """Return the smaller number in every run, the larger one with `--endurance`."""
    full = pytestconfig.getoption("--endurance")
    return lambda few, many: many if full else few


@pytest.fixture
def bar(pytestconfig):
    """Tell what was measured for a bar, with its id; it fails where the bar is not met."""

    def tell(id_, figure, *, met):
        assert id_ in _KNOWN
        pytestconfig.stash[_MEASURED].append(Measured(id_, figure, bool(met)))
        assert met, figure

    return tell


def pytest_terminal_summary(terminalreporter, config):
    if config.getoption("--endurance"):
        terminalreporter.section("bars")
        terminalreporter.write_line("bar | what | measured | asked | met | before or elsewhere")
        for line in table(config.stash[_MEASURED]):
            terminalreporter.write_line(line)
