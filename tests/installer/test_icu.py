"""Qt goes on with the ICU data that is left."""

import os
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import PySide6
import pytest
from installer import icu

SHIPPED = next(Path(PySide6.__file__).parent.glob("Qt/lib/libicudata.so.*"), None)
pytestmark = pytest.mark.skipif(SHIPPED is None, reason="Qt asks Windows itself")

ASKED = """
from PySide6.QtCore import QCollator, QDate, QLocale, QTimeZone
chinese = QLocale("zh_CN")
words = ["张", "李", "2", "10", "王", "Ab", "aa"]
collator = QCollator(chinese)
collator.setNumericMode(True)
print(sorted(words, key=collator.sortKey))
print(chinese.toString(QDate(2026, 3, 5), QLocale.FormatType.LongFormat), chinese.toUpper("aß"))
shanghai = QTimeZone(b"Asia/Shanghai")
print(shanghai.displayName(QTimeZone.TimeType.StandardTime, QTimeZone.NameType.LongName, chinese))
print(next(one.split()[-1] for one in open("/proc/self/maps") if "icudata" in one))
"""


@pytest.fixture
def slimmed(tmp_path):
    library = tmp_path / SHIPPED.name
    shutil.copy(SHIPPED, library)
    icu.slim(library)
    return library


def asked(**env):
    done = subprocess.run(
        (sys.executable, "-c", ASKED), env=os.environ | env, capture_output=True, check=True
    )
    *told, library = done.stdout.decode("utf-8").splitlines()
    return told, library


def test_most_of_it_is_gone_and_chinese_is_there(slimmed):
    listed = icu.names(slimmed)

    assert {"zh.res", "coll/zh.res", "coll/ucadata.icu", "root.res", "zoneinfo64.res"} <= {*listed}
    assert not {"fr.res", "lang/de_AT.res", "brkitr/cjdict.dict"} & {*listed}
    assert slimmed.stat().st_size == SHIPPED.stat().st_size
    assert len(zlib.compress(slimmed.read_bytes(), 1)) < 4e6


def test_qt_sorts_and_writes_chinese_as_before(slimmed):
    before, _ = asked()
    after, library = asked(LD_LIBRARY_PATH=str(slimmed.parent))

    assert library == str(slimmed)
    assert after == before
