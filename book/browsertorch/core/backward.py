"""The backward pass: visits the nodes of a graph in the reverse order of their creation, without recursion."""

import sys
from operator import attrgetter

from ..base import dtypes
from ..base.modes import mode
from .sums import broadcast_dims, sum_over

running = []         # the backward passes going on (Pass)
FRAMES = 20          # of Python's, that a backward pass inside another one may take


class Pass:
    """A backward pass going on: the nodes to run, the roots, the wanted inputs; `node`: the one that runs now."""

    node, count = None, 0

    def __init__(self, arrived, roots, inputs, needed, keep):
        self.arrived, self.roots, self.inputs, self.needed, self.keep = arrived, roots, inputs, needed, keep
        self.callbacks, self.number = [], Pass.count     # callbacks: what Variable._execution_engine runs at the end
        Pass.count += 1


def run_backward(roots, grads, retain_graph=False, create_graph=False, inputs=None, accumulate=False):
    """Send gradients from `roots` back through the graph.

    roots:   [(node, output number)], grads: their gradients (Tensors)
    inputs:  None: add to .grad of every leaf reached; else the edges [(node, output number)] whose gradients are wanted
    accumulate: the nodes of `inputs` run as well: leaves among them add to their .grad
    returns: the gradients that arrived at `inputs` (None where nothing arrived)
    """
    root_nodes = [n for n, _ in roots]
    arrived, waiting, needed = _plan(root_nodes, inputs, accumulate)
    wanted = {}
    for i, (node, nr) in enumerate(inputs or ()):
        wanted.setdefault(node, []).append((nr, i))
    captured = [None] * len(inputs or ())
    for (node, nr), g in zip(roots, grads):
        slots = arrived[node]
        slots[nr] = g if slots[nr] is None else slots[nr] + g

    def step(node):
        """Run a node on what arrived at it: the gradients of its inputs."""
        g, arrived[node] = arrived[node], None
        hooks = node.hooks
        if needed is not None:
            runs = needed.get(node)
            if hooks is not None and not runs:
                hooks.of_tensors(g)
            for nr, i in wanted.get(node, ()):
                captured[i] = g[nr]
            if not runs:
                return ()
        if hooks is not None:
            g = hooks.before(g)
        now.node = node
        if mode.anomaly:
            results = mode.anomaly.guarded(node, g, retain_graph)
        else:
            results = node.apply(g, retain_graph)
        if hooks is None:
            hooks, g = node.hooks, [None] * len(g)
            if hooks is None:
                return results
        if needed is not None:      # what nobody asked for is not shown
            results = [r if following in needed else None for (following, _), r in zip(node.next_functions, results)]
        if hooks.post:
            results = [r if r is None or following is None else fit(r, *following.meta[nr], node, index)
                       for index, ((following, nr), r) in enumerate(zip(node.next_functions, results))]
        return hooks.after(results, g)

    before = mode.grad, mode.saved_hooks
    mode.grad, mode.saved_hooks = create_graph, mode.saved_hooks[:]
    if running:                     # torch takes another thread where they nest deeply
        sys.setrecursionlimit(sys.getrecursionlimit() + FRAMES)
    now = Pass(arrived, root_nodes, inputs, needed, retain_graph)
    running.append(now)
    try:
        for leaf, count in waiting.items():
            if not count and leaf in arrived:
                step(leaf)
        # From the last made to the first: what uses a node is made after it.
        for node in sorted([node for node in arrived if node.seq is not None], key=attrgetter("seq"), reverse=True):
            for index, ((following, nr), r) in enumerate(zip(node.next_functions, step(node))):
                if following is None or needed is not None and following not in needed:
                    continue
                if r is not None:
                    shape, dtype = following.meta[nr]
                    a = r._a
                    if a.shape != shape or a.dtype is not dtype and a.dtype != dtype:
                        r = fit(r, shape, dtype, node, index)
                    slots = arrived[following]
                    old = slots[nr]
                    slots[nr] = r if old is None else r + old if old.is_sparse else old + r
                if following.seq is None:
                    waiting[following] -= 1
                    if not waiting[following]:
                        step(following)
        for callback in now.callbacks:      # one may add another
            callback()
    finally:
        mode.grad, mode.saved_hooks = before
        running.pop()
        if running:
            sys.setrecursionlimit(sys.getrecursionlimit() - FRAMES)
    return captured


def _plan(roots, inputs, accumulate):
    """What a backward pass from the nodes `roots` will reach.

    Returns {node: place for the gradient of each of its outputs}, {leaf: how many gradients it waits for}, and with
    `inputs` {node: True if it must run, False if what arrives is only captured} of those that lead to one of them.
    """
    arrived = {node: [None] * len(node.meta) for node in roots}
    waiting = {node: 0 for node in roots if node.seq is None}
    stack = list(arrived)
    while stack:
        for following, _ in stack.pop().next_functions:
            if following is None:
                continue
            if following.seq is None:
                waiting[following] = waiting.get(following, 0) + 1
                if following not in arrived:
                    arrived[following] = [None]
            elif following not in arrived:
                arrived[following] = [None] * len(following.meta)
                stack.append(following)
    if inputs is None:
        return arrived, waiting, None
    needed = {node: accumulate for node, _ in inputs if node in arrived}
    users = {}
    for node in arrived:
        for following, _ in node.next_functions:
            if following is not None:
                users.setdefault(following, []).append(node)
    stack = list(needed)
    while stack:
        for user in users.get(stack.pop(), ()):
            if not needed.get(user):
                needed[user] = True
                stack.append(user)
    waiting = {leaf: sum(needed.get(user, False) for user in users.get(leaf, ())) for leaf in waiting}
    return {node: slots for node, slots in arrived.items() if node in needed or node in roots}, waiting, needed


def fit(r, shape, dtype, node, index):
    """Sum a gradient over broadcast dimensions and cast it to its input's dtype."""
    if r._a.shape != shape:
        dims = broadcast_dims(shape, r._a.shape)
        if dims is None:
            raise RuntimeError(f"Function {node.name()} returned an invalid gradient at index {index} - got {list(r._a.shape)} "
                               f"but expected shape compatible with {list(shape)}")
        r = r.sum_to_size(shape) if mode.func and mode.func.levels else sum_over(r, dims, shape)
    if r._a.dtype == dtype:
        return r
    return (r.real if r._a.dtype.kind == "c" != dtype.kind else r).to(dtypes.from_numpy(dtype))
