"""What the archive does, each in one module or package that reads as prose: ``importing``,
``checking``, ``building`` and those that change the record.

Nothing is imported here: a build knows nothing of how reports are imported, and starts in half the
time.
"""
