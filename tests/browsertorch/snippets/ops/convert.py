# --- float_of_a_vector_1
x = torch.tensor([1., 2.], requires_grad=True)
float(x)

# --- float_of_a_vector_2
x = torch.tensor([1., 2.], requires_grad=True)
import math
math.sin(x)

# --- float_of_a_vector_3
x = torch.tensor([1., 2.], requires_grad=True)
int(x)

# --- small_questions
x = torch.arange(6.)
print(x.is_signed(), x.is_shared(), x.is_pinned(), x.type("torch.DoubleTensor").dtype, x.type_as(torch.ones(1, dtype=torch.int32)).dtype, torch.numel(x))
print(torch.result_type(x, 1), torch.result_type(1, x), torch.typename(x), torch.get_num_threads() > 0)

# --- wrong_type_name
torch.ones(2).type("torch.NoTensor")

# --- to_like_another
torch.ones(2).to(torch.ones(1, dtype=torch.float64)).dtype

# --- imag_of_real
torch.ones(2).imag

# --- angle
torch.angle(torch.tensor([-1., 0., 2.]))

# --- is_nonzero_1
print(torch.is_nonzero(torch.tensor([0.])), torch.tensor(3).is_nonzero(), torch.tensor([True]).is_nonzero())

# --- is_nonzero_2
torch.is_nonzero(torch.ones(2))

# --- is_nonzero_3
torch.is_nonzero(torch.tensor([]))

# --- is_nonzero_4
torch.is_nonzero(3)

# --- ones_2_to_gpu
torch.ones(2).to("gpu")

# --- ones_2_to_float32
torch.ones(2).to("float32")

# --- ones_2_type_float
torch.ones(2).type("float")

# --- int_tensor_float_nan
int(torch.tensor(float("nan")))

# --- format_numbers
x = torch.tensor(2., requires_grad=True)
y = x ** 3
y.backward()
print(f"{y:.2f} {x.grad:.1f} {x.item():>6}")
print("y =", y.item(), "dy/dx =", x.grad.item())
print("%.3f" % y)

# --- list_of_tensors_to_tensor
x = torch.tensor(2., requires_grad=True)
bad = torch.tensor([x, x ** 2])
print(bad, bad.requires_grad)
good = torch.stack([x, x ** 2])
print(good)
good.sum().backward()
print(x.grad)

# --- math_functions_on_tensor
import math
x = torch.tensor(4., requires_grad=True)
print(math.sqrt(x), math.exp(x.item()))

# --- numpy_function_on_tensor
import numpy as np
x = torch.tensor([1., 4.])
print(np.sqrt(x.numpy()), type(np.sqrt(x.numpy())))

# --- copy_and_equality
x = torch.tensor([1., 2.], requires_grad=True)
y = x
y.data[0] = 7
print(x, x is y, torch.equal(x, y))

# --- type_and_isinstance
x = torch.tensor([1., 2.], requires_grad=True)
print(type(x), isinstance(x, torch.Tensor), torch.is_tensor(x), x.type())

# --- casts_with_memory_format
x = torch.ones(2)
print(x.double(memory_format=torch.preserve_format).dtype, x.int(memory_format=torch.contiguous_format))
# --- type_by_a_class
x = torch.tensor([1.5, 2.5])
print(x.type(torch.IntTensor), x.type(torch.DoubleTensor).type(), isinstance(x.type(torch.ByteTensor), torch.ByteTensor))
