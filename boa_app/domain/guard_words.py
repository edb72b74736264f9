"""Words the guard on free text knows: what is no name, what is one, and words on descent, religion or health.

Names that are streets, kings, months or ordinary words as well (Willem, Mark, Roos, Storm) are left out on purpose:
a guard that cries wolf is switched off in the head of the reader.
"""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    aaliyah abdel abdul abdullah achmed adil ahmed aicha aisha aleyna ali alina amal amber amin amina amir amira
    anass anouar anouk arda arjan ashley aya ayoub ayse aziz badr bart bas bilal bjorn bob bouchra bradley brahim
    brandon brian britt burak can casper chantal charlotte chayenne chelsea chris colin cynthia daan damian daniel
    danny danique dave davey demi denise dennis derya desi devin diego dion driss dylan elif eline elise emre enes
    enzo eren erik esmee esra eva faisal farid fatiha fatima fatma femke fenna feyza finn fleur floor floris gijs
    hakan hakim hamid hamza hanneke hasan hassan hatice hicham hugo ibrahim ilias ilse imane imran ingrid iris
    ismail jack jacqueline jamal jamie jasmijn jason jasper jayden jayson jeffrey jelle jennifer jeroen jerom jesper
    jesse jessica jimmy joey jochem joost jordy jorn joris joshua julian justin kaan karim karin kayleigh keano
    kelly kevin khadija khalid kim kimberly kyan lars latifa laura leila levi lieke linda lisa lisanne loes lotte
    lucas luuk lynn maartje mahmoud malik manon manouk marieke mariska marissa marloes mats mathijs matthijs maud
    mehmet melissa merel mert michelle mick mike milan milou mitchell mohamed mohammad mohammed mohamud mounir
    mourad murat mustafa nabil nadia naima najib naomi natasja nick niels nikki nina noah noor noura omar oussama
    patricia patrick pascal peter quinten rachid rachida ramazan ramon rayan rens richard rick rik robbert robin
    rowan roy ruben ryan saar sabine safae said salim sam samir samira samuel sander sanne sara selim semih sharon
    shaniqua sharona sjoerd sofie soufian soufiane stefan stephanie suus sven tamara tarik teun thijs thijmen tijn
    tim timo tobias tom tommy tugba tygo tyler umut vincent wendy wesley wessel wouter xander yasin yasmin yasmina
    yassin yassine youssef yunus yusuf zakaria zeynep zoe
    """.split()
)
# Too common in streets and sentences to stand for a person there; with a surname in a short label they do.
LABEL_FIRST_NAMES = frozenset(
    """
    ad alex andre annie anton arie arjen arnold bea ben bernard bert bram carla carlo cees
    cor corrie diana dick dirk edwin els ellen erwin esther evert frank frans fred frits ger gerard gerrit gert
    greet hans harm harry henk henri herman huub inge jaap jan janneke jeanette joke joop jos jurgen karel
    kees klaas koen leo leon lia maarten marcel marco marja mark martijn max michael michiel monique niek nico
    nicole onno paul piet pieter petra ria rob robert roel roelof ron ronald rudolf ruud saskia simon sjaak sonja
    thea theo thomas tineke ton toon victor wilma wim yvonne
    """.split()
)
NO_FIRST_NAME = frozenset(
    """
    aan achter afval al alle als auto bij binnen boa boven bromfiets buiten buurt camera daar daarna dan dat de deel
    deze die dit doen door dronken een eerst en enkele er fiets gaan geen gelet gezien ging groep groepen groepje
    halte heb heeft het hier hoek in ingang is jeugd jongen jongens jongeren kijk kinderen later langs links maar
    maken meer meisjes melding meldingen melder met na naar naast nabij niemand nog nu om omwonenden onder ook op
    opnieuw over overlast politie rechts richting rond rondom ronde route ruzie samen school scooter sinds spelen
    staan stond straks te tegen tegenover terug tijdens toen tot tussen twee drie vier vijf uit vanaf van vandaag
    vanuit veel verder via volgens voor voorbij vuurwerk waren was waar wacht weer weg wij winkel zaten zien zij
    zitten zijn
    """.split()
)
STREET_ENDINGS = (
    "laan", "straat", "plein", "weg", "kade", "plantsoen", "singel", "gracht", "dreef", "steeg", "pad",
    "park", "brug", "school", "college", "lyceum", "kerk", "viaduct", "tunnel", "haven", "tuin", "zaal",
    "hal", "markt", "poort", "kwartier", "wal",
)  # fmt: skip
LETTERED_THINGS = frozenset(
    "groep ingang uitgang vak blok hal plein deel zone sector buurt lijn perron poort flat gebouw klas route team "
    "optie punt plan kant vitamine toren trap etage afdeling categorie type klasse letter segment looplijst".split()
)
MONTHS = frozenset("jan feb mrt apr mei jun jul aug sep okt nov dec".split())
SPECIAL_WORDS = (
    # descent
    r"marokk[ao]\w*", r"turk(?!ije\b)\w*", r"surina+m(?!eplein|estraat|elaan)\w*", r"antill\w*", r"somali\w*",
    r"syri(?:er|ër|sch)\w*", r"eritre\w*", r"poolse?\b", r"(?-i:Pool|Polen)\b", r"(?-i:Roma)\b", r"zigeuner\w*",
    r"allochto\w*", r"bulgaar\w*", r"roemeen\w*", r"oekra[iï]en\w*", r"buitenlands(?:e)? uiterlijk",
    r"noord-afrika\w*", r"afrikaan(?!der)\w*", r"arabi(?:er|sch)\w*", r"koerd\w*", r"donkere huid\w*",
    r"huidskleur\w*", r"getinte?\b(?! ?(?:ruit|raam|ramen|glas|glazen|vizier))", r"negro[iï]de\w*", r"asielzoeker\w*",
    r"statushouder\w*", r"vluchteling\w*",
    # religion
    r"moslim\w*", r"islamit\w*", r"christen(?:en)?\b", r"jood(?:se?)?\b", r"joden\b", r"hindoe\w*", r"hoofddoek\w*",
    # health and orientation
    r"autis\w*", r"adhd", r"psychos\w*", r"psychotisch\w*", r"psychiatr\w*", r"psychische\w*", r"schizofre\w*",
    r"verslaafd\w*",
    r"verstandelijk\w*", r"su[iï]cid\w*", r"zelfmoord\w*", r"depressie(?:f|ve|s)?\b",
    r"homoseksue\w*", r"lesbisch\w*", r"transgender\w*",
)  # fmt: skip
