# --- fft_there_and_back
torch.set_printoptions(precision=3, sci_mode=False)
x = torch.tensor([1.0, 2.0, 4.0, -1.0, 0.5])
X = torch.fft.fft(x)
print(X, X.dtype, torch.allclose(torch.fft.ifft(X).real, x), torch.fft.fft(x.double()).dtype, torch.fft.fft(torch.arange(4)))
for norm in ("forward", "backward", "ortho"):
    print(torch.fft.fft(x, norm=norm), torch.allclose(torch.fft.ifft(torch.fft.fft(x, norm=norm), norm=norm).real, x))
torch.fft.fft(x, n=3), torch.fft.fft(x, n=7), torch.fft.rfft(x), torch.fft.irfft(torch.fft.rfft(x), n=5)

# --- fft_of_several_dimensions
torch.set_printoptions(precision=3, sci_mode=False)
x = torch.arange(12.0).reshape(3, 4).sqrt()
for f in (torch.fft.fft2, torch.fft.fftn, torch.fft.rfft2, torch.fft.rfftn, torch.fft.ifft2, torch.fft.hfft, torch.fft.ihfft):
    y = f(x)
    print(y.shape, y.dtype, y.flatten()[1])
print(torch.fft.fftn(x, s=(2, 2)).shape, torch.fft.fft(x, dim=0).shape, torch.allclose(torch.fft.irfft2(torch.fft.rfft2(x), s=(3, 4)), x, atol=1e-6))
torch.fft.fftfreq(5), torch.fft.rfftfreq(6, 0.5), torch.fft.fftshift(torch.arange(5)), torch.fft.ifftshift(torch.arange(6).reshape(2, 3))

# --- fft_gradients
x = torch.tensor([[1.0, 2.0, 4.0], [-1.0, 0.5, 3.0]], dtype=torch.float64, requires_grad=True)
z = torch.tensor([[1 + 2j, 0.5, -1j], [2.0, 1j, 3 - 1j]], dtype=torch.complex128, requires_grad=True)
for f in (torch.fft.fft, torch.fft.ifft, torch.fft.fft2, lambda t: torch.fft.fft(t, n=2), lambda t: torch.fft.fft(t, n=5, norm="ortho")):
    print(torch.autograd.gradcheck(f, x), torch.autograd.gradcheck(f, z), torch.autograd.gradgradcheck(f, x))
for f in (torch.fft.rfft, torch.fft.rfft2, torch.fft.ihfft, lambda t: torch.fft.rfft(t, n=4, norm="ortho")):
    print(torch.autograd.gradcheck(f, x))
for f in (torch.fft.irfft, torch.fft.irfft2, torch.fft.hfft, lambda t: torch.fft.irfft(t, n=5, norm="forward"), lambda t: torch.fft.irfft(t, n=2)):
    print(torch.autograd.gradcheck(f, z))
loss = torch.fft.rfft(x.float()).abs().square().sum()
loss.backward()
print(loss, x.grad, torch.fft.fft(x).grad_fn, torch.fft.fft(z).grad_fn, torch.fft.rfft(x).grad_fn, torch.fft.irfft(z).grad_fn)

# --- fft_mistakes
x = torch.ones(4)
for f in (lambda: torch.fft.fft(x, norm="big"), lambda: torch.fft.fft(x, n=0), lambda: torch.fft.rfft(x * 1j), lambda: torch.fft.fft(x, dim=2),
          lambda: torch.fft.fftn(x, s=(2,), dim=(0, 0)), lambda: torch.fft.fft2(torch.ones(2, 2), dim=(0, 0))):
    try:
        print(f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
