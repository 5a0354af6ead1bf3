"""Words that what people did at work begins with, folded: French nouns of action, English and French verbs."""

from vivier.resumes.lexicon import words

TASK_NOUNS = words(
    """
    accompagnement accueil accueillir achat achats acquisition activites adaptation administration affectation aide
    alimentation amelioration amenagement analyse analyses animation application approvisionnement archivage
    argumentation assemblage assistance audit audits automatisation bilan cablage calcul chantiers chargement
    chiffrage classement codage collaboration collecte commande commandes comptage conception conceptions
    conditionnement conduite conseil conseils constitution construction consultation contact contribution controle
    controles coordination correction couverture creation curation dechargement decoupe definition demarchage
    depannage deploiement depots depouillement determination developpement developpements devis diagnostic
    diagnostics diffusion direction distribution dressage ecoute ecriture edition elaboration elaborations emballage
    encadrement encadrer encaissement enquete enregistrement entretien entretiens environnement etablissement
    etalonnage etude etudes evaluation examen execution expertise exploitation fabrication facturation fidelisation
    finition formation formations fourniture gestion identification implantation implementation impression
    information inspection installation instruction integration intervention interventions inventaire inventaires
    lancement lecture livraison maintenance maintien management manipulation manutention merchandising mesure
    mesures metres migration mise mises mission missions mobilisation modelisation montage negociation negociations
    nettoyage objectifs observation optimisation ordonnancement organisation ouverture paiement participation
    passage passation pilotage planification plantation plantations plonge pose preparation presentation prevention
    prise prises production programmation promotion proposition propositions prospection protection publication
    qualification raccordement rattachement realisation realisations reapprovisionnement recensement reception
    recherche recherches recrutement redaction reduction refonte reglage relances relation relations remise
    remplacement renovation renseignement reparation repartition reponse reponses reporting representation reprise
    resolution respect responsabilite responsable-de resultats retouche reunions revision saisie sauvegarde
    secretariat securisation selection sensibilisation service soins soudure soutien stockage structuration suivi
    suivis supervision support surveillance synthese taches taille tenue test tests tournage tournees traduction
    traitement transmission transmissions transport travaux tri tutorat usinage utilisation validation veille vente
    ventes verification visite visites
    """
)

TASK_VERBS = words(
    """
    accompagner accountable accueillir achieve act acting aider analyse analyser analysing analyze analyzing animer
    answer answering assist assisting assurer au avec began brought build building built caring charge-de chargee-de
    cleaning collaborate collaborating concevoir conduct conducting conduire conseiller contribuer controler cooking
    coordinate coordinating coordonner create creating creer cuisiner cut dans definir deliver delivering design
    designing develop developing developper driving drove duties ecrire effectuer elaborer en-charge encadrer ensure
    ensuring entretenir etablir fideliser former garantir gave gerer giving grew handle handling held help helping
    implement implementing improve improving in-charge including increase installer j'ai j'etais je kept key lead
    leading led liaising lire made main maintain maintaining maintenir making manage manager managing met mettre
    monitor monitoring negocier nettoyer nous operate operating organise organiser organising organize organizing
    oversaw overseeing own owned participate participating participer perform performing piloter plan planifier
    planning pour prendre prepare preparer preparing prospecter provide providing ran realiser recruter rediger
    reduce repondre reporting research researching responsibilities responsible review reviewing run running selling
    sent serve serving servir set shipped sold spearheaded spent spoke suivre supervise superviser supervising
    support supporting taking tasks taught teach teaching test testing took train training traiter undertook update
    updating use using veiller vendre won work working write writing wrote
    """
)
