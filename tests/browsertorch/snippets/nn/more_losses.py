# --- values
import torch.nn.functional as F
a, b = torch.tensor([[0.5, -1.0, 2.0], [1.5, 0.25, -0.5]], requires_grad=True), torch.tensor([[1.0, 2.0, 0.5], [0.5, 1.0, 4.0]])
signs, classes = torch.tensor([[1.0, -1.0, 1.0], [-1.0, 1.0, 1.0]]), torch.tensor([2, 0])
cases = [("poisson_nll_loss", (a, b), {}), ("poisson_nll_loss", (a, b), dict(full=True)), ("poisson_nll_loss", (a.abs(), b), dict(log_input=False)), ("gaussian_nll_loss", (a, b, b), {}),
         ("gaussian_nll_loss", (a, b, torch.ones(2)), dict(full=True)), ("gaussian_nll_loss", (a, b, 2.0), {}), ("cosine_embedding_loss", (a, b, torch.tensor([1.0, -1.0])), dict(margin=0.1)),
         ("margin_ranking_loss", (a, b, signs), dict(margin=0.5)), ("triplet_margin_loss", (a, b, b.flip(0)), {}), ("triplet_margin_loss", (a, b, b.flip(0)), dict(p=1, swap=True, margin=3.0)),
         ("hinge_embedding_loss", (a, signs), {}), ("multilabel_soft_margin_loss", (a, (b > 1).float()), {}), ("multilabel_soft_margin_loss", (a, (b > 1).float()), dict(weight=torch.tensor([1.0, 2.0, 3.0]))),
         ("soft_margin_loss", (a, signs), {}), ("multi_margin_loss", (a, classes), {}), ("multi_margin_loss", (a, classes), dict(p=2, margin=2.0, weight=torch.tensor([1.0, 2.0, 3.0])))]
for name, args, options in cases:
    for reduction in ("mean", "sum", "none"):
        loss = getattr(F, name)(*args, **options, reduction=reduction)
        g, = torch.autograd.grad(loss.sum(), a)
        print(name, reduction, [f"{v:.3f}" for v in loss.reshape(-1).tolist()], loss.grad_fn.name(), [f"{v:.3f}" for v in g.reshape(-1).tolist()])

# --- gradients
import torch.nn.functional as F
from torch.autograd import gradcheck, gradgradcheck
a = torch.tensor([[0.5, -1.0, 2.0], [1.5, 0.25, -0.5]], dtype=torch.float64, requires_grad=True)
print(gradcheck(lambda a: F.multi_margin_loss(a, torch.tensor([2, 0]), p=2), a), gradcheck(lambda a: F.soft_margin_loss(a, a.detach().sign()), a), gradgradcheck(lambda a: F.soft_margin_loss(a, a.detach().sign()), a))
b = torch.tensor([[1.0, 2.0, 0.5]], dtype=torch.float64, requires_grad=True)
for p in (1.0, 2.0, 3.0, float("inf")):
    print(p, gradcheck(lambda a, b: torch.cdist(a, b, p), (a, b)), gradcheck(lambda a, b: F.pairwise_distance(a, b, p), (a, b)))
print(torch.cdist(a, a, 2.0), torch.cdist(a, b, 0.0), torch.cdist(a[None], b[None], 1.0).shape, F.pairwise_distance(a, b, keepdim=True).shape)

# --- layers
from torch import nn
a, b = torch.tensor([[0.5, -1.0], [1.5, 0.25]]), torch.tensor([[1.0, 2.0], [0.5, 4.0]])
for layer, args in ((nn.PoissonNLLLoss(False, reduction="sum"), (a.abs(), b)), (nn.GaussianNLLLoss(full=True), (a, b, b)), (nn.CosineEmbeddingLoss(0.5), (a, b, torch.ones(2))), (nn.MarginRankingLoss(1.0), (a, b, b.sign())),
                    (nn.TripletMarginLoss(2.0, swap=True), (a, b, a + 1)), (nn.HingeEmbeddingLoss(), (a, b.sign())), (nn.SoftMarginLoss(), (a, b.sign())), (nn.MultiMarginLoss(2), (a, torch.tensor([0, 1]))),
                    (nn.MultiLabelSoftMarginLoss(torch.ones(2)), (a, (b > 1).float())), (nn.CosineSimilarity(), (a, b)), (nn.PairwiseDistance(1.0), (a, b))):
    print(layer, type(layer).__module__, [f"{v:.3f}" for v in layer(*args).reshape(-1).tolist()])

# --- mistakes
import torch.nn.functional as F
a = torch.ones(2, 3)
for f in (lambda: F.gaussian_nll_loss(a, a, -a), lambda: F.gaussian_nll_loss(a, a, torch.ones(4)), lambda: F.margin_ranking_loss(a, a, torch.ones(2)), lambda: F.triplet_margin_loss(a, a, a, margin=0), lambda: torch.nn.TripletMarginLoss(-1.0),
          lambda: F.multi_margin_loss(a, torch.tensor([0, 1]), p=3), lambda: F.soft_margin_loss(a, a, reduction="no"), lambda: torch.cdist(a, torch.ones(2, 2)), lambda: torch.cdist(a[0], a), lambda: torch.nn.PoissonNLLLoss(size_average=False)):
    try:
        print(f())
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__, e)

# --- multilabel_margin
x = torch.tensor([[0.5, 0.25, 0.75, 1.], [0., 1., 2., 0.5]], requires_grad=True)
y = torch.tensor([[3, 0, -1, 1], [1, -1, 0, 0]])
for reduction in ("none", "sum", "mean"):
    loss = torch.nn.MultiLabelMarginLoss(reduction=reduction)(x, y)
    print(reduction, loss, *torch.autograd.grad(loss.sum(), x))

# --- triplet_with_a_distance
loss = torch.nn.TripletMarginWithDistanceLoss(distance_function=lambda a, b: (a - b).abs().sum(-1), margin=2., swap=True)
loss, loss(torch.zeros(2, 2), torch.ones(2, 2), torch.tensor([[3., 0.], [0., 1.]]))
