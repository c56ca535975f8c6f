"""Last year's promises are answered."""

from dataclasses import replace

from nianbao.actions.naming import short
from nianbao.desk.desk import Desk
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.promise import PromiseState, said
from nianbao.report.writing.text import quoted


def answer(desk: Desk, promise: str, state: PromiseState, where: str) -> None:
    """Say how a promise was kept and where that is written, as one action.

    `where` is the id of an entry of this year, or any words.
    """
    found = next(one for one in desk.promises if one.id == promise)
    title, _ = said(found, desk.last_ledger())
    mark = Mark(kind=MarkKind.PROMISE, target=promise, text=state.value)
    with desk.act(f"答复{quoted(short(title))}：{state.value}") as action:
        desk.store.save_promises(action, desk.unit, [replace(found, answer=where.strip())])
        if state is PromiseState.OPEN:
            desk.store.remove_mark(action, desk.unit, desk.year, mark)
        else:
            desk.store.save_marks(action, desk.unit, desk.year, [mark])
