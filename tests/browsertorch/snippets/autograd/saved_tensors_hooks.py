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
