"""Steps back and forth, and what goes with them."""

from collections.abc import Sequence
from dataclasses import dataclass

from nianbao.report.version import VersionInfo
from nianbao.report.writing.text import quoted
from nianbao.workspace import UNDONE, ActionInfo, Workspace

_NAMED = 3  # steps that are told by name


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What undoing some steps takes off the page: their names, newest first, and what they hold."""

    names: tuple[str, ...]
    years: tuple[str, ...]
    entries: int
    figures: int

    @property
    def is_large(self) -> bool:
        """Whether a whole year goes, so that it should be asked first."""
        return bool(self.years)

    def __str__(self) -> str:
        steps = "、".join(quoted(name) for name in self.names[:_NAMED])
        if len(self.names) > _NAMED:
            steps += f"等{len(self.names)}步"
        if not self.is_large:
            return f"将撤销{steps}。"
        held = f"{'、'.join(self.years)}连同{self.entries}个条目、{self.figures}个数据"
        return f"将撤销{steps}：{held}会一起撤下。撤销的内容可以重做；另做别的以后，在“版本”里找。"


def loss(store: Workspace, steps: int = 1) -> Loss:
    """Return what undoing the newest steps would take away; nothing is changed."""
    done = [action for action in store.history() if not action.undone][:steps]
    taken = [store.takes(action.id) for action in done]
    return Loss(
        names=tuple(action.name for action in done),
        years=tuple(f"{unit}{year}年度" for one in taken for unit, year in one.reports),
        entries=sum(one.entries for one in taken),
        figures=sum(one.figures for one in taken),
    )


def steps_to(store: Workspace, action: int) -> int:
    """Return how many steps lead to just after an action, 0 being before all: back ones negative.

    There is no way to an action that is not in the history.
    """
    done = store.history()
    ids = [*(one.id for one in done), 0]
    if action not in ids:
        return 0
    here = next((at for at, one in enumerate(done) if not one.undone), len(done))
    return here - ids.index(action)


def forward(store: Workspace) -> str:
    """Return what `redo` would do, nothing when there is nothing."""
    undone = waiting(store)
    return undone[-1].name if undone else coming_back(store.lost_years())


def waiting(store: Workspace) -> list[ActionInfo]:
    """Return the undone steps, which become versions as soon as something else is done."""
    return [action for action in store.history() if action.undone]


def redo(store: Workspace) -> str | None:
    """Do again what was undone last; return its name, None when there is nothing.

    When something else was done since, the years that went with undone steps come back from the
    versions that were kept of them.
    """
    name = store.redo()
    gone = [] if name else store.lost_years()
    if not gone:
        return name
    name = coming_back(gone)
    with store.act(name) as action:
        for info in gone:
            store.restore_version(action, info.unit, info.id)
    return name


def nothing_to_redo(store: Workspace) -> str:
    """Return why there is nothing to redo, and where undone steps are when something came after."""
    kept = [
        info
        for one in store.reports()
        for info in store.versions(one.unit, one.year)
        if info.automatic and info.name.startswith(UNDONE)
    ]
    if not kept:
        return "最近没有撤销过。"
    newest = max(kept, key=lambda info: info.id)
    return (
        f"撤销以后又做了别的，撤销掉的留存在{newest.unit}{newest.year}年度的版本里：打开窗口，"
        f"在“版本比较与恢复”里选{quoted(newest.name)}，按“恢复”。"
    )


def coming_back(gone: Sequence[VersionInfo]) -> str:
    """Return the name of what brings years back, nothing for none."""
    years = "、".join(f"{info.unit}{info.year}年度" for info in gone)
    return f"恢复{years}" if years else ""
