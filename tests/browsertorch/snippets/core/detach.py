# --- detach_basic
x = torch.tensor([1., 2.], requires_grad=True)
y = x.detach()
print(y, y.requires_grad, y.is_leaf, y.grad_fn)

# --- detach_shares_memory
x = torch.tensor([1., 2.], requires_grad=True)
y = x.detach()
y[0] = 10.
print(x)
x.data_ptr() == y.data_ptr()

# --- detach_clone_is_independent
x = torch.tensor([1., 2.], requires_grad=True)
y = x.detach().clone()
y[0] = 10.
x, y

# --- clone_keeps_graph
x = torch.tensor([1., 2.], requires_grad=True)
y = x.clone()
y.sum().backward()
y, x.grad

# --- detach_stops_gradient
x = torch.tensor(2., requires_grad=True)
y = x ** 2
z = y.detach() * x
z.backward()
x.grad

# --- detach_inplace_found_by_backward
a = torch.tensor([1., 2., 3.], requires_grad=True)
out = a.sigmoid()
c = out.detach()
c.zero_()
print(out)
out.sum().backward()

# --- data_inplace_not_found_by_backward
a = torch.tensor([1., 2., 3.], requires_grad=True)
out = a.sigmoid()
c = out.data
c.zero_()
print(out)
out.sum().backward()
a.grad

# --- detach_shares_version_counter
x = torch.ones(2)
y = x.detach()
y.add_(1)
x._version, y._version

# --- data_has_own_version_counter
x = torch.ones(2)
y = x.data
y.add_(1)
x._version, y._version, x

# --- data_assignment
x = torch.tensor([1., 2.], requires_grad=True)
x.data = torch.tensor([5., 6., 7.])
print(x, x.shape)
(x * 2).sum().backward()
x.grad

# --- data_assignment_wrong_type
x = torch.tensor([1., 2.], requires_grad=True)
x.data = [1, 2]

# --- data_assignment_wrong_dtype
x = torch.tensor([1., 2.], requires_grad=True)
x.data = torch.tensor([1, 2])

# --- data_of_nonleaf
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.data, y.data.requires_grad

# --- detach_inplace_method
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.detach_()
print(y, y.is_leaf)

# --- detach_inplace_on_view
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
v = y[:1]
v.detach_()

# --- detach_then_requires_grad
x = torch.tensor(3., requires_grad=True)
y = (x ** 2).detach().requires_grad_()
z = y * 5
z.backward()
print(x.grad, y.grad)

# --- numpy_of_requires_grad_error
x = torch.tensor([1.], requires_grad=True)
x.numpy()

# --- numpy_of_nonleaf_error
x = torch.tensor([1.], requires_grad=True)
(x * 2).numpy()

# --- numpy_after_detach
x = torch.tensor([1., 2.], requires_grad=True)
a = x.detach().numpy()
a[0] = 9
x, a

# --- np_array_of_requires_grad
import numpy as np
np.array(torch.tensor([1.], requires_grad=True))

# --- numpy_force
x = torch.tensor([1., 2.], requires_grad=True)
x.numpy(force=True)

# --- tolist_and_item_of_requires_grad
x = torch.tensor([1., 2.], requires_grad=True)
print(x.tolist(), x[0].item())

# --- float_of_requires_grad_warns
x = torch.tensor(2., requires_grad=True)
float(x), int(x * 2)

# --- tensor_of_tensor_warning
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.tensor(x)
y

# --- new_tensor_from_requires_grad
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.as_tensor(x)
print(y is x)
z = x.new_tensor([3., 4.])
z

# --- detached_loss_history
losses = []
w = torch.tensor(1., requires_grad=True)
for step in range(3):
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
        w.grad = None
    losses.append(loss.detach())
print(losses)
torch.stack(losses)

# --- deepcopy_leaf
import copy
x = torch.tensor([1., 2.], requires_grad=True)
x.sum().backward()
y = copy.deepcopy(x)
print(y, y.grad, y.is_leaf, y is x)

# --- deepcopy_nonleaf_error
import copy
x = torch.tensor([1., 2.], requires_grad=True)
copy.deepcopy(x * 2)

# --- requires_grad_of_detached_view
x = torch.arange(4.).requires_grad_()
y = x.view(2, 2).detach()
y[0, 0] = 100
print(x)
y._base is None, y.is_leaf

# --- detach_method_comparison_table
x = torch.ones(2, requires_grad=True)
y = x * 2
rows = {"detach": y.detach(), "data": y.data, "clone": y.clone(), "detach.clone": y.detach().clone()}
for name, t in rows.items():
    print(f"{name:13} {t.requires_grad!s:6} {t.is_leaf!s:6} {t.data_ptr() == y.data_ptr()}")

# --- iter_requires_grad
x = torch.tensor([1., 2.], requires_grad=True)
for v in x:
    print(v)

# --- zip_unpack
x = torch.tensor([1., 2.], requires_grad=True)
a, b = x
(a * b).backward()
print(a, b, x.grad)

# --- item_of_many_error
torch.tensor([1., 2.], requires_grad=True).item()

# --- numpy_without_recording
x = torch.ones(2, requires_grad=True)
with torch.no_grad():
    print(x.numpy(), (x * 2).numpy())
with torch.inference_mode():
    print(x.numpy())
x.numpy()
