"""Which colour goes with how sure an import is."""

from nianbao.desk.review_numbers import State
from nianbao.ui.kit.theme import Tone
from nianbao.views.review.import_pages import Sureness

_STATES = {
    State.SURE: Tone.BLUE,
    State.FORMULA: Tone.GREEN,
    State.DOUBT: Tone.AMBER,
    State.ASK: Tone.RED,
}
_SURENESS = {
    Sureness.SURE: Tone.GREEN,
    Sureness.LIKELY: Tone.AMBER,
    Sureness.DOUBTFUL: Tone.RED,
}


def of_state(state: State) -> Tone:
    """Return the colour of a number."""
    return _STATES[state]


def of_sureness(sureness: Sureness) -> Tone:
    """Return the colour of a page's place in the outline."""
    return _SURENESS[sureness]
