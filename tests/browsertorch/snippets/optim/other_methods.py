# --- each
for name, options in [("Adadelta", {}), ("Adamax", dict(lr=0.1)), ("NAdam", dict(lr=0.1)), ("RAdam", dict(lr=0.01)), ("Rprop", dict(lr=0.1)), ("ASGD", dict(lr=0.01))]:
    x = torch.tensor([-1.5, 2.0], requires_grad=True)
    optimizer = getattr(torch.optim, name)([x], **options)
    for _ in range(8):
        optimizer.zero_grad()
        ((x - torch.tensor([1.0, -1.0])) ** 2).sum().backward()
        optimizer.step()
    print(name, [f"{v:.3f}" for v in x.tolist()], sorted(optimizer.state[x]), type(optimizer).__module__)
print(optimizer)

# --- options
def after(name, **options):
    x = torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True)
    optimizer = getattr(torch.optim, name)([x], lr=0.1, **options)
    for _ in range(8):
        optimizer.zero_grad()
        (x ** 4).sum().backward()
        optimizer.step()
    print(name, options, [f"{v:.4f}" for v in x.tolist()])
after("Adadelta", rho=0.5, weight_decay=0.1)
after("Adamax", betas=(0.5, 0.9), maximize=True)
after("NAdam", decoupled_weight_decay=True, weight_decay=0.1)
after("RAdam", weight_decay=0.1)
after("RAdam", decoupled_weight_decay=True, weight_decay=0.1)
after("Rprop", etas=(0.4, 1.1), step_sizes=(1e-3, 0.3))
after("ASGD", t0=2, lambd=0.1)

# --- mistakes
x = torch.ones(1, requires_grad=True)
for name, options in [("Adadelta", dict(lr=-1)), ("Adadelta", dict(rho=2)), ("Adamax", dict(betas=(1.0, 0.9))), ("NAdam", dict(momentum_decay=-1)), ("RAdam", dict(eps=-1)),
                      ("Rprop", dict(etas=(1.5, 2))), ("ASGD", dict(weight_decay=-1)), ("LBFGS", dict(lr=-1)), ("Adamax", dict(lr=torch.ones(2)))]:
    try:
        getattr(torch.optim, name)([x], **options)
    except ValueError as e:
        print(name, e)
try:
    torch.optim.LBFGS([{"params": [x]}, {"params": [torch.ones(1, requires_grad=True)]}])
except ValueError as e:
    print(e)

# --- lbfgs
x = torch.tensor([-1.5, 2.0], dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.LBFGS([x], max_iter=4, line_search_fn="strong_wolfe")
def closure():
    optimizer.zero_grad()
    loss = (1 - x[0]) ** 2 + 10 * (x[1] - x[0] ** 2) ** 2
    loss.backward()
    return loss
for _ in range(4):
    print(f"{optimizer.step(closure).item():.3f}")
print(optimizer.state[x]["n_iter"], optimizer.state[x]["func_evals"], [f"{v:.2f}" for v in x.tolist()], optimizer)

# --- lbfgs_without_search
x = torch.tensor([3.0, -4.0], requires_grad=True)
optimizer = torch.optim.LBFGS([x], lr=0.5)
def closure():
    optimizer.zero_grad()
    loss = (x ** 2).sum()
    loss.backward()
    return loss
print([f"{optimizer.step(closure).item():.3f}" for _ in range(2)])
optimizer = torch.optim.LBFGS([x], line_search_fn="other")
try:
    x.data.fill_(1.0)
    optimizer.step(closure)
except RuntimeError as e:
    print(e)
