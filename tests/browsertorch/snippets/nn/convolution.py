# --- conv2d_by_hand
import torch.nn.functional as F
x = torch.arange(16.).view(1, 1, 4, 4).requires_grad_()
w = torch.tensor([[[[1., 0.], [0., -1.]]]], requires_grad=True)
y = F.conv2d(x, w)
print(y, y.grad_fn.next_functions)
y.sum().backward()
x.grad, w.grad

# --- conv2d_channels_stride_padding_dilation_groups
import torch.nn.functional as F
x = (torch.arange(2 * 4 * 5 * 6) % 7 - 3.).view(2, 4, 5, 6).requires_grad_()
w = (torch.arange(6 * 2 * 2 * 3) % 5 - 2.).view(6, 2, 2, 3).requires_grad_()
b = torch.arange(6.).requires_grad_()
y = F.conv2d(x, w, b, stride=(1, 2), padding=(2, 1), dilation=(2, 1), groups=2)
print(y.shape, y[1, 4])
(y * (torch.arange(y.numel()) % 3).view_as(y)).sum().backward()
x.grad[0, 1], w.grad[3], b.grad

# --- conv1d
import torch.nn.functional as F
x = torch.tensor([[[1., 2., 3., 4., 5.]]], requires_grad=True)
w = torch.tensor([[[1., 10.]]], requires_grad=True)
print(F.conv1d(x, w), F.conv1d(x, w, stride=2, padding=1), F.conv1d(x, w, dilation=3))
F.conv1d(x, w, padding=1).pow(2).sum().backward()
x.grad, w.grad

# --- conv3d
import torch.nn.functional as F
x = torch.arange(16.).view(1, 2, 2, 2, 2)
F.conv3d(x, torch.ones(1, 2, 1, 2, 2), torch.tensor([100.])), F.conv3d(x, torch.ones(2, 1, 2, 2, 2), groups=2).flatten()

# --- conv_without_batch
import torch.nn.functional as F
x = torch.arange(9.).view(1, 3, 3).requires_grad_()
y = F.conv2d(x, torch.ones(2, 1, 2, 2))
print(y, y.grad_fn.next_functions)
F.conv1d(torch.ones(1, 3), torch.ones(1, 1, 2))

# --- conv_same_and_valid
import torch.nn.functional as F
x = torch.arange(5.).view(1, 1, 5)
print(F.conv1d(x, torch.ones(1, 1, 3), padding='same'), F.conv1d(x, torch.ones(1, 1, 3), padding='valid'))
F.conv1d(x, torch.ones(1, 1, 2), padding='same')

# --- conv_of_integers
import torch.nn.functional as F
F.conv2d(torch.ones(1, 1, 3, 3).long(), torch.ones(1, 1, 2, 2).long())

# --- conv_empty_batch
import torch.nn.functional as F
F.conv2d(torch.ones(0, 1, 3, 3), torch.ones(2, 1, 2, 2)).shape

# --- conv_wrong
import torch.nn.functional as F
x, w = torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2)
for wrong in (lambda: F.conv2d(torch.ones(3, 3), w), lambda: F.conv2d(torch.ones(1, 2, 3, 3), w), lambda: F.conv2d(x, torch.ones(1, 1, 5, 5)),
              lambda: F.conv2d(x, w, torch.ones(2)), lambda: F.conv2d(x, w, stride=0), lambda: F.conv2d(x, w, padding=-1),
              lambda: F.conv2d(x, w, dilation=0), lambda: F.conv2d(x, w, dilation=3), lambda: F.conv2d(x, w, groups=0),
              lambda: F.conv2d(x, torch.ones(3, 1, 2, 2), groups=2), lambda: F.conv2d(torch.ones(1, 4, 3, 3), torch.ones(4, 1, 2, 2), groups=2),
              lambda: F.conv2d(x, w, stride=(1, 1, 1)), lambda: F.conv2d(x, w, padding='same', stride=2), lambda: F.conv2d(x, w, padding='all'),
              lambda: F.conv2d(x.double(), w), lambda: F.conv2d(x, w.double()), lambda: F.conv2d(x, w, torch.ones(1).double()),
              lambda: F.conv1d(torch.ones(3), torch.ones(1, 1, 2)), lambda: F.conv2d(1), lambda: F.conv2d(x, [1.])):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

# --- conv_transpose2d
import torch.nn.functional as F
x = torch.arange(1., 5.).view(1, 1, 2, 2).requires_grad_()
w = torch.tensor([[[[1., 10.], [100., 1000.]]]], requires_grad=True)
print(F.conv_transpose2d(x, w), F.conv_transpose2d(x, w, stride=2, padding=1, output_padding=1))
y = F.conv_transpose2d(x, w, stride=2)
print(y.grad_fn)
(y * torch.arange(16.).view(1, 1, 4, 4)).sum().backward()
x.grad, w.grad

# --- conv_transpose1d_and_3d
import torch.nn.functional as F
x = torch.tensor([[[1., 2.], [3., 4.]]])
w = torch.arange(1., 13.).view(2, 2, 3)
print(F.conv_transpose1d(x, w, torch.tensor([0.5, -0.5])), F.conv_transpose1d(x, w, stride=3, dilation=2, groups=2))
F.conv_transpose3d(torch.ones(1, 1, 1, 1, 2), torch.ones(1, 1, 1, 2, 2)), F.conv_transpose1d(x[0], w)

# --- conv_transpose_wrong
import torch.nn.functional as F
x, w = torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2)
for wrong in (lambda: F.conv_transpose2d(torch.ones(3, 3), w), lambda: F.conv_transpose2d(torch.ones(1, 2, 3, 3), w),
              lambda: F.conv_transpose2d(x, w, output_padding=1), lambda: F.conv_transpose2d(x, w, torch.ones(2))):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

# --- gradcheck
import torch.nn.functional as F
from torch.autograd import gradcheck, gradgradcheck
x = torch.randn(2, 2, 5, 4, dtype=torch.float64, requires_grad=True)
w = torch.randn(2, 1, 2, 3, dtype=torch.float64, requires_grad=True)
b = torch.randn(2, dtype=torch.float64, requires_grad=True)
def conv(x, w, b):
    return F.conv2d(x, w, b, stride=2, padding=1, dilation=(1, 2), groups=2)
def back(x, w, b):
    return F.conv_transpose2d(x, w, b, stride=2, padding=1, output_padding=1, groups=2)
gradcheck(conv, (x, w, b)), gradgradcheck(conv, (x, w, b)), gradcheck(back, (x, w, b)), gradgradcheck(back, (x, w, b))

# --- gradcheck_1d_and_3d
import torch.nn.functional as F
from torch.autograd import gradcheck
x = torch.randn(2, 2, 5, dtype=torch.float64, requires_grad=True)
w = torch.randn(3, 2, 2, dtype=torch.float64, requires_grad=True)
v = torch.randn(1, 1, 2, 3, 3, dtype=torch.float64, requires_grad=True)
u = torch.randn(1, 1, 2, 2, 1, dtype=torch.float64, requires_grad=True)
gradcheck(F.conv1d, (x, w)), gradcheck(lambda x, w: F.conv1d(x, w, padding='same'), (x, w)), gradcheck(F.conv3d, (v, u))

# --- per_sample_gradients
import torch.nn.functional as F
from torch.func import grad, vmap
w = torch.ones(1, 1, 2)
x = torch.arange(8.).view(2, 1, 4)
vmap(grad(lambda w, x: F.conv1d(x, w).pow(2).sum()), (None, 0))(w, x)

# --- forward_mode
import torch.nn.functional as F
from torch.func import jvp
x, w = torch.arange(4.).view(1, 1, 4), torch.tensor([[[1., 2.]]])
jvp(lambda x, w: F.conv1d(x, w), (x, w), (torch.ones_like(x), torch.ones_like(w)))

# --- unfold_and_fold
import torch.nn.functional as F
x = torch.arange(16.).view(1, 1, 4, 4).requires_grad_()
u = F.unfold(x, 2, stride=2)
print(u)
print(F.fold(u, (4, 4), 2, stride=2).equal(x), F.fold(torch.ones(1, 4, 9), (4, 4), 2))
F.unfold(x, (2, 3), padding=1).sum().backward()
x.grad

# --- fold_wrong
import torch.nn.functional as F
F.fold(torch.ones(1, 4, 8), (4, 4), 2)

# --- layers_text
from torch import nn
print(nn.Conv2d(3, 6, 5), nn.Conv1d(1, 2, 3, padding='same'), nn.Conv3d(1, 2, 3))
print(nn.Conv2d(4, 4, (3, 5), stride=2, padding=(1, 2), dilation=2, groups=2, bias=False, padding_mode='reflect'))
print(nn.ConvTranspose1d(4, 4, 3, stride=2, output_padding=1), nn.ConvTranspose2d(1, 1, 2), nn.ConvTranspose3d(1, 1, 2))
nn.Conv2d, nn.Sequential(nn.Conv2d(1, 2, 3), nn.ReLU())

# --- layers_wrong
from torch import nn
for wrong in (lambda: nn.Conv2d(3, 4, 3, groups=2), lambda: nn.Conv2d(4, 3, 3, groups=2), lambda: nn.Conv2d(4, 4, 3, groups=0),
              lambda: nn.Conv2d(4, 4, 3, padding='same', stride=2), lambda: nn.ConvTranspose2d(4, 4, 3, padding_mode='reflect'),
              lambda: nn.Conv2d(4, 4), lambda: nn.Conv2d(3, 4, 3)(torch.ones(2, 1, 8, 8)), lambda: nn.Conv2d(3, 4, 3)(torch.ones(8, 8)),
              lambda: nn.Conv2d(1, 1, 3)(torch.ones(1, 1, 2, 2))):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

# --- same_start_as_torch
from torch import nn
torch.manual_seed(3)
a, b = nn.Conv2d(2, 3, 3), nn.ConvTranspose1d(2, 3, 2)
print(a.weight[0, 0], a.bias, b.weight, b.bias)
torch.rand(2)

# --- transposed_to_a_wished_size
from torch import nn
up = nn.ConvTranspose2d(1, 1, 3, stride=2)
x = torch.ones(1, 1, 4, 4)
print(up(x).shape, up(x, output_size=(10, 10)).shape, up(x, output_size=[1, 1, 9, 10]).shape)
for size in ((20, 20), (10,)):
    try:
        up(x, output_size=size)
    except ValueError as e:
        print(e)

# --- padding_modes_of_layers
from torch import nn
x = torch.arange(1., 5.).view(1, 1, 4)
for mode in ('zeros', 'reflect', 'replicate', 'circular'):
    c = nn.Conv1d(1, 1, 3, padding=1, bias=False, padding_mode=mode)
    nn.init.ones_(c.weight)
    print(c, c(x))

# --- small_cnn_step
from torch import nn
torch.manual_seed(0)
net = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 8, 3), nn.ReLU(),
                    nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 3))
x, y = torch.randn(6, 1, 8, 8), torch.arange(6) % 3
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for _ in range(3):
    opt.zero_grad()
    loss = nn.functional.cross_entropy(net(x), y)
    loss.backward()
    opt.step()
    print(f"{loss.item():.3f}")
sum(p.numel() for p in net.parameters()), [n for n, _ in net.named_parameters()], loss.grad_fn

# --- batch_norm_2d_and_3d
from torch import nn
x = torch.tensor([1., 2., 4., 5., 8., 16., 0., -4.]).view(2, 2, 2, 1)
m = nn.BatchNorm2d(2)
print(m, m(x).shape, m.running_mean, m.running_var)
m.eval()
print(m(x)[0])
for wrong in (lambda: m(torch.ones(2, 2, 4)), lambda: nn.BatchNorm3d(2)(torch.ones(2, 2, 4)), lambda: nn.BatchNorm2d(3)(x),
              lambda: nn.BatchNorm2d(2)(torch.ones(1, 2, 1, 1))):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
nn.BatchNorm3d(2)(torch.arange(16.).view(1, 2, 2, 2, 2)).sum().abs() < 1e-4, issubclass(nn.BatchNorm2d, nn.BatchNorm1d)

# --- transposed_with_output_padding
import torch.nn.functional as F
torch.manual_seed(0)
x, w = torch.randn(1, 2, 3, 3, requires_grad=True), torch.randn(2, 1, 2, 3, requires_grad=True)
y = F.conv_transpose2d(x, w, stride=(3, 2), padding=1, output_padding=(2, 1))
y.square().sum().backward()
print(y.shape, x.grad.shape)
[f"{g:.2f}" for g in (x.grad.sum(), w.grad.sum(), x.grad.norm())]

# --- unfold_of_nothing
import torch.nn.functional as F
F.unfold(torch.zeros(0, 1, 5, 5), 2).shape, F.pad(torch.arange(16.0).reshape(1, 1, 4, 4), [-1, 1, -2, 1], "circular")

# --- dtypes_that_differ
import torch.nn.functional as F
x, w, b = torch.ones(1, 2, 6, 6), torch.ones(3, 2, 3, 3), torch.ones(3)
for f in (lambda: torch.nn.Conv2d(2, 3, 3)(x.double()), lambda: torch.nn.Conv2d(2, 3, 3).double()(x), lambda: F.conv2d(x.double(), w),
          lambda: torch.nn.Conv2d(2, 3, 3)(x[0, 0].double()), lambda: torch.nn.Conv2d(2, 3, 3)(x.byte()), lambda: F.conv2d(x, w, b.double()),
          lambda: torch.nn.Conv2d(2, 3, 3, padding="same")(x.double()), lambda: torch.nn.ConvTranspose2d(2, 3, 3)(x.double())):
    try:
        print(f())
    except RuntimeError as error:
        print(error)
