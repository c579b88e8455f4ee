# --- sum
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.sum()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- mean
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.mean()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- prod
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.prod()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- max
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.max()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- min
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.min()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- amax
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.amax()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- amin
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.amin()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- var
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.var()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- std
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.std()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- norm
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.norm()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- sum_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.sum(1)
print(y)
(y * y).sum().backward()
print(x.grad)

# --- mean_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.mean(1)
print(y)
(y * y).sum().backward()
print(x.grad)

# --- prod_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.prod(1)
print(y)
(y * y).sum().backward()
print(x.grad)

# --- var_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.var(1)
print(y)
(y * y).sum().backward()
print(x.grad)

# --- std_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.std(1)
print(y)
(y * y).sum().backward()
print(x.grad)

# --- logsumexp_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.logsumexp(1)
print(y)
(y * y).sum().backward()
print(x.grad)

# --- amax_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.amax(1)
print(y)
(y * y).sum().backward()
print(x.grad)

# --- amin_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.amin(1)
print(y)
(y * y).sum().backward()
print(x.grad)

# --- keepdim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.sum(0, keepdim=True), x.mean(dim=1, keepdim=True), x.amax(1, keepdim=True))

# --- several_dims
c = torch.arange(24.).reshape(2, 3, 4)
print(c.sum((0, 2)), c.mean(dim=[0, 1]), c.sum(dim=(-1, -2)), c.amax((1, 2)))

# --- axis
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.sum(axis=0), x.mean(axis=-1), x.max(axis=1))

# --- dtype
print(torch.tensor([1, 2]).sum(dtype=torch.float32), torch.tensor([True, True]).sum(), torch.tensor([1, 2]).mean(dtype=torch.float64))

# --- mean_of_integers
torch.tensor([1, 2]).mean()

# --- dim_out_of_range
torch.ones(2).sum(1)

# --- dim_twice
torch.ones(2, 2).sum((0, 0))

# --- max_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
m = x.max(1)
print(m)
m.values.sum().backward()
print(x.grad)

# --- min_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
values, indices = x.min(dim=0)
print(values, indices)

# --- max_ties
x = torch.tensor([1., 3., 3.], requires_grad=True)
x.max().backward()
print(x.grad)
x.grad = None
x.max(0).values.backward()
print(x.grad)
x.grad = None
x.amax().backward()
print(x.grad)

# --- max_of_two
print(torch.max(torch.tensor([1., 5.]), torch.tensor([2., 3.])), torch.min(torch.tensor([1]), torch.tensor([0])))

# --- argmax
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.argmax(), x.argmax(0), x.argmin(dim=1, keepdim=True), torch.argmax(torch.tensor([1, 3, 3])))

# --- empty
print(torch.tensor([]).sum(), torch.tensor([]).prod(), torch.tensor([]).mean())
torch.tensor([]).max()

# --- empty_dim
torch.zeros(0, 3).max(0)

# --- empty_argmax
torch.tensor([]).argmax()

# --- var_options
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.var(unbiased=False), x.var(1, unbiased=False), x.std(dim=0, correction=0), x.var((0, 1)))

# --- std_of_one
torch.tensor([1.]).std()

# --- var_of_integers
torch.tensor([1, 2]).var()

# --- var_mean
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v, m = torch.var_mean(x, dim=1)
print(v, m)
(v * m).sum().backward()
print(x.grad)

# --- std_mean
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(torch.std_mean(x))

# --- norms
v = torch.tensor([3., 1., 2.], requires_grad=True)
for p in (1, 2, 3, 0, float('inf'), -float('inf'), 'fro'):
    print(p, v.norm(p))

# --- norm_gradients
for p in (1, 2, 3, float('inf')):
    v = torch.tensor([3., -4.], requires_grad=True)
    v.norm(p).backward()
    print(p, v.grad)

# --- norm_at_zero
v = torch.zeros(2, requires_grad=True)
v.norm().backward()
v.grad

# --- norm_of_integers
torch.tensor([1, 2]).norm()

# --- norm_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.norm(dim=1), x.norm(2, 0, keepdim=True), torch.norm(x, dim=(0, 1)))

# --- all_any
t = torch.tensor([[True, False], [True, True]])
print(t.all(), t.any(), t.all(0), t.any(dim=1), torch.all(torch.tensor([1., 2.])), t.count_nonzero(), t.sum(1))

# --- prod_with_zero
x = torch.tensor([2., 0., 3.], requires_grad=True)
x.prod().backward()
print(x.grad)
y = torch.tensor([0., 0., 3.], requires_grad=True)
y.prod().backward()
print(y.grad)

# --- diff
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = v.diff()
print(y)
y[1].backward()
print(v.grad)

# --- aminmax
v = torch.tensor([3., 1., 2.], requires_grad=True)
low, high = torch.aminmax(v)
print(low, high)
(high - low).backward()
print(v.grad)

# --- nansum
t = torch.tensor([1., float('nan'), 3.])
print(t.sum(), t.nansum(), t.nanmean(), t.max())

# --- logsumexp_large
torch.logsumexp(torch.tensor([1000., 1000.]), 0)

# --- float32_sums
t = torch.tensor([0.1] * 10)
print(f"{t.sum().item():.6f} {t.mean().item():.6f} {torch.tensor([0.1, 0.2, 0.3]).sum().item():.6f}")

# --- second_derivative_of_norm
v = torch.tensor([3., 4.], requires_grad=True)
g, = torch.autograd.grad(v.norm(), v, create_graph=True)
print(g)
g[0].backward()
print(v.grad)

# --- second_derivative_of_std
v = torch.tensor([1., 2., 4.], requires_grad=True)
g, = torch.autograd.grad(v.std(), v, create_graph=True)
torch.autograd.grad(g[0], v)

# --- sum_to_size
torch.ones(2, 3).sum_to_size(1, 3), torch.ones(2, 3).sum_to_size(3)

# --- reduce_zero_dim
s = torch.tensor(2., requires_grad=True)
print(s.sum(), s.mean(), s.max(), s.prod(), s.sum(0), s.argmax())

# --- reductions_of_a_number
s = torch.tensor(3.)
print(s.median(0), s.mode(), s.cummax(0), s.argsort(), s.logcumsumexp(0))

# --- reductions_of_nothing
e = torch.tensor([])
print(e.median(), e.logsumexp(0), e.std(0))
for call in (e.amax, e.aminmax, lambda: e.mode(0), lambda: e.quantile(0.5)):
    try:
        call()
    except (IndexError, RuntimeError) as error:
        print(error)

# --- softmax_of_integers
x = torch.tensor([[1, 2], [3, 4]])
for dim in (0, 1):
    try:
        x.softmax(dim)
    except NotImplementedError as error:
        print(error)

# --- ones_2_3_sum_dim_2
torch.ones(2, 3).sum(dim=2)

# --- max_ones_2_5
torch.max(torch.ones(2), 5)

# --- mean_1_2
torch.mean([1., 2.])

# --- max_of_python
a = torch.tensor(2., requires_grad=True)
b = torch.tensor(3., requires_grad=True)
c = max(a, b)
c.backward()
print(c, a.grad, b.grad)

# --- sum_of_python_list
xs = [torch.tensor(float(i), requires_grad=True) for i in range(3)]
total = sum(x ** 2 for x in xs)
total.backward()
print(total, [x.grad for x in xs])

# --- max_with_ties
x = torch.tensor([1., 3., 3.], requires_grad=True)
x.max().backward()
print(x.grad)
x.grad = None
x.max(0).values.backward()
print(x.grad)
x.grad = None
x.amax().backward()
print(x.grad)

# --- a_named_result_in_arithmetic
m = torch.tensor([1., 3., 2.]).max(dim=0)
print(type(m).__name__, type(m))
try:
    torch.ones(3) - m
except TypeError as error:
    print(error)
