"""How mail programs introduce what they quote, and what telephones sign with, in the languages that they are had in.

Each is written here after the form that a program gives it; the people are invented.
"""

import pytest

from vivier.mail.inbound import replies

OWN = ["Thursday works for me.", "Bonjour Camille,\n\nJeudi me convient.\n\nBien à vous,\nAnn"]
MARKED = "\n\n> Would Thursday suit you?\n> Camille\n"
PLAIN = "\n\nWould Thursday suit you?\nCamille\n"
OVER_MARKED = [
    "On Tue, Nov 24, 2026 at 10:02 AM Halage <rh@halage.example> wrote:",
    "On 24 Nov 2026, at 10:02, Halage <rh@halage.example> wrote:",
    "On 11/24/26 10:02 AM, Halage wrote:",
    "On 2026-11-24 10:02, Halage wrote:",
    (
        "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\n"
        "On Tuesday, November 24th, 2026 at 10:02 AM, Halage <rh@halage.example> wrote:"
    ),
    (
        "Sent with Proton Mail secure email.\n\n"
        "On Tuesday, November 24th, 2026 at 10:02 AM, Halage <rh@halage.example> wrote:"
    ),
    "Nov 24, 2026, 10:02 by rh@halage.example:",
    "24. Nov. 2026, 10:02 von rh@halage.example:",
    "24 nov. 2026 à 10:02 de rh@halage.example:",
    "Halage <rh@halage.example> wrote on Tue, 24 Nov 2026 at 10:02:",
    "Halage <rh@halage.example> writes:",
    "Halage writes:",
    "* Halage <rh@halage.example> [2026-11-24 10:02]:",
    "Quoting Halage <rh@halage.example>:",
    "At 10:02 AM 11/24/2026, Halage wrote:",
    "In message <abc@halage.example>, Halage writes:",
    "Le mar. 24 nov. 2026 à 10:02, Halage <rh@halage.example> a écrit :",
    "Le 24/11/2026 à 10:02, Halage a écrit :",
    "Le mardi 24 novembre 2026, Halage <rh@halage.example> a écrit :",
    "> Le 24 nov. 2026 à 10:02, Halage <rh@halage.example> a écrit :\n> ",
    "----- Le 24 Nov 26, à 10:02, Halage rh@halage.example a écrit :",
    (
        '> Message du 24/11/26 10:02\n> De : "Halage" <rh@halage.example>\n> A : ann@example.org\n> Copie à : \n'
        "> Objet : Entretien"
    ),
    "Am 24.11.2026 um 10:02 schrieb Halage <rh@halage.example>:",
    "Am Di., 24. Nov. 2026 um 10:02 Uhr schrieb Halage <\nrh@halage.example>:",
    "Halage <rh@halage.example> schrieb am Di., 24. Nov. 2026, 10:02:",
    "El mar, 24 nov 2026 a las 10:02, Halage (<rh@halage.example>) escribió:",
    "El 24/11/2026 a las 10:02, Halage escribió:",
    "Em ter., 24 de nov. de 2026 às 10:02, Halage <rh@halage.example> escreveu:",
    "Il giorno mar 24 nov 2026 alle ore 10:02 Halage <rh@halage.example> ha scritto:",
    "Op di 24 nov 2026 om 10:02 schreef Halage <rh@halage.example>:",
    "wt., 24 lis 2026 o 10:02 Halage <rh@halage.example> napisał(a):",
    "W dniu 24.11.2026 o 10:02, Halage pisze:",
    "Den tis 24 nov. 2026 kl 10:02 skrev Halage <rh@halage.example>:",
    "tir. 24. nov. 2026 kl. 10:02 skrev Halage <rh@halage.example>:",
    "ti 24. marrask. 2026 klo 10.02 Halage (rh@halage.example) kirjoitti:",
    "út 24. 11. 2026 v 10:02 odesílatel Halage <rh@halage.example> napsal:",
    "ut 24. 11. 2026 o 10:02 Halage <rh@halage.example> napísal(a):",
    "Halage <rh@halage.example> ezt írta (időpont: 2026. nov. 24., K, 10:02):",
    "mar., 24 nov. 2026 la 10:02, Halage <rh@halage.example> a scris:",
    "вт, 24 нояб. 2026 г. в 10:02, Halage <rh@halage.example>:",
    '24.11.2026, 10:02, "Halage" <rh@halage.example>:',
    "вт, 24 лист. 2026 р. о 10:02 Halage <rh@halage.example> пише:",
    "Στις Τρί 24 Νοε 2026 στις 10:02 π.μ., ο/η Halage <rh@halage.example> έγραψε:",
    "Halage <rh@halage.example>, 24 Kas 2026 Sal, 10:02 tarihinde şunu yazdı:",
    "\u202bבתאריך יום ג׳, 24 בנוב׳ 2026 ב-10:02 מאת "
    "\u202aHalage\u202c\u200f <\u202arh@halage.example\u202c\u200f>:\u202c",
    "في الثلاثاء، 24 نوفمبر 2026 في 10:02 ص تمت كتابة ما يلي بواسطة Halage <rh@halage.example>:",
    "2026年11月24日(火) 10:02 Halage <rh@halage.example>:",
    "2026/11/24 10:02、Halage <rh@halage.example>のメール:",
    "Halage <rh@halage.example> 于2026年11月24日周二 10:02写道：",
    "2026년 11월 24일 (화) 오전 10:02, Halage <rh@halage.example>님이 작성:",
    "Vào Th 3, 24 thg 11, 2026 vào lúc 10:02 Halage <rh@halage.example> đã viết:",
    "Pada Sel, 24 Nov 2026 pukul 10.02 Halage <rh@halage.example> menulis:",
    "El dt., 24 nov. 2026 a les 10:02, Halage (<rh@halage.example>) va escriure:",
    "uto, 24. stu 2026. u 10:02 Halage <rh@halage.example> napisao je:",
    "V tor., 24. nov. 2026 ob 10:02 je oseba Halage <rh@halage.example> napisala:",
    "На вт, 24.11.2026 г. в 10:02 Halage <rh@halage.example> написа:",
    "2026-11-24, an, 10:02 Halage <rh@halage.example> rašė:",
    "Kontakt Halage (<rh@halage.example>) kirjutas kuupäeval T, 24. november 2026 kell 10:02:",
    "On Tue, Nov 24, 2026 at 10:02 AM Halage <rh@halage.example>\nwrote:",
    "On Tue, Nov 24, 2026 at 10:02 AM, Halage with a very long name that is broken\n<rh@halage.example> wrote:",
    "Le mar. 24 nov. 2026 à 10:02, Halage <\nrh@halage.example> a écrit :",
    "On Tue, 24 Nov 2026 10:02:11 +0100\nHalage <rh@halage.example> wrote:",
    "On Tue, Nov 24, 2026 at 10:02:11AM +0100, Halage wrote:",
    "Dnia 24 listopada 2026 10:02 Halage <rh@halage.example> napisał(a):",
    "Am 24. November 2026 10:02:11 MEZ schrieb Halage <rh@halage.example>:",
    "On November 24, 2026 10:02:11 AM GMT+01:00, Halage <rh@halage.example> wrote:",
    "On November 24, 2026 10:02:11 Halage <rh@halage.example> wrote:",
    "Halage schreef op 24-11-2026 10:02:",
    "Halage a écrit :",
    "Halage a écrit le 24/11/2026 10:02 :",
]
OVER_PLAIN = [
    "On Tue, Nov 24, 2026, 10:02 AM Halage <rh@halage.example> wrote:",
    "On Nov 24, 2026, at 10:02 AM, Halage <rh@halage.example> wrote:",
    "On Tuesday, November 24th, 2026 at 10:02 AM, Halage <rh@halage.example> wrote:",
    "On Tuesday, November 24, 2026, 10:02:11 AM GMT+1, Halage <rh@halage.example> wrote:",
    (
        "------- Original Message -------\n"
        "On Tuesday, November 24th, 2026 at 10:02 AM, Halage <rh@halage.example> wrote:"
    ),
    (
        "-------- Original Message --------\nSubject: Re: Interview\nFrom: Halage <rh@halage.example>\n"
        "To: ann@example.org\nDate: 2026-11-24 10:02"
    ),
    "Le 24 nov. 2026 à 10:02, Halage <rh@halage.example> a écrit :",
    "Le mardi 24 novembre 2026 à 10:02:11 UTC+1, Halage <rh@halage.example> a écrit :",
    "De : Halage <rh@halage.example>\nEnvoyé : mardi 24 novembre 2026 10:02\nÀ : Ann\nObjet : Entretien",
    (
        "De: Halage <rh@halage.example>\nEnvoyé: mardi 24 novembre 2026 10:02\nÀ: Ann <ann@example.org>\nCc: X\n"
        "Objet: Entretien"
    ),
    (
        "________________________________\nDe : Halage <rh@halage.example>\n"
        "Envoyé : mardi 24 novembre 2026 10:02:11\nÀ : Ann\nObjet : Entretien"
    ),
    "De : Halage\nDate : mardi 24 novembre 2026 à 10:02\nÀ : Ann\nObjet : Entretien",
    (
        "-------- Message d'origine --------\nDe : Halage <rh@halage.example>\n"
        "Date : 24/11/2026 10:02 (GMT+01:00)\nÀ : ann@example.org\nObjet : Entretien"
    ),
    "-------- Message original --------\nDe : Halage <rh@halage.example>\nDate : 24/11/2026 10:02",
    (
        '----- Mail original -----\nDe: "Halage" <rh@halage.example>\nÀ: "Ann" <ann@example.org>\n'
        "Envoyé: Mardi 24 Novembre 2026 10:02:11\nObjet: Entretien"
    ),
    ("envoyé : 24 novembre 2026 à 10:02\nde : Halage <rh@halage.example>\nà : ann@example.org\nobjet : Entretien"),
    (
        'Gesendet: Dienstag, 24. November 2026 um 10:02 Uhr\nVon: "Halage" <rh@halage.example>\n'
        "An: ann@example.org\nBetreff: Gespräch"
    ),
    ("Von: Halage [mailto:rh@halage.example]\nGesendet: Dienstag, 24. November 2026 10:02\nAn: Ann\nBetreff: Gespräch"),
    (
        "-----Ursprüngliche Nachricht-----\nVon: Halage\nGesendet: Dienstag, 24. November 2026 10:02\nAn: Ann\n"
        "Betreff: Gespräch"
    ),
    ("De: Halage <rh@halage.example>\nEnviado: martes, 24 de noviembre de 2026 10:02\nPara: Ann\nAsunto: Entrevista"),
    (
        "De: Halage <rh@halage.example>\nEnviada em: terça-feira, 24 de novembro de 2026 10:02\nPara: Ann\n"
        "Assunto: Entrevista"
    ),
    "Da: Halage <rh@halage.example>\nInviato: martedì 24 novembre 2026 10:02\nA: Ann\nOggetto: Colloquio",
    "Van: Halage <rh@halage.example>\nVerzonden: dinsdag 24 november 2026 10:02\nAan: Ann\nOnderwerp: Gesprek",
    "Od: Halage <rh@halage.example>\nWysłano: wtorek, 24 listopada 2026 10:02\nDo: Ann\nTemat: Rozmowa",
    "Fra: Halage <rh@halage.example>\nSendt: 24. november 2026 10:02\nTil: Ann\nEmne: Samtale",
    (
        "Lähettäjä: Halage <rh@halage.example>\nLähetetty: tiistai 24. marraskuuta 2026 10.02\n"
        "Vastaanottaja: Ann\nAihe: Haastattelu"
    ),
    (
        "---------- Původní e-mail ----------\nOd: Halage <rh@halage.example>\nKomu: ann@example.org\n"
        "Datum: 24. 11. 2026 10:02:11\nPředmět: Pohovor"
    ),
    ("Feladó: Halage <rh@halage.example>\nElküldve: 2026. november 24., kedd 10:02\nCímzett: Ann\nTárgy: Interjú"),
    "Вторник, 24 ноября 2026, 10:02 +03:00 от Halage <rh@halage.example>:",
    "Kimden: Halage <rh@halage.example>\nGönderildi: 24 Kasım 2026 Salı 10:02\nKime: Ann\nKonu: Görüşme",
    "差出人: Halage <rh@halage.example>\n送信日時: 2026年11月24日 10:02\n宛先: Ann\n件名: 面接",
    "在 2026年11月24日，10:02，Halage <rh@halage.example> 写道：",
    (
        '------------------ 原始邮件 ------------------\n发件人: "Halage" <rh@halage.example>;\n'
        '发送时间: 2026年11月24日(星期二) 上午10:02\n收件人: "Ann"<ann@example.org>;\n主题: 面试'
    ),
    "发件人： Halage <rh@halage.example>\n发送时间： 2026年11月24日 10:02\n收件人： Ann\n主题： 面试",
    (
        '-----Original Message-----\nFrom: "Halage"<rh@halage.example>\nTo: "Ann"<ann@example.org>;\nCc:\n'
        "Sent: 2026-11-24 (화) 10:02:11 (GMT+09:00)\nSubject: 면접"
    ),
    ("보낸 사람: Halage <rh@halage.example>\n보낸 날짜: 2026년 11월 24일 화요일 10:02\n받는 사람: Ann\n제목: 면접"),
    (
        "From: Halage <rh@halage.example>\nSent: Tuesday, November 24, 2026 10:02 AM\nTo: Ann <ann@example.org>\n"
        "Subject: Interview"
    ),
    "From: Halage <rh@halage.example>\nDate: Tuesday, 24 November 2026 at 10:02\nTo: Ann\nSubject: Interview",
    (
        "From: rh@halage.example [mailto:rh@halage.example] On Behalf Of Halage\nSent: 24 November 2026 10:02\n"
        "To: Ann\nSubject: Interview\nImportance: High"
    ),
    "From: Halage\nSent: Tuesday 24 November 2026 10:02\nTo: Ann",
    (
        "*From:* Halage <rh@halage.example>\n*Sent:* Tuesday, November 24, 2026 10:02 AM\n*To:* Ann\n"
        "*Subject:* Interview"
    ),
    (
        "**From:** Halage <rh@halage.example>\n**Sent:** Tuesday, November 24, 2026 10:02 AM\n**To:** Ann\n"
        "**Subject:** Interview"
    ),
    "From:\tHalage <rh@halage.example>\nTo:\tann@example.org\nDate:\t24/11/2026 10:02\nSubject:\tInterview",
    (
        "From:        Halage/Lyon/Halage\nTo:        Ann/Example@Example\nDate:        24/11/2026 10:02\n"
        "Subject:        Interview"
    ),
    (
        "-----Halage/Lyon/Halage wrote: -----\n\nTo: ann@example.org\nFrom: Halage/Lyon/Halage\n"
        "Date: 24/11/2026 10:02\nSubject: Interview"
    ),
    "----- Forwarded by Ann/Lyon/Halage on 24/11/2026 10:02 -----\n\nFrom: x",
    (
        "---------- Forwarded message ---------\nFrom: Halage <rh@halage.example>\n"
        "Date: Tue, Nov 24, 2026 at 10:02 AM\nSubject: Interview\nTo: <ann@example.org>"
    ),
    (
        "Begin forwarded message:\n\nFrom: Halage <rh@halage.example>\nSubject: Interview\n"
        "Date: 24 November 2026 at 10:02:11 CET\nTo: ann@example.org"
    ),
    (
        "Début du message réexpédié :\n\nDe: Halage <rh@halage.example>\nObjet: Entretien\n"
        "Date: 24 novembre 2026 à 10:02:11 UTC+1\nÀ: ann@example.org"
    ),
    (
        "-----Original Message-----\nFrom: Halage <rh@halage.example>\nSent: Tuesday, November 24, 2026 10:02 AM\n"
        "To: Ann\nSubject: Interview"
    ),
    (
        "-----Original Appointment-----\nFrom: Halage\nSent: Tuesday, November 24, 2026 10:02 AM\nTo: Ann\n"
        "Subject: Interview\nWhen: Thursday 14:00\nWhere: Lyon"
    ),
    (
        "--- On Tue, 11/24/26, Halage <rh@halage.example> wrote:\n\nFrom: Halage <rh@halage.example>\n"
        "Subject: Interview\nTo: ann@example.org\nDate: Tuesday, November 24, 2026, 10:02 AM"
    ),
    (
        "________________________________\n From: Halage <rh@halage.example>\nTo: Ann <ann@example.org> \n"
        "Sent: Tuesday, November 24, 2026 10:02 AM\nSubject: Re: Interview"
    ),
    (
        "Sent from my Galaxy\n\n\n-------- Original message --------\nFrom: Halage <rh@halage.example>\n"
        "Date: 24/11/2026 10:02 (GMT+01:00)\nTo: ann@example.org\nSubject: Interview"
    ),
    ("Sent from Yahoo Mail for iPhone\n\n\nOn Tuesday, November 24, 2026, 10:02 AM, Halage <rh@halage.example> wrote:"),
    "---- On Tue, 24 Nov 2026 10:02:11 +0100 Halage <rh@halage.example> wrote ----",
    " ---- En mar., 24 nov. 2026 10:02:11 +0100 Halage<rh@halage.example> escribió ----",
    (
        "Get Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\n"
        "From: Halage <rh@halage.example>\nSent: Tuesday, November 24, 2026 10:02:11 AM\n"
        "To: Ann <ann@example.org>\nSubject: Interview"
    ),
    "##- Please type your reply above this line -##\n\nYour request (4) has been updated.",
    "--- Please reply above this line ---",
    "== Répondez au-dessus de cette ligne ==",
    "Begin forwarded message:",
    (
        "From: Halage via Notion <notify@halage.example>\nReply to: Halage <r@halage.example>\n"
        "Date: Tuesday, November 24, 2026 at 10:02 AM\nTo: Ann\nSubject: x"
    ),
]
SIGNED = [
    "Sent from my iPhone",
    "Sent from my iPad",
    "Sent from my Galaxy",
    "Sent from my Samsung Galaxy smartphone.",
    "Sent from Mail for Windows",
    "Sent from Mail for Windows 10",
    "Sent from Outlook for Android",
    "Sent from Outlook",
    "Get Outlook for Android",
    "Get Outlook for iOS<https://aka.ms/o0ukef>",
    "Get [Outlook for iOS](https://aka.ms/o0ukef)",
    "Sent from Yahoo Mail on Android",
    "Sent from AOL Mobile Mail",
    "Sent from my T-Mobile 4G LTE Device",
    "Sent via the Samsung Galaxy S8, an AT&T 4G LTE smartphone",
    "Sent from ProtonMail mobile",
    "Sent from Proton Mail for iOS",
    "Sent with Proton Mail secure email.",
    "Sent with Spark",
    "Sent via Superhuman ( https://sprh.mn/?vip=a@b.example )",
    "Sent from Front",
    "Sent from Mailspring",
    "Sent from myMail for iOS",
    "Sent using Zoho Mail",
    "Sent from my mobile",
    "Sent from my phone, please excuse typos",
    "Sent by my phone",
    "Envoyé de mon iPhone",
    "Envoyé depuis mon iPhone",
    "Envoyé à partir de Outlook pour Android",
    "Envoyé à partir de Courrier pour Windows",
    "Envoyé à partir d’un appareil mobile Samsung.",
    "Envoyé depuis l'application Mail Orange",
    "Envoyé depuis mon appareil Galaxy",
    "Envoyé de mon appareil mobile.",
    "Envoyé avec Proton Mail",
    "Envoyé depuis Yahoo Mail pour Android",
    "Envoyé du Mail Yahoo depuis un iPhone",
    "Télécharger Outlook pour Android",
    "Obtenir Outlook pour iOS",
    "Provenance : Courrier pour Windows",
    "Von meinem iPhone gesendet",
    "Gesendet von meinem iPhone",
    "Von meinem Samsung Galaxy Smartphone gesendet.",
    "Gesendet mit der GMX Mail App",
    "Diese Nachricht wurde von meinem Android-Gerät mit GMX Mail gesendet.",
    "Gesendet von Outlook für Android",
    "Holen Sie sich Outlook für iOS",
    "Outlook für Android herunterladen",
    "Von Samsung-Tablet gesendet",
    "Enviado desde mi iPhone",
    "Enviado desde mi Samsung Mobile",
    "Obtener Outlook para iOS",
    "Enviado desde Correo para Windows",
    "Enviado do meu iPhone",
    "Enviado via iPhone",
    "Obter o Outlook para Android",
    "Inviato da iPhone",
    "Inviato dal mio iPad",
    "Inviato da Outlook per Android",
    "Scarica Outlook per Android",
    "Ottieni Outlook per iOS",
    "Verstuurd vanaf mijn iPhone",
    "Verzonden vanaf mijn Galaxy",
    "Verzonden met Outlook voor iOS",
    "Outlook voor Android downloaden",
    "Skickat från min iPhone",
    "Hämta Outlook för iOS",
    "Sendt fra min iPhone",
    "Sendt fra min Samsung-mobil",
    "Hent Outlook til iOS",
    "Få Outlook for Android",
    "Lähetetty iPhonesta",
    "Hanki Outlook for iOS",
    "Wysłane z iPhone'a",
    "Wysłano z telefonu Samsung",
    "Pobierz program Outlook dla systemu iOS",
    "Odesláno z iPhonu",
    "Poslané z iPhonu",
    "Küldve az iPhone-omról",
    "iPhone-omról küldve",
    "Trimis de pe iPhone-ul meu",
    "iPhone'umdan gönderildi",
    "Отправлено с iPhone",
    "Отправлено из мобильной Почты Mail.ru",
    "Надіслано з iPhone",
    "Στάλθηκε από το iPhone μου",
    "נשלח מה-iPhone שלי",
    "أُرسلت من الـ iPhone",
    "iPhoneから送信",
    "发自我的 iPhone",
    "從我的 iPhone 傳送",
    "나의 iPhone에서 보냄",
    "Được gửi từ iPhone của tôi",
    "Dikirim dari iPhone saya",
    "ส่งจาก iPhone ของฉัน",
    "Enviat des del meu iPhone",
    "Poslano z mojega iPhona",
    "Poslano s mog iPhonea",
    "Išsiųsta iš mano iPhone",
    "Saadetud minu iPhone'ist",
]
SENTENCES = [
    "Je vous l’ai envoyé de mon bureau hier.",
    "Envoyé par la poste ce matin, vous l'aurez jeudi.",
    "I have sent from my own pocket what was due.",
    "Sent from my desk, which is easier than from my telephone.",
    "Enviado el contrato, quedo a la espera.",
    "Sent by post this morning, you will have it on Thursday, because the office is closed.",
    "Envoyé par mail le 12 mars.",
    "P.S. : je suis joignable dès lundi",
]


@pytest.mark.parametrize("own", OWN)
@pytest.mark.parametrize("over", OVER_MARKED)
def test_what_stands_over_a_marked_quote_is_no_part_of_the_reply(over: str, own: str) -> None:
    assert replies.split(f"{own}\n\n{over}{MARKED}").reply == own


@pytest.mark.parametrize("own", OWN)
@pytest.mark.parametrize("over", OVER_PLAIN)
def test_what_stands_over_a_quote_without_marks_is_where_it_begins(over: str, own: str) -> None:
    assert replies.split(f"{own}\n\n{over}{PLAIN}").reply == own


@pytest.mark.parametrize("signed", SIGNED)
def test_what_a_program_signs_with_is_no_part_of_the_reply(signed: str) -> None:
    own, quoted = OWN[0], "On Tue, 24 Nov 2026, Halage <rh@halage.example> wrote:\n> When?"

    assert replies.split(f"{own}\n\n{signed}").reply == own
    assert replies.split(f"{own}\n{signed}\n\n{quoted}").reply == own


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_that_begins_like_it_stays(sentence: str) -> None:
    text = f"Bonjour,\n\nMon dossier est complet.\n\n{sentence}\n\nInès\n06 00 00 00 00"

    assert sentence in replies.split(text).reply
