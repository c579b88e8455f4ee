# --- step_lr
w = torch.zeros(1, requires_grad=True)
opt = torch.optim.SGD([w], lr=1.)
scheduler = torch.optim.lr_scheduler.StepLR(opt, step_size=2, gamma=0.1)
for _ in range(5):
    opt.step()
    scheduler.step()
    print(opt.param_groups[0]["lr"], scheduler.get_last_lr())

# --- other_schedulers
from torch.optim import lr_scheduler
for make in (lambda o: lr_scheduler.ExponentialLR(o, gamma=0.5), lambda o: lr_scheduler.LambdaLR(o, lambda e: 1 / (e + 1)), lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=4), lambda o: lr_scheduler.MultiStepLR(o, [1, 3], gamma=0.1), lambda o: lr_scheduler.LinearLR(o, total_iters=3), lambda o: lr_scheduler.ConstantLR(o, total_iters=2)):
    opt = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.8)
    scheduler = make(opt)
    rates = []
    for _ in range(5):
        opt.step()
        scheduler.step()
        rates.append(round(opt.param_groups[0]["lr"], 6))
    print(type(scheduler).__name__, rates)

# --- scheduler_before_optimizer
opt = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.)
scheduler = torch.optim.lr_scheduler.ExponentialLR(opt, gamma=0.5)
scheduler.step()
opt.step()
opt.param_groups[0]["lr"]

# --- scheduler_in_repr
opt = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.)
scheduler = torch.optim.lr_scheduler.StepLR(opt, 1)
print(opt)
scheduler.state_dict()["last_epoch"]

# --- reduce_on_plateau
opt = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, patience=1, factor=0.5)
for loss in (1., 1., 1., 0.5, 0.6, 0.7, 0.8):
    scheduler.step(loss)
    print(opt.param_groups[0]["lr"])

# --- own_scheduler
class Down(torch.optim.lr_scheduler.LRScheduler):
    def get_lr(self):
        return [base / (1 + self.last_epoch) for base in self.base_lrs]
opt = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.)
scheduler = Down(opt)
for _ in range(3):
    opt.step()
    scheduler.step()
    print(scheduler.get_last_lr())

# --- scheduler_state
opt = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.)
a = torch.optim.lr_scheduler.ExponentialLR(opt, gamma=0.5)
opt.step()
a.step()
b = torch.optim.lr_scheduler.ExponentialLR(opt, gamma=0.1)
b.load_state_dict(a.state_dict())
b.gamma, b.last_epoch, b.base_lrs

# --- scheduler_of_no_optimizer
torch.optim.lr_scheduler.ExponentialLR(3, gamma=0.5)

# --- cosine_down_and_up
opt = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=3, eta_min=0.1)
rates = []
for _ in range(8):
    opt.step()
    scheduler.step()
    rates.append(opt.param_groups[0]["lr"])
rates

# --- states_of_schedulers
w = torch.ones(2, requires_grad=True)
for make in (lambda o: torch.optim.lr_scheduler.StepLR(o, 2), lambda o: torch.optim.lr_scheduler.LambdaLR(o, lambda e: 0.5**e),
             lambda o: torch.optim.lr_scheduler.ReduceLROnPlateau(o, "max", patience=1)):
    scheduler = make(torch.optim.SGD([w], lr=0.5))
    print(scheduler.state_dict())

# --- plateau_of_accuracy
opt = torch.optim.SGD([torch.ones(2, requires_grad=True)], lr=0.5)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, "max", factor=0.5, patience=1)
for accuracy in (0.5, 0.6, 0.60003, 0.6, 0.6, 0.6):
    scheduler.step(accuracy)
    print(scheduler.get_last_lr(), scheduler.best, scheduler.num_bad_epochs)

# --- scheduler_told_the_epoch
for kind, options in (("StepLR", (2,)), ("MultiStepLR", ([1, 3],)), ("ExponentialLR", (0.5,)), ("LinearLR", ()), ("ConstantLR", ()),
                      ("CosineAnnealingLR", (4,)), ("LambdaLR", (lambda e: 1 / (e + 1),))):
    opt = torch.optim.SGD([torch.ones(2, requires_grad=True)], lr=0.5)
    scheduler = getattr(torch.optim.lr_scheduler, kind)(opt, *options)
    opt.step()
    scheduler.step(3)
    print(kind, scheduler.get_last_lr(), scheduler.last_epoch)

# --- get_lr_outside_of_step
opt = torch.optim.SGD([torch.ones(2, requires_grad=True)], lr=0.5)
print(torch.optim.lr_scheduler.ExponentialLR(opt, 0.5).get_lr())

# --- scheduler_resumed_without_initial_rate
opt = torch.optim.SGD([torch.ones(2, requires_grad=True)], lr=0.5)
torch.optim.lr_scheduler.StepLR(opt, 2, last_epoch=0)

# --- scheduler_wrong
from torch import optim
o = optim.SGD([torch.ones(1, requires_grad=True)], lr=.1)
L = optim.lr_scheduler
for f in (lambda: L.LambdaLR(o, [abs, abs]), lambda: L.ConstantLR(o, factor=2.), lambda: L.LinearLR(o, start_factor=0.), lambda: L.LinearLR(o, end_factor=2.),
          lambda: L.ReduceLROnPlateau(o, factor=1.), lambda: L.ReduceLROnPlateau(o, mode="x"), lambda: L.ReduceLROnPlateau(o, threshold_mode="x"),
          lambda: optim.SGD([3]), lambda: o.add_param_group(3)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)

# --- plateau_with_cooldown
from torch import optim
o = optim.SGD([torch.ones(1, requires_grad=True)], lr=1.)
s = optim.lr_scheduler.ReduceLROnPlateau(o, patience=0, cooldown=2)
for _ in range(6):
    s.step(1.)
    print(o.param_groups[0]["lr"])

# --- up_and_down
from torch.optim import lr_scheduler
def rates(make, steps=7, momentum=0.9):
    optimizer = torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=0.1, momentum=momentum)
    scheduler, seen = make(optimizer), []
    for _ in range(steps):
        seen.append(f"{optimizer.param_groups[0]['lr']:.5f}/{optimizer.param_groups[0]['momentum']:.3f}")
        optimizer.step()
        scheduler.step()
    print(type(scheduler).__name__, seen, f"{scheduler.get_last_lr()[0]:.5f}")
rates(lambda o: lr_scheduler.MultiplicativeLR(o, lambda epoch: 0.9))
rates(lambda o: lr_scheduler.PolynomialLR(o, 4, 2.0))
rates(lambda o: lr_scheduler.CosineAnnealingWarmRestarts(o, 2, 2, 0.01))
rates(lambda o: lr_scheduler.CyclicLR(o, 0.01, 0.1, 2))
rates(lambda o: lr_scheduler.CyclicLR(o, 0.01, 0.1, 2, 3, mode="triangular2"))
rates(lambda o: lr_scheduler.CyclicLR(o, 0.01, 0.1, 2, mode="exp_range", gamma=0.9, cycle_momentum=False))
rates(lambda o: lr_scheduler.CyclicLR(o, 0.01, 0.1, 2, scale_fn=lambda x: 1 / x, scale_mode="cycle"))
rates(lambda o: lr_scheduler.OneCycleLR(o, 0.5, total_steps=8))
rates(lambda o: lr_scheduler.OneCycleLR(o, 0.5, epochs=4, steps_per_epoch=2, anneal_strategy="linear", three_phase=True))

# --- made_of_others
from torch.optim import lr_scheduler
def rates(make):
    optimizer = torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=0.1)
    scheduler, seen = make(optimizer), []
    for _ in range(6):
        seen.append(f"{optimizer.param_groups[0]['lr']:.5f}")
        optimizer.step()
        scheduler.step()
    print(type(scheduler).__name__, seen)
    return scheduler
s = rates(lambda o: lr_scheduler.SequentialLR(o, [lr_scheduler.LinearLR(o, 0.1, total_iters=2), lr_scheduler.ExponentialLR(o, 0.5)], [2]))
print(s.state_dict()["last_epoch"], len(s.state_dict()["_schedulers"]))
rates(lambda o: lr_scheduler.SequentialLR(o, [lr_scheduler.ConstantLR(o, 0.5, 1), lr_scheduler.StepLR(o, 1, 0.5), lr_scheduler.CosineAnnealingLR(o, 4)], [1, 3]))
rates(lambda o: lr_scheduler.ChainedScheduler([lr_scheduler.ConstantLR(o, 0.1, 2), lr_scheduler.ExponentialLR(o, 0.9)]))
o = torch.optim.Adam([torch.ones(1, requires_grad=True)], lr=0.1)
s = lr_scheduler.CosineAnnealingWarmRestarts(o, 3)
for epoch in (0, 0.5, 2.5, 3.25, 7):
    s.step(epoch)
    print(f"{o.param_groups[0]['lr']:.5f}", s.T_cur, s.T_i)

# --- mistakes_of_up_and_down
from torch.optim import lr_scheduler
o, p = (torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=0.1) for _ in range(2))
for make in (lambda: lr_scheduler.OneCycleLR(o, 0.1), lambda: lr_scheduler.OneCycleLR(o, 0.1, total_steps=0), lambda: lr_scheduler.OneCycleLR(o, 0.1, epochs=-1, steps_per_epoch=2),
             lambda: lr_scheduler.OneCycleLR(o, 0.1, 5, pct_start=2), lambda: lr_scheduler.OneCycleLR(o, 0.1, 5, anneal_strategy="up"), lambda: lr_scheduler.CyclicLR(o, 0.1, 1, mode="up"),
             lambda: lr_scheduler.CyclicLR(torch.optim.Adagrad([torch.ones(1, requires_grad=True)]), 0.1, 1), lambda: lr_scheduler.CosineAnnealingWarmRestarts(o, 0),
             lambda: lr_scheduler.CosineAnnealingWarmRestarts(o, 1, 0), lambda: lr_scheduler.MultiplicativeLR(o, 3), lambda: lr_scheduler.ChainedScheduler([]),
             lambda: lr_scheduler.SequentialLR(o, [lr_scheduler.StepLR(o, 1)], [1]), lambda: lr_scheduler.SequentialLR(o, [lr_scheduler.StepLR(p, 1)], [])):
    try:
        make()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
