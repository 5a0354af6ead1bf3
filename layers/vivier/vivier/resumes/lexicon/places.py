"""Names of places, folded, an underscore for a space: enough to tell a place from an employer, no gazetteer."""

from vivier.resumes.lexicon import words

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
        "KR": "south korea|coree du sud",
        "UA": "ukraine",
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
    voie chaussee strasse
    """
)

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
        co._dublin co._mayo co._meath co._wicklow co._kildare co._antrim co._down co._tyrone
        """
    )
)
