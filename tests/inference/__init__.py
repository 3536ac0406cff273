"""Tests of what is inferred from raw reports."""
