"""All keys by group: those of the commands, and those that a place in the window answers itself."""

from dataclasses import dataclass

from nianbao.report import places
from nianbao.ui.kit import commands
from nianbao.ui.kit.commands import Commands


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyGroup:
    """Keys that belong together: pairs of what is pressed and what it does."""

    title: str
    rows: tuple[tuple[str, str], ...]


FIXED = (
    KeyGroup(
        title="填数",
        rows=(
            ("Tab", "到下一个待填的数"),
            ("Shift+Tab", "回到上一个待填的数"),
            ("Enter", "填好，或者确认沿用"),
            ("Esc", "放弃这一处的输入"),
            ("Ctrl+V", "粘贴从Excel复制的一列数"),
        ),
    ),
    KeyGroup(
        title="改正文",
        rows=(
            ("Alt+↑", "这一条上移"),
            ("Alt+↓", "这一条下移"),
            ("Ctrl+Enter", "在光标处拆成两条"),
        ),
    ),
    KeyGroup(
        title="处理发现",
        rows=(
            ("Enter", "按建议改正"),
            ("Del", "忽略这一条"),
            ("空格", "看它在正文哪里"),
        ),
    ),
    KeyGroup(
        title=places.LEDGER,
        rows=(
            ("F2", "写口径和报数部门"),
            ("Shift+F2", "改名称"),
            ("Ctrl+Enter", "到正文中用到它的地方"),
        ),
    ),
    KeyGroup(
        title=places.PROMISES,
        rows=(
            ("1　2　3", "完成、部分、未完成"),
            ("0", "改回未答"),
            ("Enter", "写在哪里答复"),
        ),
    ),
    KeyGroup(
        title=places.PREVIEW,
        rows=(
            ("PgUp　PgDn", "翻页"),
            ("←　→", "到前一个、后一个数"),
            ("Enter", "到这个数的填写处"),
        ),
    ),
    KeyGroup(
        title="核对导入",
        rows=(
            ("Enter", "认得对，看下一行"),
            ("R　V　U", "改名、改值、改单位"),
            ("M", "与另一指标合并"),
            ("S", "拆分"),
            ("X　D", "不是数据、这也是数据"),
            ("F8", "到下一处要看的"),
            ("Ctrl+Enter", "无误，下一步"),
        ),
    ),
    KeyGroup(
        title="建立新年度",
        rows=(
            ("↑　↓", "换一行"),
            ("1　2　3", "保留、改写提醒、不再写"),
            ("空格", "看原文"),
            ("Ctrl+Enter", "建立"),
        ),
    ),
)


def groups(registry: Commands) -> list[KeyGroup]:
    """Return all keys; a command without one is found in the palette."""
    of_commands = [
        KeyGroup(
            title=title or "其他",
            rows=tuple((commands.shown(c.shortcut), c.name) for c in found if c.shortcut),
        )
        for title, found in registry.groups().items()
    ]
    return [group for group in (*of_commands, *FIXED) if group.rows]
