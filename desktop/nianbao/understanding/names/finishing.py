"""What is added to the words of a name: for whom, that it is a share, its joints, its unit."""

from collections.abc import Sequence

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice import relative
from nianbao.understanding.names.choice.scoring import Pair
from nianbao.understanding.names.parsing import phrases, wording
from nianbao.understanding.names.parsing.scene import Scene
from nianbao.understanding.numerals.numbers import Number

SHARE = "占比"


def finished(word: str, joined: Sequence[tuple[str, str]], number: Number, name: str) -> str:
    """Return a name behind the word for its year, joined as in its text, with its unit's ending."""
    return phrases.finished(word + phrases.relinked(name, joined), number)


def share_or_change(scene: Scene, pair: Pair) -> tuple[str, str]:
    """Return the name of a number, and what says that it is a share or a change of it."""
    name, endings = pair.name, naming.endings()
    rate = scene.number.kind is MentionKind.RATE
    shares = scene.share and rate
    if shares and scene.whole:
        name = name.removesuffix(endings.rate)  # 化解率98%，其中就地化解的占86%
    told = name.endswith(endings.shares)
    if shares and not told:
        return name, SHARE
    if rate and not told and set(scene.phrase.verb[-1:]) & endings.changes:
        return name, wording.EXTENT  # 压减办理时限65%、材料52%
    return name, relative.unit_of(scene, pair)


def for_whom(scene: Scene, name: str) -> str:
    """Return a name that says that something was done for whom it begins with: 为企业退还罚款."""
    said = scene.phrase
    served = said.verb and said.marker in words.lexicon().helping and not scene.noun
    begins = bool(said.holder) and name.startswith("".join(said.holder))
    return said.marker + name if served and begins else name
