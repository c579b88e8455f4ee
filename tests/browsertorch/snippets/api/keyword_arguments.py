# --- zeros_2_dtpye_int64
x = torch.ones(2, 3)
torch.zeros(2, dtpye=torch.int64)

# --- ones_2_foo_1
x = torch.ones(2, 3)
torch.ones(2, foo=1)

# --- empty_2_foo_1
x = torch.ones(2, 3)
torch.empty(2, foo=1)

# --- ones_like_x_foo_1
x = torch.ones(2, 3)
torch.ones_like(x, foo=1)

# --- tensor_1_dtpye_1
x = torch.ones(2, 3)
torch.tensor([1], dtpye=1)

# --- cat_x_axes_0
x = torch.ones(2, 3)
torch.cat([x], axes=0)

# --- x_reshape_3_2_order_f
x = torch.ones(2, 3)
x.reshape(3, 2, order='F')

# --- x_argmax_axis_1
x = torch.ones(2, 3)
x.argmax(axis=1)

# --- x_var_axis_0
x = torch.ones(2, 3)
x.var(axis=0)

# --- x_std_axis_0
x = torch.ones(2, 3)
x.std(axis=0)

# --- x_prod_axis_0
x = torch.ones(2, 3)
x.prod(axis=0)

# --- x_sort_axis_0
x = torch.ones(2, 3)
x.sort(axis=0)

# --- x_cumsum_axis_0
x = torch.ones(2, 3)
x.cumsum(axis=0)

# --- stack_x_axis_0
x = torch.ones(2, 3)
torch.stack([x], axis=0)

# --- cat_x_axis_0
x = torch.ones(2, 3)
torch.cat([x], axis=0)

# --- x_squeeze_axis_0
x = torch.ones(2, 3)
x.squeeze(axis=0)

# --- x_unsqueeze_axis_0
x = torch.ones(2, 3)
x.unsqueeze(axis=0)

# --- x_softmax_axis_0
x = torch.ones(2, 3)
x.softmax(axis=0)

# --- x_all_axis_0
x = torch.ones(2, 3)
x.all(axis=0)

# --- x_amax_axis_0
x = torch.ones(2, 3)
x.amax(axis=0)

# --- argsort_x_axis_0
x = torch.ones(2, 3)
torch.argsort(x, axis=0)

# --- x_median_axis_0
x = torch.ones(2, 3)
x.median(axis=0)

# --- x_logsumexp_axis_0
x = torch.ones(2, 3)
x.logsumexp(axis=0)

# --- x_argmin_axis_0
x = torch.ones(2, 3)
x.argmin(axis=0)

# --- x_any_axis_0_keepdims_true
x = torch.ones(2, 3)
x.any(axis=0, keepdims=True)

# --- x_topk_1_axis_0
x = torch.ones(2, 3)
x.topk(1, axis=0)

# --- x_unbind_axis_0
x = torch.ones(2, 3)
x.unbind(axis=0)

# --- x_chunk_2_axis_1
x = torch.ones(2, 3)
x.chunk(2, axis=1)

# --- x_gather_axis_0_index_zeros_1_3_dtype_long
x = torch.ones(2, 3)
x.gather(axis=0, index=torch.zeros(1, 3, dtype=torch.long))

# --- x_index_select_axis_0_index_tensor_0
x = torch.ones(2, 3)
x.index_select(axis=0, index=torch.tensor([0]))

# --- x_diff_axis_0
x = torch.ones(2, 3)
x.diff(axis=0)

# --- x_sum_axis_0_keepdims_true
x = torch.ones(2, 3)
x.sum(axis=0, keepdims=True)

# --- linspace_0_1_steps_3
x = torch.ones(2, 3)
torch.linspace(0, 1, steps=3)

# --- linspace_start_0_end_1_steps_3
x = torch.ones(2, 3)
torch.linspace(start=0, end=1, steps=3)

# --- arange_start_0_end_3
x = torch.ones(2, 3)
torch.arange(start=0, end=3)

# --- arange_end_3
x = torch.ones(2, 3)
torch.arange(end=3)

# --- full_size_2_fill_value_1
x = torch.ones(2, 3)
torch.full(size=(2, ), fill_value=1)

# --- eye_n_2
x = torch.ones(2, 3)
torch.eye(n=2)

# --- zeros_size_2
x = torch.ones(2, 3)
torch.zeros(size=(2, ))

# --- add_input_x_other_1
x = torch.ones(2, 3)
torch.add(input=x, other=1)

# --- x_add_other_1
x = torch.ones(2, 3)
x.add(other=1)

# --- x_clamp_min_0
x = torch.ones(2, 3)
x.clamp(min=0)

# --- clamp_input_x_min_0
x = torch.ones(2, 3)
torch.clamp(input=x, min=0)

# --- pow_input_x_exponent_2
x = torch.ones(2, 3)
torch.pow(input=x, exponent=2)

# --- x_view_size_6
x = torch.ones(2, 3)
x.view(size=(6, ))

# --- x_expand_size_2_3
x = torch.ones(2, 3)
x.expand(size=(2, 3))

# --- x_repeat_repeats_1_1
x = torch.ones(2, 3)
x.repeat(repeats=(1, 1))

# --- x_permute_dims_1_0
x = torch.ones(2, 3)
x.permute(dims=(1, 0))

# --- x_transpose_dim0_0_dim1_1
x = torch.ones(2, 3)
x.transpose(dim0=0, dim1=1)

# --- x_reshape_shape_6
x = torch.ones(2, 3)
x.reshape(shape=(6, ))

# --- reshape_x_shape_6
x = torch.ones(2, 3)
torch.reshape(x, shape=(6, ))

# --- permute_x_dims_1_0
x = torch.ones(2, 3)
torch.permute(x, dims=(1, 0))

# --- where_condition_x_0_input_x_other_x
x = torch.ones(2, 3)
torch.where(condition=x>0, input=x, other=x)

# --- x_masked_fill_mask_x_0_value_0
x = torch.ones(2, 3)
x.masked_fill(mask=x>0, value=0)

# --- x_scatter_dim_0_index_zeros_1_3_dtype_long_value
x = torch.ones(2, 3)
x.scatter(dim=0, index=torch.zeros(1, 3, dtype=torch.long), value=5)

# --- x_new_zeros_size_2
x = torch.ones(2, 3)
x.new_zeros(size=(2, ))

# --- x_flatten_start_dim_0
x = torch.ones(2, 3)
x.flatten(start_dim=0)

# --- flip_x_dims_0
x = torch.ones(2, 3)
torch.flip(x, dims=(0, ))

# --- x_flip_dims_0
x = torch.ones(2, 3)
x.flip(dims=(0, ))

# --- x_roll_shifts_1_dims_0
x = torch.ones(2, 3)
x.roll(shifts=1, dims=0)

# --- x_tile_dims_1_2
x = torch.ones(2, 3)
x.tile(dims=(1, 2))

# --- x_size_dim_0
x = torch.ones(2, 3)
x.size(dim=0)

# --- x_stride_dim_0
x = torch.ones(2, 3)
x.stride(dim=0)

# --- x_type_dtype_float64
x = torch.ones(2, 3)
x.type(dtype=torch.float64)

# --- x_detach_requires_grad__requires_grad_true
x = torch.ones(2, 3)
x.detach().requires_grad_(requires_grad=True)
