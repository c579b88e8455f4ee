"""Step through a calculation: forward as its values come about, and back as backward() hands the gradients on.

from gradbook.steps import steps

steps(loss)
"""

import html
import sys

from gradbook.drawing import Drawing, formula
from gradbook.fold import folded
from gradbook.layout import layers, places
from gradbook.moving import Control, Moving
from gradbook.numbers import fit, number, width
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, RULE, WARM, WARM_TINT
from gradbook.source import assignments, note_lines, variables
from gradbook.trace import trace

WIDE, NARROW = 132, 84  # a box, and the least one
HIGH, GAP_X, GAP_Y, MARGIN = 64, 14, 40, 10
CODE_ROW = 24


def steps(result, alt="", **names):
    """Draw the record of `result`, a tensor of one number, and step through it. names: what to call tensors, as in x=x."""
    if getattr(result, "grad_fn", None) is None:
        raise ValueError("grad_fn이 없어 따라갈 계산이 없습니다. requires_grad=True인 텐서로 계산한 결과를 넣습니다.")
    if result.numel() != 1:
        raise ValueError("수 하나를 담은 텐서만 따라갈 수 있습니다. sum()이나 mean()으로 수 하나를 만들어 넣습니다.")
    frame = sys._getframe(1)
    order = trace(result, {**names, **variables(frame)})
    if order[0].gradient is None:
        raise ValueError("backward()가 이미 쓴 기록이라 남은 값이 없습니다. 순전파를 다시 계산한 결과를 넣습니다.")
    made, code = assignments(frame)
    note_lines(order, made)
    order = folded(order)
    lines = {number: code[number] for number in sorted({node.line for node in order if node.line})}
    alt = alt or f"{order[0].name or '결과'}의 계산 그래프. 함수 {sum(not node.leaf for node in order)}개를 지나 리프로 갑니다."
    return _Steps(order, lines, alt).figure()


class _Steps:
    def __init__(self, order, lines, alt):
        self.order, self.lines, self.alt = order, lines, alt
        self.forward = [node for node in reversed(order) if not node.leaf]
        self.backward = [node for node in order if not node.leaf]
        self.layers = layers(order, lambda node: node.inputs)
        self.bends = {}  # bend: the node whose edge it is
        self.box, self.width, self.place = places(self.layers, 360, range(WIDE, NARROW - 1, -4), GAP_X, MARGIN, 360)
        self.height = 2 * MARGIN + len(self.layers) * (HIGH + GAP_Y) - GAP_Y
        # When a node has its value, and when its gradient is whole: after the last function that hands it a share.
        count = len(self.forward)
        self.valued = {node: place for place, node in enumerate(self.forward, start=1)}
        self.handed = {node: count + 2 + place for place, node in enumerate(self.backward)}
        self.ready = {order[0]: count + 1}
        for node in self.backward:
            for target in node.inputs:
                self.ready[target] = max(self.ready.get(target, 0), self.handed[node])
        self.last = 2 * count + 1

    def figure(self):
        count = self.last + 1
        texts = [f"{count}단계 중 {step + 1}단계" for step in range(count)]
        figure = Moving(self.alt, [Control("단계", list(range(count)), texts, "steps", self.last)], self.draw)
        figure.more = self.listed()
        return figure

    def draw(self, step):
        graph = Drawing(self.width, self.height)
        for layer in self.layers:
            for spot in layer:
                self.edges(graph, spot, step)
        for layer in self.layers:
            for spot in layer:
                if spot.node is not None:
                    self.node(graph, *self.point(spot), spot.node, step)
        return [self.code(step), graph] if self.lines else [graph], self.sentence(step)

    def point(self, spot):
        return self.place[spot], MARGIN + HIGH / 2 + spot.layer * (HIGH + GAP_Y)

    def current(self, step):
        """The node whose turn it is, or None at the two beginnings."""
        count = len(self.forward)
        if 1 <= step <= count:
            return self.forward[step - 1]
        return self.backward[step - count - 2] if step > count + 1 else None

    def edges(self, graph, spot, step):
        """From a node, or from a bend, to the next ones below; the local derivative beside the last piece."""
        x, y = self.point(spot)
        start = y + HIGH / 2
        for target, edge in spot.targets:
            tx, ty = self.point(target)
            end = ty - HIGH / 2 - 2
            source = spot.node or self.bends[spot]
            if target.node is None:
                self.bends[target] = source
            gone = step >= self.handed[source]
            color = WARM if gone else RULE
            # A bend goes straight down beside the boxes of its layer, so that it cuts no corner.
            stops = [(tx, end - 7)] if target.node is not None else [(tx, ty - HIGH / 2), (tx, ty + HIGH / 2)]
            graph.curve([(x, start), *stops], color, 1.8)
            if target.node is not None:
                graph.path([(tx, end), (tx - 4, end - 8), (tx + 4, end - 8)], "none", 0, fill=color, closed=True)
                factor = source.factors[edge] if edge < len(source.factors) else None
                if factor is not None:
                    anchor, aside, up = self.beside(spot, target, edge)
                    graph.text(tx + aside, end - 9 - up, f"× {number(factor)}", WARM, 12, anchor, shown=gone)

    def beside(self, spot, target, edge):
        """Where an edge's number stands by its arrow head: (anchor, sideways, up). Edges that meet there share the two sides."""
        meeting = sorted(
            (self.place[source], number)
            for source in self.layers[target.layer - 1]
            for spot_there, number in source.targets
            if spot_there is target
        )
        rank = meeting.index((self.place[spot], edge))
        right = rank > 0 if len(meeting) > 1 else self.place[target] >= self.place[spot]
        return ("start", 8, 14 * max(0, rank - 1)) if right else ("end", -8, 0)

    def node(self, graph, x, y, node, step):
        count = len(self.forward)
        there = node.leaf or step >= self.valued[node]
        back = step >= self.ready.get(node, self.last + 1)
        now = node is self.current(step) or step == count + 1 and node is self.order[0] or step == 0 and node.leaf
        line = (WARM if step > count else ACCENT) if now else "none"
        graph.box(x, y, self.box, HIGH, ACCENT_TINT if node.leaf else PLAIN_TINT, line, line=2)
        title = node.title if self.box > 100 or node.leaf else node.title.removesuffix("Backward0")
        graph.text(x, y - 14, fit(title, self.box / 6.3), MUTED, 12, mono=True, halo=False)
        meaning = "" if node.leaf else node.korean
        graph.text(x, y + 4, fit(meaning, self.box / 6.6), MUTED, 13, halo=False, shown=not there)
        graph.text(x, y + 4, self.head(node, meaning), INK, 13, halo=False, shown=there)
        gradient = "" if node.gradient is None else f"기울기 {number(node.gradient)}"
        graph.text(x, y + 23, fit(gradient, self.box / 7), WARM, 13, bold=True, halo=False, shown=back)

    def head(self, node, meaning):
        """What a node is and holds, as much of it as its box has room for."""
        letters = self.box / 6.6
        value = number(node.value) if node.value is not None else "값을 남기지 않음"
        name = f"{formula(node.name) if len(node.name) == 1 else node.name} = {value}" if node.name else value
        return next((words for words in (f"{meaning} {name}".strip(), name) if width(words) <= letters), fit(name, letters))

    def code(self, step):
        """The lines that made the nodes, the one of the current node on a ground of its own."""
        drawing = Drawing(360, 26 + CODE_ROW * len(self.lines) + 6)
        node = self.current(step)
        back = step > len(self.forward)
        lit = (
            {node.line}
            if node is not None
            else {leaf.line for leaf in self.order if leaf.leaf}
            if step == 0
            else {self.order[0].line}
        )
        drawing.text(4, 16, "지금 단계를 만든 줄", MUTED, 12, "start", halo=False)
        for place, (line, text) in enumerate(self.lines.items()):
            y = 26 + CODE_ROW * (place + 0.5)
            drawing.box(180, y, 360, CODE_ROW - 2, WARM_TINT if back else ACCENT_TINT, shown=line in lit, radius=4)
            drawing.text(8, y + 4, fit(text, 56), INK, 12, "start", mono=True, halo=False)
        return drawing

    def sentence(self, step):
        count, node = len(self.forward), self.current(step)
        if step == 0:
            leaves = [
                f"{leaf.name or '이름 없는 리프'} = {number(leaf.value)}"
                for leaf in self.order
                if leaf.leaf and leaf.value is not None
            ]
            return "순전파를 시작합니다. 리프: " + ", ".join(leaves[:4]) + (" …" if len(leaves) > 4 else "")
        if step == count + 1:
            return "역전파는 맨 끝의 기울기 1에서 출발합니다."
        what = f"{node.korean}({node.title})" if node.korean else node.title
        if step <= count:
            value = (
                "값을 기록에 남기지 않는 함수입니다."
                if node.value is None
                else f"{node.name + ' = ' if node.name else '값 '}{number(node.value)}"
            )
            return f"순전파: {what}. {value}"
        shares = [
            f"{number(node.gradient)} × 국소 도함수 {number(factor)} = {number(node.gradient * factor)}"
            for factor in node.factors
            if factor is not None
        ]
        whole = f"받은 기울기: {number(node.gradient)}" if node.gradient is not None else ""
        return f"역전파: {what}. " + (", ".join(dict.fromkeys(shares)) or whole)

    def listed(self):
        """The whole record as a nested list, folded away; a part that two functions use is told once."""
        told = set()

        def item(node, depth):
            words = f"{node.korean}({node.title})" if node.korean and not node.leaf else "리프" if node.leaf else node.title
            parts = [f"{node.name or words}" if node.leaf else words + (f", {node.name}" if node.name else "")]
            if node.value is not None:
                parts.append(f"값 {number(node.value)}")
            if node.gradient is not None:
                parts.append(f"기울기 {number(node.gradient)}")
            text = html.escape(", ".join(parts))
            if node in told and not node.leaf:
                return f"<li>{text} (위와 같음)</li>"
            told.add(node)
            inside = (
                "".join(item(target, depth + 1) for target in node.inputs) if depth < 40 else "<li>…</li>" if node.inputs else ""
            )
            return f"<li>{text}{f'<ul>{inside}</ul>' if inside else ''}</li>"

        return f"<details><summary>계산 그래프를 목록으로 읽기</summary><ul>{item(self.order[0], 0)}</ul></details>"
