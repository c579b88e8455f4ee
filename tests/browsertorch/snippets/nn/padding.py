# --- modes
import torch.nn.functional as F
x = torch.arange(1., 10.).view(1, 1, 3, 3).requires_grad_()
for mode in ('reflect', 'replicate', 'circular'):
    y = F.pad(x, (1, 2, 0, 1), mode)
    x.grad = None
    y.sum().backward()
    print(mode, y.detach(), x.grad)
F.pad(x, (1, 1, 1, 1), 'reflect').grad_fn, F.pad(x[0], (1, 1), 'replicate').grad_fn

# --- modes_wrong
import torch.nn.functional as F
x = torch.arange(4.).view(1, 1, 4)
for wrong in (lambda: F.pad(x, (4, 2), 'reflect'), lambda: F.pad(x, (5, 2), 'circular'), lambda: F.pad(x, (1, 2), 'mirror'),
              lambda: F.pad(x, (1, 2), 'reflect', value=1), lambda: F.pad(torch.ones(4), (1, 2), 'reflect')):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

# --- gradcheck
import torch.nn.functional as F
from torch.autograd import gradcheck, gradgradcheck
x = torch.randn(1, 2, 3, 3, dtype=torch.float64, requires_grad=True)
[(gradcheck(f, (x,)), gradgradcheck(f, (x,))) for mode in ('reflect', 'replicate', 'circular') for f in [lambda x: F.pad(x, (1, 2, 2, 0), mode)]]

# --- layers
from torch import nn
x = torch.arange(4.).view(1, 1, 4)
print(nn.ReflectionPad1d(2)(x), nn.ReplicationPad1d((0, 2))(x), nn.CircularPad1d(1)(x), nn.ConstantPad1d(1, 2.5)(x), nn.ZeroPad1d((1, 0))(x))
nn.ReflectionPad2d(2), nn.ZeroPad2d((1, 2, 3, 4)), nn.ConstantPad2d(1, 2.5), nn.ReplicationPad3d(1)
