"""The bars whose laws stand in the tests of the rooms: how many of those tests pass."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

TESTS = Path(__file__).parents[1]
LAWS = {
    "A6": "stories/writing/test_nothing_lost.py stories/test_window.py::test_killed_in_the_middle",
    "A8": "workspace/opening/test_opening.py::test_every_connection_is_careful",
    "B3": "endurance/test_stores.py",
    "B4": "workspace/copies/test_backup.py",
    "B5": (
        "workspace/copies/test_backup.py::test_when_none "
        "workspace/copies/test_backup.py::test_a_missing"
    ),
    "C5": (
        "workspace/opening/test_holding.py::test_read_only "
        "workspace/opening/test_damage.py::test_a_file_that"
    ),
    "C7": "ui/system/test_instance.py",
    "D1": "workspace/test_migrations.py::test_m workspace/test_migrations.py::test_an_older_file",
    "D3": "workspace/opening/test_opening.py::test_a_newer_file",
    "D4": "workspace/opening/test_opening.py::test_a_file_whose_structure",
    "E7": "readers/test_txt.py readers/web/test_html.py::test_the_encoding",
    "E8": "rendering/test_text.py",
    "E9": (
        "readers/test_txt.py::test_control "
        "rendering/template/test_untrusted.py::test_what_word_cannot"
    ),
    "E10": "endurance/test_arguments.py::test_what_is_no_ordinary readers/test_files.py",
    "F5": (
        "rendering/template/test_untrusted.py::test_an_honest rendering/template/test_template.py"
    ),
    "F6": "rendering/template/test_untrusted.py::test_a_typo",
    "F7": "understanding/lines/test_long.py",
    "G1": "rendering/template/test_untrusted.py::test_every_value",
    "G2": "rendering/test_readback.py",
    "G4": "rendering/test_atomic.py",
    "G5": (
        "rendering/template/test_template.py::test_traces "
        "rendering/template/test_template.py::test_the_file_names"
    ),
    "G6": "rendering/test_ledger_xlsx.py workspace/copies/test_open_format.py::test_no_cell",
    "H4": "cli/test_refused.py::test_a_fault_of_the_program",
    "H5": "stories/test_saved_or_said.py",
    "H6": (
        "workspace/test_storing.py workspace/opening/test_opening.py::test_a_file_may_have_any_name"
    ),
    "I2": "apart/test_children.py::test_it_is_stopped ui/test_work.py::test_a_cancel",
    "I3": "ui/test_work.py",
    "J1": (
        "workspace/copies/test_backup.py::test_a_clock "
        "workspace/copies/test_backup.py::test_whatever"
    ),
    "J2": (
        "cli/test_pipes.py::test_any_locale "
        "workspace/opening/test_opening.py::test_a_folder_that_is_too"
    ),
    "J3": (
        "ui/system/test_instance.py::test_where_nothing "
        "ui/test_settings.py::test_a_folder_that_cannot"
    ),
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """Each test of those files, by file and name, and whether it passed; skipped ones are left."""
    report = tmp_path_factory.mktemp("elsewhere") / "report.xml"
    files = sorted({one.split("::")[0] for law in LAWS.values() for one in law.split()})
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files]
    environment = {**os.environ, "PYTEST_ADDOPTS": ""}
    subprocess.run(
        [*command, "--rootdir", TESTS.parent, f"--junitxml={report}"],
        cwd=TESTS,
        env=environment,
        check=False,
        stdout=subprocess.DEVNULL,
    )
    found = {}
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - written by the run above
        told = {child.tag for child in case}
        if "skipped" not in told:
            file = case.get("classname", "").replace(".", "/").removeprefix("tests/") + ".py"
            found[f"{file}::{case.get('name')}"] = not told & {"failure", "error"}
    return found


@pytest.mark.endurance
@pytest.mark.parametrize("id_", LAWS)
def test_the_laws_of_the_rooms(outcomes, id_, bar):
    counted = Counter(
        passed
        for name, passed in outcomes.items()
        if any(name.startswith(law) for law in LAWS[id_].split())
    )

    figure = f"{counted[True]} of {counted.total()} laws of the rooms hold"
    bar(id_, figure, met=counted[True] and not counted[False])


def test_each_law_is_there():
    missing = [
        law
        for laws in LAWS.values()
        for law in laws.split()
        if f"def {law.partition('::')[2]}" not in (TESTS / law.split("::")[0]).read_text("utf-8")
    ]

    assert not missing
