"""What is asked of a child that reads a file from outside, and what it answers.

Requests and answers are bytes; each answer has one letter in front that says what it is. Nothing
heavy is imported here: the child is started before the rooms that its answers are for.
"""

from dataclasses import dataclass

DOCUMENT, UNDERSTANDING, REFUSED, CONVERT, FAULT = b"D", b"U", b"R", b"C", b"F"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTask:
    """What to do with a file: `stem` is for the ids of its pieces, empty when only to be read.

    `converted_from` names in Chinese the format that the bytes were made from by a converter.
    """

    name: str
    stem: str = ""
    year: int | None = None
    raw: bool = False
    encoding: str = ""
    converted_from: str = ""
