"""What comes back from a child is what it made, and nothing else can come."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.apart import wire
from nianbao.apart.refusal import Refusal
from nianbao.errors import NoYearError, OutputError


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, kw_only=True)
class Leaf:
    name: str
    value: Decimal | None = None
    colour: Colour = Colour.RED
    share: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Tree:
    id: int
    sure: bool
    leaves: tuple[Leaf, ...] = ()
    pair: tuple[str, int] = ("", 0)
    trees: tuple["Tree", ...] = ()


leaves = st.builds(
    Leaf,
    name=st.text(),
    value=st.none() | st.decimals(allow_nan=False),
    colour=st.sampled_from(Colour),
    share=st.floats(allow_nan=False),
)
trees = st.recursive(
    st.builds(Tree, id=st.integers(), sure=st.booleans(), leaves=st.lists(leaves).map(tuple)),
    lambda below: st.builds(
        Tree, id=st.integers(), sure=st.booleans(), trees=st.lists(below).map(tuple)
    ),
    max_leaves=6,
)


@given(trees)
@settings(max_examples=50)
def test_a_value_comes_back_as_it_was(tree):
    assert wire.loads(Tree, wire.dumps(tree)) == tree


@pytest.mark.parametrize(
    "data",
    [
        b'["1",true,[],["",0],[]]',
        b'[1,true,[["x",null,"green",0]],["",0],[]]',
        b'[1,true,[],["",0,0],[]]',
        b'[1,true,[["x","many","red",0]],["",0],[]]',
        b"[1,true]",
        b'{"id":1}',
        b"null",
        b"[",
    ],
)
def test_what_is_not_of_the_type_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - json and wire each have their words
        wire.loads(Tree, data)


@given(trees, st.binary())
@settings(max_examples=20)
def test_a_request_is_a_task_and_bytes(tree, data):
    assert wire.unpacked(Tree, wire.packed(tree, data)) == (tree, data)


def test_a_refusal_comes_back_as_the_error_it_was():
    no_year = NoYearError("not-report", "没有年度。", do="请写上。", detail="2 lines")
    back = wire.loads(Refusal, wire.dumps(Refusal.of(no_year))).reading()
    assert type(back) is NoYearError
    assert vars(back) == vars(no_year)

    full = OutputError("写不下。", do="请换一个盘。", detail="ENOSPC")
    back = wire.loads(Refusal, wire.dumps(Refusal.of(full))).output()
    assert type(back) is OutputError
    assert vars(back) == vars(full)
