# --- scalar_and_vector
x = torch.tensor([1., 2., 3.], requires_grad=True)
w = torch.tensor(2., requires_grad=True)
(w * x).sum().backward()
print(x.grad, w.grad)

# --- column_and_row
a = torch.tensor([[1.], [2.]], requires_grad=True)
b = torch.tensor([10., 20., 30.], requires_grad=True)
y = a + b
print(y)
y.sum().backward()
print(a.grad, b.grad)

# --- mul_column_row
a = torch.tensor([[1.], [2.]], requires_grad=True)
b = torch.tensor([10., 20.], requires_grad=True)
(a * b).sum().backward()
print(a.grad, b.grad)

# --- bias
X = torch.ones(4, 2)
b = torch.zeros(2, requires_grad=True)
(X + b).sum().backward()
print(b.grad)

# --- mean_over_batch
X = torch.ones(4, 2)
b = torch.zeros(2, requires_grad=True)
(X + b).mean().backward()
print(b.grad)

# --- three_dims
a = torch.ones(2, 1, 3, requires_grad=True)
b = torch.ones(4, 1, requires_grad=True)
y = a * b
print(y.shape)
y.sum().backward()
print(a.grad, b.grad)

# --- mismatch
torch.ones(2) + torch.ones(3)

# --- mismatch_in_2d
torch.ones(2, 3) * torch.ones(2, 4)

# --- mismatch_middle
torch.ones(2, 3, 4) - torch.ones(2, 1, 5)

# --- expand
x = torch.tensor([1., 2.], requires_grad=True)
y = x.expand(3, 2)
print(y, y.stride())
y.sum().backward()
print(x.grad)

# --- expand_minus_one
torch.tensor([[1.], [2.]]).expand(-1, 3)

# --- expand_error
torch.ones(2, 3).expand(4, 3)

# --- expand_too_few
torch.ones(2, 3).expand(3)

# --- expand_as
torch.tensor([1, 2]).expand_as(torch.zeros(2, 2))

# --- expanded_write
y = torch.tensor([1.]).expand(3)
y.add_(1)

# --- broadcast_to
torch.broadcast_to(torch.tensor([1, 2, 3]), (2, 3))

# --- broadcast_tensors
torch.broadcast_tensors(torch.tensor([[1], [2]]), torch.tensor([3, 4]))

# --- broadcast_shapes
torch.broadcast_shapes((2, 1), (3,), (1, 1))

# --- inplace_cannot_grow
x = torch.ones(2)
x += torch.ones(3, 2)

# --- inplace_broadcasts_other
x = torch.ones(3, 2)
x += torch.tensor([1., 2.])
x

# --- pitfall_column_minus_row
y = torch.zeros(3, 1)
t = torch.ones(3)
(y - t).shape

# --- where_broadcasts
x = torch.tensor([[1.], [2.]], requires_grad=True)
y = torch.where(torch.tensor([True, False, True]), x, 0.)
print(y)
y.sum().backward()
print(x.grad)

# --- comparison_broadcasts
torch.tensor([[1], [2], [3]]) == torch.tensor([1, 2, 3])

# --- pow_broadcasts
b = torch.tensor([[2.], [3.]], requires_grad=True)
e = torch.tensor([1., 2., 3.], requires_grad=True)
y = b ** e
y.sum().backward()
print(y, b.grad, e.grad)

# --- zero_dim_and_matrix
w = torch.tensor(2., requires_grad=True)
(w * torch.ones(2, 2)).mean().backward()
w.grad

# --- empty_broadcast
(torch.ones(0, 3) + torch.ones(3)).shape, (torch.ones(0) * torch.ones(1)).shape

# --- dtype_of_grad
w = torch.tensor([1., 2.], requires_grad=True)
(w * torch.tensor([1., 2.], dtype=torch.float64)).sum().backward()
print(w.grad, w.grad.dtype)

# --- distance_matrix
p = torch.tensor([[0., 0.], [3., 4.]], requires_grad=True)
d = ((p[:, None] - p[None]) ** 2).sum(-1)
print(d)
d.sum().backward()
print(p.grad)

# --- normalise_columns
X = torch.tensor([[1., 10.], [3., 30.]])
(X - X.mean(0)) / X.std(0)

# --- broadcasting_gradient_shapes
x = torch.ones(3, 1, requires_grad=True)
y = torch.ones(4, requires_grad=True)
(x * y).sum().backward()
print(x.grad, y.grad, x.grad.shape, y.grad.shape)
