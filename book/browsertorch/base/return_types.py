"""The named results of operations that return several tensors, e.g. torch.return_types.max."""


class _Kind(type):
    """Torch's are types of C: Python's own messages name them with their module, `__name__` without."""

    __name__ = property(lambda cls: cls.__qualname__)


class _Named(tuple, metaclass=_Kind):
    """A tuple whose items have names too."""

    __slots__ = ()
    _fields = ()

    def __repr__(self):
        inside = ",\n".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"torch.return_types.{type(self).__name__}(\n{inside})"


_types = {}


def named(name, **fields):
    """torch.return_types.<name>(**fields)."""
    cls = _types.get(name)
    if cls is None:
        getters = {f: property(lambda self, i=i: self[i]) for i, f in enumerate(fields)}
        cls = _types[name] = _Kind(f"torch.return_types.{name}", (_Named,), {
            "__slots__": (), "_fields": tuple(fields), "__module__": "torch.return_types", "__qualname__": name, **getters})
    return cls(fields.values())


def __getattr__(name):
    if name.startswith("_"):
        raise AttributeError(name)
    return _types.get(name) or _Named
