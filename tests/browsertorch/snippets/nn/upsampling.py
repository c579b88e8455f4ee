# --- interpolate
import torch.nn.functional as F
x = torch.arange(6.0).view(1, 1, 2, 3)
for options in (dict(scale_factor=2), dict(size=(3, 5)), dict(size=3, mode="nearest-exact"), dict(scale_factor=(1.5, 2.0)), dict(size=(3, 5), mode="bilinear"),
                dict(size=(3, 5), mode="bilinear", align_corners=True), dict(scale_factor=0.5, mode="bilinear"), dict(scale_factor=1.5, mode="bilinear", recompute_scale_factor=True)):
    print(options, F.interpolate(x, **options))
print(F.interpolate(x[0], scale_factor=2, mode="linear"), F.interpolate(x[None], size=(2, 2, 2), mode="trilinear").shape, F.interpolate(x[None], scale_factor=2).shape)

# --- interpolate_gradients
import torch.nn.functional as F
for options in (dict(scale_factor=2), dict(size=(3, 4), mode="bilinear"), dict(size=(3, 4), mode="bilinear", align_corners=True)):
    x = torch.arange(6.0, dtype=torch.float64).view(1, 1, 2, 3).requires_grad_()
    y = F.interpolate(x, **options)
    g, = torch.autograd.grad((y ** 2).sum(), x, create_graph=True)
    print(y.grad_fn.name(), torch.autograd.gradcheck(lambda x: F.interpolate(x, **options), x), torch.autograd.gradgradcheck(lambda x: F.interpolate(x, **options), x), g.grad_fn.name())

# --- pixels
import torch.nn.functional as F
x = torch.arange(16.0, requires_grad=True)
y = torch.nn.PixelShuffle(2)(x.view(1, 4, 2, 2))
print(y, torch.equal(torch.nn.PixelUnshuffle(2)(y), x.view(1, 4, 2, 2)), torch.pixel_shuffle(x.view(4, 2, 2), 2).shape, F.pixel_unshuffle(y, 2).grad_fn.name())
(y * torch.arange(16.0).view(1, 1, 4, 4)).sum().backward()
print(x.grad, torch.nn.PixelShuffle(2), torch.nn.PixelUnshuffle(3))
for f in (lambda: F.pixel_shuffle(torch.ones(1, 3, 2, 2), 2), lambda: F.pixel_unshuffle(torch.ones(1, 1, 3, 2), 2), lambda: F.pixel_shuffle(torch.ones(2, 2), 2)):
    try:
        f()
    except RuntimeError as e:
        print(e)

# --- layers
print(torch.nn.Upsample(scale_factor=2), torch.nn.Upsample(size=(2, 3), mode="bilinear"), torch.nn.UpsamplingNearest2d(scale_factor=2), torch.nn.UpsamplingBilinear2d(size=4))
print(torch.nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True)(torch.arange(4.0).view(1, 1, 2, 2)), torch.nn.UpsamplingNearest2d(size=3)(torch.ones(1, 1, 2, 2)).shape)

# --- mistakes
import torch.nn.functional as F
x = torch.ones(1, 1, 2, 2)
for f in (lambda: F.interpolate(x), lambda: F.interpolate(x, 3, 2), lambda: F.interpolate(x, 3, align_corners=True), lambda: F.interpolate(x, (1, 2, 3))):
    try:
        f()
    except ValueError as e:
        print(str(e)[:90])

# --- bicubic
import torch.nn.functional as F
x = torch.arange(1., 17.).view(1, 1, 4, 4).requires_grad_()
for size, corners in ((6, False), (3, False), (7, True)):
    y = F.interpolate(x, size=size, mode="bicubic", align_corners=corners)
    print(y.detach().round(decimals=3), y.grad_fn, torch.autograd.grad(y.sum(), x)[0].round(decimals=3))

# --- area
import torch.nn.functional as F
x = torch.arange(16.).view(1, 1, 4, 4)
F.interpolate(x, size=2, mode="area"), F.interpolate(x, scale_factor=0.75, mode="area"), F.interpolate(x[0], size=2, mode="area")

# --- antialias
import torch.nn.functional as F
x = torch.arange(36.).view(1, 1, 6, 6).requires_grad_()
for mode in ("bilinear", "bicubic"):
    for size in (3, 12):
        y = F.interpolate(x, size=size, mode=mode, antialias=True)
        print(mode, size, y.grad_fn, y.detach()[0, 0, 1].round(decimals=1), torch.autograd.grad(y[0, 0, 1].sum(), x)[0][0, 0, :, 2].round(decimals=2))

# --- antialias_of_the_nearest
torch.nn.functional.interpolate(torch.ones(1, 1, 4, 4), size=2, antialias=True)

# --- bicubic_of_a_row
torch.nn.functional.interpolate(torch.ones(1, 1, 4), size=2, mode="bicubic")

# --- sizes_of_other_dimensions
torch.nn.functional.interpolate(torch.ones(1, 1, 4, 4), size=(2, 2, 2))
