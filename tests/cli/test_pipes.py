"""What is printed goes through pipes: as UTF-8, and only as long as somebody reads."""

import os
import subprocess
import sys

import pytest
from tests.given import SAMPLE

LINE = "坚持以习近平法治思想为指导，全年新收行政复议申请83件，办结79件。\n"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "年报 ①.txt"
    path.write_text(LINE * 500, encoding="gb18030", newline="\r\n")
    return path


def started(*arguments):
    """Start the program as a user would, with a locale that is not UTF-8."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "nianbao", *arguments]
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, env={**clean, "LC_ALL": "C"})


def test_output_into_a_pipe_is_utf8(report):
    with started("text", report) as process:
        out, err = process.communicate()

    assert out.decode("utf-8").splitlines() == [LINE.strip()] * 500
    assert (process.returncode, err) == (0, b"")


def test_a_reader_that_has_seen_enough_is_no_fault(report):
    with started("text", report) as process:
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="locales of POSIX")
@pytest.mark.parametrize("locale_", ["C", "zh_CN.GB18030"])
def test_any_locale_reads_and_writes(tmp_path, locale_):
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    if locale_ != "C" and "gb18030" not in known.lower():
        pytest.skip("no such locale here")
    command = [sys.executable, "-m", "nianbao", "draft", SAMPLE, "-o", "初稿.docx"]

    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": locale_},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert (tmp_path / "初稿.docx").exists()
