"""The words around the values: headings, labels, the ways to name an agency's client."""

HEADINGS = {
    "fr": {
        "about": ["Profil", "À propos", "Présentation", "Objectif", "Qui suis-je ?", "Résumé", "Accroche"],
        "jobs": [
            "Expérience professionnelle",
            "Expériences professionnelles",
            "Parcours professionnel",
            "Expériences",
            "Expérience",
            "Mon parcours",
            "Emplois occupés",
            "Carrière",
        ],
        "schools": [
            "Formation",
            "Formations",
            "Formation et diplômes",
            "Diplômes",
            "Études",
            "Cursus",
            "Parcours scolaire",
            "Scolarité",
        ],
        "skills": [
            "Compétences",
            "Savoir-faire",
            "Compétences techniques",
            "Compétences clés",
            "Atouts",
            "Domaines de compétence",
            "Outils et compétences",
        ],
        "tongues": ["Langues", "Langues", "Langues étrangères", "Langues parlées"],
    },
    "en": {
        "about": ["Profile", "About me", "Summary", "Professional summary", "Personal statement", "Objective"],
        "jobs": [
            "Experience",
            "Work experience",
            "Employment history",
            "Professional experience",
            "Career history",
            "Where I have worked",
            "Work history",
            "Employment",
        ],
        "schools": [
            "Education",
            "Education and training",
            "Academic background",
            "Qualifications",
            "Studies",
            "Education & Qualifications",
        ],
        "skills": ["Skills", "Key skills", "Technical skills", "Core competencies", "What I do well", "Expertise"],
        "tongues": ["Languages", "Languages", "Language skills", "Spoken languages"],
    },
}
ORDERS = (
    ("about", "jobs", "schools", "skills", "tongues", "more"),
    ("about", "skills", "jobs", "schools", "tongues", "more"),
    ("schools", "jobs", "skills", "tongues", "more"),
    ("about", "jobs", "skills", "schools", "more", "tongues"),
    ("skills", "tongues", "jobs", "schools", "about", "more"),
    ("jobs", "schools", "tongues", "skills", "more", "about"),
    ("about", "schools", "jobs", "more", "skills", "tongues"),
)
CONTACT_LABELS = {
    "fr": {"home": "Adresse : ", "phone": "Tél. : ", "email": "E-mail : ", "link": ""},
    "en": {"home": "Address: ", "phone": "Phone: ", "email": "Email: ", "link": ""},
}
AGENCY = {
    "fr": [
        "{agency} (client : {client})",
        "{agency} – mission chez {client}",
        "{agency}, en mission chez {client}",
        "{agency} pour {client}",
    ],
    "en": [
        "{agency} (client: {client})",
        "{agency} – contract at {client}",
        "{agency}, on assignment at {client}",
        "{agency} for {client}",
    ],
}
FORM_LABELS = {
    "fr": {
        "l_when": "Dates",
        "l_period": "Période",
        "l_title": "Fonction ou poste occupé",
        "l_post": "Poste",
        "l_employer": "Nom de l'employeur",
        "l_company": "Société",
        "l_place": "Lieu",
        "l_did": "Principales activités",
        "l_degree": "Intitulé du diplôme",
        "l_school": "Établissement",
        "l_at": "chez",
        "l_city": "Ville",
    },
    "en": {
        "l_when": "Dates",
        "l_period": "Period",
        "l_title": "Occupation or position held",
        "l_post": "Position",
        "l_employer": "Name of employer",
        "l_company": "Company",
        "l_place": "Location",
        "l_did": "Main activities",
        "l_degree": "Title of qualification awarded",
        "l_school": "Institution",
        "l_at": "at",
        "l_city": "City",
    },
}
