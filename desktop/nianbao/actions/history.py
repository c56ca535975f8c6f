"""The history as a list of moments, each of which one can go back or forward to."""

from dataclasses import dataclass

from nianbao.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A moment: just after an action; `id` 0 is before all of them. `at` is UTC in ISO 8601."""

    id: int
    name: str
    at: str
    undone: bool = False
    now: bool = False


def steps(store: Workspace) -> list[Step]:
    """Return all moments, newest first; the last is the empty workspace."""
    done = store.history()
    here = next((action.id for action in done if not action.undone), 0)
    return [
        *(
            Step(id=one.id, name=one.name, at=one.at, undone=one.undone, now=one.id == here)
            for one in done
        ),
        Step(id=0, name="最初的样子", at="", now=here == 0),
    ]


def go(store: Workspace, step: int) -> int:
    """Undo or redo until a moment; return how many actions were turned, redone ones positive."""
    moments = steps(store)
    ids = [one.id for one in moments]
    if step not in ids:
        return 0
    here = next(at for at, one in enumerate(moments) if one.now)
    way = here - ids.index(step)
    for _ in range(abs(way)):
        if way > 0:
            store.redo()
        else:
            store.undo()
    return way
