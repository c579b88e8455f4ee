# --- what_they_say
import torch.distributions as D
a, b = torch.tensor([0.5, 1.0]), torch.tensor([3.0, 1.5])
for d in (D.Cauchy(a, b), D.HalfCauchy(a), D.HalfNormal(a), D.Gumbel(a, b), D.Pareto(a, b), D.Weibull(a, b), D.Kumaraswamy(a, b),
          D.InverseGamma(b, a), D.StudentT(b, a), D.FisherSnedecor(b, b + 2), D.NegativeBinomial(b, a / 2), D.StudentT(5.0)):
    print(d, d.batch_shape, d.event_shape, d.has_rsample, d.support, d.expand((3, *d.batch_shape)).batch_shape)

# --- moments
import torch.distributions as D
a, b = torch.tensor([0.5, 2.0]), torch.tensor([3.0, 1.5])
torch.set_printoptions(precision=3)
for d in (D.Cauchy(a, b), D.HalfCauchy(a), D.HalfNormal(a), D.Gumbel(a, b), D.Pareto(a, b), D.Weibull(a, b), D.Kumaraswamy(a, b),
          D.InverseGamma(b, a), D.StudentT(b, a), D.FisherSnedecor(b, b + 2), D.NegativeBinomial(b, a / 4)):
    print(type(d).__name__, d.mean, d.mode, d.variance)

# --- entropies
import torch.distributions as D
a, b = torch.tensor([0.5, 2.0]), torch.tensor([3.0, 1.5])
torch.set_printoptions(precision=3)
for d in (D.Cauchy(a, b), D.HalfCauchy(a), D.HalfNormal(a), D.Gumbel(a, b), D.Pareto(a, b), D.Weibull(a, b), D.Kumaraswamy(a, b),
          D.InverseGamma(b, a), D.StudentT(b, a)):
    print(type(d).__name__, d.entropy())

# --- samples
import torch.distributions as D
a, b = torch.tensor([0.5, 2.0]), torch.tensor([3.0, 1.5])
torch.set_printoptions(precision=3)
for d in (D.Cauchy(a, b), D.HalfCauchy(a), D.HalfNormal(a), D.Gumbel(a, b), D.Pareto(a, b), D.Weibull(a, b), D.Kumaraswamy(a, b),
          D.InverseGamma(b, a), D.StudentT(b, a), D.FisherSnedecor(b, b + 2), D.NegativeBinomial(b, a / 4)):
    torch.manual_seed(3)
    x = d.sample((2,))
    print(type(d).__name__, x, d.log_prob(x), torch.rand(1))

# --- cdf_and_back
import torch.distributions as D
a, b = torch.tensor([0.5, 2.0]), torch.tensor([3.0, 1.5])
torch.set_printoptions(precision=3)
for d in (D.Cauchy(a, b), D.HalfCauchy(a), D.HalfNormal(a), D.Gumbel(a, b), D.Pareto(a, b), D.Weibull(a, b), D.Kumaraswamy(a, b)):
    x = d.icdf(torch.tensor(0.25))
    print(type(d).__name__, x, d.cdf(x))

# --- gradients_through_samples
import torch.distributions as D
torch.set_printoptions(precision=2)
for make in (D.Cauchy, lambda a, b: D.HalfNormal(a + b), D.Gumbel, D.Pareto, D.Weibull, D.Kumaraswamy, lambda a, b: D.RelaxedBernoulli(a, b / 4)):
    a, b = torch.tensor([0.5, 1.5], requires_grad=True), torch.tensor([3.0, 1.5], requires_grad=True)
    torch.manual_seed(1)
    make(a, b).rsample((3,)).sum().backward()
    print(a.grad, b.grad)

# --- gradients_by_the_implicit_function_theorem
import torch.distributions as D
torch.set_printoptions(precision=2)
for make in (D.Beta, D.Gamma, D.InverseGamma, D.StudentT, D.FisherSnedecor, lambda a, b: D.Dirichlet(torch.stack([a, b]))):
    a, b = (torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in ([2.5, 1.5], [3.0, 1.25]))
    torch.manual_seed(1)
    x = make(a, b).rsample((2,))
    (x * torch.arange(1, x.numel() + 1).view(x.shape)).sum().backward()
    print(a.grad, b.grad)

# --- once_only
import torch.distributions as D
a = torch.tensor([2.0, 3.0], requires_grad=True)
g, = torch.autograd.grad(D.Dirichlet(a).rsample()[0], a, create_graph=True)
print(g.requires_grad)
g, = torch.autograd.grad(D.Gamma(a, 1.0).rsample().sum(), a, create_graph=True)
g.sum().backward()

# --- relaxed
import torch.distributions as D
torch.set_printoptions(precision=3)
for d in (D.RelaxedBernoulli(torch.tensor(0.7), probs=torch.tensor([0.3, 0.6])), D.RelaxedBernoulli(torch.tensor(0.7), logits=torch.tensor([0.3, -1.0])),
          D.RelaxedOneHotCategorical(torch.tensor(0.7), probs=torch.tensor([0.5, 0.25, 0.25])),
          D.RelaxedOneHotCategorical(torch.tensor(2.0), logits=torch.tensor([[0.5, 0.25, 0.25], [1.0, 2.0, 3.0]]))):
    torch.manual_seed(3)
    x = d.rsample((2,))
    print(d, d.batch_shape, d.event_shape, d.probs, d.logits, d.temperature, x, d.log_prob(x), d.expand((2, *d.batch_shape)).sample().shape)

# --- kl
import torch.distributions as D
a, b = torch.tensor([0.5, 2.0]), torch.tensor([3.0, 1.5])
torch.set_printoptions(precision=3)
for p, q in ((D.Cauchy(a, b), D.Cauchy(b, a)), (D.HalfNormal(a), D.HalfNormal(b)), (D.Gumbel(a, b), D.Gumbel(b, a)), (D.Pareto(a, b), D.Pareto(b, a))):
    print(D.kl_divergence(p, q), D.kl_divergence(p, p).abs() < 1e-6)
D.kl_divergence(D.Cauchy(a, b), D.Normal(a, b))

# --- fills
for fill in (lambda x: x.cauchy_(), lambda x: x.cauchy_(1, 2), lambda x: x.geometric_(0.3), lambda x: x.log_normal_()):
    torch.manual_seed(2)
    torch.set_printoptions(precision=3)
    print(fill(torch.zeros(2, 3)), fill(torch.zeros(2, 2, dtype=torch.float64).t()), torch.rand(1))
for wrong in (lambda x: x.cauchy_(0, 0), lambda x: x.geometric_(1.5), lambda x: x.long().cauchy_()):
    try:
        wrong(torch.zeros(1))
    except RuntimeError as error:
        print(error)

# --- refused
import torch.distributions as D
for make in (lambda: D.HalfNormal(-1.0), lambda: D.StudentT(0.0), lambda: D.Pareto(1.0, 2.0).log_prob(torch.tensor(0.5)),
             lambda: D.RelaxedBernoulli(torch.tensor(1.0)), lambda: D.NegativeBinomial(2, probs=1.5)):
    try:
        make()
    except ValueError as error:
        print(error)

# --- all_at_once
from torch.distributions import *
print(HalfNormal, StudentT, RelaxedOneHotCategorical, torch.distributions.gumbel.Gumbel is Gumbel)
