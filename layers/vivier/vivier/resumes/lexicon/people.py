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
    yohann linh ophelie quitterie solene nadege gwenael erwan ronan tugdual maelle gwendoline enora annick armelle
    soizic marie-ange josiane ginette huguette odette colette mauricette bernadette solange raymonde marcelle
    lucienne germaine eugenie leontine albertine honorine apolline capucine clemence eugene felicie garance hortense
    ombeline rosalie sixtine tiphanie aliette blanche celestine edith edwige eloise esteban fernand firmin gaspard
    hippolyte isidore leandre marius melchior pacome sacha simeon theophile ulysse urbain zacharie anselme aymeric
    amaury enguerrand foucauld ghislain gonzague hadrien jordane killian kylian lenny nolan timeo yanis rayan ilyes
    naim sofiane bilel anis ismail idriss abdel abdou abdoulaye adama aissatou aminata awa bintou boubacar cheikh
    coumba djibril fanta fatoumata ibrahima kadiatou lamine mamadou maimouna mariama modou moussa ndeye oumar
    ousmane rokhaya salif seydou souleymane yacouba abdallah abdelkader ahmed aziz badr chaima driss faten fouad
    ghita hajar hakim hamid hana hicham houda imane jamal jamila kamel lamia latifa loubna mehdi meriem mustapha
    nabil naima najat noureddine rabia rania reda ridha saida salim sanaa sara slimane soraya souad sofia tahar wafa
    wassim yamina zahra zineb zohra agnieszka aleksandra anastasia andrei andrzej bogdan ewa grzegorz irina ivan
    ivana jan joanna katarzyna krzysztof ksenia ludmila magdalena malgorzata marcin marek milena monika natalia
    oksana olena olga pawel piotr svetlana tamara tomasz wojciech yulia zbigniew alberto alessandro ana beatriz
    chiara diego elisabetta fabio fernanda fernando francesca francisco giovanni giuseppe ignacio ines javier joana
    joao jorge jose juan lorenzo lucia luigi luis luisa manuela marcello maria mariana miguel nuno paolo pedro
    rafael ricardo rita roberto rosa rui sergio silvia stefano teresa tiago valeria vasco aarav aditya ajay akash
    amit amita anil anita anjali ankit arjun arun ashok deepa deepak farah fatemeh gaurav harpreet imran jaspreet
    kavita kiran krishna lakshmi manish manoj meera mohan nandini neha nikhil nisha pooja pradeep priyanka rahul raj
    rajesh rakesh rohan rohit sachin sandeep sanjay shreya sneha sunil sunita suresh swati tanvi usman vijay vikram
    zainab zara ayesha farzana chidi chinedu emeka funke ifeoma kwame kofi abena nkechi ngozi obinna oluwaseun sipho
    tendai thabo zanele bronwyn carys ceri dafydd dylan elin emyr ffion gareth geraint gethin huw ieuan iwan lowri
    megan nerys rhian rhys sian tomos alasdair angus callum catriona eilidh ewan fergus fraser hamish iona isla
    kirsty lachlan mairi morag rory aisling ailbhe aine caoimhe cian cillian clodagh conall cormac dara darragh
    declan deirdre diarmuid donal eamon eimear emer fergal fionnuala grainne mairead malachy muireann niall nuala
    orla padraig roisin ruairi saoirse seamus sorcha tadhg una alastair alfie archie arlo aubrey barnaby beatrix
    bethany bradley brenda caleb candice carl carly carol chad clint cody colin connor courtney craig damian darren
    daisy dean debbie denise dennis derek desmond donna doreen doris dorothy doug duncan dwayne edgar edna edwin
    elaine eleanor elijah ellie elliot ellis elsie ernest esme evelyn felicity finley flynn frankie fred freddie
    freya gavin geoffrey gemma gillian gladys gloria gordon greg gwen hailey harriet harrison hazel heidi hilary
    howard imogen jackie jake jared jasmine jayden jeffrey jemima jenna jenny jill jo joanne jocelyn jodie josh
    joshua joyce judy june kara kate katrina kay keira keith kelly-ann kenneth kerry kieran kristen kurt kylie
    lauren lawrence leah leigh leonard lesley lewis lindsay lloyd lorna lorraine louisa lynn mabel malcolm mandy
    marcus marjorie marlon marvin mary-ann maxine maya mia miles millie miranda mitchell molly muriel myles naomi
    natasha neal ned nelson nigel noel nora norman oliver paige pamela patsy penelope percy perry phil phoebe
    phyllis poppy ralph rebecca reggie reuben rhonda ricky riley roderick rodney ron ronald ross roy ruby rufus
    russell ruth sadie samson scarlett scott seth shane shaun sheila shelley sherry shirley sid sienna spencer
    stacey stanley stella stewart stuart tamsin tania ted terence tessa tiffany tina toby todd tracey tracy travis
    mason hunter carter cooper taylor parker sawyer bailey piper aaron abigail alexander amanda aurore betty beverly
    bilge billy bobby brigitte brittany bruce bryan carolyn cheryl christina chuck cynthia debra hanneke harold jacob
    janice jerry kathryn kayla kimberly konstantin larry lionel lori maeva magali marilyn randy theresa willie yael
    mason hunter carter cooper taylor parker sawyer bailey piper aaron abigail alexander amanda aurore betty beverly
    bilge billy bobby brigitte brittany bruce bryan carolyn cheryl christina chuck cynthia debra hanneke harold jacob
    janice jerry kathryn kayla kimberly konstantin larry lionel lori maeva magali marilyn randy theresa willie yael
    trevor trudy tyler vicky vince wayne whitney wilfred winston yolanda zachary zack akiko chen haruto hiro hiroshi
    jin jiho kenji ling minh minjun naoko satoshi sakura thao thi trang tuan xin yuki yuna yumi zhang
    """
)

# Surnames that were trades, and still are words for them: Betty Smith, Jean Marchand.
TRADE_SURNAMES = words(
    """
    archer baker barber brewer butcher butler carpenter carver chandler clark clarke clerk cook cooper dyer farmer
    fisher fletcher forester fowler gardener gardiner gardner glover hunter judge marshall mason mayer mayor miller
    painter palmer parker parson parsons piper porter potter reeve sadler saddler sawyer shepherd shepard sheppard
    singer skinner slater smith smyth spicer squire steward stewart tailor taylor thatcher turner tyler usher wagner
    walker ward weaver webster wheeler wright carter collier draper farrier fuller goldsmith harper joiner merchant
    miner monk nurse plummer ranger rider ryder roper stringer sumner waller warden page driver bishop dean major
    constable mercer proctor tanner wainwright woodman forrester granger hooper lorimer pitman sellers shearer
    barbier berger bergere boucher boulanger bouvier brasseur carrier cartier charpentier charron chevalier cordier
    cordonnier couturier cuisinier fabre faure ferrand forestier fournier gautier jardinier leclerc lefebvre lemaire
    macon maire marchand marechal masson mercier messager meunier pasteur pecheur pelletier peintre potier
    prevost sellier tailleur tavernier teinturier tisserand tonnelier tourneur vacher verrier vigneron charbonnier
    chapelier clerc drapier facteur fermier ferrier forgeron gantier intendant laboureur maitre marin menuisier mineur
    moine mounier parmentier patron prieur sergent texier tuilier valet voyer
    """
)
