"""signatures.txt of the operations in the second archive (python tests/browsertorch/real_signatures.py later)."""

from .arguments import learn

LINES = """
addbmm|~|T input,T batch1,T batch2,*,N beta=1,N alpha=1,T? out=None
alias_copy angle conj_physical detach_copy erfinv i0 isneginf isposinf sinc t_copy|T input,*,T? out=None
as_strided_copy|T input,I size,I stride,i? storage_offset=None,*,T? out=None
bincount|T input,T? weights=None,i minlength=0
bucketize|T input,T boundaries,*,b out_int32=False,b right=False,T? out=None|N self,T boundaries,*,b out_int32=False,b right=False
cholesky_inverse|T input,b upper=False,*,T? out=None
cholesky_solve|T input,T input2,b upper=False,*,T? out=None
combinations|T input,i r=2,b with_replacement=False
complex|T real,T imag,*,T? out=None
conj conj_physical_ corrcoef get_device i0_ imag is_conj is_neg is_signed isreal real resolve_conj resolve_neg sinc_ view_as_complex view_as_real|T input
copysign|T input,T other,*,T? out=None|T input,N other,*,T? out=None
cov|T input,*,i correction=1,T? fweights=None,T? aweights=None
cummax cummin|T input,i dim,*,TT? out=None
cumulative_trapezoid trapezoid|T y,T x,*,i dim=-1|T y,*,N dx=1,i dim=-1
diagonal_copy|T input,i offset=0,i dim1=0,i dim2=1,*,T? out=None
diagonal_scatter|T input,T src,i offset=0,i dim1=0,i dim2=1
diff|T input,i n=1,i dim=-1,T? prepend=None,T? append=None,*,T? out=None
dsplit hsplit vsplit|T input,i sections|T input,I indices
empty_strided|I size,I stride,*,dt? dtype=None,lay? layout=None,dev? device=None,b? pin_memory=None,b requires_grad=False
expand_copy|T input,I size,*,b implicit=False,T? out=None
fill|T input,T value|T input,N value
frexp geqrf|T input,*,TT? out=None
gcd igamma igammac lcm ldexp logaddexp2 nextafter|T input,T other,*,T? out=None
gcd_ is_same_size lcm_ ldexp_|T input,T other
heaviside|T input,T values,*,T? out=None
histc|T input,i bins=100,N min=0,N max=0,*,T? out=None
index_reduce|T input,i dim,T index,T source,s reduce,*,b include_self=True,T? out=None
logcumsumexp unsqueeze_copy|T input,i dim,*,T? out=None
mode|T input,i dim=-1,b keepdim=False,*,TT? out=None
mvlgamma|T input,i p,*,T? out=None
nanmedian|T input|T input,i dim,b keepdim=False,*,TT? out=None
nanquantile quantile|T input,T q,i? dim=None,b keepdim=False,*,s interpolation="linear",T? out=None|T input,f q,i? dim=None,b keepdim=False,*,s interpolation="linear",T? out=None
narrow_copy|T input,i dim,i start,i length,*,T? out=None
permute_copy|T input,I dims,*,T? out=None
pinverse|T input,f rcond=1.0000000000000001e-15
polar|T abs,T angle,*,T? out=None
polygamma|i n,T input,*,T? out=None
put|T input,T index,T source,b accumulate=False
renorm|T input,N p,i dim,N maxnorm,*,T? out=None
scatter_reduce|T input,i dim,T index,T src,s reduce,*,b include_self=True,T? out=None
searchsorted|T sorted_sequence,T input,*,b out_int32=False,b right=False,s? side=None,T? sorter=None,T? out=None|T sorted_sequence,N self,*,b out_int32=False,b right=False,s? side=None,T? sorter=None,T? out=None
select_copy|T input,i dim,i index,*,T? out=None
select_scatter|T input,T src,i dim,i index
slice_scatter|T input,T src,i dim=0,i? start=None,i? end=None,i step=1,*,T? out=None
sparse_coo_tensor|o indices,o values,*,dt? dtype=None,dev? device=None,b pin_memory=False,b requires_grad=False,b? check_invariants=None,b? is_coalesced=None|o indices,o values,I size,*,dt? dtype=None,dev? device=None,b pin_memory=False,b requires_grad=False,b? check_invariants=None,b? is_coalesced=None|I size,*,dt? dtype=None,dev? device=None,b requires_grad=False,b? check_invariants=None
split_copy|T input,i split_size,i dim=0,*,TT? out=None
split_with_sizes_copy|T input,I split_sizes,i dim=0,*,TT? out=None
squeeze_copy|T input,*,T? out=None|T input,i dim,*,T? out=None|T input,I dim,*,T? out=None
svd|T input,b some=True,b compute_uv=True,*,TT? out=None
transpose_copy|T input,i dim0,i dim1,*,T? out=None
trapz|T y,*,f dx=1,i dim=-1|T y,T x,*,i dim=-1
unbind_copy|T input,i dim=0,*,TT? out=None
unfold_copy|T input,i dimension,i size,i step,*,T? out=None
unsafe_chunk|T input,i chunks,i dim=0
unsafe_split|T input,i split_size,i dim=0
unsafe_split_with_sizes|T input,I split_sizes,i dim=0
vander|T x,i? N=None,b increasing=False
view_copy|T input,dt dtype,*,T? out=None|T input,I size,*,T? out=None
.addbmm_|~|T batch1,T batch2,*,N beta=1,N alpha=1
.cauchy_|f median=0.,f sigma=1.,*,gen? generator=None
.coalesce .dense_dim .erfinv_ .indices .is_coalesced .sparse_dim .values|
.copysign_|T other|N other
.cross|T other,i? dim=None
.fill_diagonal_|N fill_value,b wrap=False
.float_power_|T exponent|N exponent
.geometric_|f p,*,gen? generator=None
.heaviside_|T values
.histogram|T bins,*,T? weight=None,b density=False|i bins=100,*,F? range=None,T? weight=None,b density=False
.igamma_ .igammac_ .nextafter_|T other
.index_reduce_|i dim,T index,T source,s reduce,*,b include_self=True
.is_set_to|T tensor
.log_normal_|f mean=1.,f std=2.,*,gen? generator=None
.mvlgamma_|i p
.pin_memory|dev? device=None
.polygamma_|i n
.put_|T index,T source,b accumulate=False
.renorm_|N p,i dim,N maxnorm
.resize_as_|T the_template,*,mem? memory_format=None
.scatter_reduce_|i dim,T index,T src,s reduce,*,b include_self=True
.sparse_mask|T mask
.to_dense|dt? dtype=None,*,b? masked_grad=None
.to_sparse|*,lay? layout=None,I2? blocksize=None,i? dense_dim=None|i sparse_dim
"""
for _names, _line in (_each.split("|", 1) for _each in LINES.strip().splitlines()):
    for _name in _names.split():
        learn(_name, _line)
