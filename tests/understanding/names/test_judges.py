"""The judges of names and the signs of doubt are those that `resources/naming.toml` speaks of."""

from nianbao.resource import load
from nianbao.understanding.names.choice import scoring
from nianbao.understanding.names.doubt import trust


def test_every_judge_of_a_name_has_its_worths_and_no_other_has():
    judges = (*scoring.OF_SPAN, *scoring.OF_CONTEXT, *scoring.OF_BOTH)

    assert {judge.__name__ for judge in judges} == set(load("naming")["worth"])


def test_every_sign_of_doubt_has_its_points_and_no_other_has():
    signs = {sign.__name__ for sign in trust.SIGNS}

    assert signs | {"start"} == set(load("naming")["doubt"])
