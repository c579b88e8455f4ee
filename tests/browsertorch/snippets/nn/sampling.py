# --- affine_grid
import torch.nn.functional as F
theta = torch.tensor([[[1., 0., 0.5], [0., -1., 0.]]], requires_grad=True)
for corners in (False, True):
    grid = F.affine_grid(theta, (1, 1, 2, 2), align_corners=corners)
    print(grid, torch.autograd.grad(grid.sum(), theta))
print(F.affine_grid(torch.eye(3, 4).unsqueeze(0), (1, 1, 2, 2, 2), align_corners=False).shape)

# --- affine_grid_of_another_shape
torch.nn.functional.affine_grid(torch.eye(2).unsqueeze(0), (1, 1, 2, 2), align_corners=False)

# --- grid_sample_modes
import torch.nn.functional as F
x = torch.arange(1., 10.).view(1, 1, 3, 3)
grid = torch.tensor([[[[-1., -1.], [0.5, 0.25], [1.5, 0.]], [[0., 0.], [-2., 2.], [0.125, -0.75]]]])
for mode in ("bilinear", "nearest", "bicubic"):
    for padding in ("zeros", "border", "reflection"):
        for corners in (False, True):
            print(mode, padding, corners, F.grid_sample(x, grid, mode, padding, corners).flatten().round(decimals=3))

# --- grid_sample_gradients
import torch.nn.functional as F
x = torch.arange(1., 10.).view(1, 1, 3, 3).requires_grad_()
grid = torch.tensor([[[[-0.75, -0.5], [0.5, 0.25]]]], requires_grad=True)
y = F.grid_sample(x, grid, align_corners=True)
y.sum().backward()
y, x.grad, grid.grad

# --- grid_sample_of_another_batch
torch.nn.functional.grid_sample(torch.ones(1, 1, 2, 2), torch.ones(2, 1, 1, 2), align_corners=False)

# --- grid_sample_mode_misspelt
torch.nn.functional.grid_sample(torch.ones(1, 1, 2, 2), torch.ones(1, 1, 1, 2), mode="linear")
