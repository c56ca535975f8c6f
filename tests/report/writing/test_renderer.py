"""What our renderer prints is what Jinja prints of the same source."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.printed import written
from nianbao.report.writing import changing, quantity, slots, years
from nianbao.report.writing.slots import Slot


def _plain(value):
    return quantity.plain(value) if isinstance(value, Decimal) else value


def _like(value, sample):
    if isinstance(value, Decimal):
        return quantity.write(value, sample)
    return years.write(int(value), sample) if value.isdecimal() else value


def _changed(value, like, rise, fall):
    if not isinstance(value, Decimal):
        return value
    return changing.write_change(value, like, rise, fall)


def jinja(source, values):
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, keep_trailing_newline=True, finalize=_plain
    )
    environment.filters |= {"如": _like, "较上年": _changed}
    return environment.from_string(source).render(values)


LITERAL = st.text(
    st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from(list("{}%#'\"\\|年\n")),
    max_size=12,
).map(slots.escape)
SLOTS = st.one_of(
    st.sampled_from([Slot(name=name) for name in ("件数", "率", "空", *slots.YEAR_NAMES)]),
    st.builds(
        Slot,
        name=st.sampled_from(["件数", "率", "空"]),
        like=st.sampled_from(["12万余", "近550", "三", "1,234", "92.72", "百余", "1.28亿"]),
    ),
    st.just(Slot(name="年", like="二〇二四")),
    st.builds(
        Slot,
        name=st.sampled_from(["件数", "率", "空"]),
        like=st.sampled_from(["增长22%", "下降了33%", "增加3名"]),
        rise=st.sampled_from(["增长", "增加"]),
        fall=st.sampled_from(["下降", "减少"]),
    ),
).map(lambda slot: slot.source)
SOURCES = st.lists(LITERAL | SLOTS, max_size=6).map("".join)
VALUES = st.fixed_dictionaries(
    {
        "件数": st.integers(0, 10**9).map(Decimal),
        "率": st.decimals(-1000, 1000, places=2),
        "空": st.sampled_from(["【待填：件数（件）】", "{{ 7*7 }}", "{% for %}"]),
    }
).map(lambda values: values | slots.years(2026))


@given(SOURCES, VALUES)
def test_both_print_the_same(source, values):
    assert slots.filled(source, values) == jinja(source, values)


@given(SOURCES)
def test_what_the_window_shows_prints_the_same(source):
    ledger = Ledger.of(2026, [], [], [])
    values = {"件数": "…", "率": "…", "空": "…"} | slots.years(2026)

    shown = written(source, ledger)

    assert shown.text == jinja(source, values)
    assert all(shown.text[n.start : n.start + n.length] == "…" for n in shown.numbers)


@pytest.mark.parametrize("source", ["{{ 没有 }}", '{{ 没有|如("12万余") }}'])
def test_neither_prints_what_has_no_value(source):
    with pytest.raises(KeyError):
        slots.filled(source, {})
