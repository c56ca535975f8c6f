"""The whole main job on an 8,000-character report: read, understand, store, turn the year, write.

Goal: under half a second after imports. Run with `--benchmark-only`; the floors of reading, storing
and writing stand beside them in this folder.
"""

from itertools import cycle

import pytest

from nianbao.actions import drafting, importing
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from tests.beginning import start_year
from tests.given import SAMPLE_TEXT

LENGTH = 8000


@pytest.fixture
def report():
    """The sample's text, its long paragraphs repeated until it has 8,000 characters."""
    lines = SAMPLE_TEXT.read_text(encoding="utf-8").split("\n")
    longest = cycle(sorted(lines, key=len)[-8:])
    while sum(map(len, lines)) < LENGTH:
        lines.insert(-6, next(longest))
    return "\n".join(lines).encode()


def test_understanding(benchmark, report):
    source = reading.from_bytes(report)

    found = benchmark(source.understood)

    assert len(found.figures) > 60


def test_storing_an_import_and_a_new_year(benchmark, report, tmp_path):
    source = reading.from_bytes(report)
    found = source.understood()
    places = (tmp_path / f"{number}.nianbao" for number in range(10_000))

    def job(desk):
        importing.store(desk, source, importing.incoming(desk, found))
        start_year(desk)
        years = desk.years()
        desk.close()
        return years

    def new():
        return (Desk.create(next(places)),), {}

    assert benchmark.pedantic(job, setup=new, rounds=15) == [2026, 2025]


def test_the_main_job(benchmark, report, tmp_path):
    places = (tmp_path / f"{number}.docx" for number in range(10_000))

    made = benchmark(
        lambda: drafting.draft(reading.from_bytes(report), drafting.Wanted(out=next(places)))
    )

    assert made.pending
