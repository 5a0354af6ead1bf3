"""Head words of occupations, folded, written by hand from common knowledge; French feminine forms are derived."""

from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.jobs import NOUNS

_FRENCH = words(
    """
    abatteur accastilleur accompagnant accordeur accoucheur accueillant acheteur-approvisionneur acousticien
    acrobate adaptateur addictologue adjoint-chef adjudant aerostier aes affineur affreteur affuteur agenceur
    agent-secretaire aide-comptable aide-conducteur aide-cuisine aide-cuisinier aide-educateur aide-electricien
    aide-macon aide-medico-psychologique aiguilleur alcoologue algologue allergologue allumeur alpiniste
    ambulancier amenageur amiral anatomiste ancien-combattant anesthesiste angiologue annonceur anthropologue
    antiquaire apiculteur appareilleur appariteur apporteur apprenti apprenti-cuisinier approvisionneur
    aquaculteur arbitre arboriculteur arboriste archeologue archeozoologue archetier armateur armurier
    aromaticien arpenteur arrimeur artificier artisan artiste as ascensoriste asd ash asl assembleur assesseur
    assistante-dentaire assureur astronome astrophysicien asv asvp ater athlete audiologiste audioprothesiste
    auteur auto-entrepreneur autoentrepreneur aviateur aviculteur avitailleur avoue avs baby-sitter bagagiste
    bailleur balayeur bancheur bandagiste barbier barreur bassiste batelier batteur beatmaker berger
    bibliotherapeute bijoutier billettiste bio-informaticien biochimiste bioinformaticien biostatisticien
    blanchisseur bobineur bobinier boiseur booker botaniste bottier bouquiniste boutefeu boutiquier brasseur
    briqueteur brocanteur brodeur bruiteur bucheron buraliste cabaretier cadreur caissier-employe calculateur
    calibreur calligraphe calorifugeur cambiste camionneur cantatrice cantinier cantonnier canyoniste
    cardiologue caricaturiste carreleur carrossier cartographe cartonnier cascadeur cavalier caviste cellerier
    ceramiste cerealier chaineur chamoiseur chansonnier chanteur chapelier charbonnier charcutier charge
    charge-de-mission chargee-de-ta chargeur charron chaudronnier chauffagiste chaumier chef-adjoint chef-gerant
    cheminot chevrier chiffreur chiropracteur chiropraticien chirurgien choregraphe chromiste chroniqueur
    chronometreur cibiste cimentier cineaste cip cireur cirier ciseleur clarinettiste clavecinste clerc
    climaticien clinicien clown coffreur coffreur-bancheur cogerant colleur colorieur coloriste colporteur
    comedien commandant commercant commis-de-cuisine commissionnaire compagnon compositeur comprimeur
    conciliateur conditionneur conducteur-livreur conducteur-receveur conducteur-routier confectionneur
    conferencier confiseur confiturier conseiller-vendeur conservateur constructeur consul contractant
    contre-amiral contrebassiste contremaitre convoyeur copiste cordiste cordonnier corniste correcteur
    costumier coupeur courseur coursier courtier couseur coutelier couvreur couvreur-zingueur covendeur cpe cpip
    cremier cribleur criminologue cristallier croque-mort croupier cryptologue cueilleur cuisinier-gerant
    cuisiniste cultivateur curateur cuviste cyclologisticien cytotechnicien dactylo dactylographe daf danseur
    debardeur debosseleur declarant decolleteur deconstructeur decoupeur defenseur degraisseur degustateur
    delegue demenageur demographe demonstrateur dentelier depanneur depute dermatologue desamianteur
    desinfecteur desosseur detacheur detective deviseur dg dga diabetologue diacre diagnostiqueur dialoguiste
    diamantaire diplomate dirigeant disc-jockey dispatcheur dj docker docteur doctorant documentariste
    domoticien dompteur doreur dosimetriste douanier doubleur dragueur draineur dramaturge drapier dresseur drh
    droniste dsf dsi ebarbeur ecaillier echafaudeur eclairagiste eclusier ecobiologiste ecogarde ecologue
    econome ecorceur ecotechnicien ecotoxicologue ecoutant ecrivain ecuyer egoutier elagueur electromecanicien
    electromenageriste eleve eleve-avocat eleve-ingenieur eleveur elingueur emailleur embaumeur embosseur
    embryologiste emouleur empailleur empaqueteur employe-polyvalent encadrant encadreur encodeur endocrinologue
    enduiseur enfourneur enlumineur enqueteur ensacheur enseignant-chercheur ensemblier entoileur entomologiste
    entremetier entrepositaire epicier epidemiologiste equarrisseur equipier-polyvalent ergonome escrimeur
    essayeur essuyeur estampeur estimateur etalagiste etalonneur etancheiste ethnobotaniste ethnologue ethologue
    etireur etudiant eventreur examinateur expediteur expert-judiciaire exploitant faconneur faconnier faiencier
    faiseur fauconnier ferblantier ferronnier feutrier figurant figuriste fileteur filetier fileur finisseur
    fiscaliste flaconneur fleurier flutiste fondeur fontainier forain forestier foreur forgeur formeur
    formulateur fossoyeur foulonnier fourreur fraiseur fresquiste frigoriste fripier fromager fumiste
    funambule gainier galeriste gammiste gantier garagiste gardien gastro-enterologue gaufreur gaveur gazier
    gemmologue genealogiste geneticien geobiologue geochimiste geomaticien geophysicien geotechnicien geriatre
    gerontologue gestionnaire-paie glaciologue godronneur gommeur goudronneur gouvernant grainetier graineur
    graphologue graveur greeur grenadier grimpeur grossiste guetteur guitariste gymnaste gynecologue habilleur
    harmoniste harpiste haubaneur hematologue herboriste hippologue historien horloger horticulteur hote
    hotelier hotesse housseur hse humoriste hydraulicien hydrobiologiste hydrogeologue hydrologue
    hydrotherapeute hypnotherapeute iade ibode iconographe ide illusionniste imagier imam imitateur
    immunologiste impresario incorporateur incubateur infectiologue infographe ingenieur-conseil inseminateur
    instrumentiste instrumentiste-bloc intermittent interprete inventeur investigateur investisseur joaillier
    jockey jointoyeur jongleur joueur juge kine kinesiologue kiosquier lad laitier lamineur langoustier
    lapidaire laqueur lavandier lecteur legionnaire legumier lettreur levageur libraire liftier ligneur linger
    linguiste lithographe livreur-coursier logopede louvetier ludothecaire lunetier luthier lutteur magicien
    magnetiseur maieuticien mailleur maire maitre-chien maitre-nageur maitre-ouvrier majordome manadier
    mandataire manipulateur mannequin manucure manutentionnaire maquilleur maraicher marbrier marchand marechal
    marechal-ferrant mareyeur marinier marionnettiste maroquinier marqueteur marteleur mascotte matelassier
    matelot mathematicien mecano mecatronicien mediathecaire menager meteorologiste meteorologue methodiste
    metrologue meuleur meunier microbiologiste miroitier missionnaire mixeur mjpm modeleur modeliste modelleur
    modiste moine moissonneur moniteur-educateur monitorat moraliste mosaiquiste mosaiste motard mouleur
    moulurier muletier museographe musher musicologue musicotherapeute mytiliculteur nacelliste nageur narrateur
    naturaliste naturopathe navigateur negociant neonatologiste nephrologue neurochirurgien neurologue
    neuropsychologue nivoculteur numismate obstetricien oceanographe oculariste oenologue officiant oiselier
    oleiculteur oncologue ophtalmologiste ophtalmologue opticien ordonnanceur orfevre organiste ornithologue
    orpailleur orthodontiste orthodontologiste orthopediste orthoprothesiste orthoptiste osteopathe
    ostreiculteur ourdisseur ouvreur ouvrier-paysagiste oxycoupeur pailleur pair-aidant parachutiste
    parapentiste pareur parfumeur parolier parqueteur passementier pasteur patron patronnier paveur paysan pdg
    peaussier pecheur pedagogue pediatre pedicure pedicure-podologue pedologue pedopsychiatre peigneur pelletier
    pepinieriste percepteur perchiste percussionniste perforateur permanencier perruquier peseur petrochimiste
    philosophe phlebotomiste phoniatre photocompositeur photograveur phytotherapeute pianiste pigiste
    pisciculteur piscinier pisciniste pisteur pisteur-secouriste placier planneur planteur plasturgiste platrier
    plieur plombier-chauffagiste plumassier pneumologue podologue poete poinceur poinconneur pointeur polisseur
    politiste politologue pompiste ponceur pontier porcher porte-parole porteur portier post-doc postier potier
    poudreur precepteur predicateur prefet preparateur-vendeur presentateur presseur prestataire pretre
    preventeur preventionniste previsionniste primeuriste proctologue programmateur projectionniste projeteur
    promoteur prototypiste proviseur psychanalyste psychiatre psychopedagogue psychosociologue psychotherapeute
    puericulteur puisatier pulveriseur pupitreur pyrotechnicien qhse qse quincaillier rabbin raboteur
    raccommodeur radariste radiesthesiste radiologue radiophysicien radiotherapeute raf raffineur ramoneur
    ravaleur ravaudeur realisateur rebouteux receptionnaire receveur rechapeur recoltant rectifieur
    refectionneur reflexologue registraire regulateur relayeur releve-compteurs releveur relieur rembourreur
    remorqueur remouleur remplacant remplieur reparateur repartiteur repasseur repetiteur repiqueur repreneur
    responsable-adjoint rhumatologue ripeur rippeur riveteur riziculteur rotativiste rotisseur roulottier rrh
    rse sableur sabreur sacristain sage-femme sagefemme saisonnier salaisonnier saliculteur salinier sapeur
    saucier saunier saurisseur savonnier saxophoniste scaphandrier scenariste scenographe scieur scripte
    scripteur secouriste sellier semencier senateur sericulteur serigraphe serriculteur sertisseur
    serveur-barman sexologue sherpa siderurgiste signaleur skieur skipper sociologue soldat solier sondeur
    sonneur sonorisateur sophrologue soprano souffleur sous-chef sous-directeur sous-prefet soutireur
    spationaute speleologue sportif stenodactylo stenotypiste steriliste stratifieur stucateur sylviculteur
    syndic tabacologue tabaculteur tacheron tagueur taillandier tailleur talocheur tanneur taraudeur tatoueur
    taxidermiste teinturier telepilote telereporter telesecretaire televendeur tenancier thanatopracteur
    thermographe tisf tisserand tisseur toiletteur tolier tonnelier toreador torrefacteur tourier toxicologue
    traceur tractionnaire tractoriste tragedien transcripteur transitaire transporteur travailleur trefileur
    treillageur treuilliste trompettiste tronconneur truffier truquiste tuilier turbinier tutorat urgentiste
    urologue vacataire vacher vaguemestre valoriste vannier varappeur veliplanchiste vendangeur vendeur-conseil
    ventriloque verificateur vernisseur verrier veterinaire vidangeur videur viniculteur vinificateur
    violoncelliste violoniste virologue vitrailliste voiturier volailler volailleur volcanologue volontaire
    voltigeur vulgarisateur wagonnier webmestre wedding-planner xylophoniste zingueur zoologiste zoologue
    zootechnicien
    """
)

_ENGLISH = words(
    """
    abseiler accompanist acrobat acupuncturist adjudicator adjuster administrator advocate aerialist
    aesthetician agronomist aide aircraftman aircraftwoman airman airwoman allergist ambassador ambulanceman
    ambulancewoman anaesthetist anchor anesthesiologist animator annotator announcer anthropologist apiarist
    appraiser apprentice aquarist arbitrator arboriculturist arborist archaeologist archdeacon archeologist
    archivist armorer armourer arranger artificer artisan artist artworker asm assayer assembler assessor
    associate-director asst astronaut astronomer astrophysicist athlete attendant attorney au-pair auctioneer
    audiologist aupair author aviator avp babysitter bailiff baker ballerina balloonist bandsman banksman
    barback bargee bargeman barperson barrister bassist bassoonist bcba bdm beadle beautician beekeeper bellboy
    bellhop bellman bellringer benchman bidwriter binder binman biochemist bioinformatician biostatistician
    blacksmith blaster blogger boatbuilder bodyguard boilermaker boilerman bombardier bookbinder bookie
    bookkeeper bookmaker bookseller bosun botanist bouncer boxer brakeman branchman brewer bricklayer
    broadcaster broker builder bursar busboy businessman businesswoman busker busser butcher cabinetmaker caddie
    caddy cadet calligrapher cameraperson camerawoman campaigner cantor canvasser captain cardinal cardiologist
    care-giver caregiver caregivers carer caretaker cartographer cartoonist cataloguer catechist caterer caulker
    cellarman cellist ceramicist chainman chairwoman chambermaid chancellor changemaker chaplain chargehand
    charwoman chauffeur checker cheesemaker chef chemist childcarer childminder chiropodist chiropractor
    choirmaster choirmistress choreographer chorister chro churchwarden cinematographer ciso clarinettist clark
    cleaner cleaner-caretaker clergyman clerk climber clinician cna coachbuilder coachman coalman coastguard
    cobbler coder collector collier colorist columnist comedian commander commentator commissioner commodore
    companion compere compiler composer compositor compounder conciliator conductor conductress confectioner
    conservationist conservator constable consul contractor controller-general convenor coordinator coppersmith
    copyeditor copytaker cordwainer coroner corporal correspondent cosmetologist costumer councillor councilor
    counsellor-at-law counterhand courier cowboy cowgirl cowhand cowman crafter craftsman craftsperson
    craftswoman craftworker cragger crew crewman crewmate crewmember crier criminologist critic cro crofter
    crossing-guard croupier cryptanalyst cryptographer cso curate curator custodian cutler cutter dairymaid
    dairyman dancer deacon dealer dean debt-collector deckhand decorator deejay defender delegate demonstrator
    dermatologist derrickman designer-maker detailer detective developer-advocate diagnostician dietitian
    diplomat director-general dishwasher dispatcher distiller diver docker dockworker doffer dog-walker
    dogwalker doorkeeper doorman doula drafter draftsman draftsperson dramatist draper draughtsman
    draughtsperson drayman dredger dresser dressmaker drover drummer drywaller dustman dyer ecologist economist
    ect electroplater elevatorman embalmer embroiderer emcee employee emt emt-b endocrinologist endodontist engr
    engraver ensign entertainer entomologist enumerator environmentalist epidemiologist equerry erector
    ergonomist escort estimator etcher ethicist ethnographer evaluator evp examiner exciseman exhibitor
    expediter expo-chef exterminator fabricator facialist facilitator farmer farmhand farmworker farrier
    fellmonger fellowship ferryman fettler fiddler filleter financier finisher firefighter fireman firewoman
    fisherman fishmonger fishwife fitter flagger flautist floorhand floorman floorwalker florist flyman
    footballer footman forecaster foreman forester forewoman forwarder foundryman framer frontliner fruiterer
    fumigator fundraiser furrier gaffer gamekeeper ganger gardener gasman gastroenterologist gatekeeper gateman
    gemmologist genealogist geneticist geochemist geographer geologist geophysicist geriatrician gillie
    glassblower glasscutter glazier gm goldsmith governor gp grader grantmaker grantwriter greaser greengrocer
    greenkeeper greenskeeper greeter grinder gripman grocer groom groundskeeper groundsman groundsperson
    groundswoman groundworker guard guardian guardsman guitarist gunner gunsmith gynaecologist haberdasher
    hairdresser hairstylist handler handyman handywoman harpist harvester hatmaker hatter haulier hca hcp hcsw
    headhunter headkeeper headmaster headmistress headteacher headwaiter hedger helmsman herbalist herder
    herdsman herdsperson herdswoman historian hlta hod-carrier hodcarrier homecarer homemaker horticulturist
    hosteller hotelier house-sitter housefather housekeeper housemaid houseman housemaster housemistress
    housemother housepainter houseparent housewright hydrogeologist hydrographer hydrologist hygienist
    hypnotherapist illustrator immunologist importer improver infantryman influencer inseminator
    inspector-general installer instructor-therapist instrumentalist insurer internist interrogator interviewer
    inventor invigilator ironer ironworker jailer jailor janitress jetter jeweler jeweller jewelsmith jobber
    jockey joiner jointer journeyperson journeywoman judge juggler juror kennelmaid kennelman keyboarder
    keyboardist keyholder keyworker kilnman kitchenhand knitter kp lab-tech laboratorian laborer labourer
    labtech lacemaker lacquerer lady-in-waiting laminator lamplighter lampman landlord landman landscaper lass
    laundress laundryman laundrywoman lcsw leadhand lector legionnaire legislator letterer lexicographer
    librarian librettist lifeguard lighterman lighthousekeeper lightkeeper lineman linesman linesperson
    lineworker linguist linkworker lithographer lobbyist locksmith locum loftsman logger logistician
    longshoreman lpn lsa lumberjack lyricist machinist magician maid maintainer maker makeup-artist maltster
    manicurist manservant mariner marketeer marksman marshal marshaller masseur masseuse mate mathematician
    matron mayor md mechanic mechanic-fitter mediator mercer merchant messenger metallurgist metalworker
    meteorologist meterman metrologist mgr microbiologist midshipman midwife militiaman milker milkmaid milkman
    milliner millwright minder mineralogist minstrel missionary mixologist modeller modelmaker moderator
    monitrix monk mortician moulder mover-packer msw muleteer muralist musicologist mycologist nanny-housekeeper
    naturalist navigator needleworker negotiator neonatologist nephrologist neurologist neuroscientist
    neurosurgeon newsagent newscaster newsman newsreader nightwatchman notary notetaker novelist novice nqt nun
    nurse-midwife nursemaid nurseryman nurserywoman oarsman observer obstetrician oceanographer odp offsider
    oiler oilman oncologist operative ophthalmologist optician optom optometrist orator orchardist orchestrator
    orderly ordinand organiser organist organizer ornithologist orthodontist orthoptist oscar osteologist
    osteopath ostler outfitter outrider ovenman overseer oysterman packer paddler paediatrician
    painter-decorator palaeontologist paleontologist panelbeater panellist paperboy paperhanger papermaker
    paraeducator paralegal paramedic paraprofessional parasitologist paratrooper parliamentarian parson
    partner-nurse pastor pathologist patrolman patternmaker paver pavier pawnbroker paymaster pca pcso
    pediatrician pedicurist pedlar percussionist perfumer perfusionist pet-sitter petsitter pharmacologist
    philosopher phlebotomist photogrammetrist photographer photojournalist physiologist phytopathologist pianist
    picker picker-packer piermaster pipefitter pipelayer pipeliner piper pitman plantsman plasterer platelayer
    plater playleader playworker playwright pm pmo podcaster podiatrist poet policeman policewoman polisher
    politician politologist pollster postdoc postdoctorate postie postman postmaster postmistress postperson
    postwoman potman preacher predoctoral prefect prelate preparator presbyter prescriber presenter presser
    pressman priest primatologist printer printmaker probationer proctor prof profiler projectionist promoter
    proofreader proprietor proprietress prosecutor prosthetist prosthodontist provost psychiatrist
    psychometrician psychometrist psychotherapist ptlls publican publicist publisher pumpman puncher puppeteer
    purchaser purser qa quantity-surveyor quarrier quarryman quartermaster quilter rabbi radiographer
    radiologist radiotherapist railwayman ranger rapper realtor receptionist-administrator reconciler recordist
    rector referee reflexologist registrar remediator removalist rep repairer repairman repairperson repossessor
    reps reseller reservationist reservist resident respondent responder restorer retailer retoucher returner
    reviewer rheumatologist rider rigger rigger-slinger ringmaster riveter rn roadie roadman roadsweeper roaster
    rodeo roofer roofer-tiler roughneck roustabout rsm sacristan saddler sailor salesclerk salesgirl sampler
    sandblaster sandhog sapper sawmiller saxophonist scaffer scaffolder scheduler scholar schoolmaster
    schoolmistress schoolteacher screenwriter scribe scriptwriter scrivener scrum-master sculptor sde sdet sdm
    seafarer seaman seamstress searcher secondee secretary-general securer seedsman seismologist selectman
    selector seller senator senco sencos sendco sergeant serviceman servicer servicewoman setter sexton sgt
    shearer shelf-stacker sheriff shipbuilder shiphand shipmaster shipper shipwright shoeblack shoemaker
    shoeshiner shopfitter shopgirl shopkeeper shotblaster shotfirer showrunner shucker shunter sidesman signaler
    signaller signalman signmaker signwriter silversmith singer sister skinner skipper slater slaughterer
    slaughterman slinger smoker-curer sna snagger sociologist soldier solicitor sommelier songwriter sonographer
    sonologist soprano sorter soundman sous sous-chef sower speechmaker speechwriter spinner splicer
    spokesperson sportsman sportswoman spotter sprayer stablehand stableman stacker staffer stagehand
    stallholder standardbearer stationmaster statistician steamfitter steelfixer steelworker steeplejack
    steersman stenographer stevedore stitcher stockbroker stockman stockroom stoker stonecutter stonemason
    storekeeper storeman storeperson storesman storyteller strategist streetsweeper striker stringer stripper
    strongman student student-teacher stuntman stuntwoman stylist subcontractor subeditor submariner
    subpostmaster subpostmistress suffragan superintendent supplier surgeon svp swe sweeper swimmer
    swimming-teacher swineherd switchboard switchman systems-administrator tailor tallyman tanner tarmacer
    tattooist taxidermist taxonomist teamster tech technopreneur tefl telegraphist telemarketer telephonist
    teletypist teller temp temp-to-perm tenderer tenor tester tester-analyst thatcher theologian thresher tiler
    tilesetter tillage timekeeper tinsmith titler tobacconist toolmaker toolman toolroom toolsetter topman
    tourguide towman townplanner toxicologist tpm tracer trackman trackwoman trackworker tradesman tradesperson
    tradeswoman trafficker trainee-manager traineeship trainer-assessor trammer transcriber transcriptionist
    transporter trapper trawlerman treasurer tribologist trimmer trombonist trooper troubleshooter trucker
    truckman trumpeter trunker trustee tuner turner tutor-mentor twister typesetter typist tyre-fitter umpire
    understudy undertaker unloader upholsterer urologist usher usherette vaccinator valet valeter valuer vanman
    varnisher velder verger vicar videographer viniculturist vintner violinist violist virologist viticulturist
    vlogger vocalist volcanologist vp wagoner wainwright waitstaff waller wardsman warehouseman warehouseperson
    warrener washerman washerwoman watchkeeper watchmaker watchman waterkeeper waterman waterproofer webmaster
    webmistress weigher welder-fabricator wetnurse whaler wheelwright whitesmith wholesaler wicketkeeper winder
    winemaker wireman wirer woodcarver woodcutter woodman woodsman woodworker wool-classer wordsmith worker
    workman wrangler wrestler yachtsman yachtswoman yardman yardmaster yardsman yeoman yoga-teacher youthworker
    zoo-keeper zookeeper
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


# In a final e an occupation looks like a verb: "guide" must not make "guidée".
OCCUPATIONS = _with_feminine(_FRENCH | {noun for noun in NOUNS if not noun.endswith("e")}) | _ENGLISH

# Occupations that are family names, things or verbs as well: a sign, no proof.
AMBIGUOUS = words(
    """
    animalier archer baker barber barbier beadle bishop boss boxer butler cadet cadre cantor cardinal carter
    cavalier champion chandler climber collier consul contractuel cook cooper cowboy creatif creative cutler
    deacon dean domestic draper elu externe extra facteur familial fellow fisher founder franchise fuller garde
    glover guide gunner hand harvester holder homme host hostess hunter interim intermittent internship investor
    jetter keeper knight lad lass layer liner loader maitre major marechal marin marine marshaller mason master
    mayor mercer miller minder miner minister moine monitor monk mover ops page parker parson patrol patron
    piper plater player porter potman potter principal prior private provost puericulture ranger reader relief
    reporter reseau runner sawyer seaman secretariat senior shepherd skinner slater sous stage stoker stringer
    support taker tanner telesales televente thatcher turner tyler valeting viewer visitor volontaire walker
    waller warrener washer weaver winder woodman wrapper
    """
)
