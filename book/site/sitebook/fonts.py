"""The fonts a page loads, cut from book/site/fonts at build time.

Each face comes in two files: the characters the book uses, and the whole font, which a browser asks for only when another
character stands on a page. What is cut is kept in .cache/fonts under the hash of what it is made of.

A page asks for its faces before anything else and waits a tenth of a second for them (`font-display: optional`). A face that
is later is kept for the next page: this one stays in the system's, drawn as wide (style.css), so that no line ever moves.
"""

import hashlib
import html
import re
import shutil
from importlib.metadata import version
from pathlib import Path

from docutils import nodes

from . import mathml

FACES = {  # name of the file: family, weight, what on a page needs it
    "text-regular": ("Book Text", 400, ""),
    "text-bold": ("Book Text", 700, ""),
    "code-regular": ("Book Code", 400, "<code"),
    "code-bold": ("Book Code", 700, "<code"),
    "math": ("Book Math", 400, "<math"),
}
ASCII = {*map(chr, range(0x20, 0x7F)), "\u00a0"}  # the last: a space that LaTeX writes into a formula
ALWAYS = {"text-regular": ASCII, "text-bold": ASCII, "code-regular": ASCII, "code-bold": ASCII, "math": set(" 0123456789=+()")}
BOLD = (nodes.title, nodes.strong, nodes.term, nodes.thead)
# The interface's own words: templates, scripts, and what extensions put around the text.
INTERFACE = (
    "_toc.yml",
    "_config.yml",
    "book/site/theme/*.html",
    "book/site/assets/*.js",
    "book/live/**/*.js",
    "book/site/sitebook/*.py",
)
SYLLABLES = set(range(0xAC00, 0xD7A4))
INLINE = "Book Inline"  # the Hangul of code in a sentence: the sentence's own, at its size, for nothing there has to line up
ITALIC_SIGNS = dict(zip("h∂∇ϵϑϰϕϱϖ", "ℎ𝜕𝛻𝜖𝜗𝜘𝜙𝜚𝜛"))


def italic(char):
    """A single letter in <mi> is drawn as mathematical italic, which is another character."""
    for first, last, start in (("A", "Z", 0x1D434), ("a", "z", 0x1D44E), ("Α", "Ω", 0x1D6E2), ("α", "ω", 0x1D6FC)):
        if first <= char <= last:
            return ITALIC_SIGNS.get(char, chr(start + ord(char) - ord(first)))
    return ITALIC_SIGNS.get(char, char)


def read_page(app, doctree):
    """Note which characters the page shows in which face."""
    found = {face: set() for face in FACES}
    for text in doctree.findall(nodes.Text):
        above = set()
        node = text.parent
        while node is not None:
            above.add(type(node))
            node = node.parent
        if above & {nodes.math, nodes.math_block}:
            formula = mathml.convert(str(text), text.parent, nodes.math_block in above)
            found["math"].update(html.unescape(re.sub(r"<[^>]*>", "", formula)))
            found["math"].update(map(italic, re.findall(r"<mi>(.)</mi>", formula)))
            if re.search("<msqrt|<mroot", formula):  # drawn by the browser, with the face's own sign
                found["math"].add("√")
        elif above & {nodes.literal, nodes.literal_block}:
            weight = "bold" if above & set(BOLD) else "regular"
            found[f"code-{weight}"].update(text)
            if nodes.literal in above:  # INLINE
                found[f"text-{weight}"].update(char for char in text if ord(char) in SYLLABLES)
        else:
            found["text-regular"].update(text)
            if above & set(BOLD):
                found["text-bold"].update(text)
    for raw in doctree.findall(nodes.raw):  # verdicts, and the letters of all frames of figures that move
        for characters in found.values():
            characters.update(html.unescape(raw.astext()))
    app.sitebook.kept.characters[app.env.docname] = found


def interface(root):
    """The syllables of the interface."""
    files = (file for pattern in INTERFACE for file in root.glob(pattern) if "node_modules" not in file.parts)
    return set(re.findall("[가-힣·…—©“”‘’→]", "".join(file.read_text(encoding="utf-8") for file in files)))


def cut(source, codes, cache):
    """The file in the cache that shows these characters of the font."""
    key = hashlib.sha256(source.read_bytes() + version("fonttools").encode() + repr(sorted(codes)).encode()).hexdigest()
    target = cache / f"{source.stem}.{key[:12]}.woff2"
    if not target.exists():
        from fontTools import subset  # slow to import, and most builds find everything in the cache
        from fontTools.ttLib import TTFont

        font = TTFont(source, recalcTimestamp=False)
        cutter = subset.Subsetter(subset.Options(layout_features=["kern"], name_IDs=["*"], notdef_outline=True))
        cutter.populate(unicodes=codes)
        cutter.subset(font)
        cache.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(".part")  # another build may be writing the same file
        font.save(part)
        part.replace(target)
    return target


def ranges(codes):
    """The value of unicode-range: U+20-7e,U+ac00, …"""
    found = []
    for code in sorted(codes):
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return ",".join(f"U+{a:x}" if a == b else f"U+{a:x}-{b:x}" for a, b in found)


def known(source, cache):
    """The characters a font has, as a set of numbers; read from the font once."""
    index = cache / f"{hashlib.sha256(source.read_bytes()).hexdigest()[:12]}.txt"
    if not index.exists():
        from fontTools.ttLib import TTFont

        cache.mkdir(parents=True, exist_ok=True)
        index.write_text(" ".join(map(str, TTFont(source).getBestCmap())), encoding="utf-8")
    return set(map(int, index.read_text(encoding="utf-8").split()))


def publish(app, env):
    """Before the pages are written: the files, under names that stay, and the stylesheet that names them."""
    root = Path(app.srcdir)
    folder, cache, target = root / "book/site/fonts", root / ".cache/fonts", Path(app.outdir, "_static/fonts")
    target.mkdir(parents=True, exist_ok=True)
    around, rules = interface(root), []
    for face, (family, weight, _) in FACES.items():
        source = folder / f"{face}.woff2"
        used = ALWAYS[face].union(*(found[face] for found in app.sitebook.kept.characters.values()))
        used |= around if face.startswith("text") else set()
        there = known(source, cache)
        part = there & set(map(ord, used))
        rest = there - part
        shutil.copyfile(cut(source, part, cache), target / f"{face}.woff2")
        shutil.copyfile(source, target / f"{face}.whole.woff2")
        # Never a character of the cut file: while that is late, a browser would fetch the whole font in its place.
        outside = ranges(rest - SYLLABLES | (SYLLABLES - part if rest & SYLLABLES else set()))
        # The later rule is asked first. The whole font comes for what a reader types: it may change that when it is there.
        for file, display, unicode_range in ((f"{face}.whole", "swap", outside), (face, "optional", ranges(part))):
            rules.append(
                f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:{display};'
                f'src:url({file}.woff2) format("woff2");unicode-range:{unicode_range}}}'
            )
        if family == "Book Text":
            rules.append(
                f'@font-face{{font-family:"{INLINE}";font-weight:{weight};font-display:optional;size-adjust:107.5%;'
                f'src:url({face}.woff2) format("woff2");unicode-range:{ranges(part & SYLLABLES)}}}'
            )
    (target / "fonts.css").write_text("\n".join(rules), encoding="utf-8")
    shutil.copyfile(folder / "LICENSE.txt", target / "LICENSE.txt")


def preload(app, pagename, templatename, context, doctree):
    body = context.get("body", "")
    context["preloaded_fonts"] = [f"_static/fonts/{face}.woff2" for face, (_, _, sign) in FACES.items() if sign in body]


def forget(app, env, docname):
    app.sitebook.kept.characters.pop(docname, None)
