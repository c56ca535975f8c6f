"""A name to be trusted that says more of its clause than a doubtful one.

避免或减少损失83万元: 减少损失 has lost a part, 避免减少损失 has not.
"""

from collections.abc import Iterable

from nianbao.understanding.names.choice import relative
from nianbao.understanding.names.choice.noun_spans import MATTER_SHAPE
from nianbao.understanding.names.choice.scoring import Pair
from nianbao.understanding.names.doubt import said
from nianbao.understanding.names.doubt.number import denied
from nianbao.understanding.names.doubt.trust import trust
from nianbao.understanding.names.parsing.scene import Scene

_TOLD_ELSE = ("noun matter", MATTER_SHAPE, "part", "part of whole", "thing verb")
"""Shapes whose further words may be of something else: 工地台账 of 督促23家工地完善台账."""


def of(scene: Scene, doubtful: Pair, others: Iterable[Pair], sure: float) -> Pair | None:
    """Return the best other name that is trusted as far as `sure`, None without one.

    It says all that the doubtful one does, and has nothing of another number that this one has not.
    """
    if denied(scene, doubtful):
        return _in_full(scene, sure)  # 未按期办结的信访事项
    told = (*doubtful.context.words, *doubtful.span.words)
    borrowed = len(doubtful.context.words)
    full = (
        one
        for one in others
        if all(word in one.name for word in told)
        and (len(one.name) > len(doubtful.name) or len(one.context.words) < max(borrowed, 1))
        and one.span.shape not in _TOLD_ELSE
        and (one.context.source.startswith("clause") or set(one.context.words) <= set(told))
    )
    found = next((one for one in full if trust(scene, one) >= sure), None)
    return found or (_in_full(scene, sure) if said.relative(scene, doubtful) else None)


def _in_full(scene: Scene, sure: float) -> Pair | None:
    """Return a name with the whole clause that tells which, None where that is in doubt too."""
    which = relative.in_full(scene)
    return which if which and trust(scene, which) >= sure else None
