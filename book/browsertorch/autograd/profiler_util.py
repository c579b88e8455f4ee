"""What a profiler has seen: events, their averages, and the table of either (torch.autograd.profiler_util)."""

import json

UNITS = ((1e6, "s"), (1e3, "ms"))     # microseconds in one


def _format_time(time_us):
    """1234.5 as 1.234ms."""
    size, unit = next((u for u in UNITS if time_us >= u[0]), (1, "us"))
    return f"{time_us / size:.3f}{unit}"


def _format_time_share(time_us, total_time_us):
    return f"{time_us * 100.0 / total_time_us:.2f}%" if total_time_us else "NaN"


class Interval:
    """From when to when, in microseconds."""

    def __init__(self, start, end):
        self.start, self.end = start, end

    def elapsed_us(self):
        return self.end - self.start


class _Timed:
    """What events and averages of events share. There is no device besides the CPU: its times are 0."""

    node_id, overload_name, device_time, device_time_total, self_device_time_total, use_device = -1, "", 0, 0, 0, None
    is_async = is_remote = is_legacy = False

    @property
    def cpu_time(self):
        """The average time of one call."""
        return self.cpu_time_total / self.count if self.count else 0.0

    cpu_time_str = property(lambda self: _format_time(self.cpu_time))
    cpu_time_total_str = property(lambda self: _format_time(self.cpu_time_total))
    self_cpu_time_total_str = property(lambda self: _format_time(self.self_cpu_time_total))


class FunctionEvent(_Timed):
    """One call of an operation, one node of a backward pass, or one block that record_function named."""

    count = 1

    def __init__(self, id, name, thread, start_us, end_us, input_shapes=None, is_user_annotation=False, sequence_nr=-1, node_id=-1):
        self.id, self.name, self.thread, self.node_id = id, name, thread, node_id
        self.time_range = Interval(start_us, end_us)
        self.input_shapes = [] if input_shapes is None else input_shapes
        self.is_user_annotation, self.sequence_nr = is_user_annotation, sequence_nr
        self.cpu_children, self.cpu_parent = [], None

    key = property(lambda self: self.name)
    cpu_time_total = property(lambda self: self.time_range.elapsed_us())

    @property
    def self_cpu_time_total(self):
        return self.cpu_time_total - sum(child.cpu_time_total for child in self.cpu_children)

    def append_cpu_child(self, child):
        self.cpu_children.append(child)

    def set_cpu_parent(self, parent):
        self.cpu_parent = parent

    def __repr__(self):
        return (f"<FunctionEvent id={self.id} name={self.name} cpu_time={self.cpu_time_str} start_us={self.time_range.start} "
                f"end_us={self.time_range.end} cpu_children={[child.id for child in self.cpu_children]} thread={self.thread} "
                f"input_shapes={self.input_shapes}>")


class FunctionEventAvg(_Timed):
    """Events of one name together."""

    def __init__(self):
        self.key, self.count, self.cpu_time_total, self.self_cpu_time_total = None, 0, 0, 0
        self.input_shapes, self.is_user_annotation, self.cpu_parent = None, False, None

    def add(self, other):
        """Count an event, or all that another average has counted."""
        if self.key is None:
            self.key, self.is_user_annotation, self.cpu_parent = other.key, other.is_user_annotation, other.cpu_parent
            self.input_shapes = other.input_shapes
        self.cpu_time_total += other.cpu_time_total
        self.self_cpu_time_total += other.self_cpu_time_total
        self.count += other.count
        return self

    __iadd__ = add

    def __repr__(self):
        return (f"<FunctionEventAvg key={self.key} self_cpu_time={self.self_cpu_time_total_str} cpu_time={self.cpu_time_str} "
                f"input_shapes={self.input_shapes}>")


class EventList(list):
    """Events in the order they began, or averages."""

    @property
    def self_cpu_time_total(self):
        return sum(event.self_cpu_time_total for event in self)

    def _populate_cpu_children(self):
        """Say of each event which of its thread's it ran in."""
        open_events = {}
        for event in sorted(self, key=lambda e: (e.thread, e.time_range.start, -e.time_range.end)):
            around, time = open_events.setdefault(event.thread, []), event.time_range
            while around and (time.start >= around[-1].time_range.end or time.end > around[-1].time_range.end):
                around.pop()
            if around:
                around[-1].append_cpu_child(event)
                event.set_cpu_parent(around[-1])
            around.append(event)

    def key_averages(self, group_by_input_shape=False, group_by_stack_n=0, group_by_overload_name=False):
        """An average for each name, or for each name and shapes of its inputs."""
        found = {}
        for event in self:
            key = event.key, event.is_user_annotation, str(event.input_shapes) if group_by_input_shape else ""
            found.setdefault(key, FunctionEventAvg()).add(event)
        if not group_by_input_shape:
            for average in found.values():
                average.input_shapes = ""
        return EventList(found.values())

    def total_average(self):
        """All of them as one."""
        total = FunctionEventAvg()
        for event in self:
            total.add(event)
            total.key = None
        total.key = "Total"
        return total

    def table(self, sort_by=None, row_limit=100, max_src_column_width=75, max_name_column_width=55, max_shapes_column_width=80, header=None,
              top_level_events_only=False):
        """The events as text, a row for each."""
        if not self:
            return ""
        events = self if sort_by is None else sorted(self, key=lambda event: getattr(event, sort_by), reverse=True)
        total = self.self_cpu_time_total
        widths = [_width([event.key for event in self], max_name_column_width)] + [12] * 6
        titles = ["Name", "Self CPU %", "Self CPU", "CPU total %", "CPU total", "CPU time avg", "# of Calls"]
        shapes = any(event.input_shapes for event in self)
        if shapes:
            titles.append("Input Shapes")
            widths.append(_width([str(event.input_shapes) for event in self], max_shapes_column_width))
        line = "  ".join("-" * width for width in widths) + "  "
        wide = "=" * (len(line) - 2)
        rows = [] if header is None else [wide, header]
        if top_level_events_only:
            rows += [wide, "This report only display top-level ops statistics"]
        rows += [line, _row(titles, widths), line]
        shown = [event for event in events if not (top_level_events_only and event.cpu_parent is not None)]
        for event in shown[:None if row_limit < 0 else row_limit]:
            cells = [_shortened(event.key, max_name_column_width), _format_time_share(event.self_cpu_time_total, total),
                     event.self_cpu_time_total_str, _format_time_share(event.cpu_time_total, total), event.cpu_time_total_str,
                     event.cpu_time_str, event.count]
            rows.append(_row([*cells, str(event.input_shapes)[:widths[-1]]] if shapes else cells, widths))
        return "\n".join([*rows, line, f"Self CPU time total: {_format_time(total)}\n"])

    __str__ = table

    def export_chrome_trace(self, path):
        """Write the events as a browser's tracing page reads them."""
        with open(path, "w", encoding="utf-8") as file:
            json.dump([{"name": event.name, "ph": "X", "ts": event.time_range.start, "dur": event.cpu_time_total, "tid": event.thread,
                        "pid": "CPU functions", "args": {}} for event in self], file)


def _width(texts, most):
    width = max(map(len, texts)) + 4
    return width if most is None else min(width, most)


def _shortened(name, most):
    return name if most is None or len(name) < most - 3 else name[:most - 3] + "..."


def _row(cells, widths):
    return "".join(f"{cell:>{width}}  " for cell, width in zip(cells, widths))
