# --- parameters_outside
from torch.distributions import *
def tell(f):
    try:
        print(f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
t = torch.tensor
tell(lambda: Normal(0.0, -1.0))
tell(lambda: Normal(torch.zeros(2), t([1.0, -1.0])))
tell(lambda: Normal(torch.nn.Parameter(t([1.0])), torch.nn.Parameter(t([-1.0]))))
tell(lambda: Bernoulli(1.5))
tell(lambda: Categorical(t([0.5, -0.25])))
tell(lambda: Uniform(1.0, 0.0))
tell(lambda: Beta(1.0, -1.0))
tell(lambda: Gamma(1.0, -1.0))
tell(lambda: Exponential(-1.0))
tell(lambda: Poisson(-1.0))
tell(lambda: Geometric(0.0))
tell(lambda: MultivariateNormal(torch.zeros(2), -torch.eye(2)))
tell(lambda: MultivariateNormal(torch.zeros(2), t([[1.0, 2.0], [0.0, 1.0]])))
tell(lambda: Normal(0.0, -1.0, validate_args=False))

# --- arguments_that_do_not_fit
from torch.distributions import *
def tell(f):
    try:
        print(f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
t = torch.tensor
tell(lambda: Normal("a", 1))
tell(lambda: Normal(torch.zeros(2), torch.ones(3)))
tell(lambda: Bernoulli())
tell(lambda: Bernoulli(0.25, 0.5))
tell(lambda: Categorical(t(0.25)))
tell(lambda: Dirichlet(t(1.0)))
tell(lambda: MultivariateNormal(t(0.0), torch.eye(2)))
tell(lambda: MultivariateNormal(torch.zeros(2), torch.zeros(2)))
tell(lambda: MultivariateNormal(torch.zeros(2), scale_tril=torch.zeros(2)))
tell(lambda: MultivariateNormal(torch.zeros(2)))
tell(lambda: Independent(Normal(torch.zeros(2), 1.0), 2))
tell(lambda: Multinomial(t([1, 2]), torch.ones(2)))
tell(lambda: TransformedDistribution(Normal(0.0, 1.0), 3))
tell(lambda: TransformedDistribution(Normal(0.0, 1.0), SoftmaxTransform()))
tell(lambda: MixtureSameFamily(Normal(0.0, 1.0), Normal(0.0, 1.0)))
tell(lambda: MixtureSameFamily(Categorical(torch.ones(2)), Normal(torch.zeros(3), 1.0)))
tell(lambda: Normal(torch.zeros(2), 1.0).sample(3))

# --- values_outside
from torch.distributions import *
def tell(f):
    try:
        print(f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
t = torch.tensor
tell(lambda: Normal(0.0, 1.0).log_prob(0.5))
tell(lambda: Normal(0.0, 1.0).log_prob(t(float("nan"))))
tell(lambda: Normal(torch.zeros(2), 1.0).log_prob(torch.zeros(3)))
tell(lambda: Bernoulli(0.25).log_prob(t(0.5)))
tell(lambda: Categorical(t([0.25, 0.75])).log_prob(t(2)))
tell(lambda: Uniform(0.0, 1.0).log_prob(t(2.0)))
tell(lambda: Beta(0.5, 2.0).log_prob(t(1.5)))
tell(lambda: Gamma(1.0, 2.0).log_prob(t(-1.0)))
tell(lambda: LogNormal(0.0, 1.0).log_prob(t(-1.0)))
tell(lambda: Dirichlet(torch.ones(3)).log_prob(torch.ones(3)))
tell(lambda: Multinomial(2, torch.ones(4)).log_prob(torch.ones(4)))
tell(lambda: Binomial(2, 0.5).log_prob(t(3.0)))
tell(lambda: Poisson(2.0).log_prob(t(0.5)))
tell(lambda: OneHotCategorical(torch.ones(2)).log_prob(torch.ones(2)))
tell(lambda: MultivariateNormal(torch.zeros(2), torch.eye(2)).log_prob(torch.zeros(3)))
tell(lambda: Normal(0.0, 1.0, validate_args=False).log_prob(t(float("nan"))))

# --- what_a_distribution_has_not
from torch.distributions import *
def tell(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
tell(lambda: Normal(0.0, 1.0).enumerate_support())
tell(lambda: Bernoulli(0.25).rsample())
tell(lambda: Categorical(torch.ones(3)).cdf(torch.tensor(1)))
tell(lambda: TransformedDistribution(Normal(0.0, 1.0), TanhTransform()).mean)
tell(lambda: TransformedDistribution(Normal(0.0, 1.0), TanhTransform()).entropy())
tell(lambda: Independent(Bernoulli(torch.ones(2) / 2), 1).enumerate_support())
tell(lambda: Distribution(validate_args=False).sample())

# --- validation_off
from torch.distributions import Distribution, Normal
Distribution.set_default_validate_args(False)
print(Normal(0.0, -1.0))
Distribution.set_default_validate_args(True)
Normal(0.0, -1.0)

# --- own_distribution
from torch.distributions import Distribution, constraints
class Triangle(Distribution):
    arg_constraints = {"width": constraints.positive}
    def __init__(self, width):
        self.width = torch.as_tensor(width)
        super().__init__(self.width.shape)
    @constraints.dependent_property
    def support(self):
        return constraints.interval(-self.width, self.width)
    def log_prob(self, value):
        self._validate_sample(value)
        return ((self.width - value.abs()) / self.width ** 2).log()
print(Triangle(2.0), Triangle(2.0).log_prob(torch.tensor(1.0)))
Triangle(2.0).log_prob(torch.tensor(3.0))

# --- constraints
from torch.distributions import constraints as c
print(c.real, c.positive, c.unit_interval, c.boolean, c.simplex, c.nonnegative_integer, c.real_vector, c.positive_definite, c.lower_cholesky)
print(c.dependent, c.less_than(3), c.interval(0, 2), c.half_open_interval(0, 2), c.multinomial(3), c.integer_interval(0, 2), c.one_hot)
t = torch.tensor([[0.5, 0.5], [0.5, 0.75]])
print(c.simplex.check(t), c.unit_interval.check(t), c.symmetric.check(t), c.positive_definite.check(torch.eye(2)), c.lower_triangular.check(t))
c.dependent.check(t)
