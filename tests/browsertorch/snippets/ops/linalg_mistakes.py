# --- of_nan
nan = float("nan")
x, tall = torch.full((2, 2), nan), torch.full((3, 3, 3), nan)
linalg = torch.linalg
for f in (linalg.svd, linalg.svdvals, linalg.eig, linalg.pinv, linalg.cond, linalg.matrix_rank, linalg.cholesky,
          lambda a: linalg.norm(a, "nuc"), lambda a: linalg.matrix_norm(a, 2), torch.svd, torch.pinverse):
    for a in (x, tall):
        try:
            print(f(a))
        except RuntimeError as error:
            print(type(error).__name__, error)

# --- eigh_of_nan
torch.linalg.eigh(torch.stack([torch.eye(3), torch.full((3, 3), float("nan"))]))

# --- slogdet_of_nan
print(torch.linalg.slogdet(torch.tensor([[1.0, 0.0], [0.0, float("nan")]])), torch.linalg.matrix_exp(torch.full((2, 2), float("nan"))))

# --- in_a_batch
good = torch.eye(2)
for f in (torch.linalg.inv, torch.linalg.cholesky, lambda a: torch.linalg.solve(a, torch.ones(2, 2))):
    for bad in (torch.zeros(2, 2), torch.tensor([[1.0, 2.0], [2.0, 4.0]])):
        try:
            print(f(torch.stack([good, bad])))
        except RuntimeError as error:
            print(error)

# --- cholesky_reads_below
print(torch.linalg.cholesky(torch.tensor([[4.0, float("nan")], [2.0, 2.0]])))
torch.linalg.cholesky(torch.tensor([[1.0, 0.0], [float("nan"), 1.0]]))

# --- kinds
for f in (torch.linalg.svd, torch.linalg.qr, torch.linalg.matrix_exp):
    try:
        f(torch.ones(2, 2, dtype=torch.int64))
    except RuntimeError as error:
        print(error)

# --- options
for f in (lambda: torch.linalg.svd(torch.eye(2), driver="gesvd"), lambda: torch.linalg.eigh(torch.eye(2), UPLO="X"),
          lambda: torch.linalg.svd(torch.ones(2)), lambda: torch.linalg.multi_dot([torch.eye(2)]),
          lambda: torch.linalg.vecdot(torch.ones(3), torch.ones(4)), lambda: torch.linalg.lstsq(torch.eye(2), torch.eye(2).double())):
    try:
        f()
    except RuntimeError as error:
        print(error)

# --- solve_from_the_right
a = torch.tensor([[2.0, 1.0], [0.0, 4.0]], requires_grad=True)
x = torch.linalg.solve(a, torch.tensor([[2.0, 5.0]]), left=False)
print(x)
x.sum().backward()
print(a.grad)
torch.linalg.solve(torch.eye(2), torch.ones(2, 3), left=False)

# --- orders
for f in (lambda: torch.linalg.norm(torch.ones(2, 3), "foo"), lambda: torch.linalg.norm(torch.ones(2, 3), 3),
          lambda: torch.linalg.norm(torch.ones(2, 3, 4), 2), lambda: torch.linalg.matrix_norm(torch.ones(2, 3), 0)):
    try:
        f()
    except RuntimeError as error:
        print(error)

# --- norms_in_another_dtype
x = torch.tensor([[3.0, 4.0]])
print(torch.linalg.norm(x, dtype=torch.float64), torch.linalg.vector_norm(x, 1, dtype=torch.float64), torch.linalg.matrix_norm(x, 1, dtype=torch.float64))

# --- empty
print(torch.linalg.cond(torch.zeros(0, 0)), torch.linalg.matrix_norm(torch.zeros(0, 2), 2), torch.linalg.vector_norm(torch.zeros(0)))
for order in (float("inf"), -1):
    try:
        torch.linalg.vector_norm(torch.zeros(0), order)
    except RuntimeError as error:
        print(error)
