"""Words and forms that names of employers and schools are made of, folded."""

import re

from vivier.resumes.lexicon import words

LEGAL_FORMS = words(
    """
    sas sarl sa sasu eurl snc scop scp sci selarl gie inc inc. ltd ltd. limited llc llp plc corp corp. corporation
    gmbh ag kg bv b.v. nv n.v. spa s.p.a. srl s.r.l. oy ab as a/s pte pty co. cie s.a. s.a.s. s.a.r.l. l.l.c. ulc
    sprl asbl scrl kgaa ug e.v. lda sl s.l. sarl-u ltee enr senc
    """
)

WORDS = words(
    """
    family famille particulier particuliers
    agence agency academie academy aeroport airlines airways airport assurance assurances assurance-vie association
    associates associes auberge bakery bank banque bar bibliotheque board boulangerie boutique brasserie brasseries
    cabinet cafe camping capital carrefour casino caserne cci chamber chambre chantiers charity chateau chru chu
    church cinema city clinic clinique club collectif college communaute commune community company compagnie conseil
    consortium construction constructions consulting cooperative council creche creperie cpam caf crous
    department-store distribution domaine ecole editions ehpad electric electronics energie energies energy
    enterprise enterprises entreprise equipement etablissement etablissements ets fabrique faculte farm ferme
    fiduciaire fils finance firm fondation foods foundation garage gendarmerie government group groupe groupement
    gym hall health healthcare holding holdings home hopital hopitaux hospital hospices hotel hotels imprimerie
    immobilier industrie industries informatique ingenierie inserm institut institute insurance jardinerie journal
    lab labo laboratoire laboratoires laboratories labs laboratory laiterie library librairie logistics logistique
    logiciel lycee magasin mairie maison maisons manufacture market marche metropole ministere ministry
    mission-locale motors municipality musee museum mutuelle networks nhs office ong organisation organization
    partners partenaires patisserie pharma pharmacie pharmacy police polyclinique prefecture press pressing products
    police-nationale railways rectorat residence resort restaurant restaurants ressourcerie robotics salon school
    sciences secours securite security semiconductor shop snack societe software solutions sncf spa station store
    stores studio studios supermarche supermarket sysco syndicat technologies technology telecom telecoms theatre
    theater tourisme trading transport transports travaux travel tribunal trust union universite university urssaf
    usine ventures ville villa winery workshop bank-of cnrs inria cea armee army navy marine hypermarche
    collectivite hospitalier hospitaliere intercommunale intercommunalite agglomeration conseil-departemental
    conseil-regional parc zoo aquarium festival opera orchestre radio television tv magazine publishing publisher
    games gaming entertainment pictures films film music records brands cosmetics fashion clothing wines vins cave
    caves builders building roofing plumbing engineering engineers farms beverages bros brothers sons freres & corp
    partner-school particulier particuliers particulier-employeur famille families family household earl gaec scea
    cuma amap esat ime itep sessad savs chrs csapa opac office-public hlm ccas cias sivom sdis dreal ddt ars apave
    ademe hcr inn pub tavern bistro bistrot grill kitchen deli cafes chip diner steakhouse spa-hotel nursery
    preschool kindergarten hospice infirmary surgery practice dental veterinary vets borough county constabulary
    regiment regiments regimental battalion brigade squadron legion troop airbase hq embassy consulate ambassade
    consulat diocese parish paroisse abbey priory cathedral estate estates lettings realty properties recruitment
    staffing interim-agency haulage freight courier couriers cabs taxis coaches buses rail railway metro ferries
    shipping shipyard docks port ports quarry mines mining foundry steelworks forge forges fonderie fonderies
    acieries papeteries verreries brasserie-restaurant menuiserie charpentes couverture plomberie chauffage
    electricite peinture paysages pepinieres espaces-verts horticulture elevage haras ecurie ecuries vignobles
    vignoble coop cooperatives laiteries fromagerie fromageries abattoir abattoirs boucherie charcuterie
    poissonnerie epicerie primeur traiteur pizzeria brulerie torrefaction librairies editeur editions-du presse
    quotidien hebdo gazette herald tribune observer telegraph chronicle post courier-journal
    """
)

# Words of names that also stand in titles ("Emergency Department", "Service client"): a sign, no proof.
WEAK_WORDS = words(
    """
    hms mv rfa uss rrs
    air bureau center centre departement department digital direction express force forces france interim
    international media medias paris planning production productions region retail service services support systemes
    systems team tech track village watch works
    """
)

# Organisations whose name says nothing else; a short list of large ones on the fr/en markets.
KNOWN = words(
    """
    google amazon microsoft apple facebook meta netflix ibm oracle sap salesforce adobe intel nvidia samsung sony
    siemens bosch philips ericsson nokia cisco dell hp hpe lenovo huawei tesla uber airbnb stripe shopify spotify
    twitter linkedin github gitlab dropbox slack zoom atlassian yahoo yahoo! ebay paypal accenture capgemini sopra
    sopra-steria atos cgi altran alten akka infosys tcs wipro cognizant deloitte kpmg ey pwc mckinsey bcg bain
    orange sfr bouygues free iliad bnp lcl natixis axa allianz generali maif macif matmut groupama covea aviva total
    totalenergies edf engie veolia suez areva framatome orano airbus thales safran dassault renault peugeot citroen
    stellantis psa michelin valeo faurecia alstom sncf ratp keolis transdev eiffage vinci spie danone nestle
    lactalis bel pernod lvmh kering hermes chanel dior sephora l'oreal loreal carrefour auchan leclerc lidl aldi
    casino monoprix intermarche decathlon fnac darty boulanger cdiscount ikea zara sodexo elior compass accor ibis
    novotel mercure mcdonald's mcdonald mcdonalds quick kfc starbucks subway adecco manpower randstad synergie
    proman unilever pg procter pfizer sanofi novartis roche bayer gsk merck astrazeneca servier ipsen biomerieux
    walmart target tesco sainsbury's asda barclays hsbc lloyds natwest santander citi citibank jpmorgan goldman
    morgan ubs credit-suisse swisscom migros coop desjardins bombardier hydro-quebec telus bell rogers boeing
    lockheed ge gm ford toyota honda bmw mercedes audi volkswagen lufthansa easyjet ryanair klm dhl ups fedex
    chronopost colissimo geodis figma notion datadog doctolib blablacar criteo ovh ovhcloud deezer ubisoft gameloft
    boots wickes argos homebase debenhams waitrose morrisons greggs primark halfords screwfix superdrug wetherspoon
    b&q supervalu franprix picard kiabi conforama intersport biocoop lapeyre
    kpn vodafone o2 bt sky bbc itv tf1 canal+ m6 nhs cnrs inria inserm cea cern nasa esa onu unicef unesco ocde
    """
)

SCHOOL_WORDS = words(
    """
    universite university univ univ. ecole school college lycee institut institute iut iae insa imt ens enseirb enac
    ensam ensae ensai esiee epita epitech esgi supinfo supelec centralesupelec centrale polytechnique polytech mines
    ponts hec essec escp edhec emlyon esc inseec neoma kedge skema audencia ieseg sciences-po iep ifsi ifas ifag
    cegep cfa cnam afpa greta academy academie conservatoire faculte faculty epfl ethz eth ucl uclouvain ulb
    kuleuven mit stanford harvard oxford cambridge berkeley caltech yale princeton cornell uqam mcgill udem hesge
    hes hec-montreal esa campus seminary gymnasium hochschule universitat fachhochschule openclassrooms
    coursera udemy wagon simplon ironhack lycees polytechnic politecnico universidad universita sorbonne dauphine
    assas nanterre jussieu utc utt utbm isen isep ece eseo esilv eisti ensimag ensta enssat telecom esigelec estp
    espci chimie ecam icam cesi ensci strate gobelins beaux-arts rubika isart lisaa esmod istec ipag isg ism iseg
    esce bts-school ibs insead lbs lse ucd ucc tcd dcu kcl ucla usc nyu cuny suny esad ifs irts ifcs crej
    maison-familiale mfr cefam gip campus-des-metiers centre-de-formation comprehensive polytechnics conservatory
    conservatoires universities colleges schools ecoles instituts compagnons institution ufr creps cfppa cfpts cfai lp
    legta lpa cned enil ensp ehesp ensc intec ifmk ifps inet enm ensosp aftral promotrans uimm ihk volkshochschule
    hetic lewagon oclock edx futurelearn datascientest ensad ensba femis ecole-de-commerce seminaire
    internat pensionnat gymnase cegeps haute-ecole hogeschool universiteit lse soas mmu ljmu uea uwe uclan anu unsw uts
    ubc sfu uottawa uwaterloo ntnu kth dtu tum rwth tafe gmit atu nuig ait tech iit iiit nit bits iisc
    vidyalaya instituto escuela colegio facultad facolta liceo politecnica akademie schule realschule universidade
    faculdade secondary cem ceg ucad ugb uac uadb uvs ufhb enset iset insat ensi enit ehtp inpt ensias ensa
    enicarthage isims ipeiem athenee ephec helmo hepl uliege unamur umons unil unige unifr unine hes-so heig-vd hepia
    uqac uqtr uqo ulaval estem encg isga ista ofppt lep legt lgt lpo cfai isima
    esilv emlv epsi ynov ingesup efrei esme ipsa esiea estiam eemi mydigitalschool sup supdevinci excelia idrac iscom
    colaiste scoil gaelscoil gaelcholaiste ysgol coleg etb liceul liceum liceo-scientifico escola szkola zespol-szkol
    uniwersytet politechnika universitatea gimnazija gimnazium istituto okul lise gimnaziul kaplan pitman birkbeck
    goldsmiths inspe espe iufm uhi dkit mtu setu tus bcit nait sait nscc tafe
    technikum gymnase gymnasium lyceum hochschule fachhochschule berufsschule realschule
    esaip esail cpe insta itescia ecole42 webacademie enssop formasup ifocop cnfdi ecema esarc digital-school
    """
)

# What is taken at school before studies, where it has no name of its own.
SCHOOL_LEVEL = re.compile(
    r"(?:(?:higher|senior|upper|lower) )?secondary(?: (?:school|education|certificate))*"
    r"|(?:(?:class|std\.?|standard|grade) )?(?:xi{0,2}|10(?:th)?|12(?:th)?)(?:[ -](?:class|standard|grade|std))?"
    r"|10 ?\+ ?2"
)
# What kind of school it is, without its name.
KIND_OF_SCHOOL = re.compile(
    r"(?:programme |cursus )?grande ecole|(?:grande )?ecole d(?:'ingenieure?s?|e commerce|e management"
    r"|'informatique)|engineering school|business school|high school|secondary school|graduate school of [a-z ]+"
)
# "Paris 7 Diderot", "Lyon II": French universities of one town have numbers.
NUMBERED_UNIVERSITY = re.compile(
    r"(?:paris|lyon|lille|bordeaux|rennes|grenoble|toulouse|montpellier|aix-marseille|strasbourg|nancy|clermont)[ -]"
    r"(?:\d{1,2}|[ivx]{1,4})\b(?!e\b|eme\b| ?arr)"
)
DEGREE_WORDS = words(
    """
    master masters master's mastere msc m.sc m.sc. ms m.s. m.s ma m.a. m.eng meng mba mphil licence bachelor
    bachelors bachelor's bsc b.sc b.sc. bs b.s. b.s ba b.a. ba. bba b.b.a. beng b.eng b.ed m.ed btech b.tech bcomm bcom
    phd ph.d ph.d. doctorat doctorate dphil doctoral these these-de bts dut but deust deug dea dess cap bep bac
    baccalaureat brevet diplome diploma degree graduated certificat certificate certification cfc dec aec dep des
    titre mention preparatoire preparatoires prepa cpge classes gcse a-level a-levels a-level: hnd hnc foundation
    ged associate's ingenieur cycle vae du diu capes agregation habilitation hdr maitrise attestation qualification
    aca acca cfa-level high-school semester erasmus echange exchange terminale dcg dscg deaes deas dees dde dne
    dnsep dnmade bpjeps bp brevet-professionnel ssiap caces formation cqp rncp minor major honours hons m1 m2 l3 l2
    l1 m.s.e. b.s.e. bscs mscs llm llb ll.m. ll.b. jd j.d. md m.d. mbbs pgce pgdip abitur magister magistere studies
    nvq btec leaving specialisation specialization summa cum laude undergraduate postgraduate graduation bfa mfa
    nanodegree fellowship residency postdoc matriculation ssc hsc cbse icse mtech m.tech b.e b.e. m.e. mca bca pgdm
    m.com mcom b.ed m.ed a.a a.s a.b s.b s.m sc.b sc.d ed.d associate associates diplom promotion studium laureat
    mmath m.math m.math. m.phys m.phys. mphys m.chem m.chem. mchem b.math b.math. bmath m.mus m.mus. mmus b.mus bmus
    beaux-arts-diplome bootcamp course program programme gcses o-level o-levels as-level as-levels highers
    diplomas degrees certificates aa a.a.t bachelors masteres mres edd dba emba barch b.arch march m.arch bdes b.des
    mdes m.des btsa btec-national svq nnd dnd celta delta tefl tesol qtls qts pgde foundation-degree aas a.a.s aat
    capet caplp crpe dnap dna dma dsaa dnb deust bpa bprea btm bm cacl deap dees deass dec dsf det beesapt dejeps
    desjeps bafa bafd bnssa psc1 sst pharmd pharm.d dvm psyd d.e ibode iade matura maturite cess graduat
    bepc bfem cepe cfee cep def duel duet bacc baccaleaureat baccalaureate licence1 licence2 licence3 master1 master2
    cafipemf scolarite propedeutique probatoire gce bts/dut dess/dea
    grado grau cert certhe diphe bepa capa qqi fetac matric licencjat ossd vce wace sace ond o.n.d ebacc
    apprenticeship apprentissage ingenierie laurea licenciatura staatsexamen vordiplom leaving-certificate junior-cert
    """
)

STUDIED = re.compile(
    r"(?:doctor (?:of|in)|docteure? (?:en|es|de)|doctorante?|mise a niveau|annee preparatoire|state exam) "
    r"|(?:junior|leaving|inter) cert\b|[ao]s?[ -]levels?\b"
    r"|access to (?:he\b|higher)|national [1-5]s?\b|standard grades?\b|chartered accountant\b|advanced highers?\b"
    # "Level 3 Award in Education", "City & Guilds Level 2"; but a "Level 2 Technician" has a post.
    r"|(?:(?:city (?:&|and) guilds|cache|cipd|ncfe|vtct|itec|scqf|nfq|rqf|ilm|cmi)(?: [a-z0-9-]+)? )?level [1-8]"
    r"(?: (?:extended|advanced|national|foundation))?(?: (?:diploma|certificate|award|cert|nvq|svq|in)\b|$)"
)
# Schools whose names hold no word for one at an end.
NAMED_BY_KIND = re.compile(
    r"(?:sciences po|arts et metiers|centre (?:regional )?(?:de |d')(?:formation|apprentissage)"
    r"|centre professionnel d(?:u|e|es))\b"
)
# Degrees that are articles when written small: "DU Soins palliatifs", "DE infirmier", "DES" of Quebec.
LIKE_ARTICLES = re.compile(r"D(?:U|E|ES)(?:\s*[(,]|$|\s(?:en|de|d['’]|[A-ZÀ-Ý]?[a-zà-ÿ]))")

# What opens a subject of studies, which is no school.
OF_STUDIES = words(
    """
    finalite option options specialite specialites parcours filiere serie majeure mineure orientation orientations
    dominante specialisation specialization concentration
    """
)

# Branches of a house: with nothing else they name no employer ("Staff Nurse, A&E").
DEPARTMENTS = words(
    """
    a&e icu er hr it r&d qa pr seo sem crm erp b2b b2c iot ai ml emergency accident intensive critical care unit
    ward theatre theatres oncology paediatrics pediatrics neonatal maternity orthopaedics cardiology surgery
    surgical medical mental outpatients outpatient stoma renal stroke geriatrics gynaecology pricing marketing
    finance operations logistics sales procurement purchasing payroll accounts accounting legal compliance risk
    audit tax growth data platform backend frontend mobile web infrastructure security payments product design
    research engineering manufacturing quality maintenance production warehouse night nights evening weekend shift
    days part-time full-time grill pastry larder sauce fish urgences reanimation pediatrie maternite gynecologie
    cardiologie neurologie pneumologie chirurgie geriatrie psychiatrie oncologie bloc operatoire nuit jour service
    unite pole achats ventes finances comptabilite paie juridique qualite logistique informatique rh travaux bureau
    etudes methodes commerce communication numerique digital export import france europe emea apac north south east
    west region secteur zone nord sud est ouest science maths mathematics english french history geography physics
    chemistry biology primary secondary ks1 ks2 ks3 year
    """
)
# Trades that houses are called after, in the plural behind a name: "Halden Solicitors".
TRADES_OF_HOUSES = words(
    """
    contractors builders solicitors accountants architects engineers consultants caterers roofers joiners decorators
    electricians plumbers opticians dentists chemists florists bakers butchers brewers surveyors designers jewellers
    avocats architectes notaires opticiens traiteurs
    """
)
# Bodies whose names open with what is done there.
BODIES = re.compile(
    r"(?:mission locale|service de remplacement|conseil (?:departemental|regional|general)\b|inspection academique"
    r"|direction (?:departementale|interdepartementale|regionale|interregionale|generale) d|protection civile"
    r"|protection judiciaire|protection maternelle|service departemental d|service des impots|centre de gestion d)"
)
# A notary's or a bailiff's office; written small, or without a name behind it, it is a study of something.
OFFICES = re.compile(
    r"Études? (?:notariales?\b|(?:notariales? )?(?:de |d['’])?(?:(?:Maîtres?|Mes?) )?[A-ZÀ-Ý][a-zà-ÿ]+)"
    r"|(?:SCP|SELARL|SELAS|SARL|EURL|SASU?|SNC|SCOP|SCM|GIE) [A-ZÀ-Ý]"
)
# What is said of an employer, not its name: size, money, rank, owners.
ABOUT = re.compile(
    r"\b\d[\d .,]*\s?(?:[mk]?€|[mk]d?\s?(?:€|eur|usd|\$)|millions?|milliards?|bn\b|salaries?|employees?"
    r"|collaborateurs|personnes|pers\.|p\.|sal\.|etp\b|people|staff|sites?\b|magasins?|stores?|shops?|agences\b"
    r"|offices|lits|beds|couverts|covers|eleves|pupils)"
    r"|[£$€]\s?\d|\b(?:naf|ape|siret|siren|rcs|tva)\s(?:n°\s?|no\.?\s)?[a-z]?\d"
    r"|\b(?:ca|chiffre d'affaires)\s(?:de\s)?\d|\b(?:numero un|n°\s?1|turnover|effectif|headcount)\b"
    r"|^leader\b(?! of\b)|\b(?:market|world|global|industry|national|european|regional) leader\b"
    r"|\bleader (?:in|en|du|de|des|on|sur|dans|mondial|europeen|francais|national|regional)\b"
    r"|^\S.{0,60}\s(?:est une?|is an?|is the|est la|est le|est l'|sont des|are) (?:\S+ ){0,3}(?:entreprises?|societe"
    r"|groupe|agence|association|cabinet|editeur|start-?up|plateforme|solution|filiale|company|firm|group|agency"
    r"|charity|platform|provider|leader|family|business)\b"
    r"|^(?:petite|grande|jeune) (?:equipe|structure|entreprise)"
    r"|\b(?:bought|acquired|owned|founded|rachetee?|fondee?|creee?) (?:by|in|par|en)\b"
    r"|\b(?:filiale d|subsidiary of|part of the|family-run|family-owned|cotee? en bourse|listed on)\b"
    r"|\bloi 1901\b|\d\s?(?:m2|m²|sq\.? ?ft)\b|\bde proximite\b"
    r"|^(?:pme|tpe|eti|start-?up|scale-?up|sme|franchise|clientele)\b"
)
