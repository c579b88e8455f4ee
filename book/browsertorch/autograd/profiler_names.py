"""What torch calls the operations in a profile: aten::add for `x + 1`.

What torch's Python does in several operations has Python's name here, without aten: it is one step of this engine.
"""

from ..api import arguments
from ..core.registry import functions
from ..ops import linalg

_SAME = {name: f"__{name}__" for name in ("add", "sub", "mul", "pow", "matmul", "eq", "ne", "lt", "le", "gt", "ge", "neg", "abs")}
_NAMES = {python: name for name, python in _SAME.items()} | {
    "__radd__": "add", "__rsub__": "rsub", "__rmul__": "mul", "__truediv__": "div", "__floordiv__": "floor_divide", "__mod__": "remainder",
    "__rfloordiv__": "floor_divide", "__rmod__": "remainder", "__rpow__": "pow", "__rmatmul__": "matmul", "__invert__": "bitwise_not",
    "__iadd__": "add_", "__isub__": "sub_", "__imul__": "mul_", "__itruediv__": "div_", "__ipow__": "pow_", "__imod__": "remainder_",
    "__ifloordiv__": "floor_divide_", "__and__": "__and__", "__or__": "__or__", "__xor__": "__xor__", "__lshift__": "__lshift__",
    "__rshift__": "__rshift__", "__float__": "item", "__int__": "item", "__bool__": "is_nonzero", "__iter__": "unbind",
    "T": "numpy_T", "H": "matrix_H", "mT": "mT", "mH": "mH", "norm": "linalg_vector_norm", "unique": "_unique2", "nll_loss": "nll_loss_nd",
    "cross_entropy": "cross_entropy_loss", "logsigmoid": "log_sigmoid"} | dict.fromkeys("bool byte char short int long half float double cfloat cdouble cpu".split(), "to")
_NAMES |= dict.fromkeys("mse_loss l1_loss smooth_l1_loss huber_loss".split())
_NONE = set("""backward requires_grad_ __rtruediv__ __len__ retain_grad register_hook is_tensor legacy_reduction check_reduction""".split())     # none of
# torch's; or, as 2 / x, two operations here too
_ONE = set("""split einsum meshgrid linear batch_norm embedding one_hot pad cosine_similarity binary_cross_entropy binary_cross_entropy_with_logits
gelu silu elu celu selu relu6 mish leaky_relu softplus hardtanh hardswish hardsigmoid threshold kl_div max_pool1d max_pool2d avg_pool2d
adaptive_avg_pool2d cdist tensordot cartesian_prod block_diag broadcast_tensors atleast_1d atleast_2d atleast_3d""".split())     # written in Python in torch, and one operation all the same
_STEPS = {"tensor", "new_tensor", "numpy", "tolist", "__getitem__", "__setitem__"}


def title(f, name, args):
    """The name of the operation f, called as `name`; None if it is none."""
    if name in _NONE or name == "contiguous" and args[0].is_contiguous():
        return None
    if name == "__getitem__":
        return _of_index(args[1])
    if name in _STEPS:
        return name
    if getattr(vars(linalg).get(name), "__wrapped__", None) is f is not functions.get(name):
        return f"aten::linalg_{name}"
    if name == "split" and not isinstance(args[1], int):
        return "aten::split_with_sizes"
    if name in _NAMES:
        return f"aten::{_NAMES[name] or name}"
    return f"aten::{name}" if name in _ONE or arguments.known(name) or arguments.known("." + name) else name


def _of_index(index):
    steps = [i for i in (index if isinstance(index, tuple) else (index,)) if i is not ... and not (isinstance(i, slice) and i == slice(None))]
    if len(steps) != 1:
        return "__getitem__"
    step = steps[0]
    if isinstance(step, slice):
        return "aten::slice"
    if step is None:
        return "aten::unsqueeze"
    return "aten::select" if isinstance(step, int) and not isinstance(step, bool) else "aten::index"
