"""One drawing as a flat list of SVG shapes, made of numbers alone: no matplotlib, so it is drawn at once in any browser.

Sizes are CSS pixels on a phone: a drawing is at most 360 wide and its text at least 12, which leaves 11 at a width of 390.
"""

import html
import re
from urllib.parse import quote

from gradbook.palette import ACCENT, INK, MUTED, PAPER, WARM

WIDTH = 360
FONTS = "'Book Text','Book Math','Pretendard','Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif"
MONO = "'Book Code','NanumGothicCoding','D2Coding',monospace"
ITALIC = {ord(letter): 0x1D44E + place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")} | {ord("h"): 0x210E}


def short(value, digits=1):
    """A number as short text. The nudge keeps a value that lies on a half from turning with the processor's last bit."""
    text = f"{value + 1e-7:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def said(value, digits=2):
    """A number as it is read: with a real minus sign."""
    return short(value, digits).replace("-", "−")


def formula(text):
    """Latin letters standing alone as mathematical italic: y = x² → 𝑦 = 𝑥²."""
    return re.sub(r"(?<![A-Za-z])[a-z](?![a-z])", lambda m: m[0].translate(ITALIC), text)


def plain(text):
    """A formula written for mathtext as plain text: $y = x^2$ → y = x²."""
    return re.sub(r"\^([0-9])", lambda m: "⁰¹²³⁴⁵⁶⁷⁸⁹"[int(m[1])], text.replace("$", "").replace("\\cdot", "·"))


class Drawing:
    """Shapes in the order they are painted. `shown=False` keeps a shape's place in the list while it is not to be seen."""

    def __init__(self, width=WIDTH, height=260):
        self.width, self.height = width, height
        self.shapes = []  # (tag, {attribute: text or number}, text)

    def add(self, tag, attributes, text="", shown=True):
        if not shown:
            attributes["visibility"] = "hidden"
        self.shapes.append((tag, attributes, text))

    def line(self, x1, y1, x2, y2, color=INK, width=1.5, dash="", **kw):
        self.path([(x1, y1), (x2, y2)], color, width, dash, **kw)

    def path(self, points, color=INK, width=1.5, dash="", fill="none", closed=False, **kw):
        """A polyline through (x, y) points; None in the list lifts the pen."""
        found, pen = [], "M"
        for point in points:
            if point is None:
                pen = "M"
            else:
                found.append(f"{pen}{short(point[0])} {short(point[1])}")
                pen = "L"
        attributes = {"d": "".join(found) + ("Z" if closed else ""), "fill": fill, "stroke": color, "stroke-width": short(width)}
        if dash:
            attributes["stroke-dasharray"] = dash
        self.add("path", attributes, **kw)

    def curve(self, points, color=INK, width=1.5, **kw):
        """A smooth line down through points one below the other, leaving and reaching each of them upright."""
        way = f"M{short(points[0][0])} {short(points[0][1])}"
        for (x1, y1), (x2, y2) in zip(points, points[1:]):
            middle = short((y1 + y2) / 2)
            way += f"C{short(x1)} {middle} {short(x2)} {middle} {short(x2)} {short(y2)}"
        self.add("path", {"d": way, "fill": "none", "stroke": color, "stroke-width": short(width)}, **kw)

    def arrow(self, x1, y1, x2, y2, color=WARM, width=2, head=8, **kw):
        """A straight arrow; its head shrinks with it, so that a short one still points."""
        dx, dy = x2 - x1, y2 - y1
        length = max((dx * dx + dy * dy) ** 0.5, 1e-9)
        head = min(head, 0.7 * length)
        ux, uy = dx / length, dy / length
        bx, by = x2 - head * ux, y2 - head * uy
        self.line(x1, y1, bx, by, color, width, **kw)
        side = 0.5 * head
        corners = [(x2, y2), (bx - side * uy, by + side * ux), (bx + side * uy, by - side * ux)]
        self.path(corners, "none", 0, fill=color, closed=True, **kw)

    def circle(self, x, y, radius, fill=ACCENT, stroke="none", width=0, **kw):
        self.add("circle", {"cx": short(x), "cy": short(y), "r": short(radius), "fill": fill, "stroke": stroke,
                            "stroke-width": short(width)}, **kw)

    def box(self, x, y, width, height, fill, stroke="none", radius=7, line=1.5, dash="", **kw):
        """A rounded box whose middle is (x, y)."""
        attributes = {"x": short(x - width / 2), "y": short(y - height / 2), "width": short(width), "height": short(height),
                      "rx": radius, "fill": fill, "stroke": stroke, "stroke-width": line}
        if dash:
            attributes["stroke-dasharray"] = dash
        self.add("rect", attributes, **kw)

    def text(self, x, y, text, color=INK, size=13, anchor="middle", mono=False, bold=False, halo=True, **kw):
        """Text whose baseline's middle (or start, end) is (x, y); `halo` parts it from the lines behind it."""
        attributes = {"x": short(x), "y": short(y), "fill": color, "font-size": size, "text-anchor": anchor}
        if mono:
            attributes["font-family"] = MONO
        if bold:
            attributes["font-weight"] = "700"
        if halo:
            attributes |= {"stroke": PAPER, "stroke-width": 4, "paint-order": "stroke"}
        self.add("text", attributes, text, **kw)

    def svg(self, alt):
        shapes = "".join(_element(*shape) for shape in self.shapes)
        return (f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{self.width}" height="{self.height}" '
                f'viewBox="0 0 {self.width} {self.height}" font-family="{FONTS}" stroke-linejoin="round" stroke-linecap="round">'
                f"<title>{html.escape(alt, quote=False)}</title>{shapes}</svg>")

    def image(self, alt):
        """The drawing as an <img>: what is left of it where scripts and inline SVG are refused."""
        address = "data:image/svg+xml," + quote(self.svg(alt), safe=" ='(),;:/-.")
        return f'<img alt="{html.escape(alt)}" width="{self.width}" height="{self.height}" src="{address}">'


def _element(tag, attributes, text):
    inside = "".join(f' {name}="{html.escape(str(value))}"' for name, value in attributes.items())
    return f"<{tag}{inside}>{html.escape(text, quote=False)}</{tag}>" if text else f"<{tag}{inside}/>"


class Plane:
    """A pair of axes: where a point of the data stands in the drawing."""

    def __init__(self, left, top, width, height, xs, ys):
        self.left, self.top, self.width, self.height = left, top, width, height
        self.xs, self.ys = xs, ys

    def x(self, value):
        return self.left + self.width * (value - self.xs[0]) / (self.xs[1] - self.xs[0])

    def y(self, value):
        return self.top + self.height * (self.ys[1] - value) / (self.ys[1] - self.ys[0])

    def at(self, x, y):
        return self.x(x), self.y(y)

    def holds(self, x, y):
        return self.xs[0] <= x <= self.xs[1] and self.ys[0] <= y <= self.ys[1]

    def axes(self, drawing, x_name, y_name, x_ticks=(), y_ticks=()):
        """The lower and the left edge with numbers and names."""
        bottom, right = self.top + self.height, self.left + self.width
        drawing.path([(self.left, self.top), (self.left, bottom), (right, bottom)], MUTED, 1)
        for value in x_ticks:
            drawing.line(self.x(value), bottom, self.x(value), bottom + 3, MUTED, 1)
            drawing.text(self.x(value), bottom + 16, said(value), MUTED, 12, halo=False)
        for value in y_ticks:
            drawing.line(self.left - 3, self.y(value), self.left, self.y(value), MUTED, 1)
            drawing.text(self.left - 6, self.y(value) + 4, said(value), MUTED, 12, "end", halo=False)
        drawing.text(right + 4, bottom + 4, x_name, MUTED, 14, "start", halo=False)
        drawing.text(self.left, self.top - 7, y_name, MUTED, 14, halo=False)

    def inside(self, points):
        """The pieces of a polyline that lie in the plane, as points with None where it leaves."""
        kept = []
        for before, point in zip([None, *points], points):
            if self.holds(*point):
                if before is not None and not self.holds(*before):
                    kept += [None, self._edge(point, before)]
                kept.append(self.at(*point))
            elif before is not None and self.holds(*before):
                kept += [self._edge(before, point), None]
        return kept

    def _edge(self, inner, outer):
        """Where the way from a point inside to one outside crosses the edge."""
        share = 1.0
        for start, end, (low, high) in zip(inner, outer, (self.xs, self.ys)):
            if end < low:
                share = min(share, (start - low) / (start - end))
            elif end > high:
                share = min(share, (high - start) / (end - start))
        return self.at(*(start + share * (end - start) for start, end in zip(inner, outer)))


def line_through(plane, x, y, slope):
    """The two points where a line through (x, y) leaves the plane."""
    found = []
    for end in plane.xs:
        height = y + slope * (end - x)
        if not plane.ys[0] <= height <= plane.ys[1]:
            height = plane.ys[0] if height < plane.ys[0] else plane.ys[1]
            end = x + (height - y) / slope
        found.append(plane.at(end, height))
    return found


def spread(low, high, count):
    """Numbers from low to high, evenly: torch.linspace differs in the last bit between processors."""
    return [low + (high - low) * place / (count - 1) for place in range(count)]


def ticks(low, high, most=6):
    """A few round numbers between low and high, about `most` at most."""
    step = next(step for step in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 1e9) if (high - low) / step <= most)
    first = int(low // step) + (low % step > 0)
    return [place * step for place in range(first, int(high // step) + 1)]
