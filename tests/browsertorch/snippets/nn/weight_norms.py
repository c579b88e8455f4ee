# --- weight_norm_as_a_hook
import warnings
warnings.simplefilter("ignore")
from torch import nn
from torch.nn.utils import remove_weight_norm, weight_norm
m = nn.Linear(2, 2)
with torch.no_grad():
    m.weight.copy_(torch.tensor([[3., 4.], [0., 2.]])), m.bias.zero_()
print(weight_norm(m) is m, m)
print([(name, p.shape) for name, p in m.named_parameters()], m.weight_g, m.weight.grad_fn)
y = m(torch.tensor([[1., 2.]]))
print(y)
y.sum().backward()
print(m.weight_g.grad, m.weight_v.grad)
remove_weight_norm(m)
print([name for name, _ in m.named_parameters()], m.weight)

# --- weight_norm_over_all
import warnings
warnings.simplefilter("ignore")
from torch import nn
m = nn.Linear(2, 2, bias=False)
with torch.no_grad():
    m.weight.copy_(torch.tensor([[3., 0.], [0., 4.]]))
nn.utils.weight_norm(m, dim=None)
m.weight_g, m.weight.grad_fn, m(torch.ones(1, 2))

# --- weight_norm_twice
import warnings
warnings.simplefilter("ignore")
m = torch.nn.utils.weight_norm(torch.nn.Linear(2, 2))
torch.nn.utils.weight_norm(m)

# --- weight_norm_that_is_not_there
torch.nn.utils.remove_weight_norm(torch.nn.Linear(2, 2))

# --- weight_norm_as_a_parametrization
from torch import nn
from torch.nn.utils.parametrizations import weight_norm
m = nn.Linear(2, 2, bias=False)
with torch.no_grad():
    m.weight.copy_(torch.tensor([[3., 4.], [0., 2.]]))
print(weight_norm(m))
print(list(m.state_dict().items()))
y = m(torch.tensor([[1., 2.]]))
y.sum().backward()
print(y, m.parametrizations.weight.original0.grad, m.parametrizations.weight.original1.grad)

# --- spectral_norm_as_a_hook
from torch import nn
m = nn.Linear(2, 2, bias=False)
with torch.no_grad():
    m.weight.copy_(torch.tensor([[4., 0.], [0., 4.]]))
print(nn.utils.spectral_norm(m, n_power_iterations=3), sorted(m.state_dict()), sorted(name for name, _ in m.named_buffers()))
print(m(torch.tensor([[1., 2.]])).detach().round(decimals=3), m.weight.detach().round(decimals=3))
nn.utils.remove_spectral_norm(m)
print(sorted(m.state_dict()), m.weight.detach().round(decimals=3))

# --- spectral_norm_as_a_parametrization
from torch import nn
from torch.nn.utils.parametrizations import spectral_norm
m = nn.Linear(2, 3, bias=False)
with torch.no_grad():
    m.weight.copy_(torch.tensor([[8., 0.], [0., 2.], [0., 0.]]))
print(spectral_norm(m), sorted(m.state_dict()))
print(m.weight.detach().abs().round(decimals=2))
m.eval()
print(torch.linalg.matrix_norm(m.weight, 2).item() < 1.001)

# --- spectral_norm_of_what_is_not_there
torch.nn.utils.parametrizations.spectral_norm(torch.nn.Linear(2, 2), "wieght")

# --- spectral_norm_without_iterations
torch.nn.utils.spectral_norm(torch.nn.Linear(2, 2), n_power_iterations=0)

# --- orthogonal_maps
from torch import nn
from torch.nn.utils.parametrizations import orthogonal
for shape, way in (((3, 3), None), ((3, 3), "cayley"), ((2, 4), None), ((4, 2), "matrix_exp"), ((3, 3), "householder")):
    torch.manual_seed(0)
    m = orthogonal(nn.Linear(*shape, bias=False), orthogonal_map=way)
    w = m.weight
    small = w @ w.T if w.size(0) <= w.size(1) else w.T @ w
    print(shape, way, torch.allclose(small, torch.eye(min(shape)), atol=1e-5), type(m).__name__)
    w.sum().backward()
    print(m.parametrizations.weight.original.grad.shape)

# --- orthogonal_of_another_map
torch.nn.utils.parametrizations.orthogonal(torch.nn.Linear(2, 2), orthogonal_map="qr")
