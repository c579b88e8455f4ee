# --- numbers
print(torch.tensor(3), torch.tensor(2.5), torch.tensor(True), torch.tensor(1 + 2j))

# --- lists
print(torch.tensor([1, 2]), torch.tensor([1., 2]), torch.tensor([[1, 2], [3, 4]]), torch.tensor((1, 2)), torch.tensor(range(3)))

# --- empty
print(torch.tensor([]), torch.tensor([[]]), torch.tensor([]).dtype, torch.tensor([[], []]).shape)

# --- ragged
torch.tensor([[1], [2, 3]])

# --- not_a_sequence
torch.tensor([[1, 2], 3])

# --- too_deep
torch.tensor([1, [2, 3]])

# --- string
torch.tensor('a')

# --- list_of_strings
torch.tensor(['a', 'b'])

# --- none
torch.tensor(None)

# --- dict
torch.tensor({'a': 1})

# --- list_with_none
torch.tensor([1, None])

# --- nothing
torch.tensor()

# --- dtype_argument
print(torch.tensor([1, 2], dtype=torch.float32), torch.tensor([1.7, -1.7], dtype=torch.int64), torch.tensor([0, 2], dtype=torch.bool), torch.tensor([1], dtype=float))

# --- dtype_string
torch.tensor([1], dtype='float32')

# --- from_tensors
torch.tensor([torch.tensor(1.), torch.tensor(2.)])

# --- from_vectors
torch.tensor([torch.ones(2), torch.ones(2)])

# --- from_tensor_warns
torch.tensor(torch.ones(2))

# --- from_numpy_array
import numpy as np
print(torch.tensor(np.array([1., 2.])), torch.tensor(np.array([1, 2])), torch.from_numpy(np.ones(2, dtype=np.float32)), torch.as_tensor(np.float32(3)))

# --- from_numpy_list
torch.from_numpy([1, 2])

# --- numpy_strings
import numpy as np
torch.tensor(np.array(['a']))

# --- as_tensor
t = torch.ones(2)
print(torch.as_tensor(t) is t, torch.as_tensor([1, 2]), torch.asarray([1., 2.]))

# --- overflow
torch.tensor(2 ** 70)

# --- int_limits
torch.tensor([2**63 - 1, -2**63])

# --- requires_grad
x = torch.tensor([1., 2.], requires_grad=True)
print(x, x.requires_grad, x.is_leaf, x.grad, x.grad_fn)

# --- requires_grad_of_integers
torch.tensor([1, 2], requires_grad=True)

# --- requires_grad_of_bool
torch.ones(2, dtype=torch.bool, requires_grad=True)

# --- zeros_ones
print(torch.zeros(2, 3), torch.ones(2), torch.zeros((2,)), torch.ones([1, 2]), torch.zeros(2, dtype=torch.int64), torch.ones(()))

# --- zeros_keyword
torch.zeros(size=(2,), requires_grad=True)

# --- zeros_float_size
torch.zeros(2.)

# --- zeros_negative
torch.zeros(2, -1)

# --- ones_negative
torch.ones(-1)

# --- zeros_nothing
torch.zeros()

# --- full
print(torch.full((2, 2), 7), torch.full((2,), 0.5), torch.full((), True), torch.full_like(torch.ones(2), 3))

# --- like
t = torch.ones(2, 3, dtype=torch.float64)
print(torch.zeros_like(t), torch.ones_like(t, dtype=torch.int32), torch.empty_like(t).shape)

# --- like_needs_tensor
torch.zeros_like([1, 2])

# --- like_does_not_require_grad
x = torch.ones(2, requires_grad=True)
print(torch.zeros_like(x), torch.ones_like(x, requires_grad=True), x.new_zeros(2), x.new_tensor([1, 2]), x.new_full((2,), 3), x.new_ones(1))

# --- arange
print(torch.arange(5), torch.arange(1, 10, 3), torch.arange(5, 0, -2), torch.arange(0, 1, 0.25), torch.arange(3.), torch.arange(2, dtype=torch.float64))

# --- arange_wrong_sign
torch.arange(5, 0)

# --- arange_requires_grad
torch.arange(3., requires_grad=True)

# --- arange_integer_requires_grad
torch.arange(3, requires_grad=True)

# --- linspace
print(torch.linspace(0, 1, 5), torch.linspace(-1, 1, 4), torch.linspace(1, 1, 1), torch.linspace(0, 10, 3, dtype=torch.int64))

# --- linspace_digits
torch.linspace(0, 1, 7).tolist()

# --- linspace_requires_grad
torch.linspace(0, 1, 3, requires_grad=True)

# --- logspace
torch.logspace(0, 3, 4)

# --- eye
print(torch.eye(3), torch.eye(2, 3), torch.diag(torch.tensor([1., 2.])))

# --- meshgrid
a, b = torch.meshgrid(torch.tensor([1, 2]), torch.tensor([3, 4, 5]), indexing='ij')
print(a, b)

# --- meshgrid_xy
torch.meshgrid(torch.tensor([1, 2]), torch.tensor([3, 4]), indexing='xy')

# --- meshgrid_warns
torch.meshgrid(torch.tensor([1, 2]), torch.tensor([3]))

# --- triangles
print(torch.ones(3, 3).tril(), torch.ones(3, 3).triu(1), torch.tril_indices(2, 2))

# --- legacy
print(torch.Tensor([1, 2]), torch.FloatTensor([1, 2]), torch.LongTensor([1, 2]), torch.Tensor(2, 0).shape, torch.DoubleTensor([0.5]))

# --- complex
print(torch.complex(torch.tensor([1., 2.]), torch.tensor([3., 4.])), torch.tensor([1j]), torch.view_as_real(torch.tensor([1 + 2j])))

# --- scalar_tensor
print(torch.scalar_tensor(2), torch.tensor(3).item(), type(torch.tensor(3.5).item()), torch.tensor([[7]]).item())

# --- item_of_many
torch.tensor([1., 2.]).item()

# --- tolist
print(torch.arange(4).view(2, 2).tolist(), torch.tensor(1.5).tolist(), torch.tensor([True]).tolist())

# --- to_python
print(float(torch.tensor(2)), int(torch.tensor(2.9)), bool(torch.tensor([0])), complex(torch.tensor(1.)))

# --- bool_of_many
if torch.tensor([1, 2]):
    pass

# --- bool_of_none
bool(torch.tensor([]))

# --- float_of_many
float(torch.tensor([1., 2.]))

# --- int_of_many
int(torch.tensor([1, 2]))

# --- as_list_index
[10, 20, 30][torch.tensor(1)]

# --- float_as_list_index
[10, 20, 30][torch.tensor(1.)]

# --- in_range
list(range(torch.tensor(3)))

# --- format
t = torch.tensor(3.14159)
print(f'{t:.2f}', f'{t}', '{:6.1f}'.format(t), f'{torch.tensor([1., 2.])}')

# --- format_of_many
f'{torch.tensor([1., 2.]):.2f}'

# --- round_builtin
round(torch.tensor(2.5))

# --- conversions
t = torch.tensor([1.7, -0.2])
print(t.int(), t.long(), t.double(), t.half(), t.bool(), t.to(torch.int8), t.type(torch.float64), t.type())

# --- to_same_is_self
t = torch.ones(2)
print(t.to(torch.float32) is t, t.float() is t, t.to('cpu') is t, t.cpu() is t, t.to(torch.float64) is t, t.to(torch.float32, copy=True) is t)

# --- to_is_recorded
x = torch.tensor([1., 2.], requires_grad=True)
y = x.double()
print(y)
(y * 3).sum().backward()
print(x.grad)

# --- to_integer_is_not
x = torch.tensor([1.5], requires_grad=True)
print(x.long(), x.bool(), x.to(torch.int32).requires_grad)

# --- cuda
torch.ones(2).cuda()

# --- to_cuda
torch.ones(2).to('cuda')

# --- zeros_on_cuda
torch.zeros(2, device='cuda')

# --- device
device = 'cuda' if torch.cuda.is_available() else 'cpu'
t = torch.ones(2, device=device)
print(device, t.device, t.is_cuda, torch.device('cuda'), torch.device('cpu') == t.device)

# --- sizes
t = torch.zeros(2, 3)
print(t.shape, t.size(), t.size(1), t.size(-1), t.dim(), t.ndim, t.numel(), len(t), t.shape[0], t.shape == (2, 3), t.shape + (1,), list(t.shape))

# --- size_out_of_range
torch.zeros(2).size(1)

# --- memory
t = torch.zeros(2, 3)
print(t.stride(), t.storage_offset(), t.is_contiguous(), t.element_size(), t.nbytes, t.t().stride())

# --- clone
a = torch.tensor([1., 2.], requires_grad=True)
b = a.clone()
print(b, b is a)
b.sum().backward()
print(a.grad)

# --- deepcopy
import copy
a = torch.tensor([1., 2.], requires_grad=True)
a.grad = torch.ones(2)
b = copy.deepcopy(a)
print(b, b.grad, b is a)
copy.deepcopy(a * 2)

# --- pickle
import pickle
t = pickle.loads(pickle.dumps(torch.tensor([1., 2.], requires_grad=True)))
print(t, t.requires_grad)

# --- is_tensor
print(torch.is_tensor(torch.ones(1)), torch.is_tensor([1]), isinstance(torch.ones(1), torch.Tensor), type(torch.ones(1)), torch.is_floating_point(torch.ones(1)), torch.ones(1).is_complex())

# --- default_dtype
torch.set_default_dtype(torch.float64)
print(torch.tensor(1.), torch.zeros(2).dtype, torch.get_default_dtype(), torch.tensor([1]) / 2)

# --- default_dtype_integer
torch.set_default_dtype(torch.int64)

# --- constants
print(torch.pi, torch.e, torch.inf, torch.nan)

# --- result_type
print(torch.result_type(torch.tensor([1]), 1.5), torch.promote_types(torch.int32, torch.float16), torch.can_cast(torch.float32, torch.int64))

# --- combinations
print(torch.combinations(torch.tensor([1, 2, 3])), torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([3, 4])))

# --- as_numpy_array
import numpy as np
t = torch.tensor([1., 2.])
print(np.asarray(t), np.sum(t.numpy()), np.array(t).dtype)

# --- out
out = torch.empty(2)
torch.add(torch.ones(2), 1, out=out)
print(out, torch.exp(torch.zeros(2), out=out) is out, out)

# --- out_is_resized
torch.mul(torch.ones(2), 3, out=torch.empty(3))

# --- out_cannot_be_recorded
torch.add(torch.ones(2, requires_grad=True), 1, out=torch.empty(2))

# --- out_dtype
torch.add(torch.ones(2), 1, out=torch.empty(2, dtype=torch.int64))

# --- legacy_types
print(isinstance(torch.ones(1), torch.FloatTensor), isinstance(torch.ones(1), torch.LongTensor), torch.IntTensor([1]))

# --- numbers_that_do_not_fit
for make in (lambda: torch.tensor([1, 300], dtype=torch.uint8), lambda: torch.tensor(float("nan"), dtype=torch.int64),
             lambda: torch.full((2,), 300, dtype=torch.int8), lambda: torch.ones(2, dtype=torch.int32).fill_(1e20),
             lambda: torch.full((2,), 1e39), lambda: torch.ones(2).masked_fill(torch.tensor([True, False]), 2j)):
    try:
        make()
    except RuntimeError as error:
        print(error)
print(torch.tensor([-1, 255], dtype=torch.uint8), torch.full((2,), -1, dtype=torch.uint8))

# --- lists_with_a_string
for data in ([1, "2"], [1., "2"], [[1, 2], ["a", 4]]):
    try:
        torch.tensor(data)
    except TypeError as error:
        print(error)
torch.tensor([1, "2"], dtype=torch.float32)

# --- lists_with_empty_rows
print(torch.tensor([[], [1]]))
torch.tensor([3, []])

# --- linspace_rounds_once
print(torch.linspace(-1, 1, 11))
print(torch.linspace(-3, 3, 100)[50].item(), torch.linspace(0, 1, 7).tolist())

# --- arange_of_other_dtypes
print(torch.arange(3, dtype=float), torch.arange(3.5, dtype=torch.int64), torch.arange(end=3))
torch.arange(3, dtype=torch.bool)

# --- arange_without_an_end
torch.arange(float("inf"))

# --- numpy_with_negative_strides
import numpy as np
torch.from_numpy(np.ones(3)[::-1])

# --- old_constructors
print(torch.Tensor([1, 2]), torch.Tensor(range(3)), torch.Tensor(torch.Size([2, 3])).shape, torch.LongTensor([1.5]))
torch.LongTensor(torch.tensor([1.5]))

# --- tensor_of_tensors_2
x = torch.tensor(1., requires_grad=True)
print(torch.tensor([x, x * 2]))

# --- tensor_of_tensors_3
x = torch.tensor([1., 2.])
torch.tensor([x, x])

# --- tensor_of_tensors_4
x = torch.tensor([1., 2.], requires_grad=True)
torch.tensor([[x[0], x[1]], [1., 2.]])

# --- tensor_of_tensors_5
x = torch.tensor([1., 2.], requires_grad=True)
torch.tensor([x.sum(), 3.])

# --- arange_step_zero
torch.arange(0, 3, 0)

# --- linspace_wrong
for steps in (2.5, -1):
    try:
        torch.linspace(0, 1, steps)
    except Exception as error:
        print(type(error).__name__, error)

# --- triu_indices
print(torch.triu_indices(3, 3), torch.tril_indices(2, 3))

# --- linspace_of_wrong_kinds
torch.linspace(.5, 1, 2.5)

# --- zeros_a
torch.zeros("a")

# --- zeros_2_a
torch.zeros(2, "a")

# --- arange_a
torch.arange("a")

# --- tensor_1_2_requires_grad_yes
torch.tensor([1, 2], requires_grad="yes")

# --- tensor_1_2
torch.tensor(1, 2)

# --- eye_2_5
torch.eye(2.5)

# --- full_2_3
torch.full(2, 3)

# --- empty_of_nothing
torch.empty()

# --- from_numpy_ones_2
torch.from_numpy(torch.ones(2))

# --- ones_2_requires_grad_1
torch.ones(2, requires_grad=1)

# --- zeros_3_requires_grad_true_dtype_int32
torch.zeros(3, requires_grad=True, dtype=torch.int32)

# --- tensor_a
-torch.tensor("a")

# --- requires_grad_wrong_keyword
torch.tensor([1.], require_grad=True)

# --- new
x = torch.ones(2, dtype=torch.float64)
print(x.new(2, 3).shape, x.new([1, 2]), x.new().shape, x.new(x), x.new(torch.Size([2])).dtype)

# --- new_bad
torch.ones(2).new(torch.ones(2, dtype=torch.int64))

# --- linspace_complex
print(torch.linspace(0, 1, 3, dtype=torch.complex64), torch.linspace(0, 2j, 3, dtype=torch.complex128), torch.linspace(0, 1, 3, dtype=torch.int64))

# --- new_tensor_of_a_tensor
torch.ones(1).new_tensor(torch.ones(2))

# --- default_type_by_an_old_name
for kind in ("torch.DoubleTensor", torch.FloatTensor, torch.float64, torch.LongTensor):
    try:
        torch.set_default_tensor_type(kind)
    except TypeError as error:
        print(error)
    print(torch.tensor(1.0).dtype)
