# --- views_as_copies
x = torch.arange(6.).reshape(2, 3).requires_grad_()
for y in (torch.permute_copy(x, (1, 0)), torch.t_copy(x), torch.diagonal_copy(x), torch.narrow_copy(x, 1, 0, 2), torch.view_copy(x, (3, 2)), torch.expand_copy(x[:1], (2, 3)), torch.squeeze_copy(x[:1]), torch.unsqueeze_copy(x, 0), torch.transpose_copy(x, 0, 1), torch.unbind_copy(x)[0], torch.alias_copy(x), torch.unfold_copy(x, 1, 2, 1), torch.as_strided_copy(x, (2,), (1,)), torch.split_with_sizes_copy(x, [1, 2], 1)[1]):
    print(y.detach(), y._is_view(), torch.autograd.grad(y.sum(), x)[0])

# --- views_replaced
x = torch.zeros(3, 3, requires_grad=True)
s = torch.arange(1., 4, requires_grad=True)
for y in (torch.select_scatter(x, s, 0, 1), torch.diagonal_scatter(x, s), torch.slice_scatter(x, s.reshape(1, 3), 0, 2), x.select_scatter(s, 1, -1)):
    print(y.detach(), torch.autograd.grad((y * y + y).sum(), [x, s]))
torch.select_scatter(x, torch.ones(2), 0, 1)

# --- splits
x = torch.arange(16.).reshape(4, 4)
print(torch.hsplit(x, 2), x.vsplit([1, 3]), torch.dsplit(x.reshape(2, 2, 4), 2)[0].shape, torch.hsplit(torch.arange(4), 2), torch.unsafe_split(x, 3)[1], x.unsafe_chunk(2, 1)[0])
torch.hsplit(x, 3)

# --- splits_bad
torch.vsplit(torch.ones(3), 1)

# --- put
x = torch.zeros(2, 2, requires_grad=True)
s = torch.tensor([1., 2.], requires_grad=True)
y = x.put(torch.tensor([3, 0]), s)
print(y.detach(), torch.autograd.grad((y * 3).sum(), [x, s]), x.put(torch.tensor([1, 1]), s, True).detach())
z = torch.zeros(4)
print(z.put_(torch.tensor([1]), torch.tensor([5.])))

# --- block_diag
a, b = torch.ones(1, 2, requires_grad=True), torch.full((2, 2), 3., requires_grad=True)
y = torch.block_diag(a, b, torch.tensor(7.))
print(y.detach())
(y * y).sum().backward()
print(a.grad, b.grad)

# --- small_operations
x = torch.arange(4., requires_grad=True)
print(torch.cumulative_trapezoid(x), torch.cumulative_trapezoid(x, torch.tensor([0., 1., 3., 6.])).detach(), torch.fill(x, 2.).detach(), torch.conj_physical(x), x.resolve_conj() is x)
b = torch.ones(2, 2, 3)
print(torch.addbmm(torch.ones(2, 2), b, b.mT, beta=2, alpha=3))
# --- unsafe_split_with_sizes
a, b = torch.arange(5.0).unsafe_split_with_sizes((2, 3))
print(a, b, torch.unsafe_split_with_sizes(torch.arange(4).view(2, 2), (1, 1), 1))
# --- empty_strided
x = torch.empty_strided((2, 3), (1, 4))
print(x.shape, x.stride(), x.dtype, torch.empty_strided((2,), (3,), dtype=torch.int64, requires_grad=False).stride())
torch.empty_strided((0, 2), (1, 1)).shape
