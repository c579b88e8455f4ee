# --- windows
for window in (torch.hann_window, torch.hamming_window, torch.bartlett_window):
    print(window.__name__, window(4).round(decimals=3), window(5, periodic=False).round(decimals=3), window(1), window(0))
print(torch.blackman_window(4)[1:].round(decimals=3), torch.kaiser_window(4).round(decimals=3), torch.hamming_window(4, True, 0.5).round(decimals=3))
print(torch.hann_window(4, dtype=torch.float64, requires_grad=True).requires_grad)

# --- short_time_fourier
x = torch.sin(torch.arange(32.))
w = torch.hann_window(8)
s = torch.stft(x, 8, 4, window=w, return_complex=True)
print(s.shape, s.dtype, s.abs()[:, 2].round(decimals=3), torch.stft(x, 8, return_complex=False).shape)
print(torch.stft(x, 8, center=False, onesided=False, return_complex=True).shape, torch.stft(torch.stack([x, x]), 8, normalized=True, return_complex=True).shape)
print(torch.istft(s, 8, 4, window=w).sub(x).abs().max() < 1e-5, torch.istft(s, 8, 4, window=w, length=20).shape)

# --- stft_of_what_kind
torch.stft(torch.ones(8), 4)

# --- differences
print(torch.gradient(torch.tensor([1., 4., 9., 16.])), torch.gradient(torch.tensor([1., 4., 9., 16.]), edge_order=2))
print(torch.gradient(torch.arange(6.).view(2, 3) ** 2, spacing=2.), torch.gradient(torch.arange(6.).view(2, 3), dim=1))
print(torch.gradient(torch.tensor([1., 4., 9.]), spacing=(torch.tensor([0., 2., 4.]),)))

# --- gradient_of_a_difference
x = torch.tensor([1., 2., 4.], requires_grad=True)
torch.gradient(x)[0][1].backward()
x.grad

# --- drawn_counts
torch.manual_seed(0)
torch.poisson(torch.tensor([1., 5., 20.])), torch.binomial(torch.tensor([10., 5.]), torch.tensor([.5, .1]))

# --- range_with_its_end
import warnings
warnings.simplefilter("ignore")
print(torch.range(1, 4), torch.range(0, 2, 0.5))
torch.range(2)

# --- places_and_bytes
torch.unravel_index(torch.tensor([5, 2]), (2, 3)), torch.frombuffer(bytearray(b"\x01\x00\x02\x00"), dtype=torch.int16)
