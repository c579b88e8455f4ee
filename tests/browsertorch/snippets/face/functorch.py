# --- functional
import warnings
warnings.simplefilter("ignore")
from functorch import grad, make_functional, vmap
model = torch.nn.Linear(2, 1)
with torch.no_grad():
    model.weight.copy_(torch.tensor([[1.0, -2.0]]))
    model.bias.fill_(0.5)
func, params = make_functional(model)
print(func, func.param_names, func.names_map, [p.requires_grad for p in params], params[0] is model.weight)
x, t = torch.tensor([[1.0, 2.0], [0.5, -1.0]]), torch.tensor([[0.5], [1.0]])
loss = lambda p, x, t: ((func(p, x) - t) ** 2).mean()
print(func(params, x), grad(loss)(params, x, t))
print(vmap(grad(loss), (None, 0, 0))(params, x, t))
print(make_functional(model, disable_autograd_tracking=True)[1])

# --- functional_with_buffers
import warnings
warnings.simplefilter("ignore")
from functorch import make_functional, make_functional_with_buffers
class Tied(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.n, self.c = torch.nn.Linear(2, 2), torch.nn.BatchNorm1d(2), torch.nn.Linear(2, 2)
        self.c.weight = self.a.weight
    def forward(self, x):
        return self.c(self.n(self.a(x)))
func, params, buffers = make_functional_with_buffers(Tied())
print(func, func.param_names, func.buffer_names, func.all_names_map)
ones = [torch.ones_like(p) for p in params]
print(func(ones, buffers, torch.tensor([[1.0, 2.0], [0.5, -1.0]])).shape, buffers[2])
try:
    make_functional(Tied())
except RuntimeError as e:
    print(e)

# --- ensemble
import warnings
warnings.simplefilter("ignore")
from functorch import combine_state_for_ensemble, vmap
func, params, buffers = combine_state_for_ensemble([torch.nn.Linear(2, 3) for _ in range(4)])
print([p.shape for p in params], [p.requires_grad for p in params], buffers, vmap(func, (0, 0, None))(params, buffers, torch.ones(5, 2)).shape)
for models in ([], [torch.nn.Linear(1, 1), torch.nn.ReLU()], [torch.nn.Linear(1, 1), torch.nn.Linear(1, 1).eval()]):
    try:
        combine_state_for_ensemble(models)
    except RuntimeError as e:
        print(e)

# --- advice
import functorch
x = torch.tensor([1.0, 2.0])
print(functorch.jacrev(lambda v: v ** 2)(x), functorch.hessian(lambda v: (v ** 3).sum())(x), functorch.vmap.__name__)
print(functorch.grad_and_value(lambda v: (v * v).sum())(x), functorch.vjp(lambda v: v * 2, x)[0], functorch.jvp(lambda v: v * v, (x,), (x,)))
functorch.no_such_name
