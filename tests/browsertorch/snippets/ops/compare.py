# --- where_method
x = torch.tensor([1., 2.], requires_grad=True)
x.where(torch.tensor([True, False]), torch.zeros(2)).sum().backward()
x.grad

# --- masked_fill_with_vector
torch.ones(2).masked_fill(torch.tensor([True, False]), torch.ones(2))

# --- comparison_with_numpy
import numpy as np
torch.ones(2) == np.ones(2, dtype=np.float32)

# --- equal_ones_1_1
torch.equal(torch.ones(1), 1)

# --- allclose_ones_1_1
torch.allclose(torch.ones(1), 1)

# --- ones_2_a
torch.ones(2) < "a"

# --- compare_with_numbers
x = torch.tensor(2., requires_grad=True)
y = x ** 2
print(y == 4, y > 3, bool(y > 3), (y == 4).requires_grad)

# --- clampt
x = torch.tensor([1., 2., 3.], requires_grad=True)
m = torch.tensor([2., 2., 2.], requires_grad=True)
for f in (torch.clamp_max, torch.clamp_min, lambda x, m: torch.clamp(x, max=m), lambda x, m: torch.clamp(x, min=m), lambda x, m: torch.clamp(x, m, m)):
    y = f(x, m)
    print(y, torch.autograd.grad(y.sum(), [x, m]))
print(torch.clamp_max(x, torch.tensor(2)), torch.clamp_min(torch.tensor([1, 2]), torch.tensor([1.5, 1.5])))
print(torch.clamp_min(x, 2).grad_fn, torch.clamp_max(x, 2).grad_fn)
