"""Why something was changed: every rule has its words and a place where it is seen."""

import pytest

from nianbao.report.change import ChangeRule, Seen
from nianbao.standards.asks import AskRule


@pytest.mark.parametrize("rule", ChangeRule)
def test_every_rule_has_its_words_and_a_place(rule):
    assert rule.words
    assert isinstance(rule.seen, Seen)


def test_no_two_rules_are_called_alike():
    assert len({rule.words for rule in ChangeRule}) == len(ChangeRule)


@pytest.mark.parametrize("asked", AskRule)
def test_what_a_new_year_asks_is_a_rule(asked):
    assert ChangeRule(asked.value).seen is Seen.NEW_YEAR


def test_a_word_of_another_version_is_shown_all_the_same():
    assert ChangeRule("something_newer") is ChangeRule.OTHER
    assert ChangeRule.OTHER.seen is Seen.CHANGED
