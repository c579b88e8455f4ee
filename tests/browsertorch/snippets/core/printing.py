# --- whole_and_fractional
print(torch.tensor([1., 2., 3.]))
print(torch.tensor([1.5, 2., 3.]))
print(torch.tensor([[1., 22.], [333., 4.]]))
torch.tensor([[0.5, -22.25], [333., 4.]])

# --- scientific
print(torch.tensor([1e-5, 1.]))
print(torch.tensor([0.001, 1.]))
print(torch.tensor([0.001, 1.5]))
print(torch.tensor([1., 1001.]), torch.tensor([1.5, 1500.]), torch.tensor([1.5, 1501.]))
torch.tensor([1e8, 2e8, 3e9])

# --- scalars
for v in (0., -0., 1., 0.1, 1e-5, 123456.789, 1e8, 1.5e8, 3, True, float("nan"), float("-inf")):
    print(torch.tensor(v))

# --- nan_and_inf
inf, nan = float("inf"), float("nan")
print(torch.tensor([inf, nan, -inf]))
print(torch.tensor([1., inf, nan]))
print(torch.tensor([1.5, -inf, nan]))
torch.tensor([1e-9, -inf, nan])

# --- zeros_are_ignored_for_width
print(torch.tensor([0., 1e-3]))
print(torch.tensor([0., -0., 100.]))
torch.zeros(2, 3)

# --- negative_numbers_align
print(torch.tensor([-1., 2., -300.]))
torch.tensor([[-1.5, 2.], [10.25, -300.]])

# --- integers_and_bools
print(torch.tensor([1, -20, 300]))
print(torch.tensor([[True, False], [False, True]]))
print(torch.tensor([], dtype=torch.int64), torch.tensor([[]]))
torch.arange(24).reshape(2, 3, 4)

# --- empty_shapes
print(torch.zeros(0), torch.zeros(0, 3), torch.zeros(2, 0, 4))
print(torch.zeros(0, dtype=torch.float64), torch.zeros(0, 2, dtype=torch.bool))

# --- dtype_suffixes
for d in (torch.float16, torch.float32, torch.float64, torch.int32, torch.int64, torch.uint8, torch.bool):
    print(torch.ones(2, dtype=d))

# --- dtype_suffix_with_other_default
torch.set_default_dtype(torch.float64)
print(torch.ones(2), torch.ones(2, dtype=torch.float32), torch.ones(2, dtype=torch.complex128))
torch.zeros(0)

# --- float64_keeps_four_digits
x = torch.tensor([3.14159265358979], dtype=torch.float64)
print(x, x.item())
torch.tensor(3.14159265358979).item()

# --- half
torch.tensor([0.1, 2.5, 1000.], dtype=torch.float16)

# --- complex_numbers
print(torch.tensor([1 + 2j, 3 - 4.5j]))
print(torch.tensor(1 + 0j), torch.tensor([1 + 2j], dtype=torch.complex128))
torch.tensor([[-1j, 2], [1e-6 + 1j, 0]])

# --- lines_wrap_at_80
torch.arange(40.)

# --- lines_wrap_integers
torch.arange(100)

# --- summary_of_a_vector
print(torch.arange(1001))
torch.arange(1001.) / 8

# --- summary_of_a_matrix
torch.arange(2000.).reshape(40, 50)

# --- summary_keeps_short_dimensions
torch.arange(3000).reshape(2, 1500)

# --- summary_of_three_dimensions
torch.arange(10000).reshape(20, 20, 25)

# --- three_and_four_dimensions
torch.arange(16.).reshape(2, 2, 2, 2) / 4

# --- requires_grad_suffix
print(torch.ones(2, requires_grad=True))
x = torch.ones(2, 2, requires_grad=True)
print(x, x * 2)
(x * 2).sum()

# --- suffix_moves_to_a_new_line
x = torch.arange(14., requires_grad=True) * 1.5
print(x)
print(torch.arange(9., dtype=torch.float64, requires_grad=True) / 2)
(torch.arange(12., dtype=torch.float64, requires_grad=True) / 3).reshape(3, 4)

# --- precision
torch.set_printoptions(precision=2)
print(torch.tensor([3.14159, 2.71828]))
torch.set_printoptions(precision=8)
torch.tensor([3.14159, 2.71828])

# --- sci_mode
x = torch.tensor([1e-5, 1.])
torch.set_printoptions(sci_mode=False)
print(x)
torch.set_printoptions(sci_mode=True)
print(torch.tensor([1.5, 2.]))
torch.set_printoptions()
print(x)

# --- threshold_and_edgeitems
torch.set_printoptions(threshold=5, edgeitems=2)
print(torch.arange(10), torch.arange(5))
torch.arange(36.).reshape(6, 6)

# --- linewidth
torch.set_printoptions(linewidth=40)
print(torch.arange(20.))
torch.ones(5, requires_grad=True) * 1.25

# --- profiles
x = torch.arange(1002.) / 7
torch.set_printoptions(profile="short")
print(x)
torch.set_printoptions(profile="default")
print(x)
torch.set_printoptions(profile="full")
len(str(x))

# --- edgeitems_zero
torch.set_printoptions(edgeitems=0, threshold=3)
print(torch.arange(10))
torch.zeros(4, 4)

# --- in_f_strings
x = torch.tensor(3.14159)
print(f"{x}", f"{x:.2f}", f"{x.item():8.3f}|", f"{torch.tensor(7):>4}", "%.3f" % x)
print(f"{torch.tensor([1., 2.])}")
f"{torch.tensor([1., 2.]):.2f}"

# --- in_containers
print([torch.tensor(1.), torch.tensor([2])], {"a": torch.zeros(1)}, (torch.tensor(True),))
torch.ones(2).shape, torch.ones(2).dtype, torch.ones(2).device

# --- str_and_repr
x = torch.tensor([[1, 2], [3, 4]])
str(x) == repr(x), repr(x)

# --- parameter
torch.nn.Parameter(torch.tensor([1., 2.]))

# --- parameter_without_grad
print(torch.nn.Parameter(torch.tensor([[0.5]]), requires_grad=False))
[torch.nn.Parameter(torch.ones(1))]

# --- transposed_and_sliced
x = torch.arange(12.).reshape(3, 4)
print(x.T)
x[:, ::2]

# --- large_integers_as_float
print(torch.tensor([16777216., 1.]), torch.tensor([99999999.]), torch.tensor([100000001.]))
torch.tensor([12345.678, 1.])

# --- small_numbers
print(torch.tensor([1e-4]), torch.tensor([9.9e-5]), torch.tensor([0.00012345]))
torch.tensor([1e-45])

# --- tolist_and_item
x = torch.tensor([[0.1, 2.]])
print(x.tolist(), torch.tensor([0.1], dtype=torch.float64).tolist(), torch.tensor([True, False]).tolist())
x[0, 0].item()

# --- repr_in_containers
x = torch.tensor([1., 2.], requires_grad=True)
print([x, x * 2], {"a": x.sum()}, (x[0],))
