# --- clip_grad_norm
import torch.nn as nn
p = nn.Parameter(torch.tensor([3., 4.]))
(p ** 2).sum().backward()
print(p.grad, nn.utils.clip_grad_norm_([p], max_norm=1.))
print(p.grad, p.grad.norm())
nn.utils.clip_grad_value_([p], 0.7)
print(p.grad)
nn.utils.clip_grad_norm_(p, 100.), nn.utils.clip_grad_norm_([], 1.)

# --- clip_nothing
import torch.nn as nn
nn.utils.clip_grad_norm_([nn.Parameter(torch.ones(1))], 1.), nn.utils.clip_grad_norm_(iter([]), 1.)

# --- clip_nan
import torch.nn as nn
p = nn.Parameter(torch.ones(2)); p.grad = torch.tensor([float("nan"), 1.])
print(nn.utils.clip_grad_norm_(p, 1.), p.grad)
nn.utils.clip_grad_norm_(p, 1., error_if_nonfinite=True)

# --- clip_norm_types
import torch.nn as nn
p = nn.Parameter(torch.ones(2)); p.grad = torch.tensor([3., -4.])
print(nn.utils.clip_grad_norm_(p, 2., norm_type=1), p.grad, nn.utils.clip_grad_norm_(p, 2., norm_type=float("inf")))

# --- clip_without_gradients
import torch.nn as nn
nn.utils.clip_grad_norm_(nn.Linear(2, 2).parameters(), 1.0)
