"""Commands run here as they are run in a terminal."""

import pytest
from tests.cli.reports import LINES

from nianbao import cli


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run a command in an empty folder; return exit code, output, errors."""
    monkeypatch.chdir(tmp_path)

    def call(*words):
        try:
            code = cli.main([str(word) for word in words])
        except SystemExit as stop:
            code = stop.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def last_year(tmp_path):
    path = tmp_path / "去年.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path
