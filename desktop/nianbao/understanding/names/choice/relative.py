"""Names for what only a clause before 的 tells from the rest: 以县政府为被申请人的37件.

The clause stands in the name as it is written, with what was counted before it in its sentence:
已经解决的83件 → 已经解决建议数.
"""

import re

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.understanding.names.choice.contexts import NO_CONTEXT
from nianbao.understanding.names.choice.scoring import Pair
from nianbao.understanding.names.choice.spans import Span
from nianbao.understanding.names.parsing import wording
from nianbao.understanding.names.parsing.clauses import Role, read, role
from nianbao.understanding.names.parsing.scene import Scene

SHAPE = "relative"
_SHORTEST, _LONGEST = 2, 16  # characters of the clause
_TELLING = 4  # that tell enough by themselves
_LONGEST_THING = 6
_DEEDS = (Role.VERB, Role.BOTH)
_WHOLE = re.compile(r"[\u4e00-\u9fff、“”]+")


def named(scene: Scene) -> Pair | None:
    """Return the name that the clause before a number gives it, None where it gives none.

    Where nothing says what is counted, the name is the clause alone, see `unit_of`.
    """
    said = _which(scene)
    thing = _counted(scene, said)
    alone = len(said) >= _TELLING and scene.number.unit in wording.patterns().cases
    if not said or not (thing or alone):
        return None
    return Pair(NO_CONTEXT, Span((said, *thing), SHAPE), "".join((said, *thing)))


def unit_of(scene: Scene, pair: Pair) -> str:
    """Return the unit where a name of this kind has no thing: 县政府为被申请人件数."""
    return scene.number.unit if pair.span.shape == SHAPE and len(pair.span.words) == 1 else ""


def _which(scene: Scene) -> str:
    """Return the clause, from its beginning to 的, empty where it is none or too long."""
    patterns = wording.patterns()
    before = patterns.tail.sub("", scene.before.rstrip())
    if scene.noun or scene.number.kind is not MentionKind.COUNT or not before.endswith(patterns.of):
        return ""
    said = before.removesuffix(patterns.of).strip(wording.MARKS)
    said = patterns.not_of_clause.sub("", said)
    if found := patterns.regarded.fullmatch(said):
        said = found["how"]
    lexicon = words.lexicon()
    little = lexicon.general | lexicon.times | lexicon.amounts | lexicon.sorting
    telling = any(word.text not in little for word in read(said))
    compared = set(words.cut(said)) & lexicon.comparing  # 超过同期案件的83件
    fits = _SHORTEST <= len(said) <= _LONGEST and _WHOLE.fullmatch(said) and not compared
    return said if telling and fits and not said.endswith(patterns.etc) else ""


def _counted(scene: Scene, said: str) -> tuple[str, ...]:
    """Return what was counted before in the unit of a number that says only which."""
    no_thing = words.lexicon().times | words.lexicon().amounts
    for told in (*scene.told, *filter(None, [scene.whole])):
        whole = "".join(told.thing)
        if told.unit != scene.number.unit or told.sorted_out or set(told.thing) & no_thing:
            continue
        # 直接纠错29件，撤回申请的7件
        deed = not told.verb and role(told.thing[-1]) in _DEEDS if told.thing else True
        again = bool(told.thing) and said.endswith(told.thing[-1])  # 实际出庭183件，未出庭的1件
        if 1 < len(whole) <= _LONGEST_THING and not (deed or again):
            return (whole,)
    return ()
