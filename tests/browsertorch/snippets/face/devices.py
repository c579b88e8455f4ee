# --- wrong_names
for name in ("foo", "cuda:foo", "cuda:01", "cuda:", "", "1", "Cuda", 0):
    try:
        print(torch.device(name))
    except RuntimeError as error:
        print(name, "|", error)

# --- right_names
print(torch.device("cuda:1"), torch.device("cpu", 0), repr(torch.device("meta")), torch.device("cpu") == torch.device("cpu:0"))

# --- no_cuda_for_factories
x = torch.ones(2)
makers = [
    lambda d: torch.full((2,), 1.0, device=d), lambda d: torch.arange(3, device=d), lambda d: torch.linspace(0, 1, 3, device=d),
    lambda d: torch.eye(2, device=d), lambda d: torch.empty(2, device=d), lambda d: torch.zeros_like(x, device=d),
    lambda d: torch.full_like(x, 1, device=d), lambda d: torch.rand_like(x, device=d), lambda d: torch.randperm(2, device=d),
    lambda d: torch.normal(0.0, 1.0, (2,), device=d), lambda d: torch.as_tensor([1.0], device=d),
    lambda d: torch.asarray([1.0], device=d), lambda d: torch.tril_indices(2, 2, device=d), lambda d: x.new_zeros(2, device=d),
    lambda d: x.new_full((2,), 2, device=d), lambda d: x.new_tensor([2.0], device=d), lambda d: torch.fft.fftfreq(3, device=d),
]
for make in makers:
    try:
        make("cuda")
    except AssertionError as error:
        print(error)
    print(make("cpu").shape)

# --- no_cuda_for_layers
nn = torch.nn
makers = [
    lambda d: nn.Linear(2, 2, device=d), lambda d: nn.BatchNorm1d(2, device=d), lambda d: nn.LayerNorm(2, device=d),
    lambda d: nn.Embedding(3, 2, device=d), lambda d: nn.Conv1d(1, 1, 1, device=d), lambda d: nn.LSTM(2, 2, device=d),
    lambda d: nn.GRUCell(2, 2, device=d), lambda d: nn.MultiheadAttention(4, 2, device=d), lambda d: nn.LazyLinear(2, device=d),
    lambda d: nn.LazyConv1d(2, 1, device=d), lambda d: nn.TransformerEncoderLayer(4, 2, 4, device=d),
]
for make in makers:
    try:
        make("cuda")
    except AssertionError as error:
        print(error)
    print(type(make("cpu")).__name__)

# --- cuda_as_context
with torch.device("cuda"):
    for make in (lambda: torch.arange(3), lambda: torch.eye(2), lambda: torch.nn.Linear(1, 1), lambda: torch.rand(1)):
        try:
            make()
        except AssertionError as error:
            print(error)
print(torch.eye(1))

# --- to_a_number
torch.ones(2).to(0)

# --- pinned
torch.zeros(2, pin_memory=True)

# --- usual_options
print(torch.eye(2, layout=torch.strided), torch.arange(3, pin_memory=False), torch.full((2,), 1, layout=torch.strided))
