"""Names of places, folded: enough to tell a place from an employer, not a gazetteer."""

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
        "GB": "royaume-uni|united kingdom|uk|u.k.|england|angleterre|scotland|ecosse|wales|pays de galles|great britain|northern ireland",
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

_FRENCH = """paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon saint-etienne le havre|
grenoble dijon angers nimes villeurbanne clermont-ferrand aix-en-provence le mans|brest tours amiens limoges annecy boulogne-billancourt perpignan
metz besancon orleans rouen saint-denis montreuil argenteuil mulhouse caen nancy tourcoing roubaix nanterre vitry-sur-seine creteil avignon
poitiers aubervilliers asnieres-sur-seine colombes dunkerque aulnay-sous-bois versailles courbevoie rueil-malmaison beziers la rochelle|pau
cannes antibes calais merignac saint-nazaire drancy colmar ajaccio issy-les-moulineaux bourges levallois-perret quimper noisy-le-grand
valence villeneuve-d'ascq neuilly-sur-seine antony troyes venissieux cergy clichy lorient pessac ivry-sur-seine niort chambery sarcelles
montauban cayenne hyeres beauvais saint-quentin cholet la roche-sur-yon|vannes evry maisons-alfort frejus arles pantin grasse laval
meaux epinay-sur-seine saint-malo bobigny blois brive-la-gaillarde brive chalon-sur-saone tarbes chalons-en-champagne charleville-mezieres
rosny-sous-bois belfort cagnes-sur-mer bron saint-brieuc albi sevran martigues carcassonne castres alfortville arras talence
massy compiegne gap salon-de-provence sete thionville bayonne anglet biarritz ales boulogne-sur-mer bourg-en-bresse angouleme evreux
puteaux la defense|la ciotat|saint-herblain reze agen roanne rodez cherbourg lens douai valenciennes cambrai maubeuge lievin henin-beaumont
epinal verdun saint-dizier auxerre nevers macon montlucon vichy moulins le puy-en-velay|aurillac cahors auch mont-de-marsan dax perigueux
bergerac libourne arcachon la teste-de-buch|gradignan blagnac colomiers tournefeuille muret balma labege cugnaux aubagne vitrolles
marignane istres miramas draguignan la seyne-sur-mer|sophia antipolis|menton vence bastia corte vaulx-en-velin caluire saint-priest
ecully oullins givors vienne bourgoin-jallieu voiron meylan echirolles annemasse thonon-les-bains cluses albertville saint-louis haguenau
illkirch schiltigheim selestat forbach sarreguemines cesson-sevigne fougeres vitre redon dinan lannion morlaix landerneau concarneau
pontivy saint-lo alencon argentan lisieux deauville honfleur fecamp dieppe vernon chartres dreux chateauroux vierzon saumur
chatellerault bressuire cognac royan saintes rochefort luce laon soissons creil chantilly senlis melun fontainebleau poissy mantes-la-jolie
trappes saint-germain-en-laye plaisir velizy velizy-villacoublay guyancourt palaiseau orsay gif-sur-yvette saclay les ulis|corbeil-essonnes
villejuif vincennes fontenay-sous-bois charenton cachan arcueil montrouge malakoff vanves clamart meudon sevres suresnes
saint-cloud garches gennevilliers saint-ouen bagnolet les lilas|romainville gagny roissy roissy-en-france tremblay-en-france
pointe-a-pitre fort-de-france saint-pierre le port|mamoudzou noumea papeete orange carpentras cavaillon apt manosque digne briancon
privas annonay montelimar romans-sur-isere tain-l'hermitage lunel agde narbonne limoux foix pamiers millau mende guingamp
savenay ancenis challans les sables-d'olonne|les herbiers|pornic guerande la baule|orvault carquefou vertou bruz rumilly"""

_WORLD = """geneve geneva lausanne zurich bern berne basel bale neuchatel fribourg sion lugano winterthur carouge nyon vevey montreux
yverdon tolochenaz meyrin bruxelles brussels liege namur charleroi mons anvers antwerp gand ghent bruges louvain louvain-la-neuve leuven
luxembourg esch-sur-alzette montreal quebec laval gatineau sherbrooke trois-rivieres longueuil levis ottawa toronto vancouver calgary
edmonton winnipeg halifax mississauga london londres manchester birmingham leeds liverpool bristol sheffield edinburgh
edimbourg glasgow cardiff belfast nottingham leicester newcastle southampton portsmouth brighton oxford cambridge reading york bath
exeter coventry aberdeen dundee swansea norwich dublin cork galway limerick waterford berlin munich munchen hamburg hambourg frankfurt
francfort cologne koln stuttgart dusseldorf leipzig dresden hannover bremen nuremberg bonn karlsruhe vienna vienne-autriche madrid barcelona
barcelone valencia sevilla seville bilbao malaga zaragoza lisbon lisbonne lisboa porto rome roma milan milano turin torino
naples napoli florence bologna venice amsterdam rotterdam utrecht eindhoven delft copenhagen copenhague stockholm oslo
helsinki warsaw varsovie krakow cracovie gdansk wroclaw prague praha budapest bucharest bucarest sofia athens athenes istanbul moscow
moscou kiev kyiv new york|new york city|nyc brooklyn manhattan boston philadelphia washington baltimore atlanta miami orlando tampa
chicago detroit cleveland columbus cincinnati indianapolis milwaukee minneapolis saint louis|st. louis|kansas city|dallas houston austin
san antonio|denver phoenix las vegas|salt lake city|seattle portland san francisco|oakland berkeley san jose|palo alto|mountain view|
sunnyvale cupertino menlo park|redwood city|santa clara|los angeles|san diego|santa monica|irvine sacramento pittsburgh charlotte
raleigh durham nashville new orleans|honolulu hoboken jersey city|princeton buffalo rochester silicon valley|redmond bellevue
casablanca rabat marrakech tanger fes agadir alger oran tunis sfax dakar abidjan douala yaounde kinshasa lagos nairobi cairo le caire|
johannesburg cape town|dubai abu dhabi|doha beirut beyrouth tel aviv|riyadh mumbai bangalore bengaluru delhi new delhi|hyderabad chennai
pune kolkata beijing pekin shanghai shenzhen guangzhou hong kong|taipei tokyo osaka kyoto seoul singapore singapour bangkok hanoi
ho chi minh city|jakarta manila kuala lumpur|sydney melbourne brisbane perth adelaide auckland wellington sao paulo|rio de janeiro|
buenos aires|santiago bogota lima mexico city|mexico guadalajara havana teletravail remote distanciel"""


def _names(text: str) -> frozenset[str]:
    found: set[str] = set()
    for line in text.split("\n"):
        pieces = line.split("|")
        for index, piece in enumerate(pieces):
            words = piece.split()
            if not words:
                continue
            if index < len(pieces) - 1 and " " in piece.strip():
                # Before a bar stands a name of several words, single-word names before it.
                size = _tail(words)
                found.update(words[:-size])
                found.add(" ".join(words[-size:]))
            else:
                found.update(words)
    return frozenset(found)


_STARTS = ("la", "le", "les", "new", "st.", "saint", "san", "santa", "los", "las", "salt", "kansas", "palo", "mountain", "menlo", "redwood",
           "jersey", "silicon", "cape", "abu", "tel", "hong", "ho", "kuala", "sao", "rio", "buenos", "mexico", "sophia")  # fmt: skip


def _tail(words: list[str]) -> int:
    for size in range(len(words), 1, -1):
        if size <= 4 and words[-size] in _STARTS:
            return size
    return 1


CITIES = _names(_FRENCH) | _names(_WORLD)
FRENCH_CITIES = _names(_FRENCH)

REGIONS = frozenset(
    ["ile-de-france", "idf", "paca", "provence-alpes-cote", "d'azur", "bretagne", "normandie", "occitanie", "aquitaine", "nouvelle-aquitaine", "grand", "est", "hauts-de-france", "auvergne", "auvergne-rhone-alpes", "rhone-alpes", "bourgogne", "pays", "de", "la", "loire|centre-val", "de", "loire", "corse", "alsace", "lorraine", "haute-savoie", "savoie", "isere", "california", "texas", "florida", "massachusetts", "ontario", "quebec", "bayern", "bavaria", "catalonia", "scotland", "wales", "england", "ireland", "yorkshire", "surrey", "kent", "essex", "vaud", "valais", "romandie", "wallonie", "flandre", "europe", "gironde", "finistere", "morbihan", "rhone", "var", "vaucluse", "herault", "loire-atlantique", "seine-saint-denis", "hauts-de-seine", "val-de-marne", "yvelines", "essonne"]
)

US_STATES = frozenset(
    ["AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC"]
)
CA_PROVINCES = frozenset(["QC", "ON", "BC", "AB", "MB", "SK", "NS", "NB", "NL", "PE", "YT", "NT", "NU"])

STREET_WORDS = frozenset(
    ["rue", "avenue", "av", "av.", "boulevard", "bd", "bld", "blvd", "boul", "place", "allee", "allees", "chemin", "impasse", "route", "quai", "cours", "square", "passage", "lotissement", "residence", "batiment", "bat", "villa", "hameau", "lieu-dit", "street", "st", "st.", "road", "rd", "rd.", "lane", "ln", "drive", "dr", "court", "ct", "terrace", "way", "ave", "ave.", "close", "crescent", "apartment", "apt", "apt.", "flat", "suite", "faubourg", "fbg", "esplanade", "sentier", "voie", "chaussee", "strasse"]
)
