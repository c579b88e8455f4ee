# --- out_tuple
v, i = torch.empty(2), torch.empty(2, dtype=torch.long)
torch.max(torch.tensor([[1., 5.], [7., 2.]]), 1, out=(v, i))
print(v, i)

# --- out_none
torch.add(torch.ones(2), 1, out=None)
