# --- activation_mistakes_1
for n in ("relu", "leaky_relu", "hardtanh", "relu6", "elu", "selu", "celu", "silu", "mish", "hardswish", "hardsigmoid", "dropout"):
    try: getattr(torch.nn.functional, n)([1.], inplace=True)
    except TypeError as e: print(n, e)
    try: getattr(torch.nn.functional, n)(torch.tensor([1, 2]))
    except Exception as e: print(n, e)

# --- activation_mistakes_2
try: torch.nn.functional.threshold([1.], 1, 1, inplace=True)
except TypeError as e: print(e)
for n in ("softmax", "log_softmax", "softmin"):
    for d in (0, 1, -1):
        try: getattr(torch.nn.functional, n)(torch.tensor([[1, 2]]), d)
        except Exception as e: print(n, d, e)
    try: print(getattr(torch.nn.functional, n)(torch.tensor([1, 2]), 0))
    except Exception as e: print(n, e)

# --- activation_mistakes_3
torch.nn.functional.gelu(torch.tensor([1]), approximate='foo')

# --- activation_mistakes_4
torch.nn.functional.gelu(torch.tensor([1.]), approximate='foo')

# --- activation_mistakes_5
torch.nn.Hardtanh(2, -2)

# --- activation_mistakes_6
torch.nn.Hardtanh(1, 1)

# --- activation_mistakes_7
torch.nn.functional.hardtanh(torch.ones(2), 2, -2)

# --- activation_mistakes_8
torch.nn.functional.hardtanh(torch.ones(2), 1, 1)

# --- activation_mistakes_9
torch.nn.ReLU(inplace=True)([1.])

# --- activation_mistakes_10
torch.nn.Hardtanh(min_val=1., max_val=0.5)

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

# --- vdot_1
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.tensor([3., 4.], requires_grad=True)
z = torch.vdot(x, y)
print(z, z.grad_fn.next_functions)
z.backward()
print(x.grad, y.grad)

# --- vdot_2
torch.vdot(torch.ones(2), torch.ones(3))

# --- vdot_3
torch.vdot(torch.ones(2), torch.ones(2, 2))

# --- vdot_4
torch.vdot(torch.ones(2), torch.ones(2).double())

# --- atan2_at_the_origin_1
x = torch.zeros(3, requires_grad=True)
y = torch.tensor([0., 1., -1.], requires_grad=True)
z = torch.atan2(x, y)
g = torch.autograd.grad(z.sum(), (x, y), create_graph=True)
print(z, g)

# --- masked_select_saves_its_input_1
x = torch.tensor([1., 2., 3.], requires_grad=True) * 1
y = x.masked_select(x > 1)
x.add_(1)
y.sum().backward()

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

# --- inference_tensor_as_grad_1
x = torch.tensor([1., 2.], requires_grad=True)
with torch.inference_mode():
    x.grad = torch.ones(2)
(x * 2).sum().backward()

# --- inference_tensor_as_grad_2
x = torch.tensor([1., 2.], requires_grad=True)
with torch.inference_mode():
    x.grad = torch.ones(2)
with torch.inference_mode():
    x.grad += 1
x.grad = None
(x * 2).sum().backward()
print(x.grad)

# --- inference_tensor_as_grad_3
x = torch.tensor([1., 2.], requires_grad=True)
(x * 2).sum().backward()
with torch.inference_mode():
    x.grad.zero_()
(x * 2).sum().backward()
print(x.grad)

# --- inference_leaf_1
with torch.inference_mode():
    w = torch.ones(2, requires_grad=True)
print(w.requires_grad, w.is_leaf, w.is_inference())
y = (w * 2).sum()
print(y)
y.backward()

# --- inference_leaf_2
with torch.inference_mode():
    w = torch.ones(2, requires_grad=True)
v = torch.ones(2, requires_grad=True)
(w * v).sum().backward()

# --- inference_leaf_3
with torch.inference_mode():
    w = torch.nn.Linear(2, 1)
x = torch.ones(2)
print(w(x))

# --- inference_leaf_5
with torch.inference_mode():
    w = torch.ones(2, requires_grad=True)
v = torch.ones(2, requires_grad=True)
y = w + v
print(y)
y.sum().backward()
print(v.grad, w.grad)

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
