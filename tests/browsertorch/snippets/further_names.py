# --- conjugate_transpose_1
x = torch.arange(6., requires_grad=True).reshape(2, 3)
print(x.H, x.adjoint(), torch.adjoint(x), x.mH)

# --- conjugate_transpose_2
torch.ones(2).H

# --- conjugate_transpose_4
torch.ones(2).adjoint()

# --- conjugate_transpose_5
torch.ones(2, 2, 2).H

# --- conjugate_transpose_6
print(torch.ones(2, 3, 1).adjoint().shape, torch.adjoint(torch.ones(2, 3, 1, requires_grad=True)).grad_fn)

# --- conjugate_transpose_8
torch.ones(2).mH

# --- conjugate_transpose_11
x = torch.tensor([[1 + 2j, 3.]])
print(x.H, x.mH, x.adjoint())

# --- is_nonzero_1
print(torch.is_nonzero(torch.tensor([0.])), torch.tensor(3).is_nonzero(), torch.tensor([True]).is_nonzero())

# --- is_nonzero_2
torch.is_nonzero(torch.ones(2))

# --- is_nonzero_3
torch.is_nonzero(torch.tensor([]))

# --- is_nonzero_4
torch.is_nonzero(3)

# --- zero_1
x = torch.ones(2)
print(torch.zero_(x), x, torch.zero_(x) is x)

# --- zero_2
w = torch.ones(2, requires_grad=True)
torch.zero_(w)

# --- zero_4
torch.zero_([1])

# --- torch_dropout_1
torch.manual_seed(0)
x = torch.ones(8, requires_grad=True)
y = torch.dropout(x, 0.5, True)
print(y)
y.sum().backward()
print(x.grad, torch.dropout(x, 0.5, False))

# --- torch_dropout_2
torch.dropout(torch.ones(2))

# --- torch_dropout_3
torch.dropout(torch.ones(2), p=0.5, train=True)

# --- torch_layer_norm_1
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = torch.layer_norm(x, (3,))
print(y)
y[0, 0].backward()
print(x.grad)

# --- torch_layer_norm_2
torch.layer_norm(torch.ones(2, 3), 3)

# --- torch_layer_norm_3
torch.layer_norm(torch.arange(6.).reshape(2, 3), [3], weight=torch.ones(3) * 2, bias=torch.ones(3), eps=1e-3)

# --- torch_layer_norm_4
torch.layer_norm(torch.ones(2, 3), [2])

# --- xlogy_in_place_1
x = torch.tensor([0., 1., 2.])
print(x.xlogy_(torch.tensor([0., 2., 3.])), x)

# --- xlogy_in_place_2
x = torch.tensor([0., 1., 2.], requires_grad=True) * 1
y = torch.tensor([0.5, 2., 3.], requires_grad=True)
x.xlogy_(y)
print(x)
x.sum().backward()
print(y.grad)

# --- xlogy_in_place_3
x = torch.tensor([1., 2.])
print(torch.xlogy(x, 2), torch.xlogy(2, x), x.xlogy_(3.), torch.xlogy_(x, x))

# --- xlogy_in_place_4
x = torch.tensor([1, 2])
x.xlogy_(2)

# --- atleast_1
print(torch.atleast_3d(torch.tensor(1.)).shape, torch.atleast_3d(torch.ones(2)).shape, torch.atleast_3d(torch.ones(2, 3)).shape, torch.atleast_3d(torch.ones(2, 3, 4)).shape)

# --- atleast_2
a, b = torch.atleast_3d(torch.tensor(1., requires_grad=True), torch.ones(2, requires_grad=True))
print(a, b, a.grad_fn, b.grad_fn)

# --- atleast_3
print(torch.atleast_3d((torch.tensor(1.), torch.ones(2))), torch.atleast_2d([torch.tensor(1.), torch.ones(2)]), torch.atleast_1d((torch.tensor(1.),)))

# --- atleast_4
print(torch.atleast_3d(torch.ones(2, 3, requires_grad=True)).grad_fn)

# --- atleast_6
torch.atleast_3d()

# --- prelu_method_1
x = torch.tensor([-1., 2.], requires_grad=True)
w = torch.tensor(0.25, requires_grad=True)
y = x.prelu(w)
print(y)
y.sum().backward()
print(x.grad, w.grad)

# --- prelu_method_2
print(torch.prelu(torch.tensor([[-1., -2.]]), torch.tensor([0.1, 0.2])))

# --- prelu_method_3
torch.ones(2, 3).prelu(torch.ones(2))

# --- prelu_method_4
torch.ones(2).prelu(0.25)

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
