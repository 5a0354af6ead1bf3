"""Natural languages and how well they are spoken, folded."""

from vivier.resumes.lexicon import words

LANGUAGES = words(
    """
    francais french anglais english espagnol spanish allemand german italien italian portugais portuguese arabe
    arabic chinois chinese mandarin cantonais cantonese japonais japanese russe russian neerlandais dutch flamand
    flemish polonais polish turc turkish grec greek hebreu hebrew hindi ourdou urdu bengali tamoul tamil vietnamien
    vietnamese coreen korean thai thailandais suedois swedish norvegien norwegian danois danish finnois finnish
    hongrois hungarian tcheque czech slovaque slovak roumain romanian bulgare bulgarian serbe serbian croate
    croatian ukrainien ukrainian catalan basque breton corse occitan alsacien irish irlandais gaelic gaelique
    gallois welsh latin berbere kabyle tamazight wolof bambara lingala swahili malgache creole persan persian farsi
    kurde kurdish armenien armenian georgien albanais albanian slovene bosniaque indonesien indonesian malais malay
    tagalog lsf esperanto luxembourgeois luxembourgish punjabi gujarati marathi telugu malayalam pashto dari peul
    haoussa yoruba deutsch espanol italiano portugues bosnian estonien estonian letton latvian lituanien lithuanian
    mongol nepali somali amharique tigrinya afrikaans suisse-allemand soninke igbo hausa zulu xhosa shona twi akan
    fon ewe mossi more dioula peulh sango kikongo kinyarwanda kirundi oromo fulani tswana sesotho comorien shimaore
    tahitien kanak maore comorian tibetan tibetain uyghur kazakh kazakhe uzbek ouzbek azerbaijani azeri turkmen
    tatar belarusian bielorusse macedonian macedonien montenegrin luxembourgeoise shanghainese hokkien hakka minnan
    teochew javanais javanese sundanese cebuano ilocano hmong lao burmese cambodgien romani rom yiddish ladino
    provencal picard gallo normand flamande aragonais asturian asturien sicilian sicilien napolitain sarde sami
    maori hawaiian tahitian samoan bsl asl fsl british-sign islandais icelandic maltais laotien khmer birman kannada
    pulaar poular fulfulde malagasy baoule malinke mandinka mandingue soussou susu serere diola bete ewondo douala
    duala bassa bamileke fang kabye mina adja goun nago moore bissa senoufo agni attie gouro guere koulango zarma
    djerma songhai tchiluba tshiluba luba kituba munukutuba betsileo merina darija hassaniya chleuh rifain tarifit
    tachelhit yemba ghomala abron lobi gourmantche dendi bariba yom sinhala filipino galician galicien serbo-croate
    serbo-croatian inuktitut innu quechua guarani aymara nahuatl papiamento ga luo dholuo kikuyu gikuyu luganda
    chichewa bemba ndebele tsonga venda sepedi setswana kimbundu umbundu krio fante dagbani kanuri tiv efik ibibio
    kalenjin kamba fijian tongan chamorro kirghize kyrgyz tadjik tajik mongolian tchetchene chechen ossete frison
    frisian feroien faroese assamese odia oriya konkani sindhi kashmiri nepalais cinghalais bhojpuri maithili tulu
    dzongkha arameen aramaic syriaque syriac amazigh amharic tigrigna
    """
)

# Languages that few speak, or whose names are other words as well: names where languages are listed, and only there.
# Most are from Unicode's CLDR, its names in French and English (Unicode License v3,
# https://www.unicode.org/license.txt).
RARER = words(
    """
    abbey abe abkhaze abkhazian aceh acehnese acholi acoli adangme adyghe adygueen afar aghem ainou ainu akkadian
    akkadien alabama aleoute aleut amharic angika antandroy ao aragonese aramaic arameen aranais araona arapaho arawak
    aromanian aroumain arpitan assamais assamese asu atikamekw atsam avar avaric avestan avestique awadhi aymara
    azerbaidjanais bachkir badaga bafia bafut bakhtiari bakwe balante balinais balinese balochi baloutchi baluchi
    bamoun bamun bangla banjar bas-allemand bas-silesien bas-sorabe basaa bashkir bavarian bavarois bedja beja bemba
    bena betawi bhodjpouri bhojpuri bichelamar bicolano bikol bini bisaya bishnupriya bislama blin bobo bodo boulou
    bouriate brahoui brahui bugi buginese bulu buriat cachemiri caddo caingangue cap-verdien capiznon capverdien
    carelien carib caribe cayuga chagatai chakma chamorro champenois chechen cherokee chewa cheyenne chibcha chibemba
    chichewa chickasaw chiga chilcotin chipewyan chitonga chittagonian choctaw chuuk chuukese chuvash cingalais cisena
    colognian colville-okanagan copte coptic cornique cornish corsican cree dagara dakota dargwa dazaga dhivehi dholuo
    dinka diola-fogny divehi dogri dogrib dyula dzongkha ecossais efik ekadjouk ekajuk elamite embu emilian emilien
    erzya estremegne extremaduran fanti faroese feroien fidjien fijian frafra franco-provencal francoprovencal
    frioulan friulian fula ga gagaouze gagauz gan ganda gascon gayo gbaya geez georgian gikuyu gilaki gilbertese
    gilbertin gondi gorontalo gotique goudjarati grebo groenlandais guarani guegue guernesiais guerze gueze gurenne
    gusii haida halkomelem haryanvi haut-sorabe hawaien herero hiligaynon hindko hittite hupa iakoute iban ibibio
    idaatcha ido iloko ingouche ingrian ingrien ingush innu-aimun interlingua inuktitut inupiaq isangu isixhosa
    isizulu jerriais jola jola-fonyi judeo-arabe judeo-arabic judeo-persan judeo-persian jutish kabarde kabardian
    kabuverdianu kachin kachoube kaingang kako kalaallisut kalendjin kalenjin kalmouk kalmyk kamba kanembou kanembu
    kangri kanouri kanuri kapampangan kara-kalpak karachay-balkar karakalpak karelian kashmiri kashubian kawi kenyang
    khasi khotanais khotanese khowar kiga kikamba kikuyu kimboundou kimbundu kinaray-a kirghize kirmanjki kissi
    kiswahili klingon kom komi komi-permiak komi-permyak kongo konkani koro kosraean kosraeen kota kotokoli koumyk
    kouroukh kpelle krio kuanyama kumyk kurukh kutenai kuvi kwasio kyrgyz ladin lahnda lakota landouma langi
    languedocien latgalian latgalien laz laze lele lezghian lezghien ligurian lillooet limbourgeois limburgish
    livonian livonien lombard lorrain lozi luba-katanga luba-lulua luganda luiseno lunda luo lushai luyia maasai
    machame macua madurais madurese mafa magahi mahi mahorais main-franconian maithili makasar makassar makhuwa
    makhuwa-meetto makonde makua maldivien malecite-passamaquoddy maliseet-passamaquoddy maltese manchu mandaic
    mandchou mandingo manipuri manjaque mannois manx mapuche mari marshallais marshallese marwari masai matchame
    mazanderani mbochi medumba mende mentawai meru michif micmac minangkabau mingrelian mingrelien mirandais mirandese
    mitchif mizo mohawk mokcha moksha moldave moldavian mongo mongolian morisyen moundang mundang muscogee myene nama
    nauru nauruan navajo ndonga ndyuka neapolitan nepalais newari ngambay ngiemboon ngomba ngoumba nheengatou
    nheengatu nias nigerian-pidgin niha niuean niueen nogai nuer nyamwezi nyanja nyankole nyoro nzebi nzema nzima
    obamba obolo odia oji-cree oji-cri ojibwa okanagan osage oshiwambo ossete ossetic oudmourte ougaritique ouighour
    pachto pahlavi palau palauan pali pampanga pampangan pangasinan papiamento papiamentu patois pendjabi
    pennsilfaanisch phenicien phoenician pidgin piedmontese piemontais pijin plautdietsch pohnpei pohnpeian poitevin
    pontic pontique prussien punu quechua quechuan quiche rajasthani rapanui rarotongan rarotongien riffian rohingya
    romagnol romanche romansh romany rotuman roviana rundi runyankole rusyn ruthene saamia saintongeais sakalava
    samburu samia samogitian samogitien sandawe sangu sanskrit santali saraiki sarakole saramaccan sardinian sarnami
    sasak saterlandais saurashtra scots selayar selkoupe selkup sena seneca sepedi serer seri setswana shambala shan
    shangaan shindzuani shingazidja sidamo siksika silesian silesien silozi sindhi siswati slovenian soga sogdien
    sorani soukouma soundanais sourashtra sousou sukuma sumerian sumerien swati sylheti syriac syriaque tadjik tagish
    tahltan taita tajik talysh tamacheq tamashek taroko tasawaq tchaghatai tchetchene tchouvache teke telougou tem
    tereno teso tetoum tetum tetun tigre tigrigna timne tiv tlingit tok-pisin tokelau tokelauan toma tongan tongien
    torwali toucouleur toulou touroyo touvain tsakhour tsakhur tsakonian tsakonien tsimshian tsonga tulu tumbuka
    turkmene turoyo tuvalu tuvinian tyap udmurt ugaritic ulster-scots umbundu vai valencian valencien venda venetian
    venitien veps vepse vili visayan volapuk voro vunjo walamo wallon walloon walser wancho waray warlpiri washo wayuu
    wolaytta wu xiang yacouba yakut yangben yao yapese zapotec zapoteque zaza zazaki zeelandic zelandais zenaga zhuang
    zoulou zuni
    """
)

# What a language is used for, as the head of a table of levels says it.
SPEAKING = words(
    """
    ecouter lire ecrire parler comprendre ecoute lecture ecriture oral orale ecrit ecrite comprehension expression
    conversation listening reading writing speaking spoken understanding interaction
    """
)

# ISO 639-1 and the flags' letters that people write for it, with the names in French and English.
CODES = {
    "FR": ("Français", "French"),
    "EN": ("Anglais", "English"),
    "GB": ("Anglais", "English"),
    "UK": ("Anglais", "English"),
    "DE": ("Allemand", "German"),
    "ES": ("Espagnol", "Spanish"),
    "IT": ("Italien", "Italian"),
    "NL": ("Néerlandais", "Dutch"),
    "PT": ("Portugais", "Portuguese"),
    "AR": ("Arabe", "Arabic"),
    "RU": ("Russe", "Russian"),
    "ZH": ("Chinois", "Chinese"),
    "CN": ("Chinois", "Chinese"),
    "JA": ("Japonais", "Japanese"),
    "JP": ("Japonais", "Japanese"),
    "PL": ("Polonais", "Polish"),
    "RO": ("Roumain", "Romanian"),
    "TR": ("Turc", "Turkish"),
    "LU": ("Luxembourgeois", "Luxembourgish"),
    "LB": ("Luxembourgeois", "Luxembourgish"),
}

# What else the European form's table of levels says, whole or broken in its cells.
GRID = SPEAKING | words(
    """
    prendre part a une conversation s'exprimer exprimer s oralement en continu auto evaluation auto-evaluation niveau
    niveaux europeen europeenne europeens utilisateur experimente experi mente independant indepen dant elementaire
    elemen taire cadre commun de du des les la l pour reference cecr cecrl langue langues maternelle maternelles autre
    autres lu parle ecrit et self-assessment self assessment european level levels basic independent proficient user
    common framework for languages mother tongue tongues other language spoken written production and of a1 a2 b1 b2
    c1 c2 b c
    """
)
GRID_ONLY = words("maternelle maternelles europeen european auto-evaluation evaluation self-assessment tongue tongues")
# Other heads of such tables, and what explains its levels.
TABLE_HEADS = SPEAKING | words("compris comprise parle parlee lu lue ecrit niveau niveaux level levels langue language")

SIGNED = ("langue des signes", "sign language")
SIGNED_IN_SHORT = frozenset({"lsf", "lsfb", "lsq", "bsl", "asl", "isl", "fsl", "auslan"})

# Longest first: the first that stands in the text gives the level.
LEVELS: tuple[tuple[str, str], ...] = (
    ("langue maternelle", "native"),
    ("mother tongue", "native"),
    ("native or bilingual", "native"),
    ("first language", "native"),
    ("maternelle", "native"),
    ("maternel", "native"),
    ("native speaker", "native"),
    ("natif", "native"),
    ("native", "native"),
    ("muttersprache", "native"),
)

LEVEL_WORDS = (
    "bilingue",
    "bilingual",
    "courant",
    "couramment",
    "fluent",
    "fluency",
    "professionnel complet",
    "professionnel",
    "full professional",
    "professional working",
    "limited working",
    "professional",
    "working proficiency",
    "working knowledge",
    "advanced",
    "avance",
    "intermediate",
    "intermediaire",
    "upper intermediate",
    "upper-intermediate",
    "conversational",
    "conversationnel",
    "operationnel",
    "operational",
    "notions",
    "scolaire",
    "debutant",
    "beginner",
    "elementary",
    "elementaire",
    "basic",
    "bases",
    "basique",
    "bon niveau",
    "good",
    "tres bon",
    "bonne maitrise",
    "maitrise",
    "technique",
    "lu, ecrit, parle",
    "lu ecrit parle",
    "lu, parle, ecrit",
    "proficient",
    "proficiency",
    "excellent",
    "moyen",
    "niveau moyen",
    "pratique",
    "school level",
    "niveau lycee",
    "niveau college",
    "niveau bac",
    "niveau terminale",
    "comprehension orale",
    "passive knowledge",
    "connaissance passive",
    "connaissance active",
    "rusty",
    "gcse",
    "business",
    "expert",
    "autonome",
    "tres bien",
    "assez bien",
    "correct",
    "lu",
    "ecrit",
    "parle",
    "bien",
)
