"""Section headings as people put them in their own words."""

_PHRASES = {
    "experience": """
        timeline | my timeline | the story so far | my route so far | les etapes | etapes | mes etapes |
        mon chemin | ou j'ai travaille | affectations | activite professionnelle | activites professionnelles | vie
        active | experience terrain | missions d'interim | etats de service | itineraire | trajectoire | trajectoire
        professionnelle | mes metiers | metiers exerces | chemin parcouru | chantiers | mes chantiers | emplois
        successifs | au travail | sur le terrain | mon travail | mes boulots | boulots | boulot | jobs etudiants |
        parcours de vie | vecu professionnel | travail | posts held | posts | on the job | my story so far |
        placements | assignments | selected credits | service record | trade experience | track record | engagements
        professionnels | gigs | where i've been | past roles | previous roles | recent roles | earlier roles | earlier
        posts | other posts | postes precedents | postes anterieurs | auparavant | before that | working life | what
        i've been doing | jobs i've had | who i've worked for | employers to date | professional journey | career path
        | hospital posts | kitchens | theatre work | temp work | seasonal work | travaux | missions realisees | work
        experience and placements | le metier | dans le metier | mes experiences passees | activite salariee |
        activites salariees | vie pro | ma vie professionnelle | etapes de carriere | postes et missions | mandats
        professionnels | work and placements | jobs and placements | situation actuelle | situation professionnelle |
        poste actuel | emploi actuel | current situation | contracts | contract roles | contract work | permanent
        roles | contrats | contract history | permanent posts | temporary posts | petits boulots | petits jobs | jobs
        | embarquements | navigations | navigation | sea service | sea time | service en mer | service a la mer | mes
        saisons | saisons effectuees | experiences saisonnieres | theatre | cinema | television | film | films | film
        and television | theatre et cinema | cinema et television | doublage | tournages | tournees | performing |
        journalism | journalisme | vie civile | civilian life | freelance work | selected freelance work | freelance |
        missions freelance | freelance missions | missions en freelance | missions clients | client missions | client
        work | service history | parcours artistique | parcours militaire | carriere artistique |
        services accomplis | etat des services | private sector | public sector | voluntary sector | secteur prive |
        secteur public | public service experience | private sector experience | public sector experience | experience
        de travail | experiences de travail | experience de travail pertinente | experience pertinente | experiences
        pertinentes | experience connexe | experiences connexes | historique professionnel | historique d'emplois |
        cheminement professionnel | cheminement de carriere | deroulement de carriere | experience recente |
        experiences recentes | dernieres experiences | derniers emplois | dernier emploi | derniers postes | dernier
        poste | fonctions occupees | experience acquise | experiences de terrain | parcours en entreprise |
        experiences en entreprise | periodes en entreprise | experiences pro | exp. professionnelles | exp. pro | les
        metiers que j'ai exerces | previous posts | early career | earlier career | current role | current position |
        current post | professional life | professional record | work placements | temporary work | bar work | paid
        work | voluntary and paid work | key roles | selected roles | experience on site | logbook | flight log |
        roles to date | experience d'emploi | experiences d'emploi | fonctions actuelles | emplois anterieurs |
        parcours raconte | mon parcours raconte | ma vie de travail | mes annees de travail | working years | my
        working years | my work | my working life | career story | my career story | work story | life at work |
        on stage | sur scene | a bord | on board | at sea | en mer | ashore | a terre | mes hivers | mes etes |
        hivers et etes | winters | summers | my winters | my summers | on the payroll | on a payroll | permanent
        years | freelance years | years of employment | salariat | en salariat | avant l'independance | before
        freelancing | in the classroom | devant les eleves | en classe | en cuisine | in the kitchen | in the
        field | on the ward | on the wards | jobsites | job sites | worksites
    """,
    "education": """
        ecoles | mes ecoles | diplomes et titres | apprentissages | certificats et diplomes | schools | schools and
        colleges | certificates and diplomas | cote diplomes | sur les bancs | sur les bancs de l'ecole | bagage
        scolaire | niveau d'etudes | niveau scolaire | what i've studied | learning so far | academic path |
        qualifications gained | school | courses & school | courses and school | diplomas | school and college |
        ecole et diplomes | etudes superieures | cursus et diplomes | where i trained | j'ai appris | ou je me
        suis forme | ou je me suis formee | ce que j'ai etudie | how i learned | titres universitaires | grades
        universitaires | titres et grades | etudes accomplies | etudes faites | etudes secondaires | etudes
        secondaires et superieures | etudes primaires et secondaires | etudes collegiales | etudes
        postsecondaires | formation de base | formation initiale et diplomes | formal education | education and
        designations | degrees and designations | education and credentials | education & credentials |
        education and licensure | education and licenses | education and registration | training and trade
        papers | college and school | school and training | schooling and tickets | a l'ecole | l'ecole | at
        school | school and after | appris | taught by | book learning | bits of paper | diplome de | diplomee
        de | diplome par | trained at | studied at | j'ai obtenu | bagages | mes bagages | mes diplomes | mes
        formations | formee a | forme a | scolarite et apres | classes and courses | colleges | educated at | at
        university | at college | a l'universite | a la fac | studied | schooled
    """,
    "skills": """
        ce que je maitrise | savoir faire | je maitrise | cordes a mon arc | mes cordes a mon arc | toolkit | my
        toolkit | tools of the trade | trade skills | good at | i'm good at | mes talents | what i'm good at | strong
        points | know-how | habiletes | utilise au quotidien | daily tools | core qualifications | key qualifications
        | skill highlights | technical preference | technical preferences | competences liees a l'emploi | job-related
        skills | competences en communication | communication skills | competences organisationnelles | organisational
        skills | organizational skills | competences numeriques | competences organisationnelles / manageriales |
        organisational / managerial skills | competences sociales | good with | i can | i can do | je sais | je peux |
        how i can help | what i offer | things i do well | areas of work | areas of practice | practice areas |
        domaines d'intervention | a l'aise avec | knows how to | knows | can also | able to | sait faire | sait | mes
        mains savent | hands and head | head and hands | handy with | at home with | outillage | outillage maitrise |
        research tools | outils de recherche | methods and tools | tools and methods | methodes et outils | outils et
        methodes | lab tools | la trousse | ma trousse | ma trousse a outils | dans ma trousse | trousse a outils | in
        my toolbox | my toolbox | in the toolbox | dans ma boite a outils | ma boite a outils | ma caisse a outils |
        caisse a outils | kit | machines | mes machines | engins | engins conduits | materiel maitrise | ficelles du
        metier | craft | crafts | tours de main | gestes | gestes du metier | mes gestes | outils en main |
        savoir-faire du metier | things i know
    """,
    "languages": """
        je parle | i speak |
        idiomes | je parle aussi | speaks | tongues | i also speak | langues pratiquees | langues vivantes |
        connaissances en langues | competences en langues | niveau en langues | niveaux de langue | mes langues |
        langues maitrisees | langues connues | langues et niveaux | languages and levels | parles | parlees | parle | je
        me debrouille en | on se comprend en | i can speak | i talk | talks in | speaking | spoken | talk |
        teanga | can speak | conversant in
    """,
    "interests": """
        off duty | off-duty | hors service | hors boulot | en dehors du travail | en dehors du boulot | away from the
        desk | out of hours | a mes heures perdues | likes | i like | j'aime | ce que j'aime | what i like | quand je
        ne travaille pas | apres le travail | after work | after hours
    """,
    "other": """
        also | and also | et aussi | mais aussi | bon a savoir | le reste | a savoir | en plus | a noter | working
        papers | works in progress | journal papers | journal articles | articles | posters | colloques | seminaires |
        exposes | exposes et seminaires | seminars | invited talks | presentations | peer-reviewing experience |
        reviewing experience | reviewing | referee service | referee experience | peer review | grants | funding |
        grants and fellowships | fellowships | responsabilites collectives | responsabilites administratives |
        encadrement | encadrements | supervision | vulgarisation | outreach | communications | conferences suivies |
        ecoles d'ete | organisation de conferences | academic service | professional service | service | pro bono |
        pro bono work | board roles | board positions | board memberships | board membership | non-executive roles |
        directorships | other directorships | trusteeships | mandats sociaux | mandats associatifs | church and
        community | community | collections | public collections | unpaid | unpaid work | unpaid roles | benevole |
        benevolement | en benevole | a titre benevole | for free | temps donne | giving my time | other | anything
        else | and finally | finally | to finish | pour finir | pour terminer | pour conclure | enfin | sinon |
        given freely | freely given | not for pay | for no pay | donne de mon temps | du temps donne | pour rien |
        gratuitement | the rest | extras | odds and ends | en vrac | last but not least | a part ca | et puis
    """,
    "summary": """
        me | moi | emploi recherche | poste recherche | emploi vise | poste vise | emploi brigue | job applied for |
        position applied for | desired position | desired job
    """,
    "contact": """
        ou me trouver | me trouver | joignez-moi | ecrivez-moi | contactez moi | reach out | write to me | call me |
        where to find me
    """,
}
OWN_WORDS = {" ".join(phrase.split()): kind for kind, phrases in _PHRASES.items() for phrase in phrases.split("|")}
# "Nursing posts"; but "Blog posts" are none.
_TRADES = "nursing teaching clinical medical academic research legal church hotel kitchen care military training locum"
OWN_WORDS |= {
    f"{trade} {posts}": "experience"
    for trade in _TRADES.split()
    for posts in ("posts", "appointments", "jobs", "roles")
}
