"""Frozen dataclasses as JSON and back, by their declared types.

Only what the types say can come back: no code, no other classes. Understood are str, int, float,
bool, bytes-free dataclasses, Decimal, enums, X | None and tuples.
"""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Coder = Callable[[object], object]


def dumps(value: object) -> bytes:
    """Return a value as JSON; enums as their values, a Decimal as text."""
    return json.dumps(_encode(value), ensure_ascii=True, separators=(",", ":")).encode("ascii")


def loads(kind: type[T], data: bytes) -> T:
    """Return the value of a type that `dumps` has written.

    Raises:
        ValueError: the JSON is not of that type.
    """
    try:
        made = _decoder(kind)(json.loads(data))  # type: ignore[arg-type]  # types are hashable
    except (TypeError, KeyError, AttributeError, ArithmeticError) as error:
        raise ValueError(f"not a {kind.__name__}") from error
    if not isinstance(made, kind):
        raise ValueError(f"not a {kind.__name__}")
    return made


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


@cache
def _decoder(kind: object) -> _Coder:
    if kind is str or kind is int or kind is bool or kind is NoneType:
        return _exactly(kind)
    if kind is float:
        return _float
    if kind is Decimal:
        return lambda value: Decimal(str(value))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if get_origin(kind) is tuple:
        return _tuples(get_args(kind))
    if isinstance(kind, UnionType):
        return _optional(get_args(kind))
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind)
    raise TypeError(kind)


def _float(value: object) -> float:
    if not isinstance(value, int | float):
        raise TypeError(value)
    return float(value)


def _listed(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _exactly(kind: type) -> _Coder:
    def decode(value: object) -> object:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return decode


def _tuples(kinds: tuple[object, ...]) -> _Coder:
    if kinds[1:] == (...,):
        each = _decoder(kinds[0])
        return lambda values: tuple(map(each, _listed(values)))
    coders = [_decoder(kind) for kind in kinds]
    return lambda values: tuple(c(v) for c, v in zip(coders, _listed(values), strict=True))


def _optional(kinds: tuple[object, ...]) -> _Coder:
    (kind,) = (kind for kind in kinds if kind is not NoneType)
    some = _decoder(kind)
    return lambda value: None if value is None else some(value)


def _dataclass(kind: type) -> _Coder:
    names: list[str] = []
    coders: list[_Coder] = []

    def decode(values: object) -> object:
        if not coders:  # looked up late: a section holds sections
            hints = get_type_hints(kind)
            names.extend(one.name for one in fields(kind))
            coders.extend(_decoder(hints[name]) for name in names)
        given = (coder(value) for coder, value in zip(coders, _listed(values), strict=True))
        return kind(**dict(zip(names, given, strict=True)))

    return decode
