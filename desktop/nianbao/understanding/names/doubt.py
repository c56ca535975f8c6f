"""How far a name may be trusted: small signs of doubt, and what each takes from it.

Every sign says in a word or two what it sees; `resources/naming.toml` says how many points of doubt
that is worth, fitted to names that people called wrong or not. Where the points are many, the label
quotes the clause.
"""

from collections.abc import Callable
from functools import cache
from math import exp

from nianbao.standards import words
from nianbao.standards.resource import load
from nianbao.understanding.names import scoring, wording
from nianbao.understanding.names.clauses import Role, read, role
from nianbao.understanding.names.scene import Scene
from nianbao.understanding.names.scoring import Pair

_TELLING = (Role.NOUN, Role.BOTH, Role.VERB)


def shape(scene: Scene, pair: Pair) -> str:
    """Say how the words of the clause were taken."""
    return scoring.shape(scene, pair.span)


def source(_scene: Scene, pair: Pair) -> str:
    """Say where the words before them come from."""
    return pair.context.source


def wealth(_scene: Scene, pair: Pair) -> str:
    """Say how much the clause itself gave, and whether it borrowed."""
    lent = "with" if pair.context.words else "without"
    return f"{scoring.wealth_of(pair.span.words)} {lent}"


def joint(scene: Scene, _pair: Pair) -> str:
    """Say what touches the number: 通过的11件, 食堂等5家, 8名在会上述法."""
    before = scene.before.rstrip()
    if before.endswith(("的", "等")) and not scene.noun:
        return before[-1]
    if scene.noun and wording.beyond(scene.behind, scene.noun).lstrip("　 ").startswith("的"):
        return "noun 的"
    if scene.noun or scene.phrase.object:
        return ""
    if any(word.role in _TELLING for word in read(scene.behind)):
        return "said behind"
    return "bare" if scene.phrase.empty else ""


def opening(_scene: Scene, pair: Pair) -> str:
    """Say whether a name begins with a word that any list may end with: 领域查办案件数."""
    said = pair.context.words + pair.span.words
    return "general" if len(said) > 1 and said[0] in words.lexicon().general else ""


def denied(scene: Scene, _pair: Pair) -> str:
    """Say whether something was not so: 3个乡镇未配备."""
    text = scene.before + scene.behind
    return "denied" if any(word in words.lexicon().denials for word in words.cut(text)) else ""


def bits(_scene: Scene, pair: Pair) -> str:
    """Say whether the name has words of one character."""
    return str(min(2, sum(len(word) == 1 for word in pair.context.words + pair.span.words)))


def kept(scene: Scene, pair: Pair) -> str:
    """Say how much of what its own stretch tells is in the name, in quarters."""
    said = [word.text for word in read(scene.before) if word.role in _TELLING]
    said += scene.noun
    if not said:
        return "nothing"
    inside = sum(len(word) for word in said if word in pair.name)
    return str(4 * inside // sum(map(len, said)))


def lost(scene: Scene, pair: Pair) -> str:
    """Say whether the last thing said before the number is missing."""
    said = [word.text for word in read(scene.before) if word.role in _TELLING]
    return f"last {role(said[-1]).value}" if said and said[-1] not in pair.name else ""


def listing(scene: Scene, pair: Pair) -> str:
    """Say whether a list is named whole or by its last item."""
    return scoring.listing(scene, pair.span)


def stranger(scene: Scene, pair: Pair) -> str:
    """Say whether borrowed words join a clause with a subject of its own."""
    if not pair.context.words:
        return ""
    said = scene.phrase
    own = "subject" if said.holder else "thing" if said.object and not said.verb else "none"
    return f"{scoring.where(pair.context)} {own}"


def heir(scene: Scene, pair: Pair) -> str:
    """Say how sure the name is that words were borrowed from."""
    if not pair.context.words or scoring.where(pair.context) not in ("last", "earlier"):
        return ""
    return str(int(5 * scene.told[0].trust))


def kind(scene: Scene, pair: Pair) -> str:
    """Say what sort of number it is."""
    times = scene.number.unit in wording.patterns().times
    return "times" if times else f"{scene.number.kind.value} {scoring.where(pair.context)}"


def length(_scene: Scene, pair: Pair) -> str:
    """Say how long the name is."""
    return str(min(len(pair.name), 17) // 2)


SIGNS: tuple[Callable[[Scene, Pair], str], ...] = (
    shape, source, wealth, joint, opening, denied, bits, kept, lost,
    listing, stranger, heir, kind, length,
)  # fmt: skip


def trust(scene: Scene, pair: Pair) -> float:
    """Return how far a name may be trusted, 0 to 1."""
    table = _points()
    points = table["start"]["points"]
    for sign in SIGNS:
        points += table[sign.__name__].get(sign(scene, pair), 0.0)
    return 1 / (1 + exp(points))


@cache
def _points() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = load("naming")["doubt"]
    return table
