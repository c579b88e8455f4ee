"""torch.save and torch.load: torch's own file format.

A file is a zip that does not compress: data.pkl, a pickle in which each memory of tensors is only named, and data/0, data/1, … with
the memories themselves. Tensors that share memory share it again when they are loaded.
"""

import errno
import io
import os
import pickle
import re
import zipfile
from collections import Counter, OrderedDict
from pathlib import PurePath

import numpy as np

from . import _utils, storage
from .base import dtypes, values
from .base.missing import missing, no_attribute
from .core.tensor import Tensor
from .nn.modules import moved_to_torchs_places
from .nn.parameter import Parameter

UNSAFE = ("In PyTorch 2.6, we changed the default value of the `weights_only` argument in `torch.load` from `False` to `True`. Re-running "
          "`torch.load` with `weights_only` set to `False` will likely succeed, but it can result in arbitrary code execution. Do it only "
          "if you got the file from a trusted source.")
UNKNOWN = ("Weights only load failed. This file can still be loaded, to do so you have two options, \x1b[1mdo those steps only if you trust "
           "the source of the checkpoint\x1b[0m. \n\t(1) {}\n\t(2) Alternatively, to load with `weights_only=True` please check the "
           "recommended steps in the following error message.\n\tWeightsUnpickler error: {}")
OTHER = ("Weights only load failed. {}\nPlease file an issue with the following so that we can make `weights_only=True` compatible with "
         "your use case: WeightsUnpickler error: \n\n{}")
DOCS = ("\n\nCheck the documentation of torch.load to learn more about types accepted by default with weights_only "
        "https://pytorch.org/docs/stable/generated/torch.load.html.")
NO_CUDA = ("Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If you are running on a CPU-only "
           "machine, please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU.")
BUILTIN = {"collections.OrderedDict": OrderedDict, "collections.Counter": Counter, "builtins.bytearray": bytearray, "builtins.set": set,
           "builtins.complex": complex, "torch.nn.parameter.Parameter": Parameter, "torch.Size": values.Size, "torch.Tensor": Tensor,
           "torch.device": values.device, "torch._utils._rebuild_tensor_v2": _utils._rebuild_tensor_v2,
           "torch._utils._rebuild_parameter": _utils._rebuild_parameter,
           **{str(dtype): dtype for dtype in dtypes.ALL}, **{f"torch.{cls.__name__}": cls for cls in storage.CLASSES.values()}}
_allowed = {}     # what a reader allows besides: {name: class}


def save(obj, f, pickle_module=pickle, pickle_protocol=2, _use_new_zipfile_serialization=True):
    """Write an object (a tensor, a state_dict, a dict of them) into a file."""
    if not _use_new_zipfile_serialization:
        raise missing("torch.save(_use_new_zipfile_serialization=False)")
    if not isinstance(f, (str, os.PathLike)) and not hasattr(f, "write"):
        raise AttributeError("expected 'f' to be string, path, or a file-like object with a 'write' attribute")
    name = "archive"
    if isinstance(f, (str, os.PathLike)):
        f = os.fspath(f)
        name = PurePath(f).stem
        parent = os.path.dirname(f)
        if parent and not os.path.isdir(parent):
            if not f.isascii():      # this Python opens
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), f)
            raise RuntimeError(f"Parent directory {parent} does not exist.")
    moved_to_torchs_places()
    text = io.BytesIO()
    pickler = _Pickler(text, pickle_protocol)
    pickler.dump(obj)
    with zipfile.ZipFile(f, "w", zipfile.ZIP_STORED) as out:
        records = {"data.pkl": text.getvalue(), ".format_version": b"1", ".storage_alignment": b"64", "byteorder": b"little",
                   **{f"data/{key}": memory.tobytes() for key, memory in enumerate(pickler.memories)}, "version": b"3\n"}
        for record, data in records.items():
            out.writestr(zipfile.ZipInfo(f"{name}/{record}"), data)


class _Pickler(pickle.Pickler):
    """Tensors as torch writes them; `memories` gathers what lies under them."""

    def __init__(self, file, protocol):
        super().__init__(file, protocol)
        self.memories, self._keys = [], {}

    def persistent_id(self, obj):
        if not isinstance(obj, storage.TypedStorage):
            return None
        key = self._keys.setdefault(obj.data_ptr() if len(obj) else ("empty", len(self.memories)), len(self.memories))
        if key == len(self.memories):
            self.memories.append(obj._array)
        elif self.memories[key].dtype != obj._array.dtype:
            raise RuntimeError("Cannot save multiple tensors or storages that view the same data as different types")
        return "storage", storage.CLASSES[obj.dtype], str(key), "cpu", len(obj)

    def reducer_override(self, obj):
        if isinstance(obj, Parameter):
            return _utils._rebuild_parameter, (obj.data, obj._rg, OrderedDict())
        if isinstance(obj, Tensor):
            return self._tensor(obj)
        if isinstance(obj, values.device):
            return values.device, (obj.type,) if obj.index is None else (obj.type, obj.index)
        if isinstance(obj, values.Size):
            return values.Size, (tuple(obj),)
        if isinstance(obj, dtypes.dtype):
            return obj.name
        return NotImplemented

    def _tensor(self, tensor):
        memory = storage.memory_of(tensor)
        if memory is None:      # lies in another way than torch's memory does
            memory, offset, steps = np.ascontiguousarray(tensor._a).reshape(-1), 0, None
        else:
            offset = (tensor.data_ptr() - memory.__array_interface__["data"][0]) // memory.itemsize if memory.size else 0
            steps = tensor.stride()
        if steps is None:
            steps = tuple(s // tensor._a.itemsize for s in np.empty(tensor.shape, tensor._a.dtype).strides)
        return _utils._rebuild_tensor_v2, (storage.TypedStorage(memory), offset, tuple(tensor.shape), steps, tensor.requires_grad,
                                           OrderedDict())


def load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args):
    """What save wrote. weights_only=False also makes objects of any class: only of files that you trust."""
    weights_only = pickle_module is None if weights_only is None else weights_only
    if weights_only and pickle_module is not None:
        raise RuntimeError("Can not safely load weights when explicit pickle_module is specified")
    if isinstance(f, (str, os.PathLike)):
        with open(f, "rb") as file:
            return _load(file, map_location, weights_only)
    for name in ("seek", "tell", "read"):
        if not hasattr(f, name):
            raise AttributeError(f"'{type(f).__name__}' object has no attribute '{name}'. You can only torch.load from a file that is "
                                 "seekable. Please pre-load the data into a buffer like io.BytesIO and try to load from it instead.")
    return _load(f, map_location, weights_only)


def _load(file, map_location, weights_only):
    start = file.tell()
    head = file.read(4)
    file.seek(start)
    if not head:
        raise EOFError
    if head != b"PK\x03\x04":
        raise missing("zip이 아닌 옛 파일의 torch.load")
    moved_to_torchs_places()
    with zipfile.ZipFile(file) as archive:
        folder = archive.namelist()[0].partition("/")[0]
        unpickler = (_WeightsUnpickler if weights_only else _Unpickler)(archive, folder, map_location)
        try:
            return unpickler.load()
        except pickle.UnpicklingError as error:
            if not weights_only:
                raise
            known = re.search(r"GLOBAL (\S+) was not an allowed global by default", str(error))
            raise pickle.UnpicklingError((UNKNOWN if known else OTHER).format(UNSAFE, error) + DOCS) from None


class _Unpickler(pickle.Unpickler):
    """Makes the memories that a pickle names out of the archive's files."""

    def __init__(self, archive, folder, map_location):
        super().__init__(io.BytesIO(archive.read(f"{folder}/data.pkl")), encoding="utf-8")
        self.archive, self.folder, self.map_location, self.memories = archive, folder, map_location, {}
        names = archive.namelist()
        self.big = f"{folder}/byteorder" in names and archive.read(f"{folder}/byteorder") == b"big"

    def persistent_load(self, saved):
        _, cls, key, location, count = saved
        if key not in self.memories:
            dtype = cls.dtype.np.newbyteorder(">") if self.big else cls.dtype.np
            array = np.frombuffer(self.archive.read(f"{self.folder}/data/{key}"), dtype, count).astype(cls.dtype.np)
            self.memories[key] = self._placed(storage.TypedStorage(array), location)
        return self.memories[key]

    def _placed(self, memory, location):
        """The memory where map_location wants it: on the CPU, or torch's error."""
        where = self.map_location
        if callable(where):
            return where(memory, location) or memory
        if isinstance(where, dict):
            where = where.get(location, location)
        where = str(location if where is None else where)
        if where.startswith("cuda"):
            raise RuntimeError(NO_CUDA)
        return memory

    def find_class(self, module, name):
        if f"{module}.{name}" in BUILTIN:
            return BUILTIN[f"{module}.{name}"]
        return super().find_class(module, name)


class _WeightsUnpickler(_Unpickler):
    """Only what weights are made of."""

    def find_class(self, module, name):
        path = f"{module}.{name}"
        found = BUILTIN.get(path) or _allowed.get(path)
        if found is None:
            path = path.removeprefix("builtins.")
            raise pickle.UnpicklingError(
                f"Unsupported global: GLOBAL {path} was not an allowed global by default. Please use `torch.serialization.add_safe_globals"
                f"([{path}])` or the `torch.serialization.safe_globals([{path}])` context manager to allowlist this global if you trust "
                "this class/function.")
        return found


def add_safe_globals(safe_globals):
    """Classes and functions that torch.load may make even with weights_only=True."""
    for each in safe_globals:
        each, path = each if isinstance(each, tuple) else (each, f"{each.__module__}.{each.__qualname__}")
        _allowed[path] = each


def get_safe_globals():
    """What add_safe_globals was given."""
    return list(_allowed.values())


def clear_safe_globals():
    """Allow only what torch allows."""
    _allowed.clear()


class safe_globals:
    """Allows classes within a `with`."""

    def __init__(self, safe_globals):
        self.safe_globals = safe_globals

    def __enter__(self):
        self._before = dict(_allowed)
        add_safe_globals(self.safe_globals)

    def __exit__(self, *exc):
        _allowed.clear()
        _allowed.update(self._before)


def __getattr__(name):
    raise no_attribute("serialization", name)
