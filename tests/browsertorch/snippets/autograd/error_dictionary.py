# --- element0_no_requires_grad
x = torch.tensor([1.])
y = x ** 2
y.backward()

# --- element0_no_grad_block
w = torch.tensor(2., requires_grad=True)
with torch.no_grad():
    loss = (w - 1) ** 2
loss.backward()

# --- element0_detach
w = torch.tensor(2., requires_grad=True)
loss = ((w - 1) ** 2).detach()
loss.backward()

# --- element0_rebuilt_tensor
w = torch.tensor(2., requires_grad=True)
loss = torch.tensor(((w - 1) ** 2).item())
loss.backward()

# --- element0_argmax
logits = torch.tensor([1., 3., 2.], requires_grad=True)
pred = logits.argmax().float()
pred.backward()

# --- element0_comparison
w = torch.tensor([0.2, 0.8], requires_grad=True)
acc = (w > 0.5).float().mean()
acc.backward()

# --- element0_numpy_roundtrip
w = torch.tensor([1., 2.], requires_grad=True)
loss = torch.from_numpy(w.detach().numpy() ** 2).sum()
loss.backward()

# --- element0_autograd_grad
x = torch.tensor(1.)
torch.autograd.grad(x ** 2, x)

# --- element1_does_not_require_grad
x = torch.tensor(1., requires_grad=True)
torch.autograd.backward([x ** 2, torch.tensor(3.)])

# --- second_backward
x = torch.tensor(2., requires_grad=True)
loss = (x - 1) ** 2
loss.backward()
loss.backward()

# --- second_backward_print_saved
x = torch.tensor([1., 2.], requires_grad=True)
y = (x.exp()).sum()
y.backward()
y.backward()

# --- scalar_outputs_vector
x = torch.ones(3, requires_grad=True)
(x * 2).backward()

# --- scalar_outputs_loss_without_reduction
import torch.nn.functional as F
w = torch.zeros(3, requires_grad=True)
F.mse_loss(w, torch.ones(3), reduction="none").backward()

# --- scalar_outputs_grad
x = torch.ones(2, 2, requires_grad=True)
torch.autograd.grad(x * 2, x)

# --- leaf_inplace_add
w = torch.tensor([1., 2.], requires_grad=True)
w += 1

# --- leaf_inplace_sub_with_lr
w = torch.tensor(1., requires_grad=True)
(w ** 2).backward()
w -= 0.1 * w.grad

# --- leaf_inplace_method
w = torch.zeros(2, requires_grad=True)
w.mul_(2)

# --- leaf_inplace_fill
w = torch.zeros(2, requires_grad=True)
w.fill_(3.)

# --- leaf_view_inplace
w = torch.zeros(3, requires_grad=True)
w[0] = 1.

# --- leaf_view_method_inplace
w = torch.zeros(3, requires_grad=True)
w[:2].add_(1)

# --- leaf_zero_inplace
w = torch.ones(3, requires_grad=True)
w.zero_()

# --- inplace_modified_pow
x = torch.tensor([1., 2.], requires_grad=True)
h = x * 1
y = (h ** 2).sum()
h += 1
y.backward()

# --- inplace_modified_mul
a = torch.tensor([1., 2.], requires_grad=True)
b = torch.tensor([3., 4.], requires_grad=True)
c = a * 2
d = b * c
c.add_(1)
d.sum().backward()

# --- inplace_modified_relu
x = torch.tensor([-1., 2.], requires_grad=True)
y = torch.relu(x)
y += 1
y.sum().backward()

# --- inplace_modified_sigmoid_twice
x = torch.tensor([-1., 2.], requires_grad=True)
y = torch.sigmoid(x)
y.mul_(2)
y.mul_(2)
y.sum().backward()

# --- inplace_modified_matmul
x = torch.ones(2, 2)
w = torch.ones(2, 2, requires_grad=True)
h = x @ w
out = h @ w
with torch.no_grad():
    w -= 0.1
out.sum().backward()

# --- inplace_modified_constant_input
x = torch.tensor([1., 2.])
w = torch.tensor([3., 4.], requires_grad=True)
y = w * x
x[0] = 100
y.sum().backward()

# --- inplace_modified_slice
x = torch.ones(3, requires_grad=True)
y = x.exp()
y[0] = 0
y.sum().backward()

# --- inplace_allowed_after_mul
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.add_(1)
y.sum().backward()
x.grad

# --- inplace_allowed_on_relu_relu
x = torch.tensor([-1., 2.], requires_grad=True)
y = torch.relu_(x * 2)
y.sum().backward()
y, x.grad

# --- inplace_modified_double
x = torch.ones(2, dtype=torch.float64, requires_grad=True)
y = x.sqrt()
y.add_(1)
y.sum().backward()

# --- inplace_modified_softmax
x = torch.tensor([1., 2., 3.], requires_grad=True)
p = torch.softmax(x, 0)
p -= 0.1
p.max().backward()

# --- optimizer_between_forward_and_backward
w = torch.nn.Parameter(torch.tensor([1., 2.]))
opt = torch.optim.SGD([w], lr=0.1)
loss = (w ** 2).sum()
loss.backward(retain_graph=True)
opt.step()
loss.backward()

# --- numpy_requires_grad
torch.tensor([1.], requires_grad=True).numpy()

# --- numpy_of_loss
w = torch.tensor(1., requires_grad=True)
((w - 1) ** 2).numpy()

# --- plot_like_asarray
import numpy as np
x = torch.linspace(0, 1, 3, requires_grad=True)
np.asarray(x)

# --- integer_requires_grad
torch.tensor([1, 2, 3], requires_grad=True)

# --- integer_requires_grad_method
x = torch.tensor([1, 2, 3])
x.requires_grad_()

# --- integer_requires_grad_attribute
x = torch.arange(3)
x.requires_grad = True

# --- bool_requires_grad
torch.tensor(True, requires_grad=True)

# --- zeros_int_requires_grad
torch.zeros(2, dtype=torch.int64, requires_grad=True)

# --- randint_requires_grad
torch.randint(0, 3, (2,), requires_grad=True)

# --- long_result_requires_grad
x = torch.tensor([1.5, 2.5], requires_grad=True)
x.long().requires_grad_()

# --- unused_input
a = torch.tensor(1., requires_grad=True)
b = torch.tensor(2., requires_grad=True)
torch.autograd.grad(a * 2, [a, b])

# --- unused_because_copied
a = torch.tensor([1., 2.], requires_grad=True)
b = a.clone()
torch.autograd.grad(a.sum(), b)

# --- unused_because_view
a = torch.tensor([1., 2.], requires_grad=True)
first = a[0]
torch.autograd.grad((a ** 2).sum(), first)

# --- nonleaf_grad_warning
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.sum().backward()
y.grad

# --- nonleaf_grad_after_to_double
x = torch.ones(2, requires_grad=True).double()
x.sum().backward()
print(x.grad)

# --- nonleaf_grad_scaled_init
w = torch.randn(2, requires_grad=True) * 0.1
w.sum().backward()
print(w.grad, w.is_leaf)

# --- nonleaf_requires_grad_change
x = torch.tensor([1.], requires_grad=True)
y = x * 2
y.requires_grad = False

# --- nonleaf_requires_grad_change_method
x = torch.tensor([1.], requires_grad=True)
y = x * 2
y.requires_grad_(False)

# --- nonleaf_requires_grad_true_is_fine
x = torch.tensor([1.], requires_grad=True)
y = x * 2
y.requires_grad_(True)
y.requires_grad

# --- inference_update
with torch.inference_mode():
    x = torch.zeros(2)
x += 1

# --- inference_saved
with torch.inference_mode():
    feature = torch.ones(2)
w = torch.ones(2, requires_grad=True)
(w * feature).sum()

# --- inference_saved_matmul
with torch.inference_mode():
    X = torch.ones(2, 2)
layer = torch.nn.Linear(2, 1)
layer(X)

# --- mismatch_shape
x = torch.ones(3, requires_grad=True)
(x * 2).backward(torch.ones(2))

# --- mismatch_shape_scalar
x = torch.ones(3, requires_grad=True)
x.sum().backward(torch.ones(1))

# --- assign_grad_wrong_size
x = torch.ones(3, requires_grad=True)
x.grad = torch.ones(2)

# --- assign_grad_scalar
x = torch.ones(3, requires_grad=True)
x.grad = torch.tensor(0.)

# --- assign_grad_wrong_dtype
x = torch.ones(3, requires_grad=True)
x.grad = torch.ones(3, dtype=torch.float64)

# --- assign_grad_number
x = torch.ones(1, requires_grad=True)
x.grad = 0

# --- assign_grad_list
x = torch.ones(1, requires_grad=True)
x.grad = [0.]

# --- assign_grad_itself
x = torch.ones(1, requires_grad=True)
x.grad = x

# --- grad_none_arithmetic
w = torch.tensor(1., requires_grad=True)
w - 0.1 * w.grad

# --- grad_none_zero
w = torch.tensor(1., requires_grad=True)
w.grad.zero_()

# --- grad_lost_after_update
w = torch.tensor(1., requires_grad=True)
(w ** 2).backward()
w = w - 0.1 * w.grad
(w ** 2).backward()
print(w.grad)
w -= 0.1 * w.grad

# --- nan_anomaly
x = torch.tensor([-1., 4.], requires_grad=True)
with torch.autograd.set_detect_anomaly(True):
    torch.sqrt(x).sum().backward()

# --- backward_of_list
x = torch.tensor(1., requires_grad=True)
[x * 2].backward()

# --- backward_of_float
w = torch.tensor(1., requires_grad=True)
loss = ((w - 2) ** 2).item()
loss.backward()

# --- backward_wrong_keyword
x = torch.tensor(1., requires_grad=True)
(x * 2).backward(retain=True)

# --- dtype_mismatch_matmul
torch.ones(2, 2) @ torch.ones(2, 2, dtype=torch.float64)

# --- shape_mismatch_add
a = torch.ones(2, requires_grad=True)
a + torch.ones(3)

# --- shape_mismatch_matmul
torch.ones(2, 3, requires_grad=True) @ torch.ones(2, 3)

# --- loss_broadcast_warning
import torch.nn.functional as F
F.mse_loss(torch.zeros(3, 1, requires_grad=True), torch.ones(3))

# --- bool_of_many
x = torch.tensor([1., 2.], requires_grad=True)
if x > 1:
    print("크다")

# --- view_of_leaf_inplace_in_no_grad
w = torch.zeros(3, requires_grad=True)
with torch.no_grad():
    w[0] = 5.
print(w, w._version)

# --- inplace_broadcast_shape
x = torch.ones(2)
x += torch.ones(3, 2)

# --- inplace_result_type
x = torch.ones(2, dtype=torch.int64)
x += 0.5

# --- leaf_data_then_backward
w = torch.tensor([1., 2.], requires_grad=True)
loss = (w ** 2).sum()
w.data -= 1
loss.backward()
w.grad

# --- unbind_inplace
x = torch.ones(2, requires_grad=True) * 1
a, b = x.unbind()
a.add_(1)

# --- expand_inplace
x = torch.ones(1).expand(3)
x.add_(1)

# --- expanded_fill_is_allowed
x = torch.ones(1, 3).expand(2, 3)
print(x.fill_(3.))
print(x.zero_())

# --- expanded_row_assignment_is_allowed
x = torch.ones(1, 3).expand(2, 3)
x[0] = 5
x[0, 0] = torch.tensor(4.)
print(x)
x[0] += 1
print(x)

# --- expanded_assignment_to_all
x = torch.ones(1, 3).expand(2, 3)
x[:] = 5

# --- expanded_column_assignment
x = torch.ones(1, 3).expand(2, 3)
x[:, 0] = torch.tensor([1., 2.])

# --- expanded_copy
x = torch.ones(1, 3).expand(2, 3)
x.copy_(torch.ones(2, 3))

# --- requires_grad_is_a_bool
x = torch.ones(2, requires_grad=True)
for change in (lambda: setattr(x, "requires_grad", 0), lambda: setattr(x * 2, "requires_grad", True),
               lambda: setattr(x * 2, "requires_grad", False), lambda: x.requires_grad_(1), lambda: (x * 2).requires_grad_(False)):
    try:
        change()
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
(x * 2).requires_grad_()

# --- inputs_of_backward
x, c = torch.ones(2, requires_grad=True), torch.ones(2)
(x * c).sum().backward(inputs=[x, x])
print(x.grad)
(x * c).sum().backward(inputs=[c])

# --- grad_tensors_twice
y = torch.ones(2, requires_grad=True) * 2
torch.autograd.backward(y, grad_tensors=torch.ones(2), grad_variables=torch.ones(2))

# --- node_called_without_gradient
y = torch.ones(2, requires_grad=True) * 2
y.grad_fn()

# --- names_that_torch_does_not_have
for name in ("size", "backward", "engine", "hooks", "grad", "dtypes", "item"):
    try:
        print(getattr(torch, name))
    except AttributeError as error:
        print(error)

# --- sum_to_size_that_does_not_broadcast
for size in ((3,), (2, 2), (2,), (0,)):
    try:
        print(torch.ones(2, 3).sum_to_size(size))
    except RuntimeError as error:
        print(error)
