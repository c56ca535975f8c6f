"""Benchmarks are timed with `--benchmark-only`; in the suite each runs once, on less."""

import pytest


@pytest.fixture
def size(benchmark):
    """Return how much to do: little when nobody looks at the time."""
    return lambda once, timed: once if benchmark.disabled else timed
