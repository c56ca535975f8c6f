"""Commands that look at one report file and change nothing."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import Any

from nianbao.cli import common
from nianbao.report.figures import wording
from nianbao.report.figures.figure import RelationKind
from nianbao.views import contract

_Shape = dict[str, Any]
"""A JSON object of `views.contract`."""


def _looked(shape: contract.Shaping, say: Callable[[Any], None]) -> Callable[[Namespace], int]:
    def command(arguments: Namespace) -> int:
        found = common.source(arguments.file).understood(year=arguments.year, raw=arguments.raw)
        shaped = shape(found)
        if arguments.json:
            common.print_json(shaped)
        else:
            say(shaped)
        return 0

    return command


def _say_report(shaped: _Shape) -> None:
    print(f"{shaped['title'] or '（没有标题）'}　{shaped['unit']}　{shaped['year']}年度")
    for name, key in (("文号", "doc_number"), ("主送", "addressee"), ("日期", "date")):
        if shaped[key]:
            print(f"{name}：{shaped[key]}")
    _say_sections(shaped["sections"])


def _say_sections(sections: Sequence[_Shape]) -> None:
    for section in sections:
        mark = "（补）" if section["number_inferred"] else ""
        print(f"{'　' * section['level']}{mark}{section['number']}{section['title']}")
        _say_sections(section["sections"])


def _say_figures(shaped: Sequence[_Shape]) -> None:
    for figure in shaped:
        print(f"{figure['label']}\t{figure['text']}")
    print(f"共{len(shaped)}个数。")


def _say_relations(shaped: Sequence[_Shape]) -> None:
    for relation in shaped:
        kind, result = RelationKind(relation["kind"]), relation["result"]["text"]
        operands = [one["text"] for one in relation["operands"]]
        first, second = (one["value"] for one in relation["operands"][:2])
        print(wording.worked_out(kind, result, operands, falls=first < second))
    print(f"共{len(shaped)}处数量关系。")


def text(arguments: Namespace) -> int:
    """Run `nianbao text`."""
    print(contract.text(common.source(arguments.file, only_read=True).document))
    return 0


read = _looked(contract.read, _say_report)
figures = _looked(contract.figures, _say_figures)
relations = _looked(contract.relations, _say_relations)
