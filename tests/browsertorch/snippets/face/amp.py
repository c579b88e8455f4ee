# --- on_a_computer_without_a_gpu
import torch.cuda.amp
scaler, old = torch.amp.GradScaler(), torch.cuda.amp.GradScaler()
p = torch.nn.Parameter(torch.ones(2))
optimizer = torch.optim.SGD([p], 0.5)
with torch.autocast("cuda"), torch.cuda.amp.autocast(), torch.autocast("cpu", enabled=False):
    loss = (p * 2).sum()
scaler.scale(loss).backward()
scaler.unscale_(optimizer)
scaler.step(optimizer)
scaler.update()
print(p, scaler.is_enabled(), scaler.get_scale(), scaler.state_dict(), old.is_enabled(), torch.is_autocast_enabled(), type(scaler).__module__)

# --- scaling
p = torch.nn.Parameter(torch.ones(2))
optimizer = torch.optim.SGD([p], 0.5)
scaler = torch.amp.GradScaler("cpu", growth_interval=2)
def backward(factor=1.0):
    optimizer.zero_grad()
    scaler.scale((p * factor).sum()).backward()
backward()
print(p.grad)
scaler.unscale_(optimizer)
print(p.grad)
for again in (scaler.unscale_, scaler.step, scaler.step, scaler.unscale_):
    try:
        again(optimizer)
    except RuntimeError as e:
        print(e)
scaler.update()
print(p, scaler.state_dict())
for factor in (float("inf"), 1.0, 1.0, float("nan")):
    backward(factor)
    scaler.step(optimizer)
    scaler.update()
    print(factor, p.tolist(), scaler.get_scale())
other = torch.amp.GradScaler("cpu")
other.load_state_dict(scaler.state_dict())
print(other.get_scale(), other.scale([torch.ones(1), torch.ones(1)]))

# --- mistakes
p = torch.nn.Parameter(torch.ones(2))
optimizer, scaler = torch.optim.SGD([p], 0.5), torch.amp.GradScaler("cpu")
for f in (lambda: scaler.unscale_(optimizer), lambda: scaler.update(), lambda: torch.autocast(3), lambda: torch.amp.GradScaler("cpu", growth_factor=1.0), lambda: scaler.scale(3),
          lambda: scaler.load_state_dict({}), lambda: scaler.step(optimizer, closure=lambda: 0)):
    try:
        f()
    except (AssertionError, ValueError, RuntimeError) as e:
        print(type(e).__name__, str(e)[:120])

# --- decorator
@torch.autocast("cuda", enabled=False)
def double(x):
    return x * 2
print(double(torch.ones(1)), double.__name__, torch.amp.is_autocast_available("cuda"))
