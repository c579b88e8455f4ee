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

# --- which_there_are
print(torch.version.cuda, torch.version.__version__, torch.version.hip, torch.version.debug)
print(torch.cuda.is_available(), torch.cuda.device_count(), torch.mps.is_available(), torch.mps.device_count(), torch.xpu.is_available(),
      torch.xpu.device_count(), torch.cpu.is_available(), torch.cpu.device_count(), torch.cpu.current_device(), torch.accelerator.is_available())
print(torch.ones(2).get_device(), torch.ones(1, device="meta").get_device(), torch.get_device_module().__name__.split(".")[-1],
      torch.get_device_module("cuda").is_available(), torch.ones(1).is_pinned())
print(torch.mps.manual_seed(0), torch.xpu.manual_seed_all(0), torch.xpu.empty_cache(), torch.cpu.synchronize(), torch.cuda.max_memory_reserved())

# --- what_needs_one_that_is_not_there
for f in (torch.cuda.mem_get_info, torch.cuda.current_device, torch.cuda.current_stream, torch.cuda.get_rng_state, torch.cuda.ipc_collect,
          torch.mps.empty_cache, torch.mps.synchronize, torch.mps.current_allocated_memory, torch.xpu.synchronize, torch.xpu.get_device_name,
          torch.accelerator.memory_allocated, torch.accelerator.reset_peak_memory_stats, torch.accelerator.current_device_index,
          torch.ones(1).pin_memory, lambda: torch.ones(1, device="xpu"), lambda: torch.ones(1).to("xpu")):
    try:
        print(f())
    except (AssertionError, RuntimeError) as error:
        print(type(error).__name__, "|", error)

# --- without_memory
def train(batch):
    if batch > 32:
        raise torch.OutOfMemoryError("CUDA out of memory.")
    return batch

batch = 128
while True:
    try:
        print(train(batch))
        break
    except torch.cuda.OutOfMemoryError as error:
        print(type(error), isinstance(error, RuntimeError), error)
        batch //= 2
