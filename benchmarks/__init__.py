"""Side-by-side measurements: the archive, plain MkDocs with Material, and Hugo, on one corpus."""
