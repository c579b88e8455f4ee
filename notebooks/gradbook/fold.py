"""A long record made short: what a loop repeated is drawn once, with how often."""

from gradbook.layout import topological
from gradbook.trace import Node

MANY = 24  # nodes that are drawn one by one
KEPT = 1  # rounds that stay at either end


def folded(order):
    """The nodes with the middle rounds of a repetition as one node, as often as there are still too many."""
    while len(order) > MANY:
        shorter = _fold_once(order)
        if shorter is None:
            return order
        order = shorter
    return order


def _fold_once(order):
    path = _longest_path(order)
    titles = [node.title for node in path]
    best = None  # (nodes saved, where the repetition begins, its length, how often)
    for length in range(1, len(path) // 3 + 1):
        start = 0
        while start + 2 * length <= len(path):
            times = 1
            while titles[start:start + length] == titles[start + times * length:start + (times + 1) * length]:
                times += 1
            if times > 2 * KEPT + 1 and (best is None or length * times > best[0] * 1.05):
                best = (length * times, start, length, times)
            start += max(1, (times - 1) * length)
    if best is None:
        return None
    _, start, length, times = best
    inner = path[start + KEPT * length:start + (times - KEPT) * length]
    return _merged(order, inner, times - 2 * KEPT, [node.korean or node.title for node in path[start:start + length]])


def _longest_path(order):
    depth, following = {}, {}
    for node in reversed(order):
        inner = [target for target in node.inputs if not target.leaf]
        following[node] = max(inner, key=lambda target: depth[target], default=None)
        depth[node] = 1 + (depth[following[node]] if following[node] else 0)
    path, node = [], order[0]
    while node is not None:
        path.append(node)
        node = following[node]
    return path


def _merged(order, inner, times, words):
    """One node in the place of `inner` and of all that only it uses."""
    gone = set(inner)
    users = {node: set() for node in order}
    for node in order:
        for target in node.inputs:
            users[target].add(node)
    for node in order:  # each stands after its users
        if node not in gone and users[node] and users[node] <= gone and not (node.leaf and node.name):
            if node is not inner[-1] and any(target in gone or target.leaf for target in node.inputs) or node.leaf:
                gone.add(node)
    one = Node(inner[0].function)
    one.title, one.value, one.gradient, one.line, one.name = f"{times}번 되풀이", inner[0].value, inner[0].gradient, inner[0].line, ""
    one.repeats = words
    one.inputs = list(dict.fromkeys(target for node in order if node in gone for target in node.inputs if target not in gone))
    one.edges, one.factors = list(range(len(one.inputs))), [None] * len(one.inputs)
    result = []
    for node in order:
        if node in gone:
            if node is inner[0]:
                result.append(one)
            continue
        if any(target in gone for target in node.inputs):
            node.inputs = [one if target in gone else target for target in node.inputs]
        result.append(node)
    return _sorted(result)


def _sorted(nodes):
    """Again each node after those that lead to it."""
    return topological(nodes[0], lambda node: node.inputs)
