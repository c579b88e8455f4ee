# --- names_and_sizes
for d in (torch.float16, torch.float32, torch.float64, torch.int8, torch.int16, torch.int32, torch.int64, torch.uint8, torch.bool):
    print(d, torch.zeros(1, dtype=d).element_size(), d.is_floating_point)
torch.float is torch.float32, torch.double is torch.float64, torch.long is torch.int64, torch.half

# --- inferred
print(torch.tensor(1).dtype, torch.tensor(1.).dtype, torch.tensor(True).dtype, torch.tensor(1j).dtype, torch.tensor([1, 2.]).dtype)
torch.tensor([True, 2]).dtype

# --- conversions_print
x = torch.tensor([1.7, -2.3, 0.])
print(x.int(), x.long(), x.double(), x.half(), x.bool(), x.to(torch.uint8) if False else x.short())
x.to(torch.float64), x.type(), x.type(torch.int32)

# --- promoted_results
print(torch.tensor([1]) + 0.5, torch.tensor([1]) / 2, torch.tensor([True]) + 1)
torch.ones(1, dtype=torch.float64) + torch.ones(1), torch.ones(1, dtype=torch.int32) * torch.ones(1, dtype=torch.int64)

# --- precision_of_types
for d in (torch.float16, torch.float32, torch.float64):
    print(torch.tensor(0.1, dtype=d), torch.tensor(0.1, dtype=d).item())

# --- float16_range
print(torch.tensor([65504., 65520.], dtype=torch.float16), torch.tensor([1e-8], dtype=torch.float16))
torch.finfo(torch.float16), torch.finfo(torch.float32)

# --- integer_limits
print(torch.iinfo(torch.int64), torch.iinfo(torch.uint8))
torch.tensor([2**31 - 1], dtype=torch.int32), torch.tensor([2**63 - 1])

# --- grad_has_the_dtype
x = torch.ones(2, dtype=torch.float64, requires_grad=True)
(x * 3).sum().backward()
x.grad

# --- half_arithmetic
x = torch.tensor([1.], dtype=torch.float16)
x + 0.0004, x / 3

# --- bool_sum
torch.tensor([True, True, False]).sum(), torch.tensor([1, 2, 3], dtype=torch.int32).sum()

# --- finfo_and_iinfo_mixed_up
for f in (lambda: torch.finfo(torch.int32), lambda: torch.iinfo(torch.float32)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)

# --- dtype_in_errors_1
import torch
x = torch.ones(2)
x + torch.float32

# --- dtype_in_errors_2
print(type(x.dtype), type(torch.float32).__name__, torch.dtype) if 0 else print(torch.dtype, torch.dtype.__name__, torch.float32.__class__, isinstance(torch.float32, torch.dtype))

# --- dtype_in_errors_3
torch.ones(2) * torch.float32

# --- dtype_in_errors_4
torch.float32 + torch.ones(2)

# --- dtype_in_errors_5
torch.ones(2) < torch.float32

# --- dtype_in_errors_6
torch.ones(torch.float32)

# --- dtype_in_errors_7
torch.add(torch.ones(2), torch.float32)

# --- dtype_in_errors_8
torch.float32 + 1

# --- dtype_in_errors_9
torch.float32.foo

# --- dtype_in_errors_10
torch.float32()

# --- dtype_in_errors_11
import pickle, copy
print(copy.deepcopy(torch.float32) is torch.float32, pickle.loads(pickle.dumps(torch.float32)) is torch.float32)

# --- mixed_dtypes_gradient
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.tensor([3., 4.], dtype=torch.float64)
z = (x * y).sum()
z.backward()
print(z, x.grad, x.grad.dtype)

# --- integer_constant_tensor
x = torch.tensor([1., 2.], requires_grad=True)
i = torch.tensor([3, 4])
(x * i).sum().backward()
print(x.grad)
