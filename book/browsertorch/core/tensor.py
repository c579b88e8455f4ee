"""The Tensor: a numpy array that remembers how it was made.

Operations are not here: they register themselves (registry.py) and become methods at the end of the
package's __init__.py. Here is what a tensor *is*: its memory, its place in the graph, its gradient.
"""

import warnings
import weakref

import numpy as np

from ..base import dtypes
from ..base.errors import cpp_name, type_name, wrap_dim
from ..base.missing import MissingMethod, missing
from ..base.modes import mode
from ..base.values import Size, Storage, device, strided
from .hooks import RemovableHandle, hooks_of


class readonly(property):
    """A property that refuses to be set, in torch's words."""

    def __set__(self, instance, value):
        raise AttributeError(f"attribute '{self.fget.__name__}' of 'torch._C.TensorBase' objects is not writable")


class Tensor:
    """An n-dimensional array of one dtype, which can take part in automatic differentiation.

    _a            the numpy array; a view's array shares its memory with its base's
    _counter      [count of in-place changes], the same list for all tensors over one memory
    _node, _nr    the node whose output number _nr this is, or None for a leaf
    _rg           does it require a gradient?
    _grad         the gradient (leaves and retain_grad)
    _base         the tensor this one is a view of, or None; `_kind` says how it was made
    _tangents     forward mode: {level: tangent} or None
    _dual         of make_dual's results True; of their views the result, whose tangent they share
    The rare ones are class attributes until they are set, so that making a tensor stays cheap.
    """

    _node = _grad = _base = _accumulator = _tangents = _dual = _post_accumulate = _backward_hooks = _keep = _retain = None
    _nr = _detached = 0      # _detached: the number of the first node that could be made after detach_()
    _rg = _inference = _is_conj = False
    _kind = None             # of a view: None, "no_grad", "multi" or "inference" (see views.py)
    __array_priority__ = 1000
    __module__ = "torch"
    layout = strided
    is_meta = property(lambda self: self._a.device == "meta")
    is_cpu = property(lambda self: not self.is_meta)
    is_cuda = is_sparse = is_quantized = is_mkldnn = is_mps = is_xpu = is_nested = is_vulkan = False
    name = None

    def __new__(cls, *args, **kwargs):
        """torch.Tensor(2, 3): uninitialised; torch.Tensor([1, 2]): the data as float32."""
        t = cls._legacy(None, args, kwargs)
        t.__class__ = cls
        return t

    def __init__(self, *args, **kwargs):
        pass

    def __init_subclass__(cls):
        if cls.__module__.partition(".")[0] != __name__.partition(".")[0]:
            raise missing("torch.Tensor를 상속한 클래스")

    # -- what it holds

    @readonly
    def shape(self):
        """The lengths of its dimensions, a torch.Size."""
        return tuple.__new__(Size, self._a.shape)     # without the check of what a reader passes

    def size(self, dim=None):
        """shape, or the length of one dimension."""
        return self.shape if dim is None else self._a.shape[self._dim(dim)]

    def dim(self):
        """The number of dimensions."""
        return self._a.ndim

    ndimension = dim
    ndim = property(dim)

    def numel(self):
        """The number of elements."""
        return self._a.size

    nelement = numel
    nbytes = property(lambda self: self._a.nbytes)
    itemsize = property(lambda self: self._a.itemsize)

    def element_size(self):
        return self._a.itemsize

    @readonly
    def dtype(self):
        return dtypes.of(self._a)

    @readonly
    def device(self):
        return device(self._a.device)

    def stride(self, dim=None):
        """Steps in memory (elements) between neighbours along each dimension."""
        a = self._a
        steps = tuple(s // a.itemsize for s in (a.strides if a.size else np.empty([n or 1 for n in a.shape], a.dtype).strides))
        return steps if dim is None else steps[self._dim(dim)]

    def storage_offset(self):
        root = self if self._base is None else self._base
        return (self.data_ptr() - root.data_ptr()) // self._a.itemsize

    def data_ptr(self):
        """The address of the first element."""
        return self._a.offset if self.is_meta else self._a.__array_interface__["data"][0]

    def untyped_storage(self):
        return Storage(self)

    storage = untyped_storage

    def is_contiguous(self, memory_format=None):
        axes = memory_format and memory_format.axes
        if axes and len(axes) != self._a.ndim:
            return False
        return (self._a.transpose(axes) if axes else self._a).flags.c_contiguous

    def is_floating_point(self):
        return self._a.dtype.kind == "f"

    def is_complex(self):
        return self._a.dtype.kind == "c"

    def is_signed(self):
        return self.dtype.is_signed

    def is_inference(self):
        return self._inference

    def is_shared(self):
        return False

    def is_pinned(self):
        return False

    def type(self, dtype=None):
        """'torch.FloatTensor' and the like, or a copy of another dtype."""
        if dtype is None:
            return f"torch.{'meta.' if self.is_meta else 'sparse.' * self.is_sparse}{self.dtype.title}Tensor"
        if isinstance(dtype, str):
            found = [d for d in dtypes.ALL if f"torch.{d.title}Tensor" == dtype]
            if not found:
                raise ValueError(f"invalid type: '{dtype}'")
            dtype = found[0]
        elif callable(dtype):     # torch.FloatTensor
            dtype = dtype.dtype
        return self.to(dtype)

    def _dim(self, dim):
        return wrap_dim(dim, self._a.ndim)

    # -- its place in the graph

    @property
    def requires_grad(self):
        return self._rg or self._base is not None and self._base._rg and not self._inference

    @requires_grad.setter
    def requires_grad(self, value):
        if not isinstance(value, bool):
            raise RuntimeError("requires_grad must be a bool")
        if value and self._a.dtype.kind not in "fc":
            raise RuntimeError("only Tensors of floating point and complex dtype can require gradients")
        if value and not self.is_leaf:
            raise RuntimeError("you can only change requires_grad flags of leaf variables.")
        self.requires_grad_(value)

    def requires_grad_(self, requires_grad=True):
        """Ask for a gradient; only for leaves of floating dtype."""
        if not self.is_leaf:
            if not requires_grad:
                raise RuntimeError("you can only change requires_grad flags of leaf variables. If you want to use a computed variable "
                                   "in a subgraph that doesn't require differentiation use var_no_grad = var.detach().")
            return self
        if requires_grad and self._a.dtype.kind not in "fc":
            raise RuntimeError("only Tensors of floating point dtype can require gradients")
        if requires_grad and self._inference and not mode.inference:
            raise RuntimeError("Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.")
        self._rg = requires_grad
        return self

    @readonly
    def grad_fn(self):
        """The node that made this tensor; None for a leaf."""
        if self._base is not None:
            self._refresh()
        return self._node

    @readonly
    def is_leaf(self):
        return self.grad_fn is None

    @property
    def output_nr(self):
        return self._nr

    @property
    def grad(self):
        """The accumulated gradient, or None."""
        if self._grad is None and self._node is not None and not self._retain:
            warnings.warn(NON_LEAF_GRAD, stacklevel=2)
        return self._grad

    @grad.setter
    def grad(self, value):
        if value is not None:
            check_grad(self, value)
        self._grad = value

    @grad.deleter
    def grad(self):
        self._grad = None

    def retain_grad(self):
        """Keep .grad on a non-leaf as well."""
        if not self.requires_grad:
            raise RuntimeError("can't retain_grad on Tensor that has requires_grad=False")
        node = self.grad_fn
        if node is None or self._retain:
            return
        self._retain = True
        hooks_of(node).retain[self._nr] = weakref.ref(self)

    @property
    def retains_grad(self):
        return bool(self._retain)

    def register_post_accumulate_grad_hook(self, hook):
        """Call hook(self) after .grad of this leaf was added to."""
        if not self.requires_grad:
            raise RuntimeError("cannot register a hook on a tensor that doesn't require gradient")
        if self._node is not None:
            raise RuntimeError("post accumulate grad hooks cannot be registered on non-leaf tensors")
        if self._post_accumulate is None:
            self._post_accumulate = {}
        return RemovableHandle(self._post_accumulate, hook)

    @property
    def data(self):
        """The same memory, without history and without version checks."""
        data = wrap(self._a)
        if data._inference != self._inference:
            data._inference = self._inference
        return data

    @data.setter
    def data(self, value):
        if not isinstance(value, Tensor):
            raise TypeError(f"Variable data has to be a tensor, but got {type_name(value)}")
        if self.is_sparse != value.is_sparse:
            raise RuntimeError("Attempted to call `variable.set_data(tensor)`, but `variable` and `tensor` have incompatible tensor type.")
        if self._rg and value._a.dtype.kind not in "fc":
            raise RuntimeError("data set to a tensor that requires gradients must be floating point or complex dtype")
        self._a = value._a

    @data.deleter
    def data(self):
        raise RuntimeError("Deleting tensor data is not allowed. Delete tensor instead!")

    @property
    def _version(self):
        """How often this memory was changed in place."""
        if self._inference:
            raise RuntimeError("Inference tensors do not track version counter.")
        return self._counter[0]

    def _is_view(self):
        return self._base is not None and not self._inference

    def _refresh(self):
        """A view asks, before its history is used, whether its base was changed in place since."""
        if self._seen != self._counter[0]:
            self._regenerate()

    # -- numbers out of it

    def numpy(self, *, force=False):
        """The memory as a numpy array."""
        array = (self.cpu() if force else self)._a.__array__()
        if mode.grad and self.requires_grad and not force:
            raise RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
        if self._is_conj and not force:
            raise RuntimeError("Can't call numpy() on Tensor that has conjugate bit set. Use tensor.resolve_conj().numpy() instead.")
        return array.view()

    def __array__(self, dtype=None):
        a = self.numpy()
        return a if dtype is None else a.astype(dtype)

    def __array_wrap__(self, array):
        """What numpy functions of tensors return; bools come as uint8, as torch gives them."""
        return wrap(array.astype(np.uint8) if array.dtype.kind == "b" else array)

    def __hash__(self):
        return id(self)

    def __format__(self, spec):
        if self._a.ndim == 0 and not self.is_meta:
            return self.item().__format__(spec)
        return object.__format__(self, spec)

    def __dir__(self):
        there = {name for c in type(self).__mro__ for name, value in c.__dict__.items() if not isinstance(value, MissingMethod)}
        return sorted(there | set(self.__dict__))

    def __deepcopy__(self, memo):
        if not self.is_leaf:
            raise RuntimeError("Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the "
                               "moment.  If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm "
                               "usage, see https://github.com/pytorch/pytorch/pull/103001")
        if id(self) in memo:
            return memo[id(self)]
        new = object.__new__(type(self))
        new._a, new._counter = self._a.copy(), [0]
        memo[id(self)] = new
        new._rg = self._rg
        if self._grad is not None:
            new._grad = self._grad.__deepcopy__(memo)
        for key, value in self.__dict__.items():
            if not key.startswith("_"):
                new.__dict__[key] = value
        return new

    def __reduce_ex__(self, protocol):
        return (_rebuild, (type(self), self.detach()._a, self._rg))


NON_LEAF_GRAD = (
    "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated "
    "during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() "
    "on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead. See "
    "github.com/pytorch/pytorch/pull/30531 for more information. (Triggered internally at "
    "/__w/pytorch/pytorch/build/aten/src/ATen/core/TensorBody.h:493.)")

NON_2D_T = (
    "The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will throw an error in a "
    "future release. Consider `x.mT` to transpose batches of matrices or `x.permute(*torch.arange(x.ndim - 1, -1, -1))` to "
    "reverse the dimensions of a tensor. (Triggered internally at "
    "/__w/pytorch/pytorch/aten/src/ATen/native/TensorShape.cpp:4314.)")


def check_grad(tensor, value):
    """The rules for `tensor.grad = value`."""
    if not isinstance(value, Tensor):
        raise TypeError("assigned grad expected to be a Tensor or None but got grad of type " + type_name(value))
    if value is tensor:
        raise RuntimeError("can't assign Variable as its own grad")
    if value._a.dtype != tensor._a.dtype:
        raise RuntimeError(f"attempting to assign a gradient with dtype '{cpp_name(value.dtype)}' to a tensor with grad_dtype "
                           f"'{tensor.dtype.title}'. The gradient must match the tensor's grad_dtype (defaults to the tensor's dtype). "
                           "You can set the tensor's grad_dtype attribute with a specific dtype, or None to allow any dtype. Set "
                           "grad_dtype with caution. Diverging the dtypes of a tensor and its gradient may break downstream systems "
                           "that assume they match.")
    if value._a.shape != tensor._a.shape:
        raise RuntimeError(f"attempting to assign a gradient of size '{list(value.shape)}' to a tensor of size '{list(tensor.shape)}'. "
                           "Please ensure that the gradient and the tensor are the same size")


def part_of_tensor(f):
    """A method of Tensor that is written in another file, because it needs what stands above a tensor."""
    f.__qualname__ = "Tensor." + f.__name__
    setattr(Tensor, f.__name__, f)
    return f


_new = object.__new__
_ndarray = np.ndarray


def wrap(array, cls=Tensor):
    """A fresh tensor over `array` (a numpy scalar becomes a 0-dim array)."""
    if type(array) is not _ndarray:
        if hasattr(array, "tensor"):      # Cells of a sparse one
            return array.tensor()
        array = np.asarray(array)
    t = _new(Tensor)
    t._a = array
    t._counter = [0]
    if mode.inference:
        t._inference = True
    return t


def _rebuild(cls, array, requires_grad):
    t = wrap(array)
    t.__class__ = cls
    t._rg = requires_grad
    return t
