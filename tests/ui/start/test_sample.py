"""The sample is there to play with, and goes when it is no longer wanted."""

import shutil

import pytest
from tests.actions.desks import UNIT
from tests.beginning import start_year

from nianbao.desk.desk import Desk
from nianbao.machine import installation
from nianbao.report.model import Report
from nianbao.ui.shell.application import Frame
from nianbao.ui.shell.setup import setup


@pytest.fixture
def bin_(tmp_path, monkeypatch):
    folder = tmp_path / "回收站"
    folder.mkdir()

    def discard(path):
        shutil.move(path, folder)
        return True

    monkeypatch.setattr(setup, "_discard", discard)
    return folder


@pytest.fixture
def sample(tmp_path, monkeypatch):
    """The sample's workspace as `打开示例` makes it, with a folder of backups."""
    from nianbao.actions.importing import import_report
    from nianbao.desk.incoming.reading import open_source

    monkeypatch.setattr(installation, "documents_folder", lambda: tmp_path / "年报助手")
    place = installation.sample_home()
    (place.parent / f"{place.stem}-备份").mkdir(parents=True)
    desk = Desk.create(place)
    import_report(desk, open_source(installation.sample_report()))
    start_year(desk)
    desk.close()
    return place


@pytest.fixture
def window(qtbot, tmp_path, sample):
    frame = Frame(tmp_path / "window.json")
    qtbot.addWidget(frame)
    frame.show()
    frame.fill()
    yield frame.content
    frame.close()


def test_it_goes_into_the_bin_with_its_backups_and_may_be_opened_anew(window, sample, bin_):
    window.open(sample)
    window.close_desk()
    assert window.start.remove.isVisible()

    window.start.remove_sample.emit()

    assert {path.name for path in bin_.iterdir()} >= {sample.name, f"{sample.stem}-备份"}
    assert not sample.exists()
    assert not window.start.remove.isVisible()
    assert window.settings.recent == ()


def test_a_report_of_ones_own_in_it_keeps_it(window, sample, bin_):
    """The sample takes none today; it did before."""
    with Desk.open(sample).store as store, store.act("导入自己的") as action:
        store.save_report(action, Report(unit=UNIT, year=2025))

    window.start.remove_sample.emit()

    assert sample.exists()
    assert list(bin_.iterdir()) == []
    assert "没有移除" in window.start.failure.text()


def test_where_there_is_no_bin_it_stays_and_that_is_said(window, sample, monkeypatch):
    monkeypatch.setattr(setup, "_discard", lambda _path: False)

    window.start.remove_sample.emit()

    assert sample.exists()
    assert sample.name in window.start.failure.text()
