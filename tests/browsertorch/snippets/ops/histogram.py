# --- histogram
x = torch.tensor([1., 2., 1.])
print(torch.histogram(x, 4, range=(0., 3.)), torch.histogram(x, torch.tensor([0., 1., 2.])), torch.histogram(x, 4))
h, edges = torch.histogram(x, 2, weight=torch.tensor([1., 2., 4.]), density=True)
print(h, edges, torch.histogram(torch.ones(2), 3), torch.histogram(torch.tensor([]), 2))
for wrong in (lambda: torch.histogram(x.long(), 4), lambda: torch.histogram(x, 0), lambda: torch.histogram(x, 3, range=(2., 1.)),
              lambda: torch.histogram(torch.tensor([float('nan')]), 3), lambda: torch.histogram(x, 2.5)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
