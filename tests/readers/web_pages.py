"""Web pages for the tests of what is read from them."""

from nianbao.readers import read


def page(body: str, style: str = ""):
    """The document of a page with a body and a style sheet."""
    head = f"<style>{style}</style>" if style else ""
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "网页")
