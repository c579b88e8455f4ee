# --- max_pool2d
import torch.nn.functional as F
x = torch.tensor([[[[1., 5., 2., 0.], [3., 4., 2., 2.], [0., 0., 9., 8.], [1., 0., 7., 9.]]]], requires_grad=True)
y, i = F.max_pool2d(x, 2, return_indices=True)
print(y, i, y.grad_fn._saved_result1.shape)
(y * torch.tensor([[1., 2.], [3., 4.]])).sum().backward()
x.grad

# --- max_pool_overlapping
import torch.nn.functional as F
x = torch.tensor([[[1., 3., 2., 5., 4.]]], requires_grad=True)
y = F.max_pool1d(x, 3, stride=1, padding=1)
print(y)
y.sum().backward()
x.grad

# --- max_pool_ceil_dilation_nan
import torch.nn.functional as F
x = torch.arange(25.).view(1, 1, 5, 5)
print(F.max_pool2d(x, 2, ceil_mode=True), F.max_pool2d(x, 2, stride=1, dilation=2), F.max_pool2d(-x, 3, 2, 1))
F.max_pool2d(torch.tensor([[[1., float('nan')], [2., 3.]]]), 2), F.max_pool2d(x.long(), 2), F.max_pool3d(torch.arange(8.).view(1, 1, 2, 2, 2), 2)

# --- max_pool_names
import torch.nn.functional as F
x = torch.ones(1, 1, 4, 4, requires_grad=True)
(F.max_pool2d(x, 2).grad_fn, F.max_pool1d(x[0], 2).grad_fn, F.avg_pool2d(x, 2).grad_fn, F.avg_pool1d(x[0], 2).grad_fn,
 F.adaptive_avg_pool2d(x, 2).grad_fn, F.adaptive_avg_pool2d(x, 1).grad_fn, F.adaptive_max_pool2d(x, 2).grad_fn)

# --- avg_pool
import torch.nn.functional as F
x = torch.arange(16.).view(1, 1, 4, 4).requires_grad_()
print(F.avg_pool2d(x, 2), F.avg_pool2d(x, 3, stride=2, padding=1), F.avg_pool2d(x, 3, stride=2, padding=1, count_include_pad=False))
print(F.avg_pool2d(x, 2, divisor_override=1), F.avg_pool2d(torch.arange(25.).view(1, 1, 5, 5), 2, ceil_mode=True))
print(F.avg_pool1d(torch.arange(6.).view(1, 6), 2), F.avg_pool2d(torch.ones(1, 1, 4, 4).long(), 2))
F.avg_pool2d(x, 2).pow(2).sum().backward()
x.grad

# --- adaptive
import torch.nn.functional as F
x = torch.arange(20.).view(1, 1, 4, 5).requires_grad_()
print(F.adaptive_avg_pool2d(x, (2, 3)), F.adaptive_avg_pool2d(x, 1), F.adaptive_avg_pool2d(x, (None, 1)))
print(F.adaptive_max_pool2d(x, (3, 2), return_indices=True), F.adaptive_max_pool1d(x[0], 2), F.adaptive_avg_pool1d(x[0], 2))
F.adaptive_avg_pool2d(x, (2, 2)).sum().backward()
print(x.grad)
x.grad = None
F.adaptive_max_pool2d(x, 3).sum().backward()
x.grad

# --- max_unpool
import torch.nn.functional as F
from torch import nn
x = torch.arange(16.).view(1, 1, 4, 4)
y, i = nn.MaxPool2d(2, return_indices=True)(x)
print(nn.MaxUnpool2d(2)(y, i), F.max_unpool2d(y, i, 2).shape)
nn.MaxUnpool2d(2)

# --- lp_pool
import torch.nn.functional as F
F.lp_pool2d(torch.tensor([[[[3., 4.], [0., 0.]]]]), 2, 2), F.lp_pool1d(torch.tensor([[3., 4., 6., 8.]]), 2, 2)

# --- wrong
import torch.nn.functional as F
x = torch.ones(1, 1, 4, 4)
for wrong in (lambda: F.max_pool2d(torch.ones(4, 4), 2), lambda: F.max_pool1d(torch.ones(4), 2), lambda: F.max_pool2d(x, 2, padding=2),
              lambda: F.max_pool2d(x, 5), lambda: F.max_pool2d(x, 0), lambda: F.max_pool2d(x, 2, stride=0), lambda: F.max_pool2d(x, (2, 2, 2)),
              lambda: F.max_pool1d(x[0], 5), lambda: F.max_pool1d(x[0], 0), lambda: F.max_pool2d(x[:, :0], 2), lambda: F.avg_pool2d(torch.ones(4, 4), 2),
              lambda: F.avg_pool2d(x, 5), lambda: F.avg_pool2d(x, 2, padding=2), lambda: F.avg_pool2d(x, 2, divisor_override=0),
              lambda: F.adaptive_avg_pool2d(torch.ones(4, 4), 2), lambda: F.adaptive_avg_pool2d(x, (2, 2, 2)),
              lambda: F.adaptive_avg_pool2d(x.long(), 2), lambda: F.max_pool2d(2, 2), lambda: F.avg_pool2d(2, 2)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

# --- gradcheck
import torch.nn.functional as F
from torch.autograd import gradcheck, gradgradcheck
x = torch.randn(2, 2, 5, 6, dtype=torch.float64, requires_grad=True)
for f in (lambda x: F.max_pool2d(x, 3, 2, 1), lambda x: F.avg_pool2d(x, 3, 2, 1, ceil_mode=True), lambda x: F.adaptive_avg_pool2d(x, (3, 4)),
          lambda x: F.adaptive_max_pool2d(x, (2, 4)), lambda x: F.avg_pool1d(x[0], 2), lambda x: F.max_pool1d(x[0], 2), lambda x: F.unfold(x, 2)):
    print(gradcheck(f, (x,)), gradgradcheck(f, (x,)))

# --- layers_text
from torch import nn
print(nn.MaxPool2d(2), nn.MaxPool2d(3, stride=1, padding=1, ceil_mode=True), nn.MaxPool1d(3), nn.AvgPool1d(3), nn.AvgPool2d((2, 3)), nn.AvgPool3d(2))
print(nn.AdaptiveAvgPool2d((1, None)), nn.AdaptiveAvgPool1d(2), nn.AdaptiveMaxPool2d(2), nn.LPPool2d(2, 3), nn.MaxUnpool1d(2))
x = torch.arange(24.).view(1, 2, 3, 4)
nn.MaxPool2d((2, 3))(x), nn.AvgPool2d(2, 1)(x), nn.AdaptiveAvgPool2d((1, None))(x).shape, nn.AvgPool1d(2)(x[0]), nn.MaxPool2d(2)(x[0])

# --- layers_wrong
from torch import nn
for wrong in (lambda: nn.MaxPool2d(), lambda: nn.MaxPool2d(2)(torch.ones(3)), lambda: nn.MaxPool2d(2)(torch.ones(1, 1, 3)), lambda: nn.AvgPool2d(2)(torch.ones(3, 1, 1))):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
