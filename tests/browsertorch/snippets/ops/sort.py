# --- cumsum_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.cumsum(1)
print(y)
(y * y).sum().backward()
print(x.grad)

# --- cumprod_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.cumprod(1)
print(y)
(y * y).sum().backward()
print(x.grad)

# --- cumprod_with_zero
x = torch.tensor([2., 0., 3.], requires_grad=True)
y = x.cumprod(0)
print(y)
y.sum().backward()
print(x.grad)

# --- median
v = torch.tensor([5., 1., 3., 2.], requires_grad=True)
m = v.median()
print(m, torch.median(v, dim=0))
m.backward()
print(v.grad)

# --- quantile
v = torch.tensor([3., 1., 2.], requires_grad=True)
print(v.quantile(0.5), torch.quantile(v, torch.tensor([0., 0.25, 1.])))

# --- mode
torch.tensor([2, 1, 2, 3, 3]).mode()

# --- kthvalue
torch.tensor([4., 1., 3.]).kthvalue(2)

# --- sort
v = torch.tensor([3., 1., 2.], requires_grad=True)
s = v.sort()
print(s)
(s.values * torch.tensor([1., 10., 100.])).sum().backward()
print(v.grad)

# --- sort_descending
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.sort(descending=True), torch.argsort(x, dim=0, descending=True))

# --- sort_ties
torch.tensor([2, 1, 2, 1]).sort(stable=True), torch.tensor([2, 1, 2, 1]).argsort(stable=True, descending=True)

# --- topk
v = torch.tensor([3., 1., 2.], requires_grad=True)
t = v.topk(2)
print(t)
t.values.sum().backward()
print(v.grad)

# --- topk_too_many
torch.zeros(2).topk(3)

# --- topk_smallest
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.topk(1, dim=0, largest=False))

# --- cumsum_of_bool
torch.tensor([True, True, False]).cumsum(0)

# --- cummax_cummin
v = torch.tensor([3., 1., 2.], requires_grad=True)
print(v.cummax(0), v.cummin(0))

# --- unique
print(torch.unique(torch.tensor([3, 1, 2, 1])), torch.tensor([1, 1, 2]).unique(return_counts=True), torch.unique_consecutive(torch.tensor([1, 1, 2, 1])))

# --- unique_has_no_derivative
x = torch.tensor([2., 1., 2.], requires_grad=True)
u = x.unique()
print(u)
u.sum().backward()

# --- bincount_histc
print(torch.bincount(torch.tensor([0, 1, 1, 3])), torch.histc(torch.tensor([1., 2., 1.]), 4, 0, 3))

# --- nan_in_ranks
n = torch.tensor([1., float("nan"), 3.])
print(n.median(), n.median(0), n.cummax(0), n.quantile(0.5))

# --- ranks_out_of_range
x = torch.ones(2, 3)
for call in (lambda: x.kthvalue(4), lambda: x.quantile(2.), lambda: x.diff(-1), lambda: x.flip(0, 0), lambda: x.bool().argmax(),
             lambda: x.int().quantile(0.5), lambda: x.int().nanmean(), lambda: x.unique(0), lambda: x.histc(0)):
    try:
        call()
    except (RuntimeError, TypeError) as error:
        print(error)

# --- searching
print(torch.searchsorted(torch.tensor([1, 3, 5]), torch.tensor([2, 3])), torch.isin(torch.tensor([1, 2]), torch.tensor([2])))

# --- sort_descending_by_position
print(torch.sort(torch.tensor([1., 3., 2.]), 0, True), torch.msort(torch.tensor([2., 1.])))

# --- cumprod_of_number
x = torch.tensor(2., requires_grad=True)
y = x.cumprod(0)
y.backward()
print(y, x.grad, torch.trapezoid(torch.tensor([1., 2., 3.]), torch.tensor([0., 1., 3.])))

# --- quantile_of_number
print(torch.quantile(torch.tensor([1., 2., 3.]), .5, keepdim=True), torch.quantile(torch.ones(2, 3), torch.tensor([.1, .5]), 1, keepdim=True).shape)

# --- unique_all
print(torch.unique(torch.tensor([2, 1, 2]), return_inverse=True, return_counts=True))
print(torch.unique_consecutive(torch.tensor([1, 1, 2]), return_inverse=True, return_counts=True))

# --- bucketize
torch.bucketize(torch.tensor([1., 2.]), torch.tensor([1., 2.]), right=True)

# --- median_with_nan_1
print(torch.tensor([1., float('nan'), 3.]).median(), torch.tensor([[1., float('nan')], [2., 3.]]).median(1), torch.tensor([float('nan'), float('nan')]).median())

# --- median_with_nan_2
x = torch.tensor([1., float('nan'), 3.], requires_grad=True)
x.median().backward()
print(x.grad)

# --- median_with_nan_3
x = torch.tensor([1., float('nan'), 3.], requires_grad=True)
y = x.quantile(0.5)
print(y, torch.quantile(torch.tensor([[1., float('nan')], [2., 3.]]), 0.5, dim=1))
y.backward()
print(x.grad)

# --- median_with_nan_4
print(torch.tensor([1., float('nan'), 3.]).kthvalue(2), torch.tensor([1., float('nan'), 3.]).nanquantile(0.5) if 0 else '', torch.tensor([[1., 2], [float('nan'), 0]]).median(0))

# --- gradient_through_sort
x = torch.tensor([3., 1., 2.], requires_grad=True)
values, index = torch.sort(x)
(values * torch.tensor([1., 10., 100.])).sum().backward()
print(values, index, x.grad)

# --- logcumsumexp_of_large_numbers
x = torch.tensor([0., 1000.], requires_grad=True)
y = x.logcumsumexp(0)
print(y)
y.sum().backward()
print(x.grad)
x = torch.tensor([1000., 0., -1000.], requires_grad=True)
x.logcumsumexp(0).sum().backward()
print(x.grad)
x = torch.tensor([-float("inf"), 0., 3.], requires_grad=True)
x.logcumsumexp(0).sum().backward()
print(x.grad)

# --- quantile_interpolation
x = torch.tensor([3., 1., 4., 2.], requires_grad=True)
for i in ("linear", "lower", "higher", "midpoint", "nearest"):
    y = torch.quantile(x, torch.tensor([.25, .5, .7]), interpolation=i)
    (g,) = torch.autograd.grad(y.sum(), x)
    print(i, y, g)
    print(torch.nanquantile(torch.tensor([1., float("nan"), 3.]), .5, interpolation=i))
torch.quantile(x, .5, interpolation="x")

# --- quantile_of_a_number
x = torch.tensor(3., requires_grad=True)
print(torch.quantile(x, .5), torch.quantile(x, .5, dim=0, keepdim=True), torch.quantile(x, torch.tensor([.5, .1])), torch.quantile(x, torch.tensor([.5, .1]), dim=0, keepdim=True))

# --- nanmedian
x = torch.tensor([[1., float("nan"), 3., 2.], [float("nan")] * 4], requires_grad=True)
print(torch.nanmedian(x), x[:1].nanmedian(1), torch.nanmedian(x[:1], 1, keepdim=True).indices)
torch.nanmedian(x).backward()
print(x.grad)
print(torch.nanmedian(torch.tensor([3, 1, 2])), torch.nanmedian(torch.tensor(float("nan")), 0), torch.nanmedian(torch.ones(0)))

# --- diff_beside
x = torch.tensor([1., 4., 9.], requires_grad=True)
print(torch.diff(x, prepend=torch.zeros(1)), x.diff(2, prepend=torch.zeros(1), append=torch.tensor([16., 25.])), x.diff(0), x.diff(0, prepend=torch.ones(1)))
x.diff(prepend=torch.zeros(2)).sum().backward()
print(x.grad)
torch.diff(torch.ones(2, 3), dim=0, prepend=torch.ones(1, 4))

# --- diff_bad
torch.diff(torch.ones(2, 3), prepend=torch.ones(3))

# --- searchsorted_ways
a = torch.tensor([[1., 3., 5.], [2., 4., 6.]])
print(torch.searchsorted(a, torch.tensor([[3., 6.], [3., 6.]])), torch.searchsorted(a, torch.tensor([[3.], [4.]]), right=True), torch.searchsorted(a[0], 3, side="right"), torch.searchsorted(a[0], torch.tensor([0., 9.]), out_int32=True))
print(torch.searchsorted(torch.tensor([5., 1., 3.]), torch.tensor([2., 4.]), sorter=torch.tensor([1, 2, 0])), torch.bucketize(torch.tensor([[1., 3.], [5., 0.]]), a[0], right=True), torch.bucketize(3., a[0]))
torch.searchsorted(a, torch.ones(3, 1))

# --- searchsorted_bad
torch.searchsorted(torch.ones(3), 1, right=True, side="left")

# --- unique_consecutive_dim
x = torch.tensor([[1, 1, 2], [1, 1, 2], [3, 3, 3]])
print(torch.unique_consecutive(x, dim=0, return_inverse=True, return_counts=True), torch.unique_consecutive(x, dim=1), x.unique_consecutive(return_inverse=True))
