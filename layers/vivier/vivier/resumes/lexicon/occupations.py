"""Head words of occupations, folded, written by hand from common knowledge; French feminine forms are derived."""

from vivier.resumes.lexicon import words

_FRENCH = words(
    """
    accordeur accoucheur accueillant acheteur-approvisionneur acousticien acrobate adaptateur addictologue
    adjoint-chef adjudant aerostier aes affreteur affuteur agenceur agent-secretaire aide-comptable aide-conducteur
    aide-cuisine aide-cuisinier aide-educateur aide-electricien aide-macon aide-medico-psychologique aiguilleur
    alcoologue algologue allergologue alpiniste ambulancier amenageur anesthesiste angiologue annonceur
    anthropologue antiquaire apiculteur appareilleur apprenti apprenti-cuisinier approvisionneur arbitre
    arboriculteur arboriste archeologue archetier armateur armurier arpenteur artificier artisan artiste as
    ascensoriste asd ash asl assembleur assistante-dentaire assureur astronome astrophysicien ater athlete
    audiologiste audioprothesiste auteur auto-entrepreneur autoentrepreneur aviateur aviculteur avs bagagiste
    bailleur balayeur bancheur barreur batelier batteur beatmaker berger bijoutier billettiste bio-informaticien
    biochimiste bioinformaticien biostatisticien blanchisseur bobinier booker botaniste bottier bouquiniste
    boutiquier brasseur brocanteur brodeur bruiteur bucheron buraliste cadreur caissier-employe calculateur
    calligraphe cantinier cantonnier cardiologue carreleur carrossier cartographe cascadeur caviste cellerier
    cerealier chaineur chansonnier chanteur chapelier charcutier charge charge-de-mission chargee-de-ta chargeur
    chaudronnier chauffagiste chaumier chef-adjoint chef-gerant cheminot chevrier chiffreur chiropracteur chirurgien
    choregraphe chromiste chroniqueur cimentier cip cireur ciseleur clarinettiste climaticien clinicien coffreur
    coffreur-bancheur coloriste colporteur comedien commis-de-cuisine compagnon compositeur comprimeur
    conducteur-livreur conducteur-receveur conducteur-routier confectionneur conferencier confiseur
    conseiller-vendeur conservateur constructeur contractant contremaitre convoyeur cordiste cordonnier corniste
    correcteur costumier coursier courtier coutelier couvreur couvreur-zingueur cpe cpip cremier criminologue
    croupier cryptologue cuisinier-gerant cuisiniste cultivateur cuviste cyclologisticien daf danseur debardeur
    debosseleur decolleteur deconstructeur decoupeur degustateur delegue demenageur demographe demonstrateur
    depanneur depute dermatologue desamianteur desosseur detective deviseur dg dga diabetologue diagnostiqueur
    dialoguiste diplomate disc-jockey dj docker docteur doctorant dompteur doreur dosimetriste douanier doubleur
    draineur dramaturge drh droniste dsf dsi echafaudeur eclairagiste eclusier ecogarde ecologue ecotoxicologue
    ecoutant ecrivain elagueur electromecanicien eleve eleve-avocat eleve-ingenieur eleveur emailleur embaumeur
    embryologiste employe-polyvalent encadrant encadreur endocrinologue enlumineur enqueteur enseignant-chercheur
    ensemblier entrepositaire epicier epidemiologiste equarrisseur equipier-polyvalent ergonome essayeur estimateur
    etalagiste etalonneur etancheiste ethnologue ethologue etudiant examinateur expediteur expert-judiciaire
    exploitant faconnier faiencier fauconnier ferblantier ferronnier figurant fiscaliste flutiste fondeur fontainier
    forain forestier foreur formulateur fossoyeur foulonnier fraiseur franchise frigoriste fripier fromager
    funambule gainier galeriste gammiste gantier garagiste gardien gastro-enterologue gaveur gemmologue genealogiste
    geneticien geophysicien geotechnicien geriatre gerontologue gestionnaire-paie glaciologue gommeur goudronneur
    gouvernant graveur grossiste guitariste gynecologue harmoniste harpiste hematologue herboriste historien
    horloger horticulteur hote hotelier hotesse hse humoriste hydraulicien hydrobiologiste hydrogeologue hydrologue
    iade ibode iconographe ide imagier imitateur immunologiste impresario incubateur infectiologue infographe
    ingenieur-conseil inseminateur instrumentiste instrumentiste-bloc intermittent interprete inventeur investisseur
    joaillier jockey joueur juge lad laitier lamineur lapidaire laqueur lavandier lecteur lettreur levageur libraire
    liftier ligneur linguiste lithographe livreur-coursier logopede lunetier luthier magicien magnetiseur
    maieuticien mailleur maire maitre-chien maitre-nageur maitre-ouvrier manadier mandataire manipulateur mannequin
    manucure manutentionnaire maraicher marbrier marchand marechal-ferrant mareyeur marinier marionnettiste
    maroquinier marqueteur matelassier matelot mathematicien mecano mecatronicien menager meteorologiste
    meteorologue methodiste metrologue meunier microbiologiste miroitier missionnaire mixeur mjpm modeleur modeliste
    modiste moissonneur moniteur-educateur monitorat moraliste mosaiste mouleur muletier museographe musicologue
    musicotherapeute mytiliculteur naturaliste naturopathe navigateur neonatologiste nephrologue neurochirurgien
    neurologue neuropsychologue nivoculteur numismate obstetricien oceanographe oculariste oenologue officiant
    oleiculteur oncologue ophtalmologiste ophtalmologue opticien ordonnanceur orfevre organiste ornithologue
    orthodontiste orthopediste orthoprothesiste orthoptiste ostreiculteur ouvrier-paysagiste pailleur pair-aidant
    parfumeur parolier parqueteur pasteur patronnier paysan pdg peaussier pecheur pedagogue pediatre pedicure
    pedicure-podologue pedologue pedopsychiatre peigneur perchiste percussionniste perforateur perruquier peseur
    petrochimiste philosophe phoniatre photograveur phytotherapeute pianiste pigiste pisciculteur pisteur
    pisteur-secouriste placier planneur plombier-chauffagiste pneumologue podologue poete poinconneur pointeur
    polisseur politiste politologue pompiste pontier portier post-doc postier potier poudreur preparateur-vendeur
    presentateur presseur preventeur preventionniste primeuriste proctologue programmateur projectionniste projeteur
    promoteur prototypiste psychanalyste psychiatre psychotherapeute pupitreur pyrotechnicien qhse qse quincaillier
    radiologue radiophysicien radiotherapeute raf raffineur ravaleur realisateur rebouteux receveur rectifieur
    refectionneur reflexologue regulateur releve-compteurs releveur relieur remplacant remplieur reparateur
    repartiteur repasseur repetiteur responsable-adjoint rhumatologue rippeur riziculteur rotativiste rotisseur
    roulottier rrh rse sabreur sage-femme sagefemme saisonnier saliculteur salinier saucier saunier saurisseur
    savonnier scaphandrier scenariste scenographe scieur scripte secouriste sellier senateur serriculteur
    serveur-barman sexologue sherpa skipper sociologue sonneur sonorisateur sophrologue soprano souffleur sous-chef
    sous-directeur sous-prefet speleologue sportif stenotypiste steriliste sylviculteur syndic tabacologue
    tabaculteur taillandier tailleur talocheur tanneur tatoueur taxidermiste teinturier telepilote televendeur
    tenancier thanatopracteur thermographe tisf tisseur toiletteur tolier tonnelier torrefacteur toxicologue traceur
    tractionnaire tractoriste tragedien transitaire transporteur travailleur trefileur treillageur trompettiste
    truffier truquiste tutorat urgentiste urologue vacataire vannier varappeur veliplanchiste vendangeur
    vendeur-conseil ventriloque verificateur vernisseur verrier veterinaire vidangeur videur vinificateur
    violoncelliste violoniste virologue vitrailliste voiturier volailler volcanologue volontaire wagonnier webmestre
    wedding-planner xylophoniste zingueur zoologiste zootechnicien
    """
)

_ENGLISH = words(
    """
    acrobat acupuncturist adjudicator adjuster administrator aerialist agronomist aide allergist ambassador
    anaesthetist anchor anesthesiologist animator announcer anthropologist apiarist appraiser apprentice arborist
    archaeologist archeologist archivist arranger artisan artist asm assayer assembler assessor associate-director
    asst astronaut astronomer astrophysicist athlete attendant attorney au-pair auctioneer audiologist aupair author
    aviator avp babysitter baker balloonist barback bargee barrister bassist bcba bdm beautician beekeeper bellboy
    bellhop bellman binder biochemist bioinformatician biostatistician blacksmith blaster blogger boatbuilder
    boilermaker bookbinder bookie bookkeeper bookmaker bookseller bosun botanist bouncer brewer bricklayer
    broadcaster broker builder busboy busser butcher cabinetmaker caddie caddy calligrapher campaigner canvasser
    captain cardiologist caregiver caregivers carer caretaker cartographer cartoonist cataloguer caterer cellist
    ceramicist chambermaid chancellor chaplain charwoman chauffeur checker cheesemaker chef chemist childcarer
    childminder chiropodist chiropractor choreographer chorister chro cinematographer ciso clarinettist clark
    cleaner cleaner-caretaker clerk clinician cna coachbuilder cobbler coder collector colorist columnist comedian
    commander commentator commissioner companion composer compositor compounder conductor confectioner
    conservationist conservator constable contractor controller-general convenor coordinator coroner correspondent
    cosmetologist costumer councillor counsellor-at-law counterhand courier crafter craftsman craftsperson
    craftswoman crew crewman crewmate crewmember criminologist critic cro crossing-guard croupier cso curator
    custodian cutter dancer dealer debt-collector deckhand decorator defender demonstrator dermatologist
    designer-maker detailer detective developer-advocate diagnostician diplomat director-general dishwasher
    dispatcher distiller diver docker dockworker doorkeeper doorman drafter draftsman draftsperson dramatist
    draughtsman draughtsperson dressmaker drummer drywaller dyer ecologist economist ect embalmer embroiderer
    employee emt emt-b endocrinologist engr engraver enumerator environmentalist epidemiologist ergonomist escort
    estimator ethicist evp examiner expediter expo-chef exterminator fabricator facialist farmer farmhand farrier
    fellowship ferryman financier finisher firefighter fireman fisherman fishmonger fitter flagger flautist
    floorhand floorwalker florist footballer footman forecaster foreman forester forewoman forwarder framer
    fundraiser furrier gaffer gamekeeper ganger gardener gastroenterologist gemmologist genealogist geneticist
    geochemist geographer geologist geophysicist geriatrician glassblower glazier gm goldsmith governor gp grader
    grinder grocer groom groundskeeper groundsman groundsperson groundworker guard guardian guitarist gunsmith
    gynaecologist hairdresser hairstylist handler handyman harpist harvester hatter hca hcsw headhunter headmaster
    headmistress headteacher herbalist herder historian hlta hod-carrier hodcarrier homemaker horticulturist
    hosteller hotelier housekeeper housemaid housepainter hydrogeologist hydrologist hygienist hypnotherapist
    illustrator immunologist importer improver inspector-general installer instructor-therapist insurer internist
    interrogator interviewer inventor invigilator ironworker jeweler jeweller jobber jockey joiner jointer
    journeyperson judge juggler keyholder keyworker kitchenhand knitter lab-tech laborer labourer labtech
    lamplighter lampman landlord landscaper laundress lcsw legislator lexicographer librarian lifeguard lineman
    linesman lineworker linguist locksmith locum logger logistician longshoreman lpn lumberjack lyricist machinist
    magician maid maintainer maker makeup-artist manicurist mariner marketeer marshal masseur masseuse mate
    mathematician matron md mechanic mechanic-fitter mediator merchant messenger metallurgist meteorologist mgr
    microbiologist midwife milker milkman milliner millwright missionary mixologist modeller moderator monitrix
    mortician moulder mover-packer msw muralist musicologist nanny-housekeeper navigator negotiator nephrologist
    neurologist neuroscientist neurosurgeon newsreader notary novelist nqt nun nurse-midwife nursemaid nurseryman
    obstetrician oceanographer offsider oncologist operative ophthalmologist optician optom optometrist orderly
    organiser organist organizer ornithologist orthodontist orthoptist oscar osteopath ostler overseer packer
    paediatrician painter-decorator panelbeater paperboy papermaker paralegal paramedic parasitologist paratrooper
    parliamentarian partner-nurse pastor pathologist patrolman paver paymaster pca pediatrician pedicurist
    percussionist perfumer pharmacologist philosopher phlebotomist photographer photojournalist physiologist
    phytopathologist pianist picker picker-packer pipefitter pitman plasterer platelayer playwright pm pmo
    podiatrist poet policeman policewoman politician pollster postdoc postdoctorate postman postmaster postmistress
    postwoman preacher predoctoral prefect presenter presser pressman priest printer printmaker proctor prof
    profiler projectionist promoter proofreader prosecutor prosthetist prosthodontist psychiatrist psychotherapist
    ptlls publican publicist publisher puppeteer purchaser purser qa quantity-surveyor quarryman rabbi radiographer
    radiologist radiotherapist ranger rapper realtor receptionist-administrator rector referee reflexologist
    registrar remediator removalist rep repairer repairman repairperson repossessor reps reseller resident
    respondent restorer retailer retoucher reviewer rheumatologist rider rigger rigger-slinger rn roaster rodeo
    roofer roofer-tiler roughneck roustabout rsm saddler sailor sampler sandblaster saxophonist scaffer scaffolder
    scholar schoolmaster schoolteacher screenwriter scribe scriptwriter scrum-master sculptor sde sdet sdm
    seamstress secondee secretary-general securer seismologist seller senco sencos sendco sergeant servicer setter
    sexton shearer shelf-stacker sheriff shipbuilder shipwright shoemaker shopfitter shopkeeper shotblaster
    shotfirer shunter signaller signwriter singer sister skipper slater slinger sociologist soldier solicitor
    sommelier songwriter sonographer soprano sorter sous-chef speechwriter spinner splicer spokesperson sportsman
    sportswoman spotter sprayer stacker stagehand statistician steelworker steeplejack stenographer stevedore
    stockbroker stockman stockroom stonecutter stonemason storekeeper storeman storeperson storesman storyteller
    strategist striker stripper student student-teacher stuntman stylist subcontractor subeditor superintendent
    supplier surgeon svp swe sweeper swimmer swimming-teacher switchboard systems-administrator tailor tanner
    tattooist taxidermist teamster tech tefl telemarketer teller temp temp-to-perm tenor tester tester-analyst
    thatcher theologian tiler tillage titler toolmaker toolroom toolsetter toxicologist tpm tracer tradesman
    tradesperson trafficker trainee-manager traineeship trainer-assessor trammer transcriber transcriptionist
    transporter trapper treasurer trimmer trombonist trooper trucker trumpeter trunker trustee tuner tutor-mentor
    twister typesetter typist tyre-fitter umpire undertaker upholsterer urologist usher valet valuer vanman vicar
    videographer vintner violinist virologist vlogger vocalist vp wagoner wainwright waitstaff warehouseman
    warehouseperson watchmaker watchman waterkeeper waterman webmaster weigher welder-fabricator whaler wheelwright
    whitesmith winemaker wireman wirer woodcarver woodcutter woodworker wordsmith worker workman wrangler wrestler
    yardman yardsman yeoman yoga-teacher youthworker zookeeper
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
    animalier archer baker barber bishop boss butler cadre carter chandler contractuel cook cooper creatif creative
    elu externe facteur familial fellow fisher founder fuller garde glover guide hand harvester homme host hunter
    interim internship investor keeper knight layer liner loader maitre major marin marine mason miller miner
    minister monitor mover ops page parker player porter potter principal prior private reader reporter reseau
    runner sawyer shepherd slater stage support tanner thatcher turner tyler viewer volontaire walker washer weaver
    wrapper
    """
)
