"""What every test may use."""

import os
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"


def pytest_addoption(parser):
    parser.addoption(
        "--accept", action="store_true", help="rewrite golden files, then read the diff"
    )


@pytest.fixture
def golden(request):
    """Compare text with tests/golden/NAME; `--accept` rewrites it, then read the diff."""

    def compare(text, name):
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def seeds():
    """The folder of real reports, which only the developers' machines have."""
    folder = Path(__file__).parents[2] / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("no real reports on this machine")
    return folder
