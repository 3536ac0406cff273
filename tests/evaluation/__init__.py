"""How well the import does on the project's own labelled samples: ``make eval``.

labels.py    every label in tests/samples/, with the report that it is about
scoring.py   each field of a report against its label: hits, misses, inventions
bodies.py    our body and trafilatura's own against the report's words, on the same pages
tables.py    the scores as tables
floors.py    what a score may not fall below, kept in floors.yml
"""
