"""What every model of hiring is made of: ids, and words in both languages."""

from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from vivier.kernel.actor import Language
from vivier.people.base import Line, Strict

JobId = Annotated[str, StringConstraints(pattern=r"^job_[0-9A-HJKMNP-TV-Z]{26}$")]
StageId = Annotated[str, StringConstraints(pattern=r"^stg_[0-9A-HJKMNP-TV-Z]{26}$")]
CandidateId = Annotated[str, StringConstraints(pattern=r"^can_[0-9A-HJKMNP-TV-Z]{26}$")]
MemberId = Annotated[str, StringConstraints(pattern=r"^mem_[0-9A-HJKMNP-TV-Z]{26}$")]
# Of a sequence (`sequences/model.py`, which knows this folder).
SequenceId = Annotated[str, StringConstraints(pattern=r"^seq_[0-9A-HJKMNP-TV-Z]{26}$")]
LongText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]


class Words(Strict):
    """A text in the languages that it was written in; at least one of them."""

    fr: Line | None = None
    en: Line | None = None

    @model_validator(mode="after")
    def _some(self) -> Self:
        if not (self.fr or self.en):
            raise ValueError("write it in French or in English")
        return self

    def said(self, language: Language) -> str:
        return getattr(self, language) or self.fr or self.en or ""


class LongWords(Strict):
    fr: LongText | None = None
    en: LongText | None = None
