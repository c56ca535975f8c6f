"""年报助手: last year's report on the rule of law becomes this year's draft, offline."""

__version__ = "0.1.0"
