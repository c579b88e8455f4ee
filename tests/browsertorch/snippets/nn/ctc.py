# --- ctc_of_uniform_steps
import torch.nn.functional as F
steps = torch.zeros(4, 2, 3).requires_grad_()
for reduction in ("none", "sum", "mean"):
    steps.grad = None
    loss = F.ctc_loss(steps.log_softmax(2), torch.tensor([[1, 2], [2, 2]]), torch.tensor([4, 3]), torch.tensor([2, 1]), reduction=reduction)
    loss.sum().backward()
    print(reduction, loss.detach().round(decimals=3), loss.grad_fn, steps.grad[:, 0].round(decimals=3) + 0)
print(steps.grad[3, 1])

# --- ctc_forms_of_targets
import torch.nn.functional as F
steps = torch.zeros(5, 2, 4).log_softmax(2)
one = F.ctc_loss(steps, torch.tensor([[1, 2, 3], [3, 1, 0]]), (5, 5), (3, 2), reduction="none")
two = F.ctc_loss(steps, torch.tensor([1, 2, 3, 3, 1]), (5, 5), (3, 2), reduction="none")
one.round(decimals=3), torch.equal(one, two), F.ctc_loss(steps[:, 0], torch.tensor([1, 2, 3]), torch.tensor(5), torch.tensor(3)).round(decimals=3)

# --- ctc_impossible
steps = torch.zeros(2, 1, 3).log_softmax(2)
for zero in (False, True):
    print(torch.nn.CTCLoss(zero_infinity=zero)(steps, torch.tensor([[1, 1]]), (2,), (2,)))

# --- ctc_too_long
torch.nn.CTCLoss()(torch.zeros(2, 1, 3).log_softmax(2), torch.tensor([[1, 1]]), (3,), (2,))

# --- ctc_lengths_of_another_batch
torch.nn.CTCLoss()(torch.zeros(2, 1, 3).log_softmax(2), torch.tensor([[1, 1]]), (2, 2), (2,))
