"""First names frequent in French and English speaking countries, folded: one sign of a name, never a condition."""

from vivier.resumes.lexicon import words

FIRST_NAMES = words(
    """
    adam adele adrien agathe agnes aicha aidan aisha alain alan albert alexandra alexandre alex alexis alice
    alicia aline alison amandine amelie amina amine amy anais andre andrea andrew angela anna anne annie anthony
    antoine antonio ariane arnaud arthur ashley audrey aurelie aurelien ava axel ayoub baptiste barbara basile
    bastien beatrice benjamin benoit bernard bertrand beth bilal bob boris brandon brian bruno camille carla
    carlos carole caroline catherine cathy cecile cedric celia celine chantal charles charlotte chloe chris
    christelle christian christine christophe christopher ciara claire clara claude claudia clement clementine
    coline conor corentin corinne cyril cyrille damien dan daniel daniela danielle david deborah delphine denis
    diana diane didier dimitri dominique donald dorian dylan edouard edward eileen elena eleonore eliane elisa
    elisabeth elise elizabeth ella elodie elsa emeline emilie emily emma emmanuel emmanuelle enzo eric erica
    estelle esther ethan etienne eva evan fabien fabienne fabrice fanny fatima fatou felix fiona flavien flora
    florence florent florian france frances francine francis francois francoise frank franck frederic gabriel
    gabrielle gael gaelle gaetan gary genevieve geoffrey george georges gerald gerard ghislaine gilbert gilles
    gina giulia grace graham gregoire gregory guillaume gustave guy hamza hannah harry hassan helen helene henri
    henry herve hugo hugues ibrahim ian ines ingrid irene isaac isabella isabelle ismael jack jacqueline jacques
    jade james jamie jane janet jason jean jeanne jeff jennifer jeremie jeremy jerome jessica jim joan joanna
    joe joel john johan jonathan jordan jose joseph josephine joshua juan judith jules julia julian julie julien
    juliette justin justine karim karen karine kate katherine kathleen katie kelly ken kenza kevin khadija kim
    kyle laetitia lara laura laure laurence laurent laurie lea leila lena leo leon leonie leslie liam lila
    lilian lina linda lisa lise loic lola lou louis louise luc luca lucas lucie lucien lucy ludovic luis luke
    lydia madeleine mael maeve malik malika manon manuel marc marcel marco margaret margaux margot maria mariam
    marianne marie marina marine marion marissa mark marta martha martin martine mary mathieu mathilde mathis
    matteo matthew matthias matthieu maud maureen maurice max maxime megan mehdi melanie melissa michael michel
    michele michelle mickael mike mila mireille mohamed mohammed monica monique morgan morgane mourad muriel
    myriam nadege nadia nadine nancy natacha natalie nathalie nathan neil nguyen niamh nicholas nick nicolas
    nicole nina nina noah noemie nora norbert oceane odile olivia olivier omar oscar owen pablo pascal pascale
    patricia patrice patrick paul paula pauline pedro peter philip philippe pierre priya quentin rachel rachid
    raphael raymond rebecca regis remi remy renaud rene richard rita robert robin rodolphe roger roland romain
    romane ronan rose roxane ryan sabine sabrina said sally salma salome sam samantha samia samir samuel sandra
    sandrine sara sarah sean sebastien selma serena serge severine shannon sharon simon simone sinead sofia
    solene sonia sophia sophie stefan stephane stephanie stephen steve steven stuart susan suzanne sven sylvain
    sylvie tatiana terry theo theodore therese thibault thibaut thierry thomas tim timothee timothy tiphaine tom
    tony tristan valentin valentine valerie vanessa vera veronique victor victoria vincent violette virginie
    vivian walid walter warren wendy will william xavier yann yannick yasmine yassine yoann yohan youssef yves
    yvette yvonne zoe zoey auguste gayle alya hugh rory eoin aoife oisin siobhan nadia tariq wei mei li ravi
    anil sanjay deepak pooja anita rahul arjun jan jens lars bjorn piotr katarzyna agnieszka tomasz marek ivan
    dmitri olga svetlana natasha mateusz giovanni francesco alessandro paolo luca marta ines joao miguel jorge
    javier diego carmen lucia elvira amadou mamadou ousmane moussa aminata mariama awa seydou kofi kwame jb
    jean-baptiste jean-pierre jean-luc jean-marc jean-paul jean-francois marie-claude marie-christine anne-marie
    anne-sophie marie-laure pierre-yves marc-antoine louis-philippe
    """
)
