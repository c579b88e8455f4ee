# --- shapes_steps_and_gradients
D = "meta"
a, b, v, big, sq = (torch.randn(*shape, device=D, requires_grad=True) for shape in ((3, 4), (3, 4), (4,), (2, 3, 4), (3, 3)))
inputs = (a, b, v, big, sq)
idx, idx2, idx3 = torch.tensor([0, 2], device=D), torch.zeros(3, 4, dtype=torch.int64, device=D), torch.zeros(3, dtype=torch.int64, device=D)
ints = torch.arange(4, device=D)
calls = """
a+b
a*2
2-a
a/b
a//b
a%b
a**2
a**b
2**a
a@v
a@b.T
v@v
big@big.mT
a.sum()
a.sum(0)
a.sum((0,1),keepdim=True)
a.mean(1)
a.prod()
a.prod(0)
a.var(0)
a.std()
a.max()
a.max(0)
a.min(1,keepdim=True)
a.amax(0)
a.argmax(1)
a.norm()
a.norm(dim=1)
torch.linalg.norm(a)
torch.linalg.vector_norm(a,dim=0)
a.cumsum(0)
a.cumprod(1)
a.logsumexp(1)
a.softmax(-1)
a.log_softmax(0)
a.exp()
a.log()
a.sqrt()
a.rsqrt()
a.sin()
a.tanh()
a.sigmoid()
a.relu()
a.abs()
a.sign()
a.erf()
a.lgamma()
a.floor()
a.round()
a.clamp(0,1)
a.clamp(min=0)
a.square()
a.reciprocal()
-a
a.pow(3)
a.T
a.t()
a.permute(1,0)
big.permute(2,0,1)
big.transpose(0,2).contiguous()
big.transpose(0,2)+1
big.transpose(0,2).reshape(-1)
big.transpose(0,1).reshape(2,-1)
big.view(6,4)
big.flatten()
big.flatten(1)
a.unsqueeze(0)
a.unsqueeze(-1)
a.unsqueeze(1).squeeze(1)
a[0]
a[:,1]
a[1:]
a[:,::2]
a[None]
a[...,0]
a[idx]
a[:,idx]
a[idx,idx]
big[0,:,idx]
big[:,idx,idx]
a[a.shape[0]-1]
a.expand(2,3,4)
a[:1].expand(3,4)
a.repeat(2,1)
a.tile(2)
a.repeat_interleave(2,0)
torch.cat([a,b])
torch.cat([a,b],1)
torch.stack([a,b])
torch.stack([a,b],-1)
torch.hstack([a,b])
torch.vstack([a,b])
a.chunk(2,1)
a.split(1)
a.unbind(0)
a.gather(1,idx2)
a.scatter(1,idx2,b)
a.scatter_add(1,idx2,b)
a.take_along_dim(idx2,1)
a.masked_fill(a>0,0.)
torch.where(a>0,a,b)
torch.where(a>0,a,0.)
a.tril()
a.triu(1)
a.diag()
v.diag()
a.diagonal()
a.trace()
a.sort(1)
a.argsort()
a.topk(2)
a.kthvalue(1)
a.median()
a.flip(0)
a.roll(1,0)
a.movedim(0,1)
torch.einsum('ij,kj->ik',a,b)
torch.einsum('bij,bjk->bik',big,big.mT)
torch.bmm(big,big.mT)
torch.addmm(a[:,:3],a,b.T)
torch.baddbmm(torch.zeros(2,3,3,device=D),big,big.mT)
torch.matmul(big,v)
torch.tensordot(a,b,dims=([1],[1]))
torch.dot(v,v)
torch.mv(a,v)
torch.cross(a[:,:3],b[:,:3],dim=1)
torch.kron(a,b)
torch.maximum(a,b)
torch.minimum(a,b)
torch.logaddexp(a,b)
torch.atan2(a,b)
torch.lerp(a,b,0.5)
torch.addcmul(a,a,b)
torch.addcdiv(a,a,b)
torch.cdist(a,b)
torch.isnan(a)
a==b
a>0
(a>0)&(b>0)
~(a>0)
(a>0).any()
(a>0).all(0)
(a>0).sum()
(a>0).float()
a.double()
a.half()
a.long()
a.to(torch.float64)
a.int()+1
ints+1
ints/2
ints*1.5
ints//2
ints%2
ints**2
ints.sum()
ints.float().mean()
a.clone()
a.detach()
a.numel()
a.dim()
a.new_zeros(2)
a.new_full((2,),3.)
torch.zeros_like(a)
torch.ones_like(a.T)
torch.rand_like(a)
torch.randn_like(a)
torch.full_like(a,2)
torch.empty_like(big.permute(2,0,1))
torch.linalg.inv(sq)
torch.linalg.det(sq)
torch.linalg.solve(sq,sq)
torch.linalg.qr(a)
torch.linalg.matrix_power(sq,2)
torch.linalg.pinv(a)
torch.meshgrid(v,v,indexing='ij')
torch.broadcast_tensors(a,v)
torch.nan_to_num(a)
torch.logspace(0,1,3,device=D)
torch.bernoulli(a)
torch.normal(a,1.)
torch.cumsum(ints,0)
torch.diff(a)
torch.quantile(a,0.5)
a.unfold(1,2,1)
a.as_strided((2,2),(4,1))
torch.polar(a,b)
torch.complex(a,b)
a.index_fill(0,idx,0.)
torch.cartesian_prod(v,v)
a.nansum()
a.nanmean()
a.xlogy(b)
a.hypot(b)
a.float_power(2)
a.frac()
a.logit()
a.digamma()
a.expm1().log1p()
a.unflatten(1,(2,2))
a.view_as(b)
a.swapaxes(0,1)
a.ravel()
a.aminmax()
a.count_nonzero()
torch.std_mean(a,dim=0)
torch.trapezoid(a)
torch.multinomial(a.softmax(1),2)
a.is_contiguous()
a.T.is_contiguous()
a.storage_offset()
a[1].storage_offset()
a.untyped_storage().nbytes()
a.expand(5,3,4).untyped_storage().nbytes()
a.data_ptr()
a.is_leaf
a.element_size()*a.nelement()
a.type_as(ints)
a.view(torch.int32)
a.real
a.mT
a.conj()
a.rot90()
a.dist(b)
torch.tril_indices(3,3,device=D)
"""

def shown(x):
    if isinstance(x, torch.Tensor):
        return f"{tuple(x.shape)} {x.dtype} {x.stride()} {x.device} {x.grad_fn and x.grad_fn.name()}"
    return str([shown(y) for y in x]) if isinstance(x, (tuple, list)) else repr(x)


def backward(out):
    for y in out if isinstance(out, (tuple, list)) else [out]:
        if isinstance(y, torch.Tensor) and y.requires_grad:
            y.sum().backward()
            return [shown(t.grad) for t in inputs if t.grad is not None]


for text in calls.strip().splitlines():
    for t in inputs:
        t.grad = None
    for f in (lambda: eval(text), lambda: backward(out)):
        try:
            out = f()
            print(text, "->", shown(out))
        except RuntimeError as error:
            print(text, "->", type(error).__name__, error)
