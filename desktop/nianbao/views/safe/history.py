"""The history as a list of moments, each of which one can go back or forward to."""

from dataclasses import dataclass

from nianbao.desk.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryStep:
    """A moment: just after an action; `id` 0 is before all of them. `at` is UTC in ISO 8601."""

    id: int
    name: str
    at: str
    undone: bool = False
    now: bool = False


def steps(desk: Desk) -> list[HistoryStep]:
    """Return all moments, newest first; the last is the empty workspace."""
    done = desk.history()
    here = next((action.id for action in done if not action.undone), 0)
    return [
        *(
            HistoryStep(id=one.id, name=one.name, at=one.at, undone=one.undone, now=one.id == here)
            for one in done
        ),
        HistoryStep(id=0, name="最初的样子", at="", now=here == 0),
    ]
