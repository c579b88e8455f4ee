# --- leaf_nodes_have_a_class
x = torch.ones(2, requires_grad=True)
y = (x * 3).sum()
end = y.grad_fn.next_functions[0][0].next_functions[0][0]
print(isinstance(end, torch._C._functions.AccumulateGrad), end.name())
# --- what_a_node_is
x = torch.ones(2, requires_grad=True)
Node = torch.autograd.graph.Node


class Twice(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        print("ctx", isinstance(ctx, Node))
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g * 2


y = Twice.apply(x.exp())
for node in (y.grad_fn, y.grad_fn.next_functions[0][0], None, 3, Node):
    print(isinstance(node, Node))
print(issubclass(Node, Node), issubclass(type(y.grad_fn), Node), Node in type(y.grad_fn).__mro__, Node)
print(issubclass(type(y.grad_fn), torch.autograd.function.BackwardCFunction))
# --- no_saved_tensor_by_hand
torch.autograd.SavedTensor()
# --- saved_tensors_of_a_function
class Keep(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x, None)
        return x * 1

    @staticmethod
    def backward(ctx, g):
        return g


def says(f):
    try:
        print(f())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, str(error).splitlines()[0])


y = Keep.apply(torch.ones(2, requires_grad=True))
first, second = y.grad_fn._raw_saved_tensors
print(isinstance(first, torch._C._autograd.SavedTensor), isinstance(second, torch.autograd.SavedTensor))
says(lambda: second.register_hooks(lambda t: t, lambda t: t))
says(lambda: first.register_hooks(lambda t: t))
says(lambda: first.register_hooks(1, 2))
says(lambda: first.register_hooks(lambda t: t, lambda t: t))
says(lambda: first.register_hooks(lambda t: t, lambda t: t))
y.sum().backward()
says(lambda: y.grad_fn._raw_saved_tensors)
# --- a_gradient_that_is_none
x = torch.ones(2, requires_grad=True)
y = torch._C._functions.UndefinedGrad()(x * 2)
print(y.grad_fn.name())
y.sum().backward()
print(x.grad)
# --- an_error_on_the_way_back
x, z = torch.ones(2, requires_grad=True), torch.ones(2, requires_grad=True)
bad = torch._C._functions.DelayedError("여기서 멈춥니다", 1)(z)
print(bad.grad_fn.name())
print(torch.autograd.grad((x * 2 + bad).sum(), x))
(x * 2 + bad).sum().backward()
# --- which_node_runs
x = torch.ones(2, requires_grad=True)
y = x.exp()
y.register_hook(lambda g: print(torch._C._current_autograd_node() is not None))
print(torch._C._current_autograd_node(), torch._C._current_graph_task_id())
y.sin().sum().backward()
# --- will_it_run
x = torch.ones(2, requires_grad=True)
z = torch.ones(2, requires_grad=True)
y = x * z
w = y.sin()
w.register_hook(lambda g: print([torch._C._will_engine_execute_node(n) for n in (y.grad_fn, w.grad_fn, other.grad_fn)]))
other = y.cos()
w.sum().backward(retain_graph=True)
torch.autograd.grad(w.sum(), y)
torch._C._will_engine_execute_node(w)
# --- will_it_run_outside
x = torch.ones(2, requires_grad=True)
torch._C._will_engine_execute_node(x.exp().grad_fn)
# --- passes_are_counted
x = torch.ones(2, requires_grad=True).exp()
seen = []
x.register_hook(lambda g: seen.append(torch._C._current_graph_task_id()))
for _ in range(3):
    x.sum().backward(retain_graph=True)
print([b - a for a, b in zip(seen, seen[1:])])
# --- order_of_a_pass
def show(g):
    print([node.name() for node in torch._C._current_graph_task_execution_order()])


x, z = torch.tensor(1.0, requires_grad=True), torch.tensor(2.0, requires_grad=True)
y = x.cos() * z.sin()
y.register_hook(show)
with torch.autograd.set_multithreading_enabled(False):
    y.backward(retain_graph=True)
    torch.autograd.grad(y, z, retain_graph=True)
    print(torch.autograd.is_multithreading_enabled())
print(torch.autograd.is_multithreading_enabled())
torch._C._current_graph_task_execution_order()
# --- is_the_graph_kept
x = torch.ones(2, requires_grad=True).exp()
x.register_hook(lambda g: print(torch._C._autograd._get_current_graph_task_keep_graph()))
x.sum().backward(retain_graph=True)
x.sum().backward()
# --- callback_at_the_end
Engine = torch.autograd.Variable._execution_engine


def end():
    print("끝")
    if len(ends) < 2:
        ends.append(1)
        Engine.queue_callback(end)


ends = []
x = torch.ones(2, requires_grad=True)
y = x.exp()
y.register_hook(lambda g: Engine.queue_callback(end))
y.sum().backward()
print(x.grad)
Engine.queue_callback(end)
# --- version_set_by_hand
x = torch.ones(2)
x.add_(1)
torch._C._autograd._unsafe_set_version_counter((x,), (7,))
x._version
# --- a_tensor_is_gone
x = torch.ones(2)
there = torch._C._WeakTensorRef(x)
print(there.expired())
del x
print(there.expired())
# --- dual_tensors_are_freed_at_once
import torch.autograd.forward_ad as fwAD

with fwAD.dual_level():
    tangent = torch.ones(2, requires_grad=True)
    there = torch._C._WeakTensorRef(tangent)
    dual = fwAD.make_dual(torch.ones(2), tangent)
    print(fwAD.unpack_dual(dual).tangent is tangent)
    del tangent
    print(there.expired())
    del dual
    print(there.expired())
# --- tangents_switched_off
import torch.autograd.forward_ad as fwAD

with fwAD.dual_level():
    dual = fwAD.make_dual(torch.ones(2), torch.ones(2))
    with fwAD._set_fwd_grad_enabled(False):
        print(fwAD._is_fwd_grad_enabled(), fwAD.unpack_dual(dual * 2).tangent)
    print(fwAD._is_fwd_grad_enabled(), fwAD.unpack_dual(dual * 2).tangent)
# --- hooks_are_enabled
enabled = torch._C._autograd._saved_tensors_hooks_is_enabled
print(enabled())
with torch.autograd.graph.disable_saved_tensors_hooks("여기서는 안 됩니다"):
    print(enabled())
enabled()
