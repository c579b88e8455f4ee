# --- no_grad_context
x = torch.tensor([1., 2.], requires_grad=True)
with torch.no_grad():
    y = x * 2
    print(torch.is_grad_enabled())
print(torch.is_grad_enabled())
y, y.requires_grad, y.grad_fn, y.is_leaf

# --- no_grad_decorator
@torch.no_grad()
def predict(x):
    """예측값을 돌려줍니다."""
    return x * 3

x = torch.tensor(2., requires_grad=True)
print(predict(x), predict.__name__, predict.__doc__)

# --- no_grad_decorator_without_call
@torch.no_grad
def predict(x):
    return x * 3

x = torch.tensor(2., requires_grad=True)
print(predict(x).requires_grad)

# --- enable_grad_inside_no_grad
x = torch.tensor(3., requires_grad=True)
with torch.no_grad():
    with torch.enable_grad():
        y = x ** 2
    z = x ** 2
print(y)
print(z)
y.backward()
x.grad

# --- enable_grad_decorator
@torch.enable_grad()
def square(x):
    return x ** 2

x = torch.tensor(3., requires_grad=True)
with torch.no_grad():
    y = square(x)
y

# --- set_grad_enabled_context
x = torch.tensor(1., requires_grad=True)
for train in (True, False):
    with torch.set_grad_enabled(train):
        y = x * 2
    print(train, y.requires_grad, y)

# --- set_grad_enabled_function
x = torch.tensor(1., requires_grad=True)
torch.set_grad_enabled(False)
y = x * 2
print(y.requires_grad)
torch.set_grad_enabled(True)
y = x * 2
print(y.requires_grad)

# --- set_grad_enabled_decorator
@torch.set_grad_enabled(False)
def f(x):
    return x * 2

print(torch.is_grad_enabled())
f(torch.ones(2, requires_grad=True))

# --- inference_mode_context
x = torch.ones(2, requires_grad=True)
with torch.inference_mode():
    y = x * 2
    print(torch.is_inference_mode_enabled(), torch.is_grad_enabled())
print(y.is_inference(), y.requires_grad, x.is_inference())
y

# --- inference_mode_decorator
@torch.inference_mode()
def f(x):
    return x + 1
y = f(torch.zeros(2, requires_grad=True))
y, y.is_inference()

# --- inference_mode_false
x = torch.ones(2, requires_grad=True)
with torch.inference_mode(False):
    y = x * 2
y

# --- inference_mode_save_error
with torch.inference_mode():
    y = torch.ones(2)
w = torch.ones(2, requires_grad=True)
z = w * y

# --- inference_mode_save_error_pow
with torch.inference_mode():
    x = torch.tensor(3.)
w = torch.tensor(2., requires_grad=True)
(x ** 2 * w)

# --- inference_tensor_add_is_allowed
with torch.inference_mode():
    x = torch.ones(2)
w = torch.ones(2, requires_grad=True)
(x + w).sum().backward()
w.grad

# --- inference_tensor_inplace_error
with torch.inference_mode():
    x = torch.ones(2)
x.add_(1)

# --- inference_tensor_inplace_inside
with torch.inference_mode():
    x = torch.ones(2)
    x.add_(1)
    x[0] = 5
x

# --- inference_tensor_requires_grad_error
with torch.inference_mode():
    x = torch.ones(2)
x.requires_grad_()

# --- inference_tensor_requires_grad_assignment
with torch.inference_mode():
    x = torch.ones(2)
x.requires_grad = True

# --- inference_tensor_clone_is_normal
with torch.inference_mode():
    x = torch.ones(2)
y = x.clone()
y.requires_grad_()
(y * 2).sum().backward()
y.is_inference(), y.grad

# --- inference_tensor_version
with torch.inference_mode():
    x = torch.ones(2)
x._version

# --- inference_mode_inplace_on_normal
x = torch.ones(2)
with torch.inference_mode():
    x.mul_(3)
x, x._version, x.is_inference()

# --- no_grad_inplace_on_leaf
w = torch.tensor([1., 2.], requires_grad=True)
loss = (w ** 2).sum()
loss.backward()
with torch.no_grad():
    w -= 0.1 * w.grad
print(w, w._version)

# --- no_grad_out_of_place_makes_new_tensor
w = torch.tensor([1., 2.], requires_grad=True)
with torch.no_grad():
    w = w - 0.1
print(w, w.requires_grad)

# --- no_grad_factory_with_requires_grad
with torch.no_grad():
    x = torch.tensor([1.], requires_grad=True)
    y = x * 2
print(x, y)

# --- no_grad_view
x = torch.ones(3, requires_grad=True)
with torch.no_grad():
    v = x[:2]
    v.fill_(7)
print(x, v, v.requires_grad)

# --- no_grad_view_then_inplace_outside
x = torch.ones(3, requires_grad=True).clone()
with torch.no_grad():
    v = x[:2]
v.mul_(2)

# --- no_grad_generator_is_per_call
@torch.no_grad()
def numbers(x):
    for i in range(2):
        yield x * i

for y in numbers(torch.ones(1, requires_grad=True)):
    print(y, torch.is_grad_enabled())

# --- no_grad_restores_after_error
try:
    with torch.no_grad():
        raise ValueError("중간에 멈춤")
except ValueError as e:
    print(e)
torch.is_grad_enabled()

# --- no_grad_backward_error
x = torch.tensor(1., requires_grad=True)
with torch.no_grad():
    y = x ** 2
y.backward()

# --- backward_inside_no_grad
x = torch.tensor(3., requires_grad=True)
y = x ** 2
with torch.no_grad():
    y.backward()
x.grad

# --- is_grad_enabled_nested
print(torch.is_grad_enabled())
with torch.no_grad():
    print(torch.is_grad_enabled())
    with torch.set_grad_enabled(True):
        print(torch.is_grad_enabled())
    print(torch.is_grad_enabled())

# --- no_grad_detach_requires_grad_later
with torch.no_grad():
    x = torch.tensor([1., 2.])
x.requires_grad_(True)
x.sum().backward()
x.grad

# --- repr_of_no_grad
with torch.no_grad() as ctx:
    print(ctx)
type(torch.no_grad()), type(torch.enable_grad())

# --- inference_mode_view_of_normal
x = torch.ones(3)
with torch.inference_mode():
    v = x[:2]
print(v.is_inference(), v._base is None)
v.add_(1)
x

# --- set_grad_enabled_type_error
torch.set_grad_enabled()

# --- requires_grad_change_in_no_grad
x = torch.ones(2, requires_grad=True)
y = x * 2
with torch.no_grad():
    y.requires_grad = False

# --- decorated_class_warning
@torch.no_grad()
class Model:
    def __init__(self):
        print(torch.is_grad_enabled())
Model()
None

# --- view_made_without_recording
for x in (torch.ones(4, requires_grad=True), torch.ones(4, requires_grad=True) * 1, torch.ones(4)):
    for switch in (torch.no_grad, torch.inference_mode):
        with switch():
            v, (p, q) = x.view(2, 2), x.split(2)
        for t in (v, v[0], p):
            try:
                t.mul_(torch.ones(1, requires_grad=True))
            except RuntimeError as error:
                print(error)

# --- view_made_without_recording_after_its_base_changed
x = torch.ones(4, requires_grad=True) * 1
with torch.no_grad():
    v = x.view(2, 2)
with torch.inference_mode():
    w = x.view(2, 2)
z = v[0]
x.add_(1)
for t in (v, w, z):
    print(t)
    try:
        t.grad_fn
    except RuntimeError as error:
        print(error)

# --- detached_in_inference_mode
x = torch.ones(2, requires_grad=True)
with torch.inference_mode():
    d, e, p, c = x.detach(), x.data, torch.nn.Parameter(x), x.clone()
print([t.is_inference() for t in (d, e, p, c)])
d.add_(1)
print(x, (d * x).sum())
c.data.is_inference()

# --- recording_asked_for_in_inference_mode
x = torch.ones(2, requires_grad=True)
with torch.inference_mode():
    with torch.enable_grad():
        print(torch.is_grad_enabled(), x * 2)
    with torch.set_grad_enabled(True):
        print(torch.is_grad_enabled(), x * 2)
    with torch.inference_mode(False):
        print(torch.is_grad_enabled(), x * 2)
    print(torch.is_grad_enabled(), torch.is_inference_mode_enabled())
with torch.no_grad(), torch.inference_mode(False):
    print(torch.is_grad_enabled(), x * 2)
torch.is_grad_enabled()

# --- func_grad_in_inference_mode
with torch.inference_mode():
    print(torch.func.grad(lambda t: (t**2).sum())(torch.ones(2)))

# --- switch_needs_a_bool
s = torch.set_grad_enabled(False)
print(s.prev, s.mode, torch.is_grad_enabled())
torch.set_grad_enabled(0)

# --- generator_without_recording
@torch.no_grad()
def numbers():
    try:
        said = yield 1
        print(said, torch.is_grad_enabled())
        yield 2
    except ValueError as error:
        print("caught", error, torch.is_grad_enabled())
        yield 3
    finally:
        print("closed", torch.is_grad_enabled())


g = numbers()
print(next(g), g.send("hello"), g.throw(ValueError("oh")))
g.close()
torch.is_grad_enabled()

# --- decorated_class_is_a_function
@torch.no_grad()
class A:
    def __init__(self):
        self.x = torch.ones(2, requires_grad=True) * 2


print(A, A().x)
isinstance(A(), A)

# --- leaf_frozen_after_its_use
x = torch.ones(2, requires_grad=True)
y = (x * 3).sum()
x.requires_grad_(False)
y.backward()
x.grad

# --- set_grad_enabled_repr
torch.set_grad_enabled(True)

# --- inference_mode_as_decorator
@torch.inference_mode
def f(x):
    return x * 2
f(torch.ones(1, requires_grad=True)).is_inference()

# --- inference_tensor_as_grad_1
x = torch.tensor([1., 2.], requires_grad=True)
with torch.inference_mode():
    x.grad = torch.ones(2)
(x * 2).sum().backward()

# --- inference_tensor_as_grad_2
x = torch.tensor([1., 2.], requires_grad=True)
with torch.inference_mode():
    x.grad = torch.ones(2)
with torch.inference_mode():
    x.grad += 1
x.grad = None
(x * 2).sum().backward()
print(x.grad)

# --- inference_tensor_as_grad_3
x = torch.tensor([1., 2.], requires_grad=True)
(x * 2).sum().backward()
with torch.inference_mode():
    x.grad.zero_()
(x * 2).sum().backward()
print(x.grad)

# --- inference_leaf_1
with torch.inference_mode():
    w = torch.ones(2, requires_grad=True)
print(w.requires_grad, w.is_leaf, w.is_inference())
y = (w * 2).sum()
print(y)
y.backward()

# --- inference_leaf_2
with torch.inference_mode():
    w = torch.ones(2, requires_grad=True)
v = torch.ones(2, requires_grad=True)
(w * v).sum().backward()

# --- inference_leaf_3
with torch.inference_mode():
    w = torch.nn.Linear(2, 1)
x = torch.ones(2)
print(w(x))

# --- inference_leaf_5
with torch.inference_mode():
    w = torch.ones(2, requires_grad=True)
v = torch.ones(2, requires_grad=True)
y = w + v
print(y)
y.sum().backward()
print(v.grad, w.grad)

# --- set_grad_enabled
torch.set_grad_enabled()

# --- is_inference
print(torch.is_inference(torch.ones(2)))
with torch.inference_mode():
    x = torch.ones(2)
print(torch.is_inference(x), x.is_inference(), torch.ones(1).is_inference())
