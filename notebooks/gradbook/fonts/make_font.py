"""Make book-sans.ttf, the Korean font of the figures, from Pretendard.

    npm pack pretendard@1.3.9 && tar xzf pretendard-1.3.9.tgz
    pip install fonttools==4.68.0
    python make_font.py package/dist/public/static/alternative/Pretendard-Regular.ttf book-sans.ttf

The subset keeps ASCII, the 2,350 syllables and letters of KS X 1001, and the mathematical signs of the figures. A subset
is a modified version, and the name Pretendard is reserved by its licence (OFL.txt), so the result bears another name.
The same input gives the same bytes.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "Book Sans"
SIGNS = "−×÷·±≈≠≤≥→←↑↓∂∑∫√∞Δαβγδεηθλμπσφω²³′°…“”‘’–—●○✓✗①②③④⑤"


def ksx1001_hangul():
    """The Hangul of KS X 1001: the syllables that EUC-KR encodes in two bytes, and the single letters."""
    syllables = (chr(code) for code in range(0xAC00, 0xD7A4))
    letters = (chr(code) for code in range(0x3131, 0x3164))
    return [char for char in (*syllables, *letters) if _in_euc_kr(char)]


def _in_euc_kr(char):
    try:
        return len(char.encode("euc_kr")) == 2
    except UnicodeEncodeError:
        return False


def rename(font, name):
    """Replace the font's names, keeping its copyright and licence lines (name IDs 0, 13 and 14)."""
    names = font["name"]
    legal = {record.nameID: str(record) for record in names.names if record.nameID in (0, 13, 14)}
    postscript = name.replace(" ", "") + "-Regular"
    own = {1: name, 2: "Regular", 3: postscript, 4: name, 5: "Version 1.000", 6: postscript}
    names.names = []
    for name_id, text in sorted({**legal, **own}.items()):
        names.setName(text, name_id, 3, 1, 0x409)


def main(source, target):
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=["kern"], name_IDs=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    ascii_text = "".join(chr(code) for code in range(0x20, 0x7F))
    subsetter.populate(text=ascii_text + "".join(ksx1001_hangul()) + SIGNS)
    subsetter.subset(font)
    rename(font, NAME)
    font.save(target)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python make_font.py Pretendard-Regular.ttf book-sans.ttf")
    main(*sys.argv[1:])
