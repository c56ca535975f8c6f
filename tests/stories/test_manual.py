"""The ten tasks of the manual can be done as it says; on the way its pictures are taken."""

import zipfile

from installer import manual as tasks
from PySide6.QtGui import QImage

from nianbao.actions import manual
from nianbao.machine import installation
from nianbao.standards.manual import manual as book


def test_every_picture_of_the_manual_is_taken_and_put_into_it(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(installation, "documents_folder", lambda: tmp_path / "年报助手")
    monkeypatch.setattr(tasks, "_SETTLE", 0.05)

    tasks.take(tmp_path, tmp_path)

    wanted = {part.picture for each in book().chapters for part in each.parts if part.picture}
    taken = {path.stem: QImage(str(path)) for path in tmp_path.glob("*.png")}
    assert set(taken) == wanted
    assert all(picture.width() == tasks._SIZE[0] for picture in taken.values())
    with zipfile.ZipFile(tmp_path / manual.NAME) as file:
        assert len([name for name in file.namelist() if name.endswith(".png")]) == len(wanted)
