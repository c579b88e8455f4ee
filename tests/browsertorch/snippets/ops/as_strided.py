# --- as_strided_a_view
x = torch.arange(6.)
y = torch.as_strided(x, (2, 3), (3, 1))
print(y, y.stride(), y.storage_offset(), y._is_view(), y.is_contiguous())

# --- as_strided_overlapping_elements_add_up
x = torch.arange(6., requires_grad=True)
y = x.as_strided((2, 2), (1, 1))
print(y)
y.sum().backward()
print(x.grad)

# --- as_strided_storage_offset
x = torch.arange(6., requires_grad=True)
y = x.as_strided((2, 3), (1, 1), 1)
print(y, y.storage_offset())
(y ** 2).sum().backward()
print(x.grad)

# --- as_strided_second_derivative
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.as_strided((3, 2), (1, 3))
print(y)
g, = torch.autograd.grad((y ** 3).sum(), x, create_graph=True)
print(g)
print(torch.autograd.grad(g.sum(), x))

# --- as_strided_too_long
x = torch.arange(6.)
x.as_strided((3, 3), (3, 1))

# --- as_strided_lengths_and_steps_differ
x = torch.arange(6.)
x.as_strided((3, 3), (1,))

# --- as_strided_negative_step
x = torch.arange(6.)
x.as_strided((3,), (-1,))

# --- as_strided_negative_offset
x = torch.arange(6.)
x.as_strided((3,), (1,), -1)

# --- as_strided_negative_length
x = torch.arange(6.)
x.as_strided((-3,), (1,))

# --- as_strided_step_missing
x = torch.arange(6.)
x.as_strided((3,))

# --- as_strided_an_int_as_size
x = torch.arange(6.)
x.as_strided(3, 1)

# --- as_strided_by_keywords
x = torch.arange(6.)
torch.as_strided(x, size=(2,), stride=(2,), storage_offset=1)

# --- as_strided_of_a_view_starts_where_it_does
x = torch.arange(6.)
v = x[2:]
print(v.as_strided((2,), (1,)), v.as_strided((2,), (1,), 0))

# --- as_strided_of_a_recorded_view
x = torch.arange(6., requires_grad=True)
z = x * 1
v = z[2:]
w = v.as_strided((3,), (1,), 1)
print(w)
w.sum().backward()
print(x.grad)

# --- as_strided_shares_memory
x = torch.arange(6.)
y = x.as_strided((2, 3), (3, 1))
y[0, 0] = 100
print(x, y._version, x._version)

# --- as_strided_written_in_place
x = torch.arange(6., requires_grad=True)
z = x * 1
y = z.as_strided((2, 2), (2, 1), 1)
y.mul_(10)
print(y, z)
z.sum().backward()
print(x.grad)

# --- as_strided_of_an_expanded_tensor
x = torch.arange(3., requires_grad=True)
y = x.expand(2, 3)
w = y.as_strided((3,), (1,))
print(w)
w.sum().backward()
print(x.grad)

# --- as_strided_of_a_transposed_leaf
x = torch.arange(6.).reshape(2, 3).t().requires_grad_()
y = x.as_strided((6,), (1,))
print(y)
(y * torch.arange(6.)).sum().backward()
print(x.grad)

# --- as_strided_one_element_everywhere
x = torch.tensor(3.)
print(x.as_strided((2, 2), (0, 0)))

# --- as_strided_empty
x = torch.tensor([1, 2, 3])
print(x.as_strided((), ()), x.as_strided((0,), (1,)), x.as_strided((2, 0), (5, 1)))

# --- as_strided_windows_as_unfold
x = torch.arange(10.)
print(x.as_strided((4, 3), (2, 1)))
print(x.unfold(0, 3, 2))

# --- as_strided_saved_names
x = torch.arange(4., requires_grad=True)
y = x.as_strided((2, 2), (2, 1))
print(y.grad_fn, y.grad_fn.next_functions, y.grad_fn._saved_size, y.grad_fn._saved_stride, y.grad_fn._saved_storage_offset)

# --- as_strided_rows_that_share_memory
x = torch.zeros(3)
y = x.as_strided((3, 3), (0, 1))
y.add_(1)

# --- as_strided_in_place
x = torch.arange(6.)
x.as_strided_((2, 3), (3, 1))
print(x)

# --- as_strided_gradcheck
print(torch.autograd.gradcheck(lambda t: t.as_strided((2, 3), (1, 1), 1), torch.arange(6., dtype=torch.float64, requires_grad=True)))

# --- as_strided_in_no_grad
x = torch.arange(6., requires_grad=True)
with torch.no_grad():
    y = x.as_strided((2, 2), (2, 1))
    y.zero_()
print(x, y)

# --- as_strided_in_place_on_a_leaf
x = torch.arange(6., requires_grad=True)
y = x.as_strided((2, 2), (2, 1))
y.add_(1)

# --- as_strided_in_torch_func
print(torch.func.grad(lambda t: (t.as_strided((2, 2), (1, 1)) ** 2).sum())(torch.arange(3.)))

# --- as_strided_of_a_list
x = torch.as_strided([1, 2], (1,), (1,))

# --- as_strided_sizes_as_lists
x = torch.arange(6.)
print(x.as_strided([2, 2], [2, 1]), x.as_strided(torch.Size([2]), (3,)))

# --- as_strided_too_far
x = torch.arange(6.)
y = torch.as_strided(x, (4,), (1,), storage_offset=3)

# --- as_strided_forward_mode
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    d = fwAD.make_dual(torch.arange(4.), torch.ones(4))
    print(d.as_strided((2, 2), (1, 1)))

# --- as_strided_view_changed_in_place
x = torch.randn(2, 3, requires_grad=True)
y = x * 1
v = y[0]
v.mul_(2)
g, = torch.autograd.grad((v ** 2).sum(), x, create_graph=True)
print(g.grad_fn, y.grad_fn, v.grad_fn, v.grad_fn.next_functions)
