"""Whole processes side by side: commands beside a bare Python, a draft beside a docxtpl script.

    pytest tests/benchmarks/test_start.py --benchmark-only -s

Goals: `--help` in 4 times a bare Python that imports argparse, json and sqlite3; `draft` in 1.5
times a script that fills the same text into the same template with docxtpl alone.
"""

import json
import os
import statistics
import subprocess
import sys
import time

import pytest

from nianbao import shipped
from nianbao.actions import drafting
from nianbao.desk.incoming import reading
from nianbao.desk.opening import opened
from nianbao.report import flow
from tests.given import SAMPLE

ROUNDS = 9
BARE = "import argparse, json, sqlite3"
SCRIPT = """
import json, sys
from docxtpl import DocxTemplate
template, lines, out = sys.argv[1:]
document = DocxTemplate(template)
shown = [{"正文": True, "文": line} for line in json.load(open(lines, encoding="utf-8"))]
document.render({"标题": "", "全文": shown}, autoescape=True)
document.save(out)
"""


@pytest.fixture(autouse=True)
def compiled(request, tmp_path_factory, monkeypatch):
    """Compiled modules are at hand, as they are for a user; nobody asks where nothing is timed."""
    if request.config.option.benchmark_disable:
        return
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.getbasetemp() / "compiled"))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)


def seconds(*command):
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=os.environ)
    return time.perf_counter() - begin


def paired(benchmark, ours, floor):
    """Time two commands in turn; the pairs drift together with the machine."""
    if not benchmark.disabled:
        seconds(*ours())
    pairs = []

    def both():
        pairs.append((seconds(*ours()), seconds(*floor)))

    benchmark.pedantic(both, rounds=ROUNDS)
    benchmark.extra_info |= {
        "ours_ms": round(1000 * statistics.median(a for a, _ in pairs)),
        "floor_ms": round(1000 * statistics.median(b for _, b in pairs)),
        "ratio": round(statistics.median(a / b for a, b in pairs), 2),
    }
    print(benchmark.extra_info)


def test_help_beside_a_bare_python(benchmark):
    paired(
        benchmark,
        lambda: (sys.executable, "-m", "nianbao", "--help"),
        (sys.executable, "-c", BARE),
    )


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_draft_beside_a_docxtpl_script(benchmark, tmp_path, kind):
    sample = SAMPLE.with_suffix(f".{kind}")
    made = drafting.draft(reading.open_source(sample), drafting.Wanted(out=tmp_path / "样.docx"))
    with opened(made.workspace) as desk:
        lines = flow.text(flow.rendered(desk.report, desk.ledger.values())).split("\n")
    text = tmp_path / "文字.json"
    text.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")
    template = shipped.path("templates", "公文.docx")
    numbers = iter(range(1000))
    paired(
        benchmark,
        lambda: (
            *(sys.executable, "-m", "nianbao", "draft", str(sample)),
            *("-o", str(tmp_path / f"{next(numbers)}.docx")),
        ),
        (sys.executable, "-c", SCRIPT, str(template), str(text), str(tmp_path / "平.docx")),
    )
