# --- average
from torch.optim.swa_utils import AveragedModel, get_ema_avg_fn, get_ema_multi_avg_fn, get_swa_avg_fn
model = torch.nn.Linear(1, 1)
def averaged(**options):
    with torch.no_grad():
        model.weight.fill_(1.0)
        model.bias.fill_(0.0)
    average = AveragedModel(model, **options)
    for step in range(3):
        with torch.no_grad():
            model.weight.add_(1.0)
        average.update_parameters(model)
    print(average.module.weight, average.n_averaged, average(torch.ones(1, 1)))
averaged()
averaged(avg_fn=get_swa_avg_fn())
averaged(avg_fn=get_ema_avg_fn(0.5))
averaged(multi_avg_fn=get_ema_multi_avg_fn(0.5), use_buffers=True)
print(AveragedModel(model), list(AveragedModel(model).state_dict()))
for f in (lambda: get_ema_avg_fn(2), lambda: AveragedModel(model, avg_fn=len, multi_avg_fn=len)):
    try:
        f()
    except (ValueError, AssertionError) as e:
        print(type(e).__name__, e)

# --- rate
from torch.optim.swa_utils import SWALR
for strategy in ("cos", "linear"):
    optimizer = torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=0.1)
    scheduler, seen = SWALR(optimizer, swa_lr=0.02, anneal_epochs=3, anneal_strategy=strategy), []
    for _ in range(5):
        seen.append(f"{optimizer.param_groups[0]['lr']:.5f}")
        optimizer.step()
        scheduler.step()
    print(strategy, seen)
for options in (dict(anneal_strategy="up"), dict(anneal_epochs=-1)):
    try:
        SWALR(optimizer, 0.1, **options)
    except ValueError as e:
        print(e)

# --- batch_norm
from torch.optim.swa_utils import update_bn
model = torch.nn.Sequential(torch.nn.BatchNorm1d(1))
model.eval()
update_bn([torch.tensor([[0.0], [2.0]]), (torch.tensor([[4.0], [6.0]]), 0)], model)
print(model[0].running_mean, model[0].running_var, model[0].momentum, model.training)
