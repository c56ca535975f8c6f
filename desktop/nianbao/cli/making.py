"""Commands that make something: the demo, a draft, a report, filled figures.

Each imports what it needs when it runs; for a draft that is while a child reads the file.
"""

from argparse import Namespace
from pathlib import Path

from nianbao.cli import common


def demo(arguments: Namespace) -> int:
    """Run `nianbao demo`."""
    from nianbao.cli import drafts

    return drafts.demo(common.path(arguments.out))


def draft(arguments: Namespace) -> int:
    """Run `nianbao draft`."""
    source = common.source(arguments.file, meanwhile=_import_the_rest)
    from nianbao.cli import drafts

    return drafts.draft(source, arguments)


def _import_the_rest() -> None:
    from nianbao.actions import drafting

    drafting.prepare()


def render(arguments: Namespace) -> int:
    """Run `nianbao render`."""
    from nianbao.actions import exporting
    from nianbao.views import open_items

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
    from nianbao.actions.figures import filling

    with common.desk(arguments) as desk:
        filled = filling.fill(desk, Path(arguments.values))
    for doubt in filled.doubts:
        print(f"请核对：{doubt}")
    for told in filled.rounded:
        print(f"请核对：{told}。")
    print(f"已填{len(filled.figures)}个数，还有{filled.pending}个待填。")
    return 0
