"""What the palette can go to: sections, indicators, years."""

from functools import partial

from nianbao.desk.desk import Desk
from nianbao.ui.pages.palette.choices import Target
from nianbao.ui.shell.report.desk_page import DeskPage
from nianbao.views import parts
from nianbao.views.form import outline
from nianbao.views.form.outline import FormNode
from nianbao.views.ledger.figure_uses import uses


def targets(desk: Desk, page: DeskPage) -> list[Target]:
    """Return the places of an open workspace."""
    found = [
        Target(name=f"{year}年度", group="年度", run=partial(page.show_year, desk.unit, year))
        for year in desk.years()
    ]
    for node in outline.outline(desk):
        found += [_section(node, page), *(_section(child, page) for child in node.children)]
    for part, title in parts.missing(desk):
        add = partial(page.add_part, part)
        found.append(Target(name=f"加上这一部分：{title}", group="增加", run=add))
    used = uses(desk)
    for name, indicator in desk.ledger.indicators.items():
        if places := used.get(name):
            go = partial(page.go_to, places[0].piece, name)
            found.append(Target(name=indicator.label, group="指标", run=go))
    return found


def _section(node: FormNode, page: DeskPage) -> Target:
    return Target(name=node.title, group="节", run=partial(page.go_to, node.section))
