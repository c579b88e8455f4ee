# --- linear
from torch import nn
torch.manual_seed(1)
net = nn.Sequential(nn.LazyLinear(3), nn.ReLU(), nn.LazyLinear(1, bias=False))
print(net, net[0].weight, net[0].bias, net[0].in_features, net[0].weight.requires_grad, net[0].weight.dtype, type(net[0].weight).__name__)
print(net.state_dict())
opt = torch.optim.SGD(net.parameters(), lr=0.1)
net(torch.arange(4.).view(2, 2)).sum().backward()
opt.step()
net, net[0].weight, type(net[2]), net[2].weight.grad.shape

# --- convolutions_and_norms
from torch import nn
torch.manual_seed(2)
for layer, shape in ((nn.LazyConv2d(4, 3, groups=2, padding=1), (1, 2, 4, 4)), (nn.LazyConv1d(2, 2), (3, 5)), (nn.LazyConvTranspose2d(2, 2, stride=2), (1, 3, 2, 2)),
                     (nn.LazyBatchNorm1d(), (4, 3)), (nn.LazyBatchNorm2d(affine=False), (2, 3, 2, 2))):
    print(layer)
    y = layer(torch.ones(shape))
    print(layer, y.shape, [(n, tuple(p.shape)) for n, p in layer.state_dict().items()])

# --- same_start_as_the_layer
from torch import nn
torch.manual_seed(3)
a = nn.LazyLinear(2)
a(torch.ones(1, 3))
torch.manual_seed(3)
b = nn.Linear(3, 2)
a.weight.equal(b.weight), a.bias.equal(b.bias), a.weight.sum().grad_fn

# --- used_too_early
from torch import nn
w = nn.LazyLinear(3).weight
for wrong in (lambda: w.shape, lambda: w.sum(), lambda: w.numel(), lambda: w + 1, lambda: torch.ones(1) * w, lambda: w.view(-1),
              lambda: nn.Linear(2, 3).load_state_dict(nn.LazyLinear(3).state_dict()), lambda: nn.LazyConv2d(3, 2)(torch.ones(2, 2)),
              lambda: nn.LazyConv2d(4, 2, groups=2)(torch.ones(1, 3, 4, 4))):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

# --- loaded
from torch import nn
a = nn.LazyLinear(3)
print(a.load_state_dict(nn.Linear(2, 3).state_dict()), a.weight.shape, a)
print(a(torch.ones(1, 2)).shape, a)
nn.UninitializedParameter()
