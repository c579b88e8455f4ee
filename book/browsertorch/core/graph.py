"""The computation graph: how operations are recorded.

A `Node` is one recorded operation. Its edges (`next_functions`) point to the nodes that made its
inputs; beside each edge it keeps the function that turns the gradient of the output into the
gradient of that input, and the tensors that function needs. backward.py goes through it.
"""

import itertools
import weakref

import numpy as np

from ..base.errors import type_name
from ..base.modes import mode, no_grad
from .hooks import RemovableHandle, hooks_of, run_post_accumulate
from .saved_names import properties
from .tensor import Tensor, part_of_tensor, wrap

_count = itertools.count()
RESULT = object()    # among an input's saved tensors: "the result of the operation itself"
INNER_RESULTS = {"result1", "result2", "total_weight", "buffer"}   # results that torch computes and keeps, but does not return

SECOND_BACKWARD = (
    "Trying to backward through the graph a second time (or directly access saved tensors after they have already "
    "been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify "
    "retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after "
    "calling backward.")

INFERENCE_UPDATE = (
    "Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a "
    "normal tensor before doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.")


class Node:
    """One recorded operation.

    next_functions: ((node or None, output number), ...), one for each input
    derivatives:    for each input (function, saved) or None where no gradient is needed;
                    function(gradient of the output, *saved tensors) -> gradient of that input
    meta:           [(shape, numpy dtype), ...] of each output
    """

    derivatives, requires_grad = (), True      # seq: how many nodes were made before this one; None at a leaf
    hooks = trace = None         # hooks: what to run besides (hooks.Hooks)
    freed = several = False      # several: made a tuple of results, so its derivatives take a list

    def __init__(self, next_functions, derivatives, meta):
        self.next_functions, self.derivatives, self.meta = next_functions, derivatives, meta
        self.seq = next(_count)
        if mode.anomaly:
            mode.anomaly.remember(self)

    def name(self):
        name = type(self).__name__
        return "torch::autograd::" + name if name in ("NotImplemented", "CopyBackwards", "Error", "UndefinedGradBackward") else name

    def apply(self, grads, keep=True):
        """Gradients of the inputs (None where not needed) from the list of the gradients of the outputs.

        Without `keep` the saved tensors are forgotten; a node that saved none can be used again.
        """
        g = grads[0]
        if self.several:
            g = [zeros(*m) if v is None else v for v, m in zip(grads, self.meta)]
        if self.freed and g is not None:
            raise RuntimeError(SECOND_BACKWARD)
        results = []
        for d in self.derivatives:
            r = None
            if d is not None:
                derivative, saved = d
                if g is None:
                    pass
                elif not saved:
                    r = derivative(g)
                elif len(saved) == 1:      # as below, but faster
                    s = saved[0]
                    r = derivative(g, s.unpack(self) if type(s) is Saved else s)
                else:
                    r = derivative(g, *[s.unpack(self) if type(s) is Saved else s for s in saved])
                if saved and not keep:
                    saved.clear()
                    self.freed = True
            results.append(r)
        return results

    def __call__(self, *grads):
        if len(grads) != len(self.meta):
            raise TypeError(f"expected {len(self.meta)} arguments, got {len(grads)} instead")
        for place, g in enumerate(grads):
            if g is not None and not isinstance(g, Tensor):
                raise TypeError(f"argument {place} is not a Variable")
        out = tuple(self.apply(grads))
        return out[0] if len(out) == 1 else out

    def register_hook(self, fn):
        """fn(gradients of the inputs, gradients of the outputs) after the node ran."""
        return RemovableHandle(hooks_of(self).post, fn)

    def register_prehook(self, fn):
        """fn(gradients of the outputs) before the node runs."""
        return RemovableHandle(hooks_of(self).pre, fn)

    @property
    def metadata(self):
        return self.__dict__.setdefault("_metadata", {})

    def __dir__(self):
        """What torch's nodes show."""
        shown = "metadata name next_functions register_hook register_prehook requires_grad variable".split()
        return [n for n in object.__dir__(self) if n in shown or n.startswith(("__", "_saved_", "_raw_saved_"))]

    def second_backward(self):
        return RuntimeError(SECOND_BACKWARD)

    def _sequence_nr(self):
        return (1 << 64) - 1 if self.seq is None else self.seq


_node_types = {}


def node_type(name, inputs=()):
    """The class of the nodes called `name`, so that printing one says `<MulBackward0 object at 0x...>`.

    What their derivatives keep can be looked at as `_saved_...` (`inputs` as in record). These are properties, not a
    __getattr__, which would make every attribute slower. A star behind the name: a node called as another operation's,
    whose derivatives keep other things.
    """
    found = _node_types.get(name)
    if found is None:
        plain = name.removesuffix("*")
        found = _node_types[name] = type(plain, (Node,), {"__module__": "builtins", **properties(plain, inputs)})
    return found


class AccumulateGrad(Node):
    """The end of an edge at a leaf: adds what arrives to the leaf's `.grad`."""

    __module__ = "builtins"
    seq, next_functions = None, ()

    def __init__(self, variable):
        self.variable = variable
        self.meta = ((variable._a.shape, variable._a.dtype),)

    def name(self):
        return "torch::autograd::AccumulateGrad"

    def apply(self, grads, keep=True):
        variable, g = self.variable, grads[0]
        if g is not None and variable._rg:
            old = variable._grad
            if old is None:
                variable._grad = _copy(g, variable)
            elif mode.grad or g.is_sparse or old.is_sparse:
                total = g + old if old.is_sparse else old + g
                if mode.grad or old.is_sparse != total.is_sparse:
                    variable._grad = total
                else:
                    old._a = total._a
            else:
                if old._inference and not mode.inference:
                    raise RuntimeError(INFERENCE_UPDATE)
                old._a += g._a
                old._counter[0] += 1
            if variable._post_accumulate:
                run_post_accumulate(variable)
        return ()


class Saved:
    """A tensor kept for the backward pass, with the version it had when it was saved."""

    __module__, __qualname__ = "torch._C._autograd", "SavedTensor"      # its name in torch
    is_result, nr = False, 0
    hooks = packed = None
    owner = None            # of a result written into a view: makes the node of that view's new history

    def __init__(self, tensor, is_result=False, nr=0):
        if tensor._inference:
            raise RuntimeError("Inference tensors cannot be saved for backward. Please do not use Tensors created in inference "
                               "mode in computation tracked by autograd. To work around this, you can make a clone to get a "
                               "normal tensor and use it in autograd, or use `torch.no_grad()` instead of "
                               "`torch.inference_mode()`.")
        # The result must not point to its own node: that would be a cycle, so its node is put back on unpacking.
        if is_result:
            self.value, self.is_result, self.nr = shell(tensor), True, nr
        else:
            self.value = tensor
        self.version = tensor._counter[0]
        if is_result and mode.late is not None:
            mode.late.append(self)
        elif mode.saved_hooks:
            pack(self, tensor)          # sets .hooks and .packed, drops .value

    def unpack(self, node):
        """The saved tensor; RuntimeError if it was changed in place since."""
        if self.hooks is not None:
            return unpack(self, node)
        t = self.value
        if t._counter[0] != self.version:
            self._complain(node)
        if self.is_result:
            tangents, t = t._tangents, shell(t)
            t._tangents = tangents
            t._node, t._nr, t._rg = (node, self.nr, True) if self.owner is None else (self.owner(), 0, True)
        elif t._detached and node is not None and t._detached > node.seq:
            raise RuntimeError("Trying to use a saved tensor that has been detached in-place, i.e. with .detach_().This is not supported, "
                               "please use out-of-place `.detach()` instead")
        return t

    def register_hooks(self, *hooks):
        """What saved_tensors_hooks does, for this tensor alone."""
        from .saved_checks import check    # late: it is in the second archive
        check(self, hooks)
        register(self, self.value, *hooks)

    def _complain(self, node):
        t = self.value
        owner = node if self.is_result else t.grad_fn
        made_by = "" if owner is None else f", which is output {t._nr} of {short_name(owner)},"
        raise RuntimeError(
            "one of the variables needed for gradient computation has been modified by an inplace operation: "
            f"[{t.type()} {list(t.shape)}]{made_by} is at version {t._counter[0]}; "
            f"expected version {self.version} instead. Hint: "
            + ("the backtrace further above shows the operation that failed to compute its gradient. The variable in question "
               "was changed in there or anywhere later. Good luck!" if mode.anomaly else
               "enable anomaly detection to find the operation that failed to compute its gradient, with "
               "torch.autograd.set_detect_anomaly(True, check_nan=False)."))


def pack(saved, tensor):
    """Give a just saved tensor to the innermost hooks (see Saved)."""
    register(saved, tensor, *mode.saved_hooks[-1])


def register(saved, tensor, pack_hook, unpack_hook):
    """Replace what `saved` holds by pack_hook(tensor), and remember where the tensor stood in the graph."""
    version = tensor._counter[0]
    place = (None, 0) if saved.is_result else edge(tensor)    # a result's node is put back on unpacking: no cycle
    with no_grad():
        saved.packed = pack_hook(tensor), place, tensor.is_leaf, tensor.requires_grad
    if tensor._counter[0] != version:
        raise RuntimeError(
            "A saved tensor pack hook is modifying its input in place. Tensors provided as input to pack hook cannot be modified by "
            "in-place operations as this can lead to unexpected side-effects. Please open an issue if you need to perform in-place "
            "operations on the input to a pack hook.")
    saved.hooks, saved.value = unpack_hook, None


def unpack(saved, node):
    """The tensor of the unpack hook, put where the saved one stood in the graph."""
    packed, (maker, nr), is_leaf, requires_grad = saved.packed
    tensor = saved.hooks(packed)
    if not isinstance(tensor, Tensor):
        raise TypeError("Output of saved tensor unpack_hook expected to be a Tensor but got result of type " + type_name(tensor))
    if not (requires_grad or saved.is_result or tensor.requires_grad):
        return tensor
    out = shell(tensor)
    out._rg = requires_grad or saved.is_result
    if saved.is_result:
        out._node, out._nr = node, saved.nr
    elif not is_leaf:
        out._node, out._nr = maker, nr
    elif maker is not None:
        out._accumulator = weakref.ref(maker)
    return out


def short_name(node):
    """Exp for ExpBackward0, Pow1 for PowBackward1: as messages name a node."""
    name = node.name()
    if name[-9:-1] == "Backward" and name[-1].isdigit():
        return name[:-9] + name[-1].replace("0", "")
    return name.removesuffix("Backward")


def edge(tensor):
    """(node, output number) through which gradients reach `tensor`; a leaf gets its AccumulateGrad."""
    if tensor._base is not None:
        tensor._refresh()
    if tensor._node is not None:
        return tensor._node, tensor._nr
    if not tensor._rg:
        return None, 0
    node = tensor._accumulator and tensor._accumulator()
    if node is None:
        node = AccumulateGrad(tensor)
        tensor._accumulator = weakref.ref(node)
    return node, 0


def record(name, out, inputs):
    """Make `out` (a fresh tensor, or a tuple of them) the result of a recorded operation, if any input requires a gradient.

    inputs: (tensor, derivative, *saved) for each differentiable input, as in `differentiable`.
    """
    edges, derivatives, hooked, asked = [], [], mode.saved_hooks, False
    outs = out if type(out) is tuple else (out,)
    for spec in inputs:
        t = spec[0]
        if isinstance(t, Tensor) and (t._rg or t._base is not None and t.requires_grad):
            asked = True
            edges.append((t._node, t._nr) if t._base is None is not t._node else edge(t))
            saved = ()
            if len(spec) > 2:
                saved = list(spec[2:])
                if not hooked:
                    for i, s in enumerate(saved):
                        if isinstance(s, Tensor):
                            saved[i] = Saved(s)
                        elif s is RESULT:
                            saved[i] = Saved(outs[0], True)
                        elif type(s) is tuple and s and s[0] is RESULT:
                            saved[i] = Saved(outs[s[1]], True, s[1])
            derivatives.append((spec[1], saved))
        else:
            edges.append((None, 0))
            derivatives.append(None)
    if not asked:
        return
    meta = []
    node = (_node_types.get(name) or node_type(name, inputs))(tuple(edges), derivatives, meta)
    if out is outs:
        node.several = True
    for i, o in enumerate(outs):
        a = o._a
        dtype = a.dtype
        kind = dtype.kind
        meta.append((a.shape, dtype))
        if kind == "f" or kind == "c":
            o._node, o._nr, o._rg = node, i, True
    if hooked:
        _save_through_hooks(derivatives, outs)
    if kind == "c" or outs[0]._a.dtype.kind == "c":
        derivatives[:] = [d and (of_result(name, *d, outs), d[1]) for d in derivatives]


OF_CONJUGATE = {f"{name}Backward0" for name in ("Conj ConjPhysical ViewAsComplex Complex Polar Sgn Vdot "
                                           "LinalgEig LinalgEigh LinalgSvd LinalgQr LinalgLstsq LinalgCholeskyEx LinalgPinv").split()}      # their derivatives say all


def of_result(name, derivative, saved, outs):
    """The derivative where the results are complex: for a function with f'(z), the gradient of z is g times the conjugate of f'(z).

    That is f' of the conjugate where f has real numbers in it only; else what is to be conjugated is the whole.
    """
    if name in OF_CONJUGATE or "c" not in (outs[0]._a.dtype.kind, outs[-1]._a.dtype.kind):
        return derivative
    if any(isinstance(c.cell_contents, (complex, np.complexfloating)) for c in derivative.__closure__ or ()):
        def conjugated(g, *saved):
            return conjugate(derivative(conjugate(g), *saved))
    elif saved:
        def conjugated(g, *saved):
            return derivative(g, *map(conjugate, saved))
    else:
        return derivative
    conjugated.__wrapped__ = derivative
    return conjugated


def conjugate(t):
    """The conjugate of a number or a tensor; other things as they are."""
    if not isinstance(t, Tensor):
        return t.conjugate() if isinstance(t, (complex, np.complexfloating)) else t
    return differentiable("ConjPhysicalBackward0", np.conj(t._a), (t, conjugate)) if t._a.dtype.kind == "c" else t


def _save_through_hooks(derivatives, outs):
    """Save as torch does where hooks can see it: inputs by name, then results; what two derivatives share, once."""
    places = {}    # (is it a result?, name, number of the result or -1, identity) -> (tensor, [(saved list, index), ...])
    for d in derivatives:
        for i, s in enumerate(d[1] if d is not None else ()):
            nr = 0 if s is RESULT else s[1] if type(s) is tuple and s and s[0] is RESULT else -1
            if nr >= 0 or isinstance(s, Tensor):
                name = d[0].__code__.co_varnames[i + 1]
                tensor = s if nr < 0 else outs[nr]
                key = nr >= 0 or name in INNER_RESULTS, name, nr, id(tensor)
                places.setdefault(key, (tensor, []))[1].append((d[1], i))
    for (_, _, nr, _), (tensor, where) in sorted(places.items(), key=lambda item: item[0][:3]):
        kept = Saved(tensor, nr >= 0, max(nr, 0))
        for saved, i in where:
            saved[i] = kept


def differentiable(name, array, *inputs):
    """The result of an operation: `array` as a Tensor, recorded if any input requires a gradient.

    name:   the node's name, e.g. "MulBackward0"
    array:  the result (numpy), or a tuple of results
    inputs: for each differentiable input (tensor, derivative, *saved), where
            derivative(g, *saved) is the gradient of the input, written with Tensor operations, from
            g, the gradient of the result (a list for several results). It must not refer to
            tensors except through `saved`: only those are checked for in-place changes and freed.
            A gradient may have the broadcast shape or a wider dtype: the engine sums and casts it.
    """
    out = tuple(map(wrap, array)) if type(array) is tuple else wrap(array)
    if mode.grad:
        record(name, out, inputs)
    if mode.dual:
        mode.dual.propagate(out, inputs, name)
    return out


def shell(t):
    """A tensor over the same memory and version counter, without history."""
    s = wrap(t._a)
    s._counter = t._counter
    if mode.inference:
        s._inference = t._inference
    return s


def zeros(shape, dtype):
    return wrap(np.zeros(shape, dtype))


def _copy(g, variable):
    """The first gradient of a leaf: laid out in memory as the leaf is, if that has no gaps, else row by row."""
    if g.is_sparse:
        return g.clone()
    if variable.is_sparse or variable._a.flags.c_contiguous:
        a = g._a.copy()
    else:
        like = variable._a
        a = np.empty_like(like)
        if a.strides != like.strides:
            a = np.empty(like.shape, like.dtype)
        a[...] = g._a
    return differentiable("CopyBackwards", a, (None, None), (g, lambda gg: gg)) if mode.grad else wrap(a)


# -- of a tensor, what asks for its place in the graph

@part_of_tensor
def register_hook(self, hook):
    """Call hook(grad) when this tensor's gradient is computed; what it returns replaces it."""
    if not self.requires_grad:
        raise RuntimeError("cannot register a hook on a tensor that doesn't require gradient")
    node, nr = edge(self)
    if self._backward_hooks is None:
        self._backward_hooks = {}
        hooks_of(node).tensor.append((nr, self._backward_hooks))
        if self._node is None:
            self._keep = node      # a leaf keeps its node alive, and with it the hooks
    return RemovableHandle(self._backward_hooks, hook)


@part_of_tensor
def detach_(self):
    """Cut this tensor itself off from its history."""
    if self._base is not None:
        raise RuntimeError("Can't detach views in-place. Use detach() instead. If you are using DistributedDataParallel (DDP) "
                           "for training, and gradient_as_bucket_view is set as True, gradients are views of DDP buckets, and "
                           "hence detach_() cannot be called on these gradients. To fix this error, please refer to the "
                           "Optimizer.zero_grad() function in torch/optim/optimizer.py as the solution.")
    if self._node is not None:
        self._detached = next(_count)
    self._node, self._nr, self._rg, self._tangents = None, 0, False, None
    return self
