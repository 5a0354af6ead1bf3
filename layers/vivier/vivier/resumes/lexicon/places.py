"""Names of places, folded, an underscore for a space: enough to tell a place from an employer, no gazetteer."""

from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.francophone import TOWN_COUNTRY
from vivier.resumes.lexicon.towns import TOWNS

COUNTRIES: dict[str, str] = {
    name: code
    for code, names in {
        "FR": "france|fr",
        "BE": "belgique|belgium|belgie",
        "CH": "suisse|switzerland|schweiz|svizzera",
        "LU": "luxembourg",
        "MC": "monaco",
        "DE": "allemagne|germany|deutschland",
        "AT": "autriche|austria|osterreich",
        "GB": "royaume-uni|united kingdom|uk|u.k.|england|angleterre|scotland|ecosse|wales|pays de galles"
        "|great britain|northern ireland",
        "IE": "irlande|ireland",
        "ES": "espagne|spain|espana",
        "PT": "portugal",
        "IT": "italie|italy|italia",
        "NL": "pays-bas|netherlands|the netherlands|holland|nederland",
        "DK": "danemark|denmark",
        "SE": "suede|sweden",
        "NO": "norvege|norway",
        "FI": "finlande|finland",
        "PL": "pologne|poland|polska",
        "CZ": "republique tcheque|czech republic|czechia|tchequie",
        "HU": "hongrie|hungary",
        "RO": "roumanie|romania",
        "BG": "bulgarie|bulgaria",
        "GR": "grece|greece",
        "US": "etats-unis|united states|usa|u.s.a.|u.s.|us|united states of america",
        "CA": "canada|quebec",
        "MX": "mexique|mexico",
        "BR": "bresil|brazil|brasil",
        "AR": "argentine|argentina",
        "MA": "maroc|morocco",
        "DZ": "algerie|algeria",
        "TN": "tunisie|tunisia",
        "SN": "senegal",
        "CI": "cote d'ivoire|ivory coast",
        "CM": "cameroun|cameroon",
        "IN": "inde|india",
        "CN": "chine|china",
        "JP": "japon|japan",
        "SG": "singapour|singapore",
        "AU": "australie|australia",
        "NZ": "nouvelle-zelande|new zealand",
        "AE": "emirats arabes unis|uae|united arab emirates",
        "IL": "israel",
        "TR": "turquie|turkey",
        "ZA": "afrique du sud|south africa",
        "LB": "liban|lebanon",
        "RE": "la reunion|reunion",
        "VN": "vietnam|viet nam",
        "NG": "nigeria",
        "KE": "kenya",
        "EG": "egypte|egypt",
        "PK": "pakistan",
        "HK": "hong kong",
        "KR": "south korea|coree du sud|republic of korea|korea|s. korea|s.korea",
        "HR": "croatie|croatia",
        "RS": "serbie|serbia",
        "SK": "slovaquie|slovakia",
        "SI": "slovenie|slovenia",
        "LT": "lituanie|lithuania",
        "LV": "lettonie|latvia",
        "EE": "estonie|estonia",
        "RU": "russie|russia",
        "CL": "chili|chile",
        "CO": "colombie|colombia",
        "PE": "perou|peru",
        "PH": "philippines",
        "ID": "indonesie|indonesia",
        "MY": "malaisie|malaysia",
        "TH": "thailande|thailand",
        "TW": "taiwan",
        "IR": "iran",
        "SA": "arabie saoudite|saudi arabia",
        "BD": "bangladesh",
        "LK": "sri lanka",
        "GH": "ghana",
        "ET": "ethiopie|ethiopia",
        "MG": "madagascar",
        "ML": "mali",
        "BJ": "benin",
        "TG": "togo",
        "CD": "republique democratique du congo|rd congo|rdc",
        "GA": "gabon",
        "MU": "ile maurice|mauritius",
        "IS": "islande|iceland",
        "UA": "ukraine",
        "BF": "burkina faso|burkina",
        "NE": "niger",
        "GN": "guinee|guinea",
        "CG": "congo|congo brazzaville|republique du congo",
        "MR": "mauritanie|mauritania",
        "TD": "tchad|chad",
        "CF": "centrafrique|republique centrafricaine",
        "RW": "rwanda",
        "BI": "burundi",
        "DJ": "djibouti",
        "KM": "comores|comoros",
        "HT": "haiti",
        "JM": "jamaica|jamaique",
        "TT": "trinidad and tobago|trinidad|trinite-et-tobago",
        "BB": "barbados|barbade",
        "CU": "cuba",
        "DO": "dominican republic|republique dominicaine",
        "CR": "costa rica",
        "PA": "panama",
        "EC": "ecuador|equateur",
        "VE": "venezuela",
        "BO": "bolivia|bolivie",
        "UY": "uruguay",
        "ZW": "zimbabwe",
        "ZM": "zambia|zambie",
        "UG": "uganda|ouganda",
        "TZ": "tanzania|tanzanie",
        "MW": "malawi",
        "MZ": "mozambique",
        "AO": "angola",
        "NA": "namibia|namibie",
        "BW": "botswana",
        "GM": "the gambia|gambia|gambie",
        "SL": "sierra leone",
        "LR": "liberia",
        "GW": "guinee-bissau|guinea-bissau",
        "GQ": "guinee equatoriale|equatorial guinea",
        "CV": "cap-vert|cape verde|cabo verde",
        "SC": "seychelles",
        "SO": "somalia|somalie",
        "SD": "sudan|soudan",
        "LY": "libya|libye",
        "QA": "qatar",
        "KW": "kuwait|koweit",
        "BH": "bahrain|bahrein",
        "OM": "oman",
        "IQ": "iraq|irak",
        "SY": "syria|syrie",
        "AF": "afghanistan",
        "NP": "nepal",
        "MM": "myanmar|birmanie",
        "KH": "cambodia|cambodge",
        "KZ": "kazakhstan",
        "UZ": "uzbekistan|ouzbekistan",
        "AM": "armenia|armenie",
        "AZ": "azerbaijan|azerbaidjan",
        "MD": "moldova|moldavie",
        "BY": "belarus|bielorussie",
        "AL": "albania|albanie",
        "MK": "north macedonia|macedoine du nord",
        "BA": "bosnia and herzegovina|bosnie-herzegovine",
        "ME": "montenegro",
        "XK": "kosovo",
        "CY": "cyprus|chypre",
        "MT": "malta|malte",
        "AD": "andorra|andorre",
        "LI": "liechtenstein",
        "GI": "gibraltar",
        "PF": "polynesie francaise|tahiti",
        "NC": "nouvelle-caledonie",
        "GF": "guyane|guyane francaise",
        "GP": "guadeloupe",
        "MQ": "martinique",
        "YT": "mayotte",
    }.items()
    for name in names.split("|")
}

_FRENCH = """
paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon saint-etienne
le_havre grenoble dijon angers nimes villeurbanne clermont-ferrand aix-en-provence le_mans brest tours amiens
limoges annecy boulogne-billancourt perpignan metz besancon orleans rouen saint-denis montreuil argenteuil mulhouse
caen nancy tourcoing roubaix nanterre vitry-sur-seine creteil avignon poitiers aubervilliers asnieres-sur-seine
colombes dunkerque aulnay-sous-bois versailles courbevoie rueil-malmaison beziers la_rochelle pau cannes antibes
calais merignac saint-nazaire drancy colmar ajaccio issy-les-moulineaux bourges levallois-perret quimper
noisy-le-grand valence villeneuve-d'ascq neuilly-sur-seine antony troyes venissieux cergy clichy lorient pessac
ivry-sur-seine niort chambery sarcelles montauban cayenne hyeres beauvais saint-quentin cholet la_roche-sur-yon
vannes evry maisons-alfort frejus arles pantin grasse laval meaux epinay-sur-seine saint-malo bobigny blois
brive-la-gaillarde brive chalon-sur-saone tarbes chalons-en-champagne charleville-mezieres rosny-sous-bois belfort
cagnes-sur-mer bron saint-brieuc albi sevran martigues carcassonne castres alfortville arras talence massy compiegne
gap salon-de-provence sete thionville bayonne anglet biarritz ales boulogne-sur-mer bourg-en-bresse angouleme evreux
puteaux la_defense la_ciotat saint-herblain reze agen roanne rodez cherbourg lens douai valenciennes cambrai
maubeuge lievin henin-beaumont epinal verdun saint-dizier auxerre nevers macon montlucon vichy moulins
le_puy-en-velay aurillac cahors auch mont-de-marsan dax perigueux bergerac libourne arcachon la_teste-de-buch
gradignan blagnac colomiers tournefeuille muret balma labege cugnaux aubagne vitrolles marignane istres miramas
draguignan la_seyne-sur-mer sophia_antipolis menton vence bastia corte vaulx-en-velin caluire saint-priest ecully
oullins givors vienne bourgoin-jallieu voiron meylan echirolles annemasse thonon-les-bains cluses albertville
saint-louis haguenau illkirch schiltigheim selestat forbach sarreguemines cesson-sevigne fougeres vitre redon dinan
lannion morlaix landerneau concarneau pontivy saint-lo alencon argentan lisieux deauville honfleur fecamp dieppe
vernon chartres dreux chateauroux vierzon saumur chatellerault bressuire cognac royan saintes rochefort luce laon
soissons creil chantilly senlis melun fontainebleau poissy mantes-la-jolie trappes saint-germain-en-laye plaisir
velizy velizy-villacoublay guyancourt palaiseau orsay gif-sur-yvette saclay les_ulis corbeil-essonnes villejuif
vincennes fontenay-sous-bois charenton cachan arcueil montrouge malakoff vanves clamart meudon sevres suresnes
saint-cloud garches gennevilliers saint-ouen bagnolet les_lilas romainville gagny roissy roissy-en-france
tremblay-en-france pointe-a-pitre fort-de-france saint-pierre le_port mamoudzou noumea papeete orange carpentras
cavaillon apt manosque digne briancon privas annonay montelimar romans-sur-isere tain-l'hermitage lunel agde
narbonne limoux foix pamiers millau mende guingamp savenay ancenis challans les_sables-d'olonne les_herbiers pornic
guerande la_baule orvault carquefou vertou bruz rumilly
"""

_WORLD = """
geneve geneva lausanne zurich bern berne basel bale neuchatel fribourg sion lugano winterthur carouge nyon vevey
montreux yverdon tolochenaz meyrin bruxelles brussels liege namur charleroi mons anvers antwerp gand ghent bruges
louvain louvain-la-neuve leuven luxembourg esch-sur-alzette montreal quebec laval gatineau sherbrooke trois-rivieres
longueuil levis ottawa toronto vancouver calgary edmonton winnipeg halifax mississauga london londres manchester
birmingham leeds liverpool bristol sheffield edinburgh edimbourg glasgow cardiff belfast nottingham leicester
newcastle southampton portsmouth brighton oxford cambridge reading york bath exeter coventry aberdeen dundee swansea
norwich dublin cork galway limerick waterford berlin munich munchen hamburg hambourg frankfurt francfort cologne
koln stuttgart dusseldorf leipzig dresden hannover bremen nuremberg bonn karlsruhe vienna vienne-autriche madrid
barcelona barcelone valencia sevilla seville bilbao malaga zaragoza lisbon lisbonne lisboa porto rome roma milan
milano turin torino naples napoli florence bologna venice amsterdam rotterdam utrecht eindhoven delft copenhagen
copenhague stockholm oslo helsinki warsaw varsovie krakow cracovie gdansk wroclaw prague praha budapest bucharest
bucarest sofia athens athenes istanbul moscow moscou kiev kyiv new_york new_york_city nyc brooklyn manhattan boston
philadelphia washington baltimore atlanta miami orlando tampa chicago detroit cleveland columbus cincinnati
indianapolis milwaukee minneapolis saint_louis st._louis kansas_city dallas houston austin san_antonio denver
phoenix las_vegas salt_lake_city seattle portland san_francisco oakland berkeley san_jose palo_alto mountain_view
sunnyvale cupertino menlo_park redwood_city santa_clara los_angeles san_diego santa_monica irvine sacramento
pittsburgh charlotte raleigh durham nashville new_orleans honolulu hoboken jersey_city princeton buffalo rochester
silicon_valley redmond bellevue casablanca rabat marrakech tanger fes agadir alger oran tunis sfax dakar abidjan
douala yaounde kinshasa lagos nairobi cairo le_caire johannesburg cape_town dubai abu_dhabi doha beirut beyrouth
tel_aviv riyadh mumbai bangalore bengaluru delhi new_delhi hyderabad chennai pune kolkata beijing pekin shanghai
shenzhen guangzhou hong_kong taipei tokyo osaka kyoto seoul singapore singapour bangkok hanoi ho_chi_minh_city
jakarta manila kuala_lumpur sydney melbourne brisbane perth adelaide auckland wellington sao_paulo rio_de_janeiro
buenos_aires santiago bogota lima mexico_city mexico guadalajara havana teletravail remote distanciel
"""


FRENCH_CITIES = frozenset(name.replace("_", " ") for name in words(_FRENCH))
CITIES = FRENCH_CITIES | {name.replace("_", " ") for name in words(_WORLD)}

REGIONS = words(
    """
    ile-de-france idf paca provence-alpes-cote d'azur bretagne normandie occitanie aquitaine nouvelle-aquitaine
    grand est hauts-de-france auvergne auvergne-rhone-alpes rhone-alpes bourgogne pays de la loire|centre-val de
    loire corse alsace lorraine haute-savoie savoie isere california texas florida massachusetts ontario quebec
    bayern bavaria catalonia scotland wales england ireland yorkshire surrey kent essex vaud valais romandie
    wallonie flandre europe gironde finistere morbihan rhone var vaucluse herault loire-atlantique
    seine-saint-denis hauts-de-seine val-de-marne yvelines essonne
    """
)

US_STATES = words(
    """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK
    OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC
    """
)
CA_PROVINCES = words(
    """
    QC ON BC AB MB SK NS NB NL PE YT NT NU
    """
)

STREET_WORDS = words(
    """
    rue avenue av av. boulevard bd bld blvd boul place allee allees chemin impasse route quai cours square
    passage lotissement residence batiment bat villa hameau lieu-dit street st st. road rd rd. lane ln drive dr
    court ct terrace way ave ave. close crescent apartment apt apt. flat suite faubourg fbg esplanade sentier
    voie chaussee strasse row mews gardens grove walk parade wharf yard rise embankment
    """
)

# Towns of a few ten thousand people, from memory: what stands behind an employer's comma is most often one of them.
_TOWNS = """
aberystwyth abingdon agen akron albany albi albuquerque aldershot alencon ales allentown anaheim ancenis anchorage
andover anglet ann_arbor annapolis annemasse annonay arcachon arlon armagh arras ashford athlone atlanta aubagne
aubenas auch augusta aurillac austin autun auxerre avranches aylesbury ayr bagnolet ballina baltimore banbury bangor
bar-le-duc barnet barnsley barnstaple barrow-in-furness barry basildon basingstoke bastia bastogne bath baton_rouge
bayonne beaune bedford berkeley biarritz bicester bideford birkenhead birmingham blackburn blackpool boise bolton
bootle boston boulder bourg-en-bresse bourgoin-jallieu bournemouth bracknell bradford braintree brampton bray
bressuire briancon bridgend bridgwater brignoles bromley bromsgrove bronx brooklyn brossard buffalo bulle burlington
burnaby burnley burton-on-trent bury bury_st_edmunds buxton caerphilly cahors cambrai cambridge camden cancale cannock
canterbury carcassonne carlisle carlow carmarthen carouge carpentras castlebar castres cavaillon cayenne challans
chalon chamonix charleston charlotte chartres chateaubriant chateaudun chateauroux chatellerault chatham chatillon
chattanooga chaumont chelmsford cheltenham cherbourg chertsey chester chesterfield chicago chicoutimi chippenham
christchurch cincinnati cirencester cleveland clonmel cluses cognac colchester columbia columbus commercy compiegne
concarneau concord corby coutances crawley crepy creteil crewe croydon cupertino dallas darlington dartford dax dayton
deauville decatur decines delemont denver derby derry des_moines detroit didcot digne dinan dinant dinard dole
doncaster dorchester douai douarnenez dover draguignan dreux drogheda drummondville dudley dumfries dundalk dundee
dunfermline durham ealing eastbourne echirolles el_paso elbeuf ellesmere_port ely enfield ennis epernay epinal epsom
ernee eugene evanston evesham evreux exeter falkirk falmouth fareham farnborough fecamp felixstowe figeac flers foix
folkestone fontainebleau forbach fort-de-france fort_lauderdale fort_worth fougeres fredericton frejus fresno frome
gaillac gainesville gap gateshead gennevilliers gex gien gieres gillingham gland gloucester gosport gosselies granby
grand_rapids grantham gravesend great_yarmouth greensboro greenwich grimsby guebwiller guelph gueret guildford
guingamp hackney haguenau halifax hamilton harlow harrisburg harrogate harrow hartford hartlepool hastings hatfield
havant hazebrouck hemel_hempstead hendaye herblay hereford high_wycombe hoboken honfleur honolulu horsham hounslow
houston huddersfield hull huntingdon huy ilford indianapolis inverness ipswich irvine islington issoire issoudun
istres ixelles jackson jacksonville jersey_city joigny jonzac kansas_city kelowna kendal kettering kidderminster
kilkenny killarney kilmarnock king's_lynn kingston kirkby kirkcaldy kitchener knoxville la_baule la_ciotat la_fleche
la_tronche lamballe lambesc lancaster landerneau lanester langres lannion laon las_vegas leamington_spa lens
les_herbiers les_ulis lesquin letterkenny lewisham libourne lichfield lievin lincoln lisburn lisieux little_rock
livingston llandeilo llanelli loches londonderry long_beach lons-le-saunier loudeac loughborough louisville lourdes
louth louviers lowell lowestoft ludlow luneville luton lymington macclesfield macon madison maidenhead maidstone
mamoudzou manchester manhattan manosque mansfield mantes-la-jolie margate market_drayton markham marmande martigny
martigues massy matlock maubeuge mayenne memphis mende menton merthyr_tydfil meylan meyrin miami middlesbrough millau
milton_keynes milwaukee minneapolis mississauga mobile moissac molsheim moncton mons_en_baroeul mont-de-marsan
montargis montbeliard montbrison montelimar montgomery monthey montigny montlucon morges morlaix moulins mountain_view
mouscron mullingar muret naas naperville nashville navan nemours nevers new_haven new_orleans newark newark-on-trent
newbury newmarket newport newquay newry nivelles nogent-le-rotrou norfolk northampton norwich noumea nuneaton nyon
nyons oakland obernai oklahoma_city oldham olonne omagh omaha orange orlando orly orthez orvault oswestry oyonnax
paimpol paisley palaiseau palo_alto pamiers papeete parthenay pasadena penrith penzance perigueux perth pertuis
peterborough philadelphia phoenix pithiviers pittsburgh plaisir ploermel plymouth pointe-a-pitre pontarlier pontivy
pontoise poole portland portlaoise preston princeton privas providence provins queens quiberon quimperle raleigh
ramsgate reading redditch redhill redon regina reigate remiremont renens reno repentigny rethel richmond richmond_hill
rimouski riom roanne rochdale rochefort rochester rodez romans-sur-isere romford romorantin rotherham rugby runcorn
sacramento saguenay saint-brieuc saint-denis_de_la_reunion saint-die saint-dizier saint-flour saint-gaudens
saint-herblain saint-hyacinthe saint-jerome saint-lo saint-omer saint-pierre saint-priest saint-raphael saint-tropez
saint_louis saint_paul saintes salford salisbury salon-de-provence salt_lake_city san_antonio san_diego san_jose
santa_fe santa_monica sarlat sarrebourg sarreguemines saskatoon saumur savannah saverne scarborough schiltigheim
scunthorpe seattle sedan segre selestat senlis sens seraing sete sevenoaks sevres shawinigan shrewsbury sierre sion
sisteron skegness skelmersdale sleaford sligo slough soissons solihull somerville southend-on-sea southport spokane
st._louis st._paul st_albans st_andrews st_helens st_neots stafford stamford stevenage stirling stockport
stockton-on-tees stoke-on-trent stratford stratford-upon-avon stroud sunderland sunnyvale suresnes surrey sutton
swansea swindon swords syracuse tacoma tallaght tallahassee tampa tamworth tarare tarascon taunton telford terrebonne
tewkesbury thann thetford thiers thionville thonon-les-bains thouars toledo tonbridge tonnerre torquay toul tournai
tralee trenton trowbridge truro tucson tullamore tulle tulsa tunbridge_wells uccle ugine uzes valenciennes vaughan
vendome verdun vernon verviers vesoul vevey vichy victoria vienne vierzon vire vitre vitrolles vittel voiron voreppe
wakefield wallasey walsall warrington warwick wasquehal waterloo watford wattrelos wavre wells welwyn wembley
west_bromwich weston-super-mare wexford weymouth wichita widnes wigan wimbledon winchester windsor wissembourg woking
wolverhampton woolwich worcester worthing wrexham yeovil yonkers yssingeaux yverdon yvetot
"""
CITIES |= (TOWNS | frozenset(t.replace("_", " ") for t in words(_TOWNS))) - {
    "reading",
    "mobile",
    "gap",
    "sens",
    "orange",
    "wells",
}
# Towns whose names are words of everyday say a country, and are none of themselves.
CITIES |= frozenset(TOWN_COUNTRY) - {"man", "gao", "sale", "kara", "safi", "limbe", "beja", "kati"}

STATE_NAMES = frozenset(
    name.replace("_", " ")
    for name in words(
        """
        alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
        indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
        montana nebraska nevada new_hampshire new_jersey new_mexico new_york north_carolina north_dakota ohio oklahoma
        oregon pennsylvania rhode_island south_carolina south_dakota tennessee texas utah vermont virginia washington
        west_virginia wisconsin wyoming ontario quebec british_columbia alberta manitoba saskatchewan nova_scotia
        new_brunswick newfoundland prince_edward_island kent essex surrey sussex hampshire dorset devon cornwall
        somerset wiltshire berkshire oxfordshire hertfordshire bedfordshire cambridgeshire norfolk suffolk
        lincolnshire nottinghamshire derbyshire leicestershire warwickshire staffordshire cheshire lancashire
        yorkshire cumbria northumberland county_durham merseyside greater_manchester west_midlands west_yorkshire
        south_yorkshire tyne_and_wear gloucestershire shropshire worcestershire herefordshire buckinghamshire
        northamptonshire rutland east_sussex west_sussex north_yorkshire isle_of_wight gwent gwynedd powys dyfed
        glamorgan fife lothian midlothian aberdeenshire ayrshire lanarkshire co._clare co._cork co._galway co._kerry
        n._yorks w._yorks s._yorks yorks lancs herts oxon hants wilts glos leics notts derbys staffs warks worcs cambs
        lincs northants middx salop co._durham
        co._dublin co._mayo co._meath co._wicklow co._kildare co._antrim co._down co._tyrone
        """
    )
)

# How the postcodes of the United Kingdom begin.
UK_AREAS = words(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G
    GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW
    OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD
    WF WN WR WS WV YO ZE
    """
)

# What countries are called in two letters ("Warsaw, PL"), but for what else these are short for in a head.
COUNTRY_CODES = frozenset(COUNTRIES.values()) - {"AI", "BI", "HR", "IT", "MD", "ML", "PM", "PR", "QA", "TV", "VC"}
