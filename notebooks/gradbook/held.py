"""The figure of chapter 16: how many bytes are held from moment to moment, for a few ways to one gradient."""

from gradbook.palette import ACCENT, INK, MUTED, WARM
from gradbook.style import canvas, styled
from gradbook.svg import Picture

COLORS = [MUTED, WARM, ACCENT]


@styled
def draw_held(traces, alt):
    """Draw each way as steps, one below the other on one scale. traces: {name: [bytes at every moment]}."""
    fig = canvas(4.8, 1.1 * len(traces) + 0.5)
    rows = fig.subplots(len(traces), 1, sharex=True, sharey=True)
    fig.subplots_adjust(0.09, 0.62 / (1.1 * len(traces) + 0.5), 0.98, 0.93, hspace=0.55)
    for axes, color, (name, trace) in zip(rows, COLORS, traces.items()):
        values = [0, *trace, 0]
        axes.fill_between(range(len(values)), values, step="post", color=color, linewidth=0)
        axes.set_title(f"{name}: 가장 많을 때 {max(trace):,}바이트", loc="left", fontsize=11, color=INK)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.set_ylim(0, max(map(max, traces.values())) * 1.1)
    rows[-1].set_xlabel("저장하거나 꺼내는 차례", fontsize=11)
    return Picture(fig, alt)
