"""What the palette offers, and the model of what a query leaves of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from nianbao.ui.kit import commands
from nianbao.ui.kit.commands import Commands
from nianbao.ui.kit.models.records import RecordModel
from nianbao.ui.pages.palette import matching

_MOST = 60  # rows; who has not found it among these types on


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place to go to; `group` says what it is: 节, 指标, 年度."""

    name: str
    group: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaletteRow:
    """A row of the palette; `key` is empty for places."""

    name: str
    group: str
    run: Callable[[], object]
    shortcut: str = ""
    key: str = ""

    @property
    def spoken(self) -> str:
        """All of the row in one sentence."""
        return "，".join(part for part in (self.name, self.group, self.shortcut) if part)


def of_commands(registry: Commands) -> list[PaletteRow]:
    """Return the commands that can be run now."""
    return [
        PaletteRow(
            key=command.key,
            name=command.words(),
            group=command.group,
            shortcut=commands.shown(command.shortcut),
            run=command.run,
        )
        for command in registry.all()
        if command.enabled()
    ]


def of_targets(targets: Iterable[Target]) -> list[PaletteRow]:
    """Return places to go to."""
    return [PaletteRow(name=one.name, group=one.group, run=one.run) for one in targets]


def found(query: str, choices: Sequence[PaletteRow], recent: Sequence[str]) -> list[PaletteRow]:
    """Return what a query means, best first; without one the commands, recently used first."""
    age = {key: number for number, key in enumerate(recent)}
    if not query.strip():
        known = [choice for choice in choices if choice.key]
        return sorted(known, key=lambda choice: age.get(choice.key, len(age)))
    ranked = [(matching.rank(query, choice.name), choice) for choice in choices]
    hits = [(rank, choice) for rank, choice in ranked if rank is not None]
    hits.sort(key=lambda hit: (hit[0], age.get(hit[1].key, len(age)), len(hit[1].name)))
    return [choice for _, choice in hits[:_MOST]]


class ChoiceModel(RecordModel[PaletteRow]):
    """The rows of the palette."""

    def title(self, record: PaletteRow) -> str:
        return record.name

    def spoken(self, record: PaletteRow) -> str:
        return record.spoken
