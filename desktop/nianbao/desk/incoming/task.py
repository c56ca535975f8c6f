"""What is asked of a child that reads a file from outside, and what it answers.

Requests and answers are bytes; each answer has one letter in front that says what it is. Nothing
heavy is imported here: the child is started before the rooms that its answers are for.
"""

from dataclasses import dataclass

from nianbao.apart import wire
from nianbao.errors import NoYearError, ReadingError

DOCUMENT, UNDERSTANDING, REFUSED, CONVERT, FAULT = b"D", b"U", b"R", b"C", b"F"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to do with a file: `stem` is for the ids of its pieces, empty when only to be read.

    `converted_from` names in Chinese the format that the bytes were made from by a converter.
    """

    name: str
    stem: str = ""
    year: int | None = None
    raw: bool = False
    encoding: str = ""
    converted_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A ReadingError as data."""

    kind: str
    what: str
    do: str
    detail: str
    no_year: bool

    def error(self) -> ReadingError:
        """Return the error to raise."""
        made = NoYearError if self.no_year else ReadingError
        return made(self.kind, self.what, do=self.do, detail=self.detail)


def packed(task: Task, data: bytes) -> bytes:
    """Return a request: a task and the bytes it is about."""
    head = wire.dumps(task)
    return len(head).to_bytes(4, "big") + head + data


def unpacked(request: bytes) -> tuple[Task, bytes]:
    """Return the task and the bytes of a request."""
    length = int.from_bytes(request[:4], "big")
    return wire.loads(Task, request[4 : 4 + length]), request[4 + length :]
