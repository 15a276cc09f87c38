# SPDX-License-Identifier: GPL-3.0-or-later
"""peer-matplotlib.py PREFIX: two charts comparable with ours, stacked bars and a heat map, to SVG."""

import sys

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plot

prefix = sys.argv[1]
stages = ["Study", "Preparation", "Pilot", "Production", "Suspended", "Ended"]
figure, axes = plot.subplots(figsize=(16, 9))
left = [0] * len(stages)
for series in range(5):
    counts = [(series * 7 + stage * 3) % 11 for stage in range(len(stages))]
    axes.barh(stages, counts, left=left, label=f"class {series}")
    left = [a + b for a, b in zip(left, counts)]
axes.legend()
axes.set_title("AI systems by stage")
figure.savefig(prefix + "-bars.svg")

figure, axes = plot.subplots(figsize=(16, 9))
cells = [[(row * 13 + column * 29) % 100 for column in range(8)] for row in range(34)]
image = axes.imshow(cells, aspect="auto")
for row in range(34):
    for column in range(8):
        axes.text(column, row, f"{cells[row][column]} %", ha="center", va="center", fontsize=6)
axes.set_yticks(range(34), [f"Profession {row}" for row in range(34)])
figure.colorbar(image)
figure.savefig(prefix + "-heat.svg")
