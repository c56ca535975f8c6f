"""What a number of a passage tells the numbers behind it."""

from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice import relative
from nianbao.understanding.names.choice.scoring import Pair
from nianbao.understanding.names.doubt import trust
from nianbao.understanding.names.parsing import predicates, shared, weight, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, role
from nianbao.understanding.names.parsing.scene import Scene, Told


def told(scene: Scene, best: Pair, *, doubtful: bool) -> Told:
    """Return what a number was about; `best` is its name without what governs the sentence.

    `doubtful`: it was quoted; what follows may not lean on it.
    """
    which = best.span.shape == relative.SHAPE
    return Told(
        sentence=scene.clause.sentence,
        period=scene.clause.period,
        clause=scene.clause.start,
        thing=best.span.words[1:] if which else _thing(scene),
        spelled=scene.phrase.spelled if scene.phrase.listed and not scene.noun else (),
        matter=predicates.matter(scene),
        verb=scene.phrase.verb,
        holder=_who_acted(scene),
        core=best.span.words,
        context=best.context.words,
        name=best.name,
        event=weight.is_event(scene.number),
        within=scene.clause.within or scene.whole is not None,
        sorted_out=(which and not _names_things(scene, best))
        or _is_sorted_out(scene)
        or _names_places_only(scene, best),
        value=scene.number.value,
        unit=scene.number.unit,
        listed=shared.is_listed(scene),
        several=scene.phrase.listed and not scene.noun and wording.LIST_MARK in scene.before,
        partial=trust.is_partial(scene, best) or _borrows_part(scene, best),
        doubtful=doubtful,
        served=_are_served(scene),
        which=relative.told_apart(scene)[0],
    )


def _thing(scene: Scene) -> tuple[str, ...]:
    """Return what was counted, of which one place was changed perhaps: 其中变更要素9项."""
    changed = scene.whole and set(scene.phrase.verb[-1:]) & words.lexicon().changing
    return scene.whole.thing if scene.whole and changed else scene.noun or scene.phrase.object


def _names_things(scene: Scene, best: Pair) -> bool:
    """Whether the clause before 的 is not all that tells of the things: 以县为被告的行政诉讼."""
    things = best.span.words[1:]
    return things == scene.phrase.object and not set(things) <= words.lexicon().general


def _borrows_part(scene: Scene, best: Pair) -> bool:
    """Whether the words a name borrows are only some of the things counted: 合同及文件审查83件."""
    lender = scene.told[0] if scene.told else None
    return lender is not None and lender.partial and best.context.source.startswith("last")


def _names_places_only(scene: Scene, best: Pair) -> bool:
    """Whether only the places have a name where something is done.

    在9个司法所设立复议受理点，立案83件: it is not the 司法所 that take them in.
    """
    led = scene.before.rstrip().endswith(naming.grammar().at)
    return bool(scene.noun) and led and best.span.words == scene.noun


def _are_served(scene: Scene) -> bool:
    """Whether people are counted for whom something is done: 为83名农民工追回工资."""
    people = bool(scene.noun) and scene.number.unit in naming.units().people
    return people and bool(set(words.cut(scene.before.rstrip())[-1:]) & words.lexicon().helping)


def _is_sorted_out(scene: Scene) -> bool:
    """Whether a number is of some of the things told before, or of those that are left out.

    诉讼案件83件，以政府为被告的9件; 除2项需跨年度推进的以外
    """
    before = scene.before.rstrip()
    if before.strip() == naming.ties().but_for:
        return True
    return before.endswith(naming.grammar().of) and not scene.noun


def _who_acted(scene: Scene) -> tuple[str, ...]:
    """Return who did what a number tells of, as far as that is said."""
    holder = scene.phrase.holder
    deed = all(role(word) in DEEDS for word in holder)  # 选拔 of 选拔培养
    lexicon = words.lexicon()
    came = bool(set(scene.phrase.rest[-1:]) & lexicon.verbs and scene.phrase.verb)
    if came and holder[-1:] and holder[-1].endswith(tuple(lexicon.places_of)):
        return ()  # 受理平台转办线索83条，立案29件: it is not the 平台 that does
    return () if deed or scene.phrase.marker in words.lexicon().toward else holder
