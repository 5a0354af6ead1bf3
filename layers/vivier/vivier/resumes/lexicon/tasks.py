"""Words that what people did at work begins with, folded: French nouns of action, English and French verbs."""

from vivier.resumes.lexicon import words

TASK_NOUNS = words(
    """
    accompagnement accueil accueillir achat achats acquisition adaptation administration affectation aide alimentation
    amelioration amenagement analyse analyses animation application approvisionnement archivage argumentation
    assemblage assistance audit audits automatisation bilan calcul cablage chargement classement codage collaboration
    collecte commande commandes comptage conception conceptions conditionnement conduite conseil conseils constitution
    construction consultation contact contribution controle controles coordination correction couverture creation
    curation dechargement decoupe definition demarchage depannage deploiement depouillement determination
    developpement developpements diagnostic diffusion direction distribution dressage ecoute ecriture edition
    elaboration emballage encadrement encaissement enquete enregistrement entretien entretiens environnement
    etablissement etalonnage etude etudes evaluation examen execution exploitation expertise fabrication facturation
    fidelisation finition formation formations fourniture gestion identification implantation implementation impression
    information inspection installation instruction integration intervention interventions inventaire inventaires
    lancement lecture livraison maintenance maintien management manipulation manutention merchandising mesure mesures
    metres migration mise mises mobilisation modelisation montage negociation negociations nettoyage observation
    optimisation ordonnancement organisation ouverture paiement participation passage passation pilotage planification
    plantation plantations plonge pose preparation presentation prevention prise prises production programmation
    promotion proposition propositions prospection protection publication qualification raccordement realisation
    realisations reapprovisionnement reception recensement recherche recherches recrutement redaction reduction
    refonte reglage relances relation relations remise remplacement renovation renseignement reparation repartition
    reponse reponses reporting representation reprise resolution respect responsabilite retouche reunions revision
    saisie sauvegarde secretariat securisation selection sensibilisation service soins soudure soutien stockage
    structuration suivi suivis supervision support surveillance synthese taille tenue test tests tournage tournees
    traduction traitement transmission transmissions transport tri tutorat usinage utilisation validation veille vente
    ventes verification visite visites responsable-de missions mission taches activites objectifs resultats
    travaux refonte rattachement encadrer diagnostics devis elaborations chiffrage chantiers depots
    """
)

TASK_VERBS = words(
    """
    led built ran wrote drove grew won taught sold made took gave set cut kept kept held brought began spent oversaw
    undertook spoke met sent spearheaded shipped own owned run lead build manage managing maintain maintaining develop
    developing design designing deliver delivering ensure ensuring provide providing support supporting assist assisting
    work working coordinate coordinating create creating implement implementing conduct conducting collaborate
    collaborating responsible handle handling perform performing prepare preparing teach teaching train training
    plan planning write writing review reviewing analyse analyze analysing analyzing organise organize organising
    organizing act acting help helping monitor monitoring supervise supervising answer answering serve serving operate
    operating participate participating research researching test testing update updating use using improve improving
    increase reduce achieve key main including duties tasks responsibilities accountable in-charge taking making
    giving driving leading building running selling cooking cleaning caring overseeing reporting liaising
    gerer assurer accueillir accompagner animer encadrer conseiller vendre preparer realiser participer organiser
    developper concevoir suivre rediger piloter coordonner controler effectuer mettre prendre creer former negocier
    analyser elaborer manager maintenir installer contribuer definir superviser planifier aider entretenir repondre
    garantir veiller traiter etablir conduire recruter prospecter fideliser nettoyer servir cuisiner ecrire lire
    j'ai j'etais je nous charge-de chargee-de en-charge dans avec au pour
    """
)
