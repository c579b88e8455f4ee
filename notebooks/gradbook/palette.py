"""The colours of the figures.

Figures use these colours and no others, and never blend them, so that the site can make the dark variant of a figure by
replacing each light hex value with its dark one.
"""

INK = "#1c2430"  # text, points
MUTED = "#5b6672"  # secondary text, axes
RULE = "#d3d9df"  # thin lines: grids, level curves
ACCENT = "#0b6b7c"  # the thing to look at
ACCENT_TINT = "#dff1f3"  # the ground of a box about it
WARM = "#b4490f"  # the second thing, usually a gradient
WARM_TINT = "#fbe9de"
PLAIN_TINT = "#eef1f4"  # the ground of a neutral box
PAPER = "#fbfaf7"  # the ground of the page: what stands between a label and the line behind it

DARK = {
    INK: "#e6eaee",
    MUTED: "#9aa6b2",
    RULE: "#3a444f",
    ACCENT: "#4fc3d7",
    ACCENT_TINT: "#12343b",
    WARM: "#f0935a",
    WARM_TINT: "#432615",
    PLAIN_TINT: "#222b35",
    PAPER: "#12171d",
}
