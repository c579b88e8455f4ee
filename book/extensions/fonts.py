"""The fonts a page loads, cut from book/fonts at build time.

Each face comes in two files: the characters the book uses (book/fonts/used.txt), and the whole font, which a browser asks
for only when another character stands on a page. What is cut is kept in .cache/fonts under the hash of what it is made of.

    python book/extensions/fonts.py _build/html     reads a built site and writes book/fonts/used.txt anew (make fonts)
"""

import hashlib
import json
import re
import shutil
import sys
from html.parser import HTMLParser
from importlib.metadata import version
from pathlib import Path

FACES = {  # name of the file: family, weight
    "text-regular": ("Gradbook Text", 400),
    "text-bold": ("Gradbook Text", 700),
    "code-regular": ("Gradbook Code", 400),
    "math": ("Gradbook Math", 400),
}
ASCII = set(map(chr, range(0x20, 0x7F)))
ALWAYS = {"text-regular": ASCII, "text-bold": ASCII, "code-regular": ASCII, "math": set("0123456789=+()")}
BREAKS = set("\n\r\t")
BOLD = {"h1", "h2", "h3", "h4", "strong", "b", "th", "dt", "summary"}
CODE = {"pre", "code", "kbd", "samp"}
SHOWN_BY = {"text-regular": "", "text-bold": "", "code-regular": "<code", "math": "<math"}  # what on a page needs the face
SYLLABLES = set(range(0xAC00, 0xD7A4))


def read_used(folder):
    """What each face shows: {face: characters}."""
    lines = (folder / "used.txt").read_text(encoding="utf-8").strip("\n").split("\n")
    return {face: set(text) | ALWAYS[face] for face, _, text in (line.partition(" ") for line in lines)}


def cut(font, codes, target):
    """Write the part of the font that shows these characters."""
    from fontTools import subset  # slow to import, and most builds find everything in the cache

    cutter = subset.Subsetter(subset.Options(layout_features=["kern"], name_IDs=["*"], notdef_outline=True))
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    part = target.with_suffix(".part")  # another build may be writing the same file
    font.save(part)
    part.replace(target)


def ranges(codes):
    """The value of unicode-range: U+20-7e,U+ac00, …"""
    found = []
    for code in sorted(codes):
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return ",".join(f"U+{a:x}" if a == b else f"U+{a:x}-{b:x}" for a, b in found)


def make(folder, cache):
    """Cut every face: [face, file's name, unicode-range, its rest's unicode-range] for each."""
    from fontTools.ttLib import TTFont

    used, files = read_used(folder), []
    for face in FACES:
        source = folder / f"{face}.woff2"
        font = TTFont(source, recalcTimestamp=False)
        there = set(font.getBestCmap())
        part = there & set(map(ord, used[face]))
        key = hashlib.sha256(source.read_bytes() + repr(sorted(part)).encode()).hexdigest()[:12]
        cut(font, part, cache / f"{face}.{key}.woff2")
        rest = there - part
        rest = ranges(c for c in rest if c not in SYLLABLES) + (",U+ac00-d7a3" if rest & SYLLABLES else "")
        files.append([face, f"{face}.{key}.woff2", ranges(part), rest])
    return files


def prepare(app, config):
    """Find the files, or make them. Sphinx writes every page anew when their names change."""
    folder, cache = Path(app.srcdir, "book/fonts"), Path(app.srcdir, ".cache/fonts")
    sources = [Path(__file__), folder / "used.txt", *(folder / f"{face}.woff2" for face in FACES)]
    key = hashlib.sha256(version("fonttools").encode() + b"".join(file.read_bytes() for file in sources)).hexdigest()
    index = cache / f"{key[:12]}.json"
    if not index.exists():
        cache.mkdir(parents=True, exist_ok=True)
        index.write_text(json.dumps(make(folder, cache)), encoding="utf-8")
    config.book_fonts = json.loads(index.read_text(encoding="utf-8"))


def publish(app, error):
    if error or app.builder.format != "html" or app.builder.name == "epub":
        return
    target, folder = Path(app.outdir, "_static/fonts"), Path(app.srcdir, "book/fonts")
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        old.unlink()
    rules = []
    for face, file, used, rest in app.config.book_fonts:
        whole = file.replace(".woff2", ".whole.woff2")
        shutil.copyfile(Path(app.srcdir, ".cache/fonts", file), target / file)
        shutil.copyfile(folder / f"{face}.woff2", target / whole)
        family, weight = FACES[face]
        for source, unicode_range in ((whole, rest), (file, used)):  # the later rule is asked first
            rules.append(f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
                         f'src:url({source}) format("woff2");unicode-range:{unicode_range}}}')
    (target / "fonts.css").write_text("\n".join(rules), encoding="utf-8")
    shutil.copyfile(folder / "LICENSE.txt", target / "LICENSE.txt")


def add_to_page(app, pagename, templatename, context, doctree):
    body = context.get("body", "")
    context["preloaded_fonts"] = [f"_static/fonts/{file}" for face, file, *_ in app.config.book_fonts if SHOWN_BY[face] in body]


class Reader(HTMLParser):
    """Collects which characters of a page stand in which face."""

    VOID = {"meta", "link", "img", "br", "hr", "input", "source", "col"}

    def __init__(self):
        super().__init__()
        self.open, self.found = [], {face: set() for face in FACES}

    def handle_starttag(self, tag, attributes):
        if tag not in self.VOID:
            self.open.append("strong" if "admonition-title" in (dict(attributes).get("class") or "") else tag)

    def handle_startendtag(self, tag, attributes):
        pass  # holds no text

    def handle_endtag(self, tag):
        if self.open:
            self.open.pop()

    def handle_data(self, data):
        tags = set(self.open)
        if tags & {"script", "style", "svg", "annotation"}:
            return
        if "math" in tags:
            self.found["math"].update(data)
            if self.open[-1] == "mi" and len(data.strip()) == 1:
                self.found["math"].add(italic(data.strip()))
        elif tags & CODE:
            self.found["code-regular"].update(data)
        elif tags & BOLD:
            self.found["text-bold"].update(data)
        else:
            self.found["text-regular"].update(data)
            if tags & {"header", "nav"}:  # parts, the current chapter, the book's name
                self.found["text-bold"].update(data)


ITALIC_SIGNS = dict(zip("h∂∇ϵϑϰϕϱϖ", "ℎ𝜕𝛻𝜖𝜗𝜘𝜙𝜚𝜛"))


def italic(char):
    """A single letter in <mi> is drawn as mathematical italic."""
    if char in ITALIC_SIGNS:
        return ITALIC_SIGNS[char]
    for first, last, start in (("A", "Z", 0x1D434), ("a", "z", 0x1D44E), ("Α", "Ω", 0x1D6E2), ("α", "ω", 0x1D6FC)):
        if first <= char <= last:
            return chr(start + ord(char) - ord(first))
    return char


def write_used(site, folder):
    reader = Reader()
    for page in sorted(site.rglob("*.html")):
        reader.open = []
        reader.feed(page.read_text(encoding="utf-8"))
    for script in sorted((site / "_static").glob("*.js")):  # words that scripts put on the page
        syllables = re.findall("[가-힣]", script.read_text(encoding="utf-8"))
        reader.found["text-regular"].update(syllables)
    lines = []
    for face, found in reader.found.items():
        lines.append(f"{face} {''.join(sorted(found - ALWAYS[face] - BREAKS))}\n")
    (folder / "used.txt").write_text("".join(lines), encoding="utf-8")


def setup(app):
    app.add_config_value("book_fonts", [], "html")
    app.connect("config-inited", prepare)
    app.connect("html-page-context", add_to_page)
    app.connect("build-finished", publish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


if __name__ == "__main__":
    write_used(Path(sys.argv[1]), Path(__file__).resolve().parent.parent / "fonts")
