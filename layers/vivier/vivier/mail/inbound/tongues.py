"""How servers say in other languages than English that nobody is there, that a box is full, and who the sender is.

For each language: what is spoken of, and what is said of it. Written without accents, as `fold` leaves a text.
"""

import re
import unicodedata

UNDECOMPOSED = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "ı": "i", "đ": "d", "’": "'", "´": "'"}
)
MARKS = re.compile("[\u0300-\u036f\u3099\u309a]")


def fold(text: str) -> str:
    """A text without accents, since many servers leave them out: é is e, ł is l."""
    return text if text.isascii() else MARKS.sub("", unicodedata.normalize("NFKD", text.translate(UNDECOMPOSED)))


# Who or what is spoken of; what is said behind it; what is said before it.
GONE = (
    (  # French
        r"destinataires?|adresse(?! ip)(?: e-?mail| electronique)?|utilisateur|compte|boites?(?: aux lettres| mail)?|"
        r"domaine",
        r"inconnue?s?|n'existe(?:nt)? (?:pas|plus)|inexistante?s?|introuvables?|invalides?|non trouvee?s?|"
        r"n'(?:a|ont) pas (?:(?:pu )?etre|ete) trouvee?s?|n'est (?:pas|plus) (?:valide|connue?|attribuee?|"
        r"reconnue?|repertoriee?)|supprimee?s?|erronee?s?|incorrecte?s?",
        r"aucune?|pas de|inexistante?",
    ),
    (  # German
        r"empf(?:ae|a)nger(?:adresse|name)?|benutzer(?:name)?|adresse(?! ip)|postfach|mailbox|konto|domain|domane|"
        r"nutzer|anwender|teilnehmer",
        r"unbekannt|existier(?:t|en) (?:hier )?nicht|(?:konnte )?nicht (?:gefunden|vorhanden|bekannt|"
        r"vergeben|gultig|gueltig|ermittelt|erkannt)|nicht (?:im|in) .{0,40}aufgefuhrt|ungultig|"
        r"ungueltig|gibt es (?:hier )?nicht|nicht auffindbar|geloscht|geloescht",
        r"unbekannte[rns]?|ungultige[rns]?|ungueltige[rns]?|keine?n? (?:solche[rns]?|gultige[rns]?)?|kein|"
        r"nicht existierende[rns]?",
    ),
    (  # Spanish
        r"usuario|destinatario|direccion(?! ip)|cuenta|buzon|casilla|dominio",
        r"desconocid[oa]|no (?:existe|se encontr\w+|se ha encontrado|(?:fue |ha sido )?encontrad[oa]|"
        r"(?:es )?valid[oa]|aparece en|figura en)|eliminad[oa]|inexistente|invalid[oa]|errone[oa]",
        r"no existe (?:el|la|ese|esa|tal|dicha)|no se (?:ha )?encontr(?:o|ado) (?:el|la)",
    ),
    (  # Italian
        r"utente|destinatari[oi]|destin|indirizzo(?! ip)|casella(?: di posta| postale)?|account|dominio",
        r"sconosciut[oai]|inesistente|non (?:esiste|valid[oa]|(?:e stat[oa] )?trovat[oa])|errat[oa]|"
        r"cancellat[oa]|eliminat[oa]|non e? ?(?:elencat[oa]|presente)",
        r"nessun[oa]?",
    ),
    (  # Portuguese
        r"usuario|utilizador|destinatario|endereco(?! ip)|conta|caixa(?: postal| de correio)?|dominio",
        r"desconhecid[oa]|inexistente|nao (?:existe|(?:foi )?encontrad[oa]|(?:e )?valid[oa])|invalid[oa]|excluid[oa]",
        r"nao existe (?:o|a|esse|essa)",
    ),
    (  # Dutch
        r"gebruiker|geadresseerde|ontvanger|(?:e-?mail)?adres|postvak|mailbox|domein|account",
        r"onbekend|niet (?:kan worden )?gevonden|bestaat niet|ongeldig|niet bekend",
        r"onbekende|ongeldige?|geen",
    ),
    (  # Polish
        r"uzytkownika?|kont[oa]|adresu?|adresata?|odbiorc[ay]|skrzynk[ai]|domen[ay]",
        r"nie istnieje|nieznan[yae]|nie (?:zostal[ao]? )?znalezion[oya]?",
        r"nie ma (?:takiego|takiej)|nie znaleziono|brak (?:takiego|takiej)|nieznan[yae]",
    ),
    (  # Czech, Slovak
        r"uzivatel|pouzivatel|schranka|adresa|prijemce|prijemca|domena",
        r"neexistuje|neznam[yae]|nenalezen[oay]?|nebol[ao]? najden[ay]",
        r"neznam[yae]|neexistujici",
    ),
    (  # Swedish, Norwegian, Danish
        r"anvandaren?|mottagaren?|(?:e-?post)?adress(?:en?)?|kontot?|bruker(?:en)?|mottaker(?:en)?|modtager(?:en)?|bruger(?:en)?|domanen",
        r"finns inte|hittades inte|inte kunde hittas|kunde inte hittas|"
        r"okand|ukjent|ukendt|(?:finnes|eksisterer|findes) ikke|ble ikke funnet|"
        r"blev ikke fundet",
        r"okand|ukjent|ukendt|ogiltig|ugyldig",
    ),
    (  # Russian, Ukrainian
        r"пользовател\w+|адрес\w*|почтовый ящик|ящик|получател\w+|домен|абонент|учетная запись",
        r"не (?:существует|найден[аоы]?|зарегистрирован[аоы]?|известен|удалось найти)|неизвест\w+|отсутствует|"
        r"не існує",
        r"нет такого|неизвестный|не удалось найти(?: введенный)?|несуществующий",
    ),
    (  # Slovene, Croatian, Serbian
        r"naslov|predal|prejemnik|uporabnik|korisnik|primatelj|primalac|adresa|sanducic|domena",
        r"ne (?:obstaja|postoji)|ukinjen|neznan|nepoznat|ni bilo mogoce najti|nij?e pronaden",
        r"neznan[ai]?|nepoznat[ai]?|najti prejemnikovega elektronskega",
    ),
    (  # Hungarian
        r"cimzett|felhasznalo|postafiok|(?:e-?mail ?)?cim|fiok|tartomany",
        r"nem (?:letezik|talalhato)|ismeretlen",
        r"ismeretlen|ervenytelen|nincs ilyen",
    ),
    (  # Romanian
        r"utilizator(?:ul)?|destinatar(?:ul)?|adresa|contul|casuta",
        r"nu exista|necunoscut[a]?|inexistent[a]?",
        r"nu exista",
    ),
    (  # Finnish, Estonian
        r"kayttajaa?|vastaanottajaa?|osoite(?:tta)?|postilaatikkoa?|adressaati?|aadress(?:i|at)?|kasutaja",
        r"ei (?:ole olemassa|loydy|loytynyt|leitud)|tuntematon|pole olemas|tundmatu|pole teada",
        r"tuntematon|tundmatu|ei leitud",
    ),
    (r"χρηστης|παραληπτης|διευθυνση|λογαριασμος", r"δεν (?:υπαρχει|βρεθηκε)|αγνωστος", r"αγνωστος"),  # Greek
    (
        r"kullanici\w{0,4}|alici\w{0,4}|adres\w{0,4}|hesap|alan adi",
        r"bulunamadi|mevcut degil|gecersiz|yok\b",
        r"bilinmeyen|boyle bir",
    ),  # Turkish
    (  # Japanese
        r"宛先|受信者|ユーザー?|アドレス|アカウント|ドメイン|送信先",
        r"見つかりません|見つからな|存在しません|存在しない|リストにありません|不明|無効",
        r"存在しない|不明な|無効な",
    ),
    (  # Chinese
        r"用户|收件人|邮箱|帐号|账号|域名|地址|用戶|收件者|郵箱|信箱|使用者",
        r"不存在|不正确|无效|未找到|找不到|沒有找到|無效|未知",
        r"不存在的|无效的?|未知的?|找不到|沒有|没有(?:该|此)?",
    ),
    (
        r"사용자|받는 사람|수신자|메일|주소|계정|도메인",
        r"존재하지 ?않|찾을 수 없|없는|없습니다",
        r"존재하지 않는|알 수 없는|없는",
    ),  # Korean
)
SENDERS = (
    r"expediteur|emetteur|absender|remitente|emisor|mittente|remetente|afzender|nadawc|odesilatel|odosielatel|"
    r"avsandare|avsender|afsender|отправител|отправлен|gonderen|差出人|送信者|送信元|发件人|寄件|发信人|보낸|발신|"
    r"ihre (?:e-?mail-?)?(?:domain|adresse|ip)|votre (?:adresse|domaine|serveur|ip)|(?:su|tu) (?:dominio|servidor)|"
    r"seu dominio"
)
FULL = (
    r"boite.{0,40}\bpleine|quota depasse|depasse.{0,20}quota|postfach.{0,40}\b(?:voll|uberfullt|ueberfuellt)\b|"
    r"speicherplatz.{0,20}(?:uberschritten|erschopft)|zuviele mails|buzon.{0,40}\bllen[oa]|cuota.{0,30}(?:excedid|"
    r"superad)|(?:casella|cassetta).{0,40}\bpiena|caixa.{0,40}\b(?:cheia|lotada)|postvak.{0,40}\bvol\b|skrzynka.{0,40}pelna|"
    r"przepelnion|ящик.{0,40}(?:переполнен|полон)|schranka.{0,30}pln|邮箱已满|郵箱已滿|已满|メールボックス.{0,6}一杯|"
    r"容量.{0,8}超|용량|kota"
)
# What the subject of a mail that comes back says, and what its first lines say.
UNDELIVERED_SUBJECT = (
    r"unzustellbar|nicht zustellbar|(?:konnte )?nicht zugestellt|zustellung.{0,30}fehlgeschlagen|unzustellbarkeit|"
    r"non remis|non distribu|non delivre|echec de (?:la )?(?:remise|distribution|livraison)|retour de courrier|"
    r"avis de non[- ]?remise|revenu en erreur|no se (?:puede|pudo|ha podido) entregar|no entregad|devuelto|"
    r"error de entrega|mancat[oa] (?:recapito|consegna)|notifica di mancata|non recapitat|impossibile recapitare|"
    r"nao entregue|nao (?:foi|pode ser) entregue|falha na entrega|niet bezorgd|onbestelbaar|niet worden bezorgd|"
    r"niedostarczon|nie dostarczon|zwrot (?:poczty|wiadomosci)|nedorucen|nedorucitel|ikke levert|ikke leveret|"
    r"ej levererat|olevererbart|kunde inte levereras|kohaletoimetamatu|iletilemedi|teslim edilemedi|"
    r"не доставлено|недоставлен|не удалось доставить|доставка.{0,20}не|ошибка доставки|"
    r"配信不能|配信できません|未达|未送达|退信|退回|投递失败|送信できません|エラー|メール|"
    r"배달 ?(?:실패|안)|전송 ?실패|반송"
)
UNDELIVERED = (
    r"n'a (?:pas )?pu etre (?:delivre|remis|distribue|transmis|envoye|achemine)|n'ont pas pu etre|non remis|"
    r"(?:konnte|kann) nicht (?:zugestellt|ausgeliefert|ubermittelt)|nicht zugestellt werden|"
    r"no (?:se )?(?:pudo|ha podido|puede) (?:ser )?entreg|non (?:e stato possibile|puo essere|ha potuto).{0,20}"
    r"(?:recapit|consegn)|impossibile recapitare|nao (?:foi possivel|pode ser|foi) (?:entreg|enviad)|"
    r"(?:kon|kan) niet (?:worden )?(?:bezorgd|afgeleverd)|nie (?:mogl[ao]|zostal[ao]|udalo).{0,40}dostarcz|"
    r"nie dostarczono|nebyl[ao]? (?:mozne )?doruc|kunde inte levereras|kunne ikke leveres|"
    r"не может быть доставлено|не удалось (?:доставить|выполнить доставку)|не было доставлено|невозможно доставить|"
    r"无法(?:发送|送达|投递|到达)|未能送达|投递失败|被退回|配信できません|配信されません|送信できません|"
    r"お届けできません|届けることができません|配信に失敗|전달(?:할|하지|되지)|배달(?:할|하지|되지)"
)


def _said_of(who: str, behind: str, before: str) -> str:
    apart = r"\b.{0,60}?" if who.isascii() else r".{0,20}?"
    return rf"(?:{who}){apart}(?:{behind})|(?:{before})\s*(?:{who})"


# What names nobody, or puts it in another order.
ALONE = (
    r"nie istnieje|no se (?:ha )?encontr(?:o|ado) la direccion|no existe (?:dicha|ese|esa|el|la|tal) |nessun utente|"
    r"nadie con esta direccion|non sono riuscito a trovare l'indirizzo|nu exista|ne obstaja|"
    r"introuvable (?:a|dans|sur|chez) |リストにありません|"
    r"wurde (?:unter|bei|in) .{1,80} nicht gefunden|見つかりません|存在しません|"
    r"не существует|не найден"
)
GONE_ELSEWHERE = "|".join(_said_of(*language) for language in GONE) + f"|{ALONE}"
GONE_ELSEWHERE, SENDERS, FULL = fold(GONE_ELSEWHERE), fold(SENDERS), fold(FULL)
UNDELIVERED_SUBJECT, UNDELIVERED = fold(UNDELIVERED_SUBJECT), fold(UNDELIVERED)
