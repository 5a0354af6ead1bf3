"""Words of section headings: a heading is made of core words of its kind and of filler words, nothing else."""

from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.own_headings import OWN_WORDS

CORE: dict[str, str] = {
    "experience": """
        experience experiences emploi emplois parcours carriere carrieres employment career work job jobs stage
        stages internship internships employeurs poste postes missions mission positions appointments alternance
        alternances berufserfahrung experiencias
    """,
    "education": """
        formation formations education educations diplome diplomes etude etudes scolarite cursus academic
        academics qualification qualifications degree degrees schooling studies scolaire universitaire
        universitaires training trainings ausbildung academique academiques educational
    """,
    "skills": """
        competence competences skill skills skillset competencies competency expertise expertises savoir-faire
        savoirs atouts technologies technology techs tech outils tools logiciels software informatique
        connaissances aptitudes capacites proficiencies strengths abilities stack it frameworks methodologies
        bureautique savoir-etre savoir toolbox technique techniques kenntnisse specialties specialites
        specialities capabilities fahigkeiten proficiency qualites programming programmation
    """,
    "languages": """
        langue langues language languages linguistique linguistiques sprachen idiomas multilingue
    """,
    "summary": """
        profil profile resume summary objectif objectifs objective objectives about propos presentation
        statement accroche introduction synthese bio biographie biography overview sommaire status info aboutme
    """,
    "contact": """
        contact contacts coordonnees personal personnelles personnels personnel details civil informations infos
        information etat identite renseignements me-contacter joindre
    """,
    "links": """
        links link liens lien web reseaux social portfolio websites website sites internet online
    """,
    "interests": """
        interet interets interest interests loisir loisirs hobby hobbies passions passion passe-temps centres
        centre sport sports extra-professionnelles extra-professionnel extraprofessionnelles extracurricular
        divertissements leisure
    """,
    "projects": """
        projet projets project projects realisations realisation portfolio achievements accomplishments
        achievement proud
    """,
    "certifications": """
        certification certifications certificate certificates certificats certificat licenses licences license
        accreditations habilitations permis attestations courses
    """,
    "other": """
        reference references referees publication publications award awards distinction distinctions honors
        honours prix divers volunteer volunteering volunteers benevolat associatif associatives
        associative engagement engagements activites activities miscellaneous patents brevets conferences talks
        recherche research affiliations memberships service militaire autre autres additional annexes annexe
        complement complementaires philosophy recommandations testimonials leadership teaching enseignement
        media press presse writing speaking governance hackathons recognition scholarships bourses mobilite
        disponibilite involvement volontariat pre-publications prepublications preprints funding grants fellowships
        presentations outreach supervision exhibitions expositions residencies commissions screenings
    """,
}

FILLERS = words(
    """
    professionnel professionnelle professionnels professionnelles professional mes ma mon my et and de des du d la le
    les l en of the & / history historique relevant selected key principales principaux principale cles cle background
    summary-of domaines domaine personnelles personnel personnels personnelle personal a propos moi me about in other
    autres autre additional complementaires complementaire informatiques informatique techniques technique technical
    linguistiques core areas area main initiale continue initial diverses divers clefs soft hard recentes recent
    anterieures significatives work career parcours pro cv record experience qui suis-je suis je who am i further
    academiques academique scolaire scolaires universitaire universitaires executive statement description d'activite
    activite obtenus relevantes detailed technologies tools outils certifications highlights sommaire profil
    internships skills special digital metier metiers transverses transversales transverse transversal highest higher
    general generale generales interet interests d'interet competences formation formations diplomes education
    qualifications langues languages life day extra extra-curricular extracurricular qualites atouts humaines
    developpement positions held web set sets professionel language level detaillees detaille marquantes choisies
    contact info infos informations information trainings training apprentissage specialty et/ou ou or with most top
    primary secondary nationales nationale locales locale etrangeres etrangere foreign parlees spoken occupes occupe
    exercees exercee exerces tenus vecues vecue our i've j'ai suivies suivie realises acquises acquis so far date to
    dans ete ont has have where worked what do well done fait faits ailleurs aussi plus chronologique chronological
    paid previous past present actuelle actuel earlier later military sector industry brief short full long complete
    complet major bref quelques mots few words course courses coursework scientifique scientifiques commerciale
    commerciales artistique artistiques manageriales managerial comportementales interpersonal transferable computer
    hospitaliere notable notables featured side community campus on-campus communautaire presence en-ligne
    others non-technical non clinique clinical pratique pratiques industrielle associatif salariee salariees etranger
    international tickets vivantes anciennes modernes regionales pratiquees official officielles designations titres
    working attended internationales continues suivi certifiantes certifiante diplomantes competitive invited solo group
    """
)

# Whole headings that the words alone would misjudge.
EXACT: dict[str, str] = {
    "a propos de moi": "summary",
    "about me": "summary",
    "profil": "summary",
    "profile": "summary",
    "profil professionnel": "summary",
    "professional profile": "summary",
    "career profile": "summary",
    "career summary": "summary",
    "career objective": "summary",
    "career objectives": "summary",
    "professional summary": "summary",
    "executive summary": "summary",
    "personal statement": "summary",
    "personal profile": "summary",
    "objectif professionnel": "summary",
    "objectif de carriere": "summary",
    "projet professionnel": "summary",
    "qui suis-je": "summary",
    "qui suis-je ?": "summary",
    "who am i": "summary",
    "resume": "summary",
    "summary": "summary",
    "summary of qualifications": "summary",
    "qualifications summary": "summary",
    "synthese": "summary",
    "en bref": "summary",
    "personal skills": "skills",
    "personal information": "contact",
    "personal details": "contact",
    "personal info": "contact",
    "informations personnelles": "contact",
    "etat civil": "contact",
    "infos": "contact",
    "contact": "contact",
    "contact details": "contact",
    "contact information": "contact",
    "coordonnees": "contact",
    "domaines de competences": "skills",
    "domaines d'expertise": "skills",
    "domaine de competences": "skills",
    "areas of expertise": "skills",
    "technical experience": "skills",
    "language skills": "languages",
    "langages parles": "languages",
    "langues maternelles": "languages",
    "languages": "languages",
    "langues": "languages",
    "competences linguistiques": "languages",
    "connaissances linguistiques": "languages",
    "aptitudes linguistiques": "languages",
    "linguistic skills": "languages",
    "langages": "skills",
    "langages et outils": "skills",
    "programming languages": "skills",
    "langages de programmation": "skills",
    "langages informatiques": "skills",
    "informatique": "skills",
    "logiciels": "skills",
    "outils": "skills",
    "qualites": "skills",
    "mes qualites": "skills",
    "savoir-etre": "skills",
    "professional development": "certifications",
    "courses": "certifications",
    "training and certifications": "certifications",
    "licenses & certifications": "certifications",
    "certifications": "certifications",
    "formations complementaires": "certifications",
    "formations continues": "certifications",
    "formation continue": "certifications",
    "coursework": "other",
    "relevant coursework": "other",
    "cours suivis": "other",
    "positions held": "experience",
    "position held": "experience",
    "postes occupes": "experience",
    "projets personnels": "projects",
    "projets selectionnes": "projects",
    "projets choisis": "projects",
    "quelques projets": "projects",
    "personal projects": "projects",
    "notable projects": "projects",
    "selected projects": "projects",
    "featured projects": "projects",
    "key projects": "projects",
    "side projects": "projects",
    "open source projects": "projects",
    "projets academiques": "projects",
    "academic projects": "projects",
    "research experience": "experience",
    "teaching experience": "experience",
    "volunteer experience": "other",
    "volunteering experience": "other",
    "volunteer work": "other",
    "voluntary": "other",
    "voluntary work": "other",
    "giving back": "other",
    "experience benevole": "other",
    "experiences benevoles": "other",
    "experiences associatives": "other",
    "experience associative": "other",
    "leadership experience": "experience",
    "technical skills": "skills",
    "centres d'interet": "interests",
    "centres d'interets": "interests",
    "centre d'interet": "interests",
    "activites extra-professionnelles": "interests",
    "most proud of": "projects",
    "life philosophy": "other",
    "key achievements": "projects",
    "references available upon request": "other",
    "work": "experience",
    "work history": "experience",
    "employment": "experience",
    "career": "experience",
    "career history": "experience",
    "parcours": "experience",
    "mon parcours": "experience",
    "parcours professionnel": "experience",
    "mes stages": "experience",
    "parcours scolaire": "education",
    "parcours academique": "education",
    "parcours universitaire": "education",
    "parcours de formation": "education",
    "academic background": "education",
    "academic history": "education",
    "academic profile": "education",
    "academic details": "education",
    "academic record": "education",
    "educational profile": "education",
    "educational details": "education",
    "educational background": "education",
    "education and training": "education",
    "education & training": "education",
    "diplomes et formations": "education",
    "formation": "education",
    "formations": "education",
    "etudes": "education",
    "education": "education",
    "loisirs": "interests",
    "divers": "other",
    "info": "summary",
    "status": "summary",
    "roles": "experience",
    "where i've worked": "experience",
    "where i have worked": "experience",
    "what i've done": "experience",
    "what i have done": "experience",
    "ce que j'ai fait": "experience",
    "la ou j'ai travaille": "experience",
    "j'ai travaille": "experience",
    "ma carriere": "experience",
    "my journey": "experience",
    "mon histoire": "experience",
    "mon experience": "experience",
    "vie professionnelle": "experience",
    "fonctions exercees": "experience",
    "fonctions": "experience",
    "itineraire professionnel": "experience",
    "references professionnelles": "experience",
    "etapes professionnelles": "experience",
    "professional background": "experience",
    "professional history": "experience",
    "background": "experience",
    "employers": "experience",
    "roles held": "experience",
    "clinical experience": "experience",
    "what i studied": "education",
    "where i studied": "education",
    "ce que j'ai appris": "education",
    "j'ai etudie": "education",
    "mes etudes": "education",
    "bagage": "education",
    "titres et diplomes": "education",
    "schooling": "education",
    "practice": "experience",
    "credits": "experience",
    "gagne-pain": "experience",
    "can do": "skills",
    "kit bag": "skills",
    "in the kit bag": "skills",
    "pratiques": "skills",
    "endorsements & skills": "skills",
    "study": "education",
    "ou j'ai appris": "education",
    "ou j'ai etudie": "education",
    "where i learned": "education",
    "ou j'ai travaille": "experience",
    "ecole": "education",
    "ecoles": "education",
    "learning": "education",
    "what i do well": "skills",
    "what i know": "skills",
    "i know": "skills",
    "je connais": "skills",
    "what i can do": "skills",
    "what i bring": "skills",
    "what i use": "skills",
    "ce que je sais faire": "skills",
    "je sais faire": "skills",
    "ce que j'apporte": "skills",
    "mes points forts": "skills",
    "points forts": "skills",
    "forces": "skills",
    "boite a outils": "skills",
    "environnement technique": "skills",
    "environnements techniques": "skills",
    "maitrise": "skills",
    "je parle": "languages",
    "i speak": "languages",
    "spoken languages": "languages",
    "pratique des langues": "languages",
    "en quelques mots": "summary",
    "in short": "summary",
    "in brief": "summary",
    "in a nutshell": "summary",
    "hello": "summary",
    "bonjour": "summary",
    "qui je suis": "summary",
    "mon profil": "summary",
    "mon objectif": "summary",
    "mon projet": "summary",
    "me joindre": "contact",
    "me contacter": "contact",
    "pour me joindre": "contact",
    "contactez-moi": "contact",
    "reach me": "contact",
    "get in touch": "contact",
    "find me": "contact",
    "say hello": "contact",
    "how to reach me": "contact",
    "retrouvez-moi": "links",
    "find me online": "links",
    "elsewhere": "links",
    "online presence": "links",
    "presence en ligne": "links",
    "profiles": "links",
    "online profiles": "links",
    "social profiles": "links",
    "profils en ligne": "links",
    "et aussi": "interests",
    "et a cote": "interests",
    "hors travail": "interests",
    "a cote": "interests",
    "outside work": "interests",
    "away from work": "interests",
    "off the clock": "interests",
    "outside of work": "interests",
    "when i'm not working": "interests",
    "free time": "interests",
    "spare time": "interests",
    "temps libre": "interests",
    "vie associative": "other",
    "bon a savoir": "other",
    "mobility": "other",
    "permis": "other",
    "driving licence": "other",
    "driving license": "other",
    "brevets": "other",
}

# What sort of experience a heading promises; "user experience" is none.
EXACT |= {
    f"{sort} experience": "experience"
    for sort in words(
        """
        related summer field industry practicum internship legal nursing sales marketing management laboratory lab
        engineering design administrative retail hospitality military entrepreneurial consulting business international
        """
    )
}
EXACT |= {f"{sort} experience": "experience" for sort in ("student teaching", "customer service", "additional work")}
EXACT |= {"practicum": "experience", "scholastic record": "education", "work exposure": "experience"}
EXACT |= dict.fromkeys(("languages known", "language known", "language proficiency"), "languages")
EXACT |= {"academic project": "projects", "course projects": "projects"}

EXACT |= OWN_WORDS

# Which kind wins when a heading has core words of several.
PRIORITY = (
    "languages",
    "experience",
    "education",
    "skills",
    "certifications",
    "projects",
    "interests",
    "links",
    "summary",
    "contact",
    "other",
)

# Core words too common in ordinary lines to make a heading without a heading's looks.
WEAK = words(
    """
    mission missions stage stages poste work job web service technologies tools software information informations spoken
    status info it formation training project projet research projects projets references leadership teaching talk
    enseignement sport recherche activites social fields tech techs emploi career position theatre cinema television
    film films navigation navigations performing freelance tournages journalism journalisme doublage saisons jobsites
    affectations itineraire trajectoire chantiers boulots travail posts placements assignments credits gigs practice
    previously kitchens travaux titres grades ecole ecoles school schools college university exams instruction worksites
    diplomas talents domaines knows sait kit machines engins craft crafts gestes bagages appris colleges parle parles
    parlees speaking ashore tongues idiomes programming programmation positions methodologies mobilite other autre
    autres centre technique techniques media online passion qualification stack benevole unpaid finally enfin extras
    """
)
