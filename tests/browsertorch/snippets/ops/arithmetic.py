# --- add
a = torch.tensor([7., 3.], requires_grad=True)
b = torch.tensor([2., 4.], requires_grad=True)
y = a + b
print(y)
y.sum().backward()
print(a.grad, b.grad)

# --- sub
a = torch.tensor([7., 3.], requires_grad=True)
b = torch.tensor([2., 4.], requires_grad=True)
y = a - b
print(y)
y.sum().backward()
print(a.grad, b.grad)

# --- mul
a = torch.tensor([7., 3.], requires_grad=True)
b = torch.tensor([2., 4.], requires_grad=True)
y = a * b
print(y)
y.sum().backward()
print(a.grad, b.grad)

# --- div
a = torch.tensor([7., 3.], requires_grad=True)
b = torch.tensor([2., 4.], requires_grad=True)
y = a / b
print(y)
y.sum().backward()
print(a.grad, b.grad)

# --- pow
a = torch.tensor([7., 3.], requires_grad=True)
b = torch.tensor([2., 4.], requires_grad=True)
y = a ** b
print(y)
y.sum().backward()
print(a.grad, b.grad)

# --- mod
a = torch.tensor([7., 3.], requires_grad=True)
b = torch.tensor([2., 4.], requires_grad=True)
y = a % b
print(y)
y.sum().backward()
print(a.grad, b.grad)

# --- floordiv
a = torch.tensor([7., 3.], requires_grad=True)
b = torch.tensor([2., 4.], requires_grad=True)
y = a // b
print(y)
y.sum().backward()
print(a.grad, b.grad)

# --- with_numbers
x = torch.tensor([1., 2.], requires_grad=True)
for y in (x + 1, 1 + x, x - 1, 1 - x, x * 3, 3 * x, x / 2, 2 / x, x ** 2, 2 ** x, x % 2, x // 2, -x, +x):
    print(y)

# --- edges_of_numbers
x = torch.tensor([1., 2.], requires_grad=True)
for y in (x + 1, 1 - x, x * 3, 2 / x, x ** 2, 2 ** x, x % 2):
    print(y.grad_fn.name(), [n and n.name() for n, _ in y.grad_fn.next_functions])

# --- power_gradients
for n in (0, 1, 2, 3, -1, 0.5, 2.5):
    x = torch.tensor([1., 2.], requires_grad=True)
    (x ** n).sum().backward()
    print(n, x.grad)

# --- power_of_zero
x = torch.tensor(0., requires_grad=True)
(x ** 2).backward()
print(x.grad)
x.grad = None
(x ** 1).backward()
print(x.grad)
x.grad = None
(x ** 0.5).backward()
print(x.grad)

# --- number_to_tensor_power
x = torch.tensor([0., 1., 2.], requires_grad=True)
(3 ** x).sum().backward()
print(x.grad)
x.grad = None
(0 ** x).sum().backward()
print(x.grad)

# --- integer_power
i = torch.tensor([1, 2, 3])
print(i ** 2, 2 ** i, i ** 0.5, i ** i)
i ** -1

# --- integer_division
i = torch.tensor([7, -7])
print(i / 2, i // 2, i % 3, torch.fmod(i, 3), torch.div(i, 2, rounding_mode='trunc'), torch.div(i, 2, rounding_mode='floor'))

# --- division_by_zero
print(torch.tensor([1., -1., 0.]) / 0, torch.tensor([1, 2]) / 0)
torch.tensor([1, 2]) // 0

# --- remainder_by_zero
torch.tensor([3]) % 0

# --- bool_arithmetic
b = torch.tensor([True, False])
print(b + b, b * b, b + 1, b * 2.5, b.sum(), ~b, b & ~b, b | ~b, b ^ b)
b - b

# --- bool_from_number
1 - torch.tensor([True])

# --- type_promotion
i, f, d, b = torch.tensor([1]), torch.tensor([1.]), torch.tensor([1.], dtype=torch.float64), torch.tensor([True])
for t in (i + f, f + d, i + b, i + 1.5, b + 1, f * 2, i / i, torch.tensor([1], dtype=torch.int32) + i, torch.tensor([1], dtype=torch.uint8) + torch.tensor([1], dtype=torch.int8)):
    print(t, t.dtype)

# --- zero_dim_promotion
f = torch.tensor([1., 2.])
d = torch.tensor(3., dtype=torch.float64)
print((f + d).dtype, (d + 1).dtype, (torch.tensor([1]) + torch.tensor(2.5)).dtype, (torch.tensor(1) + torch.tensor(2.5, dtype=torch.float64)).dtype)

# --- integer_overflow
print(torch.tensor([200], dtype=torch.uint8) + 100, torch.tensor([2**31 - 1], dtype=torch.int32) + 1, torch.tensor([127], dtype=torch.int8) * 2)

# --- add_alpha
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.add(x, x, alpha=10)
y.sum().backward()
print(y, x.grad, torch.sub(x, 1, alpha=3))

# --- named_functions
a, b = torch.tensor([6.]), torch.tensor([4.])
print(torch.add(a, b), torch.sub(a, b), torch.mul(a, b), torch.div(a, b), torch.pow(a, 2), a.multiply(b), a.divide(b), a.subtract(b), torch.true_divide(a, b), torch.rsub(a, 1), torch.remainder(a, b))

# --- unsupported_operands
torch.ones(2) + 'a'

# --- unsupported_list
torch.ones(2) * [1, 2]

# --- unsupported_none
None - torch.ones(2)

# --- mul_argument_error
torch.mul(torch.ones(2), 'a')

# --- comparisons
a, b = torch.tensor([1., 2., 3.]), torch.tensor([3., 2., 1.])
print(a == b, a != b, a < b, a <= b, a > 2, 2 >= a)
print(torch.eq(a, b), a.gt(1), torch.le(a, b))

# --- compare_with_none
x = torch.tensor([1.])
print(x == None, x != 'a')
x < None

# --- comparisons_are_not_recorded
x = torch.tensor([1., -1.], requires_grad=True)
m = x > 0
print(m, m.requires_grad, (x * m).grad_fn)

# --- logic
a = torch.tensor([1, 0, 2])
b = torch.tensor([0, 0, 5])
print(torch.logical_and(a, b), torch.logical_or(a, b), torch.logical_not(a), torch.logical_xor(a, b), a & b, a | b, a ^ b, ~a)

# --- bitwise_of_floats
torch.ones(1) & torch.ones(1)

# --- invert_float
~torch.ones(1)

# --- numpy_scalars
import numpy as np
x = torch.tensor([1., 2.])
print(x * np.float64(2), x * np.float32(2), np.float32(3) * x, x + np.int64(1))

# --- numpy_array_right
import numpy as np
torch.ones(2) + np.array([1., 2.])

# --- numpy_array_left
import numpy as np
np.array([1., 2.]) + torch.ones(2)

# --- complex_arithmetic
z = torch.tensor([1 + 2j, 3 - 1j])
print(z * z, z + 1, z / 2, z.abs(), z.real, z.imag, z.conj(), z == z)

# --- fused_rounding
a, b = torch.tensor(0.1), torch.tensor(0.2)
print((a + b).item(), (a * b).item(), (a - b).item(), (a / b).item(), (a ** 3).item())

# --- scalar_chain
x = torch.tensor(3., requires_grad=True)
y = ((x * 2 + 1) ** 2 - x / 4) * (x - 1)
y.backward()
print(y, x.grad)

# --- same_tensor_twice
x = torch.tensor(3., requires_grad=True)
y = x * x + x / x - x
y.backward()
print(y, x.grad)

# --- sum_of_products
w = torch.tensor([1., -2., 3.], requires_grad=True)
x = torch.tensor([0.5, 0.25, 4.])
(w * x).sum().backward()
print(w.grad, w.grad is x)

# --- fmod_and_remainder
x = torch.tensor([-5., 5.], requires_grad=True)
print(torch.fmod(x, 3), torch.remainder(x, 3), x.remainder(torch.tensor([2., -3.])))

# --- float_power
x = torch.tensor([1., 2.], requires_grad=True)
print(x.float_power(2), torch.tensor([1, 2]).float_power(0.5))

# --- fmax
torch.fmax(torch.tensor([1., float('nan')]), torch.tensor([2., 3.])), torch.fmin(torch.tensor([1., float('nan')]), torch.tensor([2., 3.]))

# --- xlogy
x = torch.tensor([0., 2.], requires_grad=True)
y = torch.xlogy(x, torch.tensor([0., 3.]))
print(y)

# --- masks_cannot_be_subtracted
x = torch.tensor([1.0, -2.0], requires_grad=True)
for f in (lambda: x - (x > 0), lambda: x - True, lambda: False - x, lambda: (x > 0) - 1, lambda: 1 - (x > 0), lambda: (x > 0) - (x < 0),
          lambda: torch.ones(2).sub_(True)):
    try:
        print(f())
    except RuntimeError as error:
        print(error)

# --- number_modulo_a_tensor
print(2 % torch.tensor([1, 3]), 2.5 % torch.tensor([1, 3]), -7 % torch.tensor([2, 3]), 7 % torch.tensor([2.0, 0.0]))
y = 2 % torch.tensor([1.0, 3.0], requires_grad=True)
print(y)
y.sum().backward()

# --- array_divided_by_a_tensor
import numpy as np
print(np.array([1.0, 2.0]) / torch.tensor(4.0))
np.array([1.0, 2.0]) / torch.tensor([1.0, 2.0], requires_grad=True)

# --- bools_do_not_subtract
f, b = torch.tensor([1.5, 2.]), torch.tensor([True, False])
for call in (lambda: f - b, lambda: b - 1, lambda: 1 - b, lambda: f - True, lambda: b - b):
    try:
        call()
    except RuntimeError as error:
        print(error)

# --- small_integers_divided_by_numbers
print(torch.tensor([1, 2], dtype=torch.uint8) / 300, torch.tensor([3], dtype=torch.int8) / -1000)

# --- remainder_keeps_negative_zero
print(torch.tensor([-2., -3.]) % 2, 2 % torch.tensor([1.5, -1.5]), 7 // torch.tensor([2., -2.]))

# --- shifts
i = torch.tensor([1, 2, -8])
print(i << 2, i >> 1, 1 << torch.tensor([0, 3]), i << 70, i >> 70)
i <<= 1
print(i)
i << 1.5

# --- in_place_shape_before_dtype
s = torch.tensor(2)
s += torch.tensor([1.5, 2.5])

# --- in_place_bits_and_remainders
i, b = torch.tensor([5, 6], dtype=torch.int8), torch.tensor([True, False])
i %= 4
i |= 8
b &= torch.tensor([True, True])
print(i, b)
b |= 2

# --- integer_powers_of_negative_tensors
print(torch.tensor([1, -1, 2]) ** torch.tensor([-1, -1, -1]), torch.tensor([True]) ** 2)
torch.tensor([True]) ** torch.tensor([True])

# --- complex_numbers_have_no_order
torch.tensor([1j]) < 2

# --- in_place_result_before_operation
i, s, b = torch.tensor([5, 6]), torch.tensor(2), torch.tensor(True)
def divide():
    global s
    s %= torch.tensor([0, 1])
def bits():
    global i
    i &= 2.5
def masks():
    global b
    b %= torch.tensor([True, False])
for f in (divide, bits, masks):
    try:
        f()
    except RuntimeError as error:
        print(error)

# --- negative_zero_stays
x = torch.tensor([-0., 0., -1.])
print(1 / torch.relu(x), torch.full((600,), -0.).sum())

# --- lone_numbers
x = torch.tensor(3., requires_grad=True)
for y in (x ** 2, x ** 3, x ** -1, x ** -2, x ** .5, x ** -.5, x ** 1, x ** 0, 2 ** x, x ** x, x / 0, -x / 0, x % 2, x // 2, x - 1, 1 - x, 7 / x):
    print(y, *torch.autograd.grad(y, x, allow_unused=True) if y.grad_fn.name() != "torch::autograd::NotImplemented" else "")

# --- lone_numbers_of_other_dtypes
for dtype in (torch.float64, torch.float16, torch.int64, torch.int32, torch.uint8, torch.bool):
    x = torch.tensor(1, dtype=dtype)
    print(dtype, x + x, x * x, x / x, x ** 2, x + 1, x * 1.5, torch.where(x > 0, x, 0), torch.where(x > 0, 0., x))

# --- overflow_of_a_lone_number
x = torch.tensor(3e38)
print(x * 10, x + x, -x * 10, (x * 10) - (x * 10), torch.tensor(200, dtype=torch.uint8) + torch.tensor(100, dtype=torch.uint8))

# --- div_rounding_mode_wrong
torch.div(torch.ones(2), 2, rounding_mode="up")

# --- pow_of_numbers
torch.pow(2, 3)

# --- maximum_of_number
torch.maximum(torch.ones(2), 1)

# --- power_of_bool
torch.tensor([True, False]) ** 2

# --- bitwise_not
print(~torch.tensor([1, 2]), ~torch.tensor([True, False]))

# --- shift_1
x = torch.tensor([1, 2, 3])
print(x << 1, x >> 1, 1 << x, 16 >> x, x << x, torch.bitwise_left_shift(x, 2), x.bitwise_right_shift(1))

# --- shift_2
x = torch.tensor([1., 2.])
x << 1

# --- shift_3
x = torch.tensor([1, 2])
x <<= 2
print(x)
x >>= 1
print(x, x._version)

# --- shift_4
x = torch.tensor([1, 2])
x << 1.5

# --- shift_5
x = torch.tensor([1, 2])
x << "a"

# --- shift_6
x = torch.tensor([True, False])
print(x << 1)

# --- shift_7
x = torch.tensor([1, 2], dtype=torch.uint8)
print(x << 7, x >> 1, (x << torch.tensor([1, 9], dtype=torch.int64)).dtype, 1 << torch.tensor(3))

# --- shift_8
torch.bitwise_left_shift(torch.tensor([1.]), 2)

# --- shift_9
"a" << torch.tensor([1])

# --- shift_10
x = torch.tensor([1, 2])
print(x << 70, x >> 70, x << -1, torch.tensor([-5]) >> 1, torch.tensor([-5]) >> 70, x >> -1)

# --- shift_11
print(torch.tensor([1., 2.], requires_grad=True) >> 1)

# --- ones_2_1
torch.ones(2) + "1"

# --- float_a_ones_2
float("a") * torch.ones(2)

# --- scaled_and_added
torch.manual_seed(0)
for dtype in (torch.float32, torch.float64):
    a, b, c = (torch.randn(100, dtype=dtype) for _ in range(3))
    for value in (a.add(b, alpha=0.3), a.sub(b, alpha=0.3), torch.rsub(a, b, alpha=0.3), a.clone().add_(b, alpha=-0.01), a.lerp(b, 0.3),
                  a.lerp(b, 0.7), torch.addcmul(a, b, c, value=0.3), torch.addcmul(a, b, c), torch.addcdiv(a, b, c, value=-0.3)):
        print(value[:5].round(decimals=2))
big = torch.tensor([1e300, float("inf"), float("nan")], dtype=torch.float64)
big.add(big, alpha=2), big.add(big, alpha=1e10), big.lerp(2 * big, 0.3), torch.addcmul(big, big, big)
