# --- layers
nn = torch.nn
layers = [nn.Linear(3, 4, device="meta"), nn.Linear(3, 4, bias=False, device="meta", dtype=torch.float64), nn.Embedding(5, 2, device="meta"),
          nn.BatchNorm1d(3, device="meta"), nn.LayerNorm(3, device="meta"), nn.Conv2d(1, 2, 3, device="meta"), nn.LSTM(2, 3, device="meta"),
          nn.MultiheadAttention(4, 2, device="meta"), nn.GroupNorm(1, 2, device="meta"), nn.PReLU(device="meta"), nn.RMSNorm(2, device="meta"),
          nn.Bilinear(2, 2, 2, device="meta"), nn.InstanceNorm1d(2, affine=True, device="meta"), nn.GRUCell(2, 2, device="meta")]
for layer in layers:
    print(layer, [(name, p.device.type, tuple(p.shape), p.dtype) for name, p in (*layer.named_parameters(), *layer.named_buffers())])

# --- under_the_context
with torch.device("meta"):
    model = torch.nn.Sequential(torch.nn.Conv2d(3, 16, 3, padding=1), torch.nn.BatchNorm2d(16), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
                                torch.nn.Flatten(), torch.nn.Linear(16 * 16 * 16, 10))
print(sum(p.numel() for p in model.parameters()), {p.device for p in model.parameters()}, model[1].num_batches_tracked)
x = torch.empty(8, 3, 32, 32, device="meta")
for layer in model:
    x = layer(x)
    print(type(layer).__name__, tuple(x.shape), x.device, x.grad_fn.name())

# --- a_large_language_model
nn = torch.nn
with torch.device("meta"):
    embedding = nn.Embedding(50257, 12288)
    block = nn.TransformerEncoderLayer(12288, 96, 4 * 12288, batch_first=True, activation="gelu")
count = embedding.weight.numel() + 96 * sum(p.numel() for p in block.parameters())
print(f"{count:,}", f"{count * 4 / 1e9:.1f} GB")
block(embedding(torch.zeros(2, 10, dtype=torch.long, device="meta")))

# --- shapes_of_recurrent_layers
nn = torch.nn
with torch.device("meta"):
    x = torch.randn(4, 7, 3)
    out, (h, c) = nn.LSTM(3, 5, num_layers=2, batch_first=True, bidirectional=True)(x)
    gru = nn.GRU(3, 5)(x)
print(out.shape, h.shape, c.shape, gru[0], gru[1])

# --- attention
nn = torch.nn
with torch.device("meta"):
    x = torch.randn(2, 5, 8)
    out, weights = nn.MultiheadAttention(8, 2, batch_first=True)(x, x, x)
    y = nn.TransformerDecoderLayer(8, 2, 16, batch_first=True)(x, x)
    q = torch.randn(2, 2, 5, 8)
print(out, weights, y, nn.functional.scaled_dot_product_attention(q, q, q, is_causal=True))

# --- a_training_step
nn = torch.nn
with torch.device("meta"):
    model = nn.Sequential(nn.Linear(8, 16), nn.Dropout(0.5), nn.Linear(16, 3))
    x, y = torch.randn(4, 8), torch.randint(0, 3, (4,))
for make in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop):
    optimizer = make(model.parameters(), lr=0.1)
    loss = nn.functional.cross_entropy(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(loss, model[0].weight.grad)
state = torch.optim.Adam(model.parameters()).state_dict()
print(state["state"], len(state["param_groups"][0]["params"]))

# --- losses
nn = torch.nn
a, b = (torch.randn(3, 4, device="meta", requires_grad=True) for _ in range(2))
classes = torch.zeros(3, dtype=torch.long, device="meta")
for loss in (nn.MSELoss()(a, b), nn.L1Loss()(a, b), nn.CrossEntropyLoss()(a, classes), nn.CrossEntropyLoss(reduction="none")(a, classes),
             nn.BCEWithLogitsLoss()(a, b), nn.NLLLoss()(a.log_softmax(1), classes), nn.SmoothL1Loss()(a, b), nn.KLDivLoss(reduction="batchmean")(a, b)):
    print(loss)

# --- to_meta
model = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.BatchNorm1d(3))
print(model.to("meta") is model, model[0].weight, model[1].running_mean, model[1].num_batches_tracked, model.to("meta", torch.float64)[0].bias)

# --- back_to_the_cpu
torch.nn.Linear(2, 3, device="meta").to("cpu")

# --- back_by_cpu
torch.nn.Linear(2, 3, device="meta").cpu()

# --- to_empty
model = torch.nn.Sequential(torch.nn.Linear(2, 3, device="meta"), torch.nn.BatchNorm1d(3, device="meta"))
out = model.to_empty(device="cpu")
print(out is model, [(name, t.device, t.shape, t.requires_grad) for name, t in model.named_parameters()], model[1].num_batches_tracked.dtype)
for layer in model:
    layer.reset_parameters()
torch.manual_seed(0)
torch.nn.init.ones_(model[0].weight)
torch.nn.init.zeros_(model[0].bias)
print(model(torch.tensor([[1.0, 2.0], [3.0, 4.0]])))

# --- to_empty_needs_a_device
torch.nn.Linear(2, 3, device="meta").to_empty()

# --- assigned
small = torch.nn.Linear(2, 1)
torch.nn.init.ones_(small.weight), torch.nn.init.zeros_(small.bias)
with torch.device("meta"):
    other = torch.nn.Linear(2, 1)
print(other.load_state_dict(small.state_dict(), assign=True), other.weight, other.bias.device, other(torch.ones(1, 2)))

# --- not_assigned
other = torch.nn.Linear(2, 1, device="meta")
print(other.load_state_dict(torch.nn.Linear(2, 1).state_dict()), other.weight)

# --- loaded_from_meta
torch.nn.Linear(2, 1).load_state_dict(torch.nn.Linear(2, 1, device="meta").state_dict())

# --- its_state
for name, t in torch.nn.Linear(2, 1, device="meta").state_dict().items():
    print(name, t)

# --- input_of_the_other_device
linear = torch.nn.Linear(4, 2, device="meta")
try:
    linear(torch.ones(1, 4))
except RuntimeError as error:
    print(error)
torch.nn.Linear(4, 2)(torch.ones(1, 4, device="meta"))

# --- a_model_written_by_hand
class Net(torch.nn.Module):
    def __init__(self, width):
        super().__init__()
        self.layers = torch.nn.ModuleList([torch.nn.Linear(width, width) for _ in range(3)])
        self.scale = torch.nn.Parameter(torch.ones(width))
        self.register_buffer("steps", torch.arange(width))

    def forward(self, x):
        for layer in self.layers:
            x = x + torch.nn.functional.gelu(layer(x))
        return x * self.scale + self.steps

with torch.device("meta"):
    net = Net(1000)
print(net(torch.empty(2, 1000, device="meta")), sum(t.nbytes for t in (*net.parameters(), *net.buffers())))

# --- hooks_tell_shapes
model = torch.nn.Sequential(torch.nn.Linear(784, 256), torch.nn.ReLU(), torch.nn.Linear(256, 10)).to("meta")
for layer in model:
    layer.register_forward_hook(lambda module, args, output: print(type(module).__name__, tuple(args[0].shape), tuple(output.shape)))
model(torch.empty(64, 784, device="meta"))

# --- lazy_layers
with torch.device("meta"):
    model = torch.nn.Sequential(torch.nn.LazyLinear(4), torch.nn.ReLU(), torch.nn.LazyLinear(2))
    print(model(torch.empty(3, 7)), model[0].weight)

# --- initialised
linear = torch.nn.Linear(3, 3, device="meta")
for name in "uniform_ normal_ ones_ zeros_ xavier_uniform_ xavier_normal_ kaiming_uniform_ kaiming_normal_ eye_ orthogonal_".split():
    print(getattr(torch.nn.init, name)(linear.weight).is_meta, end=" ")
print(torch.nn.init.constant_(linear.bias, 3.0))

# --- clipped
w = torch.nn.Parameter(torch.randn(3, device="meta"))
w.sum().backward()
print(torch.nn.utils.clip_grad_norm_([w], 1.0), torch.nn.utils.parameters_to_vector([w]))
