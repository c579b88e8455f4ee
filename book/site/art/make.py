"""Draw the cover, the icons and the picture that links show. Run only to change them; needs Chromium for the PNGs.

    python -m book.site.art.make

The cover is what the book is about: the level curves of a function of two variables, and gradient descent on it.
"""

import math
import re
from pathlib import Path

import yaml
from playwright.sync_api import sync_playwright

from book.tools.browser import chromium

HERE = Path(__file__).resolve().parent
THEME, ICONS = HERE.parent / "theme", HERE.parent / "assets/icons"

WIDTH, HEIGHT = 1200, 400
LOW = (770, 236)  # the minimum, in pixels of the cover
MARK = '<path class="nabla" d="M4.5 6.5h23L16 27Z"/><circle class="low" cx="16" cy="16.2" r="3.3"/>'


def bent(u, v):
    """A point of the plane of circles, moved to the cover: the circles become level curves of a bent valley."""
    x = 1.75 * u + 0.42 * v + 0.0011 * v * v - 0.00035 * u * u
    y = 0.62 * v - 0.20 * u + 0.0009 * u * u * 0.55
    return LOW[0] + x, LOW[1] + y


def unbent(x, y):
    """The inverse, by Newton's method with a numerical Jacobian."""
    u = v = 0.0
    for _ in range(40):
        fx, fy = bent(u, v)
        (ax, ay), (bx, by) = bent(u + 1e-3, v), bent(u, v + 1e-3)
        a, b, c, d = (ax - fx) * 1e3, (bx - fx) * 1e3, (ay - fy) * 1e3, (by - fy) * 1e3
        det, ex, ey = a * d - b * c, x - fx, y - fy
        u, v = u + (d * ex - b * ey) / det, v + (a * ey - c * ex) / det
    return u, v


def loss(x, y):
    return sum(c * c for c in unbent(x, y)) / 2e3


def gradient(x, y, h=0.05):
    return (loss(x + h, y) - loss(x - h, y)) / (2 * h), (loss(x, y + h) - loss(x, y - h)) / (2 * h)


def level(radius, points=20):
    """A closed smooth curve: cubic pieces whose tangents come from the neighbours (Catmull–Rom)."""
    angles = [2 * math.pi * k / points for k in range(points)]
    p = [bent(radius * math.cos(a), radius * math.sin(a)) for a in angles]
    text = f"M{p[0][0]:.1f} {p[0][1]:.1f}"
    for k in range(points):
        before, here, after, later = p[k - 1], p[k], p[(k + 1) % points], p[(k + 2) % points]
        c1 = [h + (a - b) / 6 for b, h, a in zip(before, here, after)]
        c2 = [a - (n - h) / 6 for h, a, n in zip(here, after, later)]
        text += f"C{c1[0]:.1f} {c1[1]:.1f} {c2[0]:.1f} {c2[1]:.1f} {after[0]:.1f} {after[1]:.1f}"
    return text + "Z"


def descent(x, y, rate, steps):
    found = [(x, y)]
    for _ in range(steps):
        gx, gy = gradient(x, y)
        x, y = x - rate * gx, y - rate * gy
        found.append((x, y))
    return found


def cover():
    lines = [
        f'<path style="--i:{k}" d="{level(radius)}"/>'
        for k, radius in enumerate((26, 56, 92, 134, 182, 236, 296, 362, 434, 512, 600, 700))
    ]
    steps = descent(1100, 48, 290, 15)
    arrows = "".join(f"M{a:.0f} {b:.0f}L{c:.0f} {d:.0f}" for (a, b), (c, d) in zip(steps, steps[1:]))
    dots = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{6 if k == 0 else 4.5}"/>' for k, (x, y) in enumerate(steps))
    return (
        f'<svg class="art" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true"><g class="levels">{"".join(lines)}</g>'
        f'<path class="steps" d="{arrows}"/><g class="points">{dots}</g></svg>\n'
    )


STYLE = (HERE.parent / "assets/style.css").read_text(encoding="utf-8")
LIGHT = dict(re.findall(r"--([\w-]+): var\(--light, (#[0-9a-f]{6})", STYLE))
ART_STYLE = "".join(re.findall(r"^\.art .*$", STYLE, re.MULTILINE))


def icon(size, inset):
    scale = (size - 2 * inset) / 32
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}">'
        f'<rect width="{size}" height="{size}" rx="{0 if inset > size / 8 else size * 0.22}" fill="{LIGHT["accent"]}"/>'
        f'<g transform="translate({inset} {inset}) scale({scale})" fill="none" stroke="#fff" stroke-width="2.6" stroke-linejoin="round">'
        f"{MARK.replace(chr(34) + 'low' + chr(34), chr(34) + 'low' + chr(34) + ' fill=' + chr(34) + '#ffb27d' + chr(34) + ' stroke=' + chr(34) + 'none' + chr(34))}</g></svg>"
    )


def picture(title, subtitle):
    """The picture that a shared link shows: 1200 × 630."""
    variables = "".join(f"--{name}:{value};" for name, value in LIGHT.items())
    font = (HERE.parent / "fonts/text-bold.woff2").as_uri()
    regular = (HERE.parent / "fonts/text-regular.woff2").as_uri()
    return f"""<!doctype html><meta charset="utf-8"><style>
@font-face{{font-family:T;font-weight:700;src:url({font})}}@font-face{{font-family:T;src:url({regular})}}
body{{{variables}margin:0;width:1200px;height:630px;background:var(--tint);color:var(--ink);font-family:T;position:relative;overflow:hidden}}
.art{{position:absolute;left:0;top:232px;width:1200px}}{ART_STYLE}
h1{{position:absolute;left:72px;top:56px;margin:0;font-size:84px;letter-spacing:-.03em;line-height:1.2}}
p{{position:absolute;left:76px;top:170px;margin:0;font-size:34px;color:var(--muted)}}
</style><h1>{title}</h1><p>{subtitle}</p>{cover()}"""


def main():
    title = yaml.safe_load((HERE.parents[2] / "_config.yml").read_text(encoding="utf-8"))["title"]
    ICONS.mkdir(exist_ok=True)
    (THEME / "cover.svg").write_text(cover(), encoding="utf-8")
    (THEME / "mark.svg").write_text(f'<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">{MARK}</svg>', encoding="utf-8")
    (ICONS / "icon.svg").write_text(icon(32, 3), encoding="utf-8")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name, size, inset in (("icon-192", 192, 18), ("icon-512", 512, 48), ("maskable-512", 512, 112)):
            page = running.new_page(viewport={"width": size, "height": size})
            page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{icon(size, inset)}")
            page.screenshot(path=ICONS / f"{name}.png", omit_background=True)
        page = running.new_page(viewport={"width": 1200, "height": 630})
        sheet = HERE / "og.html"
        sheet.write_text(picture(title, "PyTorch autograd를 돌려 보며 배우는 책"), encoding="utf-8")
        page.goto(sheet.as_uri())
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(300)
        page.screenshot(path=ICONS / "og.png")
        sheet.unlink()
        running.close()


if __name__ == "__main__":
    main()
