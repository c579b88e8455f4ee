"""torch.autograd.Function: an operation whose derivative is written by hand."""

import functools
import inspect
import warnings
import weakref

from ..base.errors import type_name
from ..base.modes import mode, no_grad, warn_once
from ..core.graph import SECOND_BACKWARD, Node, Saved, edge, node_type, shell, zeros
from ..core.tensor import Tensor
from ..core.views import check_writable, rebase


class FunctionCtx:
    """What forward leaves for backward: saved tensors, options, and any attribute set on it."""

    needs_input_grad = ()
    saved_for_forward = dirty_tensors = non_differentiable = to_save = _saved = _node = None
    _materialize, _freed = True, False
    _materialize_non_diff_grads = True

    def save_for_backward(self, *tensors):
        """Keep tensors (or None) for backward; in-place changes to them will be noticed."""
        self.to_save = tensors

    def save_for_forward(self, *tensors):
        """Keep tensors (or None) for jvp."""
        for t in tensors:
            if t is not None and not isinstance(t, Tensor):
                raise AssertionError("save_for_forward expects all arguments to be tensors; you should save non-tensors as attributes "
                                     "on ctx.")
        self.saved_for_forward = tensors

    def mark_dirty(self, *args):
        """Say which inputs forward changed in place."""
        self.dirty_tensors = args

    def mark_non_differentiable(self, *args):
        """Say which outputs have no gradient."""
        self.non_differentiable = args

    def set_materialize_grads(self, value):
        """False: backward gets None instead of zeros for outputs that were not used."""
        if not isinstance(value, bool):
            raise TypeError("set_materialize_grads received an invalid combination of arguments - got (), but expected (bool)")
        self._materialize = value

    @property
    def materialize_grads(self):
        raise AttributeError("attribute 'materialize_grads' of 'torch._C._FunctionBase' objects is not readable")

    @materialize_grads.setter
    def materialize_grads(self, value):
        self.set_materialize_grads(value)

    @property
    def saved_tensors(self):
        """The tensors of save_for_backward; RuntimeError after they were freed or changed in place."""
        if self._freed:
            raise RuntimeError(SECOND_BACKWARD)
        if self._saved is None:
            return tuple(self.saved_for_forward or ())
        return tuple(s and s.unpack(self._node()) for s in self._saved)

    @property
    def _raw_saved_tensors(self):
        if self._freed:
            raise RuntimeError(SECOND_BACKWARD)
        from ..core.saved_checks import SavedNone    # late: it is in the second archive
        return tuple(s or SavedNone() for s in self._saved or ())

    @property
    def saved_variables(self):
        warnings.warn("'saved_variables' is deprecated; use 'saved_tensors'", DeprecationWarning, stacklevel=2)
        return self.saved_tensors

    # In torch the ctx is the node itself.
    next_functions = property(lambda self: self._node().next_functions if self._node else ())
    metadata = property(lambda self: self._node().metadata if self._node else {})

    def name(self):
        return type(self).__name__


class FunctionNode(Node):
    """The node of a custom Function; `ctx` holds what its forward left."""

    def apply(self, grads, keep=True):
        ctx, cls = self.ctx, self.function
        if ctx._materialize:
            skip = () if ctx._materialize_non_diff_grads else self.non_differentiable
            grads = [zeros(*m) if g is None and m is not None and i not in skip else g for i, (g, m) in enumerate(zip(grads, self.meta))]
        if cls.backward is not Function.backward and cls.vjp is not Function.vjp:
            raise RuntimeError("Implementing both 'backward' and 'vjp' for a custom Function is not allowed. You should only implement "
                               "one of them.")
        backward = cls.backward if cls.vjp is Function.vjp else cls.vjp
        results = backward(ctx, *grads)
        if not keep and ctx._saved is not None:
            ctx._saved, ctx._freed = (), True
        if not isinstance(results, tuple):
            results = (results,)
        return self._checked(results)

    def _checked(self, results):
        """One gradient for each edge, from what backward returned for each argument of forward."""
        expected = len(self.is_tensor)
        if len(results) > expected and all(r is None for r in results[expected:]):
            results = results[:expected]
        if len(results) != expected:
            raise RuntimeError(f"function {self.name()} returned an incorrect number of gradients (expected {expected}, got {len(results)})")
        kept = []
        for i, (result, is_tensor) in enumerate(zip(results, self.is_tensor)):
            if not is_tensor:
                if result is not None:
                    raise RuntimeError(f"function {self.name()} returned a gradient different than None at position {i + 1}, but the "
                                       "corresponding forward input was not a Variable")
                continue
            if result is not None and not isinstance(result, Tensor):
                raise RuntimeError(f"expected Variable or None (got {type_name(result)})")
            kept.append(result)
        return kept

    def __getattr__(self, name):
        return getattr(self.__dict__["ctx"], name)


BackwardCFunction = FunctionNode     # torch's name


class FunctionMeta(type):
    """Gives each Function the classes of its ctx and of its node, named after it."""

    def __init__(cls, name, bases, attrs):
        names = {"__module__": __name__, "_forward_cls": cls}
        cls._ctx_class = type(name + "Backward", (FunctionCtx,), dict(names))
        cls._backward_cls = type(name + "Backward", (FunctionNode,), dict(names, function=cls))
        super().__init__(name, bases, attrs)


class Function(metaclass=FunctionMeta):
    """Base class of operations with their own backward; call them by `apply`.

    forward(ctx, *inputs), or forward(*inputs) together with setup_context(ctx, inputs, output);
    backward(ctx, *gradients of the outputs) -> gradient (or None) of each input.
    """

    generate_vmap_rule = False

    def __init__(self, *args, **kwargs):
        warnings.warn(f"{self.__class__} should not be instantiated. Methods on autograd functions are all static, so you should invoke "
                      "them on the class itself. Instantiating an autograd function will raise an error in a future version of "
                      "PyTorch.", DeprecationWarning, stacklevel=2)

    def __call__(self, *args, **kwargs):
        raise RuntimeError("Legacy autograd function with non-static forward method is deprecated. Please use new-style autograd function "
                           "with static forward method. (Example: https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function)")

    @staticmethod
    def forward(*args, **kwargs):
        """The operation itself, on tensors or anything; runs without recording."""
        raise NotImplementedError("You must implement the forward function for custom autograd.Function.")

    @staticmethod
    def setup_context(ctx, inputs, output):
        """Fills ctx, where forward does not take it."""
        raise NotImplementedError("setup_context is not implemented.")

    @staticmethod
    def backward(ctx, *grad_outputs):
        """The gradient of each input of forward, from the gradient of each output."""
        raise NotImplementedError("You must implement either the backward or vjp method for your custom autograd.Function to use it with "
                                  "backward mode AD.")

    vjp = backward

    @staticmethod
    def jvp(ctx, *grad_inputs):
        """The tangent of each output, from the tangent of each input."""
        raise NotImplementedError("You must implement the jvp function for custom autograd.Function to use it with forward mode AD.")

    @staticmethod
    def vmap(info, in_dims, *args):
        """(outputs, out_dims) for inputs with a batch dimension."""
        raise NotImplementedError("To use autograd.Function with vmap, you must either override the vmap staticmethod or set "
                                  "generate_vmap_rule=True.")

    @classmethod
    def apply(cls, *args, **kwargs):
        """Run forward and record it, so that backward runs in the backward pass."""
        own_setup = cls.setup_context is not Function.setup_context
        if own_setup:
            bound = inspect.signature(cls.forward).bind(*args, **kwargs)
            bound.apply_defaults()
            args, kwargs = bound.args, bound.kwargs
        elif kwargs:
            args, kwargs = in_order(cls.forward, args, kwargs), {}
        if mode.func and mode.func.levels:
            if not own_setup:
                raise RuntimeError("In order to use an autograd.Function with functorch transforms (vmap, grad, jvp, jacrev, ...), it must "
                                   "override the setup_context staticmethod. For more details, please see "
                                   "https://pytorch.org/docs/main/notes/extending.func.html")
            if mode.func.batches:
                return mode.func.apply_batched(cls, args)
        ctx = cls._ctx_class()
        tensors = [a for a in args if isinstance(a, Tensor)]
        ctx.needs_input_grad = tuple(isinstance(a, Tensor) and a.requires_grad for a in args)
        recording = mode.grad and any(ctx.needs_input_grad)
        with no_grad():
            dual, mode.dual = mode.dual, None
            try:
                if own_setup:
                    output = cls.forward(*args, **kwargs)
                    cls.setup_context(ctx, args, output)
                else:
                    output = cls.forward(ctx, *args, **kwargs)
            finally:
                mode.dual = dual
        outputs = output if isinstance(output, tuple) else (output,)
        check_dirty(ctx, tensors, outputs, recording)
        node = None
        if recording:
            edges = tuple(edge(t) if t.requires_grad else (None, 0) for t in tensors)
            node = cls._backward_cls(edges, (), [isinstance(o, Tensor) and (o._a.shape, o._a.dtype) or None for o in outputs])
            node.ctx, node.is_tensor = ctx, [isinstance(a, Tensor) for a in args]
            ctx._node = weakref.ref(node)
            node.non_differentiable = [i for i, o in enumerate(outputs) if contains(ctx.non_differentiable, o)]
        results = tuple(attach(o, i, node, tensors, ctx, len(outputs)) if isinstance(o, Tensor) else o for i, o in enumerate(outputs))
        keep(ctx, node, outputs)
        if mode.dual:
            mode.dual.propagate_function(cls, ctx, args, results)
        return results if isinstance(output, tuple) else results[0]


class InplaceFunction(Function):
    """Function's old name for operations that can change their input."""

    def __init__(self, inplace=False):
        super().__init__()
        self.inplace = inplace


def in_order(forward, args, kwargs):
    """The arguments of forward(ctx, …) in their order: those given by name join the others."""
    names = list(inspect.signature(forward).parameters.values())[1:]
    names = [p.name for p in names if p.kind is p.POSITIONAL_OR_KEYWORD]
    for name in kwargs:
        if name not in names:
            raise TypeError(f"forward() got an unexpected keyword argument '{name}'")
        if name in names[:len(args)]:
            raise TypeError(f"forward() got multiple values for argument '{name}'")
    for position, name in enumerate(names[len(args):len(args) + len(kwargs)], len(args)):
        if name not in kwargs:
            raise TypeError(f"forward() missing required argument: '{name}' (position {position})")
    return (*args, *(kwargs[name] for name in names[len(args):len(args) + len(kwargs)]))


def check_dirty(ctx, inputs, outputs, recording):
    """What mark_dirty promises: the tensors are returned, and may be changed in place."""
    for t in ctx.dirty_tensors or ():
        if not isinstance(t, Tensor):
            raise RuntimeError("mark_dirty can only accept variables, but argument ")       # torch's message ends here
        if not any(t is o for o in outputs):
            raise RuntimeError("Some elements marked as dirty during the forward method were not returned as output. The inputs that are "
                               "modified inplace must all be outputs of the Function.")
        if recording:
            if t._node is None and t.requires_grad:
                raise RuntimeError("a leaf Variable that requires grad has been used in an in-place operation.")
            if not contains(inputs, t):
                warn_once(NO_INPUT)
            if t._base is not None and len(outputs) > 1:
                raise RuntimeError(SEVERAL_OUTPUTS)
            check_writable(t)
        t._counter[0] += 1


NO_INPUT = (
    "ctx.mark_dirty() received a tensor that was not an input. Only input Tensors that have been mutated should be passed to "
    "ctx.mark_dirty(). (Triggered internally at /__w/pytorch/pytorch/torch/csrc/autograd/custom_function.cpp:320.)")
SEVERAL_OUTPUTS = (
    "If your Function modifies inplace an input that is a view of another Tensor, your Function cannot return more than one Tensor. This is "
    "not supported by the current autograd engine. You should either make sure the input is not a view (using .clone() for example) or make "
    "your Function only return one Tensor (potentially splitting it into two Functions: one doing the inplace that returns a single Tensor "
    "and a second one that does the other operations). You can ask on the forum https://discuss.pytorch.org/ if you need help to do this "
    "change.")


def contains(tensors, tensor):
    return any(t is tensor for t in tensors or ())


def attach(output, nr, node, inputs, ctx, count):
    """`output` as output number `nr` of the node, or without history."""
    if contains(ctx.non_differentiable, output) or output._a.dtype.kind not in "fc":
        return output.detach() if contains(inputs, output) else output
    dirty = contains(ctx.dirty_tensors, output)
    if dirty:
        if node is not None:
            rebase(output, node, nr)
        return output
    if contains(inputs, output):
        with no_grad():     # an input returned as it is: a view, so that it can have its own history
            output = output.detach() if node is None and output.requires_grad else output.view_as(output)
    elif node is None and output._base is None:
        return output.detach_()                                       # what forward recorded by itself does not count
    if output._base is not None and output._kind != "inference":
        output._kind, output._seen = "multi" if count > 1 else "custom", output._counter[0]
    if node is not None:
        output._node, output._nr, output._rg = node, nr, True
    return output


def keep(ctx, node, outputs):
    """Save the tensors of save_for_backward now that the outputs are known."""
    if ctx.to_save is None or node is None:
        return
    for i, t in enumerate(ctx.to_save):
        if t is not None and not isinstance(t, Tensor):
            raise TypeError(f"save_for_backward can only save variables, but argument {i} is of type {type_name(t)}")
    saved = []
    for t in ctx.to_save:
        nr = next((i for i, o in enumerate(outputs) if o is t), None)
        saved.append(t if t is None else Saved(t) if nr is None else Saved(t, True, nr))
    ctx._saved, ctx.to_save = saved, None


def once_differentiable(fn):
    """Decorator for a backward that is not made of recorded operations: differentiating it again is an error."""

    @functools.wraps(fn)
    def wrapper(ctx, *args, **kwargs):
        with no_grad():
            outputs = fn(ctx, *args, **kwargs)
        if not mode.grad or not any(isinstance(a, Tensor) and a.requires_grad for a in args):
            return outputs
        several = isinstance(outputs, tuple)
        refused = refuse_twice(outputs if several else (outputs,))
        return refused if several else refused[0]

    return wrapper


def refuse_twice(outputs):
    """Aliases of the outputs (tensors or None), whose gradients are an error; one node made them all."""
    def refuse(g):
        raise RuntimeError("trying to differentiate twice a function that was marked with @once_differentiable")

    outs = [o if o is None else shell(o) for o in outputs]
    leaves = [o if o is None else shell(o).requires_grad_() for o in outputs]
    edges = tuple((None, 0) if leaf is None else edge(leaf) for leaf in leaves)
    node = node_type("Error")(edges, ((refuse, ()),) * len(outs), [((), None) if o is None else (o._a.shape, o._a.dtype) for o in outs])
    node.several = len(outs) > 1
    for i, out in enumerate(outs):
        if out is not None:
            out._node, out._nr, out._rg = node, i, True
    return tuple(outs)
