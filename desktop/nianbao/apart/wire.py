"""What goes through the pipes: frozen dataclasses as JSON and back, by their declared types."""

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from nianbao.decoding import decoded

T = TypeVar("T")
_LENGTH = 4  # bytes


def dumps(value: object) -> bytes:
    """Return a value as JSON; enums as their values, a Decimal as text."""
    return json.dumps(_encode(value), ensure_ascii=True, separators=(",", ":")).encode("ascii")


def loads(kind: type[T], data: bytes) -> T:
    """Return the value of a type that `dumps` has written.

    Raises:
        ValueError: the JSON is not of that type.
    """
    return decoded(kind, json.loads(data))


def packed(task: object, data: bytes) -> bytes:
    """Return a request: a task and the bytes it is about."""
    head = dumps(task)
    return len(head).to_bytes(_LENGTH, "big") + head + data


def unpacked(kind: type[T], request: bytes) -> tuple[T, bytes]:
    """Return the task and the bytes of a request.

    Raises:
        ValueError: its task is of another kind.
    """
    end = _LENGTH + int.from_bytes(request[:_LENGTH], "big")
    return loads(kind, request[_LENGTH:end]), request[end:]


def _encode(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple | list):
        return [_encode(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return [_encode(getattr(value, one.name)) for one in fields(value)]
    raise TypeError(value)
