"""How mail programs begin what they quote, in the languages that people have them in. Patterns and words only.

Each pattern looks at one line, or a few joined ones, of bounded length: none can take long.
"""

import re

# Verbs of "On … X wrote:". Their line also holds a date's digit or an address: nobody's own sentence has all of it.
WROTE = (
    r"wrote|writes|has written|a [eé]crit|écrivait|schrieb|geschrieben|escribió|escribio|escribieron|ha escrit|"
    r"va escriure|ha scritto|scrisse|escreveu|"
    r"schreef|heeft geschreven|het volgende geschreven|пише|skrev|skreiv|napisał|napisała|pisze|написал|"
    r"написала|написав|пишет|писал|написа|kirjoitti|kirjutas|napsal|napsala|"
    r"napísal|napísala|napisao|napisala|je napisa[ol]|yazdı|έγραψε|írta|a scris|scris|rašė|rakstīja|đã viết|menulis|"
    r"写道|寫道|写入|のメッセージ|作成|작성|कहा|ने लिखा|כתב|כתבה"
)
ATTRIBUTION = re.compile(rf"(?:\b(?:{WROTE})\b|写道|寫道|작성|написав).{{0,160}}$", re.I)
ENDS = re.compile(r"[:：]\s*[*\]]?$")
SCHRIEB = re.compile(
    r"\b(?:schrieb|schreef|skrev|kirjoitti|napsal|napsala|napísal|napisał|napisao|написал|написала|пишет|пише|írta|"
    r"yazdı)\b",
    re.I,
)
OWN = re.compile(
    r"\bI (?:wrote|have written)\b|\bj['’](?:ai écrit|écrivais)\b|\bschrieb ich\b|\bich schrieb\b|\bescribí\b", re.I
)
OPENING = (
    r"\W{0,5}(?:on|le|am|el|il|em|op|den|på|w dniu|dnia|dana|dne|v|kl|at|in article|in message|quoting|zitat von|"
    r"citando|ha|pe|le \w+|vào|pada|în|a|la|στις|tarihinde|在|於|于|"
    r"\d{1,4}[-./年])\b|^\d|在|於|于"
)
OPENS_SO = re.compile(OPENING, re.I)
OPENS = re.compile(rf"{OPENING}|[^<]{{0,80}}<\s?[^\s<>@]{{1,80}}@", re.I)
DATED = re.compile(r"\d{1,2}[:.h]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}|@\S")

DAY = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[:h]\d{2}")
ADDRESS = re.compile(r"\S@\S")
DIGIT = re.compile(r"\d")

# A line of its own that a quoted or forwarded mail begins with.
ORIGINAL = (
    r"original message|original appointment|original e-?mail|reply message|message d['’]origine|message original|"
    r"message d['’]origine|courriel original|message initial|ursprüngliche nachricht|originalnachricht|"
    r"originalmeddelelse|ursprungligt meddelande|ursprungligt brev|opprinnelig melding|oprindelig meddelelse|"
    r"oprindelig besked|"
    r"oorspronkelijk bericht|messaggio originale|mensaje original|mensagem original|"
    r"alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|исходное сообщение|пересланное сообщение|"
    r"původní zpráva|eredeti üzenet|orijinal mesaj|mesajul original|原始邮件|原始郵件|元のメッセージ|원본 메시지"
)
FORWARDED = (
    r"forwarded message|forwarded e-?mail|begin forwarded message|message transféré|message réexpédié|"
    r"début du message (?:réexpédié|transféré)|weitergeleitete nachricht|"
    r"anfang der weitergeleiteten (?:e-mail|nachricht)|"
    r"doorgestuurd bericht|messaggio inoltrato|inizio messaggio inoltrato|mensaje reenviado|"
    r"inicio del mensaje reenviado|mensagem encaminhada|início da mensagem|vidarebefordrat meddelande|"
    r"videresendt (?:melding|meddelelse)|przekazana wiadomość|転送メッセージ|转发的邮件"
)
BEGINS = re.compile(rf"(?:{ORIGINAL}|{FORWARDED})$", re.I)
# Between dashes, in any language: a few words, one of which says message; or who passed it on.
MESSAGE = re.compile(
    r"\b(?:message|nachricht|mensaje|mensagem|messaggio|missatge|bericht|meddelande|meddelelse|melding|besked|brev|"
    r"viesti|wiadomość|wiadomosc|сообщение|повідомлення|съобщение|писмо|zpráva|správa|üzenet|levél|mesaj|ileti|poruka|"
    r"sporočilo|pranešimas|kiri|μήνυμα|pesan|thư|e-?mail|courriel|correo|appointment|termin)\w{0,3}\b|"
    r"邮件|郵件|メッセージ|メール|메시지|메일|הודעה|رسالة",
    re.I,
)
DASHED = re.compile(r"^[\s>*]{0,8}-{3,60}+(?P<words>[^\n\-]{3,60}+(?:-[^\n\-]{1,40}+)?)-{3,60}+[\s*]{0,8}$")
PASSED_ON = re.compile(
    r"^\W{3,60}(?:forwarded by|weitergeleitet von|transféré par|réexpédié par|reenviado por|encaminhado por|"
    r"inoltrato da|doorgestuurd door|vidarebefordrat av) .{3,120}$",
    re.I,
)
TAG = re.compile(r"</?(?:div|p|br|span|b|font)\b[^<>]{0,80}>", re.I)
GROUPWISE = re.compile(r"^>>>\s?[^\n>]{1,80}(?:<[^<>\s]{3,120}>)?[^\n>]{0,40}\d{1,2}[:.]\d{2}[^\n>]{0,10}>>>$")
# What a program asks to be answered above, in its own mail: whatever stands below is that mail.
ABOVE = re.compile(
    r"[-#=*_–—\s]{0,40}+(?:(?:please |kindly |to )?(?:reply|respond|answer|type|write|enter|add|insert)\b"
    r".{0,60}\babove (?:this|the|that) (?:line|message|email)|"
    r"(?:veuillez )?(?:répond\w+|repondre|écri(?:vez|re)|saisi\w+)\b.{0,60}au[- ]dessus de (?:cette|la) ligne|"
    r"(?:bitte )?(?:antwort\w*|schreib\w*)\b.{0,60}(?:oberhalb|über) (?:dieser|der|diese) (?:zeile|linie)|"
    r"(?:responda?|escrib\w+|conteste)\b.{0,60}(?:encima|arriba) de esta l[ií]nea|"
    r"(?:responda|escreva)\b.{0,60}acima d(?:esta|a) linha|"
    r"rispond\w+\b.{0,60}sopra (?:a )?(?:questa|la) (?:linea|riga)|"
    r"(?:antwoord|reageer|typ)\w*\b.{0,60}boven deze (?:lijn|regel)|"
    r"svara\b.{0,60}ovanför (?:denna|den här) (?:rad|linje)|"
    r"skriv\b.{0,60}over denne linje)",
    re.I,
)
AROUND = " \t\xa0>*_-‐‑=—–~:"  # what stands around such words in their line
LINE = re.compile(r"^\s*[=_\-‐*—–]{3,}\s*$")
RULE = re.compile(r"^\s*(?:_{16,}|-{16,}|={16,}|\*{16,}|—{10,}|–{10,})\s*$")

# Labels of the block that Outlook and others put over what they quote.
FROM = (
    r"from|de|von|da|van|från|fra|lähettäjä|od|от|от кого|expéditeur|absender|mittente|remitente|remetente|afzender|"
    r"avsender|avsändare|afsender|nadawca|odesílatel|отправитель|发件人|發件人|"
    r"寄件者|寄件人|差出人|送信者|보낸 ?사람|발신|"
    r"kimden|gönderen|feladó|від|de la|expeditor|từ|người gửi|dari|από|מאת|من|จาก|saatja|lähetaja"
)
OTHERS = (
    r"sent|date|to|cc|subject|reply-to|reply to|importance|attachments|envoyé|envoyé le|envoyée|à|a|objet|"
    r"date d['’]envoi|"
    r"copie|copie à|répondre à|gesendet|gesendet am|datum|an|betreff|kopie|antwort an|enviado|enviado el|"
    r"enviada em|enviado em|fecha|data|para|asunto|assunto|inviato|inviato il|oggetto|risposta|rispondi a|"
    r"verzonden|aan|onderwerp|"
    r"skickat|till|ämne|sendt|til|emne|dato|lähetetty|vastaanottaja|aihe|wysłano|do|temat|отправлено|дата|кому|"
    r"тема|копия|送信日時|宛先|件名|发送时间|收件人|主题|抄送|日期|主旨|보낸 날짜|받는 사람|제목|gönderme|kime|konu|"
    r"надіслано|odesláno|komu|předmět|kdy|message du|message reçu le|envoyé de|sujet|cci|bcc|kopi|kopia|dw|"
    r"do wiadomości|priorité|priorität|wichtigkeit|anlagen|pièces jointes|importancia|importância|tid|modtager|"
    r"mottaker|"
    r"mottagare|saaja|tárgy|címzett|dátum|küldve|másolat|subiect|trimis|către|gửi|đến|tới|ngày|chủ đề|tarih|bilgi|"
    r"kepada|subjek|tanggal|dikirim|θέμα|προς|ημερομηνία|στάλθηκε|נושא|אל|תאריך|נשלח|"
    r"التاريخ|إلى|الموضوع|วันที่|ถึง|เรื่อง|"
    r"时间|時間|發送時間|收件者|副本|主旨|送信|日付|"
    r"받는 ?사람|보낸 ?날짜|날짜|참조|수신|kopija|predmet|za|poslano|adresat"
)
WITHIN = re.compile(rf"\s[*_]{{0,2}}(?:{OTHERS})[*_]{{0,2}}\s?[:：]", re.I)  # those that stand in the line of the first
HEADER_FROM = re.compile(rf"^[\s>|]{{0,8}}[*_]{{0,2}}(?:{FROM})[*_]{{0,2}}\s?[:：][*_]{{0,2}}\s{{0,8}}\S", re.I)
HEADER = re.compile(rf"^[\s>|]{{0,8}}[*_]{{0,2}}(?:{FROM}|{OTHERS})[*_]{{0,2}}\s?[:：]", re.I)

SUBJECT = re.compile(
    r"^[\s>|*_]{0,10}(?:subject|objet|sujet|betreff|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|тема|předmět|"
    r"predmet|tárgy|subiect|konu|θέμα|נושא|الموضوع|chủ đề|subjek|เรื่อง|主题|主題|主旨|件名|제목|reply-to|cc)"
    r"[*_]{0,2}\s?[:：]",
    re.I | re.M,
)
SENT = re.compile(
    r"^[\s>|*_]{0,10}(?:sent|envoyée?|envoyé le|gesendet|enviad[oa]|inviato|verzonden|skickat|sendt|lähetetty|wysłano|"
    r"отправлено|odesláno|elküldve|trimis|gönderildi|送信日時|发送时间|보낸 ?날짜)[*_]{0,2}[^:：\n]{0,12}[:：]",
    re.I | re.M,
)
# The same in no language in particular: dashes, some words, dashes; then lines that each name a value.
BANNER = re.compile(r"^[\s>]{0,8}+-{3,30}+\s?[^\W\d_](?:[^\n\-]|-(?!-)){1,60}+-{3,30}+")
LABELLED = re.compile(r"^[\s>|]{0,8}[*_]{0,2}[^\W\d_][^:：\n@]{0,24}[:：][*_]{0,2}\s{0,8}(?P<value>\S.{0,600})$")
LABEL = re.compile(r"^\S[^:：\n@]{0,24}[:：]\s?\S")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SHORT_DATE = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b")
LABELS = re.compile(r"[^\W\d_]{2,20}\s?[:：]")
HOUR = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
MAILBOX = re.compile(r"[<\[(](?:mailto:)?[^\s<>@]{1,80}@[^\s<>@]{1,100}[>\])]")

# What a telephone or a program signs with.
MOBILE = re.compile(
    r"^[\s<(*_\[]{0,6}(?:"
    r"this (?:e-?mail|message) was sent (?:from|via|with|by|using|on) .{0,160}|"
    r"sent (?:wirelessly |securely )?(?:from|via|with|by|using|on) (?!.{0,160}\b(?:is|are|was|were|because)\b).{0,160}|"
    r"from my (?:iphone|ipad|mobile|phone|android|blackberry|samsung|galaxy|pixel|huawei|htc)\b.{0,60}|"
    r"(?:someone )?from (?:mobile|my (?:mobile|iphone|ipad|phone).{0,40})|"
    r"get \[?outlook for (?:ios|android|mac|windows).{0,120}|get .{0,30} for (?:ios|android)\b.{0,60}|"
    r"envoyée? (?:sans fil |gratuitement )?(?:par mon|depuis|de mon|du|de ma|à partir|avec|via|par|de)\b.{0,160}|"
    r"\w{2,12}(?: program| ned)? outlook (?:pour|para|für|per|för|til|for|voor|dla systemu|pro) "
    r"(?:ios|android|mac|windows).{0,80}|outlook (?:für|voor) (?:ios|android) \w{4,16}|"
    r"télécharge[rz]? .{1,30} pour (?:ios|iphone|ipad|android)\b.{0,60}|"
    r"(?:cet e-?mail|ce (?:message|mail|courriel)) (?:a été |est )?envoyé (?:depuis|de|par|avec|via)\b.{0,120}|"
    r"von .{2,40} gesendet|provenance : courrier.{0,60}|"
    r"(?:diese (?:nachricht|e-?mail) wurde |von (?:meinem|meiner) |gesendet (?:von|mit|über|aus|vom)\b|"
    r"von meine[mr]).{0,160}|holen sie sich outlook.{0,80}|"
    r"enviad[oa] (?:desde|do|de|via|a partir|con)\b.{0,120}|obtener outlook para.{0,80}|obter o outlook.{0,80}|"
    r"inviato (?:da|dal|con|tramite)\b.{0,120}|scarica outlook per.{0,80}|ottieni outlook per.{0,80}|"
    r"ver(?:zonden|stuurd) (?:vanaf|met|via|vanuit)\b.{0,120}|outlook voor (?:ios|android).{0,60}|"
    r"skickat från.{0,120}|sendt fra.{0,120}|lähetetty .{0,80}|wysłan[oey] z.{0,120}|отправлено (?:с|из).{0,120}|"
    r"poslané z.{0,120}|küldve az .{0,120}|išsiųsta iš.{0,120}|saadetud minu.{0,120}|"
    r"надіслано з.{0,120}|изпратено от.{0,120}|odesláno z.{0,120}|odoslané z.{0,120}|poslano (?:s|z|iz) .{0,120}|"
    r"trimis de pe.{0,120}|.{0,30}(?:iphone|ipad|android)\S{0,8} (?:küldve|gönderildi)|στάλθηκε από.{0,120}|"
    r"enviat des de.{0,120}|được gửi từ.{0,120}|dikirim dari.{0,120}|ส่งจาก.{0,60}|נשלח מ.{0,60}|أُ?رسلت من.{0,60}|"
    r"發自我的.{0,40}|发自我的.{0,40}|從我的.{0,40}傳送|从我的.{0,40}发送|.{0,20}から送信.{0,20}|"
    r".{0,30}에서 보냄|yahoo mail: search, organize, conquer"
    r")[\s>)*_\]]{0,6}\.?$",
    re.I,
)
# Without one of these it is a person's sentence: sent by post this morning.
PROGRAM = re.compile(
    r"iphone|ipad|ipod|android|samsung|galaxy|black ?berry|phone|telef|téléph|mobil|portable|handy|smartphone|tablet|"
    r"outlook|mail|courrier|correo|posta|pošta|почт|\bapp\b|application|device|appareil|gerät|"
    r"dispositiv|terminal|windows|nokia|huawei|xiaomi|redmi|\bhtc|sony|pixel|oneplus|proton|spark|superhuman|\bfront\b|"
    r"sparrow|airmail|zoho|polymail|nylas|edison|k-9|missive|\bcell|https?:|\bmy |\bmon |\bma |mein|"
    r"\bmi |\bmeu |\bmio |\bmijn |\bmin |moj|iphon|我的|から|에서|ของฉัน|שלי|الـ",
    re.I,
)
# What stands beside it, or instead: that whoever writes on a telephone writes little, or badly.
EXCUSES = re.compile(
    r"^[\s<(*_\[]{0,6}(?:(?:veuillez|merci (?:de bien vouloir|d['’]|de)|prière d['’]) ?(?:m['’])?(?:excuser|pardonner)|"
    r"(?:désolée?|pardon|sorry) (?:pour|for)|(?:please )?(?:excuse|forgive|pardon)|entschuldigen sie)\b.{0,60}\b"
    r"(?:brièveté|concision|frappe|brevity|typos?|kürze|tippfehler|"
    r"(?:envoyée?|sent|gesendet) (?:de|depuis|from|von) (?:mon|ma|my|meinem))\b.{0,60}$",
    re.I,
)
WHEN = re.compile(
    r"\b(?:today|yesterday|this (?:morning|afternoon|week)|tonight|last (?:week|night)|"
    r"(?:mon|tues|wednes|thurs|fri)day|aujourd|hier|ce (?:matin|midi|soir)|cet après|"
    r"(?:lun|mar|mercre|jeu|vendre)di|heute|gestern|morgen|ayer|hoy|mañana|"
    r"ontem|hoje|oggi|ieri|vandaag|gisteren|"
    r"(?:by|par|per|por|via) (?:the |la |le )?(?:e-?mail|mail|courrier|correo|post\w{0,2}))\b",
    re.I,
)
DELIMITER = re.compile(r"^[\s\u1427\u200b]*$|^\s*[-_*#~=+—–.]{2,}\s*$")
SIGNATURE = re.compile(r"^\s{0,3}(?:--|—|–|_{2,})\s*$")
DASHES = re.compile(r"^\s{0,3}-{3,80}\s*$")


def mobile(line: str) -> bool:
    """Whether a line is what a telephone or a program signs with."""
    said = (MOBILE.match(line) and PROGRAM.search(line)) or EXCUSES.match(line)
    return bool(said and not WHEN.search(line))
