# --- single
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[0]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- element
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[0, 1]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- negative
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[-1, -2]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- column
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[:, 1]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- slice_rows
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[1:]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- slice_columns
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[:, :2]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- step
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[:, ::2]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- ellipsis
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[..., 0]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- none
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[:, None]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- chain
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[1][2]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- list_of_rows
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[[1, 0, 1]]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- pairs
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[[0, 1], [1, 2]]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- columns_list
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[:, [0, 2]]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- index_tensor
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[torch.tensor([0, 0, 1])]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- zero_dim_index
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[torch.tensor(1)]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- mask
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[x > 2]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- mask_rows
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[torch.tensor([False, True])]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- mask_columns
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[:, torch.tensor([True, False, True])]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- whole
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[:]
print(y)
(y * y).sum().backward()
print(x.grad)

# --- everything
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x[...].grad_fn, x[()].grad_fn, x[:, :].grad_fn)

# --- graph_of_two_indices
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[0, 1]
print(y.grad_fn, y.grad_fn.next_functions[0][0])

# --- graph_of_row_and_slice
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x[1:, 2]
print(y.grad_fn, y.grad_fn.next_functions[0][0])

# --- empty_slice
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x[2:], x[:0].shape)

# --- negative_step
torch.arange(3)[::-1]

# --- out_of_range
torch.arange(3)[3]

# --- out_of_range_second
torch.zeros(2, 3)[0, -4]

# --- too_many
torch.zeros(2)[0, 0]

# --- zero_dim
torch.tensor(1.)[0]

# --- zero_dim_slice
torch.tensor(1.)[:1]

# --- float_index
torch.arange(3)[1.5]

# --- float_tensor_index
torch.arange(3)[torch.tensor([1.])]

# --- index_tensor_out_of_range
torch.arange(3)[torch.tensor([0, 3])]

# --- wrong_mask
torch.arange(3)[torch.tensor([True, False])]

# --- mismatched_indices
torch.zeros(3, 3)[[0, 1], [0, 1, 2]]

# --- true_index
torch.arange(3)[True].shape, torch.arange(3)[False].shape

# --- three_dims
c = torch.arange(24).reshape(2, 3, 4)
print(c[0, :, 1], c[:, 0, [1, 3]], c[[0, 1], :, [0, 1]], c[..., -1])

# --- numpy_index
import numpy as np
v = torch.arange(5)
print(v[np.array([0, 2])], v[np.int64(3)], v[np.array([True, False, True, False, True])])

# --- iterate
for row in torch.arange(6).reshape(2, 3):
    print(row, row.sum())

# --- iterate_recorded
v = torch.tensor([3., 1., 2.], requires_grad=True)
for t in v:
    print(t)

# --- iterate_zero_dim
list(torch.tensor(1))

# --- unpack
a, b = torch.tensor([1., 2.], requires_grad=True)
(a * b).backward()
print(a)

# --- len
len(torch.zeros(3, 2)), len(torch.zeros(0))

# --- len_zero_dim
len(torch.tensor(1))

# --- contains
2 in torch.tensor([1, 2]), 5 in torch.tensor([1, 2])

# --- set_item
y = torch.zeros(3)
y[1] = 5
y[-1] = torch.tensor(7.)
y

# --- set_slice
y = torch.zeros(2, 3)
y[:, 1] = 1
y[0] = torch.tensor([4., 5., 6.])
y[1, 1:] = 9
y

# --- set_mask
y = torch.arange(5.)
y[y > 2] = 0
y

# --- set_list
y = torch.zeros(4)
y[[0, 2]] = torch.tensor([1., 2.])
y

# --- set_rows_columns
y = torch.zeros(3, 3)
y[[0, 1], [1, 2]] = 5.
y[2] = 1
y

# --- set_python_list
y = torch.zeros(3)
y[:2] = torch.tensor([1., 2.])
y[2:] = 3
y

# --- set_wrong_shape
y = torch.zeros(3)
y[:2] = torch.ones(3)

# --- set_wrong_shape_rows
y = torch.zeros(2, 3)
y[0] = torch.ones(2)

# --- set_string
y = torch.zeros(3)
y[0] = 'a'

# --- set_on_leaf
w = torch.zeros(3, requires_grad=True)
w[0] = 1.

# --- set_mask_on_leaf
w = torch.zeros(3, requires_grad=True)
w[w == 0] = 1.

# --- set_on_leaf_no_grad
w = torch.zeros(3, requires_grad=True)
with torch.no_grad():
    w[0] = 1.
w

# --- set_on_result
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x * 2
y[0, 0] = 100.
print(y)
y.sum().backward()
print(x.grad)

# --- set_row_on_result
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x * 2
y[1] = torch.tensor([1., 2., 3.])
print(y)
(y ** 2).sum().backward()
print(x.grad)

# --- set_recorded_value
w = torch.tensor(3., requires_grad=True)
y = torch.zeros(3)
y[1] = w * 2
print(y)
(y * torch.tensor([1., 10., 100.])).sum().backward()
print(w.grad)

# --- set_mask_on_result
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x * 2
y[y > 5] = 0.
print(y)
y.sum().backward()
print(x.grad)

# --- set_index_on_result
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = v * 2
y[[0, 2]] = 1.
print(y)
y.sum().backward()
print(v.grad)

# --- set_index_recorded
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.zeros(3)
y[[2, 0]] = v[:2]
print(y)
(y ** 2).sum().backward()
print(v.grad)

# --- set_in_loop
w = torch.tensor(2., requires_grad=True)
y = torch.zeros(4)
for i in range(4):
    y[i] = w ** i
print(y)
y.sum().backward()
print(w.grad)

# --- add_to_item
y = torch.zeros(3)
y[0] += 2
y[1:] *= 3
y

# --- gather
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.gather(1, torch.tensor([[0, 2], [1, 1]]))
print(y)
y.sum().backward()
print(x.grad)

# --- gather_rows
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.gather(0, torch.tensor([[0, 1, 0]])))

# --- gather_out_of_range
torch.zeros(2, 2).gather(1, torch.tensor([[2]]))

# --- gather_dimensions
torch.zeros(2, 2).gather(1, torch.tensor([0]))

# --- scatter
src = torch.tensor([5., 6.], requires_grad=True)
y = torch.zeros(4).scatter(0, torch.tensor([3, 1]), src)
print(y)
(y ** 2).sum().backward()
print(src.grad)

# --- scatter_value
torch.zeros(2, 3).scatter_(1, torch.tensor([[0], [2]]), 1.)

# --- one_hot
labels = torch.tensor([2, 0])
torch.zeros(2, 3).scatter_(1, labels.unsqueeze(1), 1)

# --- scatter_add
src = torch.ones(4, requires_grad=True)
y = torch.zeros(3).scatter_add(0, torch.tensor([0, 1, 0, 2]), src)
print(y)
(y ** 2).sum().backward()
print(src.grad)

# --- index_select
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.index_select(1, torch.tensor([2, 2]))
print(y)
y.sum().backward()
print(x.grad)

# --- index_add_fill_copy
y = torch.zeros(3)
print(y.index_add(0, torch.tensor([0, 0, 2]), torch.tensor([1., 2., 3.])), y.index_fill(0, torch.tensor([1]), 9.), y.index_copy(0, torch.tensor([2]), torch.tensor([4.])))

# --- take
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.take(torch.tensor([0, 5, 5])), torch.take_along_dim(x, torch.tensor([[2], [0]]), 1))

# --- masked_select
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.masked_select(x > 3)
print(y)
y.sum().backward()
print(x.grad)

# --- masked_scatter
torch.zeros(4).masked_scatter(torch.tensor([True, False, True, False]), torch.tensor([1., 2., 3.]))

# --- nonzero
t = torch.tensor([[0, 3], [5, 0]])
print(t.nonzero(), torch.nonzero(t, as_tuple=True), torch.argwhere(t > 4))

# --- where_index
x = torch.tensor([5., -1., 3.])
torch.where(x > 0)[0], x[torch.where(x > 0)]

# --- index_put
y = torch.zeros(3)
print(y.index_put((torch.tensor([0, 2]),), torch.tensor([1., 2.])))
print(y.index_put((torch.tensor([1, 1]),), torch.tensor([1., 2.]), accumulate=True))

# --- narrow_select
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.narrow(1, 1, 2), x.select(1, 0))

# --- select_out_of_range
torch.zeros(2).select(0, 2)

# --- repeated_index_gradient
v = torch.tensor([3., 1., 2.], requires_grad=True)
v[[0, 0, 0, 1]].sum().backward()
v.grad

# --- list_of_lists_is_still_a_tuple
x = torch.arange(12.).reshape(3, 4)
x[[[0, 1], [1, 2]]]

# --- index_of_strings_and_floats
x = torch.arange(12.).reshape(3, 4)
print(x[[0, 1.5]])
x[0, "a"]

# --- assigning_a_list
x = torch.zeros(2, 3)
x[0] = [1, 2, 3]

# --- byte_mask_and_short_index
x = torch.arange(3.)
print(x[torch.tensor([1, 0, 1], dtype=torch.uint8)])
x[torch.tensor([0], dtype=torch.int16)]

# --- assigning_a_tensor_of_too_many_dimensions
x = torch.zeros(2, 3)
x[0, 0] = torch.tensor([1., 2.])

# --- steps_of_slices
x = torch.arange(5)
for step in (0, -1):
    try:
        x[::step]
    except ValueError as error:
        print(error)

# --- deleting_an_element
x = torch.arange(3.)
del x[0]

# --- contains_a_string
"a" in torch.arange(3.)

# --- reversed_is_a_flip
print(reversed(torch.tensor([[1, 2], [3, 4]])), list(reversed(torch.tensor([1, 2]))))

# --- gather_and_select_refuse
x = torch.arange(12.).reshape(3, 4)
for call in (lambda: x.gather(1, torch.tensor([[0.]])), lambda: x.gather(1, torch.zeros(4, 1, dtype=torch.int64)),
             lambda: x.index_select(0, torch.tensor([5])), lambda: x.index_select(0, torch.tensor([[0]])),
             lambda: x.take(torch.tensor([50])), lambda: x.masked_select(x), lambda: x.narrow(0, 5, 1),
             lambda: x.scatter(1, torch.tensor([0]), 1.)):
    try:
        call()
    except (IndexError, RuntimeError) as error:
        print(type(error).__name__, error)

# --- select_of_number
torch.tensor(1.).select(0, 0)

# --- narrow_too_far
x = torch.arange(5.)
print(x.narrow(0, -2, 2))
x.narrow(0, 3, 4)

# --- index_of_float
torch.ones(3)[torch.tensor([1.])]

# --- index_put_dtype
x = torch.zeros(3)
x[torch.tensor([0, 1])] = torch.tensor([1, 2])
x

# --- index_put_shape
x = torch.zeros(3)
x[torch.tensor([0, 1])] = torch.ones(3)

# --- setitem_with_leading_one
x = torch.zeros(2, 3)
x[0] = torch.ones(1, 3)
x[:, 1] = torch.tensor([[5., 6.]])
x

# --- gather_int32
torch.ones(3).gather(0, torch.tensor([0], dtype=torch.int32))

# --- take_out_of_range
torch.ones(3).gather(0, torch.tensor([5]))

# --- masked_select_saves_its_input_1
x = torch.tensor([1., 2., 3.], requires_grad=True) * 1
y = x.masked_select(x > 1)
x.add_(1)
y.sum().backward()

# --- ones_2_1_5
torch.ones(2)[1.5]

# --- ones_2_5
torch.ones(2)[5]

# --- tensor_3_0
torch.tensor(3)[0]

# --- tensor_1_2_0_0
torch.tensor([1, 2])[0][0]

# --- ones_2_3_3
torch.ones(2, 3)[:, 3]

# --- ones_2_3_0_3
torch.ones(2, 3)[0][3]

# --- gradient_through_indexing
x = torch.arange(6., requires_grad=True)
y = x[[0, 0, 5]] * torch.tensor([1., 10., 100.])
y.sum().backward()
print(x.grad)

# --- gradient_through_masked_sum
x = torch.tensor([1., -2., 3.], requires_grad=True)
x[x > 0].sum().backward()
print(x.grad)

# --- zero_dim_index_error
x = torch.tensor(1., requires_grad=True)
x[0]

# --- not_iterable_scalar
for v in torch.tensor(3.):
    print(v)

# --- len_of_scalar
len(torch.tensor(3.))

# --- masked_scatter_few
torch.zeros(3).masked_scatter(torch.tensor([True, True, False]), torch.ones(1))

# --- scatter_by
x = torch.ones(2, 3)
i = torch.tensor([[0, 1, 0]])
print(x.scatter(0, i, torch.full((1, 3), 4.), reduce="add"), x.scatter(0, i, 2, reduce="multiply"), x.scatter(0, i, 2, reduce="add"))

# --- scatter_by_bad
torch.ones(2, 3).scatter(0, torch.tensor([[0, 1, 0]]), 2, reduce="x")

# --- scatter_by_grad
torch.ones(2, 3, requires_grad=True).scatter(0, torch.tensor([[0, 1, 0]]), torch.ones(1, 3), reduce="add")

# --- scatter_by_grad2
x = torch.ones(2, 3, requires_grad=True).scatter(0, torch.tensor([[0, 1, 0]]), 2., reduce="add")
print(x)
x.sum().backward()

# --- index_fill_bad
torch.ones(3).index_fill(0, torch.tensor([0]), torch.ones(2))

# --- take_along_bad
torch.ones(3).take_along_dim(torch.ones(3))

# --- take_along_bad2
torch.ones(3).take_along_dim(torch.ones(3, 1, dtype=torch.long), 0)

# --- take_along_bad3
torch.ones(3).take_along_dim(torch.tensor([7]), 0)

# --- scatter_reduce
i = torch.tensor([0, 1, 0, 1, 2])
for r in ("sum", "prod", "mean", "amax", "amin"):
    for inc in (True, False):
        x = torch.tensor([1., 2., 3., 4.], requires_grad=True)
        s = torch.tensor([5., 2., 0., 2., 3.], requires_grad=True)
        y = x.scatter_reduce(0, i, s, r, include_self=inc)
        print(r, inc, y)
        (y * torch.arange(1., 5)).sum().backward()
        print(x.grad, s.grad)

# --- scatter_reduce_int
i = torch.tensor([0, 1, 0, 1, 2])
for r in ("sum", "prod", "mean", "amax", "amin"):
    print(torch.tensor([1, 2, 3, 4]).scatter_reduce(0, i, torch.tensor([5, 2, 0, 2, 3]), r), torch.tensor([1, 2, 3, 4]).scatter_reduce(0, i, torch.tensor([5, 2, 0, 2, 3]), r, include_self=False))

# --- scatter_reduce_bad
torch.ones(2).scatter_reduce(0, torch.tensor([0]), torch.ones(1), "x")

# --- scatter_reduce_nan
print(torch.tensor([1., 2.]).scatter_reduce(0, torch.tensor([0, 1]), torch.tensor([float("nan"), 1.]), "amax"))

# --- scatter_reduce_inplace
x = torch.ones(2, 2)
x.scatter_reduce_(1, torch.tensor([[0, 0], [1, 1]]), torch.full((2, 2), 3.), "prod")
print(x)

# --- index_reduce
i = torch.tensor([0, 1, 0])
for r in ("prod", "mean", "amax", "amin"):
    for inc in (True, False):
        x = torch.tensor([1., 2., 3., 4.], requires_grad=True)
        s = torch.tensor([5., 2., 2.], requires_grad=True)
        y = x.index_reduce(0, i, s, r, include_self=inc)
        print(r, inc, y)
        (y * torch.arange(1., 5)).sum().backward()
        print(x.grad, s.grad)

# --- index_fill_counts_a_place_once
x, v = torch.zeros(2, 3, requires_grad=True), torch.tensor(5.0, requires_grad=True)
y = x.index_fill(1, torch.tensor([0, 2, 0, 2]), v)
y.sum().backward()
y, x.grad, v.grad
