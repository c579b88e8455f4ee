# --- line_by_hand
torch.manual_seed(0)
x = torch.linspace(-1, 1, 20)
y = 3 * x + 0.5
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
for step in range(50):
    loss = ((w * x + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.3 * w.grad
        b -= 0.3 * b.grad
    w.grad = None
    b.grad = None
    if step % 10 == 0:
        print(step, f"{loss.item():.5f}")
w, b

# --- line_with_linear
import torch.nn as nn
torch.manual_seed(0)
x = torch.linspace(-1, 1, 30).unsqueeze(1)
y = 2 * x - 1 + 0.1 * torch.randn(x.shape)
model = nn.Linear(1, 1)
opt = torch.optim.SGD(model.parameters(), lr=0.2)
criterion = nn.MSELoss()
for epoch in range(40):
    opt.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    opt.step()
print(f"{loss.item():.4f}")
model.weight, model.bias, model.weight.grad.shape

# --- xor
import torch.nn as nn
torch.manual_seed(1)
x = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
y = torch.tensor([[0.], [1.], [1.], [0.]])
model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())
opt = torch.optim.Adam(model.parameters(), lr=0.05)
for epoch in range(200):
    loss = nn.functional.binary_cross_entropy(model(x), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
print((model(x) > 0.5).int().flatten())
loss.item() < 0.2

# --- classes
import torch.nn as nn
torch.manual_seed(0)
x = torch.randn(30, 2)
y = (x[:, 0] + x[:, 1] > 0).long()
model = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.5, momentum=0.9)
for epoch in range(30):
    opt.zero_grad()
    loss = nn.CrossEntropyLoss()(model(x), y)
    loss.backward()
    opt.step()
accuracy = (model(x).argmax(dim=1) == y).float().mean()
print(f"{loss.item():.2f}", accuracy)

# --- polynomial
import math
torch.manual_seed(0)
x = torch.linspace(-math.pi, math.pi, 200)
y = torch.sin(x)
a, b, c, d = (torch.randn((), requires_grad=True) for _ in range(4))
for t in range(200):
    loss = (a + b * x + c * x ** 2 + d * x ** 3 - y).pow(2).sum()
    loss.backward()
    with torch.no_grad():
        for p in (a, b, c, d):
            p -= 1e-6 * p.grad
            p.grad = None
    if t % 100 == 99:
        print(t, f"{loss.item():.1f}")
print(f"{a.item():.3f} {b.item():.3f} {c.item():.3f} {d.item():.3f}")

# --- first_losses
import torch.nn as nn
torch.manual_seed(42)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
x, y = torch.randn(6, 4), torch.randint(0, 3, (6,))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
for i in range(3):
    loss = nn.functional.cross_entropy(model(x), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(loss)
model[2].weight[0]

# --- eval_without_grad
import torch.nn as nn
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 4), nn.Dropout(0.5), nn.Linear(4, 1))
x = torch.ones(2, 2)
model.train()
print(model(x))
model.eval()
with torch.no_grad():
    print(model(x), model(x).requires_grad)

# --- batches
torch.manual_seed(0)
x = torch.arange(10.)
for start in range(0, 10, 4):
    print(x[start:start + 4])
for i in torch.randperm(6).split(2):
    print(i)

# --- running_loss_keeps_graph
w = torch.tensor(1., requires_grad=True)
total = 0
for i in range(3):
    loss = (w - i) ** 2
    total += loss
print(total)
total = sum(((w - i) ** 2).item() for i in range(3))
total

# --- hidden_state_between_steps
import torch.nn as nn
torch.manual_seed(0)
cell = nn.Linear(2, 2)
h = torch.zeros(1, 2)
for step in range(2):
    h = torch.tanh(cell(h))
    loss = h.sum()
    loss.backward()

# --- hidden_state_detached
import torch.nn as nn
torch.manual_seed(0)
cell = nn.Linear(2, 2)
h = torch.zeros(1, 2)
for step in range(3):
    h = torch.tanh(cell(h.detach()))
    h.sum().backward()
cell.bias.grad

# --- gradient_accumulation
import torch.nn as nn
torch.manual_seed(0)
a = nn.Linear(2, 1)
x = torch.randn(4, 2)
(a(x) ** 2).sum().backward()
whole = a.weight.grad.clone()
a.zero_grad()
for part in x.split(2):
    (a(part) ** 2).sum().backward()
torch.allclose(whole, a.weight.grad)

# --- clipping_in_a_loop
import torch.nn as nn
w = nn.Parameter(torch.tensor([10., -10.]))
opt = torch.optim.SGD([w], lr=1.)
for _ in range(3):
    opt.zero_grad()
    (w ** 4).sum().backward()
    norm = nn.utils.clip_grad_norm_([w], 1.)
    opt.step()
    print(norm, w)

# --- weights_shared_by_two_losses
import torch.nn as nn
torch.manual_seed(0)
body, head1, head2 = nn.Linear(2, 3), nn.Linear(3, 1), nn.Linear(3, 1)
h = torch.relu(body(torch.ones(1, 2)))
loss = head1(h).sum() + 0.5 * head2(h).sum()
loss.backward()
body.weight.grad, loss

# --- save_best_state
import copy
import torch.nn as nn
torch.manual_seed(0)
model = nn.Linear(1, 1)
opt = torch.optim.SGD(model.parameters(), lr=0.1)
best = copy.deepcopy(model.state_dict())
for _ in range(2):
    opt.zero_grad()
    (model(torch.ones(1, 1)) ** 2).sum().backward()
    opt.step()
print(best["weight"], model.weight)
model.load_state_dict(best)
model.weight

# --- moving_target_forgot_no_grad
w = torch.tensor(1., requires_grad=True)
loss = (w - 3) ** 2
loss.backward()
w -= 0.1 * w.grad

# --- lost_the_leaf
w = torch.tensor(1., requires_grad=True)
for _ in range(2):
    loss = (w - 3) ** 2
    loss.backward()
    w = w - 0.1 * w.grad

# --- diverging
x, y = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([2.0, 4.0, 6.0])
w = torch.zeros(1, requires_grad=True)
opt = torch.optim.SGD([w], lr=1e5)
for step in range(8):
    loss = torch.nn.functional.mse_loss(w * x, y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(f"{loss.item():.4g} {w.item():.4g}")
print((w - 1).abs(), torch.sign(w), torch.nn.functional.layer_norm(w * x, (3,)), (w * x).max())

# --- nan_has_no_sign
x = torch.tensor([float("nan"), -2.0, 0.0], requires_grad=True)
print(x.sign(), torch.autograd.grad(x.abs().sum(), x), torch.autograd.grad(x.max(), x))
torch.tensor([float("inf"), -float("inf")]).cumsum(0)
