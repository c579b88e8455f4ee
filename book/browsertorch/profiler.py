"""torch.profiler: the newer face of autograd/profiler.py."""

import enum
import types

from .autograd import profiler
from .autograd.profiler import record_function as record_function
from .base.missing import missing

itt = types.SimpleNamespace(is_available=lambda: False)


class ProfilerActivity(enum.Enum):
    """What is looked at: here the CPU, whatever is asked."""

    CPU, XPU, MTIA, CUDA = 0, 1, 2, 3


class profile:
    """Context manager: record what runs inside, or between start() and stop()."""

    def __init__(self, *, activities=None, schedule=None, on_trace_ready=None, record_shapes=False, profile_memory=False, with_stack=False,
                 with_flops=False, with_modules=False, experimental_config=None, acc_events=False):
        if schedule is not None:
            raise missing("torch.profiler.profile의 schedule")
        self.activities, self.on_trace_ready, self.step_num = set(activities or ()), on_trace_ready, 0
        self.profiler = profiler.profile(record_shapes=record_shapes, profile_memory=profile_memory, with_stack=with_stack, with_flops=with_flops)

    def start(self):
        self.profiler.__enter__()

    def stop(self):
        self.profiler.__exit__(None, None, None)
        if self.on_trace_ready:
            self.on_trace_ready(self)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *exc):
        self.stop()

    def step(self):
        """One step of a training is done; without a schedule nothing depends on it."""
        self.step_num += 1

    def events(self):
        return self.profiler._finished()

    def key_averages(self, group_by_input_shape=False, group_by_stack_n=0, group_by_overload_name=False):
        return self.profiler.key_averages(group_by_input_shape, group_by_stack_n, group_by_overload_name)

    def export_chrome_trace(self, path):
        self.profiler.export_chrome_trace(path)
