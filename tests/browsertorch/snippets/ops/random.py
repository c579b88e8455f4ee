# --- rand
torch.manual_seed(42)
print(torch.rand(3))
print(torch.rand(2, 3), torch.rand((2, 2)), torch.rand(1).item())
torch.rand(())

# --- randn_small
torch.manual_seed(0)
print(torch.randn(3), torch.randn(2, 2))
torch.randn(1).item()

# --- randn_spare_number
torch.manual_seed(1)
a = torch.randn(3)
b = torch.randn(3)
torch.manual_seed(1)
print(torch.equal(torch.cat([a, b]), torch.randn(6)))
torch.manual_seed(1)
torch.equal(a, torch.randn(20)[:3])

# --- randn_blocks
torch.manual_seed(0)
x = torch.randn(16)
print(x)
torch.randn(5, 5)

# --- randn_tail
torch.manual_seed(3)
print(torch.randn(17))
torch.randn(20)

# --- randn_large
torch.manual_seed(7)
x = torch.randn(1000)
print(x[:4], x[-4:])
torch.randn(3, 4)

# --- float64
torch.manual_seed(5)
print(torch.rand(3, dtype=torch.float64), torch.randn(2, dtype=torch.float64))
torch.randn(18, dtype=torch.float64)

# --- half_numbers
print(torch.rand(3, dtype=torch.float16))
print(torch.randn(3, dtype=torch.float16))
torch.randn(20, dtype=torch.float16)

# --- default_dtype_double
torch.set_default_dtype(torch.float64)
torch.rand(2), torch.randn(2)

# --- randint
torch.manual_seed(0)
print(torch.randint(10, (5,)))
print(torch.randint(3, 10, (2, 3)), torch.randint(0, 2, (4,)))
torch.randint(-5, 5, (3,), dtype=torch.int32), torch.randint(high=5, size=(2,)), torch.randint(0, 3, [2], dtype=torch.float32)

# --- randint_wide
torch.randint(0, 2**40, (3,)), torch.randint(0, 2**28, (3,))

# --- randint_errors
for call in (lambda: torch.randint(5, 5, (2,)), lambda: torch.randint(5, 2, (2,)), lambda: torch.randint(0, 300, (2,), dtype=torch.uint8)):
    try:
        call()
    except RuntimeError as e:
        print(e)
torch.randint(5)

# --- randint_size_is_a_tuple
torch.randint(0, 10, 3)

# --- randint_two_ints
torch.randint(5, 2)

# --- randint_float
torch.randint(1.5, (2,))

# --- randperm
torch.manual_seed(2)
print(torch.randperm(10), torch.randperm(1), torch.randperm(0))
torch.randperm(5, dtype=torch.float32)

# --- randperm_negative
torch.randperm(-1)

# --- mixed_calls
torch.manual_seed(123)
print(torch.rand(2), torch.randn(3), torch.randint(0, 9, (3,)), torch.randperm(4), torch.randn(1), torch.rand(1))
torch.randn(18).sum() > -100

# --- normal_in_place
x = torch.empty(4).normal_()
print(x, torch.empty(20).normal_(5, 0.1))
torch.zeros(3).normal_(mean=1., std=2.)

# --- uniform_in_place
x = torch.zeros(3)
y = x.uniform_(-1, 1)
print(x, y is x, torch.empty(2, 2).uniform_())
torch.empty(2, dtype=torch.float64).uniform_(2., 3.)

# --- random_in_place
print(torch.zeros(3).random_(10), torch.zeros(3).random_(5, 8), torch.empty(2, dtype=torch.int64).random_())
torch.empty(2).random_()

# --- bernoulli
torch.manual_seed(0)
print(torch.bernoulli(torch.full((6,), 0.3)))
print(torch.empty(6).bernoulli_(0.5), torch.zeros(3).bernoulli_())
torch.zeros(2, 3).bernoulli_(torch.tensor([0.1, 0.5, 0.9]))

# --- exponential
print(torch.empty(3).exponential_(), torch.zeros(2).exponential_(3.))
torch.empty(2).exponential_(-1)

# --- normal_function
print(torch.normal(0., 1., (3,)), torch.normal(2., 0.5, size=(2, 2)))
print(torch.normal(torch.arange(1., 4.), 0.1), torch.normal(0.5, torch.tensor([1., 2.])))
torch.normal(torch.zeros(2, 1), torch.ones(3)), torch.normal(torch.zeros(2))

# --- normal_negative_std
torch.normal(0., -1., (2,))

# --- normal_without_size
torch.normal(0., 1.)

# --- normal_tensor_negative_std
torch.normal(torch.zeros(2), torch.tensor([1., -1.]))

# --- normal_keeps_graph
m = torch.zeros(2, requires_grad=True)
x = torch.normal(m, 1.)
print(x)
x.sum().backward()
m.grad

# --- multinomial
torch.manual_seed(4)
w = torch.tensor([1., 2., 3., 4.])
print(torch.multinomial(w, 2), torch.multinomial(w, 6, replacement=True), torch.multinomial(w, 1))
torch.multinomial(torch.tensor([[1., 1.], [0., 1.]]), 3, replacement=True)

# --- multinomial_too_many
torch.multinomial(torch.tensor([1., 2.]), 3)

# --- multinomial_negative
torch.multinomial(torch.tensor([1., -2.]), 1)

# --- like
x = torch.zeros(2, 3, dtype=torch.float64)
print(torch.rand_like(x), torch.randn_like(x[0]), torch.randint_like(torch.zeros(3), 5))
torch.randn_like(torch.zeros(2, requires_grad=True)), torch.rand_like(torch.zeros(2), requires_grad=True)

# --- like_int
torch.rand_like(torch.zeros(2, dtype=torch.int64))

# --- randn_int
torch.randn(2, dtype=torch.int64)

# --- rand_like_needs_a_tensor
torch.rand_like([1., 2.])

# --- requires_grad
x = torch.randn(2, requires_grad=True)
print(x, x.is_leaf)
torch.randint(3, (2,), requires_grad=True)

# --- seeds
print(torch.manual_seed(7) is torch.default_generator, torch.initial_seed())
torch.manual_seed(-1)
print(torch.initial_seed(), torch.rand(2))
torch.manual_seed(2.7)
print(torch.initial_seed())
s = torch.seed()
s == torch.initial_seed(), type(s)

# --- seed_too_large
torch.manual_seed(2**64)

# --- seed_is_text
torch.manual_seed("abc")

# --- state
torch.manual_seed(9)
torch.randn(3)
state = torch.get_rng_state()
a = torch.randn(4)
torch.set_rng_state(state)
print(torch.equal(a, torch.randn(4)), state.shape, state.dtype)
state

# --- state_of_the_wrong_kind
torch.set_rng_state(torch.zeros(3))

# --- generator
g = torch.Generator().manual_seed(3)
print(torch.rand(2, generator=g), torch.randn(2, generator=g), torch.randperm(4, generator=g), torch.randint(9, (2,), generator=g))
print(g.initial_seed(), g.device, torch.Generator().initial_seed())
torch.empty(2).normal_(generator=g), torch.zeros(1).uniform_(1, 2, generator=g)

# --- generator_leaves_the_default_alone
torch.manual_seed(0)
a = torch.rand(1)
torch.manual_seed(0)
torch.rand(5, generator=torch.Generator())
torch.equal(a, torch.rand(1))

# --- fork_rng
torch.manual_seed(0)
with torch.random.fork_rng():
    a = torch.rand(1)
a == torch.rand(1)

# --- negative_size
torch.rand(-1)

# --- size_is_a_float
torch.rand(2.5)

# --- in_place_on_a_leaf
torch.zeros(2, requires_grad=True).normal_()

# --- in_place_on_a_result
x = torch.zeros(2, requires_grad=True)
y = (x * 2).normal_()
print(y)
y.sum().backward()
x.grad

# --- in_place_without_recording
w = torch.empty(2, 2, requires_grad=True)
with torch.no_grad():
    w.uniform_(-0.5, 0.5)
w

# --- transposed_memory
x = torch.zeros(4, 6).t().uniform_()
y = torch.zeros(4, 6).t().normal_()
x, y

# --- size_keyword
torch.manual_seed(0)
torch.rand(size=(2,)), torch.randn(size=[1, 2]), torch.randint(3, size=(2,)), torch.rand(2, device="cpu", dtype=torch.float64)

# --- cuda_device
torch.rand(2, device="cuda")

# --- sizes_from_shapes
x = torch.zeros(2, 3)
torch.rand(x.shape).shape, torch.randn(*x.shape).shape, torch.rand(x.size(0), 1).shape, torch.rand(torch.Size([1]))

# --- uniform_limits_the_wrong_way
torch.empty(2).uniform_(1, 0)

# --- bernoulli_probability
torch.bernoulli(torch.tensor([1.5]))

# --- bernoulli_in_place_probability
torch.empty(2).bernoulli_(1.5)

# --- normal_into_integers
torch.empty(2, dtype=torch.int64).normal_()

# --- dice
torch.manual_seed(3)
throws = torch.randint(1, 7, (1000,))
throws.float().mean(), throws.min(), throws.max(), (throws == 6).sum()

# --- shuffle_rows
torch.manual_seed(0)
x = torch.arange(8).reshape(4, 2)
x[torch.randperm(4)]

# --- noise_keeps_no_graph
x = torch.ones(2, requires_grad=True)
y = x + 0.1 * torch.randn(2)
print(y.grad_fn.next_functions)
y.sum().backward()
x.grad

# --- two_generators
a, b = torch.Generator().manual_seed(1), torch.Generator().manual_seed(1)
print(torch.equal(torch.rand(3, generator=a), torch.rand(3, generator=b)))
a.set_state(b.get_state())
print(torch.equal(torch.randn(2, generator=a), torch.randn(2, generator=b)))
a.seed() != 1, type(a.get_state()), a.get_state().shape

# --- random_module
torch.random.manual_seed(5)
torch.random.initial_seed(), torch.random.get_rng_state()[:8]

# --- randint_beyond_float_precision
print(torch.randint(0, 5000, (1,), dtype=torch.float16))
torch.randint(0, 2**30, (1,), dtype=torch.float32)

# --- randint_far_below
print(torch.randint(-5000, 0, (3,), dtype=torch.float16), torch.randint(-5000, 5000, (3,), dtype=torch.float16))
torch.randint(-2**30, 2**30, (3,), dtype=torch.float32).tolist(), torch.randint(-2**60, 2**60, (3,), dtype=torch.float64).tolist()

# --- seed_wrong
torch.manual_seed("seed")

# --- randperm_wrong
torch.randperm(2.5)

# --- bernoulli_of_p
torch.manual_seed(0)
torch.bernoulli(torch.zeros(5), .5)

# --- multinomial_wrong
for weights, n in ((torch.tensor([1, 2]), 1), (torch.ones(2), 0), (torch.zeros(2), 1), (torch.ones(1, 2, 3), 1)):
    try:
        torch.multinomial(weights, n)
    except Exception as error:
        print(type(error).__name__, error)

# --- normal_shapes_do_not_broadcast
torch.normal(torch.ones(2), torch.ones(3))

# --- manual_seed_a
torch.manual_seed("a")

# --- rand_a
torch.rand("a")

# --- random_and_arithmetic
torch.manual_seed(0)
print(torch.rand(2, 2, requires_grad=True) * 2)
print(torch.randn(4).abs().sqrt(), torch.rand(3).round(), torch.randint(1, 7, (10,)))

# --- three_generators
import random, numpy as np
torch.manual_seed(0); np.random.seed(0); random.seed(0)
torch.rand(1), np.random.rand(), random.random()

# --- normal_around_a_transposed_mean
mean = torch.arange(6.0).view(3, 2).t()
print(torch.normal(mean), torch.normal(mean, torch.ones(3, 2).t()), torch.normal(0.0, mean + 1), torch.normal(mean).stride())
