# --- function_inside_a_module
import torch.nn as nn
class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g
class L(nn.Module):
    def forward(self, x):
        return Square.apply(x)
m = nn.Sequential(nn.Linear(1, 1), L())
y = m(torch.ones(1, 1))
print(m, y)
y.backward()
m[0].bias.grad

# --- checkpointed_layer
import torch.nn as nn
from torch.utils.checkpoint import checkpoint
m = nn.Linear(2, 2)
y = checkpoint(m, torch.ones(1, 2), use_reentrant=False)
y.sum().backward()
y, m.weight.grad

# --- inference_mode_layer
import torch.nn as nn
m = nn.Linear(2, 2)
with torch.inference_mode():
    y = m(torch.ones(1, 2))
y, y.requires_grad, y.is_inference()

# --- anomaly_mode_layer
import torch.nn as nn
m = nn.Linear(2, 2)
with torch.autograd.set_detect_anomaly(True):
    m(torch.ones(1, 2)).sum().backward()
m.bias.grad

# --- jacobian_of_a_layer
import torch.nn as nn
m = nn.Linear(2, 2)
J = torch.autograd.functional.jacobian(m, torch.ones(2))
torch.allclose(J, m.weight)

# --- gradients_per_sample
import torch.nn as nn
m = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
x = torch.ones(4, 2)
per = torch.func.vmap(torch.func.grad(lambda p, x: torch.func.functional_call(m, p, (x,)).sum()), in_dims=(None, 0))({k: v.detach() for k, v in m.named_parameters()}, x)
{k: v.shape for k, v in per.items()}

# --- functional_call
import torch.nn as nn
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 2), nn.Sigmoid())
from torch.func import functional_call
params = {k: v.detach() for k, v in net.named_parameters()}
functional_call(net, params, (torch.ones(1, 2),))

# --- func_grad_of_a_weight
import torch.nn as nn
net = nn.Linear(2, 1)
def f(w):
    return (torch.ones(2) * w).sum()
torch.func.grad(f)(net.weight[0].detach())

# --- walk_the_graph
import torch.nn as nn
net = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 1))
y = net(torch.ones(1, 2))
f = y.grad_fn
while f:
    print(f.name(), len(f.next_functions))
    f = f.next_functions[1][0] if len(f.next_functions) > 1 else f.next_functions[0][0] if f.next_functions else None
