"""Which names a template uses that its data does not have, also where it would not come by.

A mistyped name in a branch that today's report does not take would otherwise wait for the report
that takes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from jinja2 import Environment, nodes

from nianbao.report.json import Json

Shape: TypeAlias = "dict[str, Shape] | _Each | None"
"""What is known of a value: names and shapes of a mapping, or `_Each` of a list, or None."""

_FORGIVING = ("default", "d")


class _Each:
    """A list: the shape of what it holds."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape


def unknown(source: str, data: Mapping[str, Json], environment: Environment) -> str:
    """Return the first name that a source uses and the data does not have, empty if none.

    Raises:
        TemplateSyntaxError: the source cannot be read.
    """
    known = {name: _shape(value) for name, value in data.items()}
    known |= dict.fromkeys(environment.globals)
    return next(_unknown(environment.parse(source), known), "")


def _shape(value: Json) -> Shape:
    if isinstance(value, Mapping):
        return {name: _shape(one) for name, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        joined: dict[str, Shape] = {}
        for one in value:
            if not isinstance(one, Mapping):
                return _Each(None)
            for name in one.keys() - joined.keys():
                joined[name] = _shape(one[name])
        return _Each(joined or None)
    return None


def _unknown(node: nodes.Node, known: dict[str, Shape]) -> Iterator[str]:
    match node:
        case nodes.Name(ctx="load") if node.name not in known:
            yield node.name
        case nodes.Getattr() | nodes.Getitem():
            yield from _unknown_field(node, known)
        case nodes.Filter(name=name) if name in _FORGIVING:
            for argument in node.args:
                yield from _unknown(argument, known)
        case nodes.Test(name="defined" | "undefined"):
            return
        case nodes.For():
            yield from _unknown_in_loop(node, known)
        case nodes.Macro() | nodes.CallBlock() | nodes.With():
            return  # names of its own; what is wrong in it shows when it runs
        case nodes.Assign() | nodes.AssignBlock():
            yield from _below(node, known)
            known.update(dict.fromkeys(_targets(node)))
        case _:
            yield from _below(node, known)


def _below(node: nodes.Node, known: dict[str, Shape]) -> Iterator[str]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Macro):
            known[child.name] = None
        yield from _unknown(child, known)


def _unknown_field(node: nodes.Getattr | nodes.Getitem, known: dict[str, Shape]) -> Iterator[str]:
    yield from _unknown(node.node, known)
    shape, field = _shape_of(node.node, known), _field(node)
    if isinstance(shape, dict) and field and field not in shape and not hasattr(shape, field):
        yield field


def _unknown_in_loop(node: nodes.For, known: dict[str, Shape]) -> Iterator[str]:
    yield from _unknown(node.iter, known)
    listed = _shape_of(node.iter, known)
    inside = known | dict.fromkeys(_targets(node.target)) | {"loop": None}
    if isinstance(node.target, nodes.Name):
        inside[node.target.name] = listed.shape if isinstance(listed, _Each) else None
    for child in (*([node.test] if node.test else []), *node.body, *node.else_):
        yield from _unknown(child, inside)


def _targets(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Name) and node.ctx == "store":
        yield node.name
    for found in node.find_all(nodes.Name):
        if found.ctx == "store":
            yield found.name


def _shape_of(node: nodes.Node, known: dict[str, Shape]) -> Shape:
    match node:
        case nodes.Name():
            return known.get(node.name)
        case nodes.Getattr() | nodes.Getitem():
            shape = _shape_of(node.node, known)
            if isinstance(shape, dict):
                return shape.get(_field(node))
            return shape.shape if isinstance(shape, _Each) else None
    return None


def _field(node: nodes.Getattr | nodes.Getitem) -> str:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return (
        node.arg.value
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str)
        else ""
    )
