# --- typed
x = torch.arange(6.)
s = x.view(2, 3).storage()
print(s, len(s), s.tolist(), s[1], s.dtype, s.device, s.size(), s.nbytes(), s.element_size(), s.type())
s[0] = 9
x, x[2:].storage().data_ptr() == x.data_ptr(), x.expand(2, 6).storage().size(), torch.FloatStorage

# --- slice_of_typed
torch.arange(6.).storage()[1:3]

# --- untyped
x = torch.tensor([1, 258], dtype=torch.int16)
u = x.untyped_storage()
u, u.tolist(), len(u), u.nbytes(), u[2], x[1:].untyped_storage().size(), x.storage().untyped().nbytes()

# --- an_index_too_large
torch.tensor([1.0, 2.0]).storage()[10]
