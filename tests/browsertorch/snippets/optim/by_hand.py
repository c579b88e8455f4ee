# --- line_fit_by_hand
torch.manual_seed(1)
x = torch.linspace(0, 1, 20)
y = 3 * x + 2 + 0.1 * torch.randn(20)
w = torch.randn((), requires_grad=True)
b = torch.zeros((), requires_grad=True)
for epoch in range(200):
    loss = ((w * x + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.3 * w.grad
        b -= 0.3 * b.grad
        w.grad.zero_()
        b.grad.zero_()
    if epoch % 50 == 0:
        print(f"{epoch:3d} {loss.item():.4f}")
print(f"w={w.item():.3f} b={b.item():.3f}")

# --- data_style_update
w = torch.tensor([1., 2.], requires_grad=True)
(w ** 2).sum().backward()
w.data.sub_(0.1 * w.grad.data)
w.grad.data.zero_()
print(w, w.grad)

# --- freeze_and_unfreeze
w = torch.ones(2, requires_grad=True)
w.requires_grad_(False)
print((w * 2).requires_grad)
w.requires_grad_(True)
(w * 2).sum().backward()
print(w.grad)

# --- gradient_clipping_norm
import torch.nn as nn
w = nn.Parameter(torch.tensor([3., 4.]))
(w ** 2).sum().backward()
total = nn.utils.clip_grad_norm_([w], max_norm=1.0)
print(total, w.grad)

# --- gradient_ascent_sign
x = torch.tensor(0., requires_grad=True)
for _ in range(3):
    y = -(x - 1) ** 2
    y.backward()
    with torch.no_grad():
        x += 0.5 * x.grad
    x.grad = None
    print(x)

# --- momentum_by_hand
w = torch.tensor(5., requires_grad=True)
velocity = 0.
for _ in range(3):
    loss = w ** 2
    g, = torch.autograd.grad(loss, w)
    velocity = 0.9 * velocity + g
    with torch.no_grad():
        w -= 0.1 * velocity
    print(w.item(), velocity.item())

# --- accumulate_mini_batches
w = torch.tensor(1., requires_grad=True)
data = torch.tensor([1., 2., 3., 4.])
for batch in data.split(2):
    ((w * batch) ** 2).sum().backward()
a = w.grad.clone()
w.grad = None
((w * data) ** 2).sum().backward()
print(a, w.grad)

# --- forget_zero_grad
w = torch.tensor(1., requires_grad=True)
for step in range(3):
    (w * 2).backward()
    print(step, w.grad)

# --- an_optimizer_of_ones_own_is_torchs_bit_by_bit
class Mine(torch.optim.Optimizer):
    def __init__(self, params, lr, mu):
        super().__init__(params, dict(lr=lr, mu=mu))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                buffer = self.state[p].setdefault("buffer", torch.zeros_like(p))
                buffer.mul_(group["mu"]).add_(p.grad)
                p.add_(buffer, alpha=-group["lr"])

a = torch.tensor([1.0, -2.0, 0.3], requires_grad=True)
b = a.detach().clone().requires_grad_()
mine, torchs = Mine([a], 0.01, 0.9), torch.optim.SGD([b], 0.01, momentum=0.9)
for _ in range(20):
    for p, optimizer in ((a, mine), (b, torchs)):
        optimizer.zero_grad()
        (p ** 4).sum().backward()
        optimizer.step()
print(a, torch.equal(a, b))
x = torch.tensor([-1.5, 2.0], requires_grad=True)
lbfgs = torch.optim.LBFGS([x], max_iter=5, line_search_fn="strong_wolfe")
def closure():
    lbfgs.zero_grad()
    loss = (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2
    loss.backward()
    return loss
print([round(lbfgs.step(closure).item(), 4) for _ in range(4)])
list(lbfgs.state_dict()["state"][0])
