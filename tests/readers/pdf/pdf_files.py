"""PDF files for the tests, written by hand: Chinese text at given places, pictures, a password."""

_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts["
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
    "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]"
    "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>]>>"
)
_PICTURE = (
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    "/Length 1>>stream\n0\nendstream"
)
_LOCKED = f"<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>"

Text = tuple[float, float, float, str]  # x, y, size, text


def pdf(
    pages: list[list[Text]],
    *,
    pictures: bool = False,
    locked: bool = False,
    drawn: str = "",
    noted: str = "",
) -> bytes:
    """Return a PDF of A4 pages.

    `pictures` puts one on every page, `drawn` is painted there too, `noted` are its annotations.
    """
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        _FONT,
        _PICTURE,
    ]
    for number, texts in enumerate(pages):
        content = "".join(
            f"BT /F {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"
            for x, y, size, text in texts
        )
        content += drawn
        content += "q 500 0 0 700 50 50 cm /P Do Q\n" if pictures else ""
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[{noted}]"
            f"/Contents {6 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>/XObject<</P 4 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}endstream")
    return _file(objects, locked=locked)


def _file(objects: list[str], *, locked: bool) -> bytes:
    body, offsets = b"%PDF-1.5\n", []
    if locked:
        objects = [*objects, _LOCKED]
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    encrypt = f"/Encrypt {len(objects)} 0 R/ID[<00><00>]" if locked else ""
    return body + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {len(objects) + 1}/Root 1 0 R{encrypt}>>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")
