"""Functions of torch.nn.functional that are read only when a program names them."""
