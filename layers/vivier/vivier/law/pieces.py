"""What the patterns of prohibited facts are made of, on folded text: dates, what stands around a part of a line, people."""
# ruff: noqa: E501

MONTH = (
    r"(?:janv(?:ier)?|fev(?:r(?:ier)?)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept?(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?"
    r"|jan(?:uary)?|feb(?:ruary)?|march|mar|apr(?:il)?|may|june?|july?|aug(?:ust)?|september|october|november|december)\.?"
)
DATE = (
    r"(?:\d{1,2}(?:er|st|nd|rd|th)?(?:\s{1,3}|\s?[./-]\s?)(?:\d{1,2}|"
    + MONTH
    + r")(?:\s{1,3}|\s?[./,-]\s?)(?:\d{4}|\d{2})\b"
    r"|" + MONTH + r"\s{1,3}\d{1,2}(?:st|nd|rd|th)?\s?,?\s{1,3}\d{4}\b"
    r"|\d{4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2}\b"
    r"|" + MONTH + r"\s{1,3}\d{4}\b|\d{1,2}[./-]\d{4}\b|(?:19|20)\d{2}\b)"
)
FULL_DATE = (
    r"(?:\d{1,2}(?:er|st|nd|rd|th)?(?:\s{1,3}|\s?[./-]\s?)(?:\d{1,2}|" + MONTH + r")(?:\s{1,3}|\s?[./,-]\s?)\d{4}\b"
    r"|" + MONTH + r"\s{1,3}\d{1,2}(?:st|nd|rd|th)?\s?,?\s{1,3}\d{4}\b)"
)
# A part of a line: between delimiters.
START = r"(?:(?:(?<=\A)|(?<=[\n\t|,;(\[/\u2022\u00b7\u25aa\u25cf])|(?<=\s-)|(?<=\.\s))[ ]{0,4}[\u2022\u00b7\u25aa\u25cf*-]?[ ]{0,3})"
END = r"(?=[ ]{0,4}(?:\Z|[\n\t|,;)\]/.\u2022\u00b7\u25aa\u25cf]|-\s))"
PLACE = r"[^\W\d_][^\n\t|;,:\u2022(]{1,40}(?:\([^)\n]{1,30}\))?"
# What follows a label: on the same row, in the next cell or, after a colon, on the next line.
SAYS = r"[ ]{0,3}(?:[:=][ ]{0,3}[\n\t]?|\t|-[ ])[ ]{0,4}"
MAY_SAY = r"[ ]{0,3}(?:[:=.-][ ]{0,3}[\n\t]?|\t|\n)?[ ]{0,4}"
VALUE = r"[^\n\t|;,\u2022]{1,50}"
COUNT = r"(?:\d{1,2}|un|une|deux|trois|quatre|cinq|six|one|two|three|four|five|sans|no)"
CHILDREN = (
    COUNT + r"\s{1,2}(?:jeunes\s|grands\s|young\s)?(?:enfants?|children|child|kids|filles|garcons|sons|daughters)\b"
)
CHILDREN += r"(?:\s(?:a|en)\scharge|\sscolarises?)?(?:\s?\([^)\n]{1,40}\))?"
TAIL = (
    r"(?:\s{0,2}[,;/&+(-]?\s{0,2}(?:et\s|and\s|avec\s|with\s|pere\sde\s|mere\sde\s|father\sof\s|mother\sof\s)?"
    + CHILDREN
    + r"\)?)"
)
FEM = r"(?:e|\(e\)|[.\u00b7-]e)?"
PEOPLE = (
    r"(?:francais|britanni|british|french|american|americain|canadien|canadian|belge|belgian|suisse|swiss|allemand|german|italien|italian"
    r"|espagnol|spanish|portugais|portuguese|marocain|moroccan|algerien|algerian|tunisien|tunisian|senegalais|senegalese|ivoirien|camerounais"
    r"|cameroonian|malien|malian|congolais|turc|turque|turkish|chinois|chinese|japonais|japanese|indien|indian|vietnamien|vietnamese|libanais"
    r"|lebanese|irish|irlandais|polish|polonais|roumain|romanian|russe|russian|ukrainien|ukrainian|maghrebin|africain|african"
    r"|antillais|asiatique|asian|kabyle|armenien|kurde|nigerian|brazilian|bresilien|australian|dutch|haitien)"
)
