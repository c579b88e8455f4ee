# --- numpy_array_as_argument_1
import numpy as np
torch.nn.functional.linear(np.ones(2), torch.ones(1, 2))

# --- numpy_array_as_argument_2
import numpy as np
torch.nn.functional.relu(np.ones(2))

# --- numpy_array_as_argument_3
import numpy as np
torch.nn.functional.mse_loss(np.ones(2), torch.ones(2))

# --- numpy_array_as_argument_4
import numpy as np
torch.nn.functional.mse_loss(torch.ones(2), np.ones(2))

# --- numpy_array_as_argument_5
import numpy as np
torch.ones(2, requires_grad=True).sum().backward(np.ones(()))

# --- numpy_array_as_argument_6
import numpy as np
x = torch.ones(2, requires_grad=True)
x.grad = np.ones(2)

# --- numpy_array_as_argument_7
import numpy as np
x = torch.ones(2)
x.data = np.ones(2)

# --- numpy_array_as_argument_8
import numpy as np
x = torch.ones(2)
x.copy_(np.ones(2))

# --- numpy_array_as_argument_9
import numpy as np
torch.cat([torch.ones(2), np.ones(2)])

# --- numpy_array_as_argument_10
import numpy as np
torch.stack([np.ones(2)])

# --- numpy_array_as_argument_11
import numpy as np
x = torch.ones(2, requires_grad=True)
x.register_hook(lambda g: g.numpy())
x.sum().backward()

# --- numpy_array_as_argument_12
import numpy as np
x = torch.ones(2, requires_grad=True)
y = x * 2
y.grad_fn.register_hook(lambda a, b: (np.ones(2), None))
y.sum().backward()

# --- numpy_array_as_argument_13
import numpy as np
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(np.ones(2))
        return x * 1
    @staticmethod
    def backward(ctx, g):
        return g
x = torch.ones(2, requires_grad=True)
F.apply(x).sum().backward()

# --- numpy_array_as_argument_14
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 1
    @staticmethod
    def backward(ctx, g):
        return g.numpy()
x = torch.ones(2, requires_grad=True)
F.apply(x).sum().backward()

# --- numpy_array_as_argument_15
import numpy as np
torch.autograd.grad(torch.ones(2, requires_grad=True).sum(), np.ones(2))

# --- numpy_array_as_argument_16
import numpy as np
torch.autograd.backward(np.ones(2))

# --- numpy_array_as_argument_17
import numpy as np
torch.autograd.Variable(np.ones(2))

# --- numpy_array_as_argument_18
import numpy as np
torch.nn.Linear(2, 1)(np.ones(2))

# --- numpy_array_as_argument_19
import numpy as np
torch.nn.CrossEntropyLoss()(torch.ones(1, 2), np.array([1]))

# --- numpy_array_as_argument_20
import numpy as np
torch.bernoulli(np.ones(2))

# --- numpy_array_as_argument_21
import numpy as np
torch.ones(2).bernoulli_(np.ones(2))

# --- numpy_array_as_argument_22
import numpy as np
torch.randint(np.ones(2), (2,))

# --- numpy_array_as_argument_23
import numpy as np
torch.maximum(torch.ones(2), np.ones(2))

# --- numpy_array_as_argument_24
import numpy as np
torch.ones(2).requires_grad_(np.ones(2))

# --- numpy_array_as_argument_25
import numpy as np
x = torch.ones(2, requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: t.detach().numpy(), lambda a: a):
    y = x ** 2
y.sum().backward()

# --- numpy_array_as_argument_26
import numpy as np
x = torch.ones(2)
print(x * np.ones(2), x + np.float64(2), np.ones(2) * x, np.float64(2) * x)

# --- numpy_array_as_argument_27
import numpy as np
x = torch.ones(2, requires_grad=True)
print(x < np.ones(2))

# --- numpy_array_as_argument_28
import numpy as np
x = torch.ones(2)
print(x == np.ones(2))

# --- numpy_array_as_argument_29
import numpy as np
x = torch.ones(2)
print((x != np.ones(2)), x.numpy() == np.ones(2), x == torch.from_numpy(np.ones(2)))

# --- numpy_array_as_argument_30
import numpy as np
x = torch.tensor([1, 2])
print(x & np.array([1, 3]))

# --- numpy_array_as_argument_31
import numpy as np
x = torch.ones(2)
x += np.ones(2)
print(x)

# --- numpy_array_as_argument_32
import numpy as np
print(torch.where(np.array([True]), torch.ones(1), torch.ones(1)))

# --- numpy_array_as_argument_33
import numpy as np
x = torch.ones(2)
print(x @ np.ones(2))

# --- numpy_array_as_argument_34
import numpy as np
print(np.array([1, 3]) & torch.tensor([1, 2]), np.array([True]) | torch.tensor([False]))

# --- numpy_comparison_less
import numpy as np
a = np.array([1., 2.])
t = torch.ones(2)
print(t == a, a == t, t != a)
t < a

# --- numpy_comparison_less_equal
import numpy as np
a = np.array([1., 2.])
t = torch.ones(2)
print(t == a, a == t, t != a)
t <= a

# --- numpy_comparison_greater
import numpy as np
a = np.array([1., 2.])
t = torch.ones(2)
print(t == a, a == t, t != a)
t > a

# --- numpy_comparison_greater_equal
import numpy as np
a = np.array([1., 2.])
t = torch.ones(2)
print(t == a, a == t, t != a)
t >= a

# --- numpy_comparison_reflected
import numpy as np
np.array([1., 2.]) < torch.ones(2)

# --- numpy_array_times_tensor
import numpy as np
x = torch.tensor([1., 4.])
print(x * torch.from_numpy(np.array([2., 3.])))
