"""`python -m vivier_local`: the `vivier` command without its script."""

from vivier_local.cli import app

app()
