"""How much a document looks like a CV: what it has of one, less what speaks of something else."""

import math
import re

from vivier.resumes.model import Profile
from vivier.resumes.structure.document import Document
from vivier.resumes.text import fold

_ELSEWHERE = re.compile(
    r"\b(?:facture|invoice|devis|bon de commande|purchase order|total ttc|total ht|montant|amount due"
    r"|subtotal|tva intracommunautaire|due date"
    r"|echeance|quantite|qty|unit price|prix unitaire|bulletin de paie|payslip|net a payer|contrat de"
    r"|attestation|certificat de travail"
    r"|conditions generales|terms and conditions|agree to|parties|veuillez agreer|yours sincerely"
    r"|dear sir|madame, monsieur|abstract|chapter"
    r"|references bibliographiques|quotation|receipt|order number|iban)\b"
)


def cv_score(document: Document, profile: Profile) -> float:
    """0..1; an invoice, a letter or a page of prose come low."""
    kinds = {s.kind for s in document.sections}
    text = fold("\n".join(r.text for r in document.rows[:300]))
    score = -2.2
    score += (
        1.3 * ("experience" in kinds)
        + 1.1 * ("education" in kinds)
        + 0.8 * ("skills" in kinds)
        + 0.5 * ("languages" in kinds)
    )
    score += 0.3 * bool(kinds & {"summary", "interests", "projects", "certifications"})
    score += (
        0.7 * bool(profile.emails)
        + 0.4 * bool(profile.phones)
        + 0.4 * bool(profile.name and profile.name.confidence >= 0.75)
    )
    score += 0.5 * min(3, len(profile.experience)) + 0.4 * min(2, len(profile.education))
    score += 0.6 * bool(re.search(r"\b(?:curriculum|resume|cv)\b", text))
    score -= 0.9 * min(5, len(set(_ELSEWHERE.findall(text))))
    if not document.rows or len(text) < 120:
        score -= 1.0
    return round(1 / (1 + math.exp(-1.3 * score)), 3)
