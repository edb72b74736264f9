<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Banner</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>DetailPage</name>
    <message>
        <source>Plaats van de melding</source>
        <translation>Place of the melding</translation>
    </message>
    <message>
        <source>Melding</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Herstellen</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Laten vervallen</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>met een reden</source>
        <translation>with a reason</translation>
    </message>
    <message>
        <source>Vervallen</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Deze melding is vervallen.</source>
        <translation>This melding is void.</translation>
    </message>
    <message>
        <source>Zij telt nergens meer mee.</source>
        <translation>It no longer counts anywhere.</translation>
    </message>
    <message>
        <source>In de tekst staat misschien een persoon.</source>
        <translation>The text may name a person.</translation>
    </message>
    <message>
        <source>Kies Wijzigen en beschrijf het gedrag, niet de persoon.</source>
        <translation>Choose Change and describe the behaviour, not the person.</translation>
    </message>
    <message>
        <source>Registratienummer</source>
        <translation>Registration number</translation>
    </message>
    <message>
        <source>Dubbel gemeld</source>
        <translation>Logged twice</translation>
    </message>
    <message>
        <source>Vergissing</source>
        <translation>Mistake</translation>
    </message>
    <message>
        <source>Verkeerde plek</source>
        <translation>Wrong place</translation>
    </message>
    <message>
        <source>Waarom vervalt deze melding?</source>
        <translation>Why is this melding void?</translation>
    </message>
    <message>
        <source>hersteld</source>
        <translation>restored</translation>
    </message>
    <message>
        <source>De melding telt weer mee.</source>
        <translation>The melding counts again.</translation>
    </message>
    <message>
        <source>De melding is vervallen.</source>
        <translation>The melding is void.</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Case file</translation>
    </message>
    <message>
        <source>Klacht of vraag</source>
        <translation>Complaint or question</translation>
    </message>
    <message>
        <source>Controle</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Deze melding is ouder dan een jaar. Waarom leest u haar?</source>
        <translation>This melding is older than a year. Why do you read it?</translation>
    </message>
    <message>
        <source>Lezen</source>
        <translation>Read</translation>
    </message>
</context>
<context>
    <name>DetailWords</name>
    <message>
        <source>{soort}, groep {grootte}</source>
        <translation>{soort}, group {grootte}</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>een JOP</source>
        <translation>a JOP</translation>
    </message>
    <message>
        <source>gekoppeld</source>
        <translation>linked</translation>
    </message>
    <message>
        <source>binnen {afstand}</source>
        <translation>within {afstand}</translation>
    </message>
    <message>
        <source>Vastgelegd</source>
        <translation>Logged</translation>
    </message>
    <message>
        <source>Plaats op de kaart verzet</source>
        <translation>Place on the map moved</translation>
    </message>
    <message>
        <source>{veld} aangepast</source>
        <translation>{veld} changed</translation>
    </message>
    <message>
        <source>{veld}: {nieuw}</source>
        <translation>{veld}: {nieuw}</translation>
    </message>
    <message>
        <source>{veld}: {oud} weggehaald</source>
        <translation>{veld}: {oud} removed</translation>
    </message>
    <message>
        <source>{veld}: van {oud} naar {nieuw}</source>
        <translation>{veld}: from {oud} to {nieuw}</translation>
    </message>
    <message>
        <source>u</source>
        <translation>you</translation>
    </message>
    <message>
        <source>een collega</source>
        <translation>a colleague</translation>
    </message>
</context>
<context>
    <name>EditorPanel</name>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>EntryScreen</name>
    <message>
        <source>Versleuteld op dit apparaat</source>
        <translation>Encrypted on this device</translation>
    </message>
</context>
<context>
    <name>ErnstBars</name>
    <message>
        <source>Ernst {niveau} van 4</source>
        <translation>Seriousness {niveau} of 4</translation>
    </message>
</context>
<context>
    <name>FieldsPanel</name>
    <message>
        <source>Wat is vastgelegd</source>
        <translation>What was logged</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Alles</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Alle soorten</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>Buurt</source>
        <translation>Buurt</translation>
    </message>
    <message>
        <source>Dagdeel</source>
        <translation>Part of day</translation>
    </message>
    <message>
        <source>Ernst</source>
        <translation>Seriousness</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Wissen</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Meer filters</source>
        <translation>More filters</translation>
    </message>
    <message>
        <source>Laatste 7 dagen</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>Laatste 4 weken</source>
        <translation>Last 4 weeks</translation>
    </message>
    <message>
        <source>Laatste 13 weken</source>
        <translation>Last 13 weeks</translation>
    </message>
    <message>
        <source>Laatste 26 weken</source>
        <translation>Last 26 weeks</translation>
    </message>
    <message>
        <source>Laatste 52 weken</source>
        <translation>Last 52 weeks</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Ochtend</source>
        <translation>Morning</translation>
    </message>
    <message>
        <source>Middag</source>
        <translation>Afternoon</translation>
    </message>
    <message>
        <source>Avond</source>
        <translation>Evening</translation>
    </message>
    <message>
        <source>Laat</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Nacht</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>Alle {aantal}</source>
        <translation>All {aantal}</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>{naam}: filter wissen</source>
        <translation>{naam}: clear filter</translation>
    </message>
    <message>
        <source>{aantal} gekozen</source>
        <translation>{aantal} chosen</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>FormRows</name>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Waar</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Aanleiding</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>Regime</translation>
    </message>
    <message>
        <source>Mag ook</source>
        <translation>Optional</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Waar was het?</source>
        <translation>Where was it?</translation>
    </message>
    <message>
        <source>Kies eerst de plek.</source>
        <translation>Choose the place first.</translation>
    </message>
    <message>
        <source>Terug naar het formulier</source>
        <translation>Back to the form</translation>
    </message>
    <message>
        <source>Reden van de wijziging</source>
        <translation>Reason of the change</translation>
    </message>
    <message>
        <source>Kies eerst wat er was.</source>
        <translation>Choose first what there was.</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Ernst</source>
        <translation>Seriousness</translation>
    </message>
    <message>
        <source>Groep</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Maatregel</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Resultaat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Plek en tijd</source>
        <translation>Place, time</translation>
    </message>
    <message>
        <source>Tik op de kaart of typ een straat.</source>
        <translation>Touch the map or type a street.</translation>
    </message>
    <message>
        <source>Typ een plek of coördinaten.</source>
        <translation>Type a place or coordinates.</translation>
    </message>
</context>
<context>
    <name>GalleryColumn</name>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Nacht</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>Tegel: rust, aanwijzen, druk, gekozen, volgorde, focus, gekozen met focus, uit</source>
        <translation>Tile: rest, hover, pressed, chosen, order, focus, chosen with focus, off</translation>
    </message>
    <message>
        <source>Ernst</source>
        <translation>Seriousness</translation>
    </message>
    <message>
        <source>Maatregel</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>meer mogelijk, in volgorde</source>
        <translation>several, in order</translation>
    </message>
    <message>
        <source>naar JOP Zeemanlaan, 900 m lopen</source>
        <translation>to JOP Zeemanlaan, a walk of 900 m</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Groepen</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Knop uit</source>
        <translation>Button off</translation>
    </message>
    <message>
        <source>Hoofdknop</source>
        <translation>Main button</translation>
    </message>
    <message>
        <source>Knop</source>
        <translation>Button</translation>
    </message>
    <message>
        <source>Tekstknop</source>
        <translation>Text button</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Hulp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Kloosterpad</source>
        <translation>Kloosterpad</translation>
    </message>
    <message>
        <source>Straat</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Laatste 26 weken</source>
        <translation>Last 26 weeks</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Axis</translation>
    </message>
    <message>
        <source>Tijd</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>Metres</translation>
    </message>
    <message>
        <source>opgelost</source>
        <translation>solved</translation>
    </message>
    <message>
        <source>1 dag te laat</source>
        <translation>1 day late</translation>
    </message>
    <message>
        <source>geweigerd</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>toeval</source>
        <translation>chance</translation>
    </message>
    <message>
        <source>Open voor u</source>
        <translation>Open for you</translation>
    </message>
    <message>
        <source>Gekozen rij</source>
        <translation>Chosen row</translation>
    </message>
    <message>
        <source>Rij in rust</source>
        <translation>Row at rest</translation>
    </message>
    <message>
        <source>Rij met focus</source>
        <translation>Row with focus</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Melding opgeslagen.</source>
        <translation>Melding saved.</translation>
    </message>
    <message>
        <source>2020 was een coronajaar.</source>
        <translation>2020 was a year of corona.</translation>
    </message>
    <message>
        <source>Sluispad ligt niet in het plan.</source>
        <translation>Sluispad is not in the plan.</translation>
    </message>
    <message>
        <source>De schijf is vol.</source>
        <translation>The disk is full.</translation>
    </message>
    <message>
        <source>Uw melding blijft open. Maak ruimte vrij en kies Opslaan.</source>
        <translation>Your melding stays open. Free some space and choose Save.</translation>
    </message>
    <message>
        <source>Nog geen rondes</source>
        <translation>No rondes yet</translation>
    </message>
    <message>
        <source>Start een ronde, dan ziet u hier waar u bent geweest.</source>
        <translation>Start a ronde, then you see here where you have been.</translation>
    </message>
    <message>
        <source>Ronde starten</source>
        <translation>Start ronde</translation>
    </message>
    <message>
        <source>Centrale niet bereikbaar</source>
        <translation>Centre out of reach</translation>
    </message>
    <message>
        <source>Uw werk staat veilig op dit apparaat. We proberen het over 2 minuten weer.</source>
        <translation>Your work is safe on this device. We try again in 2 minutes.</translation>
    </message>
    <message>
        <source>Nu proberen</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Voortgang</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Kaartpakket maken</source>
        <translation>Make kaartpakket</translation>
    </message>
    <message>
        <source>Straten, 1.240 van 3.178</source>
        <translation>Streets, 1,240 of 3,178</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Warmte: meldingen per ha per jaar (grenzen eronder, nooit tekst in de kleur)</source>
        <translation>Heat: meldingen per ha per year (limits below, never text in the colour)</translation>
    </message>
    <message>
        <source>8 of meer</source>
        <translation>8 or more</translation>
    </message>
    <message>
        <source>Aantallen in de weekkalender</source>
        <translation>Counts in the week calendar</translation>
    </message>
    <message>
        <source>Verandering: rustiger, te weinig, drukker</source>
        <translation>Change: quieter, too few, busier</translation>
    </message>
    <message>
        <source>te weinig</source>
        <translation>too few</translation>
    </message>
    <message>
        <source>Groepen: kleur, letter en lijnpatroon</source>
        <translation>Groups: colour, letter and line pattern</translation>
    </message>
</context>
<context>
    <name>GroupColumn</name>
    <message>
        <source>de eerste is de hoofdsoort, een tweede mag</source>
        <translation>the first is the main kind, a second is allowed</translation>
    </message>
    <message>
        <source>meer mogelijk, in volgorde</source>
        <translation>several, in order</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Ernst</source>
        <translation>Seriousness</translation>
    </message>
    <message>
        <source>Groepsgrootte</source>
        <translation>Group size</translation>
    </message>
    <message>
        <source>Maatregel</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Resultaat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Registratienummer</source>
        <translation>Registration number</translation>
    </message>
    <message>
        <source>Persoonsgegevens horen in het boa-registratiesysteem.</source>
        <translation>Personal data belong in the boa registration system.</translation>
    </message>
    <message>
        <source>Leg hier alleen code, aantal, artikel en registratienummer vast.</source>
        <translation>Log only code, number, article and registration number here.</translation>
    </message>
</context>
<context>
    <name>GuardedText</name>
    <message>
        <source>Dit lijkt op {wat}.</source>
        <translation>This looks like {wat}.</translation>
    </message>
    <message>
        <source>Herschrijf het. Slaat u toch op, dan zien alleen u en de teamleider deze tekst.</source>
        <translation>Rewrite it. If you save anyway, only you and the team lead see this text.</translation>
    </message>
    <message>
        <source>een burgerservicenummer</source>
        <translation>a citizen service number</translation>
    </message>
    <message>
        <source>een kenteken</source>
        <translation>a number plate</translation>
    </message>
    <message>
        <source>een telefoonnummer</source>
        <translation>a phone number</translation>
    </message>
    <message>
        <source>een e-mailadres</source>
        <translation>an e-mail address</translation>
    </message>
    <message>
        <source>een geboortedatum</source>
        <translation>a date of birth</translation>
    </message>
    <message>
        <source>een naam</source>
        <translation>a name</translation>
    </message>
    <message>
        <source>iets over afkomst, geloof of gezondheid</source>
        <translation>something on descent, religion or health</translation>
    </message>
    <message>
        <source>{eerste} en {laatste}</source>
        <translation>{eerste} and {laatste}</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Onderwerpen</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Handleiding</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Hulp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Geschiedenis</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>KaartPage</name>
    <message>
        <source>Kaart en lijst</source>
        <translation>Map and list</translation>
    </message>
    <message>
        <source>{rol}, alle werkgebieden</source>
        <translation>{rol}, all work areas</translation>
    </message>
    <message>
        <source>{rol}, uw werkgebied</source>
        <translation>{rol}, your work area</translation>
    </message>
    <message>
        <source>Nieuwe melding</source>
        <translation>New melding</translation>
    </message>
    <message>
        <source>Melding</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Lijst</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Kaart</source>
        <translation>Map</translation>
    </message>
</context>
<context>
    <name>KaartRows</name>
    <message>
        <source>{dag} om {tijd}</source>
        <translation>{dag} at {tijd}</translation>
    </message>
    <message>
        <source>{dag} en de nacht erna</source>
        <translation>{dag} and the night after</translation>
    </message>
    <message>
        <source>Vandaag, {dag}</source>
        <translation>Today, {dag}</translation>
    </message>
    <message>
        <source>Gisteren, {dag}</source>
        <translation>Yesterday, {dag}</translation>
    </message>
    <message>
        <source>Wordt gelezen …</source>
        <translation>Reading …</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>Meldingen</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Meldingen worden gelezen</source>
        <translation>Meldingen are being read</translation>
    </message>
    <message>
        <source>melding</source>
        <translation>melding</translation>
    </message>
    <message>
        <source>meldingen</source>
        <translation>meldingen</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>incidenten</source>
        <translation>incidents</translation>
    </message>
    <message>
        <source>Geen meldingen bij deze keuze</source>
        <translation>No meldingen for this choice</translation>
    </message>
    <message>
        <source>Kies een langere periode of meer soorten, of wis de filters.</source>
        <translation>Choose a longer period or more kinds, or clear the filters.</translation>
    </message>
    <message>
        <source>Filters wissen</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Nog geen meldingen</source>
        <translation>No meldingen yet</translation>
    </message>
    <message>
        <source>Hier staan straks alle meldingen, de nieuwste bovenaan.</source>
        <translation>All meldingen will be here, the newest on top.</translation>
    </message>
    <message>
        <source>Melding maken</source>
        <translation>Make a melding</translation>
    </message>
</context>
<context>
    <name>MakeCard</name>
    <message>
        <source>Opslag maken</source>
        <translation>Make a store</translation>
    </message>
    <message>
        <source>Alleen wie het wachtwoord kent, kan de gegevens lezen.</source>
        <translation>Only who knows the password can read the data.</translation>
    </message>
    <message>
        <source>Wachtwoord</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Wachtwoord herhalen</source>
        <translation>Repeat password</translation>
    </message>
    <message>
        <source>Gemeente</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Gemeentecode van het CBS</source>
        <translation>Municipality code of CBS</translation>
    </message>
    <message>
        <source>Minstens {aantal} tekens. Vier losse woorden onthoudt u makkelijk.</source>
        <translation>At least {aantal} characters. Four separate words are easy to remember.</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Maken</source>
        <translation>Make</translation>
    </message>
    <message>
        <source>Bezig met maken</source>
        <translation>Being made</translation>
    </message>
    <message>
        <source>Vul de gemeente in</source>
        <translation>Fill in the municipality</translation>
    </message>
    <message>
        <source>Gemeentecode: GM en vier cijfers</source>
        <translation>Municipality code: GM and four digits</translation>
    </message>
    <message>
        <source>Wachtwoord: nog minstens {aantal} erbij</source>
        <translation>Password: at least {aantal} more</translation>
    </message>
    <message>
        <source>De wachtwoorden zijn niet gelijk</source>
        <translation>The passwords differ</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Kaart</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Geen kaartpakket geladen. Punten blijven zichtbaar.</source>
        <translation>No kaartpakket loaded. Points stay visible.</translation>
    </message>
    <message>
        <source>Punten</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Buurten</source>
        <translation>Buurten</translation>
    </message>
    <message>
        <source>JOP&apos;s</source>
        <translation>JOPs</translation>
    </message>
    <message>
        <source>Schouwroutes</source>
        <translation>Schouw routes</translation>
    </message>
    <message>
        <source>nl</source>
        <translation>en</translation>
    </message>
    <message>
        <source>Kaart. Verschuif met de pijltjestoetsen, zoom met plus en min.</source>
        <translation>Map. Move with the arrow keys, zoom with plus and minus.</translation>
    </message>
    <message>
        <source>Plaats van de melding</source>
        <translation>Place of the melding</translation>
    </message>
    <message>
        <source>Inzoomen</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Uitzoomen</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Mijn plaats</source>
        <translation>My place</translation>
    </message>
    <message>
        <source>Hele kaart</source>
        <translation>Whole map</translation>
    </message>
    <message>
        <source>Schouwroutes per groep</source>
        <translation>Schouw routes per group</translation>
    </message>
    <message>
        <source>Niemand aangetroffen</source>
        <translation>Nobody found</translation>
    </message>
    <message>
        <source>De kaart kan niet worden getoond.</source>
        <translation>The map cannot be shown.</translation>
    </message>
    <message>
        <source>Uw gegevens zijn veilig. De rest van het programma werkt gewoon door.</source>
        <translation>Your data are safe. The rest of the program goes on working.</translation>
    </message>
    <message>
        <source>Kaart opnieuw laden</source>
        <translation>Load the map again</translation>
    </message>
</context>
<context>
    <name>MeldenPage</name>
    <message>
        <source>Melding wijzigen</source>
        <translation>Change melding</translation>
    </message>
    <message>
        <source>Nieuwe melding</source>
        <translation>New melding</translation>
    </message>
    <message>
        <source>Wijziging opslaan</source>
        <translation>Save change</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Niemand aangetroffen</source>
        <translation>Nobody found</translation>
    </message>
    <message>
        <source>slaat meteen op, met Ongedaan maken</source>
        <translation>saves at once, with Undo</translation>
    </message>
    <message>
        <source>Herhaal vorige</source>
        <translation>Repeat previous</translation>
    </message>
    <message>
        <source>Vorige</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>nog geen melding</source>
        <translation>no melding yet</translation>
    </message>
    <message>
        <source>Formulier tonen</source>
        <translation>Show form</translation>
    </message>
    <message>
        <source>Kaart tonen</source>
        <translation>Show map</translation>
    </message>
    <message>
        <source>Wijziging opgeslagen op dit apparaat.</source>
        <translation>Change saved on this device.</translation>
    </message>
    <message>
        <source>Melding opgeslagen op dit apparaat.</source>
        <translation>Melding saved on this device.</translation>
    </message>
    <message>
        <source>Niemand aangetroffen: opgeslagen op dit apparaat.</source>
        <translation>Nobody found: saved on this device.</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>−5 min</source>
        <translation>−5 min</translation>
    </message>
    <message>
        <source>+5 min</source>
        <translation>+5 min</translation>
    </message>
    <message>
        <source>{naam}: tijd</source>
        <translation>{naam}: time</translation>
    </message>
    <message>
        <source>{naam}: datum</source>
        <translation>{naam}: date</translation>
    </message>
    <message>
        <source>{naam}: dag eerder</source>
        <translation>{naam}: a day earlier</translation>
    </message>
    <message>
        <source>{naam}: dag later</source>
        <translation>{naam}: a day later</translation>
    </message>
</context>
<context>
    <name>MoreEditor</name>
    <message>
        <source>Mag ook</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Leeftijd</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>geschat</source>
        <translation>estimated</translation>
    </message>
    <message>
        <source>Soort plek</source>
        <translation>Kind of place</translation>
    </message>
    <message>
        <source>Herkomst</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Naar JOP</source>
        <translation>To JOP</translation>
    </message>
    <message>
        <source>Met collega</source>
        <translation>With a colleague</translation>
    </message>
    <message>
        <source>Tegen medewerker</source>
        <translation>Against staff</translation>
    </message>
    <message>
        <source>Erbij</source>
        <translation>Also</translation>
    </message>
    <message>
        <source>Groepscode</source>
        <translation>Group code</translation>
    </message>
    <message>
        <source>Feiten</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>wat u zag en hoorde</source>
        <translation>what you saw and heard</translation>
    </message>
    <message>
        <source>Duiding</source>
        <translation>Judgement</translation>
    </message>
    <message>
        <source>uw oordeel, apart van de feiten</source>
        <translation>your judgement, apart from the facts</translation>
    </message>
    <message>
        <source>geen</source>
        <translation>none</translation>
    </message>
    <message>
        <source>niet ingevuld</source>
        <translation>not filled in</translation>
    </message>
</context>
<context>
    <name>NowPanel</name>
    <message>
        <source>Deze ronde</source>
        <translation>This ronde</translation>
    </message>
    <message>
        <source>Ronde starten</source>
        <translation>Start ronde</translation>
    </message>
    <message>
        <source>Geen ronde</source>
        <translation>No ronde</translation>
    </message>
    <message>
        <source>Start een ronde. Daarna tikt u per plek aan wat u aantrof.</source>
        <translation>Start a ronde. Then touch per place what you found.</translation>
    </message>
    <message>
        <source>sinds {tijd}</source>
        <translation>since {tijd}</translation>
    </message>
    <message>
        <source>{aantal} van {totaal}</source>
        <translation>{aantal} of {totaal}</translation>
    </message>
    <message>
        <source>plekken bezocht. Een melding die u nu maakt, hoort bij deze ronde.</source>
        <translation>places visited. A melding you make now belongs to this ronde.</translation>
    </message>
</context>
<context>
    <name>OpenPanel</name>
    <message>
        <source>Open voor u</source>
        <translation>Open for you</translation>
    </message>
    <message>
        <source>Niets open</source>
        <translation>Nothing open</translation>
    </message>
    <message>
        <source>Uw concepten komen hier te staan.</source>
        <translation>Your drafts will be here.</translation>
    </message>
</context>
<context>
    <name>OpenTurn</name>
    <message>
        <source>Ronde starten</source>
        <translation>Start ronde</translation>
    </message>
</context>
<context>
    <name>PastPanel</name>
    <message>
        <source>Eerdere rondes</source>
        <translation>Earlier rondes</translation>
    </message>
    <message>
        <source>Nog geen rondes</source>
        <translation>No rondes yet</translation>
    </message>
    <message>
        <source>Hier staat straks wat elke ronde opleverde.</source>
        <translation>What each ronde found will be here.</translation>
    </message>
    <message>
        <source>{dag}, {van}–{tot}</source>
        <translation>{dag}, {van}–{tot}</translation>
    </message>
    <message>
        <source>geen plekken bezocht</source>
        <translation>no places visited</translation>
    </message>
</context>
<context>
    <name>PlaceMap</name>
    <message>
        <source>Geen kaartpakket. Tik op een plek, of typ een plek of coördinaten bij Waar.</source>
        <translation>No kaartpakket. Tap a place, or type a place or coordinates at Where.</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Plekken</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>{aantal} van {totaal} bezocht</source>
        <translation>{aantal} of {totaal} visited</translation>
    </message>
    <message>
        <source>Nog geen plekken</source>
        <translation>No places yet</translation>
    </message>
    <message>
        <source>Vaste plekken komen met de gegevens van uw gemeente. U kunt wel een ronde lopen.</source>
        <translation>Fixed places come with the data of your municipality. You can still walk a ronde.</translation>
    </message>
    <message>
        <source>nog niet bezocht</source>
        <translation>not visited yet</translation>
    </message>
    <message>
        <source>laatst {wanneer}: {bevinding}</source>
        <translation>last {wanneer}: {bevinding}</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Nacht</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>Hulp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message>
        <source>huidig scherm</source>
        <translation>current screen</translation>
    </message>
</context>
<context>
    <name>ReasonEditor</name>
    <message>
        <source>Aanleiding</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>Waarom keek u hier?</source>
        <translation>Why did you look here?</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Kies eerst een reden of typ er een.</source>
        <translation>First choose a reason or type one.</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Andere reden</source>
        <translation>Other reason</translation>
    </message>
</context>
<context>
    <name>RecentPanel</name>
    <message>
        <source>Laatst gemeld</source>
        <translation>Logged last</translation>
    </message>
    <message>
        <source>Nog geen meldingen</source>
        <translation>No meldingen yet</translation>
    </message>
    <message>
        <source>Kies een soort hierboven, of Nieuwe melding.</source>
        <translation>Choose a kind above, or New melding.</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>Uw herstelcode</source>
        <translation>Your recovery code</translation>
    </message>
    <message>
        <source>Schrijf deze code op en bewaar hem op een veilige plek, niet bij dit apparaat.</source>
        <translation>Write this code down and keep it in a safe place, not with this device.</translation>
    </message>
    <message>
        <source>Herstelcode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Wachtwoord vergeten? Met deze code opent u de opslag toch. De code komt niet meer terug in beeld.</source>
        <translation>Forgot the password? This code still opens the store. The code is not shown again.</translation>
    </message>
    <message>
        <source>Afdrukken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Ik heb de code bewaard</source>
        <translation>I have kept the code</translation>
    </message>
    <message>
        <source>Bewaar eerst de code</source>
        <translation>Keep the code first</translation>
    </message>
    <message>
        <source>Beginnen</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>RegimeEditor</name>
    <message>
        <source>Regime</source>
        <translation>Regime</translation>
    </message>
    <message>
        <source>Toezicht</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>Opsporing</source>
        <translation>Investigation</translation>
    </message>
    <message>
        <source>Persoonsgegevens horen in het boa-registratiesysteem.</source>
        <translation>Personal data belong in the boa registration system.</translation>
    </message>
    <message>
        <source>Leg hier alleen code, aantal, artikel en registratienummer vast.</source>
        <translation>Log only code, number, article and registration number here.</translation>
    </message>
    <message>
        <source>Toezicht: er is geen verdenking. Kies Opsporing zodra u iemand als verdachte aanspreekt.</source>
        <translation>Supervision: there is no suspicion. Choose Investigation as soon as you address somebody as a suspect.</translation>
    </message>
    <message>
        <source>Maatregel</source>
        <translation>Measure</translation>
    </message>
</context>
<context>
    <name>RegistrationBlock</name>
    <message>
        <source>{maatregel}: registratienummer</source>
        <translation>{maatregel}: registration number</translation>
    </message>
    <message>
        <source>registratienummer</source>
        <translation>registration number</translation>
    </message>
    <message>
        <source>Gebruik 2 tot 40 letters, cijfers of . / _ -</source>
        <translation>Use 2 to 40 letters, digits or . / _ -</translation>
    </message>
    <message>
        <source>Artikel</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>niet ingevuld</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>Aantal personen</source>
        <translation>Number of persons</translation>
    </message>
    <message>
        <source>Personen</source>
        <translation>Persons</translation>
    </message>
</context>
<context>
    <name>RondesPage</name>
    <message>
        <source>Rondes</source>
        <translation>Rondes</translation>
    </message>
    <message>
        <source>Ronde starten</source>
        <translation>Start ronde</translation>
    </message>
    <message>
        <source>Starten</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>loopt sinds {tijd}</source>
        <translation>going on since {tijd}</translation>
    </message>
    <message>
        <source>Ronde stoppen</source>
        <translation>Stop ronde</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Nieuwe melding</source>
        <translation>New melding</translation>
    </message>
    <message>
        <source>Melding</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>De ronde is gestopt.</source>
        <translation>The ronde has stopped.</translation>
    </message>
    <message>
        <source>Bezoek opgeslagen op dit apparaat.</source>
        <translation>Visit saved on this device.</translation>
    </message>
    <message>
        <source>Bezoek weggehaald.</source>
        <translation>Visit removed.</translation>
    </message>
</context>
<context>
    <name>RowMaker</name>
    <message>
        <source>Niemand aangetroffen</source>
        <translation>Nobody found</translation>
    </message>
    <message>
        <source>{soort}, groep {grootte}</source>
        <translation>{soort}, group {grootte}</translation>
    </message>
    <message>
        <source>vervallen</source>
        <translation>void</translation>
    </message>
    <message>
        <source>{wanneer}, er staat misschien een naam in</source>
        <translation>{wanneer}, it may hold a name</translation>
    </message>
    <message>
        <source>Tekst nakijken: {soort}</source>
        <translation>Check text: {soort}</translation>
    </message>
    <message>
        <source>nog geen soort</source>
        <translation>no kind yet</translation>
    </message>
    <message>
        <source>Concept van {wanneer}: {soort}</source>
        <translation>Draft of {wanneer}: {soort}</translation>
    </message>
    <message>
        <source>nog geen resultaat gekozen</source>
        <translation>no result chosen yet</translation>
    </message>
    <message>
        <source>nog niet bezocht</source>
        <translation>not visited yet</translation>
    </message>
    <message>
        <source>nieuw</source>
        <translation>new</translation>
    </message>
    <message>
        <source>laatst {wanneer}</source>
        <translation>last {wanneer}</translation>
    </message>
    <message>
        <source>vandaag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>1 dag te laat</source>
        <translation>1 day late</translation>
    </message>
    <message>
        <source>{dagen} dagen te laat</source>
        <translation>{dagen} days late</translation>
    </message>
</context>
<context>
    <name>SameGroupPanel</name>
    <message>
        <source>Zelfde groep?</source>
        <translation>Same group?</translation>
    </message>
    <message>
        <source>Ja, zelfde groep</source>
        <translation>Yes, same group</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>After all not</translation>
    </message>
    <message>
        <source>Zelfde groep, één incident.</source>
        <translation>Same group, one incident.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Wachtwoord tonen</source>
        <translation>Show password</translation>
    </message>
    <message>
        <source>Wachtwoord verbergen</source>
        <translation>Hide password</translation>
    </message>
</context>
<context>
    <name>SentenceList</name>
    <message>
        <source>Snelle zinnen, één per regel</source>
        <translation>Quick sentences, one per line</translation>
    </message>
    <message>
        <source>Snelle zinnen aanpassen</source>
        <translation>Change quick sentences</translation>
    </message>
    <message>
        <source>Zinnen bewaren</source>
        <translation>Keep sentences</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Kaart</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Rondes</source>
        <translation>Rondes</translation>
    </message>
    <message>
        <source>Nieuwe melding</source>
        <translation>New melding</translation>
    </message>
    <message>
        <source>Melding</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Hulp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>zonder centrale</source>
        <translation>without a centre</translation>
    </message>
    <message>
        <source>Bezig met</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>opslaan</source>
        <translation>saving</translation>
    </message>
    <message>
        <source>bewaard</source>
        <translation>stored</translation>
    </message>
    <message>
        <source>niet bewaard</source>
        <translation>not kept</translation>
    </message>
    <message>
        <source>nog niet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Concept bewaard</source>
        <translation>Draft kept</translation>
    </message>
    <message>
        <source>Opgeslagen</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>u bent {rol}</source>
        <translation>you are {rol}</translation>
    </message>
    <message>
        <source>op dit apparaat</source>
        <translation>on this device</translation>
    </message>
    <message>
        <source>Zonder centrale</source>
        <translation>Without a centre</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>nog niet bewaard</source>
        <translation>not kept yet</translation>
    </message>
    <message>
        <source>Ongedaan gemaakt.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>{naam}: een minder</source>
        <translation>{naam}: one less</translation>
    </message>
    <message>
        <source>{naam}: een meer</source>
        <translation>{naam}: one more</translation>
    </message>
</context>
<context>
    <name>TileGroup</name>
    <message>
        <source>Minder</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>Alle {aantal}</source>
        <translation>All {aantal}</translation>
    </message>
    <message>
        <source>Minder keuzes tonen</source>
        <translation>Show fewer choices</translation>
    </message>
    <message>
        <source>Alle keuzes tonen</source>
        <translation>Show all choices</translation>
    </message>
</context>
<context>
    <name>TonightPanel</name>
    <message>
        <source>Wat geldt vanavond</source>
        <translation>What applies tonight</translation>
    </message>
    <message>
        <source>Donker</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>tijden niet bekend</source>
        <translation>times not known</translation>
    </message>
    <message>
        <source>Donker van {van} tot {tot}</source>
        <translation>Dark from {van} to {tot}</translation>
    </message>
    <message>
        <source>van zonsondergang tot zonsopkomst</source>
        <translation>from sunset to sunrise</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Hulp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Hulp (F1)</source>
        <translation>Help (F1)</translation>
    </message>
    <message>
        <source>Voorbeeld</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>Voorbeeldgegevens</source>
        <translation>Example data</translation>
    </message>
</context>
<context>
    <name>TurnPanel</name>
    <message>
        <source>Aan de beurt</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Alle plekken</source>
        <translation>All places</translation>
    </message>
    <message>
        <source>{aantal} van {totaal} plekken</source>
        <translation>{aantal} of {totaal} places</translation>
    </message>
    <message>
        <source>Alles is bezocht</source>
        <translation>All is visited</translation>
    </message>
    <message>
        <source>Alle plekken zijn deze dagen bezocht. Kies er gerust een extra.</source>
        <translation>All places were visited these days. You may choose an extra one.</translation>
    </message>
    <message>
        <source>Nog geen plekken</source>
        <translation>No places yet</translation>
    </message>
    <message>
        <source>Vaste plekken komen met de gegevens van uw gemeente. Een melding maken kan altijd.</source>
        <translation>Fixed places come with the data of your municipality. You can always make a melding.</translation>
    </message>
</context>
<context>
    <name>UnlockCard</name>
    <message>
        <source>Ontgrendelen</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Wachtwoord</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Voorbeeld bekijken</source>
        <translation>See the example</translation>
    </message>
    <message>
        <source>Dit zijn verzonnen gegevens, om te oefenen.</source>
        <translation>These are invented data, to practise with.</translation>
    </message>
    <message>
        <source>Het wachtwoord van het voorbeeld is: voorbeeld</source>
        <translation>The password of the example is: voorbeeld</translation>
    </message>
    <message>
        <source>Eigen opslag openen</source>
        <translation>Open your own store</translation>
    </message>
    <message>
        <source>Uw meldingen staan versleuteld op dit apparaat.</source>
        <translation>Your meldingen are encrypted on this device.</translation>
    </message>
    <message>
        <source>Wachtwoord vergeten? Vul hier uw herstelcode in.</source>
        <translation>Forgot the password? Fill in your recovery code here.</translation>
    </message>
    <message>
        <source>Bezig met openen</source>
        <translation>Being opened</translation>
    </message>
    <message>
        <source>Wacht nog {seconden} s</source>
        <translation>Wait another {seconden} s</translation>
    </message>
    <message>
        <source>Vul eerst het wachtwoord in</source>
        <translation>Fill in the password first</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>VandaagPage</name>
    <message>
        <source>raak een soort aan, het formulier opent daarmee</source>
        <translation>touch a kind, the form opens with it</translation>
    </message>
    <message>
        <source>Snel melden</source>
        <translation>Quick melding</translation>
    </message>
    <message>
        <source>Kaart van vandaag</source>
        <translation>Map of today</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Ronde starten</source>
        <translation>Start ronde</translation>
    </message>
    <message>
        <source>Ronde</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>loopt sinds {tijd}</source>
        <translation>going on since {tijd}</translation>
    </message>
    <message>
        <source>Ronde stoppen</source>
        <translation>Stop ronde</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Kaart openen</source>
        <translation>Open map</translation>
    </message>
    <message>
        <source>Kaart</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Nieuwe melding</source>
        <translation>New melding</translation>
    </message>
    <message>
        <source>Melding</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>De ronde is gestopt.</source>
        <translation>The ronde has stopped.</translation>
    </message>
    <message>
        <source>Bezoek opgeslagen op dit apparaat.</source>
        <translation>Visit saved on this device.</translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>Welkom</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Meldingen van jeugdoverlast vastleggen en terugvinden, ook zonder netwerk.</source>
        <translation>Log meldingen of youth nuisance and find them back, also without a network.</translation>
    </message>
    <message>
        <source>Maak een eigen opslag voor echt werk. Die staat versleuteld op dit apparaat en nergens anders.</source>
        <translation>Make a store of your own for real work. It is encrypted on this device and nowhere else.</translation>
    </message>
    <message>
        <source>Of kijk eerst rond met verzonnen gegevens. Daar kunt u niets mee stukmaken.</source>
        <translation>Or look around first with invented data. You cannot break anything there.</translation>
    </message>
    <message>
        <source>Voorbeeld bekijken</source>
        <translation>See the example</translation>
    </message>
    <message>
        <source>Het voorbeeld wordt gemaakt</source>
        <translation>The example is being made</translation>
    </message>
    <message>
        <source>Opslag maken</source>
        <translation>Make a store</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Maken</source>
        <translation>Make</translation>
    </message>
</context>
<context>
    <name>WhenEditor</name>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Tijdstip</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Van–tot</source>
        <translation>From–to</translation>
    </message>
    <message>
        <source>Kwartier geleden</source>
        <translation>A quarter ago</translation>
    </message>
    <message>
        <source>Half uur geleden</source>
        <translation>Half an hour ago</translation>
    </message>
    <message>
        <source>Een uur geleden</source>
        <translation>An hour ago</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Tot</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Dit tijdstip ligt in de toekomst.</source>
        <translation>This time lies in the future.</translation>
    </message>
    <message>
        <source>Het einde ligt voor het begin.</source>
        <translation>The end lies before the beginning.</translation>
    </message>
</context>
<context>
    <name>WhereEditor</name>
    <message>
        <source>Waar</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Zoek een straat, plek of coördinaten</source>
        <translation>Search a street, place or coordinates</translation>
    </message>
    <message>
        <source>straat, plek of 52,021 5,039</source>
        <translation>street, place or 52,021 5,039</translation>
    </message>
    <message>
        <source>Zoek een plek, JOP of coördinaten</source>
        <translation>Search for a place, JOP or coordinates</translation>
    </message>
    <message>
        <source>plek, JOP of 52,021 5,039</source>
        <translation>place, JOP or 52.021 5.039</translation>
    </message>
    <message>
        <source>Niets gevonden. Tik op de kaart of typ anders.</source>
        <translation>Nothing found. Touch the map or type otherwise.</translation>
    </message>
    <message>
        <source>Omschrijving van de plek</source>
        <translation>Description of the place</translation>
    </message>
    <message>
        <source>bijvoorbeeld: achter de sporthal</source>
        <translation>for example: behind the sports hall</translation>
    </message>
    <message>
        <source>Nauwkeurigheid</source>
        <translation>Accuracy</translation>
    </message>
    <message>
        <source>Onbekend</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Tik op de kaart of typ hier.</source>
        <translation>Touch the map or type here.</translation>
    </message>
    <message>
        <source>Omschrijving</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>straat</source>
        <translation>street</translation>
    </message>
    <message>
        <source>plek</source>
        <translation>place</translation>
    </message>
    <message>
        <source>punt</source>
        <translation>point</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>{aantal} nr. vastgelegd</source>
        <translation>{aantal} nr. logged</translation>
    </message>
    <message>
        <source>begin invullen</source>
        <translation>start filling in</translation>
    </message>
    <message>
        <source>nu, {tijd}</source>
        <translation>now, {tijd}</translation>
    </message>
    <message>
        <source>kies op de kaart</source>
        <translation>choose on the map</translation>
    </message>
    <message>
        <source>punt op de kaart</source>
        <translation>point on the map</translation>
    </message>
    <message>
        <source>zelfde als {tijd}</source>
        <translation>same as {tijd}</translation>
    </message>
    <message>
        <source>bezocht {tijd}</source>
        <translation>visited {tijd}</translation>
    </message>
    <message>
        <source>leeftijd {klassen}</source>
        <translation>age {klassen}</translation>
    </message>
    <message>
        <source>feiten</source>
        <translation>facts</translation>
    </message>
    <message>
        <source>duiding</source>
        <translation>judgement</translation>
    </message>
    <message>
        <source>met collega</source>
        <translation>with a colleague</translation>
    </message>
    <message>
        <source>tegen medewerker</source>
        <translation>against staff</translation>
    </message>
    <message>
        <source>Leeftijd, feiten, plek</source>
        <translation>Age, facts, place</translation>
    </message>
    <message>
        <source>geen JOP bekend</source>
        <translation>no JOP known</translation>
    </message>
    <message>
        <source>naar {naam}, {afstand} hemelsbreed</source>
        <translation>to {naam}, {afstand} as the crow flies</translation>
    </message>
    <message>
        <source>Om {tijd} is op deze plek ook {soort} gemeld.</source>
        <translation>At {tijd}, {soort} was logged here too.</translation>
    </message>
    <message>
        <source>Om {tijd} is op deze plek ook {soort} gemeld, groep {groep}.</source>
        <translation>At {tijd}, {soort} was logged here too, group {groep}.</translation>
    </message>
    <message>
        <source>Om {tijd} is {afstand} verderop ook {soort} gemeld.</source>
        <translation>At {tijd}, {afstand} away, {soort} was logged too.</translation>
    </message>
    <message>
        <source>Om {tijd} is {afstand} verderop ook {soort} gemeld, groep {groep}.</source>
        <translation>At {tijd}, {afstand} away, {soort} was logged too, group {groep}.</translation>
    </message>
</context>
</TS>
