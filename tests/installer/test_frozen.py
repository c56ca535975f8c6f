"""The environment that a package is frozen in."""

import pytest
from installer import frozen, wheelhouse


class Recorded:
    """A place that only notes what it was to run."""

    python, inside = "python", "bin/python"

    def __init__(self):
        self.commands = []

    def path(self, local):
        return str(local)

    def run(self, *command):
        self.commands.append(command)


@pytest.mark.parametrize("kept", [False, True])
def test_what_the_program_needs_is_installed_by_what_it_says_today(kept, tmp_path, monkeypatch):
    place, work = Recorded(), tmp_path / "work"
    monkeypatch.setattr(wheelhouse, "tools", lambda: None)
    monkeypatch.setattr(wheelhouse, "own", lambda tools, wheels: None)
    if kept:
        (work / "venv" / "bin").mkdir(parents=True)
        (work / "venv" / "bin" / "python").touch()

    frozen._environment(place, "6.9.3", work)

    last = place.commands[-1]
    assert "nianbao" in last
    assert "--no-deps" not in last
    assert any("--force-reinstall" in one for one in place.commands) == kept
