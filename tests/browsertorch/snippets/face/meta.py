# --- factories
f = [
    torch.empty(2, 3, device="meta"), torch.zeros(2, device="meta"), torch.ones(2, 2, device="meta"), torch.rand(3, device="meta"),
    torch.randn(3, 1, device="meta"), torch.tensor([1, 2], device="meta"), torch.tensor(2.5, device="meta"), torch.arange(5, device="meta"),
    torch.arange(0, 1, 0.25, device="meta"), torch.full((2, 2), 7, device="meta"), torch.full((2,), 0.5, device="meta"),
    torch.eye(3, device="meta"), torch.linspace(0, 1, 5, device="meta"), torch.randint(0, 9, (4,), device="meta"),
    torch.randperm(5, device="meta"), torch.as_tensor([1.0, 2.0], device="meta"), torch.zeros((2, 3), dtype=torch.bool, device="meta"),
    torch.ones(0, 3, device="meta"), torch.empty((), device="meta"), torch.tril_indices(3, 3, device="meta"),
]
for t in f:
    print(t)

# --- likes
m, c = torch.empty(2, 3, device="meta"), torch.ones(2, 3).t()
makers = [torch.zeros_like, torch.ones_like, torch.empty_like, torch.rand_like, torch.randn_like, lambda t, **k: torch.full_like(t, 2, **k)]
for make in makers:
    print(make(m), make(c, device="meta").stride(), make(m, device="cpu").device, make(m, dtype=torch.float64).dtype)
print(torch.zeros_like(m, device="cpu"), torch.ones_like(m, device="cpu", dtype=torch.int64))

# --- news
m = torch.empty(2, 3, device="meta")
print(m.new_zeros(2), m.new_ones(2, 2), m.new_full((2,), 3.0), m.new_empty(1), m.new_tensor([1, 2]), m.new_zeros(2, device="cpu"))
torch.ones(1).new_zeros(2, device="meta")

# --- device_names
print(torch.device("meta"), repr(torch.device("meta")), torch.device("meta", 0), torch.zeros(1, device=torch.device("meta")), torch.ones(1, device="meta:0"))

# --- random_numbers_stay
torch.manual_seed(0)
torch.rand(5, device="meta"), torch.randn(20, device="meta"), torch.randint(5, (3,), device="meta")
torch.nn.Linear(3, 3, device="meta")
torch.rand(2)

# --- as_context
with torch.device("meta"):
    a, b, c = torch.zeros(2), torch.tensor([1.0]), torch.arange(3)
    d, e, f = torch.rand(2), torch.zeros(2, device="cpu"), torch.ones(2, 2) @ torch.ones(2, 2)
    g = torch.zeros_like(e)
print(a, b, c, d, e, f, g, torch.zeros(2))

# --- contexts_in_each_other
with torch.device("meta"):
    with torch.device("cpu"):
        print(torch.ones(1))
    print(torch.ones(1), torch.get_default_device())
print(torch.ones(1), torch.get_default_device())

# --- default_device
torch.set_default_device("meta")
print(torch.ones(2), torch.nn.Linear(2, 1).weight, torch.get_default_device(), torch.tensor(1.0, device="cpu"))
torch.set_default_device("cpu")
print(torch.ones(2), torch.get_default_device())
torch.set_default_device(None)

# --- not_for_legacy
torch.Tensor([1.0, 2.0], device="meta")

# --- whole_model_by_default_device
torch.set_default_device("meta")
model = torch.nn.Sequential(torch.nn.Linear(10, 20), torch.nn.ReLU(), torch.nn.Linear(20, 5))
torch.set_default_device(None)
print(model(torch.randn(3, 10, device="meta")), model)

# --- random_fills
m = torch.empty(3, device="meta")
m.normal_().uniform_(0, 1).exponential_().random_(5).bernoulli_(0.5).cauchy_().geometric_(0.5).log_normal_()
