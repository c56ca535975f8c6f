"""Messages in a pipe: four bytes with the length, then the message."""

from typing import IO

_LENGTH = 4


def write(pipe: IO[bytes], message: bytes) -> None:
    """Send one message."""
    pipe.write(len(message).to_bytes(_LENGTH, "big"))
    pipe.write(message)
    pipe.flush()


def read(pipe: IO[bytes], most: int = (1 << 32) - 1) -> bytes | None:
    """Return the next message, None when the pipe ends, also in the middle of one.

    Raises:
        OverflowError: it is longer than `most`.
    """
    head = pipe.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    if length > most:
        raise OverflowError(length)
    message = pipe.read(length)
    return message if len(message) == length else None
