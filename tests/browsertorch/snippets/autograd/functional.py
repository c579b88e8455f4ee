# --- jacobian_vector
from torch.autograd.functional import jacobian
def f(x):
    return x ** 2
jacobian(f, torch.tensor([1., 2., 3.]))

# --- jacobian_scalar_output
torch.autograd.functional.jacobian(lambda x: (x ** 2).sum(), torch.tensor([1., 2.]))

# --- jacobian_matrix_input
from torch.autograd.functional import jacobian
J = jacobian(lambda x: x.exp().sum(dim=1), torch.zeros(2, 2))
print(J.shape)
J

# --- jacobian_two_inputs
from torch.autograd.functional import jacobian
jacobian(lambda x, y: 2 * x + 3 * y ** 2, (torch.tensor([1., 2.]), torch.tensor([3., 4.])))

# --- jacobian_two_outputs
from torch.autograd.functional import jacobian
jacobian(lambda x: (x * 2, x ** 3), torch.tensor([1., 2.]))

# --- jacobian_two_by_two
from torch.autograd.functional import jacobian
jacobian(lambda x, y: (x * y, x + y), (torch.tensor([1., 2.]), torch.tensor([3., 4.])))

# --- jacobian_create_graph
from torch.autograd.functional import jacobian
x = torch.tensor([1., 2.], requires_grad=True)
J = jacobian(lambda x: x ** 3, x, create_graph=True)
print(J)
J.sum().backward()
x.grad

# --- jacobian_without_create_graph
x = torch.tensor([1., 2.], requires_grad=True)
J = torch.autograd.functional.jacobian(lambda x: x ** 3, x)
print(J.requires_grad, x.grad)

# --- jacobian_vectorize
from torch.autograd.functional import jacobian
jacobian(lambda x: torch.stack([x[0] * x[1], x[1] ** 2]), torch.tensor([3., 4.]), vectorize=True)

# --- jacobian_forward_mode
from torch.autograd.functional import jacobian
jacobian(lambda x: torch.stack([x[0] * x[1], x[1] ** 2]), torch.tensor([3., 4.]), vectorize=True, strategy="forward-mode")

# --- jacobian_forward_mode_without_vectorize
from torch.autograd.functional import jacobian
jacobian(lambda x: x ** 2, torch.ones(2), strategy="forward-mode")

# --- jacobian_unknown_strategy
from torch.autograd.functional import jacobian
jacobian(lambda x: x ** 2, torch.ones(2), strategy="both")

# --- jacobian_of_constant
from torch.autograd.functional import jacobian
jacobian(lambda x: torch.ones(2), torch.ones(3))

# --- jacobian_strict_constant
from torch.autograd.functional import jacobian
jacobian(lambda x: torch.ones(2), torch.ones(3), strict=True)

# --- jacobian_strict_independent_input
from torch.autograd.functional import jacobian
jacobian(lambda x, y: x * 2, (torch.ones(2), torch.ones(2)), strict=True)

# --- jacobian_independent_input
from torch.autograd.functional import jacobian
jacobian(lambda x, y: x * 2, (torch.ones(2), torch.ones(2)))

# --- jacobian_list_input_error
from torch.autograd.functional import jacobian
jacobian(lambda x: x * 2, [1., 2.])

# --- jacobian_float_output_error
from torch.autograd.functional import jacobian
jacobian(lambda x: 3.0, torch.ones(2))

# --- jacobian_output_list_error
from torch.autograd.functional import jacobian
jacobian(lambda x: (x, 3.0), torch.ones(2))

# --- jacobian_linear_map
from torch.autograd.functional import jacobian
A = torch.tensor([[1., 2.], [3., 4.], [5., 6.]])
J = jacobian(lambda x: A @ x, torch.tensor([7., 8.]))
J, torch.equal(J, A)

# --- polar_coordinates
from torch.autograd.functional import jacobian
def cartesian(p):
    r, t = p
    return torch.stack([r * torch.cos(t), r * torch.sin(t)])
J = jacobian(cartesian, torch.tensor([2., 0.5]))
print(J)
print(torch.allclose(torch.det(J), torch.tensor(2.)))

# --- hessian_basic
from torch.autograd.functional import hessian
hessian(lambda x: (x ** 3).sum(), torch.tensor([1., 2.]))

# --- hessian_mixed
from torch.autograd.functional import hessian
def f(p):
    x, y = p
    return x ** 2 * y + y ** 3
H = hessian(f, torch.tensor([1., 2.]))
print(H, torch.equal(H, H.T))

# --- hessian_two_inputs
from torch.autograd.functional import hessian
hessian(lambda x, y: (x ** 2 * y).sum(), (torch.tensor([1.]), torch.tensor([3.])))

# --- hessian_matrix_input
from torch.autograd.functional import hessian
hessian(lambda x: (x ** 2).sum(), torch.ones(2, 2)).shape

# --- hessian_vector_output_error
from torch.autograd.functional import hessian
hessian(lambda x: x ** 2, torch.tensor([1., 2.]))

# --- hessian_two_outputs_error
from torch.autograd.functional import hessian
hessian(lambda x: (x.sum(), x.sum()), torch.tensor([1., 2.]))

# --- hessian_one_element_output
from torch.autograd.functional import hessian
hessian(lambda x: (x ** 3).sum(0, keepdim=True), torch.tensor([1., 2.]))

# --- hessian_strict_linear
from torch.autograd.functional import hessian
hessian(lambda x: x.sum(), torch.ones(2), strict=True)

# --- hessian_linear
from torch.autograd.functional import hessian
hessian(lambda x: x.sum() * 3, torch.ones(2))

# --- hessian_create_graph
from torch.autograd.functional import hessian
x = torch.tensor([1., 2.], requires_grad=True)
H = hessian(lambda x: (x ** 3).sum(), x, create_graph=True)
print(H)
H.sum().backward()
x.grad

# --- hessian_vectorize
from torch.autograd.functional import hessian
hessian(lambda x: (x ** 3).sum(), torch.tensor([1., 2.]), vectorize=True)

# --- vjp_basic
from torch.autograd.functional import vjp
out, g = vjp(lambda x: x ** 2, torch.tensor([1., 2.]), torch.tensor([1., 10.]))
print(out, g)

# --- vjp_scalar_without_v
from torch.autograd.functional import vjp
vjp(lambda x: (x ** 2).sum(), torch.tensor([1., 2.]))

# --- vjp_without_v_error
from torch.autograd.functional import vjp
vjp(lambda x: x ** 2, torch.tensor([1., 2.]))

# --- vjp_wrong_size
from torch.autograd.functional import vjp
vjp(lambda x: x ** 2, torch.tensor([1., 2.]), torch.ones(3))

# --- vjp_two_inputs
from torch.autograd.functional import vjp
vjp(lambda x, y: 2 * x + 3 * y, (torch.ones(2), torch.ones(2)), torch.tensor([1., 2.]))

# --- jvp_basic
from torch.autograd.functional import jvp
jvp(lambda x: x ** 2, torch.tensor([1., 2.]), torch.tensor([1., 10.]))

# --- jvp_without_v_error
from torch.autograd.functional import jvp
jvp(lambda x: x ** 2, torch.tensor([1., 2.]))

# --- jvp_single_number
from torch.autograd.functional import jvp
jvp(lambda x: x ** 2, torch.tensor(3.))

# --- jvp_wrong_number
from torch.autograd.functional import jvp
jvp(lambda x: x ** 2, torch.tensor([1., 2.]), (torch.ones(2), torch.ones(2)))

# --- hvp_basic
from torch.autograd.functional import hvp
hvp(lambda x: (x ** 3).sum(), torch.tensor([1., 2.]), torch.tensor([1., 0.]))

# --- vhp_basic
from torch.autograd.functional import vhp
vhp(lambda x: (x ** 3).sum(), torch.tensor([1., 2.]), torch.tensor([0., 1.]))

# --- hvp_vector_output_error
from torch.autograd.functional import hvp
hvp(lambda x: x ** 3, torch.tensor([1., 2.]), torch.tensor([1., 0.]))

# --- vhp_two_inputs
from torch.autograd.functional import vhp
vhp(lambda x, y: (x ** 2 * y).sum(), (torch.ones(1), torch.ones(1) * 3), (torch.ones(1), torch.zeros(1)))

# --- hvp_create_graph
from torch.autograd.functional import hvp
x = torch.tensor([1., 2.], requires_grad=True)
out, h = hvp(lambda x: (x ** 4).sum(), x, torch.ones(2), create_graph=True)
print(out, h)
h.sum().backward()
x.grad

# --- jvp_strict
from torch.autograd.functional import jvp
jvp(lambda x: torch.ones(2), torch.ones(2), torch.ones(2), strict=True)

# --- vjp_strict
from torch.autograd.functional import vjp
vjp(lambda x: torch.ones(()), torch.ones(2), strict=True)

# --- jacobian_softmax
from torch.autograd.functional import jacobian
J = jacobian(lambda x: torch.softmax(x, 0), torch.tensor([0., 1., 2.]))
print(J, J.sum(0).abs().max() < 1e-6)

# --- jacobian_input_is_not_changed
from torch.autograd.functional import jacobian
x = torch.tensor([1., 2.])
jacobian(lambda x: x * x, x)
x, x.requires_grad, x.grad

# --- hessian_min_eigenvalue
from torch.autograd.functional import hessian
H = hessian(lambda p: p[0] ** 2 - p[1] ** 2, torch.tensor([0., 0.]))
print(H)
print(torch.linalg.eigvalsh(H))

# --- jacobian_forward_mode_create_graph
from torch.autograd.functional import jacobian
jacobian(lambda x: x, torch.ones(2), create_graph=True, strategy="forward-mode", vectorize=True)

# --- jacobian_vectorize_strict
from torch.autograd.functional import jacobian
jacobian(lambda x: x, torch.ones(2), strict=True, vectorize=True)

# --- jacobian_forward_mode_strict
from torch.autograd.functional import jacobian
jacobian(lambda x: x, torch.ones(2), strict=True, vectorize=True, strategy="forward-mode")

# --- jacobian_forward_mode_tuples
from torch.autograd.functional import jacobian
jacobian(lambda x, y: (x * y, x.sum()), (torch.ones(2), torch.ones(2)), vectorize=True, strategy="forward-mode")

# --- hessian_forward
from torch.autograd.functional import hessian
f = lambda x: (x ** 3).sum()
print(hessian(f, torch.arange(3.), outer_jacobian_strategy="forward-mode", vectorize=True))
print(hessian(f, torch.arange(3.), vectorize=True))
g = lambda x, y: (x * x * y * y).sum()
print(hessian(g, (torch.arange(2.), torch.ones(2)), outer_jacobian_strategy="forward-mode", vectorize=True))

# --- hessian_forward_novec
from torch.autograd.functional import hessian
hessian(lambda x: (x ** 3).sum(), torch.arange(3.), outer_jacobian_strategy="forward-mode")

# --- hessian_forward_create
from torch.autograd.functional import hessian
hessian(lambda x: (x ** 3).sum(), torch.arange(3.), outer_jacobian_strategy="forward-mode", vectorize=True, create_graph=True)

# --- hessian_forward_strict
from torch.autograd.functional import hessian
hessian(lambda x: (x ** 3).sum(), torch.arange(3.), outer_jacobian_strategy="forward-mode", vectorize=True, strict=True)

# --- hessian_bad
from torch.autograd.functional import hessian
hessian(lambda x: (x ** 3).sum(), torch.arange(3.), outer_jacobian_strategy="x")
