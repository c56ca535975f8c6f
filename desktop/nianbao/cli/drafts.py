"""What `nianbao draft` and `nianbao demo` do once last year's file is read, and what they tell."""

from argparse import Namespace
from pathlib import Path

from nianbao.actions import drafting
from nianbao.cli import common
from nianbao.desk.incoming.reading import Source

_SHOWN = 12  # placeholders that are told before the rest is only counted


def draft(source: Source, arguments: Namespace) -> int:
    """Write the draft that follows a report; see `nianbao draft --help`."""
    wanted = drafting.Wanted(
        year=arguments.year,
        out=common.path(arguments.out),
        profile=arguments.profile,
        template=common.path(arguments.template),
        final=arguments.final,
        force=arguments.force,
        other_unit=arguments.other_unit,
    )
    workspace = common.path(arguments.workspace)
    return _tell(drafting.draft(source, wanted, workspace=workspace, raw=arguments.raw))


def demo(out: Path | None) -> int:
    """Do the whole job on the sample that comes along."""
    return _tell(drafting.demo(out))


def _tell(made: drafting.Draft) -> int:
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
