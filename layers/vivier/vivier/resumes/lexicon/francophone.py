"""Towns, diplomas and telephone codes of countries where French is spoken outside Europe, from memory, folded."""

from vivier.resumes.lexicon import words

_TOWNS = {
    "SN": "dakar thies saint-louis kaolack ziguinchor rufisque guediawaye pikine tambacounda mbour touba louga kolda"
    " diourbel matam sangalkam ourossogui keur_massar",
    "CI": "abidjan bouake yamoussoukro daloa korhogo san-pedro cocody yopougon abobo treichville man gagnoa bingerville"
    " grand-bassam anyama guiglo",
    "ML": "bamako sikasso segou mopti kayes koulikoro tombouctou gao kati",
    "BF": "ouagadougou bobo-dioulasso koudougou ouahigouya banfora",
    "BJ": "cotonou porto-novo parakou abomey abomey-calavi godomey ouidah bohicon natitingou",
    "TG": "lome kara sokode atakpame kpalime",
    "NE": "niamey zinder maradi agadez tahoua",
    "GN": "conakry kankan kindia labe nzerekore",
    "CM": "douala yaounde bafoussam garoua maroua bamenda ngaoundere kribi limbe buea dschang ebolowa",
    "GA": "libreville port-gentil franceville oyem",
    "CG": "brazzaville pointe-noire dolisie",
    "CD": "kinshasa lubumbashi goma bukavu kisangani matadi mbuji-mayi kolwezi",
    "MG": "antananarivo toamasina tamatave fianarantsoa mahajanga antsirabe toliara antsiranana ambositra",
    "MA": "casablanca rabat marrakech tanger fes meknes agadir oujda kenitra tetouan sale temara mohammedia el_jadida"
    " beni_mellal settat safi nador",
    "DZ": "alger oran constantine annaba blida setif batna tlemcen bejaia tizi_ouzou mostaganem boumerdes",
    "TN": "tunis sfax sousse bizerte ariana ben_arous nabeul monastir gabes kairouan gafsa mahdia hammamet la_marsa"
    " la_soukra manouba beja megrine",
    "MR": "nouakchott nouadhibou",
    "TD": "n'djamena ndjamena moundou",
    "HT": "port-au-prince cap-haitien petion-ville",
    "MU": "port-louis curepipe quatre_bornes vacoas",
    "RW": "kigali butare",
    "BI": "bujumbura gitega",
}
TOWN_COUNTRY = {name.replace("_", " "): code for code, names in _TOWNS.items() for name in words(names)}

# Diplomas that only some countries give; the first is where they say most of the country.
DIPLOMAS = {"cfee": "SN", "bfem": "SN", "cepe": "CI", "gce": "CM", "probatoire": "CM"}

# Languages that are spoken in little else than one of them.
_TONGUES = {"SN": "wolof pulaar poular serere", "ML": "bambara", "BJ": "fon", "TG": "mina", "MG": "malgache malagasy"}
_TONGUES |= {"CI": "baoule dioula", "CF": "sango", "RW": "kinyarwanda", "BI": "kirundi", "KM": "comorien"}
DIPLOMAS |= {name: code for code, names in _TONGUES.items() for name in words(names)}

CODES = {
    "229": "BJ",
    "228": "TG",
    "226": "BF",
    "223": "ML",
    "224": "GN",
    "227": "NE",
    "237": "CM",
    "241": "GA",
    "242": "CG",
    "243": "CD",
    "261": "MG",
    "222": "MR",
    "235": "TD",
    "236": "CF",
    "250": "RW",
    "257": "BI",
    "253": "DJ",
    "269": "KM",
    "230": "MU",
    "509": "HT",
}
