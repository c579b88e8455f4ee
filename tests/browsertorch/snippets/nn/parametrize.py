# --- register_and_remove
from torch import nn
import torch.nn.utils.parametrize as P
class Symmetric(nn.Module):
    def forward(self, X):
        return X.triu() + X.triu(1).transpose(-1, -2)
torch.manual_seed(1)
layer = nn.Linear(2, 2)
print(P.register_parametrization(layer, 'weight', Symmetric()))
print(layer.weight.equal(layer.weight.T), P.is_parametrized(layer), P.is_parametrized(layer, 'bias'), list(layer.state_dict()))
layer(torch.ones(1, 2)).sum().backward()
print(layer.parametrizations.weight.original.grad, type(layer), P.type_before_parametrizations(layer).__name__)
print(P.remove_parametrizations(layer, 'weight'), [n for n, _ in layer.named_parameters()], layer.weight.equal(layer.weight.T))

# --- right_inverse_and_cached
from torch import nn
import torch.nn.utils.parametrize as P
class Exp(nn.Module):
    def forward(self, X):
        return X.exp()
    def right_inverse(self, A):
        return A.log()
layer = nn.Linear(2, 1, bias=False)
with torch.no_grad():
    layer.weight.copy_(torch.tensor([[1.5, 2.5]]))
P.register_parametrization(layer, 'weight', Exp())
print(layer.weight, layer.parametrizations.weight.original)
layer.weight = torch.tensor([[4.5, 0.5]])
print(layer.weight)
with P.cached():
    print(layer.weight is layer.weight)
print(layer.weight is layer.weight)
P.remove_parametrizations(layer, 'weight', leave_parametrized=False)
layer.weight

# --- several_originals
from torch import nn
import torch.nn.utils.parametrize as P
class RankOne(nn.Module):
    def forward(self, x, y):
        return x.unsqueeze(-1) @ y.unsqueeze(-2)
    def right_inverse(self, Z):
        return Z[:, 0], Z[0]
layer = nn.Linear(2, 3)
P.register_parametrization(layer, 'weight', RankOne())
print([(n, tuple(p.shape)) for n, p in layer.named_parameters()], layer)
P.remove_parametrizations(layer, 'weight').weight.shape

# --- wrong
from torch import nn
import torch.nn.utils.parametrize as P
class Bad(nn.Module):
    def __init__(self, f):
        super().__init__()
        self.f = f
    def forward(self, X):
        return self.f(X)
for wrong in (lambda: P.register_parametrization(nn.Linear(1, 1), 'width', nn.Identity()), lambda: P.register_parametrization(nn.Linear(1, 2), 'weight', Bad(lambda x: 1)),
              lambda: P.register_parametrization(nn.Linear(1, 2), 'weight', Bad(torch.t)), lambda: P.register_parametrization(nn.Linear(1, 2), 'weight', Bad(lambda x: x.double())),
              lambda: P.remove_parametrizations(nn.Linear(1, 1), 'weight')):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
layer = P.register_parametrization(nn.Linear(1, 1), 'weight', nn.Identity())
layer.weight = torch.ones(1, 1)
