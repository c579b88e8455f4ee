# --- bernoulli
from torch.distributions import Bernoulli
for d in (Bernoulli(torch.tensor([0.25, 0.5, 0.9])), Bernoulli(logits=torch.tensor([[0.5, -0.5]])), Bernoulli(0.25)):
    torch.manual_seed(7)
    print(d, d.mean, d.mode, d.variance, d.sample((4,)), d.enumerate_support(), d.enumerate_support(expand=False))
    print(d.log_prob(torch.ones(d.batch_shape)), d.entropy(), d.support, d.param_shape)
half = Bernoulli(0.5)
half.logits
half

# --- categorical
from torch.distributions import Categorical
for d in (Categorical(torch.tensor([[0.2, 0.5, 0.9], [1.0, 0.0, 0.0]])), Categorical(logits=torch.tensor([0.5, -0.5]))):
    torch.manual_seed(7)
    print(d, d.probs, d.mean, d.mode, d.variance, d.entropy(), d.sample(), d.sample((5,)), d.sample((2, 2)).shape)
    print(d.enumerate_support(), d.log_prob(torch.tensor(1)), d.support, d.param_shape, d.expand((3, *d.batch_shape)))

# --- reinforce
from torch.distributions import Categorical
logits = torch.zeros(3, requires_grad=True)
opt = torch.optim.SGD([logits], lr=0.5)
payout = torch.tensor([0.25, 1.0, 0.5])
for turn in range(4):
    policy = Categorical(logits=logits)
    action = policy.sample()
    loss = -policy.log_prob(action) * payout[action] - 0.01 * policy.entropy()
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(action, logits.grad)

# --- counts_are_torchs
from torch.distributions import Binomial, Geometric, Multinomial, Poisson
for d in (Poisson(torch.tensor([0.5, 7.0, 15.0, 100.0])), Binomial(10, torch.tensor([0.2, 0.7])), Binomial(100, torch.tensor([0.2, 0.7])),
          Geometric(torch.tensor([0.2, 0.7])), Multinomial(5, torch.tensor([0.2, 0.3, 0.5]))):
    torch.manual_seed(7)
    print(d, d.mean, d.variance, d.sample((4,)), torch.rand(1))
print(Binomial(10, logits=torch.tensor(0.5)).log_prob(torch.tensor(3.0)), Poisson(2.0).log_prob(torch.tensor(3.0)))
print(Geometric(0.25).entropy(), Geometric(0.25).log_prob(torch.tensor(2.0)), Binomial(4, 0.25).entropy(), Binomial(3, 0.5).mode)
d.entropy(), d.log_prob(torch.tensor([1.0, 2.0, 2.0])), d.support

# --- one_hot
from torch.distributions import OneHotCategorical, OneHotCategoricalStraightThrough
d = OneHotCategorical(torch.tensor([0.25, 0.75]))
torch.manual_seed(7)
print(d, d.sample((3,)), d.log_prob(torch.tensor([0.0, 1.0])), d.mean, d.mode, d.variance, d.entropy(), d.enumerate_support())
logits = torch.tensor([0.5, 0.0, 1.0], requires_grad=True)
x = OneHotCategoricalStraightThrough(logits=logits).rsample()
(x * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
x, logits.grad

# --- mixture
from torch.distributions import Categorical, Independent, MixtureSameFamily, Normal
d = MixtureSameFamily(Categorical(torch.tensor([0.3, 0.7])), Normal(torch.tensor([0.0, 4.0]), 1.0))
torch.manual_seed(7)
print(d, d.sample((4,)), d.mean, d.variance, d.log_prob(torch.tensor([0.0, 2.0])), d.cdf(torch.tensor(2.0)), d.support)
wide = MixtureSameFamily(Categorical(torch.ones(2, 3)), Independent(Normal(torch.zeros(2, 3, 2), 1.0), 1))
wide.sample((2,)), wide.log_prob(torch.zeros(2)), wide.mean, wide.variance

# --- gradients_of_parameters
from torch.distributions import Bernoulli, Categorical, Exponential, Geometric, Poisson
for make in (Bernoulli, Categorical, Exponential, Geometric, Poisson):
    p = torch.tensor([0.3, 0.6], requires_grad=True)
    print(make.__name__, torch.autograd.grad(make(p).log_prob(torch.tensor([1.0, 0.0])).sum(), p))

# --- kl_divergence
from torch.distributions import *
t = torch.tensor
pairs = [(Normal, (0.0, 1.0), (1.0, 2.0)), (Bernoulli, (0.25,), (0.75,)), (Bernoulli, (t([0.0, 1.0]),), (t([0.0, 0.5]),)), (Beta, (2.0, 3.0), (1.0, 1.0)),
         (Categorical, (t([0.5, 0.5]),), (t([0.9, 0.1]),)), (Categorical, (t([0.5, 0.5]),), (t([1.0, 0.0]),)), (Exponential, (1.0,), (3.0,)),
         (Dirichlet, (t([1.0, 2.0]),), (t([3.0, 1.0]),)), (Gamma, (1.0, 2.0), (3.0, 1.0)), (Geometric, (0.25,), (0.75,)), (Laplace, (0.0, 1.0), (1.0, 2.0)),
         (Poisson, (2.0,), (5.0,)), (Uniform, (0.0, 1.0), (-1.0, 2.0)), (Uniform, (-1.0, 2.0), (0.0, 1.0)), (LogNormal, (0.0, 1.0), (1.0, 2.0)),
         (Binomial, (5, 0.25), (5, 0.75)), (OneHotCategorical, (t([0.25, 0.75]),), (t([0.5, 0.5]),))]
for make, p, q in pairs:
    print(make.__name__, kl_divergence(make(*p), make(*q)), kl_divergence(make(*q), make(*p)))
print(kl_divergence(Uniform(0.0, 1.0), Normal(0.0, 1.0)), kl_divergence(Exponential(2.0), Gamma(3.0, 1.0)), kl_divergence(Normal(0.0, 1.0), Beta(1.0, 1.0)))
kl_divergence(Categorical(torch.ones(2)), Normal(0.0, 1.0))

# --- own_kl_divergence
from torch.distributions import Normal, kl_divergence, register_kl
class Mine(Normal):
    pass
@register_kl(Mine, Mine)
def kl(p, q):
    return torch.tensor(42.0)
kl_divergence(Mine(0.0, 1.0), Mine(0.0, 1.0)), kl_divergence(Mine(0.0, 1.0), Normal(0.0, 1.0))
