# --- use_reentrant_false
from torch.utils.checkpoint import checkpoint
def f(x):
    print("계산")
    return torch.sin(x) ** 2
x = torch.tensor([1., 2.], requires_grad=True)
y = checkpoint(f, x, use_reentrant=False)
print(y)
y.sum().backward()
x.grad

# --- use_reentrant_true
from torch.utils.checkpoint import checkpoint
def f(x):
    print("계산", torch.is_grad_enabled())
    return torch.sin(x) ** 2
x = torch.tensor([1., 2.], requires_grad=True)
y = checkpoint(f, x, use_reentrant=True)
print(y)
y.sum().backward()
x.grad

# --- use_reentrant_missing_warning
from torch.utils.checkpoint import checkpoint
x = torch.tensor([1., 2.], requires_grad=True)
y = checkpoint(torch.exp, x)
y.sum().backward()
x.grad

# --- reentrant_without_requires_grad_warning
from torch.utils.checkpoint import checkpoint
x = torch.tensor([1., 2.])
checkpoint(torch.exp, x, use_reentrant=True)

# --- not_reentrant_without_requires_grad
from torch.utils.checkpoint import checkpoint
x = torch.tensor([1., 2.])
checkpoint(torch.exp, x, use_reentrant=False)

# --- same_gradients
from torch.utils.checkpoint import checkpoint
def f(x):
    return (x.exp() * x.sin()).relu()
x = torch.tensor([.1, .2, .3], requires_grad=True)
a, = torch.autograd.grad(f(x).sum(), x)
b, = torch.autograd.grad(checkpoint(f, x, use_reentrant=False).sum(), x)
torch.equal(a, b)

# --- reentrant_and_autograd_grad_error
from torch.utils.checkpoint import checkpoint
x = torch.tensor([1., 2.], requires_grad=True)
y = checkpoint(torch.exp, x, use_reentrant=True)
torch.autograd.grad(y.sum(), x)

# --- second_backward
from torch.utils.checkpoint import checkpoint
x = torch.tensor(2., requires_grad=True)
y = checkpoint(lambda t: t ** 3, x, use_reentrant=False)
y.backward()
y.backward()

# --- second_backward_retain_graph
from torch.utils.checkpoint import checkpoint
x = torch.tensor(2., requires_grad=True)
y = checkpoint(lambda t: t ** 3, x, use_reentrant=False)
y.backward(retain_graph=True)
y.backward()
x.grad

# --- several_arguments
from torch.utils.checkpoint import checkpoint
a = torch.tensor(2., requires_grad=True)
b = torch.tensor(3., requires_grad=True)
y = checkpoint(lambda a, b, k: (a * b) ** k, a, b, 2, use_reentrant=False)
y.backward()
a.grad, b.grad

# --- keyword_arguments
from torch.utils.checkpoint import checkpoint
x = torch.tensor(2., requires_grad=True)
y = checkpoint(lambda t, k: t ** k, x, k=3, use_reentrant=False)
y.backward()
x.grad

# --- keyword_arguments_reentrant_error
from torch.utils.checkpoint import checkpoint
x = torch.tensor(2., requires_grad=True)
checkpoint(lambda t, k: t ** k, x, k=3, use_reentrant=True)

# --- sequential_module
import torch.nn as nn
from torch.utils.checkpoint import checkpoint_sequential
model = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
x = torch.tensor([[1., 2.]], requires_grad=True)
out = checkpoint_sequential(model, 2, x, use_reentrant=False)
print(torch.equal(out, model(x)))
out.sum().backward()
model[0].weight.grad.shape

# --- random_state_is_replayed
from torch.utils.checkpoint import checkpoint
seen = []
def f(x):
    noise = torch.rand(2)
    seen.append(noise)
    return x * noise
x = torch.ones(2, requires_grad=True)
checkpoint(f, x, use_reentrant=False).sum().backward()
len(seen), torch.equal(seen[0], seen[1]), torch.equal(x.grad, seen[0])

# --- module_parameters_get_gradients
import torch.nn as nn
from torch.utils.checkpoint import checkpoint
layer = nn.Linear(2, 1)
with torch.no_grad():
    layer.weight.fill_(1.)
    layer.bias.zero_()
checkpoint(layer, torch.ones(1, 2), use_reentrant=False).sum().backward()
layer.weight.grad, layer.bias.grad

# --- reentrant_detached_parameters
import torch.nn as nn
from torch.utils.checkpoint import checkpoint
layer = nn.Linear(2, 1)
y = checkpoint(layer, torch.ones(1, 2), use_reentrant=True)
print(y.requires_grad)

# --- counts_saved_tensors
from torch.utils.checkpoint import checkpoint
def f(x):
    for _ in range(5):
        x = x.sin()
    return x
def saved_by(run):
    count = 0
    def pack(t):
        nonlocal count
        count += 1
        return t
    with torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t):
        run()
    return count
x = torch.ones(3, requires_grad=True)
saved_by(lambda: f(x))

# --- metadata_mismatch_error
from torch.utils.checkpoint import checkpoint
n = 0
def f(x):
    global n
    n += 1
    return (x.repeat(n)).sin()
x = torch.ones(2, requires_grad=True)
checkpoint(f, x, use_reentrant=False).sum().backward()

# --- different_number_of_saved_tensors
from torch.utils.checkpoint import checkpoint
n = 0
def f(x):
    global n
    n += 1
    return x.sin().exp() if n == 1 else x.sin()
x = torch.ones(2, requires_grad=True)
checkpoint(f, x, use_reentrant=False).sum().backward()

# --- early_stop
from torch.utils.checkpoint import checkpoint, set_checkpoint_early_stop
def f(x):
    y = x.exp()
    print("in")
    z = y.sin()
    print("end")
    return z * 1
for on in (True, False):
    x = torch.ones(1, requires_grad=True)
    with set_checkpoint_early_stop(on):
        out = checkpoint(f, x, use_reentrant=False)
    out.sum().backward()
    print(x.grad is not None)

# --- group_of_backward_passes
from torch.utils.checkpoint import GraphExecGroup, checkpoint
runs = []
def f(x, y):
    runs.append(1)
    return x.sin().exp(), y.sin().exp()
for grouped in (False, True):
    x, y = torch.ones(2, requires_grad=True), torch.ones(2, requires_grad=True)
    runs.clear()
    a, b = checkpoint(f, x, y, use_reentrant=False)
    if grouped:
        with GraphExecGroup():
            a.sum().backward()
            b.sum().backward()
    else:
        a.sum().backward()
        b.sum().backward()
    print(grouped, len(runs), torch.equal(x.grad, y.grad))
with GraphExecGroup():
    try:
        GraphExecGroup().__enter__()
    except RuntimeError as e:
        print(str(e)[:45])

# --- contexts_of_both_runs
from contextlib import contextmanager
from torch.utils.checkpoint import checkpoint
@contextmanager
def said(word):
    print("into", word)
    yield
    print("out of", word)
x = torch.ones(2, requires_grad=True)
y = checkpoint(torch.exp, x, use_reentrant=False, context_fn=lambda: (said("first"), said("again")), early_stop=False)
y.sum().backward()
try:
    checkpoint(torch.exp, x, use_reentrant=True, context_fn=lambda: (said("first"), said("again")))
except ValueError as e:
    print(e)

# --- the_same_saved_tensor
from torch.utils.checkpoint import checkpoint
class Keep(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, y):
        ctx.save_for_backward(y)
        return x.clone()
    @staticmethod
    def backward(ctx, g):
        print(ctx.saved_tensors[0] is b)
        return g, None
a, b = torch.tensor(1.0, requires_grad=True), torch.tensor(1.0)
Keep.apply(a, b).backward()
checkpoint(Keep.apply, a, b, use_reentrant=False).backward()

# --- looked_at_twice
from torch.utils.checkpoint import checkpoint
runs = []
def f(x):
    runs.append(1)
    return x.exp()
x = torch.ones(2, requires_grad=True)
y = checkpoint(f, x, use_reentrant=False)
print(len(runs), y.grad_fn._saved_result.shape, len(runs), y.grad_fn._saved_result.shape, len(runs))
y.sum().backward()
print(len(runs))

# --- nested_with_a_gradient_inside
from torch.utils.checkpoint import checkpoint, set_checkpoint_early_stop
def slope(f):
    def wrapper(x):
        with torch.enable_grad():
            return torch.autograd.grad(f(x).sum(), x, create_graph=True)[0]
    return wrapper
def c(f):
    return lambda x: checkpoint(f, x, use_reentrant=False)
f, g = (lambda x: x.sin().exp().sin()), (lambda x: x.cos().sin().exp())
x = torch.tensor([0.25, 0.5], dtype=torch.float64, requires_grad=True)
expected = slope(slope(lambda x: g(f(x))))(x)
for stop in (True, False):
    with set_checkpoint_early_stop(stop):
        inner = lambda x: c(g)(c(f)(x))
        print(stop, torch.allclose(expected, slope(slope(c(inner)))(x)), torch.allclose(expected, slope(c(slope(c(inner))))(x)))
# --- graph_is_freed_at_once
import gc
import weakref
from torch.utils.checkpoint import checkpoint

gc.disable()
x = torch.ones(2, requires_grad=True)
y = checkpoint(torch.sin, checkpoint(torch.exp, x, use_reentrant=False), use_reentrant=False)
mark = type("Mark", (), {})()
y.grad_fn.metadata["mark"] = mark
mark = weakref.ref(mark)
y.sum().backward()
del y
gc.enable()
print(x.grad, mark())
