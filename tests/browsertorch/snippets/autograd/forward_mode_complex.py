# --- jvp
for f in (lambda z: z * z, lambda z: z.abs(), lambda z: z.conj(), lambda z: z.real, lambda z: z.imag, lambda z: z.exp(), lambda z: z.angle(),
          lambda z: (z * z.conj()).real, lambda z: z / z.abs(), lambda z: z.sgn(), lambda z: z.log(), lambda z: 1 / z):
    print(*torch.func.jvp(f, (torch.tensor(3 + 4j),), (torch.tensor(1j),)))

# --- from_real_numbers
print(torch.func.jvp(torch.complex, (torch.tensor(3.0), torch.tensor(1.0)), (torch.tensor(1.0), torch.tensor(2.0))))
print(torch.func.jvp(torch.polar, (torch.tensor(3.0), torch.tensor(1.0)), (torch.tensor(1.0), torch.tensor(2.0))))
print(torch.func.jvp(torch.view_as_complex, (torch.tensor([3.0, 4.0]),), (torch.tensor([1.0, 2.0]),)))

# --- dual_numbers
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    z = fwAD.make_dual(torch.tensor([1 + 2j, 3]), torch.tensor([1j, 2]))
    for w in (z, z + 1, z * 2.0, z.real, z.imag, z.conj(), z @ z, z.sum(), torch.view_as_real(z)):
        print(fwAD.unpack_dual(w))

# --- in_place
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    z = fwAD.make_dual(torch.tensor([1 + 2j, 3]), torch.tensor([1j, 2]))
    w = z.clone()
    w.mul_(z).add_(1j)
    print(fwAD.unpack_dual(w))

# --- printed
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    print(fwAD.make_dual(torch.tensor([1 + 2j]), torch.tensor([1j])))

# --- matrices
A, V = torch.tensor([[3 + 4j, 1], [1, 2]]), torch.tensor([[1j, 2], [1, 1]])
print(torch.func.jvp(lambda z: z.mH @ z, (A,), (V,)))
print(torch.func.jvp(lambda z: torch.einsum("ij,jk->ik", z, z), (A,), (V,)))

# --- gradcheck
z = torch.tensor([1 + 2j, 0.5 - 1j], dtype=torch.complex128, requires_grad=True)
for f in (lambda z: z * z, lambda z: z.abs(), lambda z: z.sin() / (1 + z), lambda z: torch.fft.fft(z), lambda z: z.cumsum(0) ** 3):
    print(torch.autograd.gradcheck(f, z, check_forward_ad=True))

# --- vjp
z = torch.tensor([3 + 4j, 1])
print(torch.func.vjp(lambda z: z * z, z)[1](torch.tensor([1j, 1])))

# --- jacobians_are_real
for f in (torch.func.jacrev, torch.func.jacfwd):
    for g, x in ((lambda z: z.abs(), torch.tensor([3 + 4j])), (lambda x: x * 1j, torch.tensor([3.0]))):
        try:
            f(g)(x)
        except RuntimeError as error:
            print(error)
