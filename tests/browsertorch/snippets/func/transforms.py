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

# --- everything_inside_grad_prints_as_tracked
from torch.func import grad
c = torch.ones(2)
def f(x, y, scale=None):
    print(x, x.requires_grad)
    print(y, y.requires_grad)
    print(scale)
    print(c, c + 1)
    print(torch.zeros(2), torch.zeros_like(c), c[0])
    print(x.detach(), x > 1, x.argmax())
    return (x * y * scale).sum()
grad(f)(torch.tensor([1., 2.]), torch.tensor([3., 4.]), scale=torch.tensor(2.))

# --- everything_inside_jvp_prints_as_tracked
from torch.func import jvp
c = torch.ones(2)
def f(x):
    print(x, c, c + 1, torch.zeros(1))
    return (x * c).sum()
jvp(f, (torch.tensor([1., 2.]),), (torch.ones(2),))

# --- everything_inside_vmap_of_grad
from torch.func import grad, vmap
c = torch.ones(2)
def f(w, x):
    print(w, w.requires_grad)
    print(x, x.requires_grad)
    print(c + 1)
    y = w * x
    print(y, y.requires_grad)
    return y.sum()
vmap(grad(f), in_dims=(None, 0))(torch.tensor([1., 2.]), torch.tensor([[1., 2.], [3., 4.]]))

# --- vmap_inside_grad_prints
from torch.func import grad, vmap
def f(x):
    out = vmap(lambda v: (print(v), v ** 2)[1])(x)
    print(out)
    return out.sum()
grad(f)(torch.tensor([1., 2.]))

# --- jacobians_call_the_function_once
from torch.func import jacrev, jacfwd, hessian
def f(x):
    print("부름", x)
    y = x ** 2
    print(y)
    return y.sum() * x
x = torch.tensor([1., 2.])
print(jacrev(f)(x))
print(jacfwd(f)(x))
print(hessian(lambda x: f(x).sum())(x))

# --- control_flow_inside_jacobians
from torch.func import jacrev, jacfwd, hessian
def f(x):
    if x.sum() > 0:
        return x ** 3
    return -x
x = torch.tensor([1., 2.])
print(jacrev(f)(x), jacfwd(f)(x), hessian(lambda x: f(x).sum())(x))
print(jacfwd(f)(-x))

# --- weights_keep_their_values_inside_vmap_of_grad
from torch.func import grad, vmap
def loss(w, x):
    scale = w[0].item()
    if w.sum() > 0:
        scale = scale * 2
    return (w * x).sum() * scale
vmap(grad(loss), in_dims=(None, 0))(torch.tensor([1., 2.]), torch.tensor([[1., 2.], [3., 4.]]))

# --- control_flow_on_the_sample_inside_vmap_of_grad
from torch.func import grad, vmap
vmap(grad(lambda w, x: (w * x).sum() if x.sum() > 0 else w.sum()), in_dims=(None, 0))(torch.ones(2), torch.ones(3, 2))

# --- per_sample_gradients_of_a_classifier
import torch.nn as nn
import torch.nn.functional as F
from torch.func import functional_call, grad, vmap
torch.manual_seed(1)
model = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 3))
params = {k: v.detach() for k, v in model.named_parameters()}
X, y = torch.randn(5, 2), torch.tensor([0, 1, 2, 1, 0])
def loss(params, x, y):
    logits = functional_call(model, params, (x.unsqueeze(0),))
    return F.cross_entropy(logits, y.unsqueeze(0))
each = vmap(grad(loss), in_dims=(None, 0, 0))(params, X, y)
for name, g in each.items():
    print(name, g.shape)
    print(g.sum(0))
whole = grad(lambda p: F.cross_entropy(functional_call(model, p, (X,)), y, reduction="sum"))(params)
print(all(torch.allclose(each[k].sum(0), whole[k], atol=1e-6) for k in params))
norms = torch.sqrt(sum((g ** 2).flatten(1).sum(1) for g in each.values()))
print(norms)

# --- per_sample_gradients_by_loop
from torch.func import grad, vmap
w, X, y = torch.tensor([1., -1.]), torch.tensor([[1., 2.], [3., 4.], [5., 6.]]), torch.tensor([1., 0., 1.])
loss = lambda w, x, y: (torch.sigmoid(w @ x) - y) ** 2
loop = torch.stack([grad(loss)(w, a, b) for a, b in zip(X, y)])
print(loop, torch.allclose(vmap(grad(loss), in_dims=(None, 0, 0))(w, X, y), loop))

# --- per_sample_gradient_and_value
from torch.func import grad_and_value, vmap
vmap(grad_and_value(lambda x: (x ** 2).sum()))(torch.tensor([[1., 2.], [3., 4.]]))

# --- per_sample_gradient_with_aux
from torch.func import grad, vmap
def loss(w, x):
    p = w * x
    return p.sum(), p
vmap(grad(loss, has_aux=True), in_dims=(None, 0))(torch.tensor([1., 2.]), torch.tensor([[1., 2.], [3., 4.]]))

# --- outer_gradient_of_per_sample_gradients
from torch.func import grad, vmap
w = torch.tensor([1., 2.], requires_grad=True)
X = torch.tensor([[1., 2.], [3., 4.]])
g = vmap(grad(lambda w, x: ((w * x) ** 2).sum()), in_dims=(None, 0))(w, X)
print(g.shape, g.requires_grad)
g.pow(2).sum().backward()
w.grad

# --- ensemble_by_stack_module_state
import copy
import torch.nn as nn
from torch.func import functional_call, stack_module_state, vmap
torch.manual_seed(0)
models = [nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1)) for _ in range(3)]
params, buffers = stack_module_state(models)
print({k: v.shape for k, v in params.items()}, buffers)
base = copy.deepcopy(models[0])
def f(params, buffers, x):
    return functional_call(base, (params, buffers), (x,))
X = torch.tensor([[1., 2.], [3., 4.]])
out = vmap(f, in_dims=(0, 0, None))(params, buffers, X)
print(out)
print(torch.allclose(out, torch.stack([m(X) for m in models])))
print(vmap(f)(params, buffers, torch.ones(3, 2)).shape)
out.sum().backward()
print({k: v.grad.shape for k, v in params.items()})

# --- train_an_ensemble
import torch.nn as nn
from torch.func import functional_call, grad, stack_module_state, vmap
torch.manual_seed(0)
models = [nn.Linear(1, 1) for _ in range(2)]
params, buffers = stack_module_state(models)
params = {k: v.detach() for k, v in params.items()}
X = torch.tensor([[0.], [1.], [2.]])
Y = 2 * X + 1
loss = lambda p: ((functional_call(models[0], p, (X,)) - Y) ** 2).mean()
for _ in range(200):
    g = vmap(grad(loss))(params)
    params = {k: params[k] - 0.1 * g[k] for k in params}
print({k: v.round(decimals=3) for k, v in params.items()})

# --- stack_module_state_errors
import torch.nn as nn
from torch.func import stack_module_state
for models in ([], [nn.Linear(1, 1), nn.ReLU()], [nn.Linear(1, 1), nn.Linear(1, 1).eval()], [nn.Linear(1, 1), nn.Linear(2, 1)]):
    try:
        stack_module_state(models)
    except RuntimeError as error:
        print(error)

# --- stack_module_state_of_buffers
import torch.nn as nn
from torch.func import stack_module_state
stack_module_state([nn.BatchNorm1d(2), nn.BatchNorm1d(2)])

# --- stack_module_state_frozen
import torch.nn as nn
from torch.func import stack_module_state
models = [nn.Linear(1, 1), nn.Linear(1, 1)]
models[0].requires_grad_(False)
stack_module_state(models)

# --- linearize
import warnings
from torch.func import jvp, linearize
warnings.simplefilter("ignore")    # torch warns of its own tracing
f = lambda x: x.sin() * x[0]
x = torch.tensor([1., 2.])
out, push = linearize(f, x)
print(out)
print(push(torch.tensor([1., 0.])), push(torch.tensor([0., 1.])))
print(torch.allclose(push(torch.ones(2)), jvp(f, (x,), (torch.ones(2),))[1]))

# --- linearize_several
import warnings
from torch.func import linearize
warnings.simplefilter("ignore")
out, push = linearize(lambda a, b: (a * b, a.sum()), torch.tensor([1., 2.]), torch.tensor([3., 4.]))
print(out, push(torch.ones(2), torch.zeros(2)))
push(torch.ones(2))

# --- linearize_wrong_shape
import warnings
from torch.func import linearize
warnings.simplefilter("ignore")
linearize(lambda a: a * 2, torch.ones(2))[1](torch.ones(3))

# --- batched_jacobians
from torch.func import jacfwd, jacrev, vmap
f = lambda x: torch.stack([x[0] * x[1], x.sum(), x[1] ** 2])
X = torch.tensor([[1., 2.], [3., 4.]])
print(vmap(jacrev(f))(X))
print(torch.equal(vmap(jacrev(f))(X), vmap(jacfwd(f))(X)), vmap(jacfwd(f), in_dims=1)(X).shape)

# --- batched_hessians
from torch.func import grad, hessian, jacrev, vmap
f = lambda x: (x ** 3).sum() + x.prod()
X = torch.tensor([[1., 2.], [3., 4.], [5., 6.]])
print(vmap(hessian(f))(X))
print(torch.allclose(vmap(jacrev(grad(f)))(X), vmap(hessian(f))(X)))
print(vmap(lambda x: torch.trace(hessian(f)(x)))(X))

# --- hessian_vector_products
from torch.func import grad, jvp, vjp, vmap
f = lambda x: (x ** 4).sum()
def hvp(x, v):
    return jvp(grad(f), (x,), (v,))[1]
x = torch.tensor([1., 2., 3.])
print(hvp(x, torch.ones(3)))
print(vmap(hvp, in_dims=(None, 0))(x, torch.eye(3)))
print(vmap(lambda v: vjp(grad(f), x)[1](v)[0])(torch.eye(3)))

# --- batched_hvp_for_pairs
from torch.func import grad, jvp, vmap
f = lambda x: (x[0] ** 2 * x[1]).sum()
hvp = lambda x, v: jvp(grad(f), (x,), (v,))[1]
vmap(hvp)(torch.tensor([[1., 2.], [3., 4.]]), torch.tensor([[1., 0.], [0., 1.]]))

# --- jvp_of_a_batched_direction
from torch.func import jvp, vmap
x, y = torch.tensor([1., 2.]), torch.tensor([[1., 10.], [2., 20.]])
print(vmap(lambda v: jvp(lambda x: (x * v).sum(), (x,), (v,)))(y))
print(vmap(lambda p: jvp(lambda x: x ** 2, (p,), (torch.ones(2),)))(y))

# --- vjp_of_a_batched_point
from torch.func import vjp, vmap
X = torch.tensor([[1., 2.], [3., 4.]])
def f(x, v):
    out, pull = vjp(lambda x: x ** 2, x)
    return out, pull(v)[0]
print(vmap(f, in_dims=(0, None))(X, torch.ones(2)))
print(vmap(f, in_dims=(None, 0))(X[0], X))

# --- laplacian
from torch.func import hessian, vmap
u = lambda p: torch.sin(p[0]) * torch.exp(p[1])
laplacian = lambda p: hessian(u)(p).diagonal().sum()
vmap(laplacian)(torch.tensor([[0.5, 0.1], [1., 0.2], [1.5, 0.3]]))

# --- derivative_network
import torch.nn as nn
from torch.func import functional_call, grad, vmap
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(1, 4), nn.Tanh(), nn.Linear(4, 1))
params = dict(net.named_parameters())
u = lambda x, p: functional_call(net, p, (x.unsqueeze(0),)).squeeze(0)
t = torch.linspace(0, 1, 3)
du = vmap(grad(u), in_dims=(0, None))(t, params)
loss = ((du + 1) ** 2).mean()
print(du.shape, loss)
loss.backward()
print({k: v.grad.shape if v.grad is not None else None for k, v in net.named_parameters()})

# --- maml_inner_step
from torch.func import grad, vmap
def inner(w, x, y):
    g = grad(lambda w: ((w * x - y) ** 2).mean())(w)
    return w - 0.1 * g
def outer(w, X, Y):
    new = vmap(inner, in_dims=(None, 0, 0))(w, X, Y)
    return ((new.unsqueeze(1) * X - Y) ** 2).mean()
X = torch.tensor([[1., 2.], [3., 4.]])
grad(outer)(torch.tensor(0.5), X, 2 * X)

# --- jacfwd_with_assignment_inside
from torch.func import jacfwd, vmap
def f(x):
    y = torch.zeros(3)
    y[0] = x[0] * 3
    y[1:] = x ** 2
    return y
print(jacfwd(f)(torch.tensor([1., 2.])))

# --- jacfwd_has_aux
from torch.func import jacfwd
jacfwd(lambda x: (x * 2, x + 1), has_aux=True)(torch.tensor([1., 2.]))

# --- jacfwd_randomness
from torch.func import jacfwd
jacfwd(lambda x: x * torch.rand(2))(torch.ones(2))

# --- jacfwd_randomness_same
from torch.func import jacfwd
jacfwd(lambda x: x * torch.rand(2), randomness="same")(torch.ones(2))

# --- grad_of_a_sum_over_a_batch_dimension
from torch.func import grad, vmap
loss = lambda w, X: vmap(lambda x: torch.tanh(w @ x).sum())(X).mean()
grad(loss)(torch.tensor([[0.1, 0.2], [0.5, -1.]]), torch.tensor([[1., 2.], [3., 1.]]))

# --- custom_function_in_vmap
class Cube(torch.autograd.Function):
    @staticmethod
    def forward(x):
        return x ** 3
    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 3 * x ** 2 * g
print(torch.func.jacrev(Cube.apply)(torch.tensor([1., 2.])))
torch.vmap(Cube.apply)(torch.tensor([1., 2.]))

# --- custom_function_with_its_vmap
class Cube(torch.autograd.Function):
    @staticmethod
    def forward(x):
        return x ** 3
    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 3 * x ** 2 * g
    @staticmethod
    def vmap(info, in_dims, x):
        print(info.batch_size, info.randomness, in_dims, x)
        return Cube.apply(x), in_dims[0]
from torch.func import grad, vmap
print(vmap(Cube.apply)(torch.tensor([1., 2.])))
print(vmap(Cube.apply, in_dims=1)(torch.tensor([[1., 2.], [3., 4.]])))
print(vmap(grad(lambda x: Cube.apply(x).sum()))(torch.tensor([1., 2.])))

# --- custom_function_with_a_generated_rule
class Cube(torch.autograd.Function):
    generate_vmap_rule = True
    @staticmethod
    def forward(x, k):
        return x ** 3 * k
    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)
    @staticmethod
    def backward(ctx, g):
        x, k = ctx.saved_tensors
        return 3 * x ** 2 * k * g, x ** 3 * g
from torch.func import grad, vmap
k = torch.tensor(2., requires_grad=True)
X = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
out = vmap(Cube.apply, in_dims=(0, None))(X, k)
print(out)
out.sum().backward()
print(X.grad, k.grad)
print(vmap(grad(lambda x, k: Cube.apply(x, k).sum(), argnums=(0, 1)), in_dims=(0, None))(X.detach(), k.detach()))

# --- numbers_inside_grad
from torch.func import grad
def f(x):
    print(x[0].item(), float(x[0]), int(x[1]), f"{x[0]:.2f}", x.tolist(), bool(x.sum() > 0))
    return x.sum()
print(grad(f)(torch.tensor([1., 2.])))
grad(lambda x: (x.detach().numpy(), x.sum())[1])(torch.ones(2))

# --- item_of_a_sample_inside_vmap_of_grad
from torch.func import grad, vmap
vmap(grad(lambda w, x: (w * x).sum() * x[0].item()), in_dims=(None, 0))(torch.ones(2), torch.ones(3, 2))

# --- changing_a_captured_tensor
from torch.func import grad
total = torch.zeros(2)
def f(x):
    total.add_(1)
    return (x * total).sum()
grad(f)(torch.ones(2))

# --- assigning_into_a_captured_tensor
from torch.func import jvp
memory = torch.zeros(2)
def f(x):
    memory[0] = x[0]
    return x * memory
jvp(f, (torch.ones(2),), (torch.ones(2),))

# --- changing_a_view_of_a_captured_tensor
from torch.func import jacrev
memory = torch.zeros(2)
def f(x):
    memory[1:].zero_()
    return x * memory
jacrev(f)(torch.ones(2))

# --- captured_tensors_in_all_words
from torch.func import grad
x = torch.tensor([1., 2.])
def attempt(change):
    memory = torch.ones(2)
    try:
        grad(lambda x: (change(memory, x), (memory * x).sum())[1])(x)
    except RuntimeError as error:
        print(error)
attempt(lambda m, x: m.zero_())
attempt(lambda m, x: m.__iadd__(x))
attempt(lambda m, x: m.mul_(2))
attempt(lambda m, x: m.copy_(x))
attempt(lambda m, x: m.fill_(1))
attempt(lambda m, x: m.__setitem__(slice(None), 1.))
attempt(lambda m, x: m.__setitem__(torch.tensor([0]), 1.))
attempt(lambda m, x: m.clamp_(0, 1))
attempt(lambda m, x: m.pow_(2))
attempt(lambda m, x: m.normal_())

# --- changing_an_argument_or_ones_own_tensor
from torch.func import grad
def f(x, y):
    y.add_(1)
    z = torch.zeros(2)
    z += x * y
    z[0] *= 2
    return z.sum()
y = torch.ones(2)
print(grad(f)(torch.tensor([1., 2.]), y), y)

# --- jacobians_with_two_steps_of_indexing
from torch.func import jacfwd, jacrev, hessian
def f(x):
    y = torch.zeros(2, 2)
    y[0][1] = x[0] * 3
    y[1].copy_(x ** 2)
    y.view(-1)[0] = x[1]
    return y
x = torch.tensor([1., 2.])
print(jacfwd(f)(x), jacrev(f)(x), hessian(lambda x: (f(x) ** 2).sum())(x))

# --- batch_norm_in_training_inside_grad
import torch.nn as nn
from torch.func import functional_call, grad
model = nn.BatchNorm1d(2)
params = dict(model.named_parameters())
grad(lambda p, x: functional_call(model, p, (x,)).sum())(params, torch.randn(3, 2))

# --- requires_grad_inside_grad
from torch.func import grad
grad(lambda x: (x * torch.ones(2).requires_grad_()).sum())(torch.ones(2))

# --- jacobians_by_what_requires_grad
x, s = torch.tensor([1., 2.], requires_grad=True), torch.tensor(1., requires_grad=True)
print(torch.func.jacfwd(lambda x: x ** 2)(x), torch.func.jacrev(lambda x: x ** 2)(x), torch.func.hessian(lambda x: (x ** 3).sum())(x))
print(torch.func.hessian(torch.sin)(s), torch.func.jacfwd(lambda s: s ** 2 * torch.ones(3))(s))
try:
    torch.func.vjp(lambda x: x ** 2, x)[1](1.)
except TypeError as error:
    print(error)
torch.ones(6, 4, requires_grad=True).t().unflatten(1, (2, 3)).grad_fn
