"""A workspace that cannot be looked at is no home of a report, and no hindrance."""

from nianbao.desk.homes import homes
from nianbao.machine import installation


def test_a_workspace_that_cannot_be_looked_at_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(installation, "documents_folder", lambda: tmp_path)
    there = tmp_path / "在这里.nianbao"
    there.touch()
    unreadable = tmp_path / ("长" * 300)  # as a share that is cut off: to ask for it is an error

    found = homes(None, "青岚县", [unreadable, there])

    assert (found.own, found.new) == (there, tmp_path / "青岚县.nianbao")
