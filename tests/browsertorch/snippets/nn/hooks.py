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
