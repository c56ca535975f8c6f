"""What a disk may hold when the power fails, from the record of what a program did to it.

A write is there for certain once fsync of its file has returned. Before that it may be there, not
there, or in part (sectors of 512 bytes), in any order; files made, renamed and deleted may be so
until the next fsync of anything. Its writer and this model have been seen to find SQLite's known
weaknesses (journal DELETE with synchronous FULL) and to pass what has none (EXTRA).
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

RECORD = (
    "-xx", "-s", "2097152", "-e",
    "trace=openat,lseek,pwrite64,write,ftruncate,fsync,fdatasync,unlink,rename,mkdir",
)  # fmt: skip
"""The options of strace that a record needs."""

_CALL = re.compile(r"\d+ +(\w+)\((.*)\) += (\d+)")
_BEGUN, _ENDED = " <unfinished ...>", re.compile(r"\d+ +<\.\.\. \w+ resumed>(.*)")
_HANDLE = re.compile(r"\d+<((?:\\x[0-9a-f]{2})*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_NAMES = ("make", "delete", "rename")
_SECTOR = 512


@dataclass(frozen=True)
class Step:
    """One thing done to a file: make, write, cut, sync, delete or rename."""

    what: str
    file: str
    at: int | None = 0
    data: bytes = b""
    to: str = ""


def steps(record: Path, folder: Path) -> Iterator[Step]:
    """Yield what was done to the files of a folder."""
    places: dict[str, int | None] = {}
    begun: dict[str, str] = {}  # by thread, what another one came between
    for line in record.read_text(encoding="latin-1").splitlines():
        thread, whole = line.partition(" ")[0], line
        if line.endswith(_BEGUN):
            begun[thread] = line.removesuffix(_BEGUN)
        elif ended := _ENDED.match(line):
            whole = begun.pop(thread, "") + ended[1]
        if call := _CALL.match(whole):
            yield from _step(call[1], call[2], folder, places)


def _step(call: str, said: str, folder: Path, places: dict[str, int | None]) -> Iterator[Step]:
    handle = _HANDLE.match(said)
    texts = [_bytes(text) for text in _TEXT.findall(said)]
    path = _bytes(handle[1]) if handle else texts[0] if texts else b""
    file = _inside(texts[0] if call == "openat" else path, folder)
    if file is None:
        return
    match call:
        case "openat":
            places[file] = None if "O_APPEND" in said else 0
            if "O_CREAT" in said:
                yield Step("make", file)
            if "O_TRUNC" in said:
                yield Step("cut", file)
        case "lseek":
            places[file] = int(said.split(", ")[1])
        case "pwrite64":
            yield Step("write", file, int(said.rpartition(", ")[2]), texts[0])
        case "write":
            at = places.get(file)
            yield Step("write", file, at, texts[0])
            places[file] = None if at is None else at + len(texts[0])
        case "ftruncate":
            yield Step("cut", file, int(said.rpartition(", ")[2]))
        case "fsync" | "fdatasync":
            yield Step("sync", file)
        case "unlink":
            yield Step("delete", file)
        case "rename":
            yield Step("rename", file, to=_inside(texts[1], folder) or "elsewhere")


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _inside(path: bytes, folder: Path) -> str | None:
    try:
        return str(Path(path.decode()).relative_to(folder))
    except ValueError:
        return None


@dataclass
class Disk:
    """What is on a disk for certain, and what may be."""

    files: dict[str, bytearray] = field(default_factory=dict)
    open: list[Step] = field(default_factory=list)

    def take(self, step: Step) -> None:
        """Let a step happen."""
        if step.what != "sync":
            self.open.append(step)
            return
        still = []
        for one in self.open:
            if one.what in _NAMES or one.file == step.file:
                _apply(self.files, one)
            else:
                still.append(one)
        self.open = still

    def after_the_failure(self, mixtures: int, seed: int) -> Iterator[dict[str, bytearray]]:
        """Yield what may be found: nothing of what was open, all of it, and mixtures."""
        yield self._with([])
        if not self.open:
            return
        yield self._with(self.open)
        for number in range(mixtures):
            rnd = random.Random(seed * 100 + number)  # noqa: S311
            some = [one for one in self.open if rnd.random() < 0.6]
            if number == 1:
                rnd.shuffle(some)
            yield self._with(some, rnd if number else None)

    def _with(self, some: list[Step], torn: random.Random | None = None) -> dict[str, bytearray]:
        found = {name: bytearray(data) for name, data in self.files.items()}
        for one in some:
            _apply(found, one, torn)
        return found


def _apply(files: dict[str, bytearray], step: Step, torn: random.Random | None = None) -> None:
    match step.what:
        case "make":
            files.setdefault(step.file, bytearray())
        case "cut":
            held, size = files.setdefault(step.file, bytearray()), step.at or 0
            del held[size:]
            held.extend(bytes(size - len(held)))
        case "write":
            held = files.setdefault(step.file, bytearray())
            at = len(held) if step.at is None else step.at
            for start in range(0, len(step.data), _SECTOR if torn else len(step.data)):
                if torn is None or torn.random() < 0.5:
                    piece = step.data[start : start + _SECTOR] if torn else step.data
                    held.extend(bytes(max(0, at + start - len(held))))
                    held[at + start : at + start + len(piece)] = piece
        case "delete":
            files.pop(step.file, None)
        case "rename" if step.file in files:
            files[step.to] = files.pop(step.file)


def failures(
    done: list[Step], most: int, mixtures: int = 3, before: dict[str, bytes] | None = None
) -> Iterator[tuple[int, dict[str, bytearray]]]:
    """Yield what may be found after a failure at each point, at most so many of them.

    The file `ack` is for certain: what it says was said to the user. Each comes with its point.
    `before` is what was on the disk at the beginning.
    """
    held = {name: bytearray(data) for name, data in (before or {}).items()}
    disk, said = Disk(held), bytearray()
    points = [n for n, step in enumerate(done) if step.file != "ack"]
    chosen = set(points[:: max(1, len(points) // most)])
    for number, step in enumerate(done):
        if step.file == "ack":
            said += step.data
            continue
        disk.take(step)
        if number in chosen:
            for found in disk.after_the_failure(mixtures, number):
                yield number, {**found, "ack": said}


def write(files: dict[str, bytearray], folder: Path) -> None:
    """Write what was found into a new folder."""
    for name, data in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
