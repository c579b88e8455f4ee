# --- channels_last
x = torch.arange(24.0).reshape(1, 2, 3, 4)
y = x.to(memory_format=torch.channels_last)
print(y.shape, y.stride(), y.is_contiguous(), y.is_contiguous(memory_format=torch.channels_last), x.is_contiguous(memory_format=torch.channels_last))
print((y * 2).stride(), y.contiguous().stride(), x.contiguous(memory_format=torch.channels_last).stride(), torch.equal(x, y))
print(x.clone(memory_format=torch.channels_last).stride(), x.double(memory_format=torch.channels_last).stride(), torch.channels_last)
print(y.to(memory_format=torch.contiguous_format).stride(), y.to(memory_format=torch.preserve_format) is y)
torch.ones(1, 2, 3, 4, 5).to(memory_format=torch.channels_last_3d).stride()

# --- channels_last_gradient
x = torch.arange(24.0).reshape(1, 2, 3, 4).requires_grad_()
y = x.to(memory_format=torch.channels_last)
y.square().sum().backward()
y.grad_fn, x.grad.stride(), torch.equal(x.grad, 2 * x)

# --- channels_last_module
from torch import nn
net = nn.Sequential(nn.Conv2d(2, 3, 2), nn.Flatten(), nn.Linear(12, 1)).to(memory_format=torch.channels_last)
print(net[0].weight.stride(), net[2].weight.stride())
net(torch.ones(1, 2, 3, 3).to(memory_format=torch.channels_last)).shape

# --- channels_last_wrong
torch.ones(2, 3).to(memory_format=torch.channels_last)

# --- of_new_ones
x = torch.ones(2, 3, 4, 5)
for make in (torch.empty_like, torch.zeros_like, torch.rand_like, lambda x, **how: torch.full_like(x, 1, **how)):
    print(make(x, memory_format=torch.channels_last).stride(), make(x.mT, memory_format=torch.contiguous_format).stride())
print(torch.empty(2, 3, 4, 5, memory_format=torch.channels_last).stride(), torch.empty((2, 3), memory_format=torch.contiguous_format).stride())

# --- of_too_few_dimensions
torch.empty(2, 3, memory_format=torch.channels_last)

# --- order_of_results
x = torch.arange(6.).view(2, 3)
y = x.t()
for f in (torch.relu, torch.exp, lambda t: t + 1, lambda t: torch.cat([t, t]), lambda t: torch.stack([t, t]), lambda t: t.cumsum(0), lambda t: t.cumprod(1), lambda t: t.masked_fill(t > 2, 0), lambda t: t.roll(1, 0), lambda t: t.tril(), lambda t: torch.nn.functional.layer_norm(t, (2,))):
    print(f(y).stride())
