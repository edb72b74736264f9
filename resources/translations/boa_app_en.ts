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
    <name>BannerColumn</name>
    <message>
        <source>minder</source>
        <translation>less</translation>
    </message>
    <message>
        <source>nog {aantal}</source>
        <translation>{aantal} more</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Alles</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Niet meer kiezen</source>
        <translation>Stop choosing</translation>
    </message>
    <message>
        <source>Vervallen</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Eén incident</source>
        <translation>One incident</translation>
    </message>
    <message>
        <source>Ernst</source>
        <translation>Seriousness</translation>
    </message>
    <message>
        <source>Exporteren</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Laten vervallen</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{aantal} gekozen</source>
        <translation>{aantal} chosen</translation>
    </message>
    <message>
        <source>Kies meldingen</source>
        <translation>Choose meldingen</translation>
    </message>
    <message>
        <source>Kies minstens twee meldingen</source>
        <translation>Choose at least two meldingen</translation>
    </message>
    <message>
        <source>Meldingen worden gewijzigd</source>
        <translation>Meldingen are being changed</translation>
    </message>
    <message>
        <source>{gedaan} van {totaal}</source>
        <translation>{gedaan} of {totaal}</translation>
    </message>
    <message>
        <source>Waarom vervallen deze meldingen?</source>
        <translation>Why are these meldingen void?</translation>
    </message>
    <message>
        <source>bijvoorbeeld: dubbel ingevoerd</source>
        <translation>for example: entered twice</translation>
    </message>
    <message>
        <source>Ernst {ernst}</source>
        <translation>Seriousness {ernst}</translation>
    </message>
    <message>
        <source>Welke ernst krijgen ze?</source>
        <translation>Which seriousness do they get?</translation>
    </message>
    <message>
        <source>Vul eerst een reden in</source>
        <translation>Fill in a reason first</translation>
    </message>
</context>
<context>
    <name>BulkLink</name>
    <message>
        <source>vervallen</source>
        <translation>made void</translation>
    </message>
    <message>
        <source>bij het incident gezet</source>
        <translation>added to the incident</translation>
    </message>
    <message>
        <source>van ernst veranderd</source>
        <translation>given another seriousness</translation>
    </message>
    <message>
        <source>Gekozen meldingen</source>
        <translation>Chosen meldingen</translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message>
        <source>melding</source>
        <translation>melding</translation>
    </message>
    <message>
        <source>meldingen</source>
        <translation>meldingen</translation>
    </message>
    <message>
        <source>{aantal} {gedaan}.</source>
        <translation>{aantal} {gedaan}.</translation>
    </message>
    <message>
        <source>Ongedaan gemaakt.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>Ongedaan gemaakt: {aantal}.</source>
        <translation>Undone: {aantal}.</translation>
    </message>
    <message>
        <source>Daarna gestopt.</source>
        <translation>Then stopped.</translation>
    </message>
    <message>
        <source>u mag dat daar niet</source>
        <translation>you may not do that there</translation>
    </message>
    <message>
        <source>al vervallen</source>
        <translation>void already</translation>
    </message>
    <message>
        <source>een correctie vraagt een reden</source>
        <translation>a correction asks for a reason</translation>
    </message>
    <message>
        <source>is er niet meer</source>
        <translation>is no longer there</translation>
    </message>
    <message>
        <source>intussen gewijzigd</source>
        <translation>changed meanwhile</translation>
    </message>
    <message>
        <source>{aantal} niet: {redenen}.</source>
        <translation>{aantal} not: {redenen}.</translation>
    </message>
</context>
<context>
    <name>Chips</name>
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
        <source>Aanleiding</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>Groep</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Gebied</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Ook tonen</source>
        <translation>Also show</translation>
    </message>
    <message>
        <source>Vervallen</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Niet tonen</source>
        <translation>Do not show</translation>
    </message>
    <message>
        <source>Gevonden</source>
        <translation>Found</translation>
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
        <source>Andere dagen …</source>
        <translation>Other days …</translation>
    </message>
    <message>
        <source>Laatste {aantal} weken</source>
        <translation>Last {aantal} weeks</translation>
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
    <name>ClockQuestion</name>
    <message>
        <source>Er wordt niets gewist tot u dit bevestigt.</source>
        <translation>Nothing is erased until you confirm this.</translation>
    </message>
    <message>
        <source>Ja, klopt</source>
        <translation>Yes, correct</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Volgens dit apparaat is het {datum}, {dagen} dagen na het laatste gebruik. Klopt dat?</source>
        <translation>This device says it is {datum}, {dagen} days after the last use. Is that correct?</translation>
    </message>
    <message>
        <source>Volgens dit apparaat is het {nu}, eerder dan het laatste gebruik op {laatst}. Klopt dat?</source>
        <translation>This device says it is {nu}, earlier than the last use on {laatst}. Is that correct?</translation>
    </message>
    <message>
        <source>Zet de datum en tijd van dit apparaat goed.</source>
        <translation>Set the date and time of this device right.</translation>
    </message>
    <message>
        <source>Tot dan wordt er niets gewist en krijgen nieuwe meldingen een verkeerde tijd.</source>
        <translation>Until then nothing is erased and new meldingen get a wrong time.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Nieuwe melding</source>
        <translation>New melding</translation>
    </message>
    <message>
        <source>melden</source>
        <translation>log</translation>
    </message>
    <message>
        <source>registreren</source>
        <translation>register</translation>
    </message>
    <message>
        <source>Niemand aangetroffen</source>
        <translation>Nobody found</translation>
    </message>
    <message>
        <source>rustig</source>
        <translation>quiet</translation>
    </message>
    <message>
        <source>controle</source>
        <translation>check</translation>
    </message>
    <message>
        <source>donker</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>licht</source>
        <translation>light</translation>
    </message>
    <message>
        <source>thema</source>
        <translation>theme</translation>
    </message>
    <message>
        <source>Dag of nacht</source>
        <translation>Day or night</translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>afsluiten</source>
        <translation>close</translation>
    </message>
    <message>
        <source>gebied tekenen</source>
        <translation>draw an area</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>camera</translation>
    </message>
    <message>
        <source>verbod</source>
        <translation>ban</translation>
    </message>
    <message>
        <source>werkgebied</source>
        <translation>work area</translation>
    </message>
    <message>
        <source>Kaart exporteren</source>
        <translation>Export map</translation>
    </message>
    <message>
        <source>pdf</source>
        <translation>pdf</translation>
    </message>
    <message>
        <source>bestand</source>
        <translation>file</translation>
    </message>
    <message>
        <source>Kaart afdrukken</source>
        <translation>Print map</translation>
    </message>
    <message>
        <source>printen</source>
        <translation>printer</translation>
    </message>
    <message>
        <source>Gebieden</source>
        <translation>Areas</translation>
    </message>
    <message>
        <source>overdracht</source>
        <translation>handover</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>start</translation>
    </message>
    <message>
        <source>lijst</source>
        <translation>list</translation>
    </message>
    <message>
        <source>overzicht</source>
        <translation>overview</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filter</translation>
    </message>
    <message>
        <source>ronde starten</source>
        <translation>start ronde</translation>
    </message>
    <message>
        <source>surveillance</source>
        <translation>patrol</translation>
    </message>
    <message>
        <source>bestand inlezen</source>
        <translation>read a file</translation>
    </message>
    <message>
        <source>csv</source>
        <translation>csv</translation>
    </message>
    <message>
        <source>excel</source>
        <translation>excel</translation>
    </message>
    <message>
        <source>gps</source>
        <translation>gps</translation>
    </message>
    <message>
        <source>ontvanger</source>
        <translation>receiver</translation>
    </message>
    <message>
        <source>handleiding</source>
        <translation>manual</translation>
    </message>
    <message>
        <source>uitleg</source>
        <translation>explanation</translation>
    </message>
</context>
<context>
    <name>DatesPopup</name>
    <message>
        <source>Andere dagen</source>
        <translation>Other days</translation>
    </message>
    <message>
        <source>Tonen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation>Up to and including</translation>
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
        <source>Foto toegevoegd</source>
        <translation>Photo added</translation>
    </message>
    <message>
        <source>Foto&apos;s toegevoegd</source>
        <translation>Photos added</translation>
    </message>
    <message>
        <source>Foto weggehaald</source>
        <translation>Photo removed</translation>
    </message>
    <message>
        <source>Foto&apos;s weggehaald</source>
        <translation>Photos removed</translation>
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
    <name>DoneStep</name>
    <message>
        <source>Afgekeurde rijen</source>
        <translation>Rejected rows</translation>
    </message>
    <message>
        <source>Lijst bewaren</source>
        <translation>Save list</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Nog een bestand</source>
        <translation>Another file</translation>
    </message>
    <message>
        <source>Geen afgekeurde rijen</source>
        <translation>No rejected rows</translation>
    </message>
    <message>
        <source>Elke rij had een bruikbare plaats en datum.</source>
        <translation>Every row had a usable place and date.</translation>
    </message>
</context>
<context>
    <name>DrawingTools</name>
    <message>
        <source>Gebied</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Gebied, niet meer geldig</source>
        <translation>Area, no longer valid</translation>
    </message>
    <message>
        <source>Meten</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Gebied tekenen</source>
        <translation>Draw area</translation>
    </message>
    <message>
        <source>Tik punten op de kaart. Toetsen: pijltjes en Enter, Esc stopt.</source>
        <translation>Tap points on the map. Keys: arrows and Enter, Esc stops.</translation>
    </message>
    <message>
        <source>Tik de hoeken op de kaart. Toetsen: pijltjes en Enter, Esc stopt.</source>
        <translation>Tap the corners on the map. Keys: arrows and Enter, Esc stops.</translation>
    </message>
    <message>
        <source>Tik opnieuw om verder te meten.</source>
        <translation>Tap again to go on measuring.</translation>
    </message>
    <message>
        <source>Sleep een hoek om hem te verplaatsen. Tik op een zijde voor een extra hoek.</source>
        <translation>Drag a corner to move it. Tap a side for an extra corner.</translation>
    </message>
    <message>
        <source>Hoeken: {aantal}</source>
        <translation>Corners: {aantal}</translation>
    </message>
    <message>
        <source>Hier staat al een hoek. Kies een andere plek.</source>
        <translation>There is a corner here already. Choose another spot.</translation>
    </message>
    <message>
        <source>Het kruis staat in het midden. Enter zet daar een hoek.</source>
        <translation>The cross is in the middle. Enter puts a corner there.</translation>
    </message>
    <message>
        <source>De grens kruist zichzelf.</source>
        <translation>The boundary crosses itself.</translation>
    </message>
    <message>
        <source>laatste stuk</source>
        <translation>last leg</translation>
    </message>
    <message>
        <source>rondom</source>
        <translation>around</translation>
    </message>
    <message>
        <source>Hoek terug</source>
        <translation>Undo corner</translation>
    </message>
    <message>
        <source>Rond maken</source>
        <translation>Close shape</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Sleep hier een bestand naartoe</source>
        <translation>Drag a file here</translation>
    </message>
    <message>
        <source>CSV, TXT, Excel (XLSX, XLS), ODS of een zip van Signalen. Meer bestanden tegelijk mag.</source>
        <translation>CSV, TXT, Excel (XLSX, XLS), ODS or a zip of Signalen. Several files at once are fine.</translation>
    </message>
    <message>
        <source>Het bestand blijft waar het is. U ziet eerst wat er gebeurt; daarna kiest u Importeren.</source>
        <translation>The file stays where it is. You see first what will happen; then you choose Import.</translation>
    </message>
    <message>
        <source>Bestand kiezen</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>Laat los om te bekijken</source>
        <translation>Let go to look at it</translation>
    </message>
</context>
<context>
    <name>EarlierPanel</name>
    <message>
        <source>Eerdere imports</source>
        <translation>Earlier imports</translation>
    </message>
    <message>
        <source>Nog niets geïmporteerd</source>
        <translation>Nothing imported yet</translation>
    </message>
    <message>
        <source>Elke import staat straks hier. U kunt hem later in één keer ongedaan maken.</source>
        <translation>Every import will be here. You can undo it later in one go.</translation>
    </message>
</context>
<context>
    <name>EarlierRow</name>
    <message>
        <source>Verder gaan</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Weggooien</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
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
        <source>{wanneer}, ongedaan gemaakt; {aantal} gebleven</source>
        <translation>{wanneer}, undone; {aantal} stayed</translation>
    </message>
    <message>
        <source>{wanneer}, {aantal} uit {rijen} rijen</source>
        <translation>{wanneer}, {aantal} from {rijen} rows</translation>
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
    <name>FileWindow</name>
    <message>
        <source>Tabellen ({eindes})</source>
        <translation>Tables ({eindes})</translation>
    </message>
    <message>
        <source>Alle bestanden (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Bestand kiezen</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>Lijst bewaren</source>
        <translation>Save list</translation>
    </message>
    <message>
        <source>CSV-bestand (*.csv)</source>
        <translation>CSV file (*.csv)</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Wissen</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Bewaarde filters</source>
        <translation>Saved filters</translation>
    </message>
    <message>
        <source>Meer filters</source>
        <translation>More filters</translation>
    </message>
    <message>
        <source>Bewaard</source>
        <translation>Saved</translation>
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
    <name>Finder</name>
    <message>
        <source>Zoeken …</source>
        <translation>Searching …</translation>
    </message>
    <message>
        <source>De meldingen worden nog gelezen. Zoek zo nog eens.</source>
        <translation>The meldingen are still being read. Search again in a moment.</translation>
    </message>
    <message>
        <source>Niets gevonden. Probeer een ander woord, een straat of een dag zoals 20-11.</source>
        <translation>Nothing found. Try another word, a street or a day such as 20-11.</translation>
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
    <name>FormFoot</name>
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
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Wijziging opslaan</source>
        <translation>Save change</translation>
    </message>
</context>
<context>
    <name>FormFotos</name>
    <message>
        <source>de gesleepte foto</source>
        <translation>the dragged photo</translation>
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
    <name>FotoKeeper</name>
    <message>
        <source>Verder met de foto</source>
        <translation>Go on with the photo</translation>
    </message>
    <message>
        <source>Foto niet bewaren</source>
        <translation>Do not store the photo</translation>
    </message>
    <message>
        <source>De foto is nog niet bewaard.</source>
        <translation>The photo has not been stored yet.</translation>
    </message>
    <message>
        <source>Wat u afdekte staat er nog op.</source>
        <translation>What you covered is still on it.</translation>
    </message>
    <message>
        <source>De foto was nog niet bewaard toen het scherm op slot ging.</source>
        <translation>The photo had not been stored when the screen was locked.</translation>
    </message>
    <message>
        <source>Wat u invulde is bewaard. De foto kwam van het klembord: voeg hem opnieuw toe.</source>
        <translation>What you filled in is kept. The photo came from the clipboard: add it again.</translation>
    </message>
    <message>
        <source>Wat u invulde en wat u afdekte is er nog. Ga verder met de foto.</source>
        <translation>What you filled in and what you covered is still there. Go on with the photo.</translation>
    </message>
    <message>
        <source>Wat u invulde is bewaard. Foto&apos;s van het klembord niet: voeg die opnieuw toe.</source>
        <translation>What you filled in is kept. Photos from the clipboard are not: add those again.</translation>
    </message>
    <message>
        <source>Terug naar de foto</source>
        <translation>Back to the photo</translation>
    </message>
    <message>
        <source>Wat u invulde blijft staan.</source>
        <translation>What you filled in stays.</translation>
    </message>
    <message>
        <source>Foto niet bewaard.</source>
        <translation>Photo not stored.</translation>
    </message>
</context>
<context>
    <name>FotoKijkPage</name>
    <message>
        <source>De foto</source>
        <translation>The photo</translation>
    </message>
    <message>
        <source>Foto</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>{nummer} van {aantal}</source>
        <translation>{nummer} of {aantal}</translation>
    </message>
    <message>
        <source>genomen {moment}</source>
        <translation>taken {moment}</translation>
    </message>
    <message>
        <source>Foto weghalen</source>
        <translation>Remove photo</translation>
    </message>
    <message>
        <source>wordt na een dag gewist</source>
        <translation>is erased after a day</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Volgende foto</source>
        <translation>Next photo</translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>De foto is weggehaald en wordt na een dag gewist.</source>
        <translation>The photo is removed and will be erased after a day.</translation>
    </message>
</context>
<context>
    <name>FotoPage</name>
    <message>
        <source>De foto: veeg over gezichten en kentekens, of pijlen en spatie</source>
        <translation>The photo: brush over faces and number plates, or arrows and space</translation>
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
        <source>Hele foto</source>
        <translation>Whole photo</translation>
    </message>
    <message>
        <source>Op een foto staat nooit een gezicht of kenteken. Wat u afdekt is voorgoed weg. De foto wordt na {dagen} dagen gewist.</source>
        <translation>A photo never shows a face or number plate. What you cover is gone for good. The photo is erased after {dagen} days.</translation>
    </message>
    <message>
        <source>Veeg met de kwast over wat weg moet.</source>
        <translation>Brush over what has to go.</translation>
    </message>
    <message>
        <source>Plek overnemen</source>
        <translation>Use this place</translation>
    </message>
    <message>
        <source>De plek die de camera in de foto schreef, voor deze melding</source>
        <translation>The place the camera wrote in the photo, for this melding</translation>
    </message>
    <message>
        <source>Geen gezichten of kentekens te zien</source>
        <translation>No faces or number plates to be seen</translation>
    </message>
    <message>
        <source>Foto toevoegen</source>
        <translation>Add photo</translation>
    </message>
    <message>
        <source>{nummer} van {aantal}</source>
        <translation>{nummer} of {aantal}</translation>
    </message>
    <message>
        <source>Streek terug</source>
        <translation>Undo stroke</translation>
    </message>
    <message>
        <source>alleen voor het bewaren</source>
        <translation>only before it is saved</translation>
    </message>
    <message>
        <source>nog geen streek</source>
        <translation>no stroke yet</translation>
    </message>
    <message>
        <source>Overslaan</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>volgende foto</source>
        <translation>next photo</translation>
    </message>
    <message>
        <source>kijk de foto eerst na</source>
        <translation>check the photo first</translation>
    </message>
    <message>
        <source>foto wordt gelezen</source>
        <translation>photo is being read</translation>
    </message>
    <message>
        <source>Foto bewaren</source>
        <translation>Save photo</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Volgens de camera genomen {moment}.</source>
        <translation>Taken {moment}, says the camera.</translation>
    </message>
    <message>
        <source>De melding heeft nu de plek van de foto.</source>
        <translation>The melding now has the place of the photo.</translation>
    </message>
    <message>
        <source>Foto bewaard op dit apparaat, versleuteld.</source>
        <translation>Photo saved on this device, encrypted.</translation>
    </message>
</context>
<context>
    <name>FotoPanel</name>
    <message>
        <source>Foto&apos;s</source>
        <translation>Photos</translation>
    </message>
</context>
<context>
    <name>FotoStrip</name>
    <message>
        <source>Foto toevoegen</source>
        <translation>Add photo</translation>
    </message>
    <message>
        <source>Kiezen, hierheen slepen of plakken met Ctrl+V</source>
        <translation>Choose, drag here or paste with Ctrl+V</translation>
    </message>
    <message>
        <source>Of sleep foto&apos;s hierheen, of plak met Ctrl+V.</source>
        <translation>Or drag photos here, or paste with Ctrl+V.</translation>
    </message>
    <message>
        <source>Foto {nummer} van {aantal} bekijken</source>
        <translation>Look at photo {nummer} of {aantal}</translation>
    </message>
    <message>
        <source>van het klembord</source>
        <translation>from the clipboard</translation>
    </message>
    <message>
        <source>de gesleepte foto</source>
        <translation>the dragged photo</translation>
    </message>
    <message>
        <source>Kies een of meer foto&apos;s</source>
        <translation>Choose one or more photos</translation>
    </message>
    <message>
        <source>Foto&apos;s</source>
        <translation>Photos</translation>
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
    <name>GebiedForm</name>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Gebied opslaan</source>
        <translation>Save area</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Teken eerst de grens op de kaart.</source>
        <translation>Draw the boundary on the map first.</translation>
    </message>
    <message>
        <source>dd-mm-jjjj</source>
        <translation>dd-mm-yyyy</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Besluit (nummer of naam)</source>
        <translation>Decision (number or name)</translation>
    </message>
    <message>
        <source>Geldig vanaf</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation>Up to and including</translation>
    </message>
    <message>
        <source>Grens: {hoeken} hoeken, {oppervlakte}</source>
        <translation>Boundary: {hoeken} corners, {oppervlakte}</translation>
    </message>
    <message>
        <source>De grens is nog niet rond. Zet ten minste drie hoeken op de kaart.</source>
        <translation>The boundary is not closed yet. Put at least three corners on the map.</translation>
    </message>
    <message>
        <source>Kies eerst de soort van het gebied.</source>
        <translation>Choose the kind of the area first.</translation>
    </message>
    <message>
        <source>Dit is geen datum. Typ de dag als 20-11-2026, of laat het leeg.</source>
        <translation>This is not a date. Type the day as 20-11-2026, or leave it empty.</translation>
    </message>
</context>
<context>
    <name>GebiedList</name>
    <message>
        <source>Gebied tekenen</source>
        <translation>Draw area</translation>
    </message>
    <message>
        <source>Nog geen gebieden</source>
        <translation>No areas yet</translation>
    </message>
    <message>
        <source>Teken een gebied om de kaart en de lijst erop te filteren.</source>
        <translation>Draw an area to filter the map and the list by it.</translation>
    </message>
    <message>
        <source>Uw teamleider tekent ze. Daarna staan ze hier en op de kaart.</source>
        <translation>Your team lead draws them. Then they are here and on the map.</translation>
    </message>
    <message>
        <source>Verlopen gebieden verbergen</source>
        <translation>Hide expired areas</translation>
    </message>
    <message>
        <source>Verlopen gebieden tonen ({aantal})</source>
        <translation>Show expired areas ({aantal})</translation>
    </message>
</context>
<context>
    <name>GebiedView</name>
    <message>
        <source>Alle gebieden</source>
        <translation>All areas</translation>
    </message>
    <message>
        <source>Filteren op dit gebied</source>
        <translation>Filter by this area</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Laten vervallen</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>After all not</translation>
    </message>
    <message>
        <source>Waarom vervalt dit gebied?</source>
        <translation>Why is this area void?</translation>
    </message>
</context>
<context>
    <name>GebiedWords</name>
    <message>
        <source>t/m {datum}</source>
        <translation>up to {datum}</translation>
    </message>
    <message>
        <source>vanaf {datum}</source>
        <translation>from {datum}</translation>
    </message>
    <message>
        <source>zonder einddatum</source>
        <translation>without end date</translation>
    </message>
    <message>
        <source>verlopen</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>gaat nog in</source>
        <translation>not yet in force</translation>
    </message>
</context>
<context>
    <name>GebiedenLink</name>
    <message>
        <source>Gebieden</source>
        <translation>Areas</translation>
    </message>
    <message>
        <source>Het gebied is opgeslagen.</source>
        <translation>The area is saved.</translation>
    </message>
    <message>
        <source>Het gebied is gewijzigd.</source>
        <translation>The area is changed.</translation>
    </message>
    <message>
        <source>Het gebied is vervallen.</source>
        <translation>The area is void.</translation>
    </message>
</context>
<context>
    <name>GpsPage</name>
    <message>
        <source>Plaatsbepaling</source>
        <translation>Positioning</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
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
    <name>GroupHeadings</name>
    <message>
        <source>Buiten de buurten</source>
        <translation>Outside the buurten</translation>
    </message>
    <message>
        <source>Meldingen die alleen staan, {aantal}</source>
        <translation>Meldingen that stand alone, {aantal}</translation>
    </message>
    <message>
        <source>Een incident, {aantal} meldingen</source>
        <translation>One incident, {aantal} meldingen</translation>
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
    <name>GuessRow</name>
    <message>
        <source>Klopt</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>{naam} klopt: {waarde}</source>
        <translation>{naam} is correct: {waarde}</translation>
    </message>
    <message>
        <source>{naam} wijzigen</source>
        <translation>Change {naam}</translation>
    </message>
    <message>
        <source>zeker</source>
        <translation>certain</translation>
    </message>
    <message>
        <source>kijk even mee</source>
        <translation>please check</translation>
    </message>
    <message>
        <source>kies zelf</source>
        <translation>choose yourself</translation>
    </message>
    <message>
        <source>uw keuze</source>
        <translation>your choice</translation>
    </message>
</context>
<context>
    <name>HeatLayer</name>
    <message>
        <source>Hoe roder, hoe vaker hier is gemeld.</source>
        <translation>The redder, the more was logged here.</translation>
    </message>
    <message>
        <source>De kaart telt meldingen, niet wat niemand meldde.</source>
        <translation>The map counts meldingen, not what nobody logged.</translation>
    </message>
    <message>
        <source>Geen meldingen om warmte van te maken.</source>
        <translation>No meldingen to make heat from.</translation>
    </message>
    <message>
        <source>Korter dan 4 weken: gerekend over 4 weken.</source>
        <translation>Shorter than 4 weeks: reckoned over 4 weeks.</translation>
    </message>
    <message>
        <source>Meldingen per ha per jaar</source>
        <translation>Meldingen per ha per year</translation>
    </message>
    <message>
        <source>sigma {meter} m</source>
        <translation>sigma {meter} m</translation>
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
    <name>Here</name>
    <message>
        <source>Wacht op de gps. Ga zo nodig onder een vrije hemel staan.</source>
        <translation>Waiting for the gps. If need be, stand under an open sky.</translation>
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
    <name>ImportTold</name>
    <message>
        <source>Naar Importeren</source>
        <translation>To Import</translation>
    </message>
    <message>
        <source>De import van {naam} is klaar.</source>
        <translation>The import of {naam} is done.</translation>
    </message>
    <message>
        <source>Toegevoegd terwijl het scherm op slot was: {aantal}.</source>
        <translation>Added while the screen was locked: {aantal}.</translation>
    </message>
    <message>
        <source>De import van {naam} stopte toen het scherm op slot ging.</source>
        <translation>The import of {naam} stopped when the screen was locked.</translation>
    </message>
    <message>
        <source>Er is niets verloren en er is nog niets van te zien. Ga verder bij Importeren.</source>
        <translation>Nothing is lost and none of it can be seen yet. Go on under Import.</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>rij {rij}</source>
        <translation>row {rij}</translation>
    </message>
    <message>
        <source>geen</source>
        <translation>none</translation>
    </message>
    <message>
        <source>toevoegen</source>
        <translation>add</translation>
    </message>
    <message>
        <source>bestaat al</source>
        <translation>exists already</translation>
    </message>
    <message>
        <source>overslaan</source>
        <translation>skip</translation>
    </message>
    <message>
        <source>afgekeurd</source>
        <translation>rejected</translation>
    </message>
    <message>
        <source>nog te kiezen</source>
        <translation>still to choose</translation>
    </message>
    <message>
        <source>klaar</source>
        <translation>done</translation>
    </message>
    <message>
        <source>bezig</source>
        <translation>busy</translation>
    </message>
    <message>
        <source>gepauzeerd</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>afgebroken</source>
        <translation>broken off</translation>
    </message>
    <message>
        <source>ongedaan gemaakt</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>een bestand van data.police.uk</source>
        <translation>a file of data.police.uk</translation>
    </message>
    <message>
        <source>een uitvoer van Signalen</source>
        <translation>an export of Signalen</translation>
    </message>
    <message>
        <source>een tabel</source>
        <translation>a table</translation>
    </message>
    <message>
        <source>rij</source>
        <translation>row</translation>
    </message>
    <message>
        <source>rijen</source>
        <translation>rows</translation>
    </message>
    <message>
        <source>ten minste {rijen}</source>
        <translation>at least {rijen}</translation>
    </message>
    <message>
        <source>Dit is {bron} met {kenmerken}.</source>
        <translation>This is {bron} with {kenmerken}.</translation>
    </message>
    <message>
        <source>Dit zijn {aantal} bestanden met samen {kenmerken}.</source>
        <translation>These are {aantal} files with together {kenmerken}.</translation>
    </message>
    <message>
        <source>bestaan al</source>
        <translation>exist already</translation>
    </message>
    <message>
        <source>{naam} en {aantal} meer</source>
        <translation>{naam} and {aantal} more</translation>
    </message>
    <message>
        <source>Nederlandse datums</source>
        <translation>Dutch dates</translation>
    </message>
    <message>
        <source>Amerikaanse datums</source>
        <translation>American dates</translation>
    </message>
    <message>
        <source>datums met het jaar vooraan</source>
        <translation>dates with the year first</translation>
    </message>
    <message>
        <source>RD-coördinaten</source>
        <translation>RD coordinates</translation>
    </message>
    <message>
        <source>lengte- en breedtegraden</source>
        <translation>longitudes and latitudes</translation>
    </message>
    <message>
        <source>Werkblad</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Tekens en accenten</source>
        <translation>Letters and accents</translation>
    </message>
    <message>
        <source>Tussen de kolommen</source>
        <translation>Between the columns</translation>
    </message>
    <message>
        <source>Kopregel</source>
        <translation>Header row</translation>
    </message>
    <message>
        <source>Volgorde van dag en maand</source>
        <translation>Order of day and month</translation>
    </message>
    <message>
        <source>X en Y</source>
        <translation>X and Y</translation>
    </message>
    <message>
        <source>Volgorde van X en Y</source>
        <translation>Order of X and Y</translation>
    </message>
    <message>
        <source>dagen van Excel, vanaf 1900</source>
        <translation>days of Excel, from 1900</translation>
    </message>
    <message>
        <source>X (lengtegraad)</source>
        <translation>X (longitude)</translation>
    </message>
    <message>
        <source>Y (breedtegraad)</source>
        <translation>Y (latitude)</translation>
    </message>
    <message>
        <source>X en Y in één kolom</source>
        <translation>X and Y in one column</translation>
    </message>
    <message>
        <source>Straat</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>Getallen</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>Kolommen</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Soort bestand</source>
        <translation>Kind of file</translation>
    </message>
    <message>
        <source>Windows, West-Europa</source>
        <translation>Windows, Western Europe</translation>
    </message>
    <message>
        <source>oud Windows (DOS)</source>
        <translation>old Windows (DOS)</translation>
    </message>
    <message>
        <source>West-Europa (ISO)</source>
        <translation>Western Europe (ISO)</translation>
    </message>
    <message>
        <source>puntkomma</source>
        <translation>semicolon</translation>
    </message>
    <message>
        <source>komma</source>
        <translation>comma</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tab</translation>
    </message>
    <message>
        <source>staande streep</source>
        <translation>vertical bar</translation>
    </message>
    <message>
        <source>dag, maand, jaar</source>
        <translation>day, month, year</translation>
    </message>
    <message>
        <source>maand, dag, jaar (Amerikaans)</source>
        <translation>month, day, year (American)</translation>
    </message>
    <message>
        <source>jaar, maand, dag</source>
        <translation>year, month, day</translation>
    </message>
    <message>
        <source>decimale komma</source>
        <translation>decimal comma</translation>
    </message>
    <message>
        <source>decimale punt</source>
        <translation>decimal point</translation>
    </message>
    <message>
        <source>decimale komma, punt bij duizend</source>
        <translation>decimal comma, point at thousands</translation>
    </message>
    <message>
        <source>decimale punt, komma bij duizend</source>
        <translation>decimal point, comma at thousands</translation>
    </message>
    <message>
        <source>RD-coördinaten (meters)</source>
        <translation>RD coordinates (metres)</translation>
    </message>
    <message>
        <source>zoals de kolommen heten</source>
        <translation>as the columns are named</translation>
    </message>
    <message>
        <source>verwisseld</source>
        <translation>swapped</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Tijd</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Einddatum</source>
        <translation>End date</translation>
    </message>
    <message>
        <source>Eindtijd</source>
        <translation>End time</translation>
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
        <source>Aanleiding</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>Soort plek</source>
        <translation>Kind of place</translation>
    </message>
    <message>
        <source>Resultaat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Eigen nummer</source>
        <translation>Own number</translation>
    </message>
</context>
<context>
    <name>ImporterenPage</name>
    <message>
        <source>Importeren</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Kies een bestand</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Bezig</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>Ander bestand</source>
        <translation>Other file</translation>
    </message>
    <message>
        <source>Ander</source>
        <translation>Other</translation>
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
        <source>Indeling onthouden</source>
        <translation>Remember layout</translation>
    </message>
    <message>
        <source>voor dit soort bestanden</source>
        <translation>for files of this kind</translation>
    </message>
    <message>
        <source>Onthouden</source>
        <translation>Remember</translation>
    </message>
    <message>
        <source>Bestand kiezen</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>Kiezen</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Het bestand wordt bekeken</source>
        <translation>The file is being looked at</translation>
    </message>
    <message>
        <source>Wordt gepauzeerd …</source>
        <translation>Pausing …</translation>
    </message>
    <message>
        <source>Wordt gestopt; er blijft niets van achter …</source>
        <translation>Stopping; nothing of it stays behind …</translation>
    </message>
    <message>
        <source>Onthouden. Bestanden met deze kolommen worden voortaan zo gelezen.</source>
        <translation>Remembered. Files with these columns are read this way from now on.</translation>
    </message>
    <message>
        <source>De import is gepauzeerd. Verder gaan kan hieronder.</source>
        <translation>The import is paused. You can go on below.</translation>
    </message>
    <message>
        <source>Import klaar. {zin}</source>
        <translation>Import done. {zin}</translation>
    </message>
    <message>
        <source>De import is gestopt. Er is niets van toegevoegd.</source>
        <translation>The import has stopped. Nothing of it was added.</translation>
    </message>
    <message>
        <source>De import is gestopt. Bestanden die al klaar waren, staan in de lijst.</source>
        <translation>The import has stopped. Files that were done are in the list.</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
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
        <source>Plaatsbepaling</source>
        <translation>Positioning</translation>
    </message>
    <message>
        <source>Foto toevoegen</source>
        <translation>Add photo</translation>
    </message>
    <message>
        <source>Foto</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Importeren</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Hulp</source>
        <translation>Help</translation>
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
    <name>KindChooser</name>
    <message>
        <source>Soort kiezen</source>
        <translation>Choose kind</translation>
    </message>
    <message>
        <source>Zoek een soort</source>
        <translation>Search for a kind</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>Sorteren</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>Meldingen</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Meldingen worden gelezen</source>
        <translation>Meldingen are being read</translation>
    </message>
    <message>
        <source>{gelezen} van {alle}</source>
        <translation>{gelezen} of {alle}</translation>
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
        <source>Warmte</source>
        <translation>Heat</translation>
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
        <source>Gebieden</source>
        <translation>Areas</translation>
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
        <source>Legenda</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>Schouwroutes per groep</source>
        <translation>Schouw routes per group</translation>
    </message>
    <message>
        <source>JOP</source>
        <translation>JOP</translation>
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
    <name>MappingPanel</name>
    <message>
        <source>Woorden van de bron</source>
        <translation>Words of the source</translation>
    </message>
    <message>
        <source>Geen kolom met een soort</source>
        <translation>No column with a kind</translation>
    </message>
    <message>
        <source>Alle rijen komen binnen als Anders. Kies bij Herkend de kolom met de soort.</source>
        <translation>All rows come in as Other. Choose the column with the kind at Recognised.</translation>
    </message>
    <message>
        <source>Niet inlezen</source>
        <translation>Do not read in</translation>
    </message>
    <message>
        <source>rij</source>
        <translation>row</translation>
    </message>
    <message>
        <source>rijen</source>
        <translation>rows</translation>
    </message>
    <message>
        <source>(leeg)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>niet inlezen</source>
        <translation>do not read in</translation>
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
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Uit</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Zoekt de satellieten</source>
        <translation>Searching for the satellites</translation>
    </message>
    <message>
        <source>Plaats bekend</source>
        <translation>Place known</translation>
    </message>
    <message>
        <source>Opname afgelopen</source>
        <translation>Recording ended</translation>
    </message>
    <message>
        <source>Geen ontvanger</source>
        <translation>No receiver</translation>
    </message>
    <message>
        <source>nauwkeurig tot ± {meters} m</source>
        <translation>accurate to ± {meters} m</translation>
    </message>
    <message>
        <source>{snelheid} km/u</source>
        <translation>{snelheid} km/h</translation>
    </message>
    <message>
        <source>{deel} van de regels kwam geschonden binnen</source>
        <translation>{deel} of the lines came in damaged</translation>
    </message>
    <message>
        <source>De klok van dit apparaat wijkt {dagen} dagen af van de gps.</source>
        <translation>The clock of this device is {dagen} days off from the GPS.</translation>
    </message>
    <message>
        <source>De klok van dit apparaat wijkt {minuten} minuten af van de gps.</source>
        <translation>The clock of this device is {minuten} minutes off the gps.</translation>
    </message>
    <message>
        <source>Deze plaats wordt niet vanzelf gebruikt. Ga onder een vrije hemel staan.</source>
        <translation>This place is not used by itself. Stand under an open sky.</translation>
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
    <name>Outcome</name>
    <message>
        <source>De kaart wordt bijgewerkt</source>
        <translation>The map is being brought up to date</translation>
    </message>
    <message>
        <source>Er is niets toegevoegd</source>
        <translation>Nothing was added</translation>
    </message>
    <message>
        <source>Toon op de kaart</source>
        <translation>Show on the map</translation>
    </message>
    <message>
        <source>Kaart</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Lijst bewaard: {bestand}</source>
        <translation>List saved: {bestand}</translation>
    </message>
    <message>
        <source>Import van {naam}</source>
        <translation>Import of {naam}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Zoek alles</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>Zoek een melding, plek, dag, filter of opdracht</source>
        <translation>Search for a melding, place, day, filter or command</translation>
    </message>
    <message>
        <source>Zoeken sluiten</source>
        <translation>Close search</translation>
    </message>
    <message>
        <source>Gevonden</source>
        <translation>Found</translation>
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
    <name>PileLink</name>
    <message>
        <source>{aantal} op één plek</source>
        <translation>{aantal} in one place</translation>
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
    <name>PositionMap</name>
    <message>
        <source>Nog geen plaats om te tonen</source>
        <translation>No position to show yet</translation>
    </message>
    <message>
        <source>Kies bij Herkend de kolommen met X en Y.</source>
        <translation>At Recognised, choose the columns with X and Y.</translation>
    </message>
    <message>
        <source>rij</source>
        <translation>row</translation>
    </message>
    <message>
        <source>rijen</source>
        <translation>rows</translation>
    </message>
    <message>
        <source>Kaart met {rijen} uit het voorbeeld</source>
        <translation>Map with {rijen} of the sample</translation>
    </message>
    <message>
        <source>Rij {rij}</source>
        <translation>Row {rij}</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Rij</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Wat gebeurt er</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>niet gebruikt</source>
        <translation>not used</translation>
    </message>
    <message>
        <source>nooit ingelezen</source>
        <translation>never read in</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Voorbeeld van de rijen</source>
        <translation>Sample of the rows</translation>
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
    <name>Readings</name>
    <message>
        <source>{aantal} na te kijken</source>
        <translation>{aantal} to check</translation>
    </message>
    <message>
        <source>Kies de kolom {rol}</source>
        <translation>Choose the column {rol}</translation>
    </message>
    <message>
        <source>punt</source>
        <translation>item</translation>
    </message>
    <message>
        <source>punten</source>
        <translation>items</translation>
    </message>
    <message>
        <source>Kijk eerst {punten} na</source>
        <translation>Check {punten} first</translation>
    </message>
    <message>
        <source>De rijen worden nog geteld</source>
        <translation>The rows are still being counted</translation>
    </message>
    <message>
        <source>Er is niets toe te voegen</source>
        <translation>There is nothing to add</translation>
    </message>
    <message>
        <source>Niet gebruiken</source>
        <translation>Do not use</translation>
    </message>
    <message>
        <source>{rol} (nu {kolom})</source>
        <translation>{rol} (now {kolom})</translation>
    </message>
    <message>
        <source>{nr} van {aantal}</source>
        <translation>{nr} of {aantal}</translation>
    </message>
    <message>
        <source>Bestand {nr}</source>
        <translation>File {nr}</translation>
    </message>
    <message>
        <source>Alleen de maand is bekend. De bron legt elke plaats op een vast punt in de buurt.</source>
        <translation>Only the month is known. The source puts every place on a fixed point nearby.</translation>
    </message>
    <message>
        <source>Vrije tekst en gegevens van melders worden nooit ingelezen.</source>
        <translation>Free text and data of the people who reported are never read in.</translation>
    </message>
    <message>
        <source>rij</source>
        <translation>row</translation>
    </message>
    <message>
        <source>rijen</source>
        <translation>rows</translation>
    </message>
    <message>
        <source>kolommen: {voorbeeld}</source>
        <translation>columns: {voorbeeld}</translation>
    </message>
    <message>
        <source>rij: {voorbeeld}</source>
        <translation>row: {voorbeeld}</translation>
    </message>
    <message>
        <source>Meer bladen bevatten een tabel. Kies het blad met de meldingen.</source>
        <translation>More than one sheet holds a table. Choose the sheet with the reports.</translation>
    </message>
    <message>
        <source>Een andere kolom kan ook bedoeld zijn. Klopt het niet? Wijzig de kolommen hieronder.</source>
        <translation>Another column may be meant. Is it wrong? Change the columns below.</translation>
    </message>
    <message>
        <source>De getallen passen ook andersom. Kijk op de kaart waar de rijen liggen.</source>
        <translation>The numbers fit the other way round too. See on the map where the rows lie.</translation>
    </message>
    <message>
        <source>De punt of komma kan ook duizend betekenen. Kijk op de kaart waar de rijen liggen.</source>
        <translation>The point or comma may also mean thousand. See on the map where the rows lie.</translation>
    </message>
    <message>
        <source>Zo kloppen niet alle datums. Kies anders, of splits het bestand per schrijfwijze.</source>
        <translation>Read like this not all dates are right. Choose another way, or split the file by way of writing.</translation>
    </message>
    <message>
        <source>Excel telt dagen vanaf 1900, op een oude Mac vanaf 1904. Kies de dag die klopt.</source>
        <translation>Excel counts days from 1900, on an old Mac from 1904. Choose the day that is right.</translation>
    </message>
    <message>
        <source>Het jaar heeft twee cijfers en kan vooraan of achteraan staan.</source>
        <translation>The year has two digits and may stand first or last.</translation>
    </message>
    <message>
        <source>Niet elke datum zegt wat de maand is. Staan er twee manieren door elkaar? Splits het bestand.</source>
        <translation>Not every date tells which is the month. Are two ways mixed? Split the file.</translation>
    </message>
    <message>
        <source>Gelezen uit {kolommen}</source>
        <translation>Read from {kolommen}</translation>
    </message>
    <message>
        <source>geen kolom</source>
        <translation>no column</translation>
    </message>
    <message>
        <source>nog geen kolom</source>
        <translation>no column yet</translation>
    </message>
    <message>
        <source>bijvoorbeeld {waarden}</source>
        <translation>for example {waarden}</translation>
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
    <name>Receipt</name>
    <message>
        <source>{som} = {gelezen} gelezen rijen: elke rij is geteld.</source>
        <translation>{som} = {gelezen} rows read: every row is counted.</translation>
    </message>
    <message>
        <source>{som} is niet {gelezen}. Meld dit: de telling klopt niet.</source>
        <translation>{som} is not {gelezen}. Please report this: the count is wrong.</translation>
    </message>
    <message>
        <source>Er is niets nieuws: deze rijen stonden er al.</source>
        <translation>There is nothing new: these rows were there already.</translation>
    </message>
    <message>
        <source>{aantal} meldingen toegevoegd.</source>
        <translation>{aantal} meldingen added.</translation>
    </message>
    <message>
        <source>1 melding toegevoegd.</source>
        <translation>1 melding added.</translation>
    </message>
    <message>
        <source>1 rij kon niet mee.</source>
        <translation>1 row could not be taken.</translation>
    </message>
    <message>
        <source>{aantal} rijen konden niet mee.</source>
        <translation>{aantal} rows could not be taken.</translation>
    </message>
    <message>
        <source>Gelezen rijen</source>
        <translation>Rows read</translation>
    </message>
    <message>
        <source>Toegevoegd</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Bestond al</source>
        <translation>Existed already</translation>
    </message>
    <message>
        <source>Overgeslagen</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>Afgekeurd</source>
        <translation>Rejected</translation>
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
    <name>RejectModel</name>
    <message>
        <source>Rij {rij}: {reden}</source>
        <translation>Row {rij}: {reden}</translation>
    </message>
    <message>
        <source>kolom {kolom}</source>
        <translation>column {kolom}</translation>
    </message>
</context>
<context>
    <name>ResultRows</name>
    <message>
        <source>Toon op de kaart en in de lijst</source>
        <translation>Show on the map and in the list</translation>
    </message>
    <message>
        <source>Alle {aantal} meldingen</source>
        <translation>All {aantal} meldingen</translation>
    </message>
    <message>
        <source>Opdrachten</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Bewaarde filters</source>
        <translation>Saved filters</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Meldingen</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Plekken</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>JOP&apos;s</source>
        <translation>JOPs</translation>
    </message>
    <message>
        <source>Gebieden</source>
        <translation>Areas</translation>
    </message>
    <message>
        <source>Schouwen</source>
        <translation>Schouwen</translation>
    </message>
    <message>
        <source>Buurten</source>
        <translation>Buurten</translation>
    </message>
    <message>
        <source>Straten</source>
        <translation>Streets</translation>
    </message>
    <message>
        <source>Plaats op de kaart</source>
        <translation>Place on the map</translation>
    </message>
    <message>
        <source>Soorten</source>
        <translation>Kinds</translation>
    </message>
    <message>
        <source>Alles van {dag}</source>
        <translation>All of {dag}</translation>
    </message>
    <message>
        <source>1 melding</source>
        <translation>1 melding</translation>
    </message>
    <message>
        <source>{aantal} meldingen</source>
        <translation>{aantal} meldingen</translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message>
        <source>Herkend</source>
        <translation>Recognised</translation>
    </message>
    <message>
        <source>Soorten</source>
        <translation>Kinds</translation>
    </message>
    <message>
        <source>Wat u nakijkt</source>
        <translation>What you check</translation>
    </message>
    <message>
        <source>Rijen</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Kaart</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Zo is het gelezen</source>
        <translation>How it was read</translation>
    </message>
    <message>
        <source>Waar is deze kolom voor</source>
        <translation>What is this column for</translation>
    </message>
    <message>
        <source>onthouden indeling</source>
        <translation>remembered layout</translation>
    </message>
    <message>
        <source>Verder met import {nr}</source>
        <translation>Go on with import {nr}</translation>
    </message>
    <message>
        <source>Alle rijen worden geteld: {deel} %</source>
        <translation>All rows are being counted: {deel} %</translation>
    </message>
    <message>
        <source>rij</source>
        <translation>row</translation>
    </message>
    <message>
        <source>rijen</source>
        <translation>rows</translation>
    </message>
    <message>
        <source>Elke rij heeft een datum en een plaats nodig</source>
        <translation>Every row needs a date and a place</translation>
    </message>
    <message>
        <source>Kies welke kolommen dat zijn. Daarna wordt alles geteld.</source>
        <translation>Choose which columns these are. Then everything is counted.</translation>
    </message>
    <message>
        <source>{aantal} buiten de gemeente</source>
        <translation>{aantal} outside the municipality</translation>
    </message>
    <message>
        <source>samen {rijen}, allemaal geteld</source>
        <translation>{rijen} together, all counted</translation>
    </message>
    <message>
        <source>Nog niet alles is geteld</source>
        <translation>Not everything is counted yet</translation>
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
    <name>RunningStep</name>
    <message>
        <source>Bezig met importeren</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>U kunt gewoon doorwerken en ook een melding maken. De rijen zijn te zien als alles klaar is, niet eerder.</source>
        <translation>You can go on working and make a melding too. The rows show when all is done, not sooner.</translation>
    </message>
    <message>
        <source>Pauzeren</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>{deel} % gelezen</source>
        <translation>{deel} % read</translation>
    </message>
    <message>
        <source>ongeveer {aantal} van {totaal} rijen, {procent}</source>
        <translation>about {aantal} of {totaal} rows, {procent}</translation>
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
    <name>SaveWindow</name>
    <message>
        <source>Opslaan als</source>
        <translation>Save as</translation>
    </message>
</context>
<context>
    <name>SavedLink</name>
    <message>
        <source>Filter niet meer bewaard.</source>
        <translation>Filter no longer saved.</translation>
    </message>
    <message>
        <source>Filter {naam} bewaard.</source>
        <translation>Filter {naam} saved.</translation>
    </message>
</context>
<context>
    <name>SavedPopup</name>
    <message>
        <source>Bewaarde filters</source>
        <translation>Saved filters</translation>
    </message>
    <message>
        <source>Nog geen filters bewaard.</source>
        <translation>No filters saved yet.</translation>
    </message>
    <message>
        <source>Naam van het filter</source>
        <translation>Name of the filter</translation>
    </message>
    <message>
        <source>Naam voor deze keuze</source>
        <translation>Name for this choice</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Kies eerst een filter, dan kunt u het bewaren.</source>
        <translation>Choose a filter first, then you can save it.</translation>
    </message>
    <message>
        <source>{naam} niet meer bewaren</source>
        <translation>Stop saving {naam}</translation>
    </message>
</context>
<context>
    <name>SearchSlot</name>
    <message>
        <source>Zoek alles</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>Zoek alles (Ctrl+K)</source>
        <translation>Search everything (Ctrl+K)</translation>
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
        <source>Importeren</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>SidePanels</name>
    <message>
        <source>Paneel sluiten</source>
        <translation>Close panel</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sorteren en groeperen</source>
        <translation>Sort and group</translation>
    </message>
    <message>
        <source>Sorteren op</source>
        <translation>Sort by</translation>
    </message>
    <message>
        <source>Groeperen op</source>
        <translation>Group by</translation>
    </message>
    <message>
        <source>Meer meldingen kiezen</source>
        <translation>Choose more meldingen</translation>
    </message>
    <message>
        <source>Tijd, nieuwste eerst</source>
        <translation>Time, newest first</translation>
    </message>
    <message>
        <source>Tijd, oudste eerst</source>
        <translation>Time, oldest first</translation>
    </message>
    <message>
        <source>Ernst</source>
        <translation>Seriousness</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Buurt</source>
        <translation>Buurt</translation>
    </message>
    <message>
        <source>Afstand tot de gekozen melding</source>
        <translation>Distance to the chosen melding</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Niet groeperen</source>
        <translation>Do not group</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>Bron</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Waar komt uw plaats vandaan?</source>
        <translation>Where does your place come from?</translation>
    </message>
    <message>
        <source>Uit</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Dit apparaat zelf</source>
        <translation>This device itself</translation>
    </message>
    <message>
        <source>Ontvanger op een poort</source>
        <translation>Receiver on a port</translation>
    </message>
    <message>
        <source>Opname afspelen</source>
        <translation>Play a recording</translation>
    </message>
    <message>
        <source>Poort</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Snelheid (baud)</source>
        <translation>Speed (baud)</translation>
    </message>
    <message>
        <source>Geen poort gevonden. Sluit de ontvanger aan.</source>
        <translation>No port found. Connect the receiver.</translation>
    </message>
    <message>
        <source>Opnieuw zoeken</source>
        <translation>Search again</translation>
    </message>
    <message>
        <source>Opname kiezen…</source>
        <translation>Choose recording…</translation>
    </message>
    <message>
        <source>Alleen een melding bewaart een plaats. Uw looproute wordt nergens vastgelegd.</source>
        <translation>Only a melding keeps a place. Your walking route is logged nowhere.</translation>
    </message>
    <message>
        <source>Opname kiezen</source>
        <translation>Choose recording</translation>
    </message>
    <message>
        <source>NMEA-opname (*.nmea *.log *.txt);;Alle bestanden (*)</source>
        <translation>NMEA recording (*.nmea *.log *.txt);;All files (*)</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>u bent {rol}</source>
        <translation>you are {rol}</translation>
    </message>
    <message>
        <source>Zonder centrale</source>
        <translation>Without a centre</translation>
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
        <source>op dit apparaat</source>
        <translation>on this device</translation>
    </message>
    <message>
        <source>bewaard</source>
        <translation>stored</translation>
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
    <name>TakingBack</name>
    <message>
        <source>De import is weggegooid. Er was nog niets van te zien.</source>
        <translation>The import is thrown away. Nothing of it had been shown yet.</translation>
    </message>
    <message>
        <source>Import ongedaan gemaakt: {aantal} weg.</source>
        <translation>Import undone: {aantal} gone.</translation>
    </message>
    <message>
        <source>{aantal} gebleven.</source>
        <translation>{aantal} stayed.</translation>
    </message>
    <message>
        <source>{aantal} gaan weg.</source>
        <translation>{aantal} will go.</translation>
    </message>
    <message>
        <source>1 melding gaat weg.</source>
        <translation>1 melding will go.</translation>
    </message>
    <message>
        <source>Het bestand zelf blijft bestaan; u kunt het opnieuw importeren.</source>
        <translation>The file itself stays; you can import it again.</translation>
    </message>
    <message>
        <source>{aantal} blijven: iemand heeft ze daarna gewijzigd.</source>
        <translation>{aantal} stay: somebody changed them afterwards.</translation>
    </message>
    <message>
        <source>1 melding blijft: iemand heeft die daarna gewijzigd.</source>
        <translation>1 melding stays: somebody changed it afterwards.</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Laten staan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>melding</source>
        <translation>melding</translation>
    </message>
    <message>
        <source>meldingen</source>
        <translation>meldingen</translation>
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
    <name>TimeSlider</name>
    <message>
        <source>Periode van lijst en kaart</source>
        <translation>Period of list and map</translation>
    </message>
    <message>
        <source>Afspelen, week na week</source>
        <translation>Play, week by week</translation>
    </message>
    <message>
        <source>Een week eerder</source>
        <translation>A week earlier</translation>
    </message>
    <message>
        <source>Een week later</source>
        <translation>A week later</translation>
    </message>
    <message>
        <source>Afspelen stoppen</source>
        <translation>Stop playing</translation>
    </message>
    <message>
        <source>1 dag</source>
        <translation>1 day</translation>
    </message>
    <message>
        <source>{aantal} dagen</source>
        <translation>{aantal} days</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 week</translation>
    </message>
    <message>
        <source>{aantal} weken</source>
        <translation>{aantal} weeks</translation>
    </message>
    <message>
        <source>Begin van de periode: {datum}</source>
        <translation>Begin of the period: {datum}</translation>
    </message>
    <message>
        <source>Einde van de periode: {datum}</source>
        <translation>End of the period: {datum}</translation>
    </message>
    <message>
        <source>Pijltjes: een week. Page up en Page down: vier weken. Met Ctrl schuift de hele periode.</source>
        <translation>Arrows: a week. Page up and Page down: four weeks. With Ctrl the whole period moves.</translation>
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
    <name>ToolRow</name>
    <message>
        <source>Kleine kwast</source>
        <translation>Small brush</translation>
    </message>
    <message>
        <source>Middelgrote kwast</source>
        <translation>Medium brush</translation>
    </message>
    <message>
        <source>Grote kwast</source>
        <translation>Large brush</translation>
    </message>
    <message>
        <source>Foto verschuiven</source>
        <translation>Move photo</translation>
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
    <name>UitvoerLink</name>
    <message>
        <source>Kaart exporteren</source>
        <translation>Export map</translation>
    </message>
    <message>
        <source>Exporteren</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>beschermd, vakken van 5 of meer</source>
        <translation>protected, squares of 5 or more</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>even geduld</source>
        <translation>one moment</translation>
    </message>
    <message>
        <source>Afdrukken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Opslaan als…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>kaart</source>
        <translation>map</translation>
    </message>
    <message>
        <source>kaart-beschermd</source>
        <translation>map-protected</translation>
    </message>
</context>
<context>
    <name>UitvoerPanel</name>
    <message>
        <source>Wat op de kaart staat</source>
        <translation>What is on the map</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Openbaar</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Zoals nu</source>
        <translation>As now</translation>
    </message>
    <message>
        <source>Waarheen</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Papier</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Richting</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Liggend</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>Staand</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Overschrijven</source>
        <translation>Overwrite</translation>
    </message>
    <message>
        <source>Andere naam</source>
        <translation>Other name</translation>
    </message>
    <message>
        <source>Map openen</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>De kaart wordt opgemaakt…</source>
        <translation>The map is being laid out…</translation>
    </message>
    <message>
        <source>{bestand} bestaat al. Overschrijven?</source>
        <translation>{bestand} exists already. Overwrite?</translation>
    </message>
    <message>
        <source>Niets opgeslagen: u koos geen plek.</source>
        <translation>Nothing saved: you chose no place.</translation>
    </message>
    <message>
        <source>Opgeslagen: {bestand} in {map}</source>
        <translation>Saved: {bestand} in {map}</translation>
    </message>
    <message>
        <source>Naar de printer gestuurd: {printer}</source>
        <translation>Sent to the printer: {printer}</translation>
    </message>
    <message>
        <source>Reden</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Ontvanger</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Punten en warmte wijzen precies aan waar is gemeld. Vul in waarvoor en voor wie; het wordt gelogd.</source>
        <translation>Points and heat show exactly where meldingen are. Fill in what for and for whom; it is logged.</translation>
    </message>
    <message>
        <source>Eén bestand dat zonder internet in elke browser opent.</source>
        <translation>One file that opens without internet in any browser.</translation>
    </message>
    <message>
        <source>Vakken van 5 of meer meldingen, met het aantal erin. Voor gebruik binnen de gemeente.</source>
        <translation>Squares of 5 or more meldingen, with the count in them. For use inside the municipality.</translation>
    </message>
    <message>
        <source>Vakken in drie kleuren, zonder aantallen, over de laatste vaste periode. Uw filters gelden hier niet. Deze kaart mag naar buiten.</source>
        <translation>Squares in three colours, without counts, over the last fixed period. Your filters do not apply here. This map may go outside.</translation>
    </message>
    <message>
        <source>De lagen zoals ze nu op de kaart staan.</source>
        <translation>The layers as they are on the map now.</translation>
    </message>
    <message>
        <source>Periode op de kaart: {periode}.</source>
        <translation>Period on the map: {periode}.</translation>
    </message>
    <message>
        <source>Alleen vaste perioden en gekozen buurten gelden. Uit twee kaarten die weinig verschillen, is één melding af te leiden.</source>
        <translation>Only fixed periods and chosen buurten apply. From two maps that differ little, one melding can be derived.</translation>
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
        <source>Mijn plaats (gps)</source>
        <translation>My place (gps)</translation>
    </message>
    <message>
        <source>Plaatsbepaling instellen</source>
        <translation>Set up positioning</translation>
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
        <source>gps, ± {meters} m</source>
        <translation>gps, ± {meters} m</translation>
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
        <source>gps: {oordeel}</source>
        <translation>gps: {oordeel}</translation>
    </message>
    <message>
        <source>foto</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>{aantal} foto&apos;s</source>
        <translation>{aantal} photos</translation>
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
