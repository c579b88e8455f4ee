# --- mm
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x @ x.t()
print(y)
y.sum().backward()
print(x.grad)

# --- mv
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = x @ v
print(y)
y.sum().backward()
print(x.grad, v.grad)

# --- dot
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = v @ v
print(y)
y.backward()
print(v.grad)

# --- vm
x = torch.arange(6.).reshape(2, 3).requires_grad_()
w = torch.tensor([1., 2.], requires_grad=True)
y = w @ x
print(y)
y.sum().backward()
print(w.grad, x.grad)

# --- batched
a = torch.arange(12.).reshape(2, 2, 3).requires_grad_()
b = torch.ones(2, 3, 2, requires_grad=True)
y = a @ b
print(y)
y.sum().backward()
print(a.grad, b.grad)

# --- batch_times_matrix
a = torch.arange(12.).reshape(2, 2, 3).requires_grad_()
W = torch.ones(3, 2, requires_grad=True)
y = a @ W
print(y)
y.sum().backward()
print(W.grad)

# --- matrix_times_batch
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x @ torch.ones(2, 3, 2)
print(y)
y.sum().backward()
print(x.grad)

# --- batch_times_vector
a = torch.ones(2, 2, 3, requires_grad=True)
y = a @ torch.tensor([1., 2., 3.])
print(y)
y.sum().backward()
print(a.grad)

# --- vector_times_batch
v = torch.tensor([1., 2.], requires_grad=True)
y = v @ torch.ones(3, 2, 2)
print(y)
y.sum().backward()
print(v.grad)

# --- broadcast_batch
(torch.ones(2, 1, 2, 3) @ torch.ones(4, 3, 2)).shape

# --- named
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.mm(x.t()), torch.mm(x, x.t()), torch.matmul(x, x.t()), x.mv(torch.ones(3)), torch.dot(torch.ones(2), torch.ones(2)), torch.bmm(torch.ones(1, 2, 2), torch.ones(1, 2, 1)))

# --- shapes_2d
torch.ones(2, 3) @ torch.ones(2, 3)

# --- shapes_mv
torch.ones(2, 3) @ torch.ones(2)

# --- shapes_dot
torch.ones(2) @ torch.ones(3)

# --- shapes_batch
torch.ones(2, 2, 3) @ torch.ones(2, 2, 3)

# --- shapes_batches
torch.ones(2, 2, 3) @ torch.ones(3, 3, 2)

# --- mm_needs_matrices
torch.mm(torch.ones(2, 2), torch.ones(2))

# --- dot_needs_vectors
torch.dot(torch.ones(2, 2), torch.ones(2))

# --- bmm_needs_batches
torch.bmm(torch.ones(2, 2), torch.ones(2, 2))

# --- zero_dim
torch.ones(2) @ torch.tensor(2.)

# --- dtypes
torch.ones(2, 2) @ torch.ones(2, 2, dtype=torch.float64)

# --- dtypes_mv
torch.ones(2, 2) @ torch.tensor([1, 2])

# --- dtypes_dot
torch.ones(2) @ torch.tensor([1, 2])

# --- with_list
torch.ones(2) @ [1, 2]

# --- matmul_list
torch.matmul(torch.ones(2), [1, 2])

# --- integers
torch.arange(4).view(2, 2) @ torch.tensor([[1, 2], [3, 4]])

# --- outer
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.outer(v, v)
print(y)
y.sum().backward()
print(v.grad)

# --- outer_matrix
torch.outer(torch.ones(2, 2), torch.ones(2))

# --- inner_tensordot
v = torch.tensor([3., 1., 2.], requires_grad=True)
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(v.inner(v), torch.tensordot(x, x, dims=2), torch.tensordot(x, x, dims=([0], [0])))

# --- kron
torch.kron(torch.tensor([[1, 2]]), torch.eye(2, dtype=torch.int64))

# --- trace
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
t = m.trace()
print(t)
t.backward()
print(m.grad)

# --- addmm
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = torch.addmm(torch.ones(2, requires_grad=True), x, x.t(), beta=2, alpha=0.5)
print(y)
y.sum().backward()
print(x.grad)

# --- addmm_dtypes
torch.addmm(torch.ones(2, 2), torch.ones(2, 2, dtype=torch.float64), torch.ones(2, 2))

# --- addmv_addr
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
print(torch.addmv(torch.ones(2), x, v), torch.addr(torch.zeros(3, 3), v, v))

# --- baddbmm
torch.baddbmm(torch.ones(1, 2, 2), torch.ones(1, 2, 3), torch.ones(1, 3, 2))

# --- einsum_mv
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.einsum('ij,j->i', x, v)
print(y)
(y * y).sum().backward()
print(x.grad, v.grad)

# --- einsum_transpose
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.einsum('ij->ji', x)
print(y)
(y * y).sum().backward()
print(x.grad, v.grad)

# --- einsum_sum
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.einsum('ij->', x)
print(y)
(y * y).sum().backward()
print(x.grad, v.grad)

# --- einsum_rows
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.einsum('ij->i', x)
print(y)
(y * y).sum().backward()
print(x.grad, v.grad)

# --- einsum_outer
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.einsum('i,j->ij', v, v)
print(y)
(y * y).sum().backward()
print(x.grad, v.grad)

# --- einsum_elementwise
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.einsum('ij,ij->ij', x, x)
print(y)
(y * y).sum().backward()
print(x.grad, v.grad)

# --- einsum_dot
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.einsum('i,i->', v, v)
print(y)
(y * y).sum().backward()
print(x.grad, v.grad)

# --- einsum_mm
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.einsum('ij,kj->ik', x, x)
print(y)
(y * y).sum().backward()
print(x.grad, v.grad)

# --- einsum_bilinear
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.einsum('i,ij->j', torch.ones(2), x)
print(y)
(y * y).sum().backward()
print(x.grad, v.grad)

# --- einsum_implicit
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.einsum('ij,jk', x, x.t())
print(y)
(y * y).sum().backward()
print(x.grad, v.grad)

# --- einsum_ellipsis
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.einsum('...j,j->...', x, v)
print(y)
(y * y).sum().backward()
print(x.grad, v.grad)

# --- einsum_three
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.einsum('ij,j,j->i', x, v, v)
print(y)
(y * y).sum().backward()
print(x.grad, v.grad)

# --- einsum_trace
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
print(torch.einsum('ii', m), torch.einsum('ii->i', m))

# --- einsum_batch
torch.einsum('bij,bjk->bik', torch.ones(2, 2, 3), torch.ones(2, 3, 2))

# --- einsum_wrong_size
torch.einsum('ij,jk->ik', torch.ones(2, 3), torch.ones(2, 3))

# --- einsum_wrong_dims
torch.einsum('ij->i', torch.ones(2))

# --- einsum_unknown_output
torch.einsum('i->j', torch.ones(2))

# --- einsum_operands
torch.einsum('i,i->', torch.ones(2))

# --- second_derivative
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
y = (m @ m).sum()
g, = torch.autograd.grad(y, m, create_graph=True)
print(g)
g[0].sum().backward()
print(m.grad)

# --- graph_of_layers
x = torch.arange(6.).reshape(2, 3).requires_grad_()
W = torch.ones(3, 2, requires_grad=True)
b = torch.zeros(2, requires_grad=True)
y = torch.relu(x @ W + b)
n = y.grad_fn
while n is not None:
    print(n.name(), len(n.next_functions))
    n = n.next_functions[0][0]

# --- dot_digits
a = torch.tensor([0.1, 0.2, 0.3])
print((a.view(1, 3) @ a.view(3, 1)).item())

# --- mm_wrong
for a, b in ((torch.ones(2), torch.ones(2, 2)), (torch.ones(2, 2), torch.ones(2))):
    try:
        torch.mm(a, b)
    except Exception as error:
        print(type(error).__name__, error)

# --- mv_wrong
torch.mv(torch.ones(2), torch.ones(2))

# --- bmm_wrong
torch.bmm(torch.ones(1, 2, 2), torch.ones(2, 2))

# --- addmm_wrong
torch.addmm(torch.ones(3, 3), torch.ones(2, 2), torch.ones(2, 2))

# --- inner_of_number
torch.inner(torch.tensor(2.), torch.ones(2))

# --- trace_of_vector
torch.trace(torch.ones(2))

# --- vdot
torch.vdot(torch.ones(2), torch.ones(2))

# --- recorded_matrix_times_batch
x = torch.arange(4.).reshape(2, 2).requires_grad_()
y = x @ torch.ones(3, 2, 4)
print(y.shape)
y.sum().backward()
x.grad

# --- einsum_of_list
torch.einsum("ij,jk->ik", [torch.ones(2, 2), torch.ones(2, 2)])

# --- einsum_without_arrow
print(torch.einsum("ij,ij", torch.ones(2, 2), torch.ones(2, 2)), torch.einsum("...i", torch.ones(2, 3)).shape)

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

# --- matmul_ones_2
torch.matmul(torch.ones(2))

# --- ones_2_3
torch.ones(2) @ 3

# --- number_matmul_ones
3 @ torch.ones(2)

# --- dot_1_2
torch.dot([1], [2])

# --- mm_ones_2_2_2
torch.mm(torch.ones(2, 2), 2)

# --- tensor_1_2_dot_tensor_1_2
torch.tensor([1., 2.]).dot(torch.tensor([1, 2]))

# --- gradient_of_matrix_expression
A = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
x = torch.tensor([1., -1.], requires_grad=True)
y = x @ A @ x
y.backward()
print(y, A.grad, x.grad, sep="\n")
print(((A + A.T) @ x).detach())

# --- bmm_of_two_dtypes
torch.bmm(torch.ones(1, 2, 2), torch.ones(1, 2, 2, dtype=torch.float64))

# --- tensordot_bad
torch.tensordot(torch.ones(1, 1, 1), torch.ones(2, 1, 2), dims=[[0, 1], [2, 0]])

# --- tensordot_ones
print(torch.tensordot(torch.full((1, 1, 1), 2.), torch.arange(4.).reshape(2, 1, 2), dims=[[0, 1], [2, 0]]))

# --- tensordot_bad2
torch.tensordot(torch.ones(2, 3), torch.ones(2, 3), dims=1)

# --- tensordot_bad3
torch.tensordot(torch.ones(2, 3), torch.ones(2, 3), dims=5)

# --- tensordot_bad4
torch.tensordot(torch.ones(2, 3), torch.ones(2, 3), dims=([0], [0, 1]))

# --- tensordot_zero
print(torch.tensordot(torch.ones(2), torch.arange(3.), dims=0), torch.tensordot(torch.ones(0, 2), torch.ones(2, 3), dims=1).shape)

# --- mm_saved_as_another_dtype
for start in ([[2.]], [[2., 3.]]):
    x = torch.tensor(start, requires_grad=True)
    with torch.autograd.graph.saved_tensors_hooks(lambda t: t.half(), lambda t: t):
        y = (x @ x[:, :1].reshape(-1, 1).repeat(x.shape[1], 1)).sum()
    try:
        y.backward()
    except RuntimeError as error:
        print(error)
