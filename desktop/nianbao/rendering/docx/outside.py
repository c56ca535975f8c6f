"""A template from outside, filled in a child process.

A template is a small program that somebody else wrote. The sandbox keeps it from reaching anything;
the child keeps it from filling the memory or running for ever.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nianbao import apart
from nianbao.apart import child, wire
from nianbao.apart.refusal import Refusal
from nianbao.errors import OutputError
from nianbao.rendering.docx import diagnosis, engine
from nianbao.report.json import Json

LIMITS = apart.Limits(seconds=3, memory=320 << 20, output=20 << 20)

_FILLED, _REFUSED, _REACHED = b"F", b"R", b"T"
_DO = "请在Word或WPS中检查模板里的循环和计算，或换回自带的模板，再导出。"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderTask:
    """What to call the template, the document's title, and the data as JSON."""

    name: str
    title: str
    data: str


def fill(template: bytes, name: str, data: Mapping[str, Json], *, title: str) -> bytes:
    """Return a template filled with data, as `engine.fill` does; see there.

    Raises:
        OutputError: it cannot be filled, or takes too much time, memory or room.
    """
    task = RenderTask(name=name, title=title, data=json.dumps(data, ensure_ascii=True))
    outcome = apart.run("fill", wire.packed(task, template), LIMITS)
    answer = outcome.answers[-1] if outcome.answers else b""
    if answer.startswith(_FILLED):
        return answer[1:]
    if answer.startswith(_REFUSED):
        raise wire.loads(Refusal, answer[1:]).output()
    why = {
        apart.Ended.TIME: "里的循环或计算太久，已经停下。",
        apart.Ended.MEMORY: "里的循环或计算占用内存太多，已经停下。",
        apart.Ended.OUTPUT: "生成的文档太大，已经停下。",
    }.get(outcome.ended, "里有本程序没有见过的内容，没有导出。")
    at = answer[1:].decode("utf-8") if answer.startswith(_REACHED) else ""
    raise diagnosis.too_much(template, name, at, why, _DO, outcome.ended.name)


def work(request: bytes) -> Iterator[bytes]:
    """Fill a template in the child."""
    task, template = wire.unpacked(RenderTask, request)
    data = json.loads(task.data)
    try:
        yield _FILLED + engine.fill(
            template,
            task.name,
            data,
            title=task.title,
            reached=lambda tag: child.tell(_REACHED + tag.encode("utf-8", "replace")),
        )
    except OutputError as error:
        yield _REFUSED + wire.dumps(Refusal.of(error))
