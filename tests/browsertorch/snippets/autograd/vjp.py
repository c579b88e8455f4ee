# --- vector_backward_error
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = x ** 2
y.backward()

# --- vector_backward_with_gradient
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = x ** 2
y.backward(torch.tensor([1., 1., 1.]))
x.grad

# --- gradient_weights
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = x ** 2
y.backward(gradient=torch.tensor([1., 0.1, 0.01]))
print(x.grad)

# --- ones_like
x = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
y = x ** 2
y.backward(torch.ones_like(y))
x.grad

# --- gradient_wrong_shape
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = x ** 2
y.backward(torch.ones(2))

# --- gradient_wrong_shape_2d
x = torch.ones(2, 3, requires_grad=True)
(x * 2).backward(torch.ones(3, 2))

# --- gradient_broadcastable_is_not_enough
x = torch.ones(2, 3, requires_grad=True)
(x * 2).backward(torch.ones(3))

# --- gradient_scalar_for_vector
x = torch.ones(3, requires_grad=True)
(x * 2).backward(torch.tensor(1.))

# --- gradient_vector_for_scalar
x = torch.ones(3, requires_grad=True)
x.sum().backward(torch.ones(3))

# --- gradient_list
x = torch.ones(3, requires_grad=True)
(x * 2).backward([1., 1., 1.])

# --- gradient_number
x = torch.tensor(3., requires_grad=True)
(x * 2).backward(1.0)

# --- gradient_int_dtype
x = torch.ones(3, requires_grad=True)
(x * 2).backward(torch.tensor([1, 1, 1]))

# --- gradient_double_dtype
x = torch.ones(3, requires_grad=True)
(x * 2).backward(torch.ones(3, dtype=torch.float64))
x.grad

# --- gradient_for_scalar
x = torch.tensor(3., requires_grad=True)
(x ** 2).backward(torch.tensor(10.))
x.grad

# --- one_element_vector_is_implicit
x = torch.tensor([3.], requires_grad=True)
(x ** 2).backward()
x.grad

# --- one_by_one_matrix_is_implicit
x = torch.tensor([[3.]], requires_grad=True)
(x ** 2).backward()
x.grad

# --- sum_equals_ones
x = torch.tensor([1., 2.], requires_grad=True)
(x ** 3).sum().backward()
a = x.grad.clone()
x.grad = None
(x ** 3).backward(torch.ones(2))
a, x.grad

# --- mean_divides
x = torch.tensor([1., 2.], requires_grad=True)
(x ** 3).mean().backward()
x.grad

# --- grad_outputs
x = torch.tensor([1., 2.], requires_grad=True)
y = x ** 2
torch.autograd.grad(y, x, grad_outputs=torch.tensor([1., 100.]))

# --- grad_outputs_missing
x = torch.tensor([1., 2.], requires_grad=True)
torch.autograd.grad(x ** 2, x)

# --- grad_outputs_wrong_shape
x = torch.tensor([1., 2.], requires_grad=True)
torch.autograd.grad(x ** 2, x, torch.ones(3))

# --- grad_outputs_wrong_number
x = torch.tensor([1., 2.], requires_grad=True)
torch.autograd.grad([x ** 2, x ** 3], x, [torch.ones(2)])

# --- grad_outputs_two
x = torch.tensor([1., 2.], requires_grad=True)
torch.autograd.grad([x ** 2, x ** 3], x, [torch.ones(2), torch.tensor([0., 1.])])

# --- grad_none_output_gradient
x = torch.tensor(2., requires_grad=True)
torch.autograd.grad([x ** 2, x ** 3], x, [None, torch.tensor(2.)])

# --- jacobian_by_rows
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = torch.stack([x[0] * x[1], x[1] * x[2]])
rows = []
for i in range(2):
    v = torch.zeros(2)
    v[i] = 1
    rows.append(torch.autograd.grad(y, x, v, retain_graph=True)[0])
torch.stack(rows)

# --- is_grads_batched
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = torch.stack([x[0] * x[1], x[1] * x[2]])
torch.autograd.grad(y, x, torch.eye(2), is_grads_batched=True)

# --- autograd_backward_function
x = torch.tensor([1., 2.], requires_grad=True)
y = x ** 2
torch.autograd.backward(y, torch.ones(2))
x.grad

# --- autograd_backward_two_roots
x = torch.tensor(2., requires_grad=True)
torch.autograd.backward([x ** 2, x * 3], [torch.tensor(1.), torch.tensor(10.)])
x.grad

# --- backward_inputs_argument
a = torch.tensor(2., requires_grad=True)
b = torch.tensor(3., requires_grad=True)
(a * b).backward(inputs=[a])
a.grad, b.grad

# --- backward_inputs_empty
a = torch.tensor(2., requires_grad=True)
(a * 2).backward(inputs=[])

# --- backward_inputs_nonleaf
a = torch.tensor(2., requires_grad=True)
h = a * 3
(h ** 2).backward(inputs=[h])
print(h.grad, a.grad)

# --- grad_unused_error
x = torch.tensor(2., requires_grad=True)
y = torch.tensor(3., requires_grad=True)
torch.autograd.grad(x ** 2, (x, y))

# --- grad_allow_unused
x = torch.tensor(2., requires_grad=True)
y = torch.tensor(3., requires_grad=True)
torch.autograd.grad(x ** 2, (x, y), allow_unused=True)

# --- grad_materialize
x = torch.tensor(2., requires_grad=True)
y = torch.tensor([3., 1.], requires_grad=True)
torch.autograd.grad(x ** 2, (x, y), materialize_grads=True)

# --- grad_materialize_conflict
x = torch.tensor(2., requires_grad=True)
torch.autograd.grad(x ** 2, x, allow_unused=False, materialize_grads=True)

# --- grad_input_without_requires_grad
x = torch.tensor(2., requires_grad=True)
y = torch.tensor(3.)
torch.autograd.grad(x ** 2 * y, y)

# --- grad_of_non_tensor
x = torch.tensor(2., requires_grad=True)
torch.autograd.grad(3.0, x)

# --- grad_wrt_non_tensor
x = torch.tensor(2., requires_grad=True)
torch.autograd.grad(x * 2, 2.0)

# --- grad_returns_tuple
x = torch.tensor(2., requires_grad=True)
out = torch.autograd.grad(x ** 2, x)
print(type(out), len(out), x.grad)

# --- grad_wrt_intermediate
x = torch.tensor(2., requires_grad=True)
h = x * 3
torch.autograd.grad(h ** 2, (h, x))

# --- grad_of_itself
x = torch.tensor(2., requires_grad=True)
torch.autograd.grad(x, x)

# --- gradient_with_requires_grad
x = torch.tensor([1., 2.], requires_grad=True)
v = torch.tensor([1., 1.], requires_grad=True)
g, = torch.autograd.grad(x ** 2, x, v, create_graph=True)
print(g)
torch.autograd.grad(g.sum(), v)

# --- double_trick_for_jvp
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = x ** 2
v = torch.zeros(3, requires_grad=True)
g, = torch.autograd.grad(y, x, v, create_graph=True)
torch.autograd.grad(g, v, torch.tensor([1., 0., 1.]))

# --- empty_outputs
torch.autograd.backward([])

# --- grad_empty_inputs
x = torch.tensor(2., requires_grad=True)
torch.autograd.grad(x * 2, [])

# --- grad_list_of_non_tensor_outputs
x = torch.tensor(2., requires_grad=True)
torch.autograd.grad([3.0], [x])

# --- grad_list_of_non_tensor_inputs
x = torch.tensor(2., requires_grad=True)
torch.autograd.grad([x * 2], [2.0])

# --- grad_dict_inputs
w = torch.tensor(2., requires_grad=True)
b = torch.tensor(1., requires_grad=True)
torch.autograd.grad(w * 3 + b, {"w": w, "b": b})

# --- only_inputs_warning
x = torch.tensor(2., requires_grad=True)
torch.autograd.grad(x ** 2, x, only_inputs=False)

# --- grad_variables_warning
x = torch.tensor([2., 1.], requires_grad=True)
torch.autograd.backward(x ** 2, grad_variables=torch.ones(2))
x.grad

# --- is_grads_batched_wrong_shape
x = torch.tensor([1., 2., 3.], requires_grad=True)
torch.autograd.grad(x ** 2, x, torch.ones(2, 4), is_grads_batched=True)

# --- old_variable
from torch.autograd import Variable
x = Variable(torch.ones(2), requires_grad=True)
print(x, isinstance(x, Variable), Variable)
(x * 3).sum().backward()
print(x.grad, x.data)

# --- old_variable_of_result
from torch.autograd import Variable
y = torch.ones(2, requires_grad=True)
z = Variable(y)
print(z, z is y, z.is_leaf)
a = Variable(y * 2, requires_grad=True)
print(a, a.is_leaf)

# --- old_variable_error
from torch.autograd import Variable
Variable([1., 2.])

# --- old_variable_volatile
from torch.autograd import Variable
Variable(torch.ones(2), volatile=True)
