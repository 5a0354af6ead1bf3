"""Smaller towns where French is spoken, folded, from memory; none that is a word of everyday."""

from vivier.resumes.lexicon import words

TOWNS = frozenset(
    name.replace("_", " ")
    for name in words(
        """
        aarschot abbeville acheres agde aimargues aire-sur-la-lys aix-les-bains aizenay albens allauch ambares
        amberieu-en-bugey ambert ambes ambilly amboise amneville ancenis-saint-gereon andenne anderlecht andresy
        angoulins angrie antananarivo antibes_juan-les-pins anzin arbois arlon armentieres arpajon arques
        ars-sur-moselle arudy athis-mons aubange aubenas aubergenville aubigny-sur-nere aubusson audincourt aulnay
        auray aussillon auterive avallon avenches aytre baccarat bagneres-de-bigorre bagnols-sur-ceze baie-comeau
        baie-mahault baie-saint-paul baillargues bailleul bain-de-bretagne balaruc-les-bains bamako bapaume
        bar-sur-aube bar-sur-seine barberaz barbezieux barcelonnette barentin basse-goulaine basse-terre baud bayeux
        beaucaire beaucourt beaucouze beauharnois beaupreau-en-mauges beausoleil beauvais bedarieux begard bellac
        belle-isle-en-terre bellegarde-sur-valserine belley beloeil berck bergues bernay berre-l'etang bethoncourt
        bethune betton beynost bezons bidart biel bienne biguglia billere binche binic bischheim bischwiller bitche
        blain blainville blaye bobo-dioulasso bogny-sur-meuse bois-colombes boisbriand bolbec bollene bondy bonifacio
        bonneuil-sur-marne bonneville bouc-bel-air boucau boucherville bouguenais bourg-argental bourg-la-reine
        bourg-les-valence bourg-saint-maurice bourganeuf bourgueil bouzonville braine-l'alleud brazzaville bricquebec
        brie-comte-robert briey brignais brossard bruay bruay-la-buissiere brumath brunoy bruz bujumbura bulle
        bussy-saint-georges cabries caluire-et-cuire calvi cancale candiac canet-en-roussillon capbreton capestang
        capesterre-belle-eau carentan carhaix carhaix-plouguer carmaux carnoules carrieres-sur-seine carros
        carry-le-rouet carvin cassis castanet-tolosan castelnau-le-lez castelnaudary castelsarrasin caudry cenon
        ceret cergy-pontoise cernay cestas chagny chambly chambon-feugerolles champagne-au-mont-d'or champagnole
        champigny-sur-marne champs-sur-marne chantepie chantonnay chaponost charbonnieres-les-bains charleroi
        charleville charvieu-chavagneux chasseneuil-du-poitou chassieu chateau-du-loir chateau-gontier chateau-renard
        chateau-salins chateaugiron chateauguay chateaulin chateaurenard chatenay-malabry chatillon-sur-chalaronne
        chatou chauny chauvigny chaville chelles chemille chene-bourg chennevieres-sur-marne chenove
        chevigny-saint-sauveur chevilly-larue chinon choisy-le-roi ciboure cilaos ciney civray clamecy claye-souilly
        clermont-de-l'oise clermont-l'herault clisson cloyes cogolin colombey-les-belles combourg combs-la-ville
        comines conakry conde-sur-noireau conflans-sainte-honorine confolens cosne-cours-sur-loire cossonay cotonou
        coudekerque-branche coueron coulommiers cournon-d'auvergne coursan courseulles-sur-mer courtrai cowansville
        cran-gevrier craon craponne cremieu creon creutzwald crissier croissy-beaubourg crolles crozon cuers cugnaux
        cusset dammarie-les-lys dammartin dardilly decazeville decines-charpieu denain descartes deuil-la-barre
        digoin dinant dives-sur-mer dolbeau-mistassini domene domfront domont donges douarnenez doue-la-fontaine
        doullens dourdan douvaine drummondville dugny eaubonne ecublens egletons eguilles elancourt elne
        enghien-les-bains ensisheim entraigues-sur-la-sorgue epagny equeurdreville ermont erstein espalion
        estavayer-le-lac etampes etaples etrechy etterbeek eupen evian-les-bains evron exincourt eyguieres eysines
        ezanville faches-thumesnil falaise fameck farnham faulquemont faverges fayence fessenheim feyzin figeac
        firminy flers fleurance fleurus fleury-les-aubrais floirac fonsorbes fontaine-les-dijon fontaines-sur-saone
        fontenay-aux-roses fontenay-le-comte fos-sur-mer fouesnant fourmies francheville franconville fresnes
        freyming-merlebach frontignan fronton fumay fuveau gaillard ganges gannat gardanne gargenville gaspe
        geispolsheim gembloux genk genlis gerardmer gerzat gex ghisonaccia gignac giromagny gisors givet gland golbey
        gond-pontouvre gonesse gourdon gourin goussainville grand-couronne grand-quevilly grande-synthe granville
        graulhet gravelines grenay grigny guenange gueugnon guichen guipavas guise guyancourt hagetmau halluin
        harfleur hasparren hasselt haubourdin haute-goulaine hautmont hayange hellemmes henin-lietard hennebont
        herblay hericourt herouville-saint-clair herstal hesdin hettange-grande heyrieux homecourt houilles huningue
        ibos igny irigny is-sur-tille isle-jourdain isola issoire istres ixelles janze jarnac jarny
        jarville-la-malgrange jassans-riottier jaunay-marigny joinville joinville-le-pont joliette jonage jonquiere
        josselin joue-les-tours jouy-en-josas jurancon juvignac juvisy-sur-orge kankan kaysersberg kervignac kigali
        kingersheim kortrijk kourou kremlin-bicetre l'aigle l'arbresle l'etang-sale l'hay-les-roses l'isle-adam
        l'isle-d'abeau l'isle-d'espagnac l'isle-jourdain l'isle-sur-la-sorgue la_bouilladisse la_chapelle-sur-erdre
        la_charite-sur-loire la_chaux-de-fonds la_clusaz la_colle-sur-loup la_cote-saint-andre la_courneuve
        la_couronne la_crau la_ferte-bernard la_ferte-mace la_garde la_garenne-colombes la_gaude la_grand-combe
        la_grande-motte la_guerche-de-bretagne la_londe-les-maures la_louviere la_madeleine la_malbaie
        la_motte-servolex la_mulatiere la_mure la_penne-sur-huveaune la_plaine_saint-denis la_possession la_ravoire
        la_roche-bernard la_roche-sur-foron la_souterraine la_suze-sur-sarthe la_tour-du-pin la_tremblade la_trinite
        la_tuque la_valette-du-var la_ville-aux-dames la_voulte-sur-rhone lac-megantic lachine lagny-sur-marne
        lambersart lambesc lamotte-beuvron lancy landivisiau lanester langeais langon langres lannemezan larmor-plage
        lasne lattes lavaur lavelanet le_beausset le_blanc-mesnil le_bourg-d'oisans le_bourget le_bouscat le_cannet
        le_cateau-cambresis le_chesnay le_cheylard le_conquet le_cres le_creusot le_faouet le_gosier le_grand-bornand
        le_grand-quevilly le_kremlin-bicetre le_lamentin le_lavandou le_lion-d'angers le_locle le_loroux-bottereau
        le_luc le_marin le_mee-sur-seine le_mont-sur-lausanne le_moule le_muy le_neubourg le_pecq
        le_perreux-sur-marne le_petit-quevilly le_plessis-robinson le_poire-sur-vie le_pontet le_pouzin le_pradet
        le_pre-saint-gervais le_raincy le_rheu le_rove le_tampon le_teil le_touquet le_treport le_vesinet le_vigan
        leguevin les_abymes les_andelys les_arcs les_clayes-sous-bois les_contamines les_essarts les_gets les_houches
        les_mureaux les_pavillons-sous-bois les_pennes-mirabeau les_ponts-de-ce lescar lesneven lezignan-corbieres
        lezoux libercourt libramont libreville lieusaint lillers limay limeil-brevannes limoux lingolsheim
        livron-sur-drome livry-gargan loches locmine loctudy lodeve lognes lombez lome lomme longjumeau longvic
        longwy loos loperhet loriol-sur-drome lormont loudun louhans louvain louvres lucon ludres lussac-les-chateaux
        lutry luxeuil-les-bains machecoul magog maiche maizieres-les-metz malemort malestroit malines mamers
        mandelieu mandelieu-la-napoule marans marche-en-famenne marcq-en-baroeul marennes marly-le-roi marnaz
        marne-la-vallee maromme martigny mascouche massy matoury maubourguet mauguio mauleon maxeville mazamet
        mechelen megeve mehun-sur-yevre mennecy meru merville meung-sur-loire meximieux meyreuil meythet meyzieu meze
        mimet mimizan mions mirabel mirande mirecourt mirepoix miribel mitry-mory modane moissac moissy-cramayel
        mondelange mondeville mons-en-baroeul mont-laurier mont-tremblant montaigu montaigu-vendee montbard montbazon
        montceau-les-mines montech montereau-fault-yonne montesquieu-volvestre montesson monteux montfermeil
        montgeron monthey montigny-le-bretonneux montigny-les-metz montivilliers montmagny montmorillon
        montreuil-juigne morangis mordelles moret-sur-loing morez morges mornant mortagne-au-perche
        mortagne-sur-sevre morteau morzine moudon mougins mourenx mouscron moutiers moyeuvre-grande munster muret
        murten mussidan mutzig muzillac n'djamena naintre nerac neufchateau neufchatel-en-bray neuilly-plaisance
        neuilly-sur-marne neuville-sur-saone niamey niederbronn-les-bains nivelles noeux-les-mines nogaro
        nogent-le-roi nogent-sur-marne nogent-sur-oise nogent-sur-seine noisiel noisy-le-sec nontron nort-sur-erdre
        nouakchott noyon nozay nuits-saint-georges nyons oignies oissel oleron olivet ollioules oloron-sainte-marie
        onet-le-chateau onex onnaing orchies ormesson orthez ostende ostwald ottignies ouagadougou ouistreham oupeye
        outreau ozoir-la-ferriere paimpont palaiseau palavas-les-flots paray-le-monial parempuyre parentis-en-born
        parthenay pauillac payerne pegomas pelissanne perigny pernes-les-fontaines peronne perros-guirec peruwelz
        petit-bourg petite-rosselle peyrehorade pezenas phalsbourg pibrac pierre-benite pierrefitte-sur-seine
        pierrelatte pignan plabennec plaisance-du-touch plan-de-cuques plan-les-ouates plancoet plerin ploemeur
        ploeren plouay ploudalmezeau plougastel-daoulas plouzane pointe-claire pointe-noire poligny pompey pons
        pont-a-mousson pont-audemer pont-de-claix pont-du-chateau pont-l'abbe pont-l'eveque pont-saint-esprit
        pont-sainte-maxence pontarlier pontault-combault pontcharra pontchateau pordic porrentruy port-de-bouc
        port-la-nouvelle port-louis port-saint-louis-du-rhone portes-les-valence portet-sur-garonne porticcio
        porto-novo porto-vecchio pouance pouzauges prades presles-en-brie prevessin-moens prilly propriano
        puget-sur-argens puilboreau pully questembert quetigny quimperle quintin rabastens raismes rambouillet
        ramonville-saint-agne redon relecq-kerhuon renens rennes revin ribeauville riberac riedisheim
        rillieux-la-pape rimouski ris-orangis rive-de-gier rivesaltes riviere-du-loup rixensart rixheim roeselare
        rognac roissy-en-brie rombas romilly-sur-seine romont romorantin-lanthenay ronchin roncq
        roquebrune-cap-martin roquebrune-sur-argens roquemaure roquevaire roscoff rosheim rosporden rostrenen
        rouffach roussillon rouyn-noranda roye ruelle-sur-touvre ruffec rungis sable-sur-sarthe saint-affrique
        saint-alban-leysse saint-amand-les-eaux saint-amand-montrond saint-andre saint-andre-de-cubzac saint-avertin
        saint-avold saint-barthelemy-d'anjou saint-benoit saint-cere saint-chamond saint-claude saint-constant
        saint-cyr-au-mont-d'or saint-cyr-sur-loire saint-cyr-sur-mer saint-egreve saint-eustache saint-florentin
        saint-fons saint-gely-du-fesc saint-genis-laval saint-genis-pouilly saint-georges-de-beauce
        saint-georges-de-didonne saint-gervais-les-bains saint-ghislain saint-gilles-croix-de-vie saint-girons
        saint-gratien saint-gregoire saint-hilaire-de-riez saint-imier saint-jacques-de-la-lande saint-jean-d'angely
        saint-jean-de-luz saint-jean-de-maurienne saint-jean-de-monts saint-jean-de-vedas saint-jean-sur-richelieu
        saint-joseph saint-juery saint-julien-en-genevois saint-junien saint-just-saint-rambert saint-lambert
        saint-laurent-du-maroni saint-laurent-du-var saint-leu saint-maixent-l'ecole saint-mande saint-marcellin
        saint-martin-d'heres saint-martin-de-crau saint-maur-des-fosses saint-maurice saint-maximin-la-sainte-baume
        saint-medard-en-jalles saint-michel-sur-orge saint-orens-de-gameville saint-ouen-l'aumone saint-paul-les-dax
        saint-pierre-des-corps saint-pierre-du-perray saint-pierre-en-faucigny saint-pol-de-leon
        saint-pol-sur-ternoise saint-pourcain-sur-sioule saint-remy-de-provence saint-renan saint-sebastien-sur-loire
        saint-sulpice-la-pointe saint-vincent-de-tyrosse saint-vit saint-yrieix-la-perche sainte-anne sainte-foy
        sainte-foy-les-lyon sainte-genevieve-des-bois sainte-marie sainte-marie-aux-mines sainte-maxime salazie
        salies-de-bearn sallanches sanary-sur-mer sancerre sannois saran sartene sartrouville sarzeau sassenage
        sausheim sautron savigny-en-septaine savigny-le-temple savigny-sur-orge sceaux schaerbeek schoelcher
        scionzier seclin segre-en-anjou_bleu selles-sur-cher semur-en-auxois sept-iles septemes-les-vallons seurre
        seynod seyssinet-pariset sezanne sierre simiane-collongue six-fours-les-plages soignies soisy sollies-pont
        somain sommieres sorbiers sorel-tracy sorgues sotteville-les-rouen souffelweyersheim souillac soultz soustons
        stiring-wendel sucy-en-brie sully-sur-loire surgeres talant talmont-saint-hilaire tarare tarascon tartas
        tassin-la-demi-lune taverny templeuve tergnier terrasson-lavilledieu thaon-les-vosges thetford_mines thiais
        thiers thies thoune tiffauges tignes tinqueux tonneins torcy toul tourlaville tournefeuille tournon-sur-rhone
        tournus trans-en-provence tregueux treguier treillieres trelaze trets triel-sur-seine trignac tubize tullins
        turnhout uccle uckange ugine ussel ustaritz uzerche uzes vaires-sur-marne vaison-la-romaine val-d'isere
        val-d'or val-de-reuil val_thorens valbonne valdahon valencay valentigney vallauris vallet valognes
        vandoeuvre-les-nancy varennes vaudreuil-dorion vaujours vaulx-milieu vauvert veauche vedene veigne velaux
        vendres venelles venissieux ventabren verdun vern-sur-seiche verneuil-sur-avre verneuil-sur-seine
        verrieres-en-anjou verrieres-le-buisson versoix vert-saint-denis vervins vezin-le-coquet vic-fezensac
        victoriaville vigneux-sur-seine vihiers villard-de-lans ville-d'avray ville-la-grand villebon-sur-yvette
        villedieu-les-poeles villefontaine villefranche-de-lauragais villefranche-de-rouergue villefranche-sur-saone
        villemomble villemur-sur-tarn villenave-d'ornon villeneuve-la-garenne villeneuve-le-roi
        villeneuve-les-avignon villeneuve-loubet villeneuve-saint-georges villeneuve-sur-lot villeneuve-sur-yonne
        villeneuve_d'ascq villepinte villers-bocage villers-cotterets villers-les-nancy villerupt villetaneuse
        villeurbanne villiers-sur-marne vilvoorde vineuil viroflay viry-chatillon vitry-le-francois viviers vouziers
        wambrechies waremme wattignies wavre westmount wimereux wittelsheim wittenheim woippy woluwe yerres yutz
        yverdon-les-bains yzeure
        """
    )
)
