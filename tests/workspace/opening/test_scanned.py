"""While one writes, scanners read every file, copies are made and a second program opens it."""

import os
import shutil
import subprocess
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QFile, QIODevice
from PySide6.QtWidgets import QFileDialog
from tests.processes import started
from tests.workspace.files import report

from nianbao.workspace import Workspace
from nianbao.workspace.guard import holding

EDITS = 25
SCAN = """
import sys, time
from pathlib import Path
count, folder = 0, Path(sys.argv[1])
print("scanning", flush=True)
while not (folder / "done").exists():
    for file in folder.iterdir():
        try:
            with file.open("rb") as stream:  # on Windows nobody can delete it meanwhile
                count += len(stream.read()) >= 0
                time.sleep(0.002)
        except OSError:
            pass
print(count, flush=True)
"""
LOOK = """
import sys
from pathlib import Path
from nianbao.workspace import Workspace
path, folder, wrote, looks = Path(sys.argv[1]), Path(sys.argv[1]).parent, 0, 0
while not (folder / "done").exists():
    with Workspace.open_or_view(path) as store:
        if not looks:
            print("looking", flush=True)
        looks += 1
        wrote += not store.read_only
print(looks, wrote, flush=True)
"""


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "年报"
    folder.mkdir()
    made = folder / "安澜县.nianbao"
    with Workspace.create(made) as store, store.act("导入") as action:
        store.save_report(action, report())
    return made


@pytest.fixture
def start(path):
    running = []

    def begin(code, *arguments):
        running.append(started("-c", code, *arguments, stdout=subprocess.PIPE))
        return running[-1]

    yield begin
    (path.parent / "done").touch()
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()


def edit(store, number):
    found = store.report(report().unit, report().year)
    with store.act(f"改{number}") as action:
        store.save_report(action, replace(found, profile=f"第{number}次"))


def last_edit(path):
    with Workspace.view(path) as store:
        return store.report(report().unit, report().year).profile


def test_nobody_who_reads_gets_in_the_way_of_who_writes(path, start, tmp_path, qtbot):
    copies, seen = tmp_path / "复制", []
    copies.mkdir()
    with Workspace.open(path) as store:
        scanners = [start(SCAN, path.parent) for _ in range(2)]
        for scanner in scanners:
            scanner.stdout.readline()
        looker = start(LOOK, path)
        looker.stdout.readline()
        dialog = QFileDialog(None, "打开", str(path.parent))  # it looks into the files by itself
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.wait(50)
        for number in range(EDITS):
            edit(store, number)
            for file in path.parent.iterdir():
                sniffed = QFile(str(file))
                if sniffed.open(QIODevice.OpenModeFlag.ReadOnly):
                    sniffed.read(64)
                    sniffed.close()
            if number % 5 == 0:
                copied = copies / f"{number}.nianbao"
                try:
                    shutil.copyfile(path, copied)
                except OSError:  # Windows keeps what is locked from being read
                    continue
                seen.append((copied, number))
            time.sleep(0.01)
        assert store.read_only == ""
        (path.parent / "done").touch()
        looks, wrote = map(int, looker.communicate()[0].split())
        scans = sum(int(scanner.communicate()[0]) for scanner in scanners)
    assert looks > 0
    assert scans > EDITS
    assert wrote == 0, f"{wrote} of {looks} could write beside"
    for copied, number in seen:
        assert last_edit(copied) == f"第{number}次"
    assert last_edit(path) == f"第{EDITS - 1}次"
    assert not holding.place(path).exists()
    assert sorted(os.listdir(path.parent)) == ["done", path.name]
