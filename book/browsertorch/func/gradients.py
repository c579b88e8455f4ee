"""torch.func's derivatives: functions that take a function and return its gradient, Jacobian, Hessian."""

import functools

from ..base.errors import type_name
from ..base.modes import enable_grad, forward_mode, inference_mode, mode
from ..core.graph import AccumulateGrad, differentiable, edge, shell
from ..core.tensor import Tensor
from ..ops import public
from ..autograd import forward_ad
from .. import autograd
from .batched import all_levels, at, batched, inside, lifted, like, physical, running, sample, union
from .dispatch import mark, stacked, unwatched
from .levels import Level, leaves, reaches, rebuild, same_structure, short_spec, spec, tree_map

zeros_like = public("zeros_like")


class GradLevel(Level):
    """Reverse mode: follows what is computed from the tensors it tracks."""

    def __enter__(self):
        self.recording = mode.grad
        self.grad_mode = inference_mode(False)      # records, also within no_grad and inference_mode
        self.grad_mode.__enter__()
        self.nodes, self.own_leaves = set(), set()
        return super().__enter__()

    def __exit__(self, *exc):
        super().__exit__(*exc)
        self.grad_mode.__exit__(*exc)

    def track(self, x):
        """x as this level's input: differentiable, and still connected to what it was computed from outside."""
        if not isinstance(x, Tensor):
            raise ValueError(f"Thing passed to transform API must be Tensor, got {type(x)}")
        own = lifted(x, running.batches)
        out = unwatched(self._track, physical(own))
        self.viewed.append(out._base)
        return mark(like(own, out), (*inside(x), self))

    def given(self, x):
        """x as an argument by which is not differentiated: it prints as one."""
        if not isinstance(x, Tensor):
            return x
        return mark(like(x, unwatched(forward_ad.below, physical(x), float("inf"))), (*inside(x), self))

    def _track(self, x):
        if self.recording and x.requires_grad:
            out = x.view_as(x)
            node = edge(out)[0]
        else:
            out = shell(x)
            out._tangents = forward_ad.tangents(x)
            out.requires_grad_()
            node = out._leaf_hooks = edge(out)[0]    # kept alive: it stands for this leaf
            self.own_leaves.add(node)
        self.nodes.add(node)
        return out

    def leave(self, t):
        """A result, on the way out: with its history only if that leads to tensors from outside."""
        return mark(like(t, unwatched(self._leave, physical(_tensor(t)))), inside(t))

    def _leave(self, t):
        tangents = forward_ad.tangents(t)
        if tangents:
            tangents = {i: self._leave(d) for i, d in tangents.items()}
            t = forward_ad.below(t, -1) if mode.grad else shell(t)
            t._tangents = tangents
        if not t.requires_grad or self.recording and self.leads_outside(t):
            return t
        out = shell(t)
        out._tangents = t._tangents
        return out

    def leads_outside(self, t):
        seen, todo = set(), [edge(t)[0]]
        while todo:
            node = todo.pop()
            if node is None or node in seen:
                continue
            seen.add(node)
            if isinstance(node, AccumulateGrad) and node not in self.own_leaves and self not in inside(node.variable):
                return True
            todo.extend(n for n, _ in node.next_functions)
        return False

    def follows(self, tensor):
        return reaches(physical(tensor), self.nodes)


class DualLevel(Level):
    """Forward mode: follows what has a tangent at its level."""

    def __enter__(self):
        self.carrying, self.level = forward_mode(), forward_ad.level()
        self.carrying.__enter__()
        self.id = self.level.__enter__()
        self.visible = frozenset()       # the vmaps for whose samples the tangents differ
        return super().__enter__()

    def __exit__(self, *exc):
        super().__exit__(*exc)
        self.level.__exit__(*exc)
        self.carrying.__exit__(*exc)

    def dual(self, primal, tangent):
        """primal with its tangent; each sample of a batched tangent has a copy of the primal."""
        levels, visible = union((primal, tangent))
        self.visible |= visible
        own = lifted(primal, levels)
        dual = unwatched(lambda: forward_ad.make_dual(physical(own), at(tangent, levels, expand=True)))
        self.viewed.append(dual._base)
        return mark(like(own, dual), (*inside(primal), self))

    def follows(self, tensor):
        return forward_ad.tangent_of(physical(tensor), self.id) is not None

    def tangent(self, t):
        """The tangent of a result; zeros if it has none."""
        found = unwatched(forward_ad.tangent_of, physical(t), self.id)
        if found is not None:
            levels = all_levels(t)
            return mark(batched(found, levels, levels and t._visible | self.visible & {*levels}), inside(t))
        return zeros_like(t)

    def leave(self, t):
        """The value without this level's tangent."""
        return mark(like(t, unwatched(self._leave, physical(_tensor(t)))), inside(t))

    def _leave(self, t):
        tangents = forward_ad.tangents(t)
        if not tangents or self.id not in tangents:
            return t
        out = differentiable("AliasBackward0", t._a.view(), (t, lambda g: g)) if mode.grad else shell(t)
        out._tangents = {i: d for i, d in tangents.items() if i != self.id} or None
        return out


def _tensor(t):
    if not isinstance(t, Tensor):
        raise RuntimeError(f"Expected tensors, got unsupported type {type(t)}")
    return t


def _pick(args, argnums):
    """The arguments to differentiate; RuntimeError for argnums that do not fit."""
    if argnums == ():
        raise RuntimeError("argnums must be non-empty")
    if not isinstance(argnums, (int, tuple)):
        raise RuntimeError(f"argnums must be int or Tuple[int, ...], got: {type(argnums)}")
    numbers = (argnums,) if isinstance(argnums, int) else argnums
    for n in numbers:
        if not -len(args) <= n < len(args):
            raise RuntimeError(f"Got argnum={n}, but only {len(args)} positional inputs")
    numbers = [n % len(args) for n in numbers]
    if len(set(numbers)) != len(numbers):
        raise RuntimeError(f"argnums elements must be unique, got {argnums}")
    return numbers


def _put(args, numbers, values):
    args = list(args)
    for n, v in zip(numbers, values):
        args[n] = v
    return args


def _grads(outputs, inputs, weights=None):
    """The gradients of nested tensors, zeros where nothing depends."""
    outs, xs = leaves(outputs), leaves(inputs)
    pairs = [(o, w) for o, w in zip(outs, leaves(weights) if weights is not None else [None] * len(outs)) if physical(o).requires_grad]
    found = [None] * len(xs)
    if pairs:
        outs, ws = zip(*pairs)
        found = vector_jacobian(outs, xs, ws, retain_graph=True, create_graph=True, allow_unused=True)
    return [zeros_like(x) if g is None else g for g, x in zip(found, xs)]


def vector_jacobian(outs, xs, weights, retain_graph=None, **options):
    """autograd.grad of tensors that may be batched.

    Samples do not depend on each other: the gradient of the whole batch is each sample's gradient. Weights with a batch
    that the outputs do not have are taken one after the other.
    """
    levels, visible = union(outs)
    new, differing = union([w for w in weights if w is not None])
    for level in new:
        if level not in levels:
            rows = [vector_jacobian(outs, xs, [sample(w, level, i) for w in weights], True if i < level.size - 1 else retain_graph, **options)
                    for i in range(level.size)]
            return tuple(None if column[0] is None else stacked(column, level, differing | visible) for column in zip(*rows))
    weights = [like(o, unwatched(physical(o).new_ones, physical(o).shape)) if w is None and o.numel() == 1 else w
               for o, w in zip(outs, weights)]
    run = unwatched if running.batches else lambda f, *args, **kwargs: f(*args, **kwargs)
    found = run(autograd.grad, [physical(o) for o in outs], [physical(x) for x in xs],
                      [unwatched(at, w, all_levels(o), expand=True) if isinstance(w, Tensor) else w for o, w in zip(outs, weights)],
                      retain_graph, **options)
    return tuple(g if g is None else batched(g, all_levels(x), all_levels(x) and (x._visible | visible | differing) & {*all_levels(x)})
                 for g, x in zip(found, xs))


def grad_and_value(func, argnums=0, has_aux=False):
    """A function like func that returns (gradient, value); func must return a scalar tensor (and aux, with has_aux)."""
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        with GradLevel() as level:
            numbers = _pick(args, argnums)
            inputs = [tree_map(level.track, args[n]) for n in numbers]
            others = [x if n in numbers else tree_map(level.given, x) for n, x in enumerate(args)]
            kwargs = {name: tree_map(level.given, x) for name, x in kwargs.items()}
            output = func(*_put(others, numbers, inputs), **kwargs)
            if has_aux:
                if not (isinstance(output, tuple) and len(output) == 2):
                    raise RuntimeError("grad_and_value(f)(*args): output of function f should be a tuple: (output, aux) if has_aux is True")
                output, aux = output
            if not isinstance(output, Tensor):
                raise RuntimeError(f"grad_and_value(f)(*args): Expected f(*args) to return a Tensor, got {type(output)}")
            if output.dim() != 0:
                raise RuntimeError("grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with "
                                   f"{output.dim()} dims. Maybe you wanted to use the vjp or jacrev APIs instead?")
            if output.is_complex():
                raise RuntimeError(f"grad can be implicitly created only for real scalar outputs but got {output.dtype}")
            found = iter([level.leave(g) for g in _grads(output, inputs)])
            result = tuple(rebuild(x, found) for x in inputs)
            result = result[0] if isinstance(argnums, int) else result
            output = level.leave(output)
            return (result, (output, tree_map(level.leave, aux))) if has_aux else (result, output)

    return wrapper


def grad(func, argnums=0, has_aux=False):
    """A function like func that returns its gradient with respect to the argument(s) `argnums`."""
    both = grad_and_value(func, argnums, has_aux)

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        result, value = both(*args, **kwargs)
        return (result, value[1]) if has_aux else result

    return wrapper


def vjp(func, *primals, has_aux=False):
    """(func(*primals), a function from a vector like the output to vector · Jacobian, one for each primal)."""
    with GradLevel() as level:
        inputs = tuple(tree_map(level.track, p) for p in primals)
        output = func(*inputs)
        if has_aux:
            if not (isinstance(output, tuple) and len(output) == 2):
                raise RuntimeError("vjp(f, *primals): output of function f should be a tuple: (output, aux) if has_aux is True")
            output, aux = output
        _check_output(output, "vjp(f, *primals)")
        result = tree_map(level.leave, output)

    def wrapper(cotangents, retain_graph=True, create_graph=None):
        if not same_structure(output, cotangents):
            raise RuntimeError("Expected pytree structure of cotangents to be the same as pytree structure of outputs to the function. "
                               f"cotangents: {short_spec(cotangents)}, primal output: {short_spec(output)}")
        for x in leaves(output):
            if not (x.is_floating_point() or x.is_complex()):
                raise RuntimeError("vjp(f, ...): All outputs of f must be floating-point or complex Tensors, got Tensor with dtype "
                                   f"{x.dtype}")
        for c in leaves(cotangents):
            if not isinstance(c, Tensor) and c is not None:
                raise TypeError(f"gradients can be either Tensors or None, but got {type_name(c)}")
        level.recording = mode.grad
        with enable_grad():
            found = iter([level.leave(g) for g in _grads(output, inputs, cotangents)])
        return rebuild(inputs, found)

    wrapper.__qualname__ = "_vjp_with_argnums.<locals>.wrapper"
    return (result, wrapper, tree_map(level.leave, aux)) if has_aux else (result, wrapper)


def _check_output(output, caller):
    if output is None or not leaves(output):
        raise RuntimeError(f"{caller}: Expected f to be a function that has non-empty output (got output = [{output}])")
    for x in leaves(output):
        if not isinstance(x, Tensor):
            raise RuntimeError(f"{caller}: expected f(*primals) to return only tensors, got unsupported type {type(x)}")


def jvp(func, primals, tangents, *, strict=False, has_aux=False):
    """(func(*primals), Jacobian · tangents), in forward mode."""
    me = "jvp(f, primals, tangents)"
    if not isinstance(primals, tuple):
        raise RuntimeError(f"{me}: Expected primals to be a tuple. E.g. it should be valid to call f(*primals).")
    if not primals:
        raise RuntimeError(f"{me}: Expected primals to contain at least one Tensor.")
    if not same_structure(primals, tangents):
        raise RuntimeError(f"{me}: Expected primals and tangents to have the same python structure. For example, if primals is a tuple of 3 "
                           f"tensors, tangents also must be. Got primals with structure {spec(primals)} and tangents with structure "
                           f"{spec(tangents)}")
    for what, tree in (("primals", primals), ("tangents", tangents)):
        for t in leaves(tree):
            if not isinstance(t, Tensor):
                raise RuntimeError(f"{me}: Expected {what} to only contain Tensors, got {type(t)}")
    with DualLevel() as level:
        duals = iter([level.dual(p, t) for p, t in zip(leaves(primals), leaves(tangents))])
        output = func(*rebuild(primals, duals))
        if has_aux:
            if not (isinstance(output, tuple) and len(output) == 2):
                raise RuntimeError(f"{me}: output of function f should be a tuple: (output, aux) if has_aux is True")
            output, aux = output
        _check_output(output, me)
        value, dots = tree_map(level.leave, output), tree_map(level.tangent, output)
        return (value, dots, tree_map(level.leave, aux)) if has_aux else (value, dots)


running.vector_jacobian = vector_jacobian
