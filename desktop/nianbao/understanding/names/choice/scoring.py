"""How well a span names a number: small judges, each of one thing, and what each is worth.

Every judge says in a word or two what it sees; `resources/naming.toml` says what that is worth. The
worths were fitted to the names that people gave the figures of made-up reports.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from nianbao.standards import words
from nianbao.standards.figures import naming, scores
from nianbao.understanding.names.choice import borrowing
from nianbao.understanding.names.choice.contexts import NO_CONTEXT, EarlierWords, contexts
from nianbao.understanding.names.choice.span import NameSpan
from nianbao.understanding.names.choice.spans import cores
from nianbao.understanding.names.parsing import wording
from nianbao.understanding.names.parsing.clauses import WordRole, role
from nianbao.understanding.names.parsing.scene import Scene

_LONG = 16
_OF_WHOLE = ("last thing", "last context")
_OTHERS = 12  # so many names are kept beside the best


class Pair(NamedTuple):
    """A context, a span, and the name they make."""

    context: EarlierWords
    span: NameSpan
    name: str


def joined(context: EarlierWords, span: NameSpan) -> str:
    """Return the name that a context and a span make, what they share only once."""
    before, core = "".join(context.words), "".join(span.words)
    if core == wording.LAST_YEAR or (_sorts(span) and context.source in _OF_WHOLE):
        return core + before
    if not core or before.endswith(core):
        return before
    if (said := naming.grammar().satisfied.fullmatch(core)) and said["who"] in before:
        core = core.removeprefix(said["who"])  # 群众诉求满意率
    if core in before and not _is_act(span):
        if not span.shape.endswith("noun"):
            # 告知承诺制，涉及事项83项: the 事项 are no part of its word
            apart = context.words[-1].endswith(tuple(words.lexicon().schemes))
            return before + core if apart else before
        head = _words_before(context.words, core)
        return before + core if head is None else head + core  # no 乡镇片区执法, no 百名/律师
    if before in core:
        return core
    shared = next(
        (n for n in range(min(len(before), len(core)), 1, -1) if before.endswith(core[:n])), 0
    )
    if before[:-shared].endswith(words.NOT):
        shared = 0  # 不合格 is not 合格
    if not shared and len(span.words) > 1 and context.words[-1] == span.words[-1]:
        before = "".join(context.words[:-1])
    return before + core[shared:]


def _words_before(said: Sequence[str], core: str) -> str | None:
    """Return the words before some that make up a core, None where it is only part of a word."""
    for at in range(len(said)):
        if "".join(said[at:]).startswith(core):
            return "".join(said[:at])
    return None


def _sorts(span: NameSpan) -> bool:
    """Whether a clause only says which of the things were meant: 其中继续有效71件."""
    return bool(span.words) and set(span.words) <= words.lexicon().sorting


def _is_one_of(span: NameSpan, context: EarlierWords) -> bool:
    """Whether a span names one thing of a list: 审查文件、合同83件，其中合同9件."""
    listed = wording.LIST_MARK in context.words
    return listed and bool(span.words) and "".join(span.words) in "".join(context.words)


def _is_act(span: NameSpan) -> bool:
    """Whether a clause only says what was done: 各级调解组织 does not tell that 调解 was."""
    return len(span.words) == 1 and role(span.words[0]) in (WordRole.VERB, WordRole.BOTH)


# of the span alone
def shape(scene: Scene, span: NameSpan) -> str:
    """Say how the words were taken."""
    where = " led" if scene.led else " leading" if scene.leads else ""
    return span.shape + (where if scene.noun else "")


def verb(scene: Scene, span: NameSpan) -> str:
    """Say whether the verb before the number is in the span."""
    said = scene.phrase.verb
    if not said:
        return ""
    faint = "faint" if said[-1] in words.lexicon().faint else "act"
    alone = "" if scene.phrase.object or scene.noun else " alone"
    return f"{faint} {_kept(said[-1:], span)}{alone}{' noun' if scene.noun else ''}"


def order(scene: Scene, span: NameSpan) -> str:
    """Say on which side of its object the verb stands."""
    said = scene.phrase.verb[-1:] or scene.phrase.object[:1]
    if scene.noun or len(span.words) < 2 or not said or said[0] not in span.words:
        return ""
    kind = role(said[0])
    if kind not in (WordRole.VERB, WordRole.BOTH):
        return ""
    size = min(len("".join(scene.phrase.object)), 6)
    return f"{kind.value} {'first' if span.words[0] == said[0] else 'behind'} {size}"


def lost(scene: Scene, span: NameSpan) -> str:
    """Say how much of what was counted the span leaves out."""
    thing = scene.phrase.object
    if scene.noun or not thing or scene.phrase.listed:
        return ""
    missing = [word for word in thing if word not in span.words]
    if not missing:
        return "nothing"
    amount = sum(map(len, missing))
    first = "body" if thing[0].endswith(words.lexicon().bodies) else role(thing[0]).value
    return f"{first} {min(amount, 5)} of {min(sum(map(len, thing)) // 3, 4)}"


def listing(scene: Scene, span: NameSpan) -> str:
    """Say whether a list is named whole or by its last item."""
    thing = scene.phrase.object
    if scene.noun or not scene.phrase.listed:
        return ""
    whole = all(word in span.words for word in scene.phrase.things)
    return f"{'whole' if whole else 'part'} of {min(sum(map(len, thing)) // 4, 4)}"


def holder(scene: Scene, span: NameSpan) -> str:
    """Say whether who acts, or for whom, is in the span."""
    said = scene.phrase
    if not said.holder or scene.noun:
        return ""
    marked = said.marker if said.marker in ("为", "对", "将", "把", "向", "") else "other"
    body = " body" if said.holder[-1].endswith(words.lexicon().bodies) else ""
    return f"{_kept(said.holder[-1:], span)} {marked}{body}"


def done(scene: Scene, span: NameSpan) -> str:
    """Say whether what was done with the thing is in the span."""
    said = scene.phrase.done
    return _kept(said, span) if said else ""


def said_of_noun(scene: Scene, span: NameSpan) -> str:
    """Say whether a noun that may do many things stands alone."""
    if not scene.noun:
        return ""
    last = scene.noun[-1]
    kind = (
        "person"
        if last.endswith(words.lexicon().persons)
        else "general"
        if last in words.lexicon().general
        else ""
    )
    alone = (
        "alone" if span.shape.startswith("noun") and len(span.words) <= len(scene.noun) else "told"
    )
    return (
        f"{kind} {alone}{'' if scene.predicate.empty else ' of'} {min(len(''.join(scene.noun)), 8)}"
    )


def wealth(_scene: Scene, span: NameSpan) -> str:
    """Say how much the span says by itself."""
    return borrowing.wealth_of(span.words)


# of the context alone
def source(_scene: Scene, context: EarlierWords) -> str:
    """Say where the context comes from."""
    return context.source


def flow(scene: Scene, context: EarlierWords) -> str:
    """Say how the clause goes on from what the context tells."""
    goes_on = " derived" if scene.derived else " within" if scene.clause.within else ""
    return where(context) + goes_on + ("" if scene.first else " further")


def counted(scene: Scene, context: EarlierWords) -> str:
    """Say what sort of number takes its context from where."""
    return f"{scene.number.kind.value} {context.source}"


def nature(_scene: Scene, context: EarlierWords) -> str:
    """Say what the context is: a body, a person, a deed."""
    if not context.words:
        return ""
    lexicon = words.lexicon()
    last = context.words[-1]
    kind = (
        "body"
        if last.endswith(lexicon.bodies)
        else "person"
        if last.endswith(lexicon.persons)
        else "thing"
    )
    return f"{kind}{' act' if role(context.words[0]) is WordRole.VERB else ''}"


# of both
def lending(scene: Scene, pair: Pair) -> str:
    """Say how a span goes on from the number before it."""
    if not scene.told or where(pair.context) != "last":
        noun, derived = " noun" if scene.noun else "", " derived" if scene.derived else ""
        return f"{borrowing.wealth_of(pair.span.words)} {where(pair.context)}{noun}{derived}"
    last = scene.told[0]
    alike = "alike" if last.unit == scene.number.unit else "event" if last.event else "other"
    return f"{borrowing.wealth_of(pair.span.words)} {alike}"


def total(_scene: Scene, pair: Pair) -> str:
    """Say how long the name is, without the marks of its lists."""
    return str(min(len(pair.name) - pair.name.count(wording.LIST_MARK), _LONG))


def meeting(_scene: Scene, pair: Pair) -> str:
    """Say what context and span have in common."""
    if not pair.context.words or not pair.span.words:
        return ""
    one, other = "".join(pair.context.words), "".join(pair.span.words)
    if one in other or other in one:
        return "inside"
    if pair.context.words[-1] == pair.span.words[-1]:
        return "same end"
    if other[:2] in one:
        return "repeats"
    return (
        "shared"
        if set(pair.context.words) & set(pair.span.words)
        else f"apart {min(3, len(set(one) & set(other)))}"
    )


OF_SPAN: tuple[Callable[[Scene, NameSpan], str], ...] = (
    shape, verb, order, lost, listing, holder, done, said_of_noun, wealth,
)  # fmt: skip
OF_CONTEXT: tuple[Callable[[Scene, EarlierWords], str], ...] = (source, flow, counted, nature)
OF_BOTH: tuple[Callable[[Scene, Pair], str], ...] = (lending, total, meeting)


def _kept(part: Sequence[str], span: NameSpan) -> str:
    return "kept" if all(word in span.words for word in part) else "lost"


def where(context: EarlierWords) -> str:
    """Return how near a context was told."""
    return context.source.partition(" ")[0]


class NameChoice(NamedTuple):
    """The best name and the next best."""

    best: Pair
    others: Sequence[Pair] = ()


def choose(scene: Scene) -> NameChoice:
    """Return what names a number best."""
    scored = sorted(_scored(scene), key=itemgetter(0), reverse=True)
    return NameChoice(scored[0][1], [pair for _, pair in scored[1:_OTHERS]])


def _scored(scene: Scene) -> Iterator[tuple[float, Pair]]:
    """Yield every name that may be given, each with what it is worth."""
    before = [(context, _worth(OF_CONTEXT, scene, context)) for context in contexts(scene)]
    needs = borrowing.needs(scene)
    for span in cores(scene):
        alone = _worth(OF_SPAN, scene, span)
        refused = borrowing.refused(scene, span)
        taken = [one for one in before if not (one[0].words and one[0].source.startswith(refused))]
        taken = [one for one in taken if not _is_one_of(span, one[0])]
        if len(taken) > 1 and needs:
            taken = [one for one in taken if one[0].words]
        if not taken:
            taken = [(NO_CONTEXT, 0.0)]  # the one context there is may not be borrowed from
        for context, lent in taken:
            pair = Pair(context, span, joined(context, span))
            yield alone + lent + _worth(OF_BOTH, scene, pair), pair


def _worth(judges: Sequence[Callable[..., str]], scene: Scene, seen: object) -> float:
    table = scores.worths()
    worth = 0.0
    for judge in judges:
        worth += table[judge.__name__].get(judge(scene, seen), 0.0)
    return worth
