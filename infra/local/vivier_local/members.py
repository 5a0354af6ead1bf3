"""Personas as members of the one workspace that a local instance has."""

import os
from collections.abc import Callable

from vivier.kernel.actor import Role
from vivier.team import service as team
from vivier_local.personas import Persona

WORKSPACE = "vivier"
Join = Callable[[Persona, str], object]


def joiner(table: str) -> Join:
    """Founds the workspace in that table and answers what makes a user of the pool its member."""
    os.environ["TABLE"] = table
    team.found_workspace(WORKSPACE, "Vivier", "confidentialite@vivier.example")

    def join(persona: Persona, subject: str) -> object:
        return team.add_member(
            WORKSPACE,
            subject=subject,
            name=persona.name,
            email=persona.email,
            role=Role(persona.role),
            language=persona.language,
        )

    return join


def nobody(_: Persona, __: str) -> object:
    """For a stack without the product's table."""
    return None
