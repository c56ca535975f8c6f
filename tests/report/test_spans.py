"""Stretches touch when they have a character in common."""

from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.spans import Spans

stretch = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(stretch), stretch)
def test_they_touch_as_comparing_each_would_say(spans, one):
    each = any(start < one[1] and one[0] < stop for start, stop in spans)
    assert Spans(spans).touches(one) is each
