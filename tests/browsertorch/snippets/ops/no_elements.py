# --- zero_dim
x = torch.tensor(2., requires_grad=True)
i = torch.tensor(0)
j = torch.tensor([0])
for name, f in {
    "topk": lambda: x.topk(1).values, "prod": lambda: x.prod(0), "index_fill": lambda: x.index_fill(0, j, 3.), "index_copy": lambda: x.index_copy(0, j, torch.tensor(5.)),
    "index_add": lambda: x.index_add(0, j, x), "gather": lambda: x.gather(0, i), "scatter": lambda: x.scatter(0, i, torch.tensor(4.)), "scatter_add": lambda: x.scatter_add(0, i, x),
    "logsumexp": lambda: x.logsumexp(0), "unfold": lambda: x.unfold(0, 1, 1), "masked_select": lambda: x.masked_select(torch.tensor(True)), "cumsum": lambda: x.cumsum(0),
    "cumprod": lambda: x.cumprod(0), "sort": lambda: x.sort().values, "softmax": lambda: x.softmax(0), "index_select": lambda: x.index_select(0, j), "take": lambda: x.take(i),
    "flip": lambda: x.flip(0), "roll": lambda: x.roll(1), "norm": lambda: x.norm(dim=0), "max": lambda: x.max(0).values, "median": lambda: x.median(0).values, "kthvalue": lambda: x.kthvalue(1).values,
    "mode": lambda: x.mode().values, "cummax": lambda: x.cummax(0).values, "logcumsumexp": lambda: x.logcumsumexp(0), "amax": lambda: x.amax(0), "std": lambda: x.std(0, correction=0), "mean": lambda: x.mean(0),
    "quantile": lambda: x.quantile(.5), "nansum": lambda: x.nansum(0), "scatter_value": lambda: x.scatter(0, i, 3.), "masked_scatter": lambda: x.masked_scatter(torch.tensor(True), torch.tensor([7.])),
    "flatten": lambda: x.flatten(), "squeeze": lambda: x.squeeze(0), "repeat": lambda: x.repeat(2), "tile": lambda: x.tile(2), "repeat_interleave": lambda: x.repeat_interleave(2), "diag_embed": lambda: x.reshape(1).diag_embed(),
    "take_along_dim": lambda: x.take_along_dim(i, 0), "masked_fill": lambda: x.masked_fill(torch.tensor(True), 6.), "where": lambda: torch.where(torch.tensor(True), x, 1.),
    "var": lambda: x.var(correction=0), "transpose": lambda: x.transpose(0, 0), "t": lambda: x.t(), "movedim": lambda: x.movedim(0, 0), "argsort": lambda: x.argsort(), "nonzero": lambda: x.nonzero(), "unique": lambda: torch.unique(x), "cov": lambda: x.cov(),
}.items():
    try:
        y = f()
        g = torch.autograd.grad(y.sum(), x, allow_unused=True)[0] if y.requires_grad else None
        print(name, y.detach(), g)
    except Exception as e:
        print(name, type(e).__name__, e)

# --- empty
for shape in ((0,), (0, 3), (3, 0)):
    x = torch.ones(shape, requires_grad=True)
    for name, f in {
        "sum": lambda: x.sum(), "sum0": lambda: x.sum(0), "mean": lambda: x.mean(), "mean0": lambda: x.mean(0), "prod": lambda: x.prod(), "prod0": lambda: x.prod(0), "cumsum": lambda: x.cumsum(0), "cumprod": lambda: x.cumprod(0),
        "softmax": lambda: x.softmax(0), "log_softmax": lambda: x.log_softmax(-1), "logsumexp": lambda: x.logsumexp(0), "sort": lambda: x.sort(0).values, "topk": lambda: x.topk(0, 0).values, "flip": lambda: x.flip(0), "roll": lambda: x.roll(1, 0),
        "max": lambda: x.max(), "max0": lambda: x.max(0).values, "argmax": lambda: x.argmax(), "amax": lambda: x.amax(0), "norm": lambda: x.norm(), "norm0": lambda: x.norm(dim=0), "var": lambda: x.var(0), "median": lambda: x.median(),
        "matmul": lambda: x @ torch.ones(x.shape[-1], 2), "t": lambda: x.t() * 1, "cat": lambda: torch.cat([x, x]), "stack": lambda: torch.stack([x, x]), "split": lambda: x.split(1)[0], "unbind": lambda: torch.stack(x.unbind(-1)) if x.shape[-1] else x * 1,
        "gather": lambda: x.gather(0, torch.zeros(shape, dtype=torch.long)), "index": lambda: x[torch.zeros(0, dtype=torch.long)], "index_select": lambda: x.index_select(0, torch.zeros(0, dtype=torch.long)), "mask": lambda: x[x > 0], "masked_select": lambda: x.masked_select(x > 0),
        "cummax": lambda: x.cummax(0).values, "logcumsumexp": lambda: x.logcumsumexp(0), "diff": lambda: x.diff(dim=0), "repeat": lambda: x.repeat(2, *[1] * (x.dim() - 1)), "nonzero": lambda: x.nonzero(), "where": lambda: torch.where(x > 0, x, x * 2), "std": lambda: x.std(),
        "unique": lambda: torch.unique(x), "einsum": lambda: torch.einsum("i...->...", x), "outer": lambda: torch.outer(x.reshape(-1), torch.ones(2)), "trace": lambda: x.trace() if x.dim() == 2 else x.sum(), "tril": lambda: x.tril() if x.dim() == 2 else x * 1, "reshape": lambda: x.reshape(0, 5), "pad": lambda: torch.nn.functional.pad(x, (1, 1)),
        "scatter_add": lambda: x.scatter_add(0, torch.zeros(shape, dtype=torch.long), x), "quantile": lambda: x.quantile(.5), "all": lambda: x.all(), "clamp": lambda: x.clamp(0), "expand": lambda: x.expand(2, *shape), "dist": lambda: x.dist(x), "cosine": lambda: torch.cosine_similarity(x, x, dim=0),
    }.items():
        try:
            y = f()
            g = torch.autograd.grad(y.sum(), x, allow_unused=True)[0] if y.requires_grad else None
            print(shape, name, y.shape, y.sum().item() if y.numel() else "", g if g is None else g.shape)
        except Exception as e:
            print(shape, name, type(e).__name__, str(e).split(".")[0])

# --- empty_matrices
for shape in ((0, 0), (2, 0, 0), (0, 2, 2)):
    A = torch.ones(shape, requires_grad=True)
    for name, f in {"inv": torch.linalg.inv, "det": torch.linalg.det, "cholesky": lambda A: torch.linalg.cholesky(A * 0 + torch.eye(A.shape[-1])), "eigvalsh": torch.linalg.eigvalsh, "svdvals": torch.linalg.svdvals, "pinv": torch.linalg.pinv, "matrix_power": lambda A: torch.linalg.matrix_power(A, 2), "solve": lambda A: torch.linalg.solve(A, A), "qr": lambda A: torch.linalg.qr(A).R, "matrix_exp": torch.linalg.matrix_exp, "slogdet": lambda A: torch.linalg.slogdet(A).logabsdet, "bmm": lambda A: A @ A, "matrix_norm": torch.linalg.matrix_norm}.items():
        try:
            y = f(A)
            g = torch.autograd.grad(y.sum(), A, allow_unused=True)[0]
            print(shape, name, y.shape, g if g is None else g.shape)
        except Exception as e:
            print(shape, name, type(e).__name__, str(e).split(".")[0])

# --- strides_of_none
for x in (torch.zeros(0), torch.zeros(2, 0), torch.zeros(0, 3), torch.zeros(2, 0, 3)):
    x.requires_grad_()
    y = x.exp()
    print(y.stride(), torch.autograd.grad(y.sum(), x)[0].stride(), x.is_contiguous())

# --- taken_apart
x, i = torch.zeros(0), torch.zeros(0, dtype=torch.int64)
print(x.split(0), x.split_with_sizes([]), x.unique_consecutive(), torch.zeros(0, 3).unique_consecutive(dim=0))
print(i // 0, i % 0, torch.trapezoid(x), torch.trapezoid(torch.zeros(2, 0)))
