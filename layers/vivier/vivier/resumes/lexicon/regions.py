"""Departments, counties, states and provinces that stand behind a town, folded, an underscore for a space."""

from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.places import STATE_NAMES


def _names(text: str) -> frozenset[str]:
    return frozenset(name.replace("_", " ") for name in words(text))


DEPARTMENTS = _names(
    """
    ain aisne allier alpes-de-haute-provence hautes-alpes alpes-maritimes ardeche ardennes ariege aube aude aveyron
    bas-rhin haut-rhin bouches-du-rhone calvados cantal charente charente-maritime cher correze corse-du-sud
    haute-corse corse cote-d'or cote_d'or cotes-d'armor cotes_d'armor creuse dordogne doubs drome essonne eure
    eure-et-loir finistere gard gers gironde haute-garonne haute-loire haute-marne haute-saone haute-savoie
    haute-vienne hautes-pyrenees hauts-de-seine herault ille-et-vilaine indre indre-et-loire isere jura landes
    loir-et-cher loire loire-atlantique loiret lot lot-et-garonne lozere maine-et-loire manche marne mayenne
    meurthe-et-moselle meuse morbihan moselle nievre nord oise orne pas-de-calais puy-de-dome pyrenees-atlantiques
    pyrenees-orientales rhone saone-et-loire sarthe savoie seine-et-marne seine-maritime seine-saint-denis
    deux-sevres somme tarn tarn-et-garonne territoire_de_belfort val-d'oise val_d'oise val-de-marne var vaucluse
    vendee vienne haute-vienne vosges yonne yvelines guadeloupe martinique guyane la_reunion reunion mayotte
    nouvelle-caledonie polynesie ile-de-france idf paca bretagne normandie occitanie nouvelle-aquitaine grand_est
    hauts-de-france auvergne auvergne-rhone-alpes rhone-alpes bourgogne bourgogne-franche-comte franche-comte
    pays_de_la_loire centre-val_de_loire alsace lorraine picardie limousin poitou-charentes languedoc-roussillon
    midi-pyrenees champagne-ardenne pays_basque bearn
    """
)
_ABROAD = _names(
    """
    new_south_wales victoria queensland western_australia south_australia tasmania northern_territory
    australian_capital_territory otago canterbury waikato wellington auckland northland taranaki southland
    marlborough hawke's_bay bay_of_plenty manawatu nelson gisborne west_coast carlow cavan clare cork donegal
    galway kerry kildare kilkenny laois leitrim limerick longford louth mayo meath monaghan offaly roscommon sligo
    tipperary waterford westmeath wexford wicklow antrim armagh down fermanagh londonderry tyrone highland
    highlands argyll argyll_and_bute moray angus perthshire stirlingshire dumfries_and_galloway borders
    scottish_borders east_lothian west_lothian orkney shetland clackmannanshire renfrewshire ross-shire sutherland
    caithness isle_of_skye anglesey ynys_mon ceredigion carmarthenshire pembrokeshire monmouthshire denbighshire
    flintshire conwy bridgend caerphilly rhondda_cynon_taf vale_of_glamorgan clwyd isle_of_man jersey guernsey
    humberside cleveland avon middlesex huntingdonshire andhra_pradesh arunachal_pradesh assam bihar chhattisgarh
    goa gujarat haryana himachal_pradesh jharkhand karnataka kerala madhya_pradesh maharashtra manipur meghalaya
    mizoram nagaland odisha orissa punjab rajasthan sikkim tamil_nadu telangana tripura uttar_pradesh uttarakhand
    west_bengal ncr abia adamawa akwa_ibom anambra bauchi bayelsa benue borno cross_river delta ebonyi edo ekiti
    enugu gombe imo jigawa kaduna kano katsina kebbi kogi kwara nasarawa niger ogun ondo osun oyo plateau rivers
    sokoto taraba yobe zamfara fct gauteng kwazulu-natal kzn western_cape eastern_cape northern_cape free_state
    limpopo mpumalanga vaud valais geneve neuchatel fribourg jura berne bern zurich bale bale-ville bale-campagne
    argovie tessin ticino soleure thurgovie saint-gall grisons zoug schwyz lucerne glaris hainaut brabant
    brabant_wallon brabant_flamand liege namur luxembourg anvers limbourg flandre_orientale flandre_occidentale
    mid_wales north_wales south_wales west_wales east_anglia the_midlands ulster munster leinster connacht
    south_london north_london east_london west_london the_borders scottish_highlands the_highlands the_cotswolds
    east_flanders west_flanders antwerp newfoundland_and_labrador yukon nunavut northwest_territories bc nsw qld
    vic tas
    """
)
BEHIND_TOWNS = DEPARTMENTS | _ABROAD | STATE_NAMES
# What towns of the same countries have behind them in short, written large.
SHORT = words("NSW QLD VIC TAS ACT SA WA NT VD VS GE NE FR JU BE ZH BS BL TI LU AG SG TG GR ZG KZN GP WC EC FCT UK NZ")
