"""Head words of occupations, folded, written by hand from common knowledge; French feminine forms are derived."""

from vivier.resumes.lexicon import words

_FRENCH = words(
    """
    accordeur accoucheur acrobate acousticien adaptateur addictologue adjudant aerostier affuteur agenceur aiguilleur
    alcoologue algologue allergologue alpiniste ambulancier amenageur anesthesiste angiologue
    annonceur anthropologue antiquaire apiculteur apprenti appareilleur arboriculteur arboriste arbitre archeologue
    archetier armateur armurier arpenteur artificier artisan artiste ascensoriste assembleur assureur astronome
    astrophysicien athlete audioprothesiste audiologiste auteur autoentrepreneur auto-entrepreneur aviateur aviculteur
    bagagiste bailleur balayeur barreur batelier batteur beatmaker berger bijoutier billettiste biochimiste
    bio-informaticien bioinformaticien biostatisticien blanchisseur bobinier booker botaniste bottier bouquiniste
    boutiquier brasseur brocanteur brodeur bruiteur bucheron buraliste cadreur calculateur calligraphe cantinier
    cantonnier cardiologue carreleur carrossier cartographe cascadeur caviste cellerier cerealier chanteur chapelier
    charcutier charge chargeur chansonnier chroniqueur chaudronnier chauffagiste chaumier chevrier chiffreur
    chiropracteur chirurgien choregraphe chromiste cimentier cireur ciseleur clarinettiste climaticien
    clinicien coffreur coloriste colporteur comedien compagnon compositeur comprimeur confectionneur conferencier
    confiseur conservateur constructeur contremaitre convoyeur corniste cordiste cordonnier
    correcteur costumier courtier coursier coutelier couvreur cremier criminologue croupier cryptologue
    cuisiniste cultivateur cuviste cyclologisticien danseur debardeur debosseleur decolleteur deconstructeur
    decoupeur degustateur delegue demenageur demographe demonstrateur depanneur depute
    dermatologue desamianteur desosseur detective deviseur diabetologue diagnostiqueur dialoguiste diplomate
    disc-jockey dj docker docteur dompteur doreur doubleur douanier draineur droniste dramaturge
    echafaudeur eclairagiste eclusier ecogarde ecologue ecotoxicologue ecrivain eleve-avocat elagueur electromecanicien
    eleveur embaumeur embryologiste emailleur encadrant encadreur endocrinologue enqueteur enlumineur ensemblier
    entrepositaire epicier epidemiologiste equarrisseur ergonome essayeur estimateur etalagiste etalonneur etancheiste
    ethnologue ethologue etudiant examinateur exploitant expediteur faconnier faiencier fauconnier ferblantier
    ferronnier figurant fiscaliste flutiste fondeur fontainier forain forestier foreur formulateur fossoyeur foulonnier
    fraiseur franchise frigoriste fripier fromager funambule gainier galeriste gantier garagiste gardien
    gastro-enterologue gaveur gemmologue genealogiste geneticien geophysicien geotechnicien geriatre gerontologue
    glaciologue gommeur goudronneur gouvernant graveur grossiste guitariste gynecologue harmoniste harpiste hematologue
    herboriste historien horloger horticulteur hote hotelier humoriste hydraulicien hydrobiologiste hydrogeologue
    hydrologue iconographe imagier imitateur immunologiste impresario incubateur infectiologue infographe inseminateur
    instrumentiste instrumentiste-bloc intermittent interprete inventeur investisseur
    jockey joaillier joueur juge jockey lad laitier lamineur lapidaire laqueur lavandier lecteur lettreur
    levageur libraire liftier ligneur linguiste lithographe logopede lunetier luthier magicien magnetiseur mailleur
    maieuticien maire manadier mandataire mannequin manipulateur manucure manutentionnaire maraicher marbrier marchand
    marechal-ferrant mareyeur marinier marionnettiste maroquinier marqueteur matelot matelassier mathematicien mecatronicien
    menager meteorologiste meteorologue meunier microbiologiste miroitier mixeur modeleur modeliste
    modiste moissonneur monitorat moraliste mosaiste mouleur muletier museographe musicologue musicotherapeute mytiliculteur
    naturaliste naturopathe navigateur neonatologiste nephrologue neurochirurgien neurologue neuropsychologue
    nivoculteur numismate obstetricien oceanographe oculariste oenologue officiant oleiculteur oncologue ophtalmologiste
    ophtalmologue opticien orfevre organiste ornithologue orthodontiste orthopediste orthoprothesiste orthoptiste
    ostreiculteur pailleur parfumeur parqueteur parolier pasteur patronnier paysan peaussier pecheur pedagogue pediatre
    pedicure pedicure-podologue pedologue pedopsychiatre peigneur perchiste percussionniste perforateur perruquier
    peseur petrochimiste philosophe phoniatre photograveur phytotherapeute pianiste pigiste pisciculteur pisteur pisteur-secouriste
    placier planneur pneumologue podologue poete poinconneur pointeur polisseur politiste politologue pompiste
    pontier portier potier poudreur presentateur presseur preventeur preventionniste primeuriste
    proctologue programmateur projectionniste projeteur promoteur prototypiste psychanalyste psychiatre psychotherapeute pupitreur
    pyrotechnicien quincaillier radiologue radiophysicien radiotherapeute raffineur ravaleur realisateur rebouteux
    receveur rectifieur reflexologue refectionneur releveur relieur remplacant remplieur reparateur repasseur
    repetiteur rippeur rotativiste rotisseur roulottier rhumatologue riziculteur sabreur saisonnier salinier
    saliculteur sagefemme sage-femme saucier saunier saurisseur savonnier scaphandrier scenariste scenographe
    scieur scripte secouriste sellier senateur serriculteur sexologue sherpa skipper sociologue sonorisateur sonneur
    sophrologue soprano souffleur sous-chef sous-directeur sous-prefet speleologue sportif stenotypiste
    steriliste sylviculteur syndic tabaculteur tabacologue taillandier tailleur talocheur tanneur tatoueur taxidermiste
    teinturier telepilote televendeur tenancier thanatopracteur thermographe tisseur toiletteur tolier tonnelier
    torrefacteur toxicologue tractoriste tragedien traceur transitaire transporteur travailleur trefileur treillageur
    trompettiste truffier truquiste tutorat urgentiste urologue vacataire vannier varappeur veliplanchiste vendangeur
    ventriloque verificateur vernisseur verrier veterinaire vidangeur videur vinificateur violoncelliste
    violoniste virologue vitrailliste volcanologue volailler voiturier webmestre wedding-planner xylophoniste
    zingueur zoologiste zootechnicien couvreur-zingueur plombier-chauffagiste coffreur-bancheur bancheur
    conducteur-receveur vendeur-conseil chef-adjoint adjoint-chef ide ibode iade as asd
    asl ash aes avs mjpm cpe cpip tisf dsf cip drh daf dsi dga dg pdg raf rrh rse hse qse qhse ouvrier-paysagiste
    conseiller-vendeur serveur-barman commis-de-cuisine aide-cuisinier aide-cuisine aide-comptable aide-macon
    aide-electricien aide-medico-psychologique aide-educateur aide-conducteur maitre-nageur maitre-chien maitre-ouvrier
    eleve eleve-ingenieur apprenti-cuisinier ingenieur-conseil expert-judiciaire charge-de-mission assistante-dentaire
    responsable-adjoint postier releve-compteurs agent-secretaire gestionnaire-paie chef-gerant cuisinier-gerant
    volontaire coursier livreur-coursier equipier-polyvalent hotesse employe-polyvalent caissier-employe mecano
    conducteur-routier conducteur-livreur preparateur-vendeur regulateur repartiteur affreteur exploitant
    acheteur-approvisionneur approvisionneur ordonnanceur methodiste gammiste essayeur metrologue dosimetriste
    chaineur tractionnaire wagonnier aiguilleur cheminot contractant missionnaire doctorant post-doc chargee-de-ta
    ater moniteur-educateur enseignant-chercheur pair-aidant accueillant ecoutant
    """
)

_ENGLISH = words(
    """
    acrobat acupuncturist adjuster adjudicator administrator aide aerialist agronomist allergist ambassador
    anaesthetist anesthesiologist anchor animator announcer anthropologist apiarist appraiser apprentice arborist
    archaeologist archeologist archivist arranger artisan artist assembler assessor assayer associate-director astronaut
    astronomer astrophysicist athlete attendant attorney auctioneer audiologist author aviator babysitter baker
    balloonist barrister bassist beautician beekeeper bellhop bellman bellboy binder bioinformatician
    biochemist biostatistician blacksmith blaster blogger boatbuilder boilermaker bookbinder bookkeeper bookmaker
    bookseller botanist bouncer brewer bricklayer broadcaster broker builder butcher cabinetmaker caddie
    caddy calligrapher campaigner canvasser captain cardiologist caregiver caretaker carer cartographer cartoonist
    cataloguer caterer cellist ceramicist chambermaid chancellor chaplain charwoman chauffeur checker cheesemaker chef
    chemist childminder chiropodist chiropractor choreographer chorister cinematographer clarinettist cleaner clerk
    clinician coachbuilder cobbler coder collector colorist columnist comedian commander commentator commissioner
    companion composer compositor compounder conductor confectioner conservationist conservator constable contractor
    controller-general convenor coordinator coroner correspondent cosmetologist costumer councillor
    counsellor-at-law courier crafter craftsman craftswoman craftsperson crewmember criminologist critic croupier
    crossing-guard curator custodian cutter dancer dealer debt-collector deckhand decorator defender demonstrator
    dermatologist designer-maker detailer detective developer-advocate diagnostician diplomat director-general
    dishwasher dispatcher distiller diver dockworker docker doorman doorkeeper draftsman draftsperson draughtsman
    draughtsperson drafter dramatist dressmaker drummer drywaller dyer ecologist economist embalmer embroiderer
    employee endocrinologist engraver enumerator environmentalist epidemiologist ergonomist escort estimator
    ethicist examiner expediter exterminator fabricator facialist farmer farmhand farrier ferryman financier
    finisher firefighter fireman fisherman fishmonger fitter flagger flautist floorhand florist footballer
    footman forecaster foreman forewoman forester forwarder framer fundraiser furrier gaffer gamekeeper ganger gardener
    gastroenterologist gemmologist genealogist geneticist geochemist geographer geologist geophysicist geriatrician
    glassblower glazier goldsmith governor grader grinder grocer groom groundskeeper groundsman groundsperson
    guard guardian guitarist gunsmith gynaecologist hairdresser hairstylist handler handyman harpist harvester
    hatter headhunter headmaster headmistress headteacher herbalist herder historian homemaker horticulturist
    hosteller hotelier housekeeper housemaid housepainter hydrogeologist hydrologist hygienist hypnotherapist
    illustrator immunologist importer improver inspector-general installer instructor-therapist insurer internist
    interrogator interviewer inventor invigilator ironworker jeweller jeweler jockey joiner
    jobber journeyperson judge juggler keyholder keyworker knitter laborer labourer lamplighter landlord landscaper
    lampman laundress legislator lexicographer librarian lifeguard lineman lineworker linguist
    locksmith locum logger logistician longshoreman lumberjack lyricist machinist magician maid maintainer maker
    makeup-artist manicurist mariner marketeer marshal masseur masseuse mate mathematician mechanic
    mediator merchant messenger metallurgist meteorologist microbiologist midwife milkman millwright milliner
    missionary mixologist modeller moderator mortician mover-packer moulder muralist
    musicologist navigator negotiator nephrologist neurologist neuroscientist neurosurgeon newsreader notary novelist nun nurse-midwife
    nursemaid nurseryman obstetrician oceanographer offsider oncologist operative ophthalmologist optician
    optometrist orderly organiser organizer organist ornithologist orthodontist orthoptist osteopath ostler
    overseer packer paediatrician painter-decorator panelbeater paperboy papermaker paralegal paramedic paratrooper
    parasitologist parliamentarian pastor pathologist patrolman paver paymaster pediatrician pedicurist percussionist
    perfumer pharmacologist philosopher phlebotomist photojournalist photographer physiologist phytopathologist pianist
    picker pipefitter pitman plasterer platelayer playwright podiatrist poet policeman policewoman
    politician pollster postman postmaster postmistress postwoman prefect preacher presenter presser
    priest printer printmaker proctor prof profiler projectionist promoter proofreader prosecutor prosthetist
    prosthodontist psychiatrist psychotherapist publican publicist publisher puppeteer purchaser purser quantity-surveyor
    quarryman rabbi radiographer radiologist radiotherapist ranger rapper realtor receptionist-administrator
    rector referee reflexologist registrar remediator removalist repairer repairman repairperson
    repossessor reseller resident respondent restorer retailer retoucher reviewer rheumatologist rider rigger roaster
    rodeo roofer roughneck roustabout saddler sailor sampler sandblaster saxophonist scaffolder scholar schoolmaster
    schoolteacher scriptwriter screenwriter scribe scrum-master sculptor seamstress secretary-general securer seismologist
    seller sergeant servicer setter sexton shearer sheriff shipbuilder shipwright shoemaker shopkeeper shopfitter
    shotfirer signaller signwriter singer skipper slater sociologist soldier solicitor sommelier songwriter sonographer
    soprano sorter speechwriter spinner splicer spokesperson sportsman sportswoman spotter sprayer stagehand
    statistician steelworker steeplejack stenographer stevedore stockbroker stockman stonecutter stonemason storekeeper
    storeman storeperson storyteller strategist stripper student student-teacher stuntman stylist subcontractor
    subeditor superintendent supplier surgeon sweeper swimmer switchboard systems-administrator tailor tanner tattooist
    taxidermist teamster telemarketer teller temp tenor tester tester-analyst thatcher theologian tiler toolmaker
    toxicologist tracer tradesman tradesperson trafficker trainer-assessor transcriber transcriptionist transporter
    trapper treasurer trimmer trombonist trooper trucker trumpeter trustee tuner twister typesetter typist
    umpire undertaker upholsterer urologist usher valet valuer vicar videographer vintner violinist virologist
    vlogger vocalist wainwright waitstaff warehouseman warehouseperson watchmaker watchman waterman
    webmaster weigher welder-fabricator whaler wheelwright whitesmith winemaker wireman woodcarver woodcutter woodworker
    wordsmith worker workman wrangler wrestler yardman yeoman yoga-teacher youthworker au-pair aupair
    rep reps engr mgr asst qa bdm sdm pm pmo swe sde tpm vp svp evp avp cso cro chro ciso gm md rn lpn
    cna gp hca tefl sister matron trunker nqt ect hlta tutor-mentor shunter shelf-stacker stacker temp-to-perm
    lab-tech tech barback expo-chef sous-chef bosun bargee bookie busser busboy caregivers childcarer clark
    cleaner-caretaker counterhand crew crewman crewmate floorwalker groundworker hod-carrier hodcarrier jointer
    kitchenhand labtech linesman mechanic-fitter milker monitrix nanny-housekeeper optom oscar partner-nurse picker-packer
    pressman purser rigger-slinger roofer-tiler scaffer shotblaster slinger stockroom storesman striker swimming-teacher
    tillage titler toolsetter toolroom trainee-manager trammer tyre-fitter vanman wagoner waterkeeper wirer yardsman
    zookeeper hcsw ptlls sencos senco sendco postdoc postdoctorate predoctoral fellowship traineeship secondee
    tefl sdet bcba msw lcsw pca emt emt-b rsm asm
    """
)

# Endings that make the feminine of a French occupation; forms that don't exist do no harm.
_FEMININE = (
    ("teur", ("trice", "teuse")),
    ("eur", ("euse", "eure", "eresse")),
    ("ier", ("iere",)),
    ("er", ("ere",)),
    ("ien", ("ienne",)),
    ("on", ("onne",)),
    ("ant", ("ante",)),
    ("ent", ("ente",)),
    ("e", ("ee", "esse")),
    ("ain", ("aine",)),
    ("at", ("ate",)),
    ("in", ("ine",)),
    ("al", ("ale",)),
    ("if", ("ive",)),
)


def _with_feminine(masculine: frozenset[str]) -> frozenset[str]:
    forms = set(masculine)
    for word in masculine:
        for ending, endings in _FEMININE:
            if word.endswith(ending):
                forms.update(word[: len(word) - len(ending)] + other for other in endings)
                break
    return frozenset(forms)


OCCUPATIONS = _with_feminine(_FRENCH) | _ENGLISH

# Occupations that are family names, things or verbs as well: a sign, no proof.
AMBIGUOUS = words(
    """
    baker boss butler barber carter chandler cook cooper fellow fisher fuller hand host hunter keeper layer liner
    loader mason miller miner minister monitor mover ops player porter potter reader reporter runner shepherd turner
    viewer walker washer weaver wrapper creatif contractuel animalier familial elu homme volontaire investor marine
    page prior knight bishop slater tanner thatcher sawyer parker archer glover tyler founder principal creative
    support reseau stage facteur garde guide maitre major marin cadre interim internship externe
    """
)
