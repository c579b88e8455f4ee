"""Level curves of a function of two variables, as polylines."""


def level_curves(xs, ys, heights, level):
    """The curves on which the grid's height (heights[row of y][column of x]) is `level`: lists of (x, y) points."""
    # A height a last bit above or below the level would change the way a curve takes, and the last bit is the processor's.
    heights = [[round(height, 6) for height in row] for row in heights]
    links = {}  # edge of the grid that the curve crosses → the edges it goes on to
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            crossed = [edge for edge in _edges(row, column) if _crosses(edge, heights, level)]
            for one, other in zip(crossed[::2], crossed[1::2]):
                links.setdefault(one, []).append(other)
                links.setdefault(other, []).append(one)
    curves = []
    while links:
        edge = next((edge for edge, joined in links.items() if len(joined) == 1), next(iter(links)))
        way = [edge]
        while links.get(edge):
            following = links[edge].pop()
            links[following].remove(edge)
            if not links[edge]:
                del links[edge]
            way.append(following)
            edge = following
        links.pop(edge, None)
        curves.append([_crossing(edge, xs, ys, heights, level) for edge in way])
    return curves


def _edges(row, column):
    """The four edges of a square, each written from its lower end, so that neighbours name it alike; ends as (row, column)."""
    corners = (row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)
    return [(corners[0], corners[1]), (corners[1], corners[2]), (corners[3], corners[2]), (corners[0], corners[3])]


def _crosses(edge, heights, level):
    (r1, c1), (r2, c2) = edge
    return (heights[r1][c1] < level) != (heights[r2][c2] < level)


def _crossing(edge, xs, ys, heights, level):
    """Where the level crosses an edge, between its ends by the height's share."""
    (r1, c1), (r2, c2) = edge
    low, high = heights[r1][c1], heights[r2][c2]
    share = (level - low) / (high - low)
    return xs[c1] + share * (xs[c2] - xs[c1]), ys[r1] + share * (ys[r2] - ys[r1])
