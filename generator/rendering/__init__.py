"""From a page's parts to HTML: Markdown, content templates, and the theme's page shell."""

from generator.rendering.markup import BodyRenderer, RenderedBody, SafeBodyExtension
from generator.rendering.renderer import Renderer
from generator.rendering.shell import Shell, Slots, Theme

__all__ = [
    "BodyRenderer",
    "RenderedBody",
    "Renderer",
    "SafeBodyExtension",
    "Shell",
    "Slots",
    "Theme",
]
