"""SVG figures: alternative text from their <title>, their size before they load, a dark variant in the dark palette.

A figure that moves (gradbook/moving.py) stands in the page as inline SVG, so that the page's colours and letters reach it, and
brings its style and its script.

The palette is notebooks/gradbook/palette.py: each light colour there has a dark one, and a figure may use no other.
"""

import html
import json
import re
import runpy
import shutil
from pathlib import Path
from urllib.parse import unquote

from docutils import nodes
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)
POINT = 4 / 3  # CSS pixels
MOVING = '<figure class="moving"'
STILL = re.compile(r'<img [^>]*src="data:image/svg\+xml,([^"]*)">')


def load_palette(app):
    app.sitebook.palette = runpy.run_path(str(Path(app.srcdir, "notebooks/gradbook/palette.py")))["DARK"]


def size(svg):
    """Width and height in CSS pixels, from the root's own attributes."""
    root = svg[: svg.index(">")]
    found = [re.search(rf'\b{name}="([\d.]+)(pt|px)?"', root) for name in ("width", "height")]
    return [round(float(f[1]) * (POINT if f[2] == "pt" else 1)) for f in found if f]


def darken(svg, palette, node):
    def replace(match):
        color = match[0].lower()
        if color not in palette:
            logger.warning(
                "그림의 색 %s에 어두운 짝이 없습니다: notebooks/gradbook/palette.py의 색만 쓰세요.", color, location=node
            )
        return palette.get(color, color)

    return re.sub(r"#[0-9a-fA-F]{6}\b", replace, svg)


def visit_image(self, node):
    if not node["uri"].endswith(".svg") or node["uri"] not in self.builder.images:
        return HTML5Translator.visit_image(self, node)
    name = self.builder.images[node["uri"]]
    svg = Path(self.builder.srcdir, node["uri"]).read_text(encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", svg, re.DOTALL)
    alt = node.get("alt") or (html.unescape(" ".join(title[1].split())) if title else "")
    if not alt:
        logger.warning("그림에 대체 텍스트가 없습니다: SVG에 <title>을 넣으세요.", location=node)
    dark = Path(name).stem + ".dark.svg"
    folder = Path(self.builder.outdir, self.builder.imagedir)
    folder.mkdir(exist_ok=True)
    (folder / dark).write_text(darken(svg, self.builder.app.sitebook.palette, node), encoding="utf-8")
    numbers = "".join(f' {k}="{v}"' for k, v in zip(("width", "height"), size(svg)))
    for theme, file in (("light", name), ("dark", dark)):
        self.body.append(
            f'<img class="figure {theme}" src="{self.builder.imgpath}/{file}" alt="{html.escape(alt)}"{numbers} loading="lazy">'
        )


def depart_image(self, node):
    pass


def inline_moving(app, doctree):
    """The still pictures of figures that move, out of their <img>."""
    for raw in list(doctree.findall(nodes.raw)):
        if MOVING in raw.astext():
            text = STILL.sub(lambda match: unquote(html.unescape(match[1])), raw.astext())
            raw.replace_self(nodes.raw("", text, **raw.attributes))


def copy_moving(app, env):
    """Before the pages are written, which name both files by their content; live cells bring them to any page."""
    if app.builder.name == "html":
        folder = Path(app.outdir, "_static")
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("moving.css", "moving.js"):
            shutil.copyfile(Path(app.srcdir, "notebooks/gradbook", name), folder / name)


def bring_moving(app, pagename, templatename, context, doctree):
    if MOVING in (context.get("body") or ""):
        app.add_css_file("moving.css")
        app.add_js_file("moving.js", type="module")


def publish(app):
    """What the live cells need to draw a new figure in the dark; figures that no page shows any more go."""
    shown = {Path(name).stem for _, name in app.env.images.values()}
    for file in Path(app.outdir, app.builder.imagedir).glob("*"):
        if file.name.split(".")[0] not in shown:
            file.unlink()
    Path(app.outdir, "_static/figure-palette.json").write_text(json.dumps(app.sitebook.palette), encoding="utf-8")


def register(app):
    app.add_node(nodes.image, override=True, html=(visit_image, depart_image))
