"""What people are asked for, as the API shows it."""

from vivier.casework.asking import AskedPerson, Prospect
from vivier.kernel.model import Model


class AskedView(Model):
    """What became of asking each person."""

    asked: list[AskedPerson]


class ProspectsView(Model):
    people: list[Prospect]
