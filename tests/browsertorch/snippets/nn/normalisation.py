# --- layer_norm
import torch.nn.functional as F
x = torch.tensor([[1., 2., 6.]], requires_grad=True)
y = F.layer_norm(x, (3,))
print(y)
y.pow(2).sum().backward()
F.layer_norm(x, (3,), torch.tensor([1., 2., 3.]), torch.ones(3))

# --- layer_norm_wrong_shape
import torch.nn.functional as F
F.layer_norm(torch.ones(2, 3), (2,))

# --- layer_norm_second_order
import torch.nn.functional as F
x = torch.tensor([[1., 2., 4.]], requires_grad=True)
g, = torch.autograd.grad((F.layer_norm(x, (3,)) ** 3).sum(), x, create_graph=True)
print(g.detach())
torch.autograd.grad((g ** 2).sum(), x)

# --- batch_norm
import torch.nn.functional as F
x = torch.tensor([[1., 2.], [3., 8.]], requires_grad=True)
m, v = torch.zeros(2), torch.ones(2)
print(F.batch_norm(x, m, v, training=True), m, v)
F.batch_norm(x, m, v)

# --- batch_norm_layer
import torch.nn as nn
bn = nn.BatchNorm1d(2)
x = torch.tensor([[1., 2.], [3., 7.], [8., 9.]], requires_grad=True)
y = bn(x)
print(y)
print(bn.running_mean, bn.running_var, bn.num_batches_tracked)
bn.eval()
print(bn(x))
(y * torch.tensor([[1., 2.], [3., 4.], [5., 7.]])).sum().backward()
bn.weight.grad, bn.bias.grad, x.grad.abs().max() < 2

# --- batch_norm_one_row
import torch.nn as nn
nn.BatchNorm1d(2)(torch.ones(1, 2))

# --- batch_norm_wrong_dims
import torch.nn as nn
nn.BatchNorm1d(2)(torch.ones(2))

# --- layer_norm_layer
import torch.nn as nn
ln = nn.LayerNorm(3)
x = torch.tensor([[1., 2., 4.], [0., 1., -1.]], requires_grad=True)
y = ln(x)
print(y, list(ln.state_dict()))
(y ** 3).sum().backward()
x.grad, ln.weight.grad, ln.bias.grad

# --- batch_norm_reset
from torch import nn
m = nn.BatchNorm1d(2)
m(torch.arange(4.).reshape(2, 2))
m.reset_running_stats()
print(m.running_mean, m.running_var, m.num_batches_tracked)

# --- batch_norm_running
import torch.nn as nn
bn = nn.BatchNorm1d(3)
torch.manual_seed(0)
for _ in range(3):
    bn(torch.randn(4, 3))
print(bn.running_mean, bn.running_var, bn.num_batches_tracked)
bn.eval()(torch.zeros(1, 3))

# --- batch_norm_cumulative
import torch.nn as nn
bn = nn.BatchNorm1d(2, momentum=None)
for k in (1., 3.):
    bn(torch.tensor([[0., 1.], [k, 2.]]))
bn.running_mean, bn.running_var

# --- batch_norm_plain
import torch.nn as nn
bn = nn.BatchNorm1d(2, affine=False, track_running_stats=False)
print(bn, list(bn.state_dict()))
bn(torch.tensor([[0., 1.], [2., 5.]])), bn.eval()(torch.tensor([[0., 1.], [2., 5.]]))

# --- batch_norm_sequences
import torch.nn as nn
bn = nn.BatchNorm1d(2)
x = torch.arange(12.).reshape(2, 2, 3).requires_grad_()
y = bn(x)
print(y)
(y ** 2).sum().backward()
x.grad.abs().max() < 1e-3, bn.weight.grad

# --- batch_norm_wrong_features
import torch.nn as nn
nn.BatchNorm1d(3)(torch.ones(4, 2))

# --- layer_norm_wrong_features
import torch.nn as nn
nn.LayerNorm(3)(torch.ones(4, 2))

# --- batch_norm_without_input
torch.nn.BatchNorm1d(3)()

# --- layer_norm_of_doubles
for parameters, values in ((torch.float32, torch.float64), (torch.float64, torch.float32)):
    try:
        torch.nn.LayerNorm(3, dtype=parameters)(torch.ones(2, 3, dtype=values))
    except RuntimeError as error:
        print(error)
