"""Words that job titles are made of, folded. A French title starts with its noun, an English one ends with it."""

from vivier.resumes.lexicon import words

NOUNS = words(
    """
    accountant accompagnateur accompagnatrice acheteur acheteuse actor actuary actuaire adjoint adjointe
    administrateur administratrice administrator advisor adviser agent agente agronome aide-soignant aide-soignante
    aide aidant alternant alternante ambassador ambassadeur ambassadrice ambulancier ambulanciere analyst analyste
    animateur animatrice apprenti apprentie apprentice architect architecte archiviste assistant assistante
    associate attache attachee auditeur auditrice auditor auxiliaire avocat avocate banker bartender barista barman
    barmaid benevole biologist biologiste boucher bouchere boulanger boulangere buyer cadre caissier caissiere
    cameraman carreleur cariste carer carpenter cashier ceo cfo chairman chairperson charge chargee charpentier
    chauffeur chauffeuse chef cheffe chemist chercheur chercheuse chercheure chimiste cio cleaner clerk coach
    cofounder co-founder cofondateur cofondatrice co-fondateur co-fondatrice coiffeur coiffeuse collaborateur
    collaboratrice collegue comedien comedienne commercial commerciale commis community-manager comptable concepteur
    conceptrice concierge conducteur conductrice conseiller conseillere conservateur consultant consultante
    contributor controleur controleuse controller convoyeur coo coordinateur coordinatrice coordonnateur
    coordonnatrice coordinator copywriter correspondant correspondante counsel counsellor counselor couvreur
    couturier couturiere creator creative cto cuisinier cuisiniere curator cpo cmo cdo data-scientist dba decorateur
    decoratrice delegue deleguee dentist dentiste designer dessinateur dessinatrice developer developpeur
    developpeuse devops dietician dieteticien dieteticienne directeur directrice director dispatcher docteur doctor
    doctorant doctorante documentaliste driver ducateur dev ebeniste economist economiste editeur editrice editor
    educateur educatrice educator electricien electricienne electrician electromecanicien employe employee
    enseignant enseignante engineer entraineur entraineuse entrepreneur entrepreneuse ergotherapeute estheticien
    estheticienne etancheur evangelist executive expert experte expert-comptable externe fabricant facteur factrice
    facilitateur facilitatrice fellow femme-de-chambre financier fleuriste fondateur fondatrice forgeron formateur
    formatrice founder freelance freelancer frigoriste fullstack garde gardien gardienne gendarme geologue geometre
    gerant gerante gestionnaire governess graphiste grutier guide guichetier guichetiere graduate head helper
    historian hostess hote hotesse hotelier huissier head-chef illustrateur illustratrice imprimeur infirmier
    infirmiere infographiste informaticien informaticienne ingenieur ingenieure inspecteur inspectrice inspector
    installateur instituteur institutrice instructor instructeur instructrice integrateur integratrice intendant
    intendante intern interne interim interimaire internship interpreter interprete intervenant intervenante
    investigator janitor jardinier jardiniere journalist journaliste journeyman jurist juriste judge
    kinesitherapeute laborantin laborantine labourer lead leader lecturer lawyer legal-counsel libraire librarian
    lieutenant livreur livreuse logisticien logisticienne machinist machiniste macon maconne magasinier magasiniere
    magistrat maitre maitresse manager manageur manageuse manoeuvre manipulateur manipulatrice manutentionnaire
    maquettiste marketer maraicher marin masseur masseuse mechanic mecanicien mecanicienne mediateur mediatrice
    medecin member mentor menuisier menuisiere merchandiser metallier metteur midwife militaire modeler modelisateur
    moderator moniteur monitrice monteur monteuse musician musicien musicienne md nanny negociateur negociatrice
    notaire nourrice nurse nutritionist nutritionniste officer officier operateur operatrice operator opticien
    opticienne organisateur organisatrice orthophoniste ostheopathe ouvrier ouvriere owner orchestrateur painter
    paralegal paramedic partner patissier patissiere paysagiste pdg peintre pharmacien pharmacienne pharmacist
    photographe photographer physicien physicist physiotherapist pilot pilote plaquiste planner planificateur
    plombier plongeur plongeuse plumber po policier porter postdoc postdoctoral postdoctorat post-doctorat prag prce
    post-doctorant post-doctorante practitioner praticien preparateur preparatrice prepose preposee president presidente
    principal producer producteur productrice product-owner professeur professeure professor programmer programmeur
    programmeuse prospecteur prothesiste psychologist psychologue psychomotricien psychomotricienne publicist
    puericultrice qualiticien qualiticienne rapporteur receptionist receptionniste recruiter recruteur recruteuse
    recrutrice redacteur redactrice referent referente regisseur relecteur reporter representant representante
    representative researcher reseau responsable restaurateur restauratrice retoucheur reviewer routier runner rssi
    rh salesman saleswoman salesperson scientist scientifique scrum-master secretaire secretary serveur serveuse
    server sculpteur signataire smith social-worker soudeur soudeuse soigneur sommelier sommeliere souscripteur
    specialist specialiste sre staff stagiaire suppleant suppleante standardiste statistician statisticien steward
    stewardess strategist stratege stylist styliste superviseur superviseure supervisor support surveillant
    surveillante surveyor sysadmin stocker tailor tapissier taxi teacher teacher-assistant technicien technicienne
    technician technologist telephoniste teleconseiller teleconseillere televendeur teleoperateur teleoperatrice
    tester testeur testeuse therapist therapeute topographe tourneur traducteur traductrice trader trainee trainer
    traiteur translator travailleur travailleuse treasurer tresorier tresoriere tutor tuteur tutrice tuyauteur
    typographe undersecretary urbaniste usineur underwriter valet vendeur vendeuse vendor verifier veterinaire
    veterinarian veilleur vice-president vice-presidente videaste vigneron vigile visiteur voyageur volunteer vp
    waiter waitress warden webdesigner webmaster webmestre welder worker writer youtuber zoologist assistanat
    apprentissage stage benevolat alternance ninja guru directorate faculty juriste-conseil chef-de-projet vrp vdi
    ats atsem avs aesh aes esthetician hygieniste secouriste pompier ambulance sapeur-pompier bibliothecaire
    greffier substitut procureur commissaire brigadier caporal sergent capitaine major colonel equipier equipiere
    cooperateur laveur laveuse nettoyeur technico-commercial technico-commerciale adv itc kam bdr sdr csm sales
    business-developer growth-hacker community traffic-manager data-analyst data-engineer actuariat trieur emballeur
    ramasseur poseur poseuse chaudronnier fraiseur ajusteur regleur outilleur cableur cableuse automaticien
    electronicien electrotechnicien roboticien thermicien metreur deviseur economiste-de-la-construction grutiere
    bancheur coffreur ferrailleur terrassier facadier vitrier serrurier ambulanciers brancardier agriculteur
    agricultrice ouvrier-agricole viticulteur eleveur palefrenier toiletteur fromager poissonnier charcutier
    chocolatier glacier ecailler crepier pizzaiolo plagiste
    """
)

# Words that qualify a title; alone they prove little.
QUALIFIERS = words(
    """
    senior junior lead principal staff chief deputy assistant associate head graduate confirme confirmee experimente
    adjoint adjointe general generale technique technical regional regionale national international digital
    marketing commercial sales business software data full-stack fullstack frontend front-end backend back-end web
    mobile cloud devops product project projet produit polyvalent polyvalente diplome diplomee qualifie qualifiee
    stagiaire apprenti apprentie alternant freelance independant independante scientific student research teaching
    volunteer mid-level entry-level executive human resources ressources humaines finance financial account key
    clinical registered certified chartered development operations customer client communication administratif
    administrative secretariat logistique qualite support maintenance travaux chantier equipe comptabilite paie
    production systemes reseaux
    """
)

# Whole phrases that are titles whatever their words.
PHRASES = (
    "projet de fin d'etude",
    "projet fin d'etude",
    "projet de fin de formation",
    "full stack",
    "full-stack",
    "human resources",
    "ressources humaines",
    "scrum master",
    "product owner",
    "aide soignant",
    "aide a domicile",
    "aide menagere",
    "agent de",
    "chef de",
    "cheffe de",
    "charge de",
    "chargee de",
    "responsable",
    "directeur",
    "directrice",
    "job etudiant",
    "emploi saisonnier",
    "job d'ete",
    "travail saisonnier",
    "baby-sitting",
    "babysitting",
    "baby-sitter",
    "vice president",
    "service civique",
    "maitre d'hotel",
    "femme de chambre",
    "valet de chambre",
    "conges maternite",
    "homme de",
    "teaching assistant",
    "research assistant",
    "research fellow",
    "member of",
    "team lead",
    "team leader",
    "tech lead",
    "business development",
    "social work",
    "customer service",
    "garde d'enfants",
    "soutien scolaire",
    "cours particuliers",
    "stage de",
    "stage en",
    "phd student",
    "working student",
    "summer job",
    "summer intern",
    "co-founder",
    "data science",
    "community management",
    "self-employed",
    "auto-entrepreneur",
    "micro-entrepreneur",
    "these de",
    "sales",
    "assistant(e)",
    "general manager",
    "hr",
    "au pair",
    "paper round",
    "odd jobs",
    "petits boulots",
    "volontariat",
    "night shift",
    "gap year",
    "chez particulier",
    "menage",
    "wwoofing",
    "officer commanding",
    "of staff",
    "in residence",
    "mise en rayon",
    "vendange",
    "cueillette de",
    "portage de",
    "renfort",
    "marechal des logis",
    "second de",
    "dame de compagnie",
    "service national",
    "service militaire",
    "emploi jeune",
    "emploi d'avenir",
    "contrat d'avenir",
)

# Kinds of work that stand for a title when little else is said: "Data entry", "Weekend bar work".
FUNCTIONS = (
    "front of house",
    "back of house",
    "data entry",
    "night fill",
    "help desk",
    "front desk",
    "pot wash",
    "stock control",
    "shop floor",
    "trade counter",
    "school crossing",
    "silver service",
    "customer care",
    "it support",
    "technical support",
    "tech support",
    "maternity cover",
    "bar work",
    "care work",
    "farm work",
    "shop work",
    "work experience",
    "work placement",
    "placement year",
    "year in industry",
    "military service",
    "national service",
    "telesales",
    "trading standards",
    "welfare rights",
    "youth justice",
    "internal audit",
    "network operations",
    "infection control",
    "patient transport",
    "kitchen team",
    "public affairs",
    "motion graphics",
)

CONTRACTS = words(
    """
    agency cdi cdd interim stage alternance apprentissage freelance internship full-time part-time fulltime parttime
    contract contracts contrats aide cui cae pec cui-cae permanent temporary temps-plein temps-partiel saisonnier
    seasonal vacataire independant volontariat mission missions assignment secondment placement detachement
    remplacement vacation vacations titulaire vie contrat-pro fixed-term apprenticeship remote hybrid hybride
    teletravail on-site
    onsite distanciel presentiel weekends week-ends saturdays sundays evenings samedis dimanches mercredis successifs
    successives renouvele renouvelee renouvelable
    """
)
