<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AccountForm</name>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Werkgebied</source>
        <translation>Work area</translation>
    </message>
    <message>
        <source>Hele gemeente</source>
        <translation>Whole municipality</translation>
    </message>
    <message>
        <source>Buurten kiezen</source>
        <translation>Choose buurten</translation>
    </message>
    <message>
        <source>Buurten</source>
        <translation>Buurten</translation>
    </message>
    <message>
        <source>De centrale kent nog geen buurten</source>
        <translation>The centre knows no buurten yet</translation>
    </message>
    <message>
        <source>Stuur ze één keer. Daarna kiest u hier het werkgebied.</source>
        <translation>Send them once. After that you choose the work area here.</translation>
    </message>
    <message>
        <source>Buurten van dit kaartpakket sturen</source>
        <translation>Send the buurten of this kaartpakket</translation>
    </message>
    <message>
        <source>Vul eerst een naam in</source>
        <translation>Fill in a name first</translation>
    </message>
    <message>
        <source>Kies eerst een rol</source>
        <translation>Choose a role first</translation>
    </message>
    <message>
        <source>Kies eerst een buurt</source>
        <translation>Choose a buurt first</translation>
    </message>
    <message>
        <source>Dit is geen datum.</source>
        <translation>This is not a date.</translation>
    </message>
    <message>
        <source>Typ de dag als 20-11-2026.</source>
        <translation>Type the day as 20-11-2026.</translation>
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
        <source>Rol vanaf</source>
        <translation>Role from</translation>
    </message>
    <message>
        <source>Tot en met (leeg: zonder einde)</source>
        <translation>Up to and including (empty: no end)</translation>
    </message>
    <message>
        <source>Aanmeldnaam bij de gemeente (leeg: bij de eerste keer)</source>
        <translation>Sign-in name at the municipality (empty: at the first sign-in)</translation>
    </message>
    <message>
        <source>Reden (mag leeg; komt in het logboek)</source>
        <translation>Reason (may be empty; is kept in the audit log)</translation>
    </message>
</context>
<context>
    <name>AccountsPart</name>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Nog geen accounts</source>
        <translation>No accounts yet</translation>
    </message>
    <message>
        <source>Maak voor iedere medewerker een account met een rol.</source>
        <translation>Make an account with a role for every member of staff.</translation>
    </message>
    <message>
        <source>De centrale wordt gevraagd</source>
        <translation>Asking the centre</translation>
    </message>
    <message>
        <source>Account opslaan</source>
        <translation>Save account</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Niet beëindigen</source>
        <translation>Do not end</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nieuw account</source>
        <translation>New account</translation>
    </message>
    <message>
        <source>Nieuw</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Kies een account</source>
        <translation>Choose an account</translation>
    </message>
    <message>
        <source>Hier ziet u rol, werkgebied en toestellen. Of maak een nieuw.</source>
        <translation>Here you see role, work area and devices. Or make a new one.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Werkgebied</source>
        <translation>Work area</translation>
    </message>
    <message>
        <source>Geen toestel</source>
        <translation>No device</translation>
    </message>
    <message>
        <source>Toestellen</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Rollen</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Aanmeldnaam bij de gemeente</source>
        <translation>Sign-in name at the municipality</translation>
    </message>
    <message>
        <source>Beëindigd</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Code maken</source>
        <translation>Make code</translation>
    </message>
    <message>
        <source>Beëindigen</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{naam} wijzigen</source>
        <translation>Change {naam}</translation>
    </message>
    <message>
        <source>{naam} kan niet meer aanmelden</source>
        <translation>{naam} can no longer sign in</translation>
    </message>
    <message>
        <source>Dit is niet terug te draaien. Komt deze persoon terug, maak dan een nieuw account.</source>
        <translation>This cannot be undone. If this person comes back, make a new account.</translation>
    </message>
    <message>
        <source>Alle toestellen van dit account worden ingetrokken</source>
        <translation>All devices of this account are revoked</translation>
    </message>
    <message>
        <source>Bij het eerste contact maakt het toestel zijn gegevens onleesbaar.</source>
        <translation>At the first contact the device makes its data unreadable.</translation>
    </message>
    <message>
        <source>Werk blijft bewaard</source>
        <translation>Work is kept</translation>
    </message>
    <message>
        <source>Wat al verstuurd is, blijft. Wat nog niet verstuurd is, blijft verzegeld op het toestel staan.</source>
        <translation>What has been sent stays. What has not been sent stays sealed on the device.</translation>
    </message>
    <message>
        <source>bijvoorbeeld: uit dienst</source>
        <translation>for example: left the service</translation>
    </message>
    <message>
        <source>Account beëindigen</source>
        <translation>End account</translation>
    </message>
    <message>
        <source>{naam} beëindigen</source>
        <translation>End {naam}</translation>
    </message>
    <message>
        <source>{naam} is beëindigd.</source>
        <translation>{naam} has been ended.</translation>
    </message>
    <message>
        <source>Account gemaakt. Maak nu een code voor het toestel.</source>
        <translation>Account made. Now make a code for the device.</translation>
    </message>
    <message>
        <source>Account gewijzigd.</source>
        <translation>Account changed.</translation>
    </message>
    <message>
        <source>De buurten staan nu op de centrale.</source>
        <translation>The buurten are now at the centre.</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Het account is weer zoals het was.</source>
        <translation>The account is as it was before.</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Uw keuze is vastgelegd en gaat de volgende keer mee.</source>
        <translation>Your choice is saved and will be sent next time.</translation>
    </message>
    <message>
        <source>De correctie is vastgelegd en gaat de volgende keer mee.</source>
        <translation>The correction is saved and will be sent next time.</translation>
    </message>
    <message>
        <source>Losgelaten: wat er nu staat, geldt.</source>
        <translation>Let go: what is there now applies.</translation>
    </message>
    <message>
        <source>De twee meldingen tellen als één incident.</source>
        <translation>The two meldingen count as one incident.</translation>
    </message>
    <message>
        <source>De twee meldingen blijven twee incidenten.</source>
        <translation>The two meldingen remain two incidents.</translation>
    </message>
</context>
<context>
    <name>AttentionPanel</name>
    <message>
        <source>Vraagt uw aandacht</source>
        <translation>Needs your attention</translation>
    </message>
    <message>
        <source>Niets te doen</source>
        <translation>Nothing to do</translation>
    </message>
    <message>
        <source>Geweigerde wijzigingen komen hier te staan.</source>
        <translation>Refused changes will be here.</translation>
    </message>
</context>
<context>
    <name>AttentionWords</name>
    <message>
        <source>Geweigerd: {ding} van {dag}</source>
        <translation>Refused: {ding} of {dag}</translation>
    </message>
    <message>
        <source>Geweigerd: wijziging van {dag}</source>
        <translation>Refused: change of {dag}</translation>
    </message>
    <message>
        <source>{naam}, gemaakt op {dag}</source>
        <translation>{naam}, made on {dag}</translation>
    </message>
    <message>
        <source>niets, dit staat niet bij de centrale</source>
        <translation>nothing, this is not at the centre</translation>
    </message>
    <message>
        <source>Wat u vastlegde</source>
        <translation>What you logged</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wat nu geldt</source>
        <translation>What applies now</translation>
    </message>
    <message>
        <source>Waarom geweigerd</source>
        <translation>Why refused</translation>
    </message>
    <message>
        <source>Wat veilig is</source>
        <translation>What is safe</translation>
    </message>
    <message>
        <source>Wat u kunt doen</source>
        <translation>What you can do</translation>
    </message>
    <message>
        <source>Laat los: dan geldt wat er nu staat. Uw waarde blijft in de geschiedenis.</source>
        <translation>Let go: then what is there now applies. Your value stays in the history.</translation>
    </message>
    <message>
        <source>Een correctie met een reden gaat opnieuw mee. Laat u los, dan geldt wat er nu staat.</source>
        <translation>A correction with a reason is sent again. If you let go, what is there now applies.</translation>
    </message>
    <message>
        <source>{plek}, ook door een collega gemeld</source>
        <translation>{plek}, also logged by a colleague</translation>
    </message>
    <message>
        <source>Ze liggen {afstand} uit elkaar, in dezelfde minuut.</source>
        <translation>They lie {afstand} apart, in the same minute.</translation>
    </message>
    <message>
        <source>minuut</source>
        <translation>minute</translation>
    </message>
    <message>
        <source>minuten</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>Ze liggen {afstand} en {tijd} uit elkaar.</source>
        <translation>They lie {afstand} and {tijd} apart.</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>zonder naam</source>
        <translation>without a name</translation>
    </message>
    <message>
        <source>Groepsgrootte</source>
        <translation>Group size</translation>
    </message>
    <message>
        <source>teken {letter} op de kaart</source>
        <translation>mark {letter} on the map</translation>
    </message>
    <message>
        <source>Uw melding</source>
        <translation>Your melding</translation>
    </message>
    <message>
        <source>Melding van een collega</source>
        <translation>Melding of a colleague</translation>
    </message>
    <message>
        <source>M</source>
        <comment>letter of mine</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>H</source>
        <comment>letter of theirs</comment>
        <translation>T</translation>
    </message>
</context>
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
    <name>BeheerPage</name>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Toestellen</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Wie ziet wat</source>
        <translation>Who sees what</translation>
    </message>
    <message>
        <source>Onderdeel</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Beheer</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Zonder centrale</source>
        <translation>Without a centre</translation>
    </message>
    <message>
        <source>De centrale wordt gevraagd</source>
        <translation>Asking the centre</translation>
    </message>
    <message>
        <source>Opnieuw proberen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Opnieuw</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>Verversen</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>vraag het opnieuw</source>
        <translation>ask again</translation>
    </message>
    <message>
        <source>Niet wachten</source>
        <translation>Do not wait</translation>
    </message>
    <message>
        <source>op de centrale</source>
        <translation>for the centre</translation>
    </message>
    <message>
        <source>USB inlezen</source>
        <translation>Read in USB</translation>
    </message>
    <message>
        <source>van een ander toestel</source>
        <translation>from another device</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Sla het account eerst op, of kies Annuleren.</source>
        <translation>Save the account first, or choose Cancel.</translation>
    </message>
    <message>
        <source>U werkt zonder centrale</source>
        <translation>You work without a centre</translation>
    </message>
    <message>
        <source>U bent de enige gebruiker, als {rol}</source>
        <translation>You are the only user, as {rol}</translation>
    </message>
    <message>
        <source>Accounts, toestellen en codes zijn er pas met een centrale.</source>
        <translation>Accounts, devices and codes exist only with a centre.</translation>
    </message>
    <message>
        <source>1. Zet de centrale neer</source>
        <translation>1. Set up the centre</translation>
    </message>
    <message>
        <source>Op een computer van de gemeente: boa-app centraal start. Zie docs/centrale.md.</source>
        <translation>On a computer of the municipality: boa-app centraal start. See docs/centrale.md.</translation>
    </message>
    <message>
        <source>2. Maak daar de eerste code</source>
        <translation>2. Make the first code there</translation>
    </message>
    <message>
        <source>boa-app centraal gebruiker toevoegen, en dan: boa-app centraal toestel code.</source>
        <translation>boa-app centraal gebruiker toevoegen, and then: boa-app centraal toestel code.</translation>
    </message>
    <message>
        <source>3. Meld dit apparaat aan</source>
        <translation>3. Sign up this device</translation>
    </message>
    <message>
        <source>Kies Aanmelden bij de centrale. Alles van dit apparaat gaat eerst mee; er gaat niets verloren.</source>
        <translation>Choose Sign up at the centre. Everything on this device is sent first; nothing is lost.</translation>
    </message>
    <message>
        <source>Er wordt niet meer gewacht. Ververs om te zien wat er gebeurd is.</source>
        <translation>No longer waiting. Refresh to see what happened.</translation>
    </message>
    <message>
        <source>per rol</source>
        <translation>per role</translation>
    </message>
    <message>
        <source>Aanmelden</source>
        <translation>Sign up</translation>
    </message>
    <message>
        <source>hoe het verder gaat</source>
        <translation>how it goes on</translation>
    </message>
    <message>
        <source>Beheer heeft verbinding nodig. Kijk het netwerk na en probeer het opnieuw.</source>
        <translation>Admin needs a connection. Check the network and try again.</translation>
    </message>
    <message>
        <source>Kies Synchroniseren en meld u daar aan bij de gemeente; kom dan hier terug.</source>
        <translation>Choose Synchronise and sign in to the municipality there; then come back here.</translation>
    </message>
</context>
<context>
    <name>BeheerWords</name>
    <message>
        <source>u · {rol}</source>
        <translation>you · {rol}</translation>
    </message>
    <message>
        <source>ingetrokken</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>dit toestel</source>
        <translation>this device</translation>
    </message>
    <message>
        <source>1 code open</source>
        <translation>1 code open</translation>
    </message>
    <message>
        <source>{aantal} codes open</source>
        <translation>{aantal} codes open</translation>
    </message>
    <message>
        <source>actief</source>
        <translation>active</translation>
    </message>
    <message>
        <source>begint later</source>
        <translation>begins later</translation>
    </message>
    <message>
        <source>rol voorbij</source>
        <translation>role over</translation>
    </message>
    <message>
        <source>beëindigd</source>
        <translation>ended</translation>
    </message>
    <message>
        <source>geen rol</source>
        <translation>no role</translation>
    </message>
    <message>
        <source>{rol} t/m {dag}</source>
        <translation>{rol} up to {dag}</translation>
    </message>
    <message>
        <source>{rol} vanaf {begin}</source>
        <translation>{rol} from {begin}</translation>
    </message>
    <message>
        <source>{rol} van {begin} t/m {einde}</source>
        <translation>{rol} from {begin} up to {einde}</translation>
    </message>
    <message>
        <source>Hele gemeente</source>
        <translation>Whole municipality</translation>
    </message>
    <message>
        <source>en 1 andere</source>
        <translation>and 1 other</translation>
    </message>
    <message>
        <source>en {aantal} andere</source>
        <translation>and {aantal} others</translation>
    </message>
</context>
<context>
    <name>Bonnetje</name>
    <message>
        <source>hier</source>
        <translation>here</translation>
    </message>
    <message>
        <source>centrale</source>
        <translation>centre</translation>
    </message>
    <message>
        <source>niet gelijk</source>
        <translation>not equal</translation>
    </message>
    <message>
        <source>gelijk</source>
        <translation>equal</translation>
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
    <name>CentreOffer</name>
    <message>
        <source>bij de centrale</source>
        <translation>at the centre</translation>
    </message>
    <message>
        <source>Nieuw kaartpakket bij de centrale</source>
        <translation>New kaartpakket at the centre</translation>
    </message>
    <message>
        <source>Nog {grootte} op te halen</source>
        <translation>{grootte} still to fetch</translation>
    </message>
    <message>
        <source>Dat kan in delen: breekt de verbinding, dan gaat het later verder waar het was.</source>
        <translation>It can come in parts: when the line breaks, it goes on later from where it was.</translation>
    </message>
    <message>
        <source>Alleen met de handtekening van uw centrale</source>
        <translation>Only with the signature of your centre</translation>
    </message>
    <message>
        <source>Verder ophalen</source>
        <translation>Go on fetching</translation>
    </message>
    <message>
        <source>Ophalen</source>
        <translation>Fetch</translation>
    </message>
    <message>
        <source>U werkt door met de kaart van nu. De nieuwe staat daarna klaar om te gebruiken.</source>
        <translation>You work on with the map of now. The new one is then ready to use.</translation>
    </message>
    <message>
        <source>gemaakt op {dag}</source>
        <translation>made on {dag}</translation>
    </message>
</context>
<context>
    <name>CertificateWindow</name>
    <message>
        <source>Certificaat kiezen</source>
        <translation>Choose certificate</translation>
    </message>
    <message>
        <source>Certificaat (*.pem *.crt *.cer)</source>
        <translation>Certificate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Alle bestanden (*)</source>
        <translation>All files (*)</translation>
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
    <name>CodeCard</name>
    <message>
        <source>U ziet deze code maar één keer. Hij geldt voor één toestel.</source>
        <translation>You see this code only once. It is valid for one device.</translation>
    </message>
    <message>
        <source>1. Open het programma op het toestel</source>
        <translation>1. Open the program on the device</translation>
    </message>
    <message>
        <source>Kies daar Synchroniseren.</source>
        <translation>Choose Synchronise there.</translation>
    </message>
    <message>
        <source>2. Vul het adres in: {adres}</source>
        <translation>2. Fill in the address: {adres}</translation>
    </message>
    <message>
        <source>Precies zo, ook het begin.</source>
        <translation>Exactly like this, the beginning too.</translation>
    </message>
    <message>
        <source>3. Typ de code over</source>
        <translation>3. Type in the code</translation>
    </message>
    <message>
        <source>Streepjes en hoofdletters maken niet uit.</source>
        <translation>Dashes and capitals do not matter.</translation>
    </message>
    <message>
        <source>4. Kies Aanmelden</source>
        <translation>4. Choose Sign up</translation>
    </message>
    <message>
        <source>Het toestel van {naam} staat daarna onder Toestellen.</source>
        <translation>After that the device of {naam} is under Devices.</translation>
    </message>
    <message>
        <source>Nog {minuten} minuten geldig</source>
        <translation>Valid for another {minuten} minutes</translation>
    </message>
    <message>
        <source>Deze code geldt niet meer. Maak een nieuwe.</source>
        <translation>This code is no longer valid. Make a new one.</translation>
    </message>
</context>
<context>
    <name>CodesPart</name>
    <message>
        <source>Code voor</source>
        <translation>Code for</translation>
    </message>
    <message>
        <source>Niemand heeft nu een rol</source>
        <translation>Nobody has a role now</translation>
    </message>
    <message>
        <source>Maak eerst een account onder Accounts.</source>
        <translation>Make an account under Accounts first.</translation>
    </message>
    <message>
        <source>Klaar met code</source>
        <translation>Done with code</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kies eerst een account</source>
        <translation>Choose an account first</translation>
    </message>
    <message>
        <source>De centrale wordt gevraagd</source>
        <translation>Asking the centre</translation>
    </message>
    <message>
        <source>Code maken</source>
        <translation>Make code</translation>
    </message>
    <message>
        <source>Kies van wie het toestel is</source>
        <translation>Choose whose device it is</translation>
    </message>
    <message>
        <source>Met de code meldt een nieuw toestel zich één keer aan. Een code geldt tien minuten.</source>
        <translation>With the code a new device signs up once. A code is valid for ten minutes.</translation>
    </message>
    <message>
        <source>Eenmalige code</source>
        <translation>One-time code</translation>
    </message>
    <message>
        <source>Geen code open</source>
        <translation>No code open</translation>
    </message>
    <message>
        <source>Maak de code als u bij het toestel bent of aan de telefoon.</source>
        <translation>Make the code when you are at the device or on the phone.</translation>
    </message>
    <message>
        <source>Een code staat open tot {moment}</source>
        <translation>A code is open until {moment}</translation>
    </message>
    <message>
        <source>Niet meer te tonen. Kwijt? Trek hem in en maak een nieuwe.</source>
        <translation>Cannot be shown again. Lost? Revoke it and make a new one.</translation>
    </message>
    <message>
        <source>Intrekken</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>Code voor {naam}</source>
        <translation>Code for {naam}</translation>
    </message>
    <message>
        <source>De code is ingetrokken.</source>
        <translation>The code has been revoked.</translation>
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
        <source>verplicht</source>
        <translation>required</translation>
    </message>
    <message>
        <source>verboden</source>
        <translation>forbidden</translation>
    </message>
    <message>
        <source>inspecteren</source>
        <translation>inspect</translation>
    </message>
    <message>
        <source>plaats</source>
        <translation>place</translation>
    </message>
    <message>
        <source>adres</source>
        <translation>address</translation>
    </message>
    <message>
        <source>wat geldt hier</source>
        <translation>what holds here</translation>
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
    <name>ConfirmForm</name>
    <message>
        <source>Reden, voor het logboek</source>
        <translation>Reason, for the audit log</translation>
    </message>
</context>
<context>
    <name>ConflictMap</name>
    <message>
        <source>Kaart met beide plaatsen</source>
        <translation>Map with both places</translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>Volgende</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Geen conflicten</source>
        <translation>No conflicts</translation>
    </message>
    <message>
        <source>Wijzigen u en een collega hetzelfde veld? Dan kiest u hier welke waarde geldt.</source>
        <translation>Do you and a colleague change the same field? Then choose here which value applies.</translation>
    </message>
    <message>
        <source>{nr} van {totaal}</source>
        <translation>{nr} of {totaal}</translation>
    </message>
    <message>
        <source>Conflictenmand</source>
        <translation>Conflict tray</translation>
    </message>
    <message>
        <source>Vastleggen, {nr} van {totaal}</source>
        <translation>Save, {nr} of {totaal}</translation>
    </message>
    <message>
        <source>Beide waarden blijven in de geschiedenis. Uw keuze gaat mee bij de volgende keer en is te herroepen.</source>
        <translation>Both values stay in the history. Your choice is sent next time and can be revoked.</translation>
    </message>
    <message>
        <source>Kies per veld welke waarde geldt. Wat u niet kiest, blijft hier staan.</source>
        <translation>Choose per field which value applies. What you do not choose stays here.</translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message>
        <source>{ding} van {dag} om {tijd}</source>
        <translation>{ding} of {dag} at {tijd}</translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>foto</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>foto&apos;s</source>
        <translation>photos</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nee</source>
        <translation>no</translation>
    </message>
    <message>
        <source>de hele melding</source>
        <translation>the whole melding</translation>
    </message>
    <message>
        <source>leeg</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>deel</source>
        <translation>part</translation>
    </message>
    <message>
        <source>delen</source>
        <translation>parts</translation>
    </message>
    <message>
        <source>u</source>
        <translation>you</translation>
    </message>
    <message>
        <source>collega</source>
        <translation>colleague</translation>
    </message>
    <message>
        <source>dit apparaat</source>
        <translation>this device</translation>
    </message>
    <message>
        <source>{dag} om {tijd}</source>
        <translation>{dag} at {tijd}</translation>
    </message>
    <message>
        <source>Mijn</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Mijn, ander apparaat</source>
        <translation>Mine, other device</translation>
    </message>
    <message>
        <source>Hun</source>
        <translation>Theirs</translation>
    </message>
    <message>
        <source>Hun, {nr}</source>
        <translation>Theirs, {nr}</translation>
    </message>
    <message>
        <source>Alleen wie mag wijzigen, kiest</source>
        <translation>Only those who may change it can choose</translation>
    </message>
    <message>
        <source>{afstand} verschil</source>
        <translation>{afstand} apart</translation>
    </message>
    <message>
        <source>nu getoond</source>
        <translation>shown now</translation>
    </message>
    <message>
        <source>M</source>
        <comment>letter of mine</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>H</source>
        <comment>letter of theirs</comment>
        <translation>T</translation>
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
    <name>DecisionPanel</name>
    <message>
        <source>Later</source>
        <translation>Later</translation>
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
        <source>Kiezen</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Hier staan twee waarden naast elkaar: {velden}.</source>
        <translation>There are two values side by side here: {velden}.</translation>
    </message>
    <message>
        <source>U ziet de laatste. Kies welke geldt.</source>
        <translation>You see the last one. Choose which applies.</translation>
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
    <name>DetailPanel</name>
    <message>
        <source>Terug naar de lijst</source>
        <translation>Back to the list</translation>
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
    <name>DevicesPart</name>
    <message>
        <source>Toestellen</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Nog geen toestellen</source>
        <translation>No devices yet</translation>
    </message>
    <message>
        <source>Maak een code en meld er een toestel mee aan.</source>
        <translation>Make a code and sign up a device with it.</translation>
    </message>
    <message>
        <source>Niet intrekken</source>
        <translation>Do not revoke</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Toestel toevoegen</source>
        <translation>Add device</translation>
    </message>
    <message>
        <source>Toestel</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Kies een toestel</source>
        <translation>Choose a device</translation>
    </message>
    <message>
        <source>Hier ziet u van wie het is en wanneer het contact had.</source>
        <translation>Here you see whose it is and when it had contact.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Laatste contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Aangemeld</source>
        <translation>Signed up</translation>
    </message>
    <message>
        <source>Ingetrokken {moment}</source>
        <translation>Revoked {moment}</translation>
    </message>
    <message>
        <source>Gegevens onleesbaar gemaakt</source>
        <translation>Data made unreadable</translation>
    </message>
    <message>
        <source>Opdracht gegeven {moment}</source>
        <translation>Order given {moment}</translation>
    </message>
    <message>
        <source>Nog geen contact gehad</source>
        <translation>No contact yet</translation>
    </message>
    <message>
        <source>Bij het eerste contact maakt het toestel zijn gegevens onleesbaar.</source>
        <translation>At the first contact the device makes its data unreadable.</translation>
    </message>
    <message>
        <source>Intrekken</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>{naam} krijgt niets meer van de centrale</source>
        <translation>{naam} gets nothing more from the centre</translation>
    </message>
    <message>
        <source>Dit is niet terug te draaien. Met een nieuwe code kan het toestel zich opnieuw aanmelden.</source>
        <translation>This cannot be undone. With a new code the device can sign up again.</translation>
    </message>
    <message>
        <source>Het toestel maakt zijn gegevens onleesbaar</source>
        <translation>The device makes its data unreadable</translation>
    </message>
    <message>
        <source>Dat gebeurt bij het eerste contact. Tot dan beschermt het wachtwoord de gegevens.</source>
        <translation>This happens at the first contact. Until then the password protects the data.</translation>
    </message>
    <message>
        <source>Werk blijft bewaard</source>
        <translation>Work is kept</translation>
    </message>
    <message>
        <source>Wat nog niet verstuurd is, blijft verzegeld op het toestel staan.</source>
        <translation>What has not been sent stays sealed on the device.</translation>
    </message>
    <message>
        <source>bijvoorbeeld: kwijt, gestolen, ingeleverd</source>
        <translation>for example: lost, stolen, handed in</translation>
    </message>
    <message>
        <source>Toestel intrekken</source>
        <translation>Revoke device</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{naam} intrekken</source>
        <translation>Revoke {naam}</translation>
    </message>
    <message>
        <source>{naam} is ingetrokken.</source>
        <translation>{naam} has been revoked.</translation>
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
    <name>EnrolCard</name>
    <message>
        <source>Aanmelden bij de centrale</source>
        <translation>Sign up at the centre</translation>
    </message>
    <message>
        <source>Vraag uw beheerder om het adres en een eenmalige code.</source>
        <translation>Ask your administrator for the address and a one-time code.</translation>
    </message>
    <message>
        <source>bijvoorbeeld tablet 3</source>
        <translation>for example tablet 3</translation>
    </message>
    <message>
        <source>Adres van de centrale</source>
        <translation>Address of the centre</translation>
    </message>
    <message>
        <source>Eenmalige code</source>
        <translation>One-time code</translation>
    </message>
    <message>
        <source>Naam van dit apparaat</source>
        <translation>Name of this device</translation>
    </message>
    <message>
        <source>Certificaat kiezen</source>
        <translation>Choose certificate</translation>
    </message>
    <message>
        <source>Zonder certificaat</source>
        <translation>Without a certificate</translation>
    </message>
    <message>
        <source>Bezig met aanmelden</source>
        <translation>Signing up</translation>
    </message>
    <message>
        <source>Vul eerst het adres in</source>
        <translation>Fill in the address first</translation>
    </message>
    <message>
        <source>Vul eerst de code in</source>
        <translation>Fill in the code first</translation>
    </message>
    <message>
        <source>Aanmelden</source>
        <translation>Sign up</translation>
    </message>
    <message>
        <source>Alleen nodig als uw beheerder een certificaatbestand gaf.</source>
        <translation>Only needed if your administrator gave you a certificate file.</translation>
    </message>
    <message>
        <source>Certificaat: {bestand}</source>
        <translation>Certificate: {bestand}</translation>
    </message>
</context>
<context>
    <name>EnrolStory</name>
    <message>
        <source>Wat er gebeurt</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>Uw werk gaat eerst mee</source>
        <translation>Your work is sent first</translation>
    </message>
    <message>
        <source>Alles wat op dit apparaat staat, gaat naar de centrale. Pas daarna verandert hier iets.</source>
        <translation>Everything on this device goes to the centre. Only after that does anything change here.</translation>
    </message>
    <message>
        <source>U krijgt uw eigen rol</source>
        <translation>You get your own role</translation>
    </message>
    <message>
        <source>De beheerder gaf u een rol. Dit apparaat toont daarna wat bij die rol hoort.</source>
        <translation>The administrator gave you a role. After that this device shows what belongs to it.</translation>
    </message>
    <message>
        <source>Niemand raakt iets kwijt</source>
        <translation>Nobody loses anything</translation>
    </message>
    <message>
        <source>Wijzigde een collega hetzelfde? Dan ziet u beide waarden en kiest u.</source>
        <translation>Did a colleague change the same thing? Then you see both values and choose.</translation>
    </message>
    <message>
        <source>U blijft zonder netwerk werken</source>
        <translation>You keep working without a network</translation>
    </message>
    <message>
        <source>Alles staat versleuteld op dit apparaat. Verzenden gaat vanzelf zodra er verbinding is.</source>
        <translation>Everything is encrypted on this device. It is sent automatically once there is a connection.</translation>
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
    <name>FileSlot</name>
    <message>
        <source>Kiezen…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>{soort} kiezen</source>
        <translation>Choose {soort}</translation>
    </message>
    <message>
        <source>{soort} toch niet</source>
        <translation>No {soort} after all</translation>
    </message>
    <message>
        <source>Alle bestanden (*)</source>
        <translation>All files (*)</translation>
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
    <message>
        <source>Om te lezen en te printen (*.html)</source>
        <translation>To read and print (*.html)</translation>
    </message>
    <message>
        <source>Tabel (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <source>Autorisatiematrix exporteren</source>
        <translation>Export authorisation matrix</translation>
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
    <name>FotoKnop</name>
    <message>
        <source>Deze foto is nog onderweg.</source>
        <translation>This photo is still on its way.</translation>
    </message>
    <message>
        <source>foto volgt</source>
        <translation>photo follows</translation>
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
        <source>Foto {nummer} van {aantal} volgt nog</source>
        <translation>Photo {nummer} of {aantal} is still to follow</translation>
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
    <name>HierPanel</name>
    <message>
        <source>Wat hier geldt</source>
        <translation>What holds here</translation>
    </message>
    <message>
        <source>Hier geldt vandaag geen gebied met een besluit.</source>
        <translation>No area with a decision holds here today.</translation>
    </message>
    <message>
        <source>JOP&apos;s in de buurt</source>
        <translation>JOPs nearby</translation>
    </message>
    <message>
        <source>Naar mijn plaats</source>
        <translation>To my place</translation>
    </message>
    <message>
        <source>Plaatsbepaling instellen</source>
        <translation>Set up positioning</translation>
    </message>
</context>
<context>
    <name>HierWoorden</name>
    <message>
        <source>Buiten de gemeente</source>
        <translation>Outside the municipality</translation>
    </message>
    <message>
        <source>Geen buurt bekend</source>
        <translation>No buurt known</translation>
    </message>
    <message>
        <source>Buiten de buurten</source>
        <translation>Outside the buurten</translation>
    </message>
    <message>
        <source>{adres}, op {afstand}</source>
        <translation>{adres}, at {afstand}</translation>
    </message>
    <message>
        <source>Geen straat of adres in de buurt</source>
        <translation>No street or address nearby</translation>
    </message>
    <message>
        <source>{straat}, {waar}</source>
        <translation>{straat}, {waar}</translation>
    </message>
    <message>
        <source>hoek {zijstraat}</source>
        <translation>corner of {zijstraat}</translation>
    </message>
    <message>
        <source>{afstand} van {zijstraat}</source>
        <translation>{afstand} from {zijstraat}</translation>
    </message>
    <message>
        <source>buiten de gemeente</source>
        <translation>outside the municipality</translation>
    </message>
    <message>
        <source>binnen de gemeente</source>
        <translation>inside the municipality</translation>
    </message>
    <message>
        <source>Binnen {afstand} ook: {namen}.</source>
        <translation>Within {afstand} also: {namen}.</translation>
    </message>
    <message>
        <source>Besluit: {besluit}</source>
        <translation>Decision: {besluit}</translation>
    </message>
    <message>
        <source>Proef tot en met {datum}</source>
        <translation>Trial until {datum}, that day included</translation>
    </message>
    <message>
        <source>Nog een idee</source>
        <translation>Still an idea</translation>
    </message>
    <message>
        <source>In onderzoek</source>
        <translation>Being looked into</translation>
    </message>
    <message>
        <source>In overleg</source>
        <translation>Under discussion</translation>
    </message>
    <message>
        <source>Proef</source>
        <translation>Trial</translation>
    </message>
    <message>
        <source>Geldt {periode}</source>
        <translation>Holds {periode}</translation>
    </message>
    <message>
        <source>Geldt tot en met {datum}</source>
        <translation>Holds until {datum}, that day included</translation>
    </message>
    <message>
        <source>Geldt vanaf {datum}</source>
        <translation>Holds from {datum}</translation>
    </message>
    <message>
        <source>Geldt zonder einddatum</source>
        <translation>Holds without an end date</translation>
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
        <source>Waar ben ik</source>
        <translation>Where am I</translation>
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
        <source>Kaartpakketten</source>
        <translation>Map packages</translation>
    </message>
    <message>
        <source>Straten instellen</source>
        <translation>Set streets</translation>
    </message>
    <message>
        <source>Importeren</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Synchroniseren</source>
        <translation>Synchronise</translation>
    </message>
    <message>
        <source>Oudere meldingen</source>
        <translation>Older meldingen</translation>
    </message>
    <message>
        <source>Meenemen op USB</source>
        <translation>Take along on USB</translation>
    </message>
    <message>
        <source>Beheer</source>
        <translation>Admin</translation>
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
    <name>KaartWords</name>
    <message>
        <source>Gemeentegrens</source>
        <translation>Municipal border</translation>
    </message>
    <message>
        <source>Wijken</source>
        <translation>Wijken</translation>
    </message>
    <message>
        <source>Buurten</source>
        <translation>Buurten</translation>
    </message>
    <message>
        <source>Stratennet</source>
        <translation>Street network</translation>
    </message>
    <message>
        <source>Adressen</source>
        <translation>Addresses</translation>
    </message>
    <message>
        <source>Water en groen</source>
        <translation>Water and green</translation>
    </message>
    <message>
        <source>Plekken</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Gebieden</source>
        <translation>Areas</translation>
    </message>
    <message>
        <source>Straten</source>
        <translation>Streets</translation>
    </message>
    <message>
        <source>Basiskaart</source>
        <translation>Base map</translation>
    </message>
    <message>
        <source>Grenzen en buurten</source>
        <translation>Borders and buurten</translation>
    </message>
    <message>
        <source>werkt niet</source>
        <translation>does not work</translation>
    </message>
    <message>
        <source>in gebruik</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>oud</source>
        <translation>old</translation>
    </message>
    <message>
        <source>getekend voorbeeld</source>
        <translation>drawn example</translation>
    </message>
    <message>
        <source>datum onbekend</source>
        <translation>date not known</translation>
    </message>
    <message>
        <source>gemaakt op {dag}</source>
        <translation>made on {dag}</translation>
    </message>
    <message>
        <source>stand {dag}</source>
        <translation>as of {dag}</translation>
    </message>
    <message>
        <source>vandaag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>gisteren</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>{dagen} dagen oud</source>
        <translation>{dagen} days old</translation>
    </message>
    <message>
        <source>{maanden} maanden oud</source>
        <translation>{maanden} months old</translation>
    </message>
    <message>
        <source>minder dan een minuut</source>
        <translation>less than a minute</translation>
    </message>
    <message>
        <source>minuut</source>
        <translation>minute</translation>
    </message>
    <message>
        <source>minuten</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>{uren} uur</source>
        <translation>{uren} hours</translation>
    </message>
</context>
<context>
    <name>KaartpakkettenPage</name>
    <message>
        <source>Kaartpakketten</source>
        <translation>Map packages</translation>
    </message>
    <message>
        <source>In gebruik: {naam}</source>
        <translation>In use: {naam}</translation>
    </message>
    <message>
        <source>Er is geen in gebruik</source>
        <translation>None is in use</translation>
    </message>
    <message>
        <source>Bestand openen</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>een .boakaart van een ander</source>
        <translation>somebody else&apos;s .boakaart</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Straten instellen</source>
        <translation>Set streets</translation>
    </message>
    <message>
        <source>wat een schouw moet lopen</source>
        <translation>what a schouw must walk</translation>
    </message>
    <message>
        <source>Straten</source>
        <translation>Streets</translation>
    </message>
    <message>
        <source>geen stratennet</source>
        <translation>no street network</translation>
    </message>
    <message>
        <source>Kaartpakket openen</source>
        <translation>Open map package</translation>
    </message>
    <message>
        <source>Kaartpakket (*{einde})</source>
        <translation>Map package (*{einde})</translation>
    </message>
    <message>
        <source>Alle bestanden (*)</source>
        <translation>All files (*)</translation>
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
    <message>
        <source>Zoek op naam</source>
        <translation>Search by name</translation>
    </message>
</context>
<context>
    <name>LosDetail</name>
    <message>
        <source>Alle straten</source>
        <translation>All streets</translation>
    </message>
    <message>
        <source>Keuze schrappen</source>
        <translation>Drop choice</translation>
    </message>
    <message>
        <source>Pad zonder naam</source>
        <translation>Path without a name</translation>
    </message>
    <message>
        <source>Op deze plek ligt in dit kaartpakket geen straat die erbij past. De keuze blijft bewaard en geldt weer zodra de straat terug is.</source>
        <translation>No street in this map package fits at this place. The choice is kept and holds again as soon as the street is back.</translation>
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
    <name>MakingView</name>
    <message>
        <source>U kunt gewoon doorwerken. Het kaartpakket dat u nu gebruikt, blijft werken tot het nieuwe klaar is.</source>
        <translation>You can simply work on. The map package in use keeps working until the new one is ready.</translation>
    </message>
    <message>
        <source>Stopt u, of vergrendelt het scherm? U gaat later verder waar het was.</source>
        <translation>Do you stop, or does the screen lock? You go on later from where it was.</translation>
    </message>
    <message>
        <source>Begint…</source>
        <translation>Beginning…</translation>
    </message>
    <message>
        <source>Bestand</source>
        <translation>File</translation>
    </message>
    <message>
        <source>wordt opgehaald</source>
        <translation>being fetched</translation>
    </message>
    <message>
        <source>wordt gelezen</source>
        <translation>being read</translation>
    </message>
    <message>
        <source>wordt bewaard</source>
        <translation>being stored</translation>
    </message>
    <message>
        <source>wordt nagekeken</source>
        <translation>being checked</translation>
    </message>
    <message>
        <source>klaar</source>
        <translation>done</translation>
    </message>
    <message>
        <source>was al klaar</source>
        <translation>was done already</translation>
    </message>
    <message>
        <source>niet gelukt</source>
        <translation>did not succeed</translation>
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
    <name>MatrixPart</name>
    <message>
        <source>Rollen</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Wie ziet wat</source>
        <translation>Who sees what</translation>
    </message>
    <message>
        <source>De tabel komt zo</source>
        <translation>The table is coming</translation>
    </message>
    <message>
        <source>Exporteren</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 account</translation>
    </message>
    <message>
        <source>{aantal} accounts</source>
        <translation>{aantal} accounts</translation>
    </message>
    <message>
        <source>1 regel</source>
        <translation>1 line</translation>
    </message>
    <message>
        <source>{aantal} regels</source>
        <translation>{aantal} lines</translation>
    </message>
    <message>
        <source>Niemand heeft deze rol</source>
        <translation>Nobody has this role</translation>
    </message>
    <message>
        <source>Wie deze rol nu heeft</source>
        <translation>Who has this role now</translation>
    </message>
    <message>
        <source>Wat hier niet staat, wordt geweigerd</source>
        <translation>What is not here is refused</translation>
    </message>
    <message>
        <source>Het programma en de centrale handelen naar deze ene tabel.</source>
        <translation>The program and the centre act by this one table.</translation>
    </message>
    <message>
        <source>De matrix staat in {bestand}.</source>
        <translation>The matrix is in {bestand}.</translation>
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
    <name>NewForm</name>
    <message>
        <source>Waar komt het vandaan?</source>
        <translation>Where does it come from?</translation>
    </message>
    <message>
        <source>Ophalen bij PDOK</source>
        <translation>Fetch from PDOK</translation>
    </message>
    <message>
        <source>Eigen bestanden</source>
        <translation>Own files</translation>
    </message>
    <message>
        <source>Gemeente</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>naam of code, bijvoorbeeld GM0353</source>
        <translation>name or code, for example GM0353</translation>
    </message>
    <message>
        <source>Naam van het kaartpakket</source>
        <translation>Name of the map package</translation>
    </message>
    <message>
        <source>bijvoorbeeld: Centrum en Zuid</source>
        <translation>for example: Centre and South</translation>
    </message>
    <message>
        <source>Kies eerst een gemeente</source>
        <translation>Choose a municipality first</translation>
    </message>
    <message>
        <source>Kies eerst een bestand</source>
        <translation>Choose a file first</translation>
    </message>
    <message>
        <source>Samen ongeveer {grootte}, {tijd}</source>
        <translation>Together about {grootte}, {tijd}</translation>
    </message>
    <message>
        <source>U kunt ondertussen gewoon doorwerken.</source>
        <translation>You can simply work on meanwhile.</translation>
    </message>
    <message>
        <source>Kies wat u heeft. Wat u niet kiest, ontbreekt later op de kaart.</source>
        <translation>Choose what you have. What you do not choose will be missing on the map.</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Straten</source>
        <translation>Streets</translation>
    </message>
    <message>
        <source>OpenStreetMap (.osm.pbf, .osm.gz) of NWB (.gpkg)</source>
        <translation>OpenStreetMap (.osm.pbf, .osm.gz) or NWB (.gpkg)</translation>
    </message>
    <message>
        <source>Grenzen en buurten</source>
        <translation>Borders and buurten</translation>
    </message>
    <message>
        <source>CBS (.gpkg of .geojson), RD of WGS84</source>
        <translation>CBS (.gpkg or .geojson), RD or WGS84</translation>
    </message>
    <message>
        <source>Basiskaart</source>
        <translation>Base map</translation>
    </message>
    <message>
        <source>MBTiles of PMTiles</source>
        <translation>MBTiles or PMTiles</translation>
    </message>
    <message>
        <source>Adressen</source>
        <translation>Addresses</translation>
    </message>
    <message>
        <source>BAG (.csv, .gpkg) of .geojson</source>
        <translation>BAG (.csv, .gpkg) or .geojson</translation>
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
        <source>{aantal} van {totaal} regels kwam geschonden binnen en is overgeslagen</source>
        <translation>{aantal} of {totaal} lines came in damaged and were skipped</translation>
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
    <name>OlderCard</name>
    <message>
        <source>Bij de centrale opvragen</source>
        <translation>Request from the centre</translation>
    </message>
    <message>
        <source>Uw vraag en uw reden worden vastgelegd. Niets hiervan blijft op dit apparaat.</source>
        <translation>Your request and your reason are logged. Nothing of this stays on this device.</translation>
    </message>
    <message>
        <source>dd-mm-jjjj</source>
        <translation>dd-mm-yyyy</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation>Up to and including</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
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
        <source>Alleen met een centrale</source>
        <translation>Only with a centre</translation>
    </message>
    <message>
        <source>Bezig met opvragen</source>
        <translation>Requesting</translation>
    </message>
    <message>
        <source>Vul eerst de dagen in</source>
        <translation>Fill in the days first</translation>
    </message>
    <message>
        <source>Vul eerst de reden in</source>
        <translation>Fill in the reason first</translation>
    </message>
    <message>
        <source>Opvragen</source>
        <translation>Request</translation>
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
    <name>OuderPage</name>
    <message>
        <source>Gevonden meldingen</source>
        <translation>Meldingen found</translation>
    </message>
    <message>
        <source>Wat is vastgelegd</source>
        <translation>What was logged</translation>
    </message>
    <message>
        <source>Nog niets opgevraagd</source>
        <translation>Nothing requested yet</translation>
    </message>
    <message>
        <source>Vul links de dagen en de reden in.</source>
        <translation>Fill in the days and the reason on the left.</translation>
    </message>
    <message>
        <source>Oudere meldingen</source>
        <translation>Older meldingen</translation>
    </message>
    <message>
        <source>alleen lezen, bij de centrale</source>
        <translation>read only, at the centre</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Bezig met opvragen</source>
        <translation>Requesting</translation>
    </message>
    <message>
        <source>Niets gevonden</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>In deze dagen is er niets dat u mag lezen.</source>
        <translation>In these days there is nothing you may read.</translation>
    </message>
    <message>
        <source>Melding</source>
        <translation>Melding</translation>
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
    <name>PairPanel</name>
    <message>
        <source>Mogelijk zelfde incident</source>
        <translation>Possibly the same incident</translation>
    </message>
    <message>
        <source>Niet hetzelfde</source>
        <translation>Not the same</translation>
    </message>
    <message>
        <source>Eén incident</source>
        <translation>One incident</translation>
    </message>
    <message>
        <source>Als één incident tellen ze samen één keer. Beide meldingen blijven bestaan.</source>
        <translation>As one incident they count once together. Both meldingen remain.</translation>
    </message>
    <message>
        <source>Kaart met beide meldingen</source>
        <translation>Map with both meldingen</translation>
    </message>
    <message>
        <source>Melding lezen</source>
        <translation>Read melding</translation>
    </message>
</context>
<context>
    <name>PakketFacts</name>
    <message>
        <source>Klaar: {onderdelen}. De rest gaat verder waar het was.</source>
        <translation>Done: {onderdelen}. The rest goes on from where it was.</translation>
    </message>
    <message>
        <source>Dit kaartpakket is nog niet af</source>
        <translation>This map package is not finished</translation>
    </message>
    <message>
        <source>Er is nog niets klaar.</source>
        <translation>Nothing is done yet.</translation>
    </message>
    <message>
        <source>maakte dit kaartpakket</source>
        <translation>made this map package</translation>
    </message>
    <message>
        <source>De handtekening klopt</source>
        <translation>The signature is right</translation>
    </message>
    <message>
        <source>Deze maker vertrouwt u al.</source>
        <translation>You trust this maker already.</translation>
    </message>
    <message>
        <source>Vraag de maker of dit bij hem staat, en neem het alleen dan over: {vingerafdruk}</source>
        <translation>Ask the maker whether this stands with him, and only then take it in: {vingerafdruk}</translation>
    </message>
    <message>
        <source>Deze maker is hier nog niet bekend</source>
        <translation>This maker is not known here yet</translation>
    </message>
    <message>
        <source>Het kaartpakket met deze naam op dit apparaat is nieuwer.</source>
        <translation>The map package of this name on this device is newer.</translation>
    </message>
    <message>
        <source>Dit is ouder dan wat u al heeft</source>
        <translation>This is older than what you have already</translation>
    </message>
    <message>
        <source>{onderdeel} is niet gelukt</source>
        <translation>{onderdeel} did not succeed</translation>
    </message>
    <message>
        <source>Niet in dit kaartpakket</source>
        <translation>Not in this map package</translation>
    </message>
    <message>
        <source>Bronnen</source>
        <translation>Sources</translation>
    </message>
</context>
<context>
    <name>PakketPart</name>
    <message>
        <source>Op dit apparaat</source>
        <translation>On this device</translation>
    </message>
    <message>
        <source>Nog geen kaartpakket</source>
        <translation>No map package yet</translation>
    </message>
    <message>
        <source>Met een kaartpakket heeft u straten, buurten en adressen bij u, ook zonder verbinding.</source>
        <translation>With a map package you have streets, buurten and addresses with you, also without a line.</translation>
    </message>
    <message>
        <source>Kaartpakket maken</source>
        <translation>Make kaartpakket</translation>
    </message>
    <message>
        <source>Maken</source>
        <translation>Make</translation>
    </message>
    <message>
        <source>Overnemen</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>Vertrouwen en overnemen</source>
        <translation>Trust and take in</translation>
    </message>
    <message>
        <source>Niet weghalen</source>
        <translation>Do not remove</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Bezig met maken</source>
        <translation>Being made</translation>
    </message>
    <message>
        <source>Bezig</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>Nieuw kaartpakket</source>
        <translation>New map package</translation>
    </message>
    <message>
        <source>Nieuw</source>
        <translation>New</translation>
    </message>
    <message>
        <source>er wordt er al een gemaakt</source>
        <translation>one is being made already</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Kies een kaartpakket</source>
        <translation>Choose a map package</translation>
    </message>
    <message>
        <source>Hier ziet u wat erin zit, hoe oud het is en waar het vandaan komt.</source>
        <translation>Here you see what is in it, how old it is and where it came from.</translation>
    </message>
    <message>
        <source>Kaartpakket</source>
        <translation>Map package</translation>
    </message>
    <message>
        <source>Gebruiken</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Nakijken</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Doorgeven</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Verder gaan</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Weggooien</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>{naam} gaat van dit apparaat af</source>
        <translation>{naam} goes off this device</translation>
    </message>
    <message>
        <source>Meldingen blijven staan. U kunt het kaartpakket later opnieuw maken.</source>
        <translation>Meldingen stay. You can make the map package again later.</translation>
    </message>
    <message>
        <source>{naam} weghalen</source>
        <translation>Remove {naam}</translation>
    </message>
    <message>
        <source>{naam} is weggehaald.</source>
        <translation>{naam} was removed.</translation>
    </message>
    <message>
        <source>Wacht tot het nieuwe kaartpakket klaar is, of stop daarmee.</source>
        <translation>Wait until the new map package is ready, or stop making it.</translation>
    </message>
    <message>
        <source>{naam} is heel: elk onderdeel klopt.</source>
        <translation>{naam} is whole: every part is right.</translation>
    </message>
    <message>
        <source>Kaartpakket doorgeven</source>
        <translation>Hand over map package</translation>
    </message>
    <message>
        <source>Kaartpakket (*{einde})</source>
        <translation>Map package (*{einde})</translation>
    </message>
    <message>
        <source>{naam} wordt ingepakt.</source>
        <translation>{naam} is being packed.</translation>
    </message>
    <message>
        <source>{bestand} is klaar. Vingerafdruk: {vinger}</source>
        <translation>{bestand} is ready. Fingerprint: {vinger}</translation>
    </message>
    <message>
        <source>Er wordt gevraagd hoeveel het is…</source>
        <translation>Asking how much it is…</translation>
    </message>
    <message>
        <source>nog niet af</source>
        <translation>not finished</translation>
    </message>
    <message>
        <source>gestopt</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>Het kaartpakket is klaar. Kies Gebruiken om het op de kaart te zien.</source>
        <translation>The map package is ready. Choose Use to see it on the map.</translation>
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
    <name>RejectedPanel</name>
    <message>
        <source>Geweigerde wijziging</source>
        <translation>Refused change</translation>
    </message>
    <message>
        <source>Laat los</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>Correctie maken</source>
        <translation>Make correction</translation>
    </message>
    <message>
        <source>Verkeerd ingevuld</source>
        <translation>Filled in wrongly</translation>
    </message>
    <message>
        <source>Later gebleken</source>
        <translation>Found out later</translation>
    </message>
    <message>
        <source>Op verzoek</source>
        <translation>On request</translation>
    </message>
    <message>
        <source>Waarom corrigeert u dit?</source>
        <translation>Why do you correct this?</translation>
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
        <source>Adressen</source>
        <translation>Addresses</translation>
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
        <source>1 conflict</source>
        <translation>1 conflict</translation>
    </message>
    <message>
        <source>1 geweigerde wijziging</source>
        <translation>1 refused change</translation>
    </message>
    <message>
        <source>1 nog niet gesynchroniseerd</source>
        <translation>1 not synchronised yet</translation>
    </message>
    <message>
        <source>{aantal} conflicten</source>
        <translation>{aantal} conflicts</translation>
    </message>
    <message>
        <source>{aantal} geweigerde wijzigingen</source>
        <translation>{aantal} refused changes</translation>
    </message>
    <message>
        <source>{aantal} nog niet gesynchroniseerd</source>
        <translation>{aantal} not synchronised yet</translation>
    </message>
    <message>
        <source>kies welke waarde geldt</source>
        <translation>choose which value applies</translation>
    </message>
    <message>
        <source>maak een correctie of laat los</source>
        <translation>make a correction or let go</translation>
    </message>
    <message>
        <source>gaat vanzelf mee zodra er verbinding is</source>
        <translation>is sent automatically once there is a connection</translation>
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
    <name>RunningPanel</name>
    <message>
        <source>Bezig met synchroniseren</source>
        <translation>Synchronising</translation>
    </message>
    <message>
        <source>U kunt gewoon doorwerken en ook een melding maken. Stoppen mag: wat aankwam, blijft daar.</source>
        <translation>You can go on working and make a melding too. You may stop: what arrived stays there.</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Bezig met stoppen</source>
        <translation>Stopping</translation>
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
        <source>Opname (*.nmea *.log *.txt *.gpx);;Alle bestanden (*)</source>
        <translation>Recording (*.nmea *.log *.txt *.gpx);;All files (*)</translation>
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
        <source>synchroniseren</source>
        <translation>synchronising</translation>
    </message>
    <message>
        <source>{aantal} nog niet</source>
        <translation>{aantal} not yet</translation>
    </message>
    <message>
        <source>gesynchroniseerd</source>
        <translation>synchronised</translation>
    </message>
    <message>
        <source>foto</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>foto&apos;s</source>
        <translation>photos</translation>
    </message>
    <message>
        <source>nog hier</source>
        <translation>still here</translation>
    </message>
    <message>
        <source>Nog geen</source>
        <translation>No contact</translation>
    </message>
    <message>
        <source>contact gehad</source>
        <translation>had yet</translation>
    </message>
    <message>
        <source>laatst {tijd}</source>
        <translation>last {tijd}</translation>
    </message>
    <message>
        <source>Alles bij de centrale</source>
        <translation>All at the centre</translation>
    </message>
    <message>
        <source>alles</source>
        <translation>all</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflict</translation>
    </message>
    <message>
        <source>conflicten</source>
        <translation>conflicts</translation>
    </message>
    <message>
        <source>kies welke geldt</source>
        <translation>choose which applies</translation>
    </message>
    <message>
        <source>geweigerd</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>vraagt aandacht</source>
        <translation>needs attention</translation>
    </message>
    <message>
        <source>vragen om</source>
        <translation>need</translation>
    </message>
    <message>
        <source>uw aandacht</source>
        <translation>your attention</translation>
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
    <name>StickWindow</name>
    <message>
        <source>Kies de USB-stick</source>
        <translation>Choose the USB stick</translation>
    </message>
    <message>
        <source>Verzegeld bestand (*{einde})</source>
        <translation>Sealed file (*{einde})</translation>
    </message>
    <message>
        <source>Kies het antwoord van de centrale</source>
        <translation>Choose the answer of the centre</translation>
    </message>
    <message>
        <source>Alle bestanden (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Antwoord (*{einde})</source>
        <translation>Answer (*{einde})</translation>
    </message>
</context>
<context>
    <name>StraatDetail</name>
    <message>
        <source>Alle straten</source>
        <translation>All streets</translation>
    </message>
    <message>
        <source>Voor welk deel</source>
        <translation>For which part</translation>
    </message>
    <message>
        <source>Hele straat</source>
        <translation>Whole street</translation>
    </message>
    <message>
        <source>Dit stuk</source>
        <translation>This part</translation>
    </message>
    <message>
        <source>Wat geldt hier?</source>
        <translation>What holds here?</translation>
    </message>
    <message>
        <source>Reden bewaren</source>
        <translation>Store reason</translation>
    </message>
    <message>
        <source>Terug naar standaard</source>
        <translation>Back to standard</translation>
    </message>
    <message>
        <source>Uw teamleider of schouwleider stelt de straten in.</source>
        <translation>Your teamleider or schouwleider sets the streets.</translation>
    </message>
    <message>
        <source>Reden (mag leeg)</source>
        <translation>Reason (may be empty)</translation>
    </message>
</context>
<context>
    <name>StraatWoorden</name>
    <message>
        <source>Pad bij {straat}</source>
        <translation>Path near {straat}</translation>
    </message>
    <message>
        <source>Pad zonder naam</source>
        <translation>Path without a name</translation>
    </message>
    <message>
        <source>Gemengd</source>
        <translation>Mixed</translation>
    </message>
    <message>
        <source>stuk</source>
        <translation>part</translation>
    </message>
    <message>
        <source>stukken</source>
        <translation>parts</translation>
    </message>
    <message>
        <source>{lengte} in {stukken}</source>
        <translation>{lengte} in {stukken}</translation>
    </message>
    <message>
        <source>met de hand</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>past niet</source>
        <translation>does not fit</translation>
    </message>
</context>
<context>
    <name>StratenLijst</name>
    <message>
        <source>Zoek een straat</source>
        <translation>Search for a street</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Gezet</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Past niet</source>
        <translation>Does not fit</translation>
    </message>
    <message>
        <source>Welke straten</source>
        <translation>Which streets</translation>
    </message>
    <message>
        <source>Straten</source>
        <translation>Streets</translation>
    </message>
    <message>
        <source>keuze</source>
        <translation>choice</translation>
    </message>
    <message>
        <source>keuzes</source>
        <translation>choices</translation>
    </message>
    <message>
        <source>straat of pad</source>
        <translation>street or path</translation>
    </message>
    <message>
        <source>straten en paden</source>
        <translation>streets and paths</translation>
    </message>
    <message>
        <source>Niets gevonden</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Zoek op een deel van de naam, of tik de straat op de kaart.</source>
        <translation>Search for part of the name, or touch the street on the map.</translation>
    </message>
    <message>
        <source>Nog niets met de hand gezet</source>
        <translation>Nothing set by hand yet</translation>
    </message>
    <message>
        <source>Kies een straat en zet haar op verplicht, mag of verboden.</source>
        <translation>Choose a street and set it to required, allowed or forbidden.</translation>
    </message>
    <message>
        <source>Alle keuzes passen</source>
        <translation>All choices fit</translation>
    </message>
    <message>
        <source>Past een keuze na een nieuw kaartpakket nergens meer, dan staat zij hier.</source>
        <translation>A choice that fits nowhere after a new map package stands here.</translation>
    </message>
</context>
<context>
    <name>StratenPage</name>
    <message>
        <source>Kaart met straten</source>
        <translation>Map with streets</translation>
    </message>
    <message>
        <source>Straten instellen</source>
        <translation>Set streets</translation>
    </message>
    <message>
        <source>{gemeente}, straten van {datum}</source>
        <translation>{gemeente}, streets of {datum}</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Lijst</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Kaart</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>De straten worden gelezen</source>
        <translation>Reading the streets</translation>
    </message>
    <message>
        <source>Naar de kaartpakketten</source>
        <translation>To the map packages</translation>
    </message>
    <message>
        <source>Opnieuw lezen</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>De straat volgt weer haar bron.</source>
        <translation>The street follows its source again.</translation>
    </message>
    <message>
        <source>De straat is ingesteld.</source>
        <translation>The street is set.</translation>
    </message>
    <message>
        <source>De keuze is geschrapt.</source>
        <translation>The choice was dropped.</translation>
    </message>
</context>
<context>
    <name>StreetsLayer</name>
    <message>
        <source>Straten</source>
        <translation>Streets</translation>
    </message>
    <message>
        <source>Verplicht te inspecteren</source>
        <translation>Must be inspected</translation>
    </message>
    <message>
        <source>Verbinding, mag</source>
        <translation>Link, allowed</translation>
    </message>
    <message>
        <source>Verboden</source>
        <translation>Forbidden</translation>
    </message>
    <message>
        <source>Met de hand gezet</source>
        <translation>Set by hand</translation>
    </message>
</context>
<context>
    <name>SyncLink</name>
    <message>
        <source>Oudere meldingen opvragen</source>
        <translation>Request older meldingen</translation>
    </message>
    <message>
        <source>Er is iets dat om uw keuze vraagt.</source>
        <translation>Something needs your choice.</translation>
    </message>
    <message>
        <source>Uw gegevens zijn veilig.</source>
        <translation>Your data are safe.</translation>
    </message>
    <message>
        <source>Kies Synchroniseren als het u uitkomt.</source>
        <translation>Choose Synchronise when it suits you.</translation>
    </message>
    <message>
        <source>De centrale vraagt u opnieuw aan te melden.</source>
        <translation>The centre asks you to sign in again.</translation>
    </message>
    <message>
        <source>Niet verzonden wijzigingen van vernietigde gegevens zijn weg: {aantal}.</source>
        <translation>Unsent changes of destroyed data are gone: {aantal}.</translation>
    </message>
    <message>
        <source>Vraag uw beheerder naar de reden.</source>
        <translation>Ask your administrator for the reason.</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Bonnetje {nr}</source>
        <translation>Receipt {nr}</translation>
    </message>
    <message>
        <source>Bonnetje</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Op dit apparaat is niets vervangen voordat de centrale het bevestigde.</source>
        <translation>Nothing on this device was replaced before the centre confirmed it.</translation>
    </message>
    <message>
        <source>Contact met de centrale</source>
        <translation>Contact with the centre</translation>
    </message>
    <message>
        <source>Wijzigingen sturen</source>
        <translation>Sending changes</translation>
    </message>
    <message>
        <source>Foto&apos;s sturen en ophalen</source>
        <translation>Sending and fetching photos</translation>
    </message>
    <message>
        <source>Nieuws ophalen</source>
        <translation>Fetching what is new</translation>
    </message>
    <message>
        <source>Opschonen wat weg moet</source>
        <translation>Clearing what has to go</translation>
    </message>
    <message>
        <source>Tellingen vergelijken</source>
        <translation>Comparing counts</translation>
    </message>
    <message>
        <source>{gedaan} van {totaal}</source>
        <translation>{gedaan} of {totaal}</translation>
    </message>
    <message>
        <source>Bezig</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>Nog niet aangemeld bij een centrale</source>
        <translation>Not signed up at a centre yet</translation>
    </message>
    <message>
        <source>Aangemeld, nog geen contact gehad</source>
        <translation>Signed up, no contact yet</translation>
    </message>
    <message>
        <source>Geen verbinding, laatste contact {wanneer}</source>
        <translation>No connection, last contact {wanneer}</translation>
    </message>
    <message>
        <source>Laatste contact {wanneer}</source>
        <translation>Last contact {wanneer}</translation>
    </message>
    <message>
        <source>minuut</source>
        <translation>minute</translation>
    </message>
    <message>
        <source>minuten</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>De klok loopt {tijd} voor</source>
        <translation>The clock is {tijd} fast</translation>
    </message>
    <message>
        <source>De klok loopt {tijd} achter</source>
        <translation>The clock is {tijd} slow</translation>
    </message>
    <message>
        <source>Zet de tijd van dit apparaat goed.</source>
        <translation>Set the time of this device right.</translation>
    </message>
    <message>
        <source>dag</source>
        <translation>day</translation>
    </message>
    <message>
        <source>dagen</source>
        <translation>days</translation>
    </message>
    <message>
        <source>Zonder contact gaat weg wat al bij de centrale staat. Niet verzonden werk blijft.</source>
        <translation>Without contact, what is already at the centre is removed here. Unsent work stays.</translation>
    </message>
    <message>
        <source>Nog {dagen} zonder contact</source>
        <translation>{dagen} left without contact</translation>
    </message>
    <message>
        <source>foto staat nog hier</source>
        <translation>photo is still here</translation>
    </message>
    <message>
        <source>foto&apos;s staan nog hier</source>
        <translation>photos are still here</translation>
    </message>
    <message>
        <source>duur {seconden} s</source>
        <translation>took {seconden} s</translation>
    </message>
    <message>
        <source>duur {minuten} min</source>
        <translation>took {minuten} min</translation>
    </message>
    <message>
        <source>Wat aankwam, blijft daar. De rest gaat vanzelf mee.</source>
        <translation>What arrived stays there. The rest will be sent automatically.</translation>
    </message>
    <message>
        <source>De verbinding brak af.</source>
        <translation>The connection broke off.</translation>
    </message>
    <message>
        <source>Uw werk is verstuurd. Ophalen kan nog niet.</source>
        <translation>Your work has been sent. Fetching is not possible yet.</translation>
    </message>
    <message>
        <source>Dit programma is ouder dan de centrale. Vraag uw beheerder om de nieuwe versie.</source>
        <translation>This program is older than the centre. Ask your administrator for the new version.</translation>
    </message>
    <message>
        <source>Meld u eerst aan bij uw gemeente.</source>
        <translation>Sign in to your municipality first.</translation>
    </message>
    <message>
        <source>Kies Synchroniseren. De aanmelding opent in uw browser.</source>
        <translation>Choose Synchronise. The sign-in opens in your browser.</translation>
    </message>
    <message>
        <source>Dit apparaat is ingetrokken.</source>
        <translation>This device has been revoked.</translation>
    </message>
    <message>
        <source>Niet verzonden werk staat verzegeld klaar. Vraag uw beheerder wat u doet.</source>
        <translation>Unsent work is sealed and ready. Ask your administrator what to do.</translation>
    </message>
    <message>
        <source>Uw rechten veranderden intussen.</source>
        <translation>Your rights changed meanwhile.</translation>
    </message>
    <message>
        <source>De volgende keer gaat het verder.</source>
        <translation>It goes on next time.</translation>
    </message>
    <message>
        <source>{aantal} van {totaal} foto&apos;s zijn aangekomen.</source>
        <translation>{aantal} of {totaal} photos have arrived.</translation>
    </message>
    <message>
        <source>Nog niet alles is aangekomen.</source>
        <translation>Not everything has arrived yet.</translation>
    </message>
    <message>
        <source>Uw gegevens staan hier nog. Blijft dit zo, meld het dan uw beheerder.</source>
        <translation>Your data are still here. If this goes on, tell your administrator.</translation>
    </message>
    <message>
        <source>De tellingen zijn niet gelijk.</source>
        <translation>The counts are not equal.</translation>
    </message>
    <message>
        <source>Dit apparaat is bijgewerkt.</source>
        <translation>This device is up to date.</translation>
    </message>
    <message>
        <source>{aantal} wijzigingen kwamen als begin mee.</source>
        <translation>{aantal} changes came along as a start.</translation>
    </message>
    <message>
        <source>Er was niets nieuws.</source>
        <translation>There was nothing new.</translation>
    </message>
    <message>
        <source>Beide kanten zijn gelijk.</source>
        <translation>Both sides are equal.</translation>
    </message>
    <message>
        <source>Alles is aangekomen.</source>
        <translation>Everything has arrived.</translation>
    </message>
    <message>
        <source>Beide kanten telden hetzelfde.</source>
        <translation>Both sides counted the same.</translation>
    </message>
    <message>
        <source>1 foto staat nog hier en gaat vanzelf mee.</source>
        <translation>1 photo is still here and will be sent automatically.</translation>
    </message>
    <message>
        <source>wijziging</source>
        <translation>change</translation>
    </message>
    <message>
        <source>wijzigingen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>foto</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>foto&apos;s</source>
        <translation>photos</translation>
    </message>
    <message>
        <source>1 wijziging staat nog hier en gaat vanzelf mee.</source>
        <translation>1 change is still here and will be sent automatically.</translation>
    </message>
    <message>
        <source>{wat} staan nog hier en gaan vanzelf mee.</source>
        <translation>{wat} are still here and will be sent automatically.</translation>
    </message>
    <message>
        <source> en </source>
        <translation> and </translation>
    </message>
    <message>
        <source>{aantal} nog hier</source>
        <translation>{aantal} still here</translation>
    </message>
    <message>
        <source>niet gelijk</source>
        <translation>not equal</translation>
    </message>
    <message>
        <source>Meldingen</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Wijzigingen</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Rondes</source>
        <translation>Rondes</translation>
    </message>
    <message>
        <source>Bezoeken</source>
        <translation>Visits</translation>
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
        <source>Keuzes voor straten</source>
        <translation>Choices for streets</translation>
    </message>
    <message>
        <source>Gegevens van foto&apos;s</source>
        <translation>Data of photos</translation>
    </message>
    <message>
        <source>Registratienummers</source>
        <translation>Registration numbers</translation>
    </message>
    <message>
        <source>Foto&apos;s</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Opgehaald</source>
        <translation>Fetched</translation>
    </message>
    <message>
        <source>Controlegetal, beide kanten</source>
        <translation>Checksum, both sides</translation>
    </message>
    <message>
        <source>Controlegetal hier</source>
        <translation>Checksum here</translation>
    </message>
    <message>
        <source>Controlegetal centrale</source>
        <translation>Checksum centre</translation>
    </message>
    <message>
        <source>Controlegetal</source>
        <translation>Checksum</translation>
    </message>
    <message>
        <source>volgt na contact</source>
        <translation>follows after contact</translation>
    </message>
    <message>
        <source>Controlegetal foto&apos;s</source>
        <translation>Checksum photos</translation>
    </message>
    <message>
        <source>volgt na foto {nummer}</source>
        <translation>follows after photo {nummer}</translation>
    </message>
</context>
<context>
    <name>SynchroniserenPage</name>
    <message>
        <source>Synchroniseren</source>
        <translation>Synchronise</translation>
    </message>
    <message>
        <source>Meenemen op USB</source>
        <translation>Take along on USB</translation>
    </message>
    <message>
        <source>verzegeld voor de centrale</source>
        <translation>sealed for the centre</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Bezig met synchroniseren</source>
        <translation>Synchronising</translation>
    </message>
    <message>
        <source>Bijwerken</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Nog geen bonnetje</source>
        <translation>No receipt yet</translation>
    </message>
    <message>
        <source>Na de eerste keer staat hier wat dit apparaat en de centrale telden.</source>
        <translation>After the first time, what this device and the centre counted is here.</translation>
    </message>
    <message>
        <source>U werkt nu zonder centrale, als {rol}.</source>
        <translation>You now work without a centre, as {rol}.</translation>
    </message>
    <message>
        <source>Gaat vanzelf mee bij de volgende keer</source>
        <translation>Will be sent automatically next time</translation>
    </message>
    <message>
        <source>Correctie</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Bekijk</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Mogelijk zelfde incident</source>
        <translation>Possibly the same incident</translation>
    </message>
    <message>
        <source>Nieuw kaartpakket bij de centrale</source>
        <translation>New kaartpakket at the centre</translation>
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
    <name>UsbBringer</name>
    <message>
        <source>Kies het bestand op de USB-stick</source>
        <translation>Choose the file on the USB stick</translation>
    </message>
    <message>
        <source>Alle bestanden (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Verzegeld bestand (*{einde})</source>
        <translation>Sealed file (*{einde})</translation>
    </message>
    <message>
        <source>Ingelezen. Breng {bestand} terug naar het toestel.</source>
        <translation>Read in. Take {bestand} back to the device.</translation>
    </message>
</context>
<context>
    <name>UsbPage</name>
    <message>
        <source>Zo gaat het</source>
        <translation>How it works</translation>
    </message>
    <message>
        <source>Meegenomen bestanden</source>
        <translation>Files taken along</translation>
    </message>
    <message>
        <source>Meenemen op USB</source>
        <translation>Take along on USB</translation>
    </message>
    <message>
        <source>Verzegeld voor de centrale</source>
        <translation>Sealed for the centre</translation>
    </message>
    <message>
        <source>Aanmelden</source>
        <translation>Sign up</translation>
    </message>
    <message>
        <source>Antwoord inlezen</source>
        <translation>Read in answer</translation>
    </message>
    <message>
        <source>van de centrale</source>
        <translation>from the centre</translation>
    </message>
    <message>
        <source>Antwoord</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Bestand schrijven</source>
        <translation>Write file</translation>
    </message>
    <message>
        <source>Schrijven</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Staat klaar: {wat}</source>
        <translation>Ready: {wat}</translation>
    </message>
    <message>
        <source>Alles is al bij de centrale</source>
        <translation>Everything is at the centre already</translation>
    </message>
    <message>
        <source>Nog niets meegenomen</source>
        <translation>Nothing taken along yet</translation>
    </message>
    <message>
        <source>Hier ziet u welk bestand op antwoord wacht.</source>
        <translation>Here you see which file is waiting for an answer.</translation>
    </message>
    <message>
        <source>Meenemen kan altijd: het antwoord brengt ook nieuws mee terug.</source>
        <translation>You can always take work along: the answer also brings back what is new.</translation>
    </message>
    <message>
        <source>wijziging</source>
        <translation>change</translation>
    </message>
    <message>
        <source>wijzigingen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>foto</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>foto&apos;s</source>
        <translation>photos</translation>
    </message>
    <message>
        <source>De stand komt zo</source>
        <translation>The status is coming</translation>
    </message>
    <message>
        <source>1. Schrijf het bestand op een USB-stick</source>
        <translation>1. Write the file to a USB stick</translation>
    </message>
    <message>
        <source>Alleen de centrale kan het openen. Wie de stick vindt, leest niets.</source>
        <translation>Only the centre can open it. Whoever finds the stick can read nothing.</translation>
    </message>
    <message>
        <source>2. Breng de stick naar uw beheerder of teamleider</source>
        <translation>2. Take the stick to your administrator or team lead</translation>
    </message>
    <message>
        <source>Die leest het bestand in op een toestel met verbinding.</source>
        <translation>They read in the file on a device with a connection.</translation>
    </message>
    <message>
        <source>3. Lees hier het antwoord in</source>
        <translation>3. Read in the answer here</translation>
    </message>
    <message>
        <source>Dan pas telt uw werk als verstuurd. U krijgt het bonnetje erbij.</source>
        <translation>Only then does your work count as sent. You get the receipt with it.</translation>
    </message>
    <message>
        <source>Even geduld</source>
        <translation>One moment</translation>
    </message>
    <message>
        <source>{wat}, geschreven {moment}</source>
        <translation>{wat}, written {moment}</translation>
    </message>
    <message>
        <source>Niets nieuws</source>
        <translation>Nothing new</translation>
    </message>
    <message>
        <source>Wacht op antwoord</source>
        <translation>Waiting for an answer</translation>
    </message>
    <message>
        <source>Antwoord ingelezen {moment}</source>
        <translation>Answer read in {moment}</translation>
    </message>
    <message>
        <source>{bestand} is geschreven. Breng het naar de centrale.</source>
        <translation>{bestand} has been written. Take it to the centre.</translation>
    </message>
    <message>
        <source>{bestand} is vol. De rest gaat mee na het antwoord.</source>
        <translation>{bestand} is full. The rest is sent after the answer.</translation>
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
        <source>Beheer openen</source>
        <translation>Open Admin</translation>
    </message>
    <message>
        <source>Beheer</source>
        <translation>Admin</translation>
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
    <name>WaarBenIkPage</name>
    <message>
        <source>Waar ben ik</source>
        <translation>Where am I</translation>
    </message>
    <message>
        <source>Kaart: tik om te zien wat daar geldt</source>
        <translation>Map: touch to see what holds there</translation>
    </message>
    <message>
        <source>Tik op de kaart om te zien wat daar geldt</source>
        <translation>Touch the map to see what holds there</translation>
    </message>
    <message>
        <source>Mijn plaats</source>
        <translation>My place</translation>
    </message>
    <message>
        <source>Hier</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Wat hier geldt</source>
        <translation>What holds here</translation>
    </message>
    <message>
        <source>Kaart</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Plaatsbepaling staat uit</source>
        <translation>Positioning is off</translation>
    </message>
    <message>
        <source>Tik op de kaart om te zien wat daar geldt.</source>
        <translation>Touch the map to see what holds there.</translation>
    </message>
    <message>
        <source>Uw plaats wordt gezocht</source>
        <translation>Looking for your place</translation>
    </message>
    <message>
        <source>Ga onder een vrije hemel staan, of tik op de kaart.</source>
        <translation>Stand under an open sky, or touch the map.</translation>
    </message>
    <message>
        <source>De gps geeft geen bruikbare plaats</source>
        <translation>The GPS gives no usable place</translation>
    </message>
    <message>
        <source>Tik op de kaart, of wacht even.</source>
        <translation>Touch the map, or wait a moment.</translation>
    </message>
    <message>
        <source>De plek die u op de kaart tikte</source>
        <translation>The place you touched on the map</translation>
    </message>
    <message>
        <source>Uw plaats om {tijd}</source>
        <translation>Your place at {tijd}</translation>
    </message>
    <message>
        <source>Uw plaats om {tijd}, tot op {afstand}</source>
        <translation>Your place at {tijd}, to within {afstand}</translation>
    </message>
    <message>
        <source>Deze plaats is van {tijd}. U kunt intussen ergens anders zijn.</source>
        <translation>This place is of {tijd}. You may be elsewhere by now.</translation>
    </message>
    <message>
        <source>Niet zeker: {reden}.</source>
        <translation>Not certain: {reden}.</translation>
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
        <source>Zoek een adres, straat, plek of coördinaten</source>
        <translation>Search for an address, street, place or coordinates</translation>
    </message>
    <message>
        <source>straat 12, 3401 AB of 52,021 5,039</source>
        <translation>street 12, 3401 AB or 52.021 5.039</translation>
    </message>
    <message>
        <source>Zoek ook bij PDOK als er verbinding is</source>
        <translation>Also search at PDOK when there is a line</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>PDOK krijgt alleen het adres dat u typt.</source>
        <translation>PDOK only gets the address you type.</translation>
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
        <source>Gevonden bij PDOK:</source>
        <translation>Found at PDOK:</translation>
    </message>
    <message>
        <source>Niets in uw adresboek. Zoeken bij PDOK …</source>
        <translation>Nothing in your address book. Searching at PDOK …</translation>
    </message>
    <message>
        <source>Niets in uw adresboek, en PDOK is nu niet bereikbaar. Tik op de kaart of typ anders.</source>
        <translation>Nothing in your address book, and PDOK cannot be reached now. Touch the map or type something else.</translation>
    </message>
    <message>
        <source>Niets gevonden. Dit lijkt geen adres, dus het is niet naar PDOK gestuurd.</source>
        <translation>Nothing found. This does not look like an address, so it was not sent to PDOK.</translation>
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
    <message>
        <source>adres</source>
        <translation>address</translation>
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
