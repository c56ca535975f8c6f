"""Deliverables: a report as a Word document. The only room that writes Word's XML."""

from nianbao.rendering.docx.word import write_docx, write_filled

__all__ = ["write_docx", "write_filled"]
