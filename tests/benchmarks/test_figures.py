"""Figures, names and relations of an 8,000-character report, beside a library that finds numbers.

Goal: all three in no more time than Recognizers-Text needs for the numbers alone, and a cost that
grows with the text and no faster. Run with `--benchmark-only`; the floor is measured where
`recognizers-text-number==1.0.2a2` and `emoji<2` are installed.
"""

from itertools import cycle, islice

import pytest

from nianbao.standards import words
from nianbao.standards.figures.quantities import quantities
from nianbao.understanding.arithmetic import relations
from nianbao.understanding.induce import Inducer, TextPlace
from tests.given import SAMPLE_TEXT

LENGTH = 8000


def report(length):
    """The sample's paragraphs, over and over, up to a length in characters."""
    paragraphs = SAMPLE_TEXT.read_text(encoding="utf-8").split("\n")
    found, total = [], 0
    for paragraph in cycle(paragraphs):
        if total >= length:
            return found
        found.append(paragraph)
        total += len(paragraph)
    return found


def understand(paragraphs):
    inducer = Inducer(year=2025, quantities=quantities())
    for number, paragraph in enumerate(paragraphs):
        inducer.source(paragraph, TextPlace(piece=str(number), section="", paragraph=number))
    return relations.find(inducer.mentions)


def cold():
    """Forget the words cut before, as if the report were the first of the day."""
    words.cut.cache_clear()


@pytest.mark.parametrize("times", [1, 10, 100])
def test_figures_names_and_relations(benchmark, times, size):
    times = size(1, times)
    paragraphs = list(islice(cycle(report(LENGTH)), times * len(report(LENGTH))))
    understand(paragraphs[:10])

    found, _ = benchmark.pedantic(
        understand, args=[paragraphs], setup=cold, rounds=max(3, 30 // times)
    )

    assert len(found) >= 14


def test_loading_the_dictionary(benchmark):
    def load():
        words.cut.cache_clear()
        words._tokenizer.cache_clear()
        return words.cut("行政复议申请受理")

    assert benchmark(load)


def test_floor_numbers_alone_by_recognizers_text(benchmark):
    recognizers = pytest.importorskip("recognizers_number")
    paragraphs = report(LENGTH)

    def numbers():
        return [recognizers.recognize_number(p, recognizers.Culture.Chinese) for p in paragraphs]

    assert benchmark(numbers)
