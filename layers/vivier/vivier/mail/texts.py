"""The product's own mails to candidates, until a workspace writes its own."""

from vivier.kernel.actor import Language
from vivier.mail.model import ProductKey

TEXTS: tuple[tuple[ProductKey, Language, str, str], ...] = (
    (
        "acknowledgement",
        "fr",
        "Votre candidature chez {{ organisation.name }}",
        "{{ greeting }},\n\n"
        "Nous avons bien reçu votre candidature le {{ application.date }} et nous vous en remercions.\n\n"
        "Une personne de notre équipe va la lire. Nous vous répondrons, quelle que soit notre décision.\n\n"
        "Vous pouvez demander à voir, corriger ou effacer vos données en écrivant à "
        "{{ organisation.privacy_contact }}.\n\n"
        "L’équipe recrutement de {{ organisation.name }}",
    ),
    (
        "acknowledgement",
        "en",
        "Your application to {{ organisation.name }}",
        "{{ greeting }},\n\n"
        "We received your application on {{ application.date }}. Thank you.\n\n"
        "Someone in our team will read it. We will answer you, whatever we decide.\n\n"
        "You can ask to see, correct or erase your data by writing to {{ organisation.privacy_contact }}.\n\n"
        "The recruiting team at {{ organisation.name }}",
    ),
    (
        "notice",
        "fr",
        "{{ organisation.name }} a enregistré votre profil",
        "{{ greeting }},\n\n"
        "Votre parcours nous intéresse : {{ organisation.name }} a enregistré votre profil professionnel en vue "
        "d’un recrutement. Source : {{ origin.source }}.\n\n"
        "Ce que nous gardons : votre nom, vos coordonnées professionnelles, votre parcours et vos compétences. "
        "Base légale : notre intérêt légitime à recruter. Durée : deux ans au plus après notre dernier échange. "
        "Ces données restent dans notre équipe de recrutement.\n\n"
        "Vous pouvez à tout moment les voir, les corriger, les faire effacer ou vous opposer à leur usage, en "
        "écrivant à {{ organisation.privacy_contact }}. Vous pouvez aussi saisir la CNIL (cnil.fr).\n\n"
        "L’équipe recrutement de {{ organisation.name }}",
    ),
    (
        "notice",
        "en",
        "{{ organisation.name }} has recorded your profile",
        "{{ greeting }},\n\n"
        "We find your background interesting: {{ organisation.name }} has recorded your professional profile for "
        "recruiting. Source: {{ origin.source }}.\n\n"
        "What we keep: your name, professional contact details, experience and skills. Legal basis: our "
        "legitimate interest in recruiting. For how long: two years at most after we were last in touch. The data "
        "stays within our recruiting team.\n\n"
        "You can see, correct or erase this data, or object to its use, at any time by writing to "
        "{{ organisation.privacy_contact }}. You can also complain to your data protection authority.\n\n"
        "The recruiting team at {{ organisation.name }}",
    ),
    (
        "refusal",
        "fr",
        "Votre candidature au poste « {{ job.title }} »",
        "{{ greeting }},\n\n"
        "Merci d’avoir postulé au poste « {{ job.title }} ». Nous avons lu votre candidature avec attention et nous ne "
        "poursuivons pas avec vous pour ce poste.\n\n"
        "Si vous souhaitez en connaître la raison, répondez simplement à ce message.\n\n"
        "Vous pouvez demander à voir, corriger ou effacer vos données en écrivant à "
        "{{ organisation.privacy_contact }}.\n\n"
        "{{ recruiter.name }}\n{{ organisation.name }}",
    ),
    (
        "refusal",
        "en",
        "Your application for “{{ job.title }}”",
        "{{ greeting }},\n\n"
        "Thank you for applying for “{{ job.title }}”. We read your application with care and are not taking it "
        "further for this job.\n\n"
        "If you would like to know why, simply reply to this message.\n\n"
        "You can ask to see, correct or erase your data by writing to {{ organisation.privacy_contact }}.\n\n"
        "{{ recruiter.name }}\n{{ organisation.name }}",
    ),
    (
        "refusal_after_interview",
        "fr",
        "Suite de nos échanges pour le poste « {{ job.title }} »",
        "{{ greeting }},\n\n"
        "Merci du temps que vous nous avez accordé pour le poste « {{ job.title }} ». Après nos échanges, nous avons "
        "choisi de ne pas poursuivre avec vous pour ce poste.\n\n"
        "Nous vous devons une explication : répondez à ce message et nous en parlerons de vive voix.\n\n"
        "Vous pouvez demander à voir, corriger ou effacer vos données en écrivant à "
        "{{ organisation.privacy_contact }}.\n\n"
        "{{ recruiter.name }}\n{{ organisation.name }}",
    ),
    (
        "refusal_after_interview",
        "en",
        "After our conversation about “{{ job.title }}”",
        "{{ greeting }},\n\n"
        "Thank you for the time you gave us for “{{ job.title }}”. After our conversations we decided not to take "
        "your application further for this job.\n\n"
        "We owe you an explanation: reply to this message and we will talk it over.\n\n"
        "You can ask to see, correct or erase your data by writing to {{ organisation.privacy_contact }}.\n\n"
        "{{ recruiter.name }}\n{{ organisation.name }}",
    ),
    (
        "position_closed",
        "fr",
        "Le poste « {{ job.title }} » est clos",
        "{{ greeting }},\n\n"
        "Le recrutement pour le poste « {{ job.title }} » est terminé et nous ne poursuivons pas avec votre "
        "candidature. Merci de l’intérêt que vous nous avez porté.\n\n"
        "Vous pouvez demander à voir, corriger ou effacer vos données en écrivant à "
        "{{ organisation.privacy_contact }}.\n\n"
        "L’équipe recrutement de {{ organisation.name }}",
    ),
    (
        "position_closed",
        "en",
        "The job “{{ job.title }}” is closed",
        "{{ greeting }},\n\n"
        "Recruiting for “{{ job.title }}” has ended and we are not taking your application further. Thank you for your "
        "interest in us.\n\n"
        "You can ask to see, correct or erase your data by writing to {{ organisation.privacy_contact }}.\n\n"
        "The recruiting team at {{ organisation.name }}",
    ),
    (
        "next_step",
        "fr",
        "Votre candidature au poste « {{ job.title }} » avance",
        "{{ greeting }},\n\n"
        "Votre candidature au poste « {{ job.title }} » nous intéresse et nous souhaitons la poursuivre avec vous. "
        "Quelles sont vos disponibilités cette semaine et la suivante pour en parler ?\n\n"
        "{{ recruiter.name }}\n{{ organisation.name }}",
    ),
    (
        "next_step",
        "en",
        "Your application for “{{ job.title }}” moves on",
        "{{ greeting }},\n\n"
        "Your application for “{{ job.title }}” interests us and we would like to take it further with you. When could "
        "you talk this week or next?\n\n"
        "{{ recruiter.name }}\n{{ organisation.name }}",
    ),
    (
        "ask_missing",
        "fr",
        "{{ organisation.name }} : il nous manque quelques informations",
        "{{ greeting }},\n\n"
        "Pour avancer avec vous, il nous manque : {{ form.pieces }}.\n\n"
        "{% if form.message != blank %}{{ form.message }}\n\n{% endif %}"
        "Répondez ici, en deux minutes :\n{{ form.link }}\n\n"
        "Le lien est personnel ; il fonctionne jusqu’au {{ form.until }}. Rien n’est obligatoire, et vous pouvez aussi "
        "simplement répondre à ce message.\n\n"
        "Vous pouvez demander à voir, corriger ou effacer vos données en écrivant à "
        "{{ organisation.privacy_contact }}.\n\n"
        "{{ recruiter.name }}\n{{ organisation.name }}",
    ),
    (
        "ask_missing",
        "en",
        "{{ organisation.name }}: a few details are missing",
        "{{ greeting }},\n\n"
        "To go on with you, we are missing: {{ form.pieces }}.\n\n"
        "{% if form.message != blank %}{{ form.message }}\n\n{% endif %}"
        "Answer here, in two minutes:\n{{ form.link }}\n\n"
        "The link is yours alone; it works until {{ form.until }}. Nothing is compulsory, and you can also simply "
        "reply to this message.\n\n"
        "You can ask to see, correct or erase your data by writing to {{ organisation.privacy_contact }}.\n\n"
        "{{ recruiter.name }}\n{{ organisation.name }}",
    ),
    (
        "ask_reminder",
        "fr",
        "Rappel : {{ organisation.name }} attend quelques informations",
        "{{ greeting }},\n\n"
        "Nous vous avions demandé : {{ form.pieces }}. Le formulaire est toujours ouvert, jusqu’au "
        "{{ form.until }} :\n{{ form.link }}\n\n"
        "Nous ne vous relancerons plus à ce sujet. Vous pouvez aussi simplement répondre à ce message.\n\n"
        "Vous pouvez demander à voir, corriger ou effacer vos données en écrivant à "
        "{{ organisation.privacy_contact }}.\n\n"
        "{{ recruiter.name }}\n{{ organisation.name }}",
    ),
    (
        "ask_reminder",
        "en",
        "Reminder: {{ organisation.name }} is waiting for a few details",
        "{{ greeting }},\n\n"
        "We asked you for: {{ form.pieces }}. The form is still open, until {{ form.until }}:\n"
        "{{ form.link }}\n\n"
        "We will not remind you again. You can also simply reply to this message.\n\n"
        "You can ask to see, correct or erase your data by writing to {{ organisation.privacy_contact }}.\n\n"
        "{{ recruiter.name }}\n{{ organisation.name }}",
    ),
)
