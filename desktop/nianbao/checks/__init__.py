"""Rules: a report in, findings out. One small function a rule, registered with its papers."""

from nianbao.checks import structure  # noqa: F401 - registers its rules
from nianbao.checks.pending import pending
from nianbao.checks.rule import RULES, Rule, run

__all__ = ["RULES", "Rule", "pending", "run"]
