"""The reliability diagram of the confidence, drawn from ``results/confidence.json`` into ``docs/reliability.svg``.

python benchmarks/draw_reliability.py
"""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RESULT = ROOT / "benchmarks" / "results" / "confidence.json"
DIAGRAM = ROOT / "docs" / "reliability.svg"
SIDE, LEFT, TOP = 240, 56, 16
"""Pixels: the square of the diagram, and the room beside and above it."""
LEAST_RADIUS, MOST_RADIUS = 4.0, 14.0
STYLE = """
  svg { font: 12px system-ui, sans-serif; }
  text { fill: #1f2328; } .grid { stroke: #d0d7de; } .ideal { stroke: #656d76; stroke-dasharray: 4 4; } .bin { fill: #0550ae; fill-opacity: 0.75; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .grid { stroke: #30363d; } .ideal { stroke: #8b949e; } .bin { fill: #79c0ff; }
  }"""


def draw(figures: dict[str, Any]) -> str:
    """The diagram as SVG: a dot for each bin of flags, as large as it has flags, stated confidence to the right, share that was right upwards."""
    most = max(b["flags"] for b in figures["bins"])
    dots = [_dot(b, most) for b in figures["bins"]]
    told = "; ".join(
        f"of {b['flags']} flags stated at {b['confidence']:.2f}, {100 * b['right']:.1f} % were right"
        for b in figures["bins"]
    )
    title = f"Stated confidence against the share that was right, of {figures['flags']} flags: {told}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + SIDE + 24} {TOP + SIDE + 44}" role="img" aria-label="{title}">',
            f"<title>{title}</title>",
            f"<style>{STYLE}\n</style>",
            *(_grid(step / 5) for step in range(6)),
            f'<line class="ideal" x1="{LEFT}" y1="{TOP + SIDE}" x2="{LEFT + SIDE}" y2="{TOP}"/>',
            *dots,
            f'<text x="{LEFT + SIDE / 2}" y="{TOP + SIDE + 38}" text-anchor="middle">stated confidence</text>',
            f'<text transform="translate(14 {TOP + SIDE / 2}) rotate(-90)" text-anchor="middle">share that was right</text>',
            "</svg>",
            "",
        ]
    )


def _grid(share: float) -> str:
    x, y = LEFT + SIDE * share, TOP + SIDE * (1 - share)
    lines = f'<path class="grid" d="M{LEFT} {y:g}h{SIDE}M{x:g} {TOP}v{SIDE}"/>'
    labels = f'<text x="{LEFT - 8}" y="{y + 4:g}" text-anchor="end">{share:.1f}</text><text x="{x:g}" y="{TOP + SIDE + 18}" text-anchor="middle">{share:.1f}</text>'
    return lines + labels


def _dot(row: dict[str, Any], most: int) -> str:
    radius = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * (row["flags"] / most) ** 0.5
    x, y = LEFT + SIDE * row["confidence"], TOP + SIDE * (1 - row["right"])
    return f'<circle class="bin" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'


def main() -> None:
    """Draw what was measured last."""
    figures = json.loads(RESULT.read_text(encoding="utf-8"))["figures"]
    DIAGRAM.write_text(draw(figures), encoding="utf-8")
    print(DIAGRAM)


if __name__ == "__main__":
    main()
