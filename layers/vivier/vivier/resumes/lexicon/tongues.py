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

# What a language is used for, as the head of a table of levels says it.
SPEAKING = words(
    """
    ecouter lire ecrire parler comprendre ecoute lecture ecriture oral orale ecrit ecrite comprehension expression
    conversation listening reading writing speaking spoken understanding interaction
    """
)

SIGNED = ("langue des signes", "sign language")

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
