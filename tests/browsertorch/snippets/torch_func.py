# --- grad_basic
from torch.func import grad
grad(torch.sin)(torch.tensor(0.))

# --- grad_of_grad
from torch.func import grad
f = lambda x: x ** 3
print(grad(f)(torch.tensor(2.)), grad(grad(f))(torch.tensor(2.)), grad(grad(grad(f)))(torch.tensor(2.)))

# --- grad_argnums
from torch.func import grad
def f(x, y):
    return x ** 2 * y
print(grad(f)(torch.tensor(2.), torch.tensor(3.)))
print(grad(f, argnums=1)(torch.tensor(2.), torch.tensor(3.)))
print(grad(f, argnums=(0, 1))(torch.tensor(2.), torch.tensor(3.)))

# --- grad_needs_scalar
from torch.func import grad
grad(lambda x: x ** 2)(torch.tensor([1., 2.]))

# --- grad_needs_tensor_output
from torch.func import grad
grad(lambda x: 3.0)(torch.tensor(1.))

# --- grad_of_integer
from torch.func import grad
grad(lambda x: x ** 2)(torch.tensor(2))

# --- grad_of_float
from torch.func import grad
grad(lambda x: x ** 2)(2.0)

# --- grad_has_aux
from torch.func import grad
def loss(w, x):
    pred = w * x
    return ((pred - 1) ** 2).sum(), pred
g, pred = grad(loss, has_aux=True)(torch.tensor(2.), torch.tensor([1., 2.]))
g, pred

# --- grad_has_aux_error
from torch.func import grad
grad(lambda x: x ** 2, has_aux=True)(torch.tensor(2.))

# --- grad_and_value
from torch.func import grad_and_value
grad_and_value(lambda x: (x ** 2).sum())(torch.tensor([1., 2.]))

# --- grad_dict_argument
from torch.func import grad
params = {"w": torch.tensor(2.), "b": torch.tensor(1.)}
grad(lambda p, x: (p["w"] * x + p["b"]) ** 2)(params, torch.tensor(3.))

# --- grad_does_not_touch_dot_grad
from torch.func import grad
x = torch.tensor(2., requires_grad=True)
g = grad(lambda x: x ** 3)(x)
print(g, x.grad)
g.backward()
x.grad

# --- grad_prints_inside
from torch.func import grad
def f(x):
    print(x)
    y = x * 2
    print(y)
    return y.sum()
grad(f)(torch.tensor([1., 2.]))

# --- grad_inside_no_grad
from torch.func import grad
with torch.no_grad():
    print(grad(lambda x: x ** 2)(torch.tensor(3.)))

# --- no_grad_inside_grad
from torch.func import grad
def f(x):
    with torch.no_grad():
        c = x ** 2
    return x ** 2 - c
grad(f)(torch.tensor(3.))

# --- argnums_out_of_range
from torch.func import grad
grad(lambda x: x ** 2, argnums=2)(torch.tensor(1.))

# --- vjp
from torch.func import vjp
out, f_vjp = vjp(lambda x: x ** 2, torch.tensor([1., 2.]))
print(out)
print(f_vjp(torch.tensor([1., 1.])))
print(f_vjp(torch.tensor([1., 10.])))

# --- vjp_two_inputs
from torch.func import vjp
out, f_vjp = vjp(lambda x, y: x * y, torch.tensor(2.), torch.tensor(5.))
f_vjp(torch.tensor(1.))

# --- vjp_wrong_shape
from torch.func import vjp
out, f_vjp = vjp(lambda x: x ** 2, torch.tensor([1., 2.]))
f_vjp(torch.ones(3))

# --- jvp
from torch.func import jvp
jvp(lambda x: x ** 2, (torch.tensor([1., 2.]),), (torch.tensor([1., 10.]),))

# --- jvp_two_inputs
from torch.func import jvp
jvp(lambda x, y: x * y, (torch.tensor(2.), torch.tensor(5.)), (torch.tensor(1.), torch.tensor(0.)))

# --- jvp_tuple_error
from torch.func import jvp
jvp(lambda x: x ** 2, torch.tensor(1.), torch.tensor(1.))

# --- jacrev
from torch.func import jacrev
jacrev(lambda x: x ** 2)(torch.tensor([1., 2., 3.]))

# --- jacfwd
from torch.func import jacfwd
jacfwd(lambda x: torch.stack([x[0] * x[1], x.sum(), x[1] ** 2]))(torch.tensor([2., 3.]))

# --- jacrev_equals_jacfwd
from torch.func import jacrev, jacfwd
f = lambda x: torch.stack([x[0] * x[1] * x[2], x.sum()])
x = torch.tensor([2., 3., 4.])
print(jacrev(f)(x))
print(torch.allclose(jacrev(f)(x), jacfwd(f)(x)))

# --- jacrev_argnums
from torch.func import jacrev
jacrev(lambda x, y: x * y, argnums=(0, 1))(torch.tensor([1., 2.]), torch.tensor([3., 4.]))

# --- jacrev_matrix
from torch.func import jacrev
jacrev(lambda W: W @ torch.tensor([1., 2.]))(torch.ones(2, 2))

# --- jacrev_chunk_size
from torch.func import jacrev
jacrev(lambda x: x ** 2, chunk_size=1)(torch.tensor([1., 2.]))

# --- hessian
from torch.func import hessian
hessian(lambda x: (x ** 3).sum())(torch.tensor([1., 2.]))

# --- hessian_rosenbrock
from torch.func import hessian, grad
def rosenbrock(p):
    x, y = p[0], p[1]
    return (1 - x) ** 2 + 100 * (y - x ** 2) ** 2
p = torch.tensor([1., 1.])
print(grad(rosenbrock)(p))
print(hessian(rosenbrock)(p))

# --- hessian_argnums
from torch.func import hessian
hessian(lambda x, y: (x * y ** 2).sum(), argnums=1)(torch.tensor([2.]), torch.tensor([3.]))

# --- jacfwd_jacrev_composition
from torch.func import jacfwd, jacrev
jacfwd(jacrev(lambda x: x.prod()))(torch.tensor([2., 3.]))

# --- jacrev_jacrev_composition
from torch.func import jacrev
jacrev(jacrev(lambda x: (x ** 2).prod()))(torch.tensor([2., 3.]))

# --- hvp_by_composition
from torch.func import grad, jvp, vjp
f = lambda x: x.sin().sum()
x = torch.tensor([0.1, 0.2])
v = torch.tensor([1., 2.])
print(jvp(grad(f), (x,), (v,))[1])
print(vjp(grad(f), x)[1](v)[0])

# --- functional_call
import torch.nn as nn
from torch.func import functional_call
layer = nn.Linear(2, 1)
params = {"weight": torch.tensor([[1., 2.]]), "bias": torch.tensor([10.])}
functional_call(layer, params, (torch.tensor([3., 4.]),))

# --- functional_call_grad
import torch.nn as nn
from torch.func import functional_call, grad
layer = nn.Linear(2, 1)
params = {"weight": torch.tensor([[1., 2.]]), "bias": torch.tensor([10.])}
def loss(params, x):
    return functional_call(layer, params, (x,)).sum()
grad(loss)(params, torch.tensor([3., 4.]))

# --- functional_call_keeps_module
import torch.nn as nn
from torch.func import functional_call
layer = nn.Linear(1, 1, bias=False)
before = layer.weight.clone()
functional_call(layer, {"weight": torch.zeros(1, 1)}, torch.ones(1))
torch.equal(before, layer.weight)

# --- per_sample_gradients
from torch.func import grad, vmap
w = torch.tensor([1., 2.])
X = torch.tensor([[1., 0.], [0., 1.], [1., 1.]])
y = torch.tensor([0., 1., 2.])
def loss(w, x, y):
    return (w @ x - y) ** 2
vmap(grad(loss), in_dims=(None, 0, 0))(w, X, y)

# --- grad_kwargs
from torch.func import grad
def f(x, power=2):
    return x ** power
grad(f)(torch.tensor(2.), power=3)

# --- grad_closure_over_requires_grad
from torch.func import grad
w = torch.tensor(3., requires_grad=True)
g = grad(lambda x: w * x ** 2)(torch.tensor(2.))
print(g)
g.backward()
w.grad

# --- grad_with_inplace
from torch.func import grad
def f(x):
    y = x.clone()
    y.mul_(3)
    return y.sum()
grad(f)(torch.tensor([1., 2.]))

# --- taylor_series
from torch.func import grad
f, x0, h = torch.exp, torch.tensor(0.), 1.0
total, factorial, g = f(x0), 1, f
for n in range(1, 5):
    g = grad(g)
    factorial *= n
    total = total + g(x0) * h ** n / factorial
print(total)

# --- grad_unused_input
from torch.func import grad
grad(lambda x: torch.tensor(3.))(torch.tensor([1., 2.]))

# --- func_names
import torch.func
sorted(n for n in ("grad", "vjp", "jvp", "jacrev", "jacfwd", "hessian", "vmap", "functional_call") if hasattr(torch.func, n))

# --- torch_vmap_is_func_vmap
torch.vmap is torch.func.vmap

# --- backward_inside_grad
from torch.func import grad
def f(x):
    y = (x ** 2).sum()
    y.backward()
    return y
grad(f)(torch.tensor([1.]))

# --- jvp_prints_inside
from torch.func import jvp
def f(x):
    print(x)
    return x * 2
print(jvp(f, (torch.tensor([1., 2.]),), (torch.ones(2),)))

# --- nested_grad_prints_inside
from torch.func import grad
def f(x):
    print(x)
    return x.sin()
print(grad(grad(f))(torch.tensor(1.)))

# --- jacrev_several_outputs
from torch.func import jacrev, jacfwd
print(jacrev(lambda x: (x * 2, x.sum()))(torch.ones(2)))
print(jacfwd(lambda x: (x * 2, x.sum()))(torch.ones(2)))
print(jacrev(lambda x: {"a": x * 2})(torch.ones(2)))

# --- jacrev_returns_number
from torch.func import jacrev
jacrev(lambda x: 3.0)(torch.ones(2))

# --- jacfwd_returns_number
from torch.func import jacfwd
jacfwd(lambda x: 3.0)(torch.ones(2))

# --- jvp_wrong_tangent_shape
from torch.func import jvp
jvp(lambda x: x, (torch.ones(2),), (torch.ones(3),))

# --- jvp_wrong_structure
from torch.func import jvp
jvp(lambda x: x, (torch.ones(2),), (torch.ones(2), torch.ones(2)))

# --- vjp_returns_none
from torch.func import vjp
vjp(lambda x: None, torch.ones(2))

# --- jacrev_chunk_size_error
from torch.func import jacrev
jacrev(lambda x: x, chunk_size=0)(torch.ones(2))

# --- jacrev_has_aux
from torch.func import jacrev
jacrev(lambda x: (x * 2, x), has_aux=True)(torch.ones(2))

# --- argnums_wrong_type
from torch.func import grad
grad(lambda x, y: x * y, argnums="0")(torch.ones(()), torch.ones(()))

# --- argnums_repeated
from torch.func import grad
grad(lambda x, y: x * y, argnums=(0, 0))(torch.ones(()), torch.ones(()))

# --- grad_without_inputs
from torch.func import grad
grad(lambda: torch.ones(()))()

# --- jacfwd_of_integers
from torch.func import jacfwd
jacfwd(lambda x: x * 2)(torch.tensor([1, 2]))

# --- functional_call_ignores_unknown_names
import torch.nn as nn
from torch.func import functional_call
m = nn.Linear(2, 1)
torch.equal(functional_call(m, {"wight": torch.ones(1, 2)}, torch.ones(2)), m(torch.ones(2)))

# --- in_place_on_the_input
from torch.func import grad
grad(lambda x: x.add_(1).sum())(torch.ones(2))

# --- assign_into_the_input
from torch.func import grad, vmap, jacrev
def f(x):
    x[0] = 5
    return x.sum()
print(grad(f)(torch.ones(2)))

# --- vjp_in_place_on_the_input
from torch.func import vjp
x = torch.ones(2)
out, g = vjp(lambda x: x.mul_(3), x)
print(out, x, g(torch.ones(2)))

# --- jvp_in_place_on_the_input
from torch.func import jvp
x = torch.ones(2)
print(jvp(lambda x: x.mul_(3), (x,), (torch.ones(2),)), x)

# --- per_sample_gradients_of_a_module
import torch.nn as nn
from torch.func import grad, functional_call, vmap
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
params = {k: v.detach() for k, v in model.named_parameters()}
def loss(p, x, y):
    return ((functional_call(model, p, (x,)) - y) ** 2).mean()
X = torch.randn(4, 2); Y = torch.randn(4, 1)
g = grad(loss)(params, X, Y)
for k, v in g.items(): print(k, v)
pg = vmap(grad(loss), in_dims=(None, 0, 0))(params, X, Y)
print({k: v.shape for k, v in pg.items()})

# --- four_ways_to_the_hessian
from torch.func import hessian, jacrev, jacfwd
def f(x):
    return torch.softmax(x, 0).log().sum() + (x @ x) ** 2
x = torch.tensor([.1, .5, -.3])
print(hessian(f)(x)); print(jacrev(jacrev(f))(x)); print(jacfwd(jacfwd(f))(x)); print(jacrev(jacfwd(f))(x))

# --- batched_jacobian_and_hessian
from torch.func import vmap, jacrev, hessian, grad
f = lambda x: torch.stack([x[0] ** 2 * x[1], x[1] ** 3])
print(vmap(jacrev(f))(torch.tensor([[1., 2.], [3., 4.]])))
print(vmap(hessian(lambda x: f(x).sum()))(torch.tensor([[1., 2.], [3., 4.]])))

# --- grad_as_decorator
from torch.func import grad
@grad
def f(x):
    """미분할 함수"""
    return x ** 2
print(f(torch.tensor(3.)), f.__name__, f.__doc__)

# --- vmap_as_decorator
from torch.func import vmap
@vmap
def f(x):
    return x.sum()
print(f(torch.ones(2, 3)))

# --- forward_and_reverse_nested
from torch.func import jvp, grad
f = lambda x: x ** 3
x, v = torch.tensor(2.), torch.tensor(1.)
print(jvp(lambda x: jvp(f, (x,), (v,))[1], (x,), (v,)))
print(grad(lambda x: jvp(f, (x,), (v,))[1])(x))
print(jvp(grad(f), (x,), (v,)))

# --- func_unknown_name
torch.func.nothing

# --- autograd_unknown_name
torch.autograd.nothing

# --- graph_unknown_name
torch.autograd.graph.nothing

# --- jacobians_through_assignment
from torch.func import jacfwd, jacrev, hessian, jvp
def f(x):
    y = torch.zeros(2)
    y[0] = x[0] * 3
    y[1] = x[1] ** 2
    return y
x = torch.tensor([1., 2.])
print(jacrev(f)(x))
print(jacfwd(f)(x))
print(hessian(lambda x: f(x).prod())(x))
print(jvp(f, (x,), (torch.ones(2),)))

# --- jvp_through_a_changed_base
from torch.func import jvp
def f(x):
    y = x.clone()
    v = y.view(2, 1)
    y.mul_(3)
    return v.sum()
print(jvp(f, (torch.tensor([1., 2.]),), (torch.ones(2),)))

# --- jvp_through_a_mask
from torch.func import jvp
def f(x):
    y = x.clone()
    y += x
    y[y > 3] = 0
    return y
print(jvp(f, (torch.tensor([1., 2.]),), (torch.ones(2),)))
