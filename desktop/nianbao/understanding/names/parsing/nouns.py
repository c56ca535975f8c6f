"""The noun that a number counts, where it stands behind it, and what then is left before it."""

from collections.abc import Sequence

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.parsing import phrases, predicates, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, role
from nianbao.understanding.names.parsing.spots import Spot

_PERCENT = "%"


def is_share_of(spot: Spot) -> bool:
    """Whether a number is a share of its noun: 98%的事项."""
    return spot.number.unit == _PERCENT and spot.behind.startswith(naming.grammar().of)


def noun_of(spot: Spot) -> tuple[str, ...]:
    """Return what stands behind a number and is counted."""
    name_of = wording.person_of if spot.number.unit in naming.units().people else wording.noun_of
    behind = spot.behind.removeprefix(naming.grammar().of if is_share_of(spot) else "")
    noun = words.cut(name_of(behind.partition(wording.LIST_MARK)[0]))
    noun += predicates.places_beside(behind, noun)
    if set(noun[:1]) & words.lexicon().pending:
        return ()  # 另有1起正在办理
    money = spot.number.kind is MentionKind.MONEY
    if noun and money and (role(noun[0]) in DEEDS or naming.ties().spent_on.match(spot.behind)):
        return ()  # 投入资金1200万元改造司法所, 用于改造司法所: what it is for
    return noun


def leading(spot: Spot, noun: Sequence[str]) -> str:
    """Return the words before a number without what only leads to it, and without examples."""
    before = naming.ties().became.sub("", spot.before.rstrip())
    before = wording.spelled_out(before)
    before = naming.left_out().quoted.sub("", wording.with_way(wording.without_tail(before)))
    return phrases.without_examples(before) if noun else wording.without_examples(before)
