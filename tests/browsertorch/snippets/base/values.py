# --- device_from_device
a = torch.device("cpu")
print(torch.device(a), {a: 1}[torch.device("cpu")], torch.strided, torch.contiguous_format)

# --- size_numel
torch.Size([2, 3]).numel()

# --- storage
x = torch.arange(6.)
print(x.untyped_storage().nbytes(), x[2:].untyped_storage().data_ptr() == x.data_ptr(), x.untyped_storage().size())
