# --- allowed_add
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.add_(1)
y.sum().backward()
print(y, x.grad)

# --- allowed_mul
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.mul_(3)
print(y)
y.sum().backward()
print(x.grad)

# --- mul_by_recorded
x = torch.tensor([1., 2.], requires_grad=True)
w = torch.tensor([3., 4.], requires_grad=True)
y = x * 1
y.mul_(w)
y.sum().backward()
print(x.grad, w.grad)

# --- plain_becomes_recorded
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.zeros(2)
y += x
print(y, y.is_leaf)
y.sum().backward()
print(x.grad)

# --- plain_mul_recorded
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.tensor([3., 4.])
y.mul_(x)
print(y)
y.sum().backward()
print(x.grad)

# --- square_then_change
x = torch.tensor([1., 2.], requires_grad=True)
h = x * 1
y = h ** 2
h.add_(1)
y.sum().backward()

# --- exp_then_change
x = torch.tensor([1., 2.], requires_grad=True)
y = x.exp()
y.add_(1)
y.sum().backward()

# --- sin_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 1
y.sin_()
y.sum().backward()
print(y, x.grad)

# --- exp_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 1
y.exp_()
y.sum().backward()
print(y, x.grad)

# --- exp_in_place_then_change
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 1
y.exp_()
y.mul_(2)
y.sum().backward()

# --- sigmoid_tanh_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 1
y.sigmoid_().tanh_()
y.sum().backward()

# --- relu_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = x - 1.5
y.relu_()
y.sum().backward()
print(y, x.grad)

# --- relu_then_add
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.relu(x)
y += 1
y.sum().backward()

# --- add_then_change
x = torch.tensor([1., 2.], requires_grad=True)
y = x + 1
y.mul_(5)
y.sum().backward()
print(x.grad)

# --- mul_other_changed
x = torch.tensor([1., 2.], requires_grad=True)
w = torch.tensor([3., 4.])
y = x * w
w.add_(1)
y.sum().backward()

# --- mul_own_value_changed_unneeded
x = torch.tensor([1., 2.], requires_grad=True)
w = torch.tensor([3., 4.])
y = x * w
with torch.no_grad():
    x.add_(1)
y.sum().backward()
print(x.grad)

# --- div_changed
x = torch.tensor([1., 2.], requires_grad=True)
y = 1 / x
y += 1
y.sum().backward()

# --- sum_then_change
x = torch.tensor([1., 2.], requires_grad=True)
h = x * 1
s = h.sum()
h.zero_()
s.backward()
print(x.grad)

# --- matmul_weight_changed
W = torch.ones(2, 2, requires_grad=True)
x = torch.ones(1, 2, requires_grad=True)
y = (x @ W).sum()
with torch.no_grad():
    W -= 0.1
y.backward()

# --- matmul_only_weight_recorded
W = torch.ones(2, 2, requires_grad=True)
x = torch.ones(1, 2)
y = (x @ W).sum()
with torch.no_grad():
    W -= 0.1
y.backward()
print(W.grad)

# --- softmax_changed
x = torch.tensor([1., 2.], requires_grad=True)
p = x.softmax(0)
p[0] = 0.
p.sum().backward()

# --- max_changed
x = torch.tensor([1., 2.], requires_grad=True)
h = x * 1
m = h.max()
h.add_(1)
m.backward()

# --- cumsum_changed
x = torch.tensor([1., 2.], requires_grad=True)
h = x * 1
c = h.cumsum(0)
h.add_(1)
c.sum().backward()
print(x.grad)

# --- leaf_add
x = torch.tensor([1., 2.], requires_grad=True)
x.add_(1)

# --- leaf_iadd
x = torch.tensor([1., 2.], requires_grad=True)
x += 1

# --- leaf_zero
x = torch.tensor([1., 2.], requires_grad=True)
x.zero_()

# --- leaf_view
x = torch.tensor([1., 2.], requires_grad=True)
x.view(2).add_(1)

# --- leaf_index
x = torch.tensor([1., 2.], requires_grad=True)
x[0] = 1

# --- leaf_slice_mul
x = torch.tensor([1., 2.], requires_grad=True)
x[:1].mul_(2)

# --- leaf_copy
x = torch.tensor([1., 2.], requires_grad=True)
x.copy_(torch.zeros(2))

# --- leaf_detached
x = torch.tensor([1., 2.], requires_grad=True)
x.detach().add_(1)
print(x, x._version)

# --- leaf_data
x = torch.tensor([1., 2.], requires_grad=True)
x.data.add_(1)
print(x, x._version)

# --- leaf_no_grad
x = torch.tensor([1., 2.], requires_grad=True)
with torch.no_grad():
    x.add_(1)
print(x, x._version, x.is_leaf)

# --- detach_shares_error
x = torch.tensor([1., 2.], requires_grad=True)
y = x.exp()
y.detach().zero_()
y.sum().backward()

# --- data_hides_error
x = torch.tensor([1., 2.], requires_grad=True)
y = x.exp()
y.data.zero_()
y.sum().backward()
print(x.grad)

# --- versions
a = torch.zeros(2)
v = a[:1]
d = a.detach()
c = a.clone()
a.add_(1)
v.mul_(2)
print(a._version, v._version, d._version, c._version, a.data._version)

# --- version_of_setitem
a = torch.zeros(3)
a[0] = 1
a[a > 0] = 2
a += 1
print(a, a._version)

# --- version_unchanged
a = torch.zeros(3)
a + 1
a.sum()
a = a * 2
print(a._version)

# --- copies
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.zeros(2)
y.copy_(x * 2)
print(y)
y.sum().backward()
print(x.grad)

# --- copy_broadcast
y = torch.zeros(2, 2)
y.copy_(torch.tensor([1., 2.]))
print(y)
y.copy_(torch.ones(3))

# --- copy_casts
y = torch.zeros(2, dtype=torch.int64)
y.copy_(torch.tensor([1.7, 2.2]))
y

# --- fill_zero
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.fill_(3.)
print(y)
y.sum().backward()
print(x.grad)

# --- zero_recorded
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.zero_()
print(y)
y.sum().backward()
print(x.grad)

# --- result_type
y = torch.zeros(2, dtype=torch.int64)
y += 0.5

# --- result_type_div
y = torch.ones(2, dtype=torch.int64)
y /= 2

# --- result_type_bool
y = torch.ones(2, dtype=torch.bool)
y += 1

# --- comparison_in_place
y = torch.tensor([1., 2.])
y.gt_(1)
y

# --- shape_grows
y = torch.zeros(2)
y += torch.ones(2, 2)

# --- clamp_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.clamp_(max=3.)
y.sum().backward()
print(y, x.grad)

# --- masked_fill_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.masked_fill_(y > 3, 0.)
y.sum().backward()
print(y, x.grad)

# --- pow_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 1
y.pow_(3)
y.sum().backward()
print(y, x.grad)

# --- sqrt_neg_abs
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 4
y.sqrt_().neg_().abs_()
y.sum().backward()
print(y, x.grad)

# --- addcmul_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.zeros(2)
y.addcmul_(x, x, value=2)
y.sum().backward()
print(y, x.grad)

# --- div_floor_in_place
y = torch.tensor([7., 5.])
y //= 2
print(y)
y %= 2
print(y)
y **= 2
print(y)

# --- scatter_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.zeros(3)
y.scatter_add_(0, torch.tensor([0, 0]), x)
print(y)
y[0].backward()
print(x.grad)

# --- copyslices_chain
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 1
y[0] *= 10
y[1] += 5
print(y, y.grad_fn.next_functions[0][0].name())
y.sum().backward()
print(x.grad)

# --- slice_of_square
x = torch.tensor([1., 2.], requires_grad=True)
y = x ** 2
y[0] = 0.
y.sum().backward()
print(x.grad)

# --- slice_of_exp
x = torch.tensor([1., 2.], requires_grad=True)
y = x.exp()
y[0] = 0.
y.sum().backward()

# --- view_error_message
x = torch.tensor([1., 2.], requires_grad=True)
y = x.exp()
v = y.view(2)
v.add_(1)
y.sum().backward()

# --- base_used_after_view_change
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y[0].mul_(3)
z = y * y
z.sum().backward()
print(x.grad)

# --- view_used_before_and_after
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
v = y[:1]
a = v * 3
v.add_(1)
(a.sum() + v.sum() + y.sum()).backward()
print(x.grad)

# --- create_graph_through_slice
x = torch.tensor([1., 2.], requires_grad=True)
y = x * x
y[0] = y[1] * x[0]
g, = torch.autograd.grad(y.sum(), x, create_graph=True)
print(g)
g.sum().backward()
print(x.grad)

# --- retain_grad_then_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.retain_grad()
y.mul_(3)
y.sum().backward()
print(y.grad, x.grad)

# --- hook_then_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.register_hook(lambda g: print('hook', g))
y.mul_(3)
y.sum().backward()

# --- grad_zeroed_in_place
x = torch.tensor([1., 2.], requires_grad=True)
(x ** 2).sum().backward()
g = x.grad
x.grad.zero_()
(x ** 2).sum().backward()
print(x.grad is g, g)

# --- swap
a, b = torch.tensor([1.]), torch.tensor([2.])
a, b = b, a
a += b
print(a, b)

# --- alias_plus_equal
a = torch.zeros(2)
b = a
b += 1
c = a
c = c + 1
print(a, b is a, c is a)

# --- requires_grad_after
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.zeros(2)
y.requires_grad_()
y.add_(x)

# --- no_grad_in_place_on_result
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
with torch.no_grad():
    y.add_(1)
print(y, y._version)
(y * y).sum().backward()
print(x.grad)

# --- inference_in_place
with torch.inference_mode():
    t = torch.zeros(2)
    t += 1
print(t)
t += 1

# --- expand_in_place
t = torch.zeros(1).expand(2)
t += 1

# --- detach_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.detach_()
print(y, y.requires_grad, y.is_leaf)

# --- detach_view_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = (x * 2)[:1]
y.detach_()

# --- requires_grad_false_non_leaf
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.requires_grad_(False)

# --- set_data
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.data = torch.tensor([10., 20.])
print(y)
y.sum().backward()
print(x.grad)

# --- comparisons_in_place
x = torch.tensor([0.5, 0.2], requires_grad=True)
y = (x * 1).gt_(0.3)
print(y, y.grad_fn.next_functions)
z = torch.zeros(2).le_(x)
print(z, z.grad_fn.next_functions)
(y + z).sum().backward()
x.grad

# --- saved_then_detached_in_place
x = torch.ones(2, requires_grad=True)
y = x * 1
z = y ** 2
y.detach_()
y.requires_grad_()
(y ** 2).sum().backward()
print(y.grad)
z.sum().backward()

# --- triangle_of_a_vector
torch.ones(3).tril_()

# --- sources_of_another_dtype
x = torch.ones(2)
place, long = torch.tensor([0]), torch.tensor([1])
for change in (lambda: x.index_add_(0, place, long), lambda: x.index_copy_(0, place, long), lambda: x.scatter_(0, place, long),
               lambda: x.scatter_add_(0, place, long), lambda: x.masked_scatter_(torch.tensor([True, False]), long),
               lambda: x.index_put_((place,), long), lambda: x.lerp_(torch.tensor([1, 2]), 0.5)):
    try:
        change()
    except RuntimeError as error:
        print(error)

# --- addcmul_of_integers
a = torch.tensor([1, 2])
print(torch.addcmul(a, a, a, value=2), torch.addcmul(a, a, torch.tensor([0.5, 1.0])))
try:
    a.addcmul_(a, torch.ones(2))
except RuntimeError as error:
    print(error)
torch.addcdiv(torch.ones(2), a, a)

# --- set_counts
x = torch.ones(2)
x.set_(torch.zeros(3))
print(x, x._version)
torch.ones(2, requires_grad=True).set_(torch.zeros(3))

# --- logit_outside
x = torch.tensor([0.5, 1.5, 0.05], requires_grad=True)
print(torch.autograd.grad(torch.logit(x).sum(), x))
print(torch.logit(x, 0.1), torch.autograd.grad(torch.logit(x, eps=0.1).sum(), x))

# --- all_elements_assigned
x = torch.ones(3, requires_grad=True)
for index in (Ellipsis, slice(None), (), (slice(None), slice(None)), 0, None):
    for value in (5, torch.tensor(5.0), torch.zeros(2, 3), x, torch.zeros(1, 1, 2, 3)):
        y = torch.ones(2, 3, requires_grad=True) * 2
        try:
            y[index] = value
        except RuntimeError as error:
            print(error)
        print(index, y.grad_fn, y.grad_fn.next_functions)

# --- leaf_that_is_a_view
x = torch.arange(4.0).reshape(2, 2).requires_grad_()
print(x.is_leaf, x._is_view())
for change in (lambda: x.add_(1), lambda: x[0].mul_(2), lambda: x.__setitem__(0, 1.0)):
    try:
        change()
    except RuntimeError as error:
        print(error)
with torch.no_grad():
    x += 1
(x * x).sum().backward()
print(x.grad, x)

# --- view_of_a_leaf_that_is_a_view
x = torch.arange(4.0).reshape(2, 2).requires_grad_()
v, (u, _) = x[0], x.unbind()
with torch.no_grad():
    x.mul_(2)
((x * x).sum() + v.sum()).backward()
print(x.grad, v.grad_fn.next_functions)
u.sum()

# --- indexed_things_are_saved
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
for f in (lambda w: w.index_add(0, torch.tensor([0]), w[:1]), lambda w: w.take(torch.tensor([0]))):
    w = x * 1
    y = f(w)
    w.add_(1)
    try:
        y.sum().backward()
    except RuntimeError as error:
        print(error)
w.ravel()

# --- shapes_changed_in_place
for change in (lambda y: y.t_(), lambda y: y.transpose_(0, 1), lambda y: y.squeeze_(), lambda y: y.squeeze_(0), lambda y: y.unsqueeze_(-1),
               lambda y: y.swapaxes_(0, 1)):
    x = torch.ones(1, 3, requires_grad=True)
    y = x * 2
    print(change(y) is y, y, y._version, y.stride())
    (y * y).sum().backward()
    print(x.grad)
    z = torch.arange(3.0).reshape(1, 3).clone()
    print(change(z), z._version)
torch.ones(1, 3, requires_grad=True).squeeze_()

# --- fill_wrong
torch.ones(2).fill_(torch.ones(2))

# --- fill_with_gradient
x = torch.ones(2, requires_grad=True)
y = (x * 1).fill_(torch.tensor(3., requires_grad=True))
print(y)
y.sum().backward()
x.grad

# --- set_data_of_another
x = torch.ones(2)
x.set_(torch.zeros(3))
x

# --- resize_with_gradient
torch.ones(2, requires_grad=True).resize_(3)

# --- copy_wrong_shape
torch.ones(2).copy_(torch.ones(3, 2))

# --- expanded_in_place_1
x = torch.arange(3., requires_grad=True) * 2
v = x.expand(2, 3)
v.zero_()

# --- expanded_in_place_2
x = torch.arange(3.)
v = x.expand(2, 3)
v.zero_()
print(x)

# --- expanded_in_place_3
x = torch.arange(3., requires_grad=True) * 2
v = x.expand(2, 3)
v.fill_(1.)
print(x)

# --- expanded_in_place_4
x = torch.arange(3., requires_grad=True) * 2
v = x.expand(2, 3)
with torch.no_grad():
    v.zero_()
print(x)

# --- zero_1
x = torch.ones(2)
print(torch.zero_(x), x, torch.zero_(x) is x)

# --- zero_2
w = torch.ones(2, requires_grad=True)
torch.zero_(w)

# --- zero_4
torch.zero_([1])

# --- ones_2_copy__1_2
torch.ones(2).copy_([1, 2])

# --- copy_into_leaf
w = torch.zeros(3, requires_grad=True)
with torch.no_grad():
    w.copy_(torch.tensor([1., 2., 3.]))
(w * 2).sum().backward()
print(w, w.grad)

# --- assignment_builds_graph
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.zeros(2)
y[0] = x[0] * 3
y[1] = x[1] ** 2
print(y)
y.sum().backward()
print(x.grad)

# --- grad_inplace_scaling
x = torch.tensor([1., 2.], requires_grad=True)
(x ** 2).sum().backward()
x.grad *= 0.5
x.grad.clamp_(max=1.5)
print(x.grad)

# --- inference_tensor_is_changed_before_it_is_refused
with torch.inference_mode():
    x = torch.tensor([1., 2.])
for change in (lambda: x.add_(1), lambda: x.fill_(5.), lambda: x.unsqueeze_(0), lambda: torch.mul(x, 2, out=x)):
    try:
        change()
    except RuntimeError as error:
        print(str(error)[:42], x)
x.zero_()

# --- shape_of_a_recorded_view
x = torch.arange(6.).view(2, 3).requires_grad_()
b = x.clone()
view, other = b.view_as(b), b.view(6)
view.transpose_(0, 1)
print(view.shape, view.grad_fn.name(), view._is_view(), view._base is b, view._version, b.shape, b.grad_fn.name(), other.grad_fn.name())
view.mul_(2)
print(view.grad_fn.name(), b)
(view * torch.arange(6.).view(3, 2)).sum().backward()
x.grad

# --- shape_of_a_row_that_is_a_view
for change in (lambda v: v.unsqueeze_(0), lambda v: v.as_strided_((2,), (1,)), lambda v: v.as_strided_((2, 2), (3, 1), 1), lambda v: v.squeeze_()):
    x = torch.arange(6.).view(2, 3).requires_grad_()
    b = x.clone()
    row = b[0]
    change(row)
    print(row.shape, row.grad_fn.name(), row)
    (row.sum() ** 2 + b.sum()).backward()
    print(x.grad)

# --- base_changed_after_the_shape_of_its_view
x = torch.arange(6.).view(2, 3).requires_grad_()
b = x.clone()
view = b.view_as(b)
view.t_()
b.mul_(3)
print(view, view.grad_fn.name())
view.square().sum().backward()
x.grad

# --- shape_of_views_that_may_not_change
b = torch.rand(2, 3, requires_grad=True).clone()
with torch.no_grad():
    unrecorded = b.view_as(b)
    turned = b.view_as(b).t_()
recorded = b.view_as(b)
with torch.no_grad():
    recorded.t_()
print(recorded.shape, recorded.grad_fn.name())
for change in (lambda: unrecorded.t_(), lambda: turned.add_(1), lambda: b.unbind()[0].unsqueeze_(0), lambda: recorded.add_(1).grad_fn.name()):
    try:
        print(change())
    except RuntimeError as error:
        print(error)
