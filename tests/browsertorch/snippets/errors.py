# --- zeros_a
torch.zeros("a")

# --- zeros_2_a
torch.zeros(2, "a")

# --- arange_a
torch.arange("a")

# --- matmul_ones_2
torch.matmul(torch.ones(2))

# --- ones_2_3_sum_dim_2
torch.ones(2, 3).sum(dim=2)

# --- ones_2_backward_1
torch.ones(2).backward(1)

# --- stack_ones_2_ones_2
torch.stack(torch.ones(2), torch.ones(2))

# --- cat_ones_2_ones_2
torch.cat(torch.ones(2), torch.ones(2))

# --- cat_ones_2_1_2
torch.cat((torch.ones(2), [1, 2]))

# --- max_ones_2_5
torch.max(torch.ones(2), 5)

# --- tensor_1_2_requires_grad_yes
torch.tensor([1, 2], requires_grad="yes")

# --- tensor_1_2
torch.tensor(1, 2)

# --- ones_2_to_gpu
torch.ones(2).to("gpu")

# --- ones_2_to_float32
torch.ones(2).to("float32")

# --- ones_2_type_float
torch.ones(2).type("float")

# --- eye_2_5
torch.eye(2.5)

# --- full_2_3
torch.full(2, 3)

# --- sqrt
torch.sqrt()

# --- sin_1
torch.sin(1)

# --- ones_2_3
torch.ones(2) @ 3

# --- number_matmul_ones
3 @ torch.ones(2)

# --- ones_2_1
torch.ones(2) + "1"

# --- ones_2_1_5
torch.ones(2)[1.5]

# --- ones_2_5
torch.ones(2)[5]

# --- ones_2_foo
torch.ones(2).foo()

# --- autograd_grad_ones_1
torch.autograd.grad(torch.ones(1))

# --- autograd_grad_1_2
torch.autograd.grad(1, 2)

# --- autograd_backward_1
torch.autograd.backward(1)

# --- ones_2_register_hook
torch.ones(2).register_hook()

# --- dot_1_2
torch.dot([1], [2])

# --- mm_ones_2_2_2
torch.mm(torch.ones(2, 2), 2)

# --- mean_1_2
torch.mean([1., 2.])

# --- relu_1
torch.relu(-1)

# --- softmax_ones_2
torch.softmax(torch.ones(2))

# --- manual_seed_a
torch.manual_seed("a")

# --- set_grad_enabled
torch.set_grad_enabled()

# --- ones_2_copy__1_2
torch.ones(2).copy_([1, 2])

# --- equal_ones_1_1
torch.equal(torch.ones(1), 1)

# --- allclose_ones_1_1
torch.allclose(torch.ones(1), 1)

# --- ones_2_grad_fn
torch.ones(2).grad_fn()

# --- empty
torch.empty()

# --- from_numpy_ones_2
torch.from_numpy(torch.ones(2))

# --- ones_2_requires_grad_1
torch.ones(2, requires_grad=1)

# --- zeros_3_requires_grad_true_dtype_int32
torch.zeros(3, requires_grad=True, dtype=torch.int32)

# --- rand_a
torch.rand("a")

# --- ones_4_view_2_2_2
torch.ones(4).view(2, 2, 2)

# --- tensor_1_2_dot_tensor_1_2
torch.tensor([1., 2.]).dot(torch.tensor([1, 2]))

# --- ones_2_a
torch.ones(2) < "a"

# --- tensor_a
-torch.tensor("a")

# --- tensor_3_0
torch.tensor(3)[0]

# --- tensor_1_2_0_0
torch.tensor([1, 2])[0][0]

# --- ones_2_sum_item_backward
torch.ones(2).sum().item().backward()

# --- float_a_ones_2
float("a") * torch.ones(2)

# --- int_tensor_float_nan
int(torch.tensor(float("nan")))

# --- ones_2_3_3
torch.ones(2, 3)[:, 3]

# --- ones_2_3_0_3
torch.ones(2, 3)[0][3]
