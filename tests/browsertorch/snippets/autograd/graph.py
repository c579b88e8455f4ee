# --- gradient_edge_as_output
x = torch.tensor([1., 2.], requires_grad=True)
y = (x * 3).sum()
edge = torch.autograd.graph.get_gradient_edge(y)
print(torch.autograd.grad(edge, x, grad_outputs=torch.tensor(2.)))

# --- edge_of_constant
torch.autograd.graph.get_gradient_edge(torch.ones(1))

# --- multi_grad_hook_wrong_mode
torch.autograd.graph.register_multi_grad_hook([torch.ones(1, requires_grad=True)], print, mode="some")

# --- multi_grad_hook_as_context
x = torch.tensor(1., requires_grad=True)
with torch.autograd.graph.register_multi_grad_hook([x], lambda grads: print("gradients", grads)):
    (x * 2).backward()
(x * 2).backward()

# --- increment_version
x = torch.ones(1)
torch.autograd.graph.increment_version(x)
print(x._version)
torch.autograd.graph.increment_version([x, x])
x._version

# --- edge_inputs
from torch.autograd.graph import get_gradient_edge
x = torch.ones(2, requires_grad=True)
m = x * 2
y = (m * m).sum()
e = get_gradient_edge(m)
print(torch.autograd.grad(y, e, retain_graph=True), torch.autograd.grad(y, [e, x], retain_graph=True))
y.backward(inputs=[get_gradient_edge(x)], retain_graph=True)
print(x.grad)
y.backward(inputs=get_gradient_edge(x), retain_graph=True)
print(x.grad)
y.backward(inputs=[e])
print(m.grad)

# --- edge_out
from torch.autograd.graph import get_gradient_edge
x = torch.ones(2, requires_grad=True)
m = x * 2
e = get_gradient_edge(m)
print(torch.autograd.grad(e, x, torch.ones(2)))
x = torch.ones(2, requires_grad=True)
m = (x * 2).sum()
e = get_gradient_edge(m)
torch.autograd.backward(e)
print(x.grad)

# --- edges_as_inputs
from torch.autograd.graph import GradientEdge, get_gradient_edge
x, y = torch.ones(2, requires_grad=True).clone(), torch.ones(2, requires_grad=True).clone()
edges = get_gradient_edge(x), GradientEdge(y.grad_fn, y.output_nr)
out = (x * 2).sum()
print(torch.autograd.grad(out, edges, allow_unused=True, retain_graph=True), torch.autograd.grad(out, (edges[0], y), allow_unused=True, materialize_grads=True, retain_graph=True))
try:
    torch.autograd.grad(out, edges, allow_unused=True, materialize_grads=True)
except RuntimeError as e:
    print(e)
z = x * 3
edge = get_gradient_edge(z)
for weight in (torch.ones(4), torch.ones(2, dtype=torch.complex64), torch.ones(2)):
    try:
        print(torch.autograd.grad(edge, x, weight))
    except RuntimeError as e:
        print(e)
