"""What people do in their free time: lists of these are no skills, whatever stands over them."""

from vivier.resumes.lexicon import words

PASTIMES = words(
    """
    hiking walking climbing bouldering running parkrun marathon marathons cycling biking swimming surfing sailing
    kayaking rowing skiing snowboarding football soccer rugby cricket tennis badminton squash basketball volleyball
    hockey golf yoga gym fitness karate judo boxing dancing knitting crochet sewing baking gardening allotment fishing
    birdwatching camping travel travelling traveling reading novels poetry cinema films movies theatre museums chess
    puzzles quiz quizzes choir singing guitar piano violin drums ukulele concerts gaming videogames boardgames dogs
    cats dog cat horses
    randonnee randonnees marche escalade course footing jogging velo cyclisme vtt natation surf voile kayak aviron ski
    foot basket volley handball petanque danse zumba tricot couture jardinage potager jardin peche chasse chine
    camping voyage voyages lecture romans polar polars theatre musees echecs scrabble chorale chant guitare violon
    plongee apiculture fanfare danse maquettes maquette oenologie cyclotourisme sourdough
    hurling roller disco bees pigeons
    batterie concert concerts mangas equitation cheval chien chiens chats brocante brocantes belote fado
    """
)
