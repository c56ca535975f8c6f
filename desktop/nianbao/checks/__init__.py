"""Rules: a report with its context in, findings out. One small function a rule, with its papers."""

from nianbao.checks import directions, placeholders, promises, structure  # noqa: F401 - they register rules
from nianbao.checks.context import Context
from nianbao.checks.open_items import PENDING
from nianbao.checks.promises import PROMISE
from nianbao.checks.rule import RULES, Rule, run

__all__ = ["PENDING", "PROMISE", "RULES", "Context", "Rule", "run"]
