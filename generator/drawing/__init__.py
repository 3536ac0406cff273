"""Shapes from numbers and coordinates: bars over time, and maps.

Pure functions: they get numbers, degrees and names, and give back path data, positions and sizes for
the templates to set. Nothing is read but the bundled outline of the world (``world.txt``).
"""

from generator.drawing.bars import Bars, Row, Tally, draw_bars
from generator.drawing.bubbles import Bubble, Label, Spot, labels_for
from generator.drawing.geojson import read_geojson
from generator.drawing.map import MapDrawing, MapFrame, draw_spots, frame_map
from generator.drawing.outline import Outline, looks_swapped
from generator.drawing.world import world_outline

__all__ = [
    "Bars",
    "Bubble",
    "Label",
    "MapDrawing",
    "MapFrame",
    "Outline",
    "Row",
    "Spot",
    "Tally",
    "draw_bars",
    "draw_spots",
    "frame_map",
    "labels_for",
    "looks_swapped",
    "read_geojson",
    "world_outline",
]
