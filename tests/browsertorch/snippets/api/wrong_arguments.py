# --- forgotten_parentheses_show_a_built_in
x = torch.tensor([1., 2.])
print(x.sum, x.item, torch.sin, torch.Tensor.sum)
print(f"{x.mean}")

# --- forgotten_parentheses_in_arithmetic
loss = torch.tensor(2.)
loss.item * 2

# --- forgotten_parentheses_in_a_format
loss = torch.tensor(2.)
f"loss: {loss.item:.4f}"

# --- forgotten_parentheses_compared
x = torch.tensor([1., 2.])
print(x.sum == 3)
x.mean > 0

# --- forgotten_parentheses_then_backward
x = torch.tensor([1., 2.], requires_grad=True)
x.sum.backward()

# --- number_for_a_tensor
torch.sin(3.14)

# --- list_for_a_tensor
torch.relu([1., -1.])

# --- numpy_for_a_tensor
import numpy as np
torch.exp(np.array([1., 2.]))

# --- string_for_a_dimension
torch.ones(2, 3).sum("0")

# --- int_for_a_bool
torch.ones(2, 3).sum(0, 1)

# --- keyword_misspelled
torch.ones(2, 3).sum(dimension=0)

# --- two_wrong_keywords
torch.ones(2, 3).sort(dim=1, keepdim=True)

# --- too_many_arguments
torch.ones(2, 3).exp(1)

# --- softmax_without_dim
torch.ones(2, 3).softmax()

# --- where_with_two_arguments
x = torch.tensor([1., -1.])
torch.where(x > 0, x)

# --- clamp_with_a_string
torch.ones(2).clamp(min="0")

# --- masked_fill_with_none
x = torch.tensor([1., -1.])
x.masked_fill(x < 0, None)

# --- add_with_a_list
torch.ones(2).add([1, 2])

# --- old_constructor_with_requires_grad
torch.Tensor([1., 2.], requires_grad=True)

# --- old_constructor_with_a_number
torch.Tensor(2.5)

# --- function_torch_does_not_have
x = torch.ones(2)
torch.add_(x, 1)

# --- requires_grad_must_be_bool
x = torch.ones(2)
for value in (1, "yes", None):
    try:
        x.requires_grad_(value)
    except TypeError as error:
        print(error)
x.requires_grad = 1

# --- requires_grad_of_a_result
y = torch.ones(2, requires_grad=True) * 2
y.requires_grad = True

# --- grad_fn_called_wrongly
y = torch.tensor(3., requires_grad=True) ** 2
for call in (lambda: y.grad_fn(), lambda: y.grad_fn(1.)):
    try:
        call()
    except TypeError as error:
        print(error)
print(dir(y.grad_fn)[-6:])

# --- numpy_reductions_of_a_tensor
import numpy as np
np.sum(torch.ones(2))

# --- built_in_of_what
w = torch.nn.Parameter(torch.ones(2))
print(w.sum, torch.Tensor.sum.__name__, w.sum.__name__, torch.sum.__qualname__)
torch.sum(*5)

# --- no_arguments
for call in (lambda: torch.rand(), lambda: torch.tensor(1.).view(), lambda: torch.tensor(1.).repeat(), lambda: torch.tensor(1.).flip(),
             lambda: torch.zeros(), lambda: torch.tensor([2.]).sum_to_size()):
    try:
        print(call())
    except TypeError as error:
        print(error)

# --- ones_2_foo
torch.ones(2).foo()

# --- requires_grad_typo_attribute
x = torch.tensor([1.])
x.require_grad = True
print(x.requires_grad)

# --- unknown_tensor_method
x = torch.tensor([1.], requires_grad=True)
x.backwards()

# --- unknown_torch_function
torch.autogrod

# --- plus_string
torch.tensor([1.]) + "1"

# --- wrong_argument_types
torch.zeros("3")

# --- brackets_forgotten
x = torch.tensor(2.0, requires_grad=True)
loss = x**2
print(loss.item, loss.backward, loss.tolist, x.numpy)
print(torch.nn.Parameter(torch.ones(2)).size, torch.Tensor.numel)
losses = []
losses.append(loss.item)
print(losses, losses[0](), loss.item.__name__)
