"""The fields of front and back matter, as a page shows them."""

from nianbao.drafting.element_fields import Field, Sort, as_written

__all__ = ["Field", "Sort", "as_written"]
