"""Errors about the line to the centre and signing up there."""

from __future__ import annotations

from boa_app.texts.entry import Fout

FOUTEN: dict[str, Fout] = {
    "centrale_onbereikbaar": Fout(
        (
            "De centrale is niet bereikbaar.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Ga gerust door; zodra er verbinding is, gaat alles mee.",
        ),
        (
            "The centre cannot be reached.",
            "Everything on this device is safely stored.",
            "Carry on; everything goes along once there is a connection.",
        ),
    ),
    "centrale_traag": Fout(
        (
            "De centrale antwoordt te langzaam.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Probeer het opnieuw bij een betere verbinding.",
        ),
        (
            "The centre answers too slowly.",
            "Everything on this device is safely stored.",
            "Try again on a better connection.",
        ),
    ),
    "centrale_fout": Fout(
        (
            "De centrale gaf een onverwacht antwoord.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Probeer het later opnieuw of bel uw beheerder.",
        ),
        (
            "The centre gave an unexpected answer.",
            "Everything on this device is safely stored.",
            "Try again later or call your administrator.",
        ),
    ),
    "centrale_druk": Fout(
        (
            "De centrale heeft het nu te druk.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Probeer het over een minuut opnieuw.",
        ),
        ("The centre is too busy now.", "Everything on this device is safely stored.", "Try again in a minute."),
    ),
    "verbinding_verbroken": Fout(
        (
            "De verbinding met de centrale viel weg.",
            "Wat de centrale bevestigde, staat daar; de rest staat nog hier.",
            "Probeer het opnieuw; het gaat verder waar het was.",
        ),
        (
            "The connection to the centre was lost.",
            "What the centre confirmed is there; the rest is still here.",
            "Try again; it goes on where it was.",
        ),
    ),
    "certificaat_onjuist": Fout(
        (
            "Het certificaat van de centrale klopt niet.",
            "Er is niets gestuurd; alles is hier veilig opgeslagen.",
            "Kijk datum en tijd na of vraag uw beheerder om hulp.",
        ),
        (
            "The certificate of the centre is not right.",
            "Nothing was sent; everything is safely stored here.",
            "Check date and time or ask your administrator.",
        ),
    ),
    "certificaat_onleesbaar": Fout(
        (
            "Dit bestand is geen leesbaar certificaat.",
            "Er is niets gewijzigd.",
            "Kies het PEM-bestand dat u van uw beheerder kreeg.",
        ),
        (
            "This file is no readable certificate.",
            "Nothing was changed.",
            "Choose the PEM file that your administrator gave you.",
        ),
    ),
    "adres_ongeldig": Fout(
        (
            "Dit is geen adres van een centrale.",
            "Er is niets gewijzigd.",
            "Typ het adres zoals https://centrale.gemeente.nl.",
        ),
        (
            "This is no address of a centre.",
            "Nothing was changed.",
            "Type the address, such as https://centrale.gemeente.nl.",
        ),
    ),
    "adres_onveilig": Fout(
        (
            "Dit adres gebruikt geen beveiligde verbinding.",
            "Er is niets gewijzigd.",
            "Gebruik een adres dat met https begint.",
        ),
        ("This address uses no secure connection.", "Nothing was changed.", "Use an address that begins with https."),
    ),
    "niet_aangemeld": Fout(
        (
            "Dit apparaat is nog niet aangemeld bij een centrale.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Vraag uw beheerder om een code en meld het aan.",
        ),
        (
            "This device is not signed up at a centre yet.",
            "Everything on this device is safely stored.",
            "Ask your administrator for a code and sign it up.",
        ),
    ),
    "al_aangemeld": Fout(
        (
            "Dit apparaat is al aangemeld bij een centrale.",
            "Er is niets gewijzigd.",
            "Laat eerst het apparaat intrekken als het moet verhuizen.",
        ),
        (
            "This device is signed up at a centre already.",
            "Nothing was changed.",
            "Have the device revoked first if it has to move.",
        ),
    ),
    "voorbeeld_niet_aanmelden": Fout(
        (
            "Dit zijn voorbeeldgegevens; die horen niet in een centrale.",
            "Er is niets gewijzigd.",
            "Maak een eigen opslag en meld die aan.",
        ),
        (
            "These are example data; they do not belong in a centre.",
            "Nothing was changed.",
            "Make a store of your own and sign that up.",
        ),
    ),
    "sync_loopt": Fout(
        (
            "Er is al contact met de centrale.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Wacht tot dat klaar is.",
        ),
        (
            "A round with the centre is running already.",
            "Everything on this device is safely stored.",
            "Wait until it is done.",
        ),
    ),
    "sync_afgebroken": Fout(
        (
            "U heeft het contact met de centrale gestopt.",
            "Wat de centrale bevestigde, staat daar; de rest staat nog hier.",
            "Begin opnieuw wanneer u wilt.",
        ),
        (
            "You stopped the round with the centre.",
            "What the centre confirmed is there; the rest is still here.",
            "Begin again whenever you like.",
        ),
    ),
    "code_onjuist": Fout(
        ("Deze code klopt niet of is verlopen.", "Er is niets gewijzigd.", "Vraag uw beheerder om een nieuwe code."),
        ("This code is wrong or has ended.", "Nothing was changed.", "Ask your administrator for a new code."),
    ),
    "toestel_bestaat": Fout(
        ("Dit apparaat is daar al aangemeld.", "Er is niets gewijzigd.", "Neem contact op met uw beheerder."),
        ("This device is signed up there already.", "Nothing was changed.", "Contact your administrator."),
    ),
    "toestel_ongeldig": Fout(
        (
            "De centrale herkent de gegevens van dit apparaat niet.",
            "Er is niets gewijzigd.",
            "Werk het programma bij en probeer het opnieuw.",
        ),
        (
            "The centre does not recognise the details of this device.",
            "Nothing was changed.",
            "Update the program and try again.",
        ),
    ),
    "account_zonder_rol": Fout(
        (
            "Uw account heeft vandaag geen rol.",
            "Alles op dit apparaat blijft bewaard.",
            "Neem contact op met uw beheerder.",
        ),
        ("Your account has no role today.", "Everything on this device stays.", "Contact your administrator."),
    ),
    "aanmelding_onjuist": Fout(
        (
            "De centrale herkent dit apparaat niet.",
            "Alles op dit apparaat blijft bewaard.",
            "Neem contact op met uw beheerder.",
        ),
        (
            "The centre does not recognise this device.",
            "Everything on this device stays.",
            "Contact your administrator.",
        ),
    ),
    "toestel_ingetrokken": Fout(
        (
            "De centrale heeft dit apparaat ingetrokken.",
            "Niet verstuurd werk ligt verzegeld in de map uitgaand.",
            "Neem contact op met uw beheerder.",
        ),
        (
            "The centre has revoked this device.",
            "Unsent work lies sealed in the folder uitgaand.",
            "Contact your administrator.",
        ),
    ),
    "token_ongeldig": Fout(
        (
            "De centrale herkent deze aanmelding niet meer.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Probeer het later opnieuw.",
        ),
        (
            "The centre no longer recognises this sign-in.",
            "Everything on this device is safely stored.",
            "Try again later.",
        ),
    ),
    "token_verlopen": Fout(
        (
            "De aanmelding bij de centrale is verlopen.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Probeer het later opnieuw.",
        ),
        ("The sign-in at the centre has ended.", "Everything on this device is safely stored.", "Try again later."),
    ),
    "oidc_nodig": Fout(
        (
            "Meld u eerst aan bij uw gemeente.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Begin opnieuw en meld u aan in de browser.",
        ),
        (
            "Sign in at your municipality first.",
            "Everything on this device is safely stored.",
            "Begin again and sign in in the browser.",
        ),
    ),
    "oidc_onjuist": Fout(
        (
            "De aanmelding bij uw gemeente is niet geldig.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Meld u opnieuw aan in de browser.",
        ),
        (
            "The sign-in at your municipality is not valid.",
            "Everything on this device is safely stored.",
            "Sign in again in the browser.",
        ),
    ),
    "oidc_ander_account": Fout(
        (
            "U bent aangemeld als iemand anders.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Meld u aan met het account van dit apparaat.",
        ),
        (
            "You are signed in as somebody else.",
            "Everything on this device is safely stored.",
            "Sign in with the account of this device.",
        ),
    ),
    "oidc_onbereikbaar": Fout(
        (
            "De aanmelddienst van uw gemeente is niet bereikbaar.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Probeer het later opnieuw.",
        ),
        (
            "The sign-in service of your municipality cannot be reached.",
            "Everything on this device is safely stored.",
            "Try again later.",
        ),
    ),
    "oidc_mislukt": Fout(
        (
            "Het aanmelden in de browser is niet gelukt.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Probeer het opnieuw.",
        ),
        ("Signing in in the browser did not work.", "Everything on this device is safely stored.", "Try again."),
    ),
    "epoch_verschilt": Fout(
        ("Uw rechten zijn net gewijzigd.", "Alles op dit apparaat is veilig opgeslagen.", "Probeer het later opnieuw."),
        ("Your rights have just changed.", "Everything on this device is safely stored.", "Try again later."),
    ),
    "cursor_te_oud": Fout(
        (
            "Dit apparaat is lang niet bij de centrale geweest.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Begin opnieuw; dan komt alles opnieuw binnen.",
        ),
        (
            "This device has not met the centre for long.",
            "Everything on this device is safely stored.",
            "Begin again; then everything comes in afresh.",
        ),
    ),
    "programma_te_oud": Fout(
        (
            "Dit programma is te oud om gegevens op te halen.",
            "Wat u vastlegde, is wel verstuurd.",
            "Werk het programma bij.",
        ),
        ("This program is too old to fetch data.", "What you logged was sent all the same.", "Update the program."),
    ),
    "bericht_ongeldig": Fout(
        (
            "De centrale begrijpt dit bericht niet.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Werk het programma bij en probeer het opnieuw.",
        ),
        (
            "The centre does not understand this message.",
            "Everything on this device is safely stored.",
            "Update the program and try again.",
        ),
    ),
    "gemeente_anders": Fout(
        (
            "Deze centrale is van {gemeente}, uw gegevens niet.",
            "Er is niets gewijzigd.",
            "Kies de centrale van uw eigen gemeente.",
        ),
        (
            "This centre is of {gemeente}, your data are not.",
            "Nothing was changed.",
            "Choose the centre of your own municipality.",
        ),
    ),
}
