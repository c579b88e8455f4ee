# --- pack_and_unpack
def pack(x):
    print("pack", x)
    return x

def unpack(x):
    print("unpack", x)
    return x

a = torch.tensor(3., requires_grad=True)
b = torch.tensor(5., requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
    y = a * b
y.backward()
a.grad, b.grad

# --- pack_changes_value
x = torch.tensor(3., requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: t * 10, lambda t: t):
    y = x ** 2
y.backward()
x.grad

# --- pack_to_number
x = torch.tensor([1., 2.], requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: t.tolist(), lambda v: torch.tensor(v)):
    y = x.exp()
y.sum().backward()
x.grad

# --- count_saved
saved = []
x = torch.ones(2, requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: saved.append(t.shape) or t, lambda t: t):
    y = ((x * 2).exp() + 1).sum()
saved

# --- add_saves_nothing
saved = []
x = torch.ones(2, requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: saved.append(1) or t, lambda t: t):
    y = x + x
    z = x * 2
    w = x.sum()
len(saved)

# --- unpack_wrong_type
x = torch.ones(2, requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: t, lambda t: 3):
    y = x ** 2
y.sum().backward()

# --- nested_hooks_inner_wins
x = torch.tensor(2., requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: print("밖") or t, lambda t: t):
    with torch.autograd.graph.saved_tensors_hooks(lambda t: print("안") or t, lambda t: t):
        y = x ** 2
    z = x ** 3

# --- save_on_cpu
x = torch.tensor([1., 2.], requires_grad=True)
with torch.autograd.graph.save_on_cpu():
    y = (x ** 2).sum()
y.backward()
x.grad

# --- disable_saved_tensors_hooks
x = torch.tensor(2., requires_grad=True)
with torch.autograd.graph.disable_saved_tensors_hooks("여기서는 쓸 수 없습니다"):
    with torch.autograd.graph.saved_tensors_hooks(lambda t: t, lambda t: t):
        y = x ** 2

# --- pack_inplace_error
x = torch.tensor([1., 2.], requires_grad=True)
def pack(t):
    t *= 2
    return t
with torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t):
    y = x.exp()

# --- hooks_on_custom_function
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 2

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g

x = torch.tensor(3., requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: print("저장", t) or t, lambda t: print("꺼냄", t) or t):
    y = Sq.apply(x)
y.backward()
x.grad

# --- saved_attribute_calls_unpack
x = torch.tensor(3., requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: t, lambda t: print("꺼냄") or t * 2):
    y = x ** 2
print(y.grad_fn._saved_self)

# --- unpack_after_free
x = torch.tensor(3., requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: t, lambda t: t):
    y = x ** 2
y.backward()
y.backward()

# --- hooks_need_two_arguments
torch.autograd.graph.saved_tensors_hooks(lambda t: t)

# --- pack_sees_grad_fn_of_result
x = torch.ones(2, requires_grad=True)
def pack(t):
    print(t)
    return t
with torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t):
    y = x.exp()
    z = y * y
    w = (x * 2).exp()

# --- what_operations_save
x = torch.tensor([[.5, 1.5], [2., .25]], requires_grad=True)
y = torch.tensor([[1., .7], [.3, 2.]], requires_grad=True)
operations = {
    "x + y": lambda: x + y, "x * y": lambda: x * y, "x / y": lambda: x / y, "x ** 2": lambda: x ** 2, "x ** y": lambda: x ** y,
    "x @ y": lambda: x @ y, "x @ y[0]": lambda: x @ y[0], "exp": lambda: x.exp(), "relu": lambda: x.relu(), "sum": lambda: x.sum(),
    "mean": lambda: x.mean(), "max": lambda: x.max(), "softmax": lambda: x.softmax(1), "where": lambda: torch.where(x > y, x, y),
    "maximum": lambda: torch.maximum(x, y), "norm": lambda: x.norm(), "prod": lambda: x.prod(), "cat": lambda: torch.cat([x, y]),
}
for name, operation in operations.items():
    saved = []
    with torch.autograd.graph.saved_tensors_hooks(lambda t: saved.append(t) or t, lambda t: t):
        operation()
    print(name, [(tuple(t.shape), str(t.dtype)[6:], t.grad_fn is not None) for t in saved])

# --- what_losses_save
import torch.nn.functional as F
x = torch.tensor([[.5, 1.5], [2., .25]], requires_grad=True)
y = torch.tensor([[1., .7], [.3, 2.]])
for loss in (lambda: F.mse_loss(x, y), lambda: F.l1_loss(x, y), lambda: F.cross_entropy(x, torch.tensor([0, 1])), lambda: F.linear(x, y, y[0])):
    count = []
    with torch.autograd.graph.saved_tensors_hooks(lambda t: count.append(tuple(t.shape)) or t, lambda t: t):
        loss()
    print(count)

# --- memory_of_a_deep_chain
def saved_bytes(run):
    total = 0
    def pack(t):
        nonlocal total
        total += t.numel() * t.element_size()
        return t
    with torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t):
        run()
    return total
x = torch.ones(1000, requires_grad=True)
def deep(x):
    for _ in range(10):
        x = torch.sin(x)
    return x
print(saved_bytes(lambda: deep(x)))
with torch.no_grad():
    print(saved_bytes(lambda: deep(x)))

# --- packed_without_recording
x = torch.ones(2, requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: (print(torch.is_grad_enabled(), t.requires_grad), t.numpy())[1], torch.from_numpy):
    y = x**2
y.sum().backward()
x.grad

# --- hooks_of_one_saved_tensor
x = torch.ones(2, requires_grad=True)
y = x.exp()
saved = y.grad_fn._raw_saved_result
print(saved)
saved.register_hooks(lambda t: (print("packed", t), t)[1], lambda t: (print("unpacked"), t)[1])
y.sum().backward(retain_graph=True)
print(x.grad)
saved.register_hooks(lambda t: t, lambda t: t)

# --- results_of_in_place_operations_are_packed_after_they_are_written
def pack(t):
    print(t.detach(), t.data_ptr() == y.data_ptr(), t._version)
    return t.detach().clone()
for change in ("relu_", "exp_", "sigmoid_", "sqrt_", "tanh_"):
    x = torch.tensor([-1., 1.5], requires_grad=True)
    y = x * x
    with torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t):
        getattr(y, change)()
    y.sum().backward()
    print(change, x.grad)

# --- results_of_in_place_operations_on_views_are_packed_after_they_are_written
def pack(t):
    print(t.detach(), t._version)
    return t.detach().clone()
x = torch.tensor([-1., 2., 3.], requires_grad=True)
y = x * 1
with torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t):
    y[1:].exp_()
    y[:2].relu_()
y.sum().backward()
x.grad

# --- an_index_that_comes_back_as_no_index
x = torch.tensor([1., 2., 3.], requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda tensor: tensor.half(), lambda tensor: tensor):
    y = x[torch.tensor([0, 2])].sum()
y.backward()

# --- an_index_given_back_otherwise_is_what_counts
x = torch.tensor([1., 2., 3.], requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: t, lambda t: t * 0 if t.dtype == torch.int64 else t):
    y = x[torch.tensor([1, 2])] ** 2
y.sum().backward()
print(x.grad)

# --- mutation
from torch.autograd.graph import allow_mutation_on_saved_tensors
with allow_mutation_on_saved_tensors() as ctx:
    a = torch.ones(2, 3, requires_grad=True)
    b = a.clone()
    out = (b ** 2).sum()
    b.sin_()
    out.backward()
    print(a.grad, b)
    c = a.clone()
    o2 = (c * c.exp()).sum()
    c.mul_(3)
    c.add_(1)
    torch.autograd.grad(o2, a)

# --- mutation_outside
from torch.autograd.graph import allow_mutation_on_saved_tensors
with allow_mutation_on_saved_tensors():
    a = torch.ones(2, requires_grad=True)
    b = a.clone()
    out = (b ** 2).sum()
    b.sin_()
out.backward()

# --- mutation_nested
from torch.autograd.graph import allow_mutation_on_saved_tensors
with allow_mutation_on_saved_tensors():
    with allow_mutation_on_saved_tensors():
        pass
# --- mutation_copies_only_what_changes
with torch.autograd.graph.allow_mutation_on_saved_tensors() as ctx:
    x = torch.arange(3.0, requires_grad=True)
    y = x * 1
    first, second = y**2, y**3
    print(len(ctx.cloned), len(ctx.tid_to_weakhandle))
    y.add_(10)
    print(len(ctx.cloned))
    del first
    print(len(ctx.cloned))
    second.sum().backward()
    print(len(ctx.cloned), x.grad)
# --- mutation_through_a_view
with torch.autograd.graph.allow_mutation_on_saved_tensors() as ctx:
    x = torch.arange(4.0, requires_grad=True)
    y = x * 1
    out = y**2
    y[:2].zero_()
    torch.exp(torch.ones(2), out=torch.zeros(2))
    print(len(ctx.cloned))
    out.sum().backward()
    print(x.grad)
# --- hooks_left_open_inside_a_pass
opened = torch.autograd.graph.saved_tensors_hooks(lambda t: t, lambda t: t)


def unpack(t):
    opened.__enter__()
    return t


with torch.autograd.graph.saved_tensors_hooks(lambda t: t, unpack):
    y = torch.ones(2, requires_grad=True).sin()
y.sum().backward()
z = torch.ones(2, requires_grad=True).exp()
z.grad_fn._raw_saved_result.register_hooks(lambda t: print("packed"), lambda t: t)
# --- a_hook_put_on_the_running_node
x = torch.ones(2, requires_grad=True)


def unpack(t):
    node = torch._C._current_autograd_node()
    node.register_hook(lambda inputs, outputs: tuple(g if g is None else g / 2 for g in inputs))
    return t


with torch.autograd.graph.saved_tensors_hooks(lambda t: t, unpack):
    y = x.exp()
y.sum().backward()
x.grad
