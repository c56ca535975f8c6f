"""The fields of front and back matter for the window, which may not ask drafting."""

from nianbao.drafting.element_fields import Field, Sort, as_written

__all__ = ["Field", "Sort", "as_written"]
