"""A figure of chapter 18: the reader's own record, sent back in one order or another, and the share that comes too late."""

from gradbook.drawing import Drawing, formula, said
from gradbook.layout import layers, topological
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, RULE, WARM, WARM_TINT

BOX, HIGH, PITCH, TOP, ASIDE = 118, 44, 88, 30, 74


def draw_sending(values, orders, alt):
    """Step through the sending of gradients, in each of the orders.

    values: {name: value}, the last of them the result; a value has data, parents and rule, a function from the gradient that
    has come to it to one share for each parent. orders: {caption: the names in the order in which they send}.
    """
    names = {value: name for name, value in values.items()}
    order = topological(list(values.values())[-1], _inputs)
    spots = layers(order, _inputs)
    passes = {caption: _send(values, order, names[order[0]], given) for caption, given in orders.items()}
    count = max(map(len, passes.values()))

    def draw(caption, step):
        states = passes[caption]
        state = states[min(step, len(states) - 1)]
        drawing = Drawing(height=TOP + PITCH * (len(spots) - 1) + HIGH // 2 + 12)
        for layer in spots:
            for spot in layer:
                _edges(drawing, spot, state)
        for layer in spots:
            for spot in layer:
                if spot.node is not None:
                    _node(drawing, spot, names[spot.node], state)
        return drawing, state.sentence

    texts = [f"{count}단계 중 {step + 1}단계" for step in range(count)]
    return Moving(
        alt,
        [
            Control("보내는 차례", list(orders), list(orders), "choice"),
            Control("단계", list(range(count)), texts, "steps", count - 1),
        ],
        draw,
    )


def _inputs(value):
    """The values that one was calculated from, each once."""
    return list(dict.fromkeys(value.parents))


class _State:
    """What stands in one frame: the gradient of each value, what has gone along each edge, who sends, who got something too late."""

    def __init__(self, grads, gone, sender, late, sentence):
        self.grads, self.gone, self.sender, self.late, self.sentence = dict(grads), dict(gone), sender, dict(late), sentence


def _send(values, order, result, given):
    name = {value: key for key, value in values.items()}
    grads = dict.fromkeys(order, 0.0) | {values[result]: 1.0}
    gone, late, sent = {}, {}, set()
    states = [_State(grads, gone, None, late, f"{result}의 기울기 1에서 출발합니다.")]
    for key in given:
        sender = values[key]
        sent.add(sender)
        shares = {}
        for parent, share in zip(sender.parents, sender.rule(grads[sender])):
            shares.setdefault(parent, []).append(share)
        for parent, parts in shares.items():
            gone[sender, parent] = " + ".join(map(said, parts))
            grads[parent] += sum(parts)
            if parent in sent:
                late[parent] = late.get(parent, 0.0) + sum(parts)
        told = ", ".join(f"{name[parent]}에 {gone[sender, parent]}" for parent in shares)
        states.append(_State(grads, gone, sender, late, f"{key}에서 몫을 보냅니다. {told}."))
    leaf = order[-1]
    end = f"{name[leaf]}의 기울기는 {said(grads[leaf])}입니다."
    lost = "".join(f" {name[value]}에 늦게 온 몫은 더 보내지 못했습니다. 늦은 몫: {said(share)}." for value, share in late.items())
    states[-1].sentence += f" {end}{lost}"
    return states


def _point(spot):
    return 180 + 2 * spot.slot * ASIDE, TOP + spot.layer * PITCH


def _edges(drawing, spot, state):
    """From a value, or from a bend, to the next ones below: one line for each time that the value was used."""
    x, y = _point(spot)
    for target, _ in spot.targets:
        source, into = _ends(spot, target)
        tx, ty = _point(target)
        share = state.gone.get((source, into))
        color = WARM if share else RULE
        times = source.parents.count(into)
        last = target.node is not None
        for part in range(times):
            shift = 12 * (part - (times - 1) / 2)
            start = (x + shift, y + (HIGH / 2 if spot.node is not None else 0))
            end = (tx + shift + _lean(spot, target), ty - (HIGH / 2 + 8 if last else 0))
            drawing.curve([start, end], color, 2)
            if last:
                tip = (end[0], end[1] + 7)
                drawing.path([tip, (tip[0] - 4, tip[1] - 8), (tip[0] + 4, tip[1] - 8)], "none", 0, fill=color, closed=True)
        if last:
            left = _lean(spot, target) < 0
            side = -10 if left else 10
            drawing.text(
                tx + _lean(spot, target) + side + (6 * (times - 1) * (-1 if left else 1)),
                ty - HIGH / 2 - 12,
                share or "",
                WARM,
                13,
                "end" if left else "start",
                bold=True,
                shown=bool(share),
            )


def _lean(spot, target):
    """Edges from the left end left of the middle, so that two of them do not end in one point."""
    if target.node is None:
        return 0
    return -24 if _point(spot)[0] < _point(target)[0] else 24


def _ends(spot, target):
    """The values at the two ends of the whole edge that this piece belongs to."""
    source = spot.node if spot.node is not None else spot.source
    if target.node is None:
        target.source = source
    following = target
    while following.node is None:
        following = following.targets[0][0]
    return source, following.node


def _node(drawing, spot, name, state):
    x, y = _point(spot)
    value = spot.node
    now = value is state.sender
    late = value in state.late
    drawing.box(x, y, BOX, HIGH, WARM_TINT if now else ACCENT_TINT if not value.parents else PLAIN_TINT, WARM if now else "none")
    drawing.text(x, y - 4, f"{formula(name)} = {said(value.data)}", INK, 13, halo=False)
    grad = state.grads[value]
    drawing.text(x, y + 14, f"기울기 {said(grad)}", WARM if grad else MUTED, 13, bold=bool(grad), halo=False)
    drawing.box(x, y, BOX + 6, HIGH + 6, "none", ACCENT, 9, 1.5, "4 3", shown=late)
