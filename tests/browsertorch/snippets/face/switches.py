# --- backends
torch.backends.cudnn.deterministic = True
torch.backends.cudnn.benchmark = False
print(torch.backends.cudnn.deterministic, torch.backends.cudnn.benchmark, torch.backends.cudnn.enabled, torch.backends.cudnn.is_available(), torch.backends.cudnn.version())
torch.backends.cudnn.deterministic = False
print(torch.backends.mps.is_available(), torch.backends.mps.is_built(), torch.backends.cuda.is_built(), torch.backends.cuda.matmul.allow_tf32)
torch.backends.mkl.is_available(), torch.backends.mkldnn.is_available(), torch.backends.openmp.is_available(), type(torch.backends.cpu.get_cpu_capability())

# --- device_line
device = torch.device("cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu")
print(device, torch.ones(1).to(device).device, torch.nn.Linear(1, 1).to(device).weight.device)
torch.accelerator.current_accelerator().type if torch.accelerator.is_available() else "cpu"

# --- cuda
torch.cuda.manual_seed(1), torch.cuda.manual_seed_all(1), torch.cuda.empty_cache(), torch.cuda.device_count(), torch.cuda.memory_allocated(), torch.cuda.is_initialized()

# --- cuda_needed
for wrong in (torch.cuda.synchronize, torch.cuda.current_device, lambda: torch.cuda.get_device_name(0), torch.accelerator.synchronize,
              torch.accelerator.current_device_index, lambda: torch.ones(1).cuda()):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
torch.accelerator.device_count(), torch.accelerator.current_accelerator()

# --- deterministic
torch.use_deterministic_algorithms(True)
print(torch.are_deterministic_algorithms_enabled(), torch.is_deterministic_algorithms_warn_only_enabled())
torch.use_deterministic_algorithms(False)
torch.set_float32_matmul_precision('high')
print(torch.get_float32_matmul_precision())
torch.set_float32_matmul_precision('highest')
torch.set_float32_matmul_precision('low')

# --- default_device
print(torch.get_default_device())
with torch.device("cpu") as d:
    print(torch.ones(2).device, torch.nn.Linear(1, 1).weight.device, d)
torch.set_default_device("cpu")
print(torch.get_default_device(), torch.zeros(1).device)
torch.set_default_device(None)
with torch.device("cuda"):
    torch.ones(1)

# --- default_device_is_not_there
torch.set_default_device("cuda")
try:
    torch.nn.Linear(1, 1)
except AssertionError as e:
    print(e)
torch.set_default_device(None)
torch.nn.Linear(1, 1)
