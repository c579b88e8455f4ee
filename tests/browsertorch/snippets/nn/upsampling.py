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
