# --- no_grad_context
x = torch.tensor([1., 2.], requires_grad=True)
with torch.no_grad():
    y = x * 2
y, y.requires_grad
