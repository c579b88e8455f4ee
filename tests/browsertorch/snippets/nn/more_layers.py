# --- group_norm
import torch.nn.functional as F
x = torch.arange(16.0).view(2, 4, 2).requires_grad_()
layer = torch.nn.GroupNorm(2, 4)
y = layer(x)
print(layer, y.grad_fn.name(), [f"{v:.3f}" for v in y.reshape(-1).tolist()], torch.nn.GroupNorm(1, 2, affine=False), torch.nn.GroupNorm(1, 2, bias=False))
y.pow(3).sum().backward()
print([f"{v:.3f}" for v in x.grad.reshape(-1).tolist()], layer.bias.grad.shape, [f"{v:.2f}" for v in layer.weight.grad.tolist()])
a, w, b = torch.tensor([[[1.0, 3.0], [0.0, 2.0]], [[5.0, 1.0], [1.0, 1.5]]], dtype=torch.float64, requires_grad=True), torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True), torch.zeros(2, dtype=torch.float64, requires_grad=True)
print(torch.autograd.gradcheck(lambda *t: F.group_norm(t[0], 1, *t[1:]), (a, w, b)), torch.autograd.gradgradcheck(lambda *t: F.group_norm(t[0], 1, *t[1:]), (a, w, b)))
for f in (lambda: torch.nn.GroupNorm(3, 4), lambda: F.group_norm(torch.ones(1, 4, 2), 3), lambda: F.group_norm(torch.ones(1, 4, 2), 2, torch.ones(3)), lambda: F.group_norm(torch.ones(2), 1)):
    try:
        f()
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__, e)

# --- instance_norm
import torch.nn.functional as F
x = torch.arange(12.0).view(1, 2, 6).requires_grad_()
y = torch.nn.InstanceNorm1d(2)(x)
print(y.grad_fn.name(), [f"{v:.3f}" for v in y.reshape(-1).tolist()])
layer = torch.nn.InstanceNorm2d(2, affine=True, track_running_stats=True)
print(layer, list(layer.state_dict()), layer(x.view(1, 2, 2, 3)).shape, [f"{v:.3f}" for v in [*layer.running_mean.tolist(), *layer.running_var.tolist()]], layer.eval()(x.view(2, 2, 3)).shape)
print(torch.nn.InstanceNorm3d(1)(torch.ones(1, 1, 2, 2, 2)).sum(), torch.autograd.gradcheck(F.instance_norm, (x.detach().double().requires_grad_(),)))
for f in (lambda: torch.nn.InstanceNorm1d(2)(torch.ones(1, 2, 1)), lambda: torch.nn.InstanceNorm2d(2)(torch.ones(2))):
    try:
        f()
    except ValueError as e:
        print(e)

# --- rms_norm
import torch.nn.functional as F
layer = torch.nn.RMSNorm(3)
y = layer(torch.tensor([[1.0, 2.0, 2.0]], requires_grad=True))
print(layer, y.grad_fn.name(), [f"{v:.3f}" for v in y.reshape(-1).tolist()], torch.nn.RMSNorm([2, 3], eps=1e-5, elementwise_affine=False))
print(torch.autograd.gradcheck(lambda x: F.rms_norm(x, (3,), eps=1e-3), torch.tensor([[1.0, 2.0, 3.0]], dtype=torch.float64, requires_grad=True)))

# --- gates
import torch.nn.functional as F
x = torch.tensor([[1.0, -2.0, 0.0, 3.0]], requires_grad=True)
print(torch.nn.GLU()(x).grad_fn.name(), [f"{v:.3f}" for v in F.glu(x).reshape(-1).tolist()], torch.nn.PReLU()(x), torch.nn.PReLU(4, 0.5)(x), F.rrelu(x), torch.nn.PReLU(4), torch.nn.GLU(0), torch.nn.RReLU(), torch.nn.Softmax2d())
g, = torch.autograd.grad(F.glu(x).sum(), x)
print([f"{v:.3f}" for v in g.reshape(-1).tolist()], torch.autograd.gradgradcheck(F.glu, (x.detach().double().requires_grad_(),)))
print(torch.nn.Softmax2d()(torch.zeros(2, 1, 1)), torch.nn.Bilinear(2, 3, 4), torch.nn.Bilinear(2, 3, 4)(torch.ones(5, 2), torch.ones(5, 3)).shape, F.bilinear(torch.ones(1, 2), torch.ones(1, 2), torch.arange(4.0).view(1, 2, 2), torch.ones(1)))
for f in (lambda: F.glu(torch.ones(3)), lambda: torch.nn.Softmax2d()(torch.ones(2)), lambda: torch.nn.Bilinear(0, 1, 1)):
    try:
        f()
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__, e)

# --- dropout_of_channels
x = torch.ones(2, 4, 3, requires_grad=True)
for layer in (torch.nn.Dropout1d(), torch.nn.Dropout2d(0.25), torch.nn.Dropout3d(), torch.nn.AlphaDropout(0.2)):
    y = layer(x if layer.p == 0.5 and "1d" in repr(layer) else x.view(1, 2, 4, 3) if "2d" in repr(layer) else x.view(1, 2, 2, 2, 3))
    print(layer, y.grad_fn.name(), [f"{v:.2f}" for v in y.reshape(-1).tolist()], torch.equal(layer.eval()(y), y))
