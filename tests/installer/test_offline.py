"""The installation without a network does what it says, with the pip that it brings."""

import ensurepip
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from installer import program

PLACES = (Path(ensurepip.__file__).parent / "_bundled", Path("/usr/share/python-wheels"))
OURS = {
    "nianbao/__init__.py": "def main():\n    print('ok')\n",
    "nianbao-1.dist-info/METADATA": (
        "Metadata-Version: 2.1\nName: nianbao\nVersion: 1\n"
        "Requires-Dist: pip\n"  # as sqlite-utils does
    ),
    "nianbao-1.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "nianbao-1.dist-info/entry_points.txt": "[console_scripts]\nnianbao = nianbao:main\n",
    "nianbao-1.dist-info/RECORD": "",
}


@pytest.fixture
def unpacked(tmp_path):
    """What the person has unpacked: the program as a small wheel, a pip, what installs them."""
    pip = next(found for place in PLACES for found in place.glob("pip-*.whl"))
    folder = tmp_path / "解开 的"
    (folder / "wheels").mkdir(parents=True)
    shutil.copy(pip, folder / "wheels")
    shutil.copy(program.HERE / "offline" / "install.py", folder)
    with zipfile.ZipFile(folder / "wheels" / "nianbao-1-py3-none-any.whl", "w") as wheel:
        for name, text in OURS.items():
            wheel.writestr(name, text)
    return folder


def said(*command):
    env = os.environ | {"PYTHONIOENCODING": "", "PYTHONPATH": ""}
    done = subprocess.run(command, env=env, capture_output=True, check=False)
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")


def test_it_is_installed_and_says_where(unpacked):
    code, words = said(sys.executable, unpacked / "install.py")

    assert code == 0, words
    (installed,) = unpacked.glob("程序/*/nianbao*")
    assert words.split() == f"装好了。双击或运行：{installed}".split()
    assert said(installed)[0] == 0


def test_what_lacks_is_said(unpacked):
    (unpacked / "wheels" / "nianbao-1-py3-none-any.whl").unlink()

    code, words = said(sys.executable, unpacked / "install.py")

    assert code == 1
    assert "没有装成，原因见上面的输出。" in words
