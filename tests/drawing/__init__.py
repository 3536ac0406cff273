"""Shapes from numbers and coordinates."""
