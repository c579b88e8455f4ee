# --- nan_in_sqrt
x = torch.tensor(0., requires_grad=True)
with torch.autograd.detect_anomaly():
    y = torch.sqrt(x) * 0
    y.backward()

# --- nan_in_log_times_zero
x = torch.tensor([0., 1.], requires_grad=True)
with torch.autograd.set_detect_anomaly(True):
    y = (torch.log(x) * 0).sum()
    y.backward()

# --- warning_on_entering
with torch.autograd.detect_anomaly():
    print("시작")

# --- set_detect_anomaly_warns_nothing
with torch.autograd.set_detect_anomaly(True):
    print(torch.is_anomaly_enabled(), torch.is_anomaly_check_nan_enabled())
torch.is_anomaly_enabled()

# --- check_nan_false
x = torch.tensor(0., requires_grad=True)
with torch.autograd.detect_anomaly(check_nan=False):
    y = torch.sqrt(x) * 0
    y.backward()
x.grad

# --- without_anomaly_nan_is_silent
x = torch.tensor(0., requires_grad=True)
(torch.sqrt(x) * 0).backward()
x.grad

# --- custom_function_error_traceback
class MyFunc(torch.autograd.Function):
    @staticmethod
    def forward(ctx, inp):
        return inp.clone()

    @staticmethod
    def backward(ctx, gO):
        raise RuntimeError("Some error in backward")

def run_fn(a):
    out = MyFunc.apply(a)
    return out.sum()

with torch.autograd.set_detect_anomaly(True):
    inp = torch.ones(3, requires_grad=True)
    out = run_fn(inp)
    out.backward()

# --- inplace_error_traceback
x = torch.tensor([1., 2.], requires_grad=True)
with torch.autograd.set_detect_anomaly(True):
    y = x.exp()
    z = y * 2
    y.add_(1)
    z.sum().backward()

# --- inplace_exp_is_found
x = torch.tensor([1., 2.], requires_grad=True)
with torch.autograd.set_detect_anomaly(True):
    y = x.exp()
    y.add_(1)
    y.sum().backward()

# --- nan_inside_function
def normalise(v):
    return v / v.norm()

x = torch.zeros(2, requires_grad=True)
with torch.autograd.set_detect_anomaly(True):
    out = normalise(x).sum()
    out.backward()

# --- where_with_nan
x = torch.tensor([0., 4.], requires_grad=True)
with torch.autograd.set_detect_anomaly(True):
    y = torch.where(x > 0, torch.sqrt(x), torch.zeros_like(x)).sum()
    y.backward()

# --- anomaly_without_forward_info
x = torch.tensor(0., requires_grad=True)
y = torch.sqrt(x) * 0
with torch.autograd.set_detect_anomaly(True):
    y.backward()

# --- global_switch
torch.autograd.set_detect_anomaly(True)
x = torch.tensor([0.], requires_grad=True)
loss = (0 / x * x).sum()
loss.backward()

# --- nan_in_custom_function
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g * float("nan")

x = torch.ones(1, requires_grad=True)
with torch.autograd.set_detect_anomaly(True):
    Bad.apply(x).backward()

# --- double_backward_nan
x = torch.tensor(0., requires_grad=True)
with torch.autograd.set_detect_anomaly(True):
    g, = torch.autograd.grad(x ** 1.5, x, create_graph=True)
    print(g)
    (g * 0).backward()

# --- switch_needs_a_bool
torch.autograd.set_detect_anomaly("on")

# --- zero_times_infinity_in_a_product
torch.autograd.set_detect_anomaly(True)
w = torch.tensor([[1.0, 2.0]], requires_grad=True)
((w @ torch.tensor([[float("inf")], [1.0]])) * 0).sum().backward()

# --- nodes_keep_where_they_were_made
def root(x):
    return x.sqrt()
x = torch.tensor(4., requires_grad=True)
print(root(x).grad_fn.metadata)
with torch.autograd.set_detect_anomaly(True):
    kept = root(x).grad_fn.metadata
print(list(kept), kept["traceback_"][-1].splitlines()[-1])
# --- its_warning_as_an_error
import sys
import warnings

x = torch.ones(2, requires_grad=True)
with warnings.catch_warnings(), torch.autograd.set_detect_anomaly(True):
    warnings.simplefilter("error")
    y = x + 1
    z = y**2
    y.add_(1)
    z.sum().backward()
