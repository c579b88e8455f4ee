# --- element_by_element_in_python
t = torch.arange(4.).view(2, 2)
print(t.apply_(lambda v: v * 2), t.map_(torch.ones(2), lambda a, b: a + b), t._version)

# --- apply_of_what_requires_grad
torch.ones(2, requires_grad=True).apply_(abs)

# --- diagonals_filled
torch.zeros(2, 3).fill_diagonal_(5), torch.zeros(5, 2, dtype=torch.long).fill_diagonal_(1, wrap=True), torch.zeros(2, 2, 2).fill_diagonal_(1)

# --- products_of_vectors
torch.tensor([1., 0., 0.]).cross(torch.tensor([0., 1., 0.])), torch.eye(3)[:, :2].cross(torch.ones(3, 2))

# --- asked_of_a_tensor
t = torch.arange(4.)
t.get_device(), t.share_memory_() is t, t.is_set_to(t), t.is_set_to(t[1:]), t.is_same_size(t + 1), t.to_dense() is t, torch.is_signed(t), t.histogram(2)

# --- pinned_without_a_gpu
torch.ones(2).pin_memory()
