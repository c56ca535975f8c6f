"""What shows a workspace is imported beside the window, which goes on painting meanwhile."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nianbao
from nianbao.workspace import Workspace

# In a process of its own: here everything is imported already.
_OPENING = """
import importlib.abc, json, sys, threading
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from nianbao.ui.shell.settings import SettingsFile
from nianbao.ui.shell.window import Window

class Watch(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        beside = threading.current_thread() is not threading.main_thread()
        seen.append((name, beside))
        return None

place, home, seen = Path(sys.argv[1]), Path(sys.argv[2]), []
window = Window(SettingsFile(home / "window.json"))
window.show()
app.processEvents()
sys.meta_path.insert(0, Watch())
assert window.open(place)
print(json.dumps(seen))
"""
_LARGE = ("nianbao.ui.shell.report", "nianbao.ui.pages.form", "nianbao.views", "nianbao.checks")


def test_opening_a_workspace_imports_nothing_large_in_the_thread_of_the_window(tmp_path):
    Workspace.create(tmp_path / "w.nianbao").close()
    home = Path(nianbao.__file__).parents[1]

    done = subprocess.run(
        [sys.executable, "-c", _OPENING, str(tmp_path / "w.nianbao"), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
    )

    seen = json.loads(done.stdout.splitlines()[-1])
    large = [(name, beside) for name, beside in seen if name.startswith(_LARGE)]
    assert "nianbao.ui.shell.report.desk_page" in dict(large)
    assert [name for name, beside in large if not beside] == []
