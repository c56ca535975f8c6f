"""Which colour goes with how sure an import is."""

from nianbao.desk.reviewing.rows import State
from nianbao.ui.kit.theme import StateColour
from nianbao.views.review.import_pages import Sureness

_STATES = {
    State.SURE: StateColour.BLUE,
    State.FORMULA: StateColour.GREEN,
    State.DOUBT: StateColour.AMBER,
    State.ASK: StateColour.RED,
}
_SURENESS = {
    Sureness.SURE: StateColour.GREEN,
    Sureness.LIKELY: StateColour.AMBER,
    Sureness.DOUBTFUL: StateColour.RED,
}


def of_state(state: State) -> StateColour:
    """Return the colour of a number."""
    return _STATES[state]


def of_sureness(sureness: Sureness) -> StateColour:
    """Return the colour of a page's place in the outline."""
    return _SURENESS[sureness]
