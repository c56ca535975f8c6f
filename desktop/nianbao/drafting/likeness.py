"""Which texts speak of the same thing: by the pairs of characters they share."""

import math
import re
from collections import Counter
from collections.abc import Mapping

_HAN = re.compile("[\u4e00-\u9fff]+")
_LEAST = 0.06  # below this, what is shared is chance


def like(text: str, others: Mapping[str, str], most: int = 5) -> list[str]:
    """Return the keys of the texts most like a text, the best first; none that is like by chance.

    Pairs that most texts hold (工作, 建设) weigh little. No dictionary is needed.
    """
    pairs = {key: _pairs(other) for key, other in others.items()}
    spread = Counter(pair for held in pairs.values() for pair in held)
    weights = {pair: math.log((len(pairs) + 1) / count) for pair, count in spread.items()}
    own = _pairs(text)
    scores = {key: _score(own, held, weights) for key, held in pairs.items()}
    best = sorted(scores, key=lambda key: -scores[key])
    return [key for key in best if scores[key] >= _LEAST][:most]


def _pairs(text: str) -> set[str]:
    return {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}


def _score(own: set[str], held: set[str], weights: Mapping[str, float]) -> float:
    shared = sum(weights[pair] for pair in own & held)
    whole = sum(weights.get(pair, 0.0) for pair in own) * sum(weights[pair] for pair in held)
    return shared / math.sqrt(whole) if whole else 0.0
