# --- sgd_step
w = torch.tensor([1., 2.], requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1)
(w ** 2).sum().backward()
opt.step()
print(w)
opt.zero_grad()
print(w.grad)

# --- sgd_repr
w = torch.zeros(2, requires_grad=True)
torch.optim.SGD([w], lr=0.1, momentum=0.9)

# --- all_reprs
w = torch.zeros(2, requires_grad=True)
for cls in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop, torch.optim.Adagrad):
    print(cls([w], lr=0.01))

# --- default_learning_rates
w = torch.zeros(1, requires_grad=True)
[cls([w]).param_groups[0]["lr"] for cls in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop, torch.optim.Adagrad)]

# --- sgd_options
def run(**options):
    w = torch.tensor([0.5, -1., 0.25, 0.75, -0.5], requires_grad=True)
    opt = torch.optim.SGD([w], lr=0.03, **options)
    for _ in range(5):
        opt.zero_grad()
        (w ** 4 - w).sum().backward()
        opt.step()
    print(options, w)
run()
run(momentum=0.9)
run(momentum=0.9, dampening=0.5)
run(momentum=0.9, nesterov=True)
run(weight_decay=0.1)
run(momentum=0.9, weight_decay=0.1, nesterov=True)
run(maximize=True)

# --- adam_options
def run(cls, **options):
    torch.manual_seed(0)
    w = torch.randn(5, requires_grad=True)
    opt = cls([w], lr=0.1, **options)
    for _ in range(7):
        opt.zero_grad()
        (w ** 4 - w).sum().backward()
        opt.step()
    print(options, w)
for cls in (torch.optim.Adam, torch.optim.AdamW):
    run(cls)
    run(cls, betas=(0.5, 0.9), eps=1e-6)
    run(cls, weight_decay=0.1)
    run(cls, amsgrad=True)
    run(cls, maximize=True)

# --- rmsprop_and_adagrad_options
def run(cls, **options):
    torch.manual_seed(0)
    w = torch.randn(5, requires_grad=True)
    opt = cls([w], lr=0.1, **options)
    for _ in range(7):
        opt.zero_grad()
        (w ** 4 - w).sum().backward()
        opt.step()
    print(options, w)
run(torch.optim.RMSprop)
run(torch.optim.RMSprop, alpha=0.9, eps=1e-6)
run(torch.optim.RMSprop, momentum=0.9, weight_decay=0.1)
run(torch.optim.RMSprop, centered=True)
run(torch.optim.Adagrad)
run(torch.optim.Adagrad, lr_decay=0.1, weight_decay=0.1)
run(torch.optim.Adagrad, initial_accumulator_value=1., maximize=True)

# --- exact_bits_of_sgd
w = torch.tensor([0.1, 0.2, 0.3], requires_grad=True)
opt = torch.optim.SGD([w], lr=0.03, momentum=0.9)
for _ in range(3):
    opt.zero_grad()
    (w * torch.tensor([1., 2., 3.])).sum().backward()
    opt.step()
w.tolist()

# --- exact_bits_of_adam
w = torch.tensor([0.1, 0.2, 0.3], requires_grad=True)
opt = torch.optim.Adam([w], lr=0.03)
for i in range(4):
    opt.zero_grad()
    (w * torch.tensor([1., -2., 3.]) * (i + 1)).sum().backward()
    opt.step()
w.tolist()

# --- sgd_by_hand
w = torch.tensor([1., -3.], requires_grad=True)
v = w.detach().clone().requires_grad_()
opt = torch.optim.SGD([w], lr=0.25)
(w ** 2).sum().backward()
opt.step()
(v ** 2).sum().backward()
with torch.no_grad():
    v -= 0.25 * v.grad
torch.equal(w, v), w, v

# --- zero_grad_ways
w = torch.tensor([1.], requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1)
(w * 2).backward()
print(w.grad)
opt.zero_grad(set_to_none=False)
print(w.grad)
opt.zero_grad()
print(w.grad)

# --- forgot_zero_grad
w = torch.tensor([1.], requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1)
for _ in range(3):
    (w * 2).backward()
    opt.step()
    print(w, w.grad)

# --- step_without_backward
w = torch.tensor([1.], requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1)
print(opt.step(), w)

# --- momentum_buffer
w = torch.tensor([1., 2.], requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1, momentum=0.9)
for _ in range(2):
    opt.zero_grad()
    (w * 3).sum().backward()
    opt.step()
print(opt.state[w])
opt.state_dict()

# --- adam_state
w = torch.tensor([1., 2.], requires_grad=True)
opt = torch.optim.Adam([w], lr=0.1)
(w * 3).sum().backward()
opt.step()
print(opt.state[w])
opt.state_dict()

# --- load_state_dict
w = torch.tensor([1., 2.], requires_grad=True)
a = torch.optim.SGD([w], lr=0.1, momentum=0.9)
(w * 3).sum().backward()
a.step()
v = torch.tensor([1., 2.], requires_grad=True)
b = torch.optim.SGD([v], lr=0.5)
b.load_state_dict(a.state_dict())
print(b, b.state[v])

# --- load_state_dict_other_groups
w = torch.zeros(1, requires_grad=True)
v = torch.zeros(1, requires_grad=True)
a = torch.optim.SGD([{"params": [w]}, {"params": [v]}], lr=0.1)
torch.optim.SGD([w], lr=0.1).load_state_dict(a.state_dict())

# --- load_state_dict_other_size
w = torch.zeros(1, requires_grad=True)
v = torch.zeros(1, requires_grad=True)
a = torch.optim.SGD([w, v], lr=0.1)
torch.optim.SGD([w], lr=0.1).load_state_dict(a.state_dict())

# --- param_groups
import torch.nn as nn
model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
opt = torch.optim.SGD([{"params": model[0].parameters()}, {"params": model[1].parameters(), "lr": 0.5}], lr=0.1, momentum=0.9)
print(len(opt.param_groups), [g["lr"] for g in opt.param_groups], [len(g["params"]) for g in opt.param_groups])
opt.param_groups[0]["lr"] = 0.01
opt

# --- add_param_group
w, v = torch.ones(1, requires_grad=True), torch.ones(1, requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1)
opt.add_param_group({"params": v, "lr": 1.})
(w * v).backward()
opt.step()
print(w, v, sorted(opt.param_groups[1]))
opt.add_param_group({"params": [w]})

# --- named_parameters
import torch.nn as nn
model = nn.Linear(1, 1)
opt = torch.optim.SGD(model.named_parameters(), lr=0.1)
opt.param_groups[0]["param_names"], len(opt.param_groups[0]["params"])

# --- closure
w = torch.tensor([2.], requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1)
def closure():
    opt.zero_grad()
    loss = (w ** 2).sum()
    loss.backward()
    return loss
print(opt.step(closure))
w

# --- empty_list
torch.optim.SGD([], lr=0.1)

# --- generator_used_up
import torch.nn as nn
params = nn.Linear(1, 1).parameters()
list(params)
torch.optim.SGD(params, lr=0.1)

# --- a_tensor_instead_of_a_list
torch.optim.SGD(torch.zeros(1, requires_grad=True), lr=0.1)

# --- non_leaf
torch.optim.SGD([torch.zeros(1, requires_grad=True) * 2], lr=0.1)

# --- not_a_tensor
torch.optim.SGD([1.0], lr=0.1)

# --- a_module
import torch.nn as nn
torch.optim.SGD(nn.Linear(1, 1), lr=0.1)

# --- list_of_modules
import torch.nn as nn
torch.optim.SGD([nn.Linear(1, 1)], lr=0.1)

# --- negative_learning_rate
torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=-1)

# --- bad_options
w = torch.zeros(1, requires_grad=True)
for call in (lambda: torch.optim.SGD([w], lr=0.1, momentum=-1), lambda: torch.optim.SGD([w], lr=0.1, weight_decay=-1), lambda: torch.optim.SGD([w], lr=0.1, nesterov=True),
             lambda: torch.optim.Adam([w], betas=(1.5, 0.9)), lambda: torch.optim.Adam([w], betas=(0.5, -1)), lambda: torch.optim.Adam([w], eps=-1), lambda: torch.optim.Adam([w], lr=-1), lambda: torch.optim.Adam([w], weight_decay=-1),
             lambda: torch.optim.AdamW([w], lr=-1), lambda: torch.optim.RMSprop([w], lr=-1), lambda: torch.optim.RMSprop([w], alpha=-1), lambda: torch.optim.RMSprop([w], momentum=-1), lambda: torch.optim.RMSprop([w], eps=-1), lambda: torch.optim.RMSprop([w], weight_decay=-1),
             lambda: torch.optim.Adagrad([w], lr=-1), lambda: torch.optim.Adagrad([w], lr_decay=-1), lambda: torch.optim.Adagrad([w], weight_decay=-1), lambda: torch.optim.Adagrad([w], initial_accumulator_value=-1), lambda: torch.optim.Adagrad([w], eps=-1)):
    try:
        call()
    except ValueError as e:
        print(e)

# --- twice_the_same
w = torch.zeros(1, requires_grad=True)
torch.optim.SGD([w, w], lr=0.1)

# --- unknown_option
torch.optim.SGD([torch.zeros(1, requires_grad=True)], learning_rate=0.1)

# --- frozen_parameters_stay
import torch.nn as nn
layer = nn.Linear(2, 1)
layer.bias.requires_grad_(False)
before = layer.bias.clone()
opt = torch.optim.Adam(layer.parameters(), lr=0.1)
layer(torch.ones(1, 2)).sum().backward()
opt.step()
torch.equal(before, layer.bias), len(opt.state)

# --- step_is_not_recorded
w = torch.tensor([1.], requires_grad=True)
opt = torch.optim.SGD([w], lr=0.5)
w.sum().backward()
v = w._version
opt.step()
w.is_leaf, w.grad_fn, w._version - v

# --- step_between_forward_and_backward
w = torch.tensor([1., 2.], requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1)
y = (w ** 2).sum()
y.backward(retain_graph=True)
opt.step()
y.backward()

# --- float64
w = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
opt = torch.optim.Adam([w], lr=0.1)
for _ in range(3):
    opt.zero_grad()
    (w ** 2).sum().backward()
    opt.step()
w

# --- unknown_optimizer
torch.optim.Sgd

# --- optimizer_hooks
w = torch.tensor([1.], requires_grad=True)
opt = torch.optim.SGD([w], lr=0.5)
handle = opt.register_step_post_hook(lambda o, args, kwargs: print("after", w))
w.sum().backward()
opt.step()
handle.remove()
opt.step()

# --- minimise_a_parabola
x = torch.tensor(5., requires_grad=True)
opt = torch.optim.SGD([x], lr=0.1)
for i in range(5):
    loss = (x - 2) ** 2
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(i, loss.item(), x.item(), x.grad.item())

# --- optimise_two_variables
x = torch.tensor(1.5, requires_grad=True)
y = torch.tensor(-1., requires_grad=True)
opt = torch.optim.Adam([x, y], lr=0.1)
for i in range(20):
    loss = (1 - x) ** 2 + 100 * (y - x ** 2) ** 2
    opt.zero_grad()
    loss.backward()
    opt.step()
print(f"{loss.item():.3f} {x.item():.4f} {y.item():.4f}")

# --- own_optimizer
class Halving(torch.optim.Optimizer):
    def __init__(self, params, lr=0.5):
        super().__init__(params, dict(lr=lr))
    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    p -= group["lr"] * p.grad.sign()
w = torch.tensor([1., -2.], requires_grad=True)
opt = Halving([w])
(w ** 2).sum().backward()
opt.step()
print(w, opt)

# --- zero_grad_after_create_graph
w = torch.tensor([2.], requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1)
(w ** 3).sum().backward(create_graph=True)
print(w.grad)
opt.zero_grad(set_to_none=False)
w.grad

# --- half_parameters
w = torch.tensor([1., 2.], dtype=torch.float16, requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1, momentum=0.9)
for _ in range(2):
    opt.zero_grad()
    (w * w).sum().backward()
    opt.step()
w

# --- parameter_list_of_dicts_is_changed
w = torch.zeros(1, requires_grad=True)
group = {"params": [w]}
torch.optim.SGD([group], lr=0.1)
sorted(group)

# --- set_of_parameters
torch.optim.SGD([{"params": {torch.zeros(1, requires_grad=True)}}], lr=0.1)

# --- betas_of_one
torch.optim.Adam([torch.zeros(1, requires_grad=True)], betas=(1.0, 0.9))

# --- state_of_plain_sgd_is_empty
w, b = torch.ones(2, requires_grad=True), torch.zeros(1, requires_grad=True)
opt = torch.optim.SGD([{"params": [w]}, {"params": [b], "momentum": 0.5}], lr=0.5)
(w.sum() + b.sum()).backward()
opt.step()
print(opt.state_dict())
print(opt.state)

# --- rates_as_tensors
w = torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True)
opt = torch.optim.Adam([w], lr=torch.tensor(0.1))
for _ in range(3):
    w.grad = w.detach() * 2
    opt.step()
print(w.tolist())
try:
    torch.optim.SGD([w], lr=torch.tensor([0.1, 0.2]))
except ValueError as error:
    print(error)
torch.optim.Adam([w], lr=torch.tensor(0.1), foreach=True)

# --- rate_of_text
torch.optim.SGD([torch.ones(1, requires_grad=True)], lr="0.1")

# --- rate_of_text_in_adam
torch.optim.Adam([torch.ones(1, requires_grad=True)], lr="0.1")

# --- step_hooks_see_the_optimizer
w = torch.ones(1, requires_grad=True)
w.grad = torch.ones(1)
opt = torch.optim.SGD([w], lr=0.1)
opt.register_step_pre_hook(lambda o, args, kwargs: print(len(args), args[0] is o, kwargs))
opt.register_step_post_hook(lambda o, args, kwargs: print(len(args), kwargs))
opt.step()
opt.step(lambda: 3.0)

# --- some_named_parameters
w, b = torch.ones(2, requires_grad=True), torch.zeros(1, requires_grad=True)
torch.optim.SGD([("w", w), b], lr=0.1)

# --- clip_value_of_text
torch.nn.utils.clip_grad_value_([torch.ones(2, requires_grad=True)], "a lot")

# --- sgd_without_lr
import torch.nn as nn
m = nn.Linear(2, 1)
opt = torch.optim.SGD(m.parameters())
opt.param_groups[0]["lr"], opt

# --- adam_on_a_layer
import torch.nn as nn
m = nn.Linear(2, 1)
opt = torch.optim.Adam(m.parameters(), lr=1e-2)
before = m.weight.clone()
for _ in range(3):
    opt.zero_grad()
    loss = m(torch.ones(4, 2)).pow(2).mean()
    loss.backward()
    opt.step()
print(loss.item() > 0, (m.weight - before).abs().max())
print(list(opt.state.keys())[0].shape, opt.state_dict()["param_groups"][0]["params"])

# --- learning_rate_as_a_tensor
w = torch.tensor([1.0], requires_grad=True)
opt = torch.optim.SGD([w], lr=torch.tensor(0.1))
(w * 2).backward()
opt.step()
w, opt.param_groups[0]["lr"]
