"""Commands that make something: the demo, a draft, a report, filled figures."""

from argparse import Namespace
from pathlib import Path

from nianbao.actions import drafting, exporting, filling
from nianbao.cli import common
from nianbao.views import open_items

_SHOWN = 12  # placeholders that are told before the rest is only counted


def demo(arguments: Namespace) -> int:
    """Run `nianbao demo`."""
    return _say_draft(drafting.demo(common.path(arguments.out)))


def draft(arguments: Namespace) -> int:
    """Run `nianbao draft`."""
    wanted = drafting.Wanted(
        year=arguments.year,
        out=common.path(arguments.out),
        profile=arguments.profile,
        template=common.path(arguments.template),
        final=arguments.final,
        force=arguments.force,
        beside=arguments.other_unit,
    )
    workspace = common.path(arguments.workspace)
    source = common.source(arguments.file)
    return _say_draft(drafting.draft(source, wanted, workspace=workspace, raw=arguments.raw))


def _say_draft(made: drafting.Draft) -> int:
    imported = made.imported
    if imported.already:
        print(f"这份文件以前导入过（{imported.unit}{imported.year}年度），没有重复导入。")
    else:
        mended = sum(not change.open for change in imported.changes)
        print(f"已导入：{imported.unit}{imported.year}年度报告，订正{mended}处。")
    for line in imported.cut:
        print(f"  略去：{line}")
    for notice in made.notices:
        print(f"  注意：{notice.message}")
    for comment in made.comments:
        print(f"  批注（{comment.author or '未署名'}）：{comment.text}")
    for change in imported.changes:
        if change.open:
            print(f"  核对：{change.reason}")
    asked = sum(change.open for change in made.changes)
    done = len(made.changes) - asked
    print(f"已建立：{made.unit}{made.year}年度，自动改动{done}处，待核{asked}处。")
    print(f"初稿：{made.document.absolute()}")
    print(f"年报库：{made.workspace.absolute()}")
    print(f"待填{len(made.pending)}个数：")
    for mark in made.pending[:_SHOWN]:
        print(f"  {mark}")
    if len(made.pending) > _SHOWN:
        print(f"  ……另有{len(made.pending) - _SHOWN}个，在初稿里都标黄写明。")
    if made.others:
        print(f"还有{made.others}。")
    if asked:
        print(f"待核的看这里：nianbao changes -w “{made.workspace}” --year {made.year} --ask")
    return 0


def render(arguments: Namespace) -> int:
    """Run `nianbao render`."""
    with common.desk(arguments, look=True) as desk:
        notices = exporting.render(
            desk,
            Path(arguments.out),
            profile=arguments.profile,
            template=common.path(arguments.template),
            final=arguments.final,
            force=arguments.force,
        )
        unfinished = open_items.open_items(desk).unfinished
    for notice in notices:
        print(f"注意：{notice.message}")
    print(f"已写好：{Path(arguments.out).absolute()}")
    if unfinished:
        print(f"还有{unfinished}，在文件里都标黄写明。")
    return 0


def fill(arguments: Namespace) -> int:
    """Run `nianbao fill`."""
    with common.desk(arguments) as desk:
        filled = filling.fill(desk, Path(arguments.values))
    for doubt in filled.doubts:
        print(f"请核对：{doubt}")
    print(f"已填{len(filled.figures)}个数，还有{filled.pending}个待填。")
    return 0
