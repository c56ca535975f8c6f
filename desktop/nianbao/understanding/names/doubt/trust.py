"""How far a name may be trusted.

Every sign says in a word or two what it sees; `resources/naming.toml` says how many points of doubt
that is worth, fitted to names that people called wrong or not. Where the points are many, the label
quotes the clause.
"""

from math import exp

from nianbao.standards.figures import scores
from nianbao.understanding.names.choice.scoring import Pair
from nianbao.understanding.names.doubt import borrowed, number, said, which
from nianbao.understanding.names.parsing.scene import Scene

SIGNS = (*borrowed.SIGNS, *number.SIGNS, *said.SIGNS, *which.SIGNS)


def trust(scene: Scene, pair: Pair) -> float:
    """Return how far a name may be trusted, 0 to 1."""
    table = scores.doubts()
    points = table["start"]["points"]
    for sign in SIGNS:
        points += table[sign.__name__].get(sign(scene, pair), 0.0)
    return 1 / (1 + exp(points))


def is_partial(scene: Scene, pair: Pair) -> bool:
    """Tell whether a name seems to have only a part of the things its number counts."""
    return said.begun(scene, pair) == "list"
