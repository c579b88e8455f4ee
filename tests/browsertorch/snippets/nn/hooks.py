# --- forward_hooks
import torch.nn as nn
layer = nn.Linear(2, 1)
h1 = layer.register_forward_pre_hook(lambda m, args: print("pre", args))
h2 = layer.register_forward_hook(lambda m, args, out: print("post", out.shape))
layer(torch.ones(1, 2))
h1.remove(); h2.remove()
handle = layer.register_forward_hook(lambda m, args, out: out * 0)
layer(torch.ones(1, 2))

# --- backward_hook
import torch.nn as nn
layer = nn.Linear(2, 1)
layer.register_full_backward_hook(lambda m, gi, go: print("grads", gi, go))
x = torch.ones(1, 2, requires_grad=True)
layer(x).sum().backward()
x.grad.shape

# --- forward_pre_hook_with_keywords
from torch import nn
class M(nn.Module):
    def forward(self, x, scale=1):
        return x * scale
m = M()
m.register_forward_pre_hook(lambda m, args, kwargs: ((args[0] + 1,), {"scale": 3}), with_kwargs=True)
m.register_forward_pre_hook(lambda m, args: print("first", args), prepend=True)
m(torch.ones(1), scale=2)

# --- hooks_change_gradients
import torch.nn as nn
m = nn.Linear(2, 2)
m.register_forward_hook(lambda m, i, o: None)
m.register_full_backward_hook(lambda m, gi, go: (gi[0] * 0,))
x = torch.ones(1, 2, requires_grad=True)
y = m(x)
print(y)
y.sum().backward()
x.grad

# --- activations_collected_by_hooks
import torch.nn as nn
m = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
acts = {}
for n, l in m.named_children():
    l.register_forward_hook(lambda mod, i, o, n=n: acts.__setitem__(n, o.detach()))
m(torch.ones(1, 2))
acts

# --- backward_hook_without_input_gradient
import torch.nn as nn
m = nn.Linear(2, 1)
m.register_full_backward_hook(lambda m, gi, go: print(gi, go))
m(torch.ones(1, 2)).backward()

# --- backward_pre_hook
import torch.nn as nn
m = nn.Linear(2, 1)
h = m.register_full_backward_pre_hook(lambda m, go: (go[0] * 2,))
m(torch.ones(1, 2)).backward()
print(m.weight.grad, type(h))

# --- parameter_hook
import torch.nn as nn
m = nn.Linear(2, 1)
m.weight.register_hook(lambda g: g * 10)
m(torch.ones(1, 2)).backward()
m.weight.grad, m.bias.grad

# --- in_place_after_a_hooked_module
layer = torch.nn.Linear(2, 2)
layer.register_full_backward_hook(lambda module, grad_in, grad_out: None)
with torch.no_grad():
    layer(torch.ones(1, 2)).add_(1)
torch.nn.Sequential(layer, torch.nn.ReLU(inplace=True))(torch.ones(1, 2))

# --- in_place_within_a_hooked_module
class Two(torch.nn.Module):
    def forward(self, x, y):
        y += 1
        return x * 2, y
m = Two()
m.register_full_backward_hook(lambda module, grad_in, grad_out: None)
x = torch.ones(2, requires_grad=True)
a, b = m(x, torch.ones(2))
b += 1
print(a, b)
m(x, x * 2)

# --- backward_hook_and_an_output_that_is_no_tensor
class Named(torch.nn.Module):
    def forward(self, x):
        return {"out": x * 2}
m = Named()
m.register_full_backward_hook(lambda *args: print("never"))
x = torch.tensor(1., requires_grad=True)
m(x)["out"].backward()
x.grad

# --- backward_pre_hook_with_two_outputs
class Two(torch.nn.Module):
    def forward(self, x):
        return x * 2, x * 3
m = Two()
m.register_full_backward_pre_hook(lambda m, grads: print(grads))
m.register_full_backward_hook(lambda m, grad_in, grad_out: print(grad_in, grad_out))
m(torch.tensor(1., requires_grad=True))[0].backward()

# --- backward_hook_and_keywords_only
class Product(torch.nn.Module):
    def forward(self, x, y):
        return x * y
m = Product()
m.register_full_backward_hook(lambda m, grad_in, grad_out: print(grad_in, grad_out))
a, b = torch.tensor(2., requires_grad=True), torch.tensor(3., requires_grad=True)
m(a, y=b).backward()
m(x=a, y=b).backward()

# --- module_hook_inplace
lin = torch.nn.Linear(2, 2)
lin.register_full_backward_hook(lambda m, gi, go: None)
y = lin(torch.ones(1, 2, requires_grad=True))
y += 1

# --- module_hook_inplace_input
class M(torch.nn.Module):
    def forward(self, x):
        x += 1
        return x
m = M()
m.register_full_backward_hook(lambda m, gi, go: None)
m(torch.ones(1, 2, requires_grad=True) * 1)

# --- module_pre_hook_inplace
m = torch.nn.Linear(2, 2)
m.register_full_backward_pre_hook(lambda m, go: None)
y = m(torch.ones(1, 2, requires_grad=True))
y.mul_(2)

# --- module_hook_relu_inplace
m = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.ReLU(inplace=True))
m[0].register_full_backward_hook(lambda m, gi, go: None)
m(torch.ones(1, 2))

# --- module_hook_tuple
class M(torch.nn.Module):
    def forward(self, x):
        return x * 1, x * 2
m = M()
m.register_full_backward_hook(lambda m, gi, go: None)
a, b = m(torch.ones(2, requires_grad=True))
b *= 2

# --- hook_double2
lin = torch.nn.Linear(2, 1)
n = []
lin.register_full_backward_hook(lambda m, gi, go: n.append((gi, go)))
lin.register_full_backward_pre_hook(lambda m, go: print("pre"))
x = torch.ones(1, 2, requires_grad=True)
y = (lin(x) ** 3).sum()
(g,) = torch.autograd.grad(y, x, create_graph=True)
print(len(n))
(h,) = torch.autograd.grad(g.sum(), x, create_graph=True)
print(len(n))
h.sum().backward()
print(len(n))

# --- hook_double3
lin = torch.nn.Linear(2, 1)
n = []
lin.register_full_backward_hook(lambda m, gi, go: n.append((gi, go)))
x = torch.ones(1, 2)
y = (lin(x) ** 3).sum()
g, b = torch.autograd.grad(y, list(lin.parameters()), create_graph=True)
print(len(n))
(g.sum()+b.sum()).backward()
print(len(n))

# --- hook_double4
n = []
net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 1))
for i, m in enumerate(net):
    m.register_full_backward_hook(lambda m, gi, go, i=i: print(i, [None if t is None else tuple(t.shape) for t in gi], [tuple(t.shape) for t in go]))
x = torch.ones(1, 2, requires_grad=True)
y = net(x).sum()
(g,) = torch.autograd.grad(y, x, create_graph=True)
print("second")
g.sum().backward()

# --- hook_double6
lin = torch.nn.Tanh()
lin.register_full_backward_hook(lambda m, gi, go: (gi[0] * 2,))
lin.register_full_backward_pre_hook(lambda m, go: (go[0] * 3,))
x = torch.ones(2, requires_grad=True)
y = lin(x).sum()
(g,) = torch.autograd.grad(y, x, create_graph=True)
print(g)
g.sum().backward()
print(x.grad)

# --- register_backward_hook
m = torch.nn.Linear(2, 1)
h = m.register_backward_hook(lambda m, gi, go: print([None if g is None else g.shape for g in gi], [g.shape for g in go]))
x = torch.ones(1, 2, requires_grad=True)
m(x).sum().backward()
h.remove()
m(x).sum().backward()

# --- register_backward_hook_both
m = torch.nn.Linear(2, 1)
m.register_backward_hook(lambda m, gi, go: None)
m.register_full_backward_hook(lambda m, gi, go: None)

# --- register_backward_hook_both2
m = torch.nn.Linear(2, 1)
m.register_full_backward_hook(lambda m, gi, go: None)
m.register_backward_hook(lambda m, gi, go: None)

# --- register_backward_hook_no_grad
m = torch.nn.Linear(2, 1)
m.register_backward_hook(lambda m, gi, go: print("x"))
with torch.no_grad():
    m(torch.ones(1, 2))
m = torch.nn.Tanh()
m.register_backward_hook(lambda m, gi, go: print("y", gi, go))
x = torch.ones(2, requires_grad=True)
m(x).sum().backward()

# --- register_backward_hook_seq
m = torch.nn.Sequential(torch.nn.Linear(2, 1), torch.nn.Tanh())
m.register_backward_hook(lambda m, gi, go: print(len(gi), len(go)))
m(torch.ones(1, 2)).sum().backward()

# --- register_backward_hook_replace
m = torch.nn.Tanh()
m.register_backward_hook(lambda m, gi, go: (gi[0] * 3,))
x = torch.zeros(2, requires_grad=True)
m(x).sum().backward()
print(x.grad)

# --- register_backward_hook_tuple
class M(torch.nn.Module):
    def forward(self, x): return x * 2, x * 3
m = M()
m.register_backward_hook(lambda m, gi, go: print("h"))
x = torch.zeros(2, requires_grad=True)
a, b = m(x)
(a + b).sum().backward()
# --- hooks_of_every_module
from torch.nn.modules.module import register_module_forward_hook, register_module_forward_pre_hook

torch.manual_seed(0)
net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.ReLU(), torch.nn.Linear(3, 1))
own = net[0].register_forward_hook(lambda module, args, output: print("own"))
before = register_module_forward_pre_hook(lambda module, args: print("before", type(module).__name__))
after = register_module_forward_hook(lambda module, args, output: print("after", type(module).__name__, output.shape))
net(torch.ones(1, 2))
before.remove()
own.remove()
net[0].register_forward_hook(lambda module, args, output: print("second"))
net[0].register_forward_hook(lambda module, args, output: print("first"), prepend=True)
net(torch.ones(1, 2))
after.remove()
print(net(torch.ones(1, 2)).shape)
# --- what_a_hook_of_every_module_returns
from torch.nn.modules import module

first = module.register_module_forward_pre_hook(lambda module, args: (args[0] * 2,))
second = module.register_module_forward_hook(lambda module, args, output: output + 1)
print(torch.nn.Identity()(torch.ones(2)))
first.remove()
second.remove()
print(torch.nn.Identity()(torch.ones(2)))
# --- backward_hooks_of_every_module
from torch.nn.modules.module import register_module_full_backward_hook, register_module_full_backward_pre_hook

net = torch.nn.Sequential(torch.nn.Linear(2, 1), torch.nn.ReLU())
with torch.no_grad():
    for p in net.parameters():
        p.fill_(1.0)
before = register_module_full_backward_pre_hook(lambda module, g: print("before", type(module).__name__, g))
after = register_module_full_backward_hook(lambda module, g_in, g_out: print("after", type(module).__name__, g_in, g_out))
x = torch.ones(1, 2, requires_grad=True)
net(x).sum().backward()
before.remove()
after.remove()
net(x).sum().backward()
x.grad
# --- of_every_module_by_its_place
handle = torch.nn.modules.module.register_module_forward_hook(lambda m, args, out: print(type(m).__name__, tuple(out.shape)))
torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.ReLU())(torch.zeros(1, 2))
handle.remove()
torch.nn.ReLU()(torch.zeros(1))
