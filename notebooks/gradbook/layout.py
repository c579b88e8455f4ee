"""Where the nodes of a graph go: layers from the result down to the leaves, each node near those that lead to it."""

BEND = 6  # the room of an edge that passes a layer


class Spot:
    """The place of one node or, with node None, the bend of an edge that passes a layer."""

    def __init__(self, node):
        self.node = node
        self.targets = []  # (spot, the edge's number at its node)
        self.layer = self.slot = 0  # the slot counted from the layer's middle


def topological(root, inputs):
    """Every node after all nodes that lead to it; without recursion, for long chains. inputs(node): the nodes it leads to."""
    done, order, stack = set(), [], [(root, False)]
    while stack:
        node, finished = stack.pop()
        if finished:
            order.append(node)
        elif node not in done:
            done.add(node)
            stack.append((node, True))
            stack.extend((target, False) for target in inputs(node))
    return order[::-1]


def layers(order, inputs):
    """Lists of spots from the result down. order: as topological gives it. A node lies as deep as its longest path, a leaf
    at the bottom; an edge that passes a layer is bent there."""
    depth = {order[0]: 0}
    for node in order:
        for target in inputs(node):
            depth[target] = max(depth.get(target, 0), depth[node] + 1)
    last = max(depth.values())
    depth.update({node: last for node in order if not inputs(node)})
    spot = {node: Spot(node) for node in order}
    found = [[spot[node] for node in order if depth[node] == level] for level in range(last + 1)]
    for node in order:
        for edge, target in enumerate(inputs(node)):
            source = spot[node]
            for level in range(depth[node] + 1, depth[target]):
                bend = Spot(None)
                found[level].append(bend)
                source.targets.append((bend, edge))
                source = bend
            source.targets.append((spot[target], edge))
    _order_slots(found)
    return found


def _order_slots(found):
    for level, layer in enumerate(found):
        if level:
            above = {id(spot): [] for spot in layer}
            for source in found[level - 1]:
                for target, _ in source.targets:
                    above[id(target)].append(source.slot)
            layer.sort(key=lambda spot: sum(above[id(spot)]) / max(1, len(above[id(spot)])))
        for slot, spot in enumerate(layer):
            spot.layer, spot.slot = level, slot - (len(layer) - 1) / 2


def places(found, room, boxes, gap, margin, least=0):
    """(how wide a box is, how wide the drawing, {spot: the x of its middle}): the first of `boxes` with which the widest
    layer fits in `room`, or else the last of them in as much as it takes."""

    def extent(layer, box):
        return sum(BEND if spot.node is None else box for spot in layer) + gap * (len(layer) - 1)

    for box in boxes:
        width = 2 * margin + max(extent(layer, box) for layer in found)
        if width <= room:
            break
    width, place = round(max(least, width)), {}
    for layer in found:
        x = (width - extent(layer, box)) / 2
        for spot in layer:
            wide = BEND if spot.node is None else box
            place[spot] = x + wide / 2
            x += wide + gap
    return box, width, place
