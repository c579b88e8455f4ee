# --- qr
A = torch.tensor([[1 + 2j, 2], [3, 1j], [1, 1]], dtype=torch.complex128, requires_grad=True)
Q, R = torch.linalg.qr(A)
print(torch.allclose(Q @ R, A), R.diagonal().imag.abs().max() < 1e-12)
((Q * torch.tensor([1, 2j])).sum() + (R * torch.tensor([3, 1j])).sum()).abs().backward()
print(A.grad)

# --- qr_of_a_wide_one
A = torch.tensor([[1 + 2j, 2, 1j], [3, 1j, 4]], dtype=torch.complex128, requires_grad=True)
Q, R = torch.linalg.qr(A)
((Q * torch.tensor([1, 2j])).sum() + (R * torch.tensor([3, 1j, 2])).sum()).abs().backward()
print(A.grad)

# --- qr_gradcheck
A = torch.tensor([[1 + 2j, 2], [3, 1j], [1, 1]], dtype=torch.complex128, requires_grad=True)
print(torch.autograd.gradcheck(torch.linalg.qr, A), torch.autograd.gradgradcheck(lambda A: torch.linalg.qr(A)[1], A))

# --- lstsq
A = torch.tensor([[1 + 2j, 2], [3, 1j], [1, 1]], dtype=torch.complex128, requires_grad=True)
b = torch.tensor([[1.0], [2j], [1j]], dtype=torch.complex128, requires_grad=True)
x = torch.linalg.lstsq(A, b).solution
print(x)
(x * torch.tensor([[3], [1j]])).sum().abs().backward()
print(A.grad, b.grad)

# --- lstsq_residuals
A = torch.tensor([[1 + 2j, 2], [3, 1j], [1, 1]], dtype=torch.complex128, requires_grad=True)
b = torch.tensor([[1.0], [2j], [1j]], dtype=torch.complex128)
found = torch.linalg.lstsq(A, b, driver="gelsd")
print(found.residuals, found.rank, found.singular_values)
found.residuals.sum().backward()
torch.set_printoptions(precision=3)
print(A.grad)

# --- sign_of_the_determinant
A = torch.tensor([[2 + 1j, 1j], [-1j, 3]], dtype=torch.complex128, requires_grad=True)
sign, log = torch.linalg.slogdet(A)
sign.real.backward()
print(A.grad)
