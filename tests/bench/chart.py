"""A chart of lines on two logarithmic axes, as SVG."""

from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise
from math import log10

WIDTH, HEIGHT = 820, 480
LEFT, RIGHT, TOP, BOTTOM = 70, 560, 56, 430
# Told apart by shade too, and none of them too light on white.
COLOURS = ("#0b5a6e", "#b42318", "#5b3a9d", "#8a5a00", "#1b7a3d", "#333333", "#b0307a")
_STYLE = (
    "text { font: 13px system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; fill: #1a1a1a } "
    ".title { font-size: 15px; font-weight: 600 } .grid { stroke: #dddddd } .linear { stroke: #888888; stroke-dasharray: 4 4 } "
    "polyline { stroke-width: 2 }"
)

Line = Mapping[int, float]


def draw(title: str, told: str, lines: Mapping[str, Line], bends: Mapping[str, int | None]) -> str:
    """Draw lines of size → seconds, each with its name at its end; a hollow dot where one begins to bend upwards."""
    sizes = sorted({size for line in lines.values() for size in line})
    times = [seconds for line in lines.values() for seconds in line.values()]
    scale = Scale(sizes, times)
    parts = [*_axes(scale), *_drawn(scale, lines, bends), *_names(scale, lines)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="title told">'
        f'<title id="title">{escape(title)}</title><desc id="told">{escape(told)}</desc><style>{_STYLE}</style>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>\n'
        f'<text class="title" x="{LEFT}" y="24">{escape(title)}</text>\n' + "\n".join(parts) + "\n</svg>\n"
    )


class Scale:
    """Where a size and a time stand; both axes end at what was measured, the times at whole powers of ten."""

    def __init__(self, sizes: list[int], times: list[float]) -> None:
        self.sizes = sizes
        self.low, self.high = int(log10(min(times)) // 1), int(-(-log10(max(times)) // 1))

    def x(self, size: float) -> float:
        """Give the place of a size."""
        first, last = log10(self.sizes[0]), log10(self.sizes[-1])
        return round(LEFT + (RIGHT - LEFT) * (log10(size) - first) / (last - first), 1)

    def y(self, seconds: float) -> float:
        """Give the place of a time."""
        return round(BOTTOM - (BOTTOM - TOP) * (log10(seconds) - self.low) / (self.high - self.low), 1)


def _axes(scale: Scale) -> Iterator[str]:
    for size in scale.sizes:
        x = scale.x(size)
        yield f'<line class="grid" x1="{x}" y1="{TOP}" x2="{x}" y2="{BOTTOM}"/>'
        yield f'<text x="{x}" y="{BOTTOM + 18}" text-anchor="middle">{size:,}</text>'
    for power in range(scale.low, scale.high + 1):
        y = scale.y(10.0**power)
        yield f'<line class="grid" x1="{LEFT}" y1="{y}" x2="{RIGHT}" y2="{y}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{_time(power)}</text>'
    yield f'<text x="{(LEFT + RIGHT) / 2}" y="{BOTTOM + 38}" text-anchor="middle">points (rules) of the pack</text>'
    yield f'<text x="{LEFT - 8}" y="{TOP - 12}" text-anchor="end">time</text>'


def _time(power: int) -> str:
    """
    Write a power of ten of a second.

    >>> [_time(power) for power in (-5, -1, 0, 1)]
    ['10 µs', '100 ms', '1 s', '10 s']
    """
    unit, off = ("s", 0) if power >= 0 else ("ms", 3) if power >= -3 else ("µs", 6)
    return f"{10 ** (power + off):,} {unit}"


def _drawn(scale: Scale, lines: Mapping[str, Line], bends: Mapping[str, int | None]) -> Iterator[str]:
    yield _linear(scale)
    for colour, (name, line) in zip(COLOURS, lines.items(), strict=False):
        places = [(size, scale.x(size), scale.y(seconds)) for size, seconds in line.items()]
        yield f'<polyline fill="none" stroke="{colour}" points="{" ".join(f"{x},{y}" for _, x, y in places)}"/>'
        for size, x, y in places:
            hollow = size == bends.get(name)
            yield f'<circle cx="{x}" cy="{y}" r="{5 if hollow else 3}" fill="{"#ffffff" if hollow else colour}" stroke="{colour}" stroke-width="2"/>'


def _linear(scale: Scale) -> str:
    """Draw how steep a line is whose time grows as the pack does."""
    first, last = scale.sizes[0], scale.sizes[-1]
    start = 10.0**scale.low
    x, y = scale.x(last), scale.y(start * last / first)
    return (
        f'<line class="linear" x1="{scale.x(first)}" y1="{scale.y(start)}" x2="{x}" y2="{y}"/>'
        f'<text x="{RIGHT - 8}" y="{BOTTOM - 12}" text-anchor="end">dashed: in step with the pack</text>'
    )


def _names(scale: Scale, lines: Mapping[str, Line]) -> Iterator[str]:
    """Write each name at the end of its line, and no two over each other."""
    ends = sorted((scale.y(list(line.values())[-1]), nth, name) for nth, (name, line) in enumerate(lines.items()))
    ys = [y for y, _, _ in ends]
    for above, below in pairwise(range(len(ys))):
        ys[below] = max(ys[below], ys[above] + 17)
    for y, (end, nth, name) in zip(ys, ends, strict=True):
        last = list(lines[name])[-1]
        x, more = scale.x(last), "" if last == scale.sizes[-1] else f" (refused beyond {last:,})"
        yield f'<polyline fill="none" stroke="{COLOURS[nth]}" stroke-opacity=".4" style="stroke-width:1" points="{x + 6},{end} {RIGHT + 14},{y}"/>'
        yield f'<text x="{RIGHT + 18}" y="{y + 4}" style="fill:{COLOURS[nth]}">{escape(name)}{more}</text>'
