# --- lu
A = torch.tensor([[0., 2., 1.], [4., 1., 0.], [2., 3., 8.]])
print(*torch.linalg.lu(A))
factors, pivots = torch.linalg.lu_factor(A)
print(factors, pivots, torch.linalg.lu_solve(factors, pivots, torch.tensor([[3.], [5.], [13.]])).round(decimals=3))
print(torch.linalg.lu(A[:2])[1], torch.linalg.lu(A[:, :2])[2], torch.linalg.lu(torch.stack([A, A + 1])).P.shape)

# --- lu_gradient
A = torch.tensor([[4., 2.], [2., 5.]], requires_grad=True)
P, L, U = torch.linalg.lu(A)
(L[1, 0] * 3 + U[1, 1]).backward()
U.grad_fn, A.grad

# --- lu_of_a_singular_matrix
torch.linalg.lu_factor(torch.ones(2, 2))

# --- householder
A = torch.tensor([[3., 1.], [4., 2.]])
a, tau = torch.geqrf(A)
Q = torch.linalg.householder_product(a, tau)
torch.allclose(Q @ a.triu(), A, atol=1e-5), torch.allclose(Q.T @ Q, torch.eye(2), atol=1e-5), tau.shape

# --- what_says_whether_it_worked
A = torch.tensor([[2., 0.], [0., 4.]])
torch.linalg.inv_ex(A), torch.linalg.cholesky_ex(A), torch.linalg.inv_ex(torch.zeros(2, 2)).info, torch.linalg.cholesky_ex(-A).info

# --- tensors_as_matrices
A = torch.eye(4).reshape(2, 2, 4) * 2
torch.linalg.tensorinv(A).shape, torch.linalg.tensorsolve(A, torch.ones(2, 2)), torch.linalg.vander(torch.tensor([1., 2., 3.])), torch.linalg.vander(torch.tensor([2.]), N=4)

# --- chain_of_products
torch.chain_matmul(torch.ones(2, 3), torch.ones(3, 4), torch.ones(4, 1))

# --- few_directions
torch.manual_seed(0)
X = torch.outer(torch.arange(1., 7.), torch.tensor([3., 4.]))
U, S, V = torch.pca_lowrank(X, 1)
print(U.shape, S.round(decimals=2), V.abs().round(decimals=3))
print(torch.svd_lowrank(X.T, 2)[1].round(decimals=2)[0])
