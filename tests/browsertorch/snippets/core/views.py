# --- view
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.view(3, 2)
print(y)
(y * torch.arange(6.).view(3, 2)).sum().backward()
print(x.grad)

# --- shares_memory
a = torch.zeros(4)
b = a.view(2, 2)
b[0, 0] = 7
print(a, a.data_ptr() == b.data_ptr(), a._version, b._version)

# --- view_minus_one
t = torch.arange(12)
print(t.view(3, -1).shape, t.view(-1).shape, t.view(2, -1, 2).shape)

# --- view_wrong
torch.arange(6).view(4, 2)

# --- view_two_unknown
torch.arange(6).view(-1, -1)

# --- view_cannot_infer
torch.arange(6).view(4, -1)

# --- view_not_contiguous
torch.arange(6).view(2, 3).t().view(6)

# --- reshape_copies
t = torch.arange(6).view(2, 3).t()
r = t.reshape(6)
print(r, r.data_ptr() == t.data_ptr(), t.is_contiguous(), t.contiguous().view(6))

# --- reshape_of_recorded
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.t().reshape(6)
print(y.grad_fn, y.grad_fn.next_functions)
y[1].backward()
print(x.grad)

# --- transpose
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.t()
print(y, y.stride(), x.stride())
y[2, 1].backward()
print(x.grad)

# --- transpose_dims
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.transpose(0, 1).grad_fn, x.T.grad_fn, x.mT.grad_fn, x.swapaxes(0, 1).grad_fn, x.permute(1, 0).grad_fn)

# --- T_of_vector
torch.arange(3).T

# --- t_of_three_dims
torch.zeros(2, 2, 2).t()

# --- mT_of_vector
torch.zeros(2).mT

# --- permute
c = torch.arange(24).reshape(2, 3, 4)
print(c.permute(2, 0, 1).shape, torch.permute(c, (1, 0, 2)).shape, c.permute(-1, 0, 1).stride())

# --- permute_twice
torch.zeros(2, 3).permute(0, 0)

# --- permute_too_few
torch.zeros(2, 3).permute(1)

# --- squeeze_unsqueeze
t = torch.zeros(1, 3, 1)
print(t.squeeze().shape, t.squeeze(0).shape, t.squeeze(1).shape, t.squeeze((0, 2)).shape, t.unsqueeze(-1).shape, t[None].shape)

# --- unsqueeze_out_of_range
torch.zeros(2).unsqueeze(3)

# --- squeeze_gradient
x = torch.ones(1, 2, requires_grad=True)
y = x.squeeze(0)
print(y)
y[1].backward()
print(x.grad)

# --- flatten
c = torch.arange(8).view(2, 2, 2)
print(c.flatten(), c.flatten(1), torch.flatten(c, 0, 1), c.ravel())

# --- unflatten
torch.arange(6).unflatten(0, (2, -1))

# --- is_view
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.view(6)
print(y._is_view(), y._base is x, x._is_view(), (x * 1)._is_view())

# --- base_of_view_of_view
a = torch.zeros(2, 3)
b = a.t()[1:]
print(b._base is a, b.storage_offset(), b.stride(), b.is_contiguous())

# --- diagonal
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.diagonal()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- diagonal_offset
torch.arange(9).view(3, 3).diagonal(1), torch.arange(9).view(3, 3).diagonal(-1)

# --- chunk_split
x = torch.arange(6.).reshape(2, 3).requires_grad_()
for part in (*x.chunk(2), *x.split(1, dim=1), *x.split([1, 2], dim=1)):
    print(part)

# --- split_wrong
torch.zeros(3).split([1, 1])

# --- split_gradient
x = torch.arange(6.).reshape(2, 3).requires_grad_()
a, b = x.split([1, 2], dim=1)
(a.sum() * b.sum()).backward()
print(x.grad)

# --- unbind
x = torch.arange(6.).reshape(2, 3).requires_grad_()
a, b = x.unbind()
(a * b).sum().backward()
print(a, x.grad)

# --- unbind_one
x = torch.ones(1, 2, requires_grad=True)
(a,) = x.unbind(0)
a.sum().backward()
print(a, x.grad)

# --- unbind_is_multi_view
x = torch.arange(6.).reshape(2, 3).requires_grad_()
a, b = (x * 1).unbind()
a.add_(1)

# --- split_is_multi_view
a, b = (torch.ones(2, requires_grad=True) * 1).split(1)
b.mul_(2)

# --- contiguous
x = torch.ones(2, 3)
print(x.contiguous() is x, x.t().contiguous().stride(), x.t().clone().stride())

# --- view_as
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.view_as(torch.zeros(3, 2)), x.reshape_as(torch.zeros(6)).shape)

# --- movedim
c = torch.zeros(2, 3, 4)
print(c.movedim(0, -1).shape, torch.movedim(c, (0, 1), (1, 2)).shape, c.swapdims(0, 2).shape)

# --- unfold
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = v.unfold(0, 2, 1)
print(y)
y.sum().backward()
print(v.grad)

# --- view_dtype
torch.tensor([1.]).view(torch.int32)

# --- expand_is_view
a = torch.ones(1, 3)
b = a.expand(2, 3)
a[0, 0] = 5
print(b, b._base is a)

# --- write_through_transpose
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x * 1
y.t()[0] = 100.
print(y)
y.sum().backward()
print(x.grad)

# --- write_through_view_of_view
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x * 1
v = y.view(6)[2:4]
v.mul_(10)
print(y)
print(v)
(y ** 2).sum().backward()
print(x.grad)

# --- base_changed_view_history
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x * 1
v = y[0]
y.mul_(3)
print(v, v.grad_fn)
v.sum().backward()
print(x.grad)

# --- view_then_base_requires_grad
b = torch.zeros(3)
v = b[:2]
w = torch.ones(3, requires_grad=True)
b += w
print(b, v, v.requires_grad)
v.sum().backward()
print(w.grad)

# --- detach_is_same_memory
x = torch.arange(6.).reshape(2, 3).requires_grad_()
d = x.detach()
d[0, 0] = 9.
print(x, x._version)

# --- numpy_shares
a = torch.zeros(3)
n = a.numpy()
n[0] = 5
print(a)
a[1] = 7
print(n)

# --- from_numpy_shares
import numpy as np
n = np.zeros(2)
t = torch.from_numpy(n)
n[1] = 3
print(t, torch.tensor(n), torch.as_tensor(n).data_ptr() == t.data_ptr())

# --- no_grad_view
x = torch.arange(6.).reshape(2, 3).requires_grad_()
with torch.no_grad():
    v = x[0]
print(v.requires_grad, v.grad_fn, v)

# --- no_grad_view_written
x = torch.arange(6.).reshape(2, 3).requires_grad_()
with torch.no_grad():
    v = x[0]
v.mul_(2)

# --- view_in_no_grad_then_base_changed
x = torch.ones(2, requires_grad=True)
y = x * 1
with torch.no_grad():
    v = y.view(2)
y.add_(1)
v.add_(1)

# --- view_in_inference_mode
x = torch.ones(2)
with torch.inference_mode():
    v = x.view(2)
v.requires_grad
y = torch.ones(2, requires_grad=True) * 1
with torch.inference_mode():
    v = y.view(2)
v.mul_(2)
# --- views_of_inference_tensors
with torch.inference_mode():
    x = torch.ones(2, 3, requires_grad=True)
    v = x.view(-1)
    print(v.requires_grad, v._is_view(), v.is_inference())
    print(x.resize_(3, 2).shape)
v = x.view(-1)
print(v.requires_grad, v._is_view(), v.is_leaf, v.is_inference(), v[2:].storage_offset(), (v * 2).requires_grad)
# --- set_cuts_a_leaf_from_its_graph
x = torch.ones(2, requires_grad=True)
edge = torch.autograd.graph.get_gradient_edge(x)
y = x * 2
with torch.no_grad():
    x.set_(torch.zeros(3))
print(torch.autograd.grad(y.sum(), edge, retain_graph=True))
torch.cat((x, x)).sum().backward()
print(x.grad)
torch.autograd.grad(y.sum(), x)
# --- resize_counts
x = torch.ones(1)
x.resize_((1, 2))
print(x._version)
x.resize_as_(torch.zeros(3))
x.resize_(3)
print(x._version)
