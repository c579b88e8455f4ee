# --- saved_where_not_needed
x = torch.tensor(2., requires_grad=True)
print((x * 2).grad_fn._saved_self, (x + x).grad_fn._saved_alpha, hasattr((x * 2).grad_fn, "_saved_foo"))
[name for name in dir((x * x).grad_fn) if name.startswith(("_saved", "_raw"))]

# --- sequence_number_of_a_leaf
x = torch.tensor(1., requires_grad=True)
(x * 2).grad_fn.next_functions[0][0]._sequence_nr()

# --- missing_attribute_of_a_parameter
torch.nn.Parameter(torch.ones(1)).no_such_name

# --- negative_zero_stays
x = torch.tensor([-0., 0., -1.])
print(1 / torch.relu(x), torch.full((600,), -0.).sum())

# --- lone_numbers
x = torch.tensor(3., requires_grad=True)
for y in (x ** 2, x ** 3, x ** -1, x ** -2, x ** .5, x ** -.5, x ** 1, x ** 0, 2 ** x, x ** x, x / 0, -x / 0, x % 2, x // 2, x - 1, 1 - x, 7 / x):
    print(y, *torch.autograd.grad(y, x, allow_unused=True) if y.grad_fn.name() != "torch::autograd::NotImplemented" else "")

# --- lone_numbers_of_other_dtypes
for dtype in (torch.float64, torch.float16, torch.int64, torch.int32, torch.uint8, torch.bool):
    x = torch.tensor(1, dtype=dtype)
    print(dtype, x + x, x * x, x / x, x ** 2, x + 1, x * 1.5, torch.where(x > 0, x, 0), torch.where(x > 0, 0., x))

# --- overflow_of_a_lone_number
x = torch.tensor(3e38)
print(x * 10, x + x, -x * 10, (x * 10) - (x * 10), torch.tensor(200, dtype=torch.uint8) + torch.tensor(100, dtype=torch.uint8))

# --- device_from_device
a = torch.device("cpu")
print(torch.device(a), {a: 1}[torch.device("cpu")], torch.strided, torch.contiguous_format)

# --- size_numel
torch.Size([2, 3]).numel()

# --- storage
x = torch.arange(6.)
print(x.untyped_storage().nbytes(), x[2:].untyped_storage().data_ptr() == x.data_ptr(), x.untyped_storage().size())

# --- small_questions
x = torch.arange(6.)
print(x.is_signed(), x.is_shared(), x.is_pinned(), x.type("torch.DoubleTensor").dtype, x.type_as(torch.ones(1, dtype=torch.int32)).dtype, torch.numel(x))
print(torch.result_type(x, 1), torch.result_type(1, x), torch.typename(x), torch.get_num_threads() > 0)

# --- wrong_type_name
torch.ones(2).type("torch.NoTensor")

# --- to_like_another
torch.ones(2).to(torch.ones(1, dtype=torch.float64)).dtype

# --- out_tuple
v, i = torch.empty(2), torch.empty(2, dtype=torch.long)
torch.max(torch.tensor([[1., 5.], [7., 2.]]), 1, out=(v, i))
print(v, i)

# --- out_none
torch.add(torch.ones(2), 1, out=None)

# --- fill_wrong
torch.ones(2).fill_(torch.ones(2))

# --- fill_with_gradient
x = torch.ones(2, requires_grad=True)
y = (x * 1).fill_(torch.tensor(3., requires_grad=True))
print(y)
y.sum().backward()
x.grad

# --- set_data_of_another
x = torch.ones(2)
x.set_(torch.zeros(3))
x

# --- resize_with_gradient
torch.ones(2, requires_grad=True).resize_(3)

# --- imag_of_real
torch.ones(2).imag

# --- angle
torch.angle(torch.tensor([-1., 0., 2.]))

# --- arange_step_zero
torch.arange(0, 3, 0)

# --- linspace_wrong
for steps in (2.5, -1):
    try:
        torch.linspace(0, 1, steps)
    except Exception as error:
        print(type(error).__name__, error)

# --- triu_indices
print(torch.triu_indices(3, 3), torch.tril_indices(2, 3))

# --- finfo_and_iinfo_mixed_up
for f in (lambda: torch.finfo(torch.int32), lambda: torch.iinfo(torch.float32)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)

# --- div_rounding_mode_wrong
torch.div(torch.ones(2), 2, rounding_mode="up")

# --- pow_of_numbers
torch.pow(2, 3)

# --- maximum_of_number
torch.maximum(torch.ones(2), 1)

# --- power_of_bool
torch.tensor([True, False]) ** 2

# --- bitwise_not
print(~torch.tensor([1, 2]), ~torch.tensor([True, False]))

# --- where_method
x = torch.tensor([1., 2.], requires_grad=True)
x.where(torch.tensor([True, False]), torch.zeros(2)).sum().backward()
x.grad

# --- masked_fill_with_vector
torch.ones(2).masked_fill(torch.tensor([True, False]), torch.ones(2))

# --- comparison_with_numpy
import numpy as np
torch.ones(2) == np.ones(2, dtype=np.float32)

# --- select_of_number
torch.tensor(1.).select(0, 0)

# --- narrow_too_far
x = torch.arange(5.)
print(x.narrow(0, -2, 2))
x.narrow(0, 3, 4)

# --- index_of_float
torch.ones(3)[torch.tensor([1.])]

# --- index_put_dtype
x = torch.zeros(3)
x[torch.tensor([0, 1])] = torch.tensor([1, 2])
x

# --- index_put_shape
x = torch.zeros(3)
x[torch.tensor([0, 1])] = torch.ones(3)

# --- setitem_with_leading_one
x = torch.zeros(2, 3)
x[0] = torch.ones(1, 3)
x[:, 1] = torch.tensor([[5., 6.]])
x

# --- gather_int32
torch.ones(3).gather(0, torch.tensor([0], dtype=torch.int32))

# --- take_out_of_range
torch.ones(3).gather(0, torch.tensor([5]))

# --- cat_nothing
torch.cat([])

# --- stack_of_list
torch.stack([torch.ones(1), 2])

# --- stack_dim
torch.stack([torch.ones(1)], 5)

# --- split_number
torch.tensor(1.).split(1)

# --- mm_wrong
for a, b in ((torch.ones(2), torch.ones(2, 2)), (torch.ones(2, 2), torch.ones(2))):
    try:
        torch.mm(a, b)
    except Exception as error:
        print(type(error).__name__, error)

# --- mv_wrong
torch.mv(torch.ones(2), torch.ones(2))

# --- bmm_wrong
torch.bmm(torch.ones(1, 2, 2), torch.ones(2, 2))

# --- addmm_wrong
torch.addmm(torch.ones(3, 3), torch.ones(2, 2), torch.ones(2, 2))

# --- inner_of_number
torch.inner(torch.tensor(2.), torch.ones(2))

# --- trace_of_vector
torch.trace(torch.ones(2))

# --- vdot
torch.vdot(torch.ones(2), torch.ones(2))

# --- matrix_times_batch
x = torch.arange(4.).reshape(2, 2).requires_grad_()
y = x @ torch.ones(3, 2, 4)
print(y.shape)
y.sum().backward()
x.grad

# --- einsum_of_list
torch.einsum("ij,jk->ik", [torch.ones(2, 2), torch.ones(2, 2)])

# --- einsum_without_arrow
print(torch.einsum("ij,ij", torch.ones(2, 2), torch.ones(2, 2)), torch.einsum("...i", torch.ones(2, 3)).shape)

# --- flatten_number
print(torch.tensor(1.).flatten(), torch.tensor([]).prod())

# --- view_of_floats
torch.ones(4).view(2., 2)

# --- sort_descending_by_position
print(torch.sort(torch.tensor([1., 3., 2.]), 0, True), torch.msort(torch.tensor([2., 1.])))

# --- cumprod_of_number
x = torch.tensor(2., requires_grad=True)
y = x.cumprod(0)
y.backward()
print(y, x.grad, torch.trapezoid(torch.tensor([1., 2., 3.]), torch.tensor([0., 1., 3.])))

# --- quantile_of_number
print(torch.quantile(torch.tensor([1., 2., 3.]), .5, keepdim=True), torch.quantile(torch.ones(2, 3), torch.tensor([.1, .5]), 1, keepdim=True).shape)

# --- unique_all
print(torch.unique(torch.tensor([2, 1, 2]), return_inverse=True, return_counts=True))
print(torch.unique_consecutive(torch.tensor([1, 1, 2]), return_inverse=True, return_counts=True))

# --- bucketize
torch.bucketize(torch.tensor([1., 2.]), torch.tensor([1., 2.]), right=True)

# --- digamma_corners
torch.digamma(torch.tensor([-1., 0., -.5, .5]))

# --- inputs_as_ordered_dict
from collections import OrderedDict
x = torch.tensor(1., requires_grad=True)
torch.autograd.grad(x * 2, OrderedDict(x=x))

# --- gradient_edge_as_output
x = torch.tensor([1., 2.], requires_grad=True)
y = (x * 3).sum()
edge = torch.autograd.graph.get_gradient_edge(y)
print(torch.autograd.grad(edge, x, grad_outputs=torch.tensor(2.)))

# --- edge_of_constant
torch.autograd.graph.get_gradient_edge(torch.ones(1))

# --- multi_grad_hook_wrong_mode
torch.autograd.graph.register_multi_grad_hook([torch.ones(1, requires_grad=True)], print, mode="some")

# --- multi_grad_hook_as_context
x = torch.tensor(1., requires_grad=True)
with torch.autograd.graph.register_multi_grad_hook([x], lambda grads: print("gradients", grads)):
    (x * 2).backward()
(x * 2).backward()

# --- increment_version
x = torch.ones(1)
torch.autograd.graph.increment_version(x)
print(x._version)
torch.autograd.graph.increment_version([x, x])
x._version

# --- accumulate_into_recorded_gradient
x = torch.tensor(2., requires_grad=True)
for _ in range(2):
    (x ** 3).backward(create_graph=True)
print(x.grad)

# --- hook_where_nothing_arrives
class Half(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 1, x * 2
    @staticmethod
    def backward(ctx, a, b):
        return a + b
x = torch.tensor(1., requires_grad=True)
a, b = Half.apply(x)
b.register_hook(lambda g: print("never", g))
a.backward()
x.grad

# --- copy_wrong_shape
torch.ones(2).copy_(torch.ones(3, 2))

# --- view_in_no_grad_then_base_changed
x = torch.ones(2, requires_grad=True)
y = x * 1
with torch.no_grad():
    v = y.view(2)
y.add_(1)
v.add_(1)

# --- view_in_inference_mode
x = torch.ones(2)
with torch.inference_mode():
    v = x.view(2)
v.requires_grad
y = torch.ones(2, requires_grad=True) * 1
with torch.inference_mode():
    v = y.view(2)
v.mul_(2)

# --- set_grad_enabled_repr
torch.set_grad_enabled(True)

# --- inference_mode_as_decorator
@torch.inference_mode
def f(x):
    return x * 2
f(torch.ones(1, requires_grad=True)).is_inference()

# --- seed_wrong
torch.manual_seed("seed")

# --- randperm_wrong
torch.randperm(2.5)

# --- bernoulli_of_p
torch.manual_seed(0)
torch.bernoulli(torch.zeros(5), .5)

# --- multinomial_wrong
for weights, n in ((torch.tensor([1, 2]), 1), (torch.ones(2), 0), (torch.zeros(2), 1), (torch.ones(1, 2, 3), 1)):
    try:
        torch.multinomial(weights, n)
    except Exception as error:
        print(type(error).__name__, error)

# --- normal_shapes_do_not_broadcast
torch.normal(torch.ones(2), torch.ones(3))

# --- hook_gives_something_for_nothing
x = torch.arange(4., requires_grad=True)
a, b = x.split(2)
b.register_hook(lambda g: torch.ones(2))
a.sum().backward()

# --- linspace_of_wrong_kinds
torch.linspace(.5, 1, 2.5)

# --- retain_grad_where_nothing_arrives
x = torch.arange(4., requires_grad=True)
a, b = (x * 1).split(2)
b.retain_grad()
a.sum().backward()
print(b.grad, x.grad)

# --- linalg_derivatives_of_others
A = torch.tensor([[4., 1.], [1., 3.]], dtype=torch.float64, requires_grad=True)
for f in (torch.linalg.cholesky, lambda A: torch.linalg.qr(A)[1], lambda A: torch.linalg.svd(A)[1], torch.linalg.matrix_exp,
          lambda A: torch.linalg.matrix_power(A, -2), lambda A: torch.linalg.norm(A, 1), lambda A: torch.linalg.norm(A, "nuc"),
          lambda A: torch.linalg.vector_norm(A, 3), lambda A: torch.linalg.vecdot(A, A), torch.linalg.diagonal,
          lambda A: torch.cross(torch.cat([A, A[:1]]).T, torch.ones(2, 3, dtype=A.dtype), dim=1)):
    y = f(A)
    g, = torch.autograd.grad(y.sum(), A)
    print(y.detach(), [[f"{v:.4f}" for v in row] for row in (g + 1).tolist()])

# --- linalg_wrong
for f in (lambda: torch.linalg.inv(torch.ones(2)), lambda: torch.linalg.cross(torch.ones(2), torch.ones(2)), lambda: torch.linalg.no_such_name):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)

# --- losses_wrong
import torch.nn.functional as F
x, y = torch.ones(2, 3), torch.tensor([0, 1])
for f in (lambda: F.smooth_l1_loss(x, x, beta=-1.), lambda: F.huber_loss(x, x, delta=0.), lambda: F.cross_entropy(x, 1),
          lambda: F.cross_entropy(x, torch.ones(3, dtype=torch.long)), lambda: F.cross_entropy(x, y, weight=torch.ones(2)),
          lambda: F.cross_entropy(x, x.long()), lambda: F.cross_entropy(x, x, ignore_index=1), lambda: F.cross_entropy(x, y, label_smoothing=2.),
          lambda: F.hardtanh(x, 1., 0.), lambda: F.gelu(x, approximate="none of these"), lambda: F.pad(x, (1,)), lambda: F.one_hot(torch.tensor([-1])),
          lambda: F.one_hot(torch.tensor([], dtype=torch.long))):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)

# --- losses_with_weights
import torch.nn.functional as F
x = torch.tensor([[1., 2., .5], [.1, .2, .3]], requires_grad=True)
y, w = torch.tensor([0, 2]), torch.tensor([1., 2., 3.])
p = torch.tensor([[.1, .2, .7], [.3, .3, .4]])
for loss in (F.cross_entropy(x, y, weight=w, reduction="sum"), F.cross_entropy(x, y, weight=w), F.cross_entropy(x, p, weight=w),
             F.nll_loss(x, y, weight=w, reduction="none").sum(), F.cross_entropy(x, y, weight=w, label_smoothing=.1), F.smooth_l1_loss(x, p, beta=0.),
             F.binary_cross_entropy_with_logits(x, p), F.binary_cross_entropy_with_logits(x, p, pos_weight=w), F.gelu(x, approximate="tanh").sum()):
    g, = torch.autograd.grad(loss, x, create_graph=True)
    h, = torch.autograd.grad(g.sum(), x, allow_unused=True)
    print(loss, g, None if h is None else [[f"{v:.4f}" for v in row] for row in (h + 1).tolist()])

# --- containers_wrong
from torch import nn
s = nn.Sequential(nn.Linear(1, 1), nn.ReLU())
for f in (lambda: s[5], lambda: s + 1, lambda: s * "a", lambda: s * 0, lambda: nn.ModuleList().extend(3), lambda: nn.ModuleList([nn.ReLU()]) + [nn.ReLU()],
          lambda: nn.ModuleDict().update(3), lambda: nn.ParameterList()(1), lambda: nn.ParameterList([torch.ones(1)])[4], lambda: s.insert(0, 3),
          lambda: nn.ParameterDict()(1), lambda: nn.ReLU(1, 2, 3), lambda: nn.ReLU(no=1), lambda: nn.Embedding(3, 2, padding_idx=5)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)

# --- parameter_dict
from torch import nn
d = nn.ParameterDict({"a": torch.ones(1), "b": torch.zeros(1)})
print(len(d), list(d), "a" in d, list(d.values()))
del d["a"]
print(list(d.items()))
m = nn.ModuleDict({"r": nn.ReLU()})
del m["r"]
m.clear()
print(m)

# --- module_wrong
from torch import nn
m = nn.Module()
for f in (lambda: m.register_parameter(3, None), lambda: m.register_parameter("", None), lambda: m.register_parameter("forward", None),
          lambda: m.register_buffer("b", 3), lambda: m.register_parameter("p", torch.ones(1) * 2), lambda: m.get_submodule("x"), lambda: m.get_parameter("x"),
          lambda: m.add_module("a.b", nn.ReLU()), lambda: m.register_parameter("q", nn.Parameter(torch.ones(1)) * 2)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)

# --- module_before_init
from torch import nn
class M(nn.Module):
    def __init__(self):
        self.w = nn.Parameter(torch.ones(1))
M()

# --- forward_pre_hook_with_keywords
from torch import nn
class M(nn.Module):
    def forward(self, x, scale=1):
        return x * scale
m = M()
m.register_forward_pre_hook(lambda m, args, kwargs: ((args[0] + 1,), {"scale": 3}), with_kwargs=True)
m.register_forward_pre_hook(lambda m, args: print("first", args), prepend=True)
m(torch.ones(1), scale=2)

# --- scheduler_wrong
from torch import optim
o = optim.SGD([torch.ones(1, requires_grad=True)], lr=.1)
L = optim.lr_scheduler
for f in (lambda: L.LambdaLR(o, [abs, abs]), lambda: L.ConstantLR(o, factor=2.), lambda: L.LinearLR(o, start_factor=0.), lambda: L.LinearLR(o, end_factor=2.),
          lambda: L.ReduceLROnPlateau(o, factor=1.), lambda: L.ReduceLROnPlateau(o, mode="x"), lambda: L.ReduceLROnPlateau(o, threshold_mode="x"),
          lambda: optim.SGD([3]), lambda: o.add_param_group(3)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)

# --- plateau_with_cooldown
from torch import optim
o = optim.SGD([torch.ones(1, requires_grad=True)], lr=1.)
s = optim.lr_scheduler.ReduceLROnPlateau(o, patience=0, cooldown=2)
for _ in range(6):
    s.step(1.)
    print(o.param_groups[0]["lr"])

# --- init_corners
from torch import nn
torch.manual_seed(0)
print(nn.init.orthogonal_(torch.empty(2, 3)), nn.init.calculate_gain("sigmoid"), nn.init.calculate_gain("selu"), nn.init.zeros_(torch.empty(0)))
nn.init.uniform_(torch.empty(0, 3))
nn.init.orthogonal_(torch.empty(3))

# --- batch_norm_reset
from torch import nn
m = nn.BatchNorm1d(2)
m(torch.arange(4.).reshape(2, 2))
m.reset_running_stats()
print(m.running_mean, m.running_var, m.num_batches_tracked)
