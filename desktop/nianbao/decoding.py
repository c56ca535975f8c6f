"""JSON values as what a declared type says they are, or refused.

Only what the types say can come of them: no code, no other classes. Understood are str, int, float,
bool, Decimal, enums, X | None, tuples, mappings by text and dataclasses of these: a dataclass from
the list of its values, or from an object that names them and may leave out what has a default.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Coder = Callable[[object], object]


def decoded(kind: type[T], value: object) -> T:
    """Return the value of a type that a JSON value stands for.

    Raises:
        ValueError: it is not of that type.
    """
    try:
        made: T = _decoder(kind)(value)  # type: ignore[arg-type,assignment]  # types are hashable
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError) as error:
        raise ValueError(f"not a {kind}") from error
    return made


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
    if get_origin(kind) is Mapping:
        return _mapping(get_args(kind))
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
        if type(value) is not kind:  # True is an int too
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return decode


def _tuples(kinds: tuple[object, ...]) -> _Coder:
    if kinds[1:] == (...,):
        each = _decoder(kinds[0])
        return lambda values: tuple(map(each, _listed(values)))
    coders = [_decoder(kind) for kind in kinds]
    return lambda values: tuple(c(v) for c, v in zip(coders, _listed(values), strict=True))


def _mapping(kinds: tuple[object, ...]) -> _Coder:
    key, each = map(_decoder, kinds)

    def decode(values: object) -> object:
        if not isinstance(values, dict):
            raise TypeError(values)
        return {key(name): each(value) for name, value in values.items()}

    return decode


def _optional(kinds: tuple[object, ...]) -> _Coder:
    (kind,) = (kind for kind in kinds if kind is not NoneType)
    some = _decoder(kind)
    return lambda value: None if value is None else some(value)


def _dataclass(kind: type[Any]) -> _Coder:
    coders: dict[str, _Coder] = {}

    def decode(values: object) -> object:
        if not coders:  # looked up late: a section holds sections
            hints = get_type_hints(kind)
            coders.update((one.name, _decoder(hints[one.name])) for one in fields(kind))
        if not isinstance(values, dict):
            values = dict(zip(coders, _listed(values), strict=True))
        return kind(**{name: coders[name](value) for name, value in values.items()})

    return decode
