"""Make the font sources in this folder from the registries' packages. Run it only to change them: `python book/site/fonts/make.py`.

    text-regular.woff2, text-bold.woff2   Pretendard            (npm pretendard 1.3.9)
    code-regular.woff2, code-bold.woff2   Nanum Gothic Coding   (npm @fontsource/nanum-gothic-coding 5.3.0)
    math.woff2                            STIX Two Math         (PyPI ziamath 0.13)

Each keeps KS X 1001's 2,350 syllables, ASCII and the signs a text on mathematics needs; hinting is dropped. A subset is a
modified version and the licences reserve the names, so each bears a name of the book's own; LICENSE-*.txt beside them.
What a page loads is cut from these at build time by book/site/sitebook/fonts.py. The same input gives the same bytes.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
ASCII = "".join(map(chr, range(0x20, 0x7F)))
SIGNS = "\u00a0©®°±²³·×÷‐–—‘’“”•…′″←↑→↓↔⇒⇔∂∆∇∈∏∑−√∞∫≈≠≡≤≥①②③④⑤⑥⑦⑧⑨⑩■□▶▷●○◆★☆✓✗「」『』〈〉《》⌘"
GREEK = "".join(map(chr, [*range(0x391, 0x3AA), *range(0x3B1, 0x3CA)]))
# Latin and Greek alphabets of mathematics: italic, bold, bold italic, script, double-struck; and the signs around them.
MATHS = (0x1D400, 0x1D49B), (0x1D49C, 0x1D4CF), (0x1D538, 0x1D56B), (0x1D6A4, 0x1D755)
LETTERLIKE = "ℂℎℒℕℙℚℝℤℰℱℋℐℳℛ∅"
OPERATORS = "!()*+,-./:;<=>[]^_{|}~¬±·×÷‖†‡•…′″‴⁡⁢⁣⁤←↑→↓↔⇐⇒⇔↦⟵⟶⟼↗↘∀∂∃∆∇∈∉∋∏∐∑−∓∗∘√∝∞∠∥∧∨∩∪∫∬∭∮∴∵∼≃≅≈≔≠≡≤≥≪≫⊂⊃⊆⊇⊕⊖⊗⊙⊤⊥⋅⋆⋮⋯⋰⋱⌈⌉⌊⌋⏞⏟⏜⏝⎴⎵⟨⟩⟦⟧ˆˇ˜¯´`¨˙˘̂̃̄̇̈⃗→‾︀"


def hangul():
    """KS X 1001: the syllables that EUC-KR encodes in two bytes, and the single letters."""
    found = []
    for char in map(chr, [*range(0x3131, 0x3164), *range(0xAC00, 0xD7A4)]):
        try:
            found += char if len(char.encode("euc_kr")) == 2 else ""
        except UnicodeEncodeError:
            continue
    return "".join(found)


def source(file):
    return TTFont(file, recalcTimestamp=False)


def joined(files):
    """The first font with the characters that the other slices of the same font have and it lacks."""
    font, *others = map(source, files)
    for other in others:
        for code, glyph in other.getBestCmap().items():
            if code in font.getBestCmap():
                continue
            name = f"uni{code:04X}"
            font["glyf"][name], font["hmtx"][name] = other["glyf"][glyph], other["hmtx"][glyph]
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[code] = name
    return font


def write(font, target, family, style, text, features):
    options = subset.Options(hinting=False, layout_features=features, notdef_outline=True, name_IDs=["*"])
    options.drop_tables += ["DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(text=text)
    cutter.subset(font)
    names = font["name"]
    legal = {record.nameID: str(record) for record in names.names if record.nameID in (0, 13, 14)}
    names.names = []
    postscript = f"{family.replace(' ', '')}-{style}"
    for number, value in {**legal, 1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript}.items():
        names.setName(value, number, 3, 1, 0x409)
    font["head"].created = font["head"].modified = 3_786_912_000  # no clock in the bytes
    font.flavor = "woff2"
    font.save(HERE / target)


def main():
    with tempfile.TemporaryDirectory() as folder:
        packages = ["pretendard@1.3.9", "@fontsource/nanum-gothic-coding@5.3.0"]
        subprocess.run(["npm", "install", "--no-save", "--silent", "--prefix", folder, *packages], check=True)
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", folder, "ziamath==0.13"], check=True
        )
        text = Path(folder, "node_modules/pretendard/dist/public/static/alternative")
        code = Path(folder, "node_modules/@fontsource/nanum-gothic-coding/files")
        letters = ASCII + SIGNS + GREEK + hangul()
        write(source(text / "Pretendard-Regular.ttf"), "text-regular.woff2", "Book Text", "Regular", letters, ["kern"])
        write(source(text / "Pretendard-Bold.ttf"), "text-bold.woff2", "Book Text", "Bold", letters, ["kern"])
        for weight, style in ((400, "Regular"), (700, "Bold")):
            slices = [code / f"nanum-gothic-coding-{part}-{weight}-normal.woff2" for part in ("korean", *range(98, 114))]
            write(joined(slices), f"code-{style.lower()}.woff2", "Book Code", style, letters, [])
        maths = "".join(chr(c) for first, last in MATHS for c in range(first, last + 1))
        write(
            source(Path(folder, "ziamath/fonts/STIXTwoMath-Regular.ttf")),
            "math.woff2",
            "Book Math",
            "Regular",
            ASCII + GREEK + maths + LETTERLIKE + OPERATORS,
            [],
        )


if __name__ == "__main__":
    main()
