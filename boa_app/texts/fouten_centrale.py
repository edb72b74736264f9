"""Errors of the centre: who may come in, what it can be asked, and running it."""

from __future__ import annotations

from boa_app.texts.entry import Fout

FOUTEN: dict[str, Fout] = {
    # At the door.
    "te_vaak": Fout(
        ("Er komen te veel vragen tegelijk.", "Er is niets verloren.", "Probeer het over {seconden} seconden opnieuw."),
        ("Too many requests at once.", "Nothing is lost.", "Try again in {seconden} seconds."),
    ),
    "te_traag": Fout(
        ("De verbinding is te traag.", "Er is niets verloren.", "Probeer het op een betere plek opnieuw."),
        ("The connection is too slow.", "Nothing is lost.", "Try again at a better place."),
    ),
    # Asked in a way it does not know: another version, or another program.
    "route_onbekend": Fout(
        ("De centrale kent deze vraag niet.", "Er is niets gewijzigd.", "Werk dit programma of de centrale bij."),
        ("The centre does not know this question.", "Nothing was changed.", "Update this program or the centre."),
    ),
    "methode_onbekend": Fout(
        ("De centrale kent deze vraag niet zo.", "Er is niets gewijzigd.", "Werk dit programma of de centrale bij."),
        ("The centre does not know this form.", "Nothing was changed.", "Update this program or the centre."),
    ),
    "foto_plaats": Fout(
        ("De foto is al verder dan dit toestel dacht.", "Er is niets verloren.", "Wissel opnieuw uit met de centrale."),
        ("The photo is further on than this device thought.", "Nothing is lost.", "Synchronise again."),
    ),
    # Beheer.
    "account_naam_ongeldig": Fout(
        ("Deze naam kan niet.", "Er is niets gewijzigd.", "Geef een naam van 1 tot {max} tekens op één regel."),
        ("This name is not possible.", "Nothing was changed.", "Give a name of 1 to {max} characters on one line."),
    ),
    "account_bestaat_al": Fout(
        ("Er is al een account {naam}.", "Er is niets gewijzigd.", "Kies een andere naam."),
        ("There is an account {naam} already.", "Nothing was changed.", "Choose another name."),
    ),
    "account_onbekend": Fout(
        ("Dit account bestaat niet.", "Er is niets gewijzigd.", "Kijk in de lijst met accounts."),
        ("This account does not exist.", "Nothing was changed.", "Look in the list of accounts."),
    ),
    "account_beeindigd": Fout(
        ("Dit account is beëindigd.", "Er is niets gewijzigd.", "Maak een nieuw account."),
        ("This account has ended.", "Nothing was changed.", "Make a new account."),
    ),
    "account_gewijzigd": Fout(
        ("Iemand anders wijzigde dit account intussen.", "Er is niets gewijzigd.", "Kijk opnieuw en wijzig het dan."),
        ("Somebody else changed this account meanwhile.", "Nothing was changed.", "Look again, then change it."),
    ),
    "laatste_beheerder": Fout(
        (
            "Dit is de laatste beheerder.",
            "Er is niets gewijzigd.",
            "Geef eerst iemand anders de rol beheerder.",
        ),
        ("This is the last beheerder.", "Nothing was changed.", "Give somebody else that role first."),
    ),
    "rol_ontbreekt": Fout(
        ("Een account heeft een rol nodig.", "Er is niets gewijzigd.", "Kies een rol met een eerste dag."),
        ("An account needs a role.", "Nothing was changed.", "Choose a role with a first day."),
    ),
    "rol_onbekend": Fout(
        ("De rol {rol} bestaat niet.", "Er is niets gewijzigd.", "Kies een rol uit de lijst."),
        ("There is no role {rol}.", "Nothing was changed.", "Choose a role from the list."),
    ),
    "rolperiode_ongeldig": Fout(
        ("Deze rol begint {begin} en eindigt {einde}; dat kan niet.", "Er is niets gewijzigd.", "Kies andere dagen."),
        ("This role begins {begin} and ends {einde}; that cannot be.", "Nothing was changed.", "Choose other days."),
    ),
    "rollen_overlappen": Fout(
        (
            "Op {begin} gelden twee rollen tegelijk.",
            "Er is niets gewijzigd.",
            "Laat de ene rol eindigen voordat de andere begint.",
        ),
        ("Two roles hold at once on {begin}.", "Nothing was changed.", "Let one end before the other begins."),
    ),
    "werkgebied_ongeldig": Fout(
        ("Dit werkgebied kan niet.", "Er is niets gewijzigd.", "Kies een of meer buurten, of de hele gemeente."),
        ("This werkgebied is not possible.", "Nothing was changed.", "Choose one or more buurten, or all."),
    ),
    "oidc_bestaat_al": Fout(
        (
            "Een ander account hoort al bij deze persoon van de aanmelddienst.",
            "Er is niets gewijzigd.",
            "Beëindig eerst dat andere account.",
        ),
        ("Another account belongs to this person already.", "Nothing was changed.", "End that other account first."),
    ),
    "oidc_ongeldig": Fout(
        ("Deze persoon van de aanmelddienst kan niet.", "Er is niets gewijzigd.", "Geef de code van de aanmelddienst."),
        ("This person of the sign-in service is not possible.", "Nothing was changed.", "Give its subject."),
    ),
    "reden_ontbreekt": Fout(
        ("Er is een reden nodig.", "Er is niets gewijzigd.", "Zeg in een paar woorden waarom."),
        ("A reason is needed.", "Nothing was changed.", "Say why in a few words."),
    ),
    "toestel_onbekend": Fout(
        ("Dit toestel bestaat niet.", "Er is niets gewijzigd.", "Kijk in de lijst met toestellen."),
        ("This device does not exist.", "Nothing was changed.", "Look in the list of devices."),
    ),
    "aanmeldcode_onbekend": Fout(
        ("Deze code is al gebruikt of verlopen.", "Er is niets gewijzigd.", "U hoeft niets te doen."),
        ("This code was used or has ended.", "Nothing was changed.", "You need not do anything."),
    ),
    "te_veel_codes": Fout(
        (
            "Er staan al {max} codes open voor dit account.",
            "Er is niets gewijzigd.",
            "Trek een code in of wacht tien minuten.",
        ),
        ("{max} codes are out for this account.", "Nothing was changed.", "Withdraw one or wait ten minutes."),
    ),
    # Running it.
    "geheimbestand_ontbreekt": Fout(
        (
            "Het sleutelbestand {bestand} is er niet.",
            "De centrale is niet aangeraakt.",
            "Zet het terug of noem een ander.",
        ),
        ("The key file {bestand} is not there.", "The centre was not touched.", "Put it back or name another."),
    ),
    "geheimbestand_open": Fout(
        (
            "Anderen kunnen het sleutelbestand {bestand} lezen.",
            "De centrale is niet aangeraakt.",
            "Zet de rechten op 0600 en overweeg een nieuw geheim.",
        ),
        ("Others can read the key file {bestand}.", "The centre was not touched.", "Set its mode to 0600."),
    ),
    "geheimbestand_leeg": Fout(
        (
            "Het sleutelbestand {bestand} is leeg of te kort.",
            "De centrale is niet aangeraakt.",
            "Er horen minstens {min} tekens in te staan.",
        ),
        ("The key file {bestand} is empty or too short.", "The centre was not touched.", "It needs {min} characters."),
    ),
    "databank_adres_onjuist": Fout(
        ("Dit adres is geen PostgreSQL.", "Er is niets gewijzigd.", "Het begint met postgresql://."),
        ("This address is no PostgreSQL.", "Nothing was changed.", "It begins with postgresql://."),
    ),
    "tls_nodig": Fout(
        (
            "Op {host} kunnen andere machines meeluisteren.",
            "De centrale is niet gestart.",
            "Geef --tls-cert en --tls-key, of zeg met --achter-proxy dat een proxy TLS doet.",
        ),
        (
            "Other machines can listen in on {host}.",
            "The centre was not started.",
            "Give --tls-cert and --tls-key, or say with --achter-proxy that a proxy does TLS.",
        ),
    ),
    "tls_onvolledig": Fout(
        ("Een certificaat en zijn sleutel horen bij elkaar.", "De centrale is niet gestart.", "Geef beide of geen."),
        ("A certificate and its key belong together.", "The centre was not started.", "Give both or none."),
    ),
    "tls_certificaat_onjuist": Fout(
        (
            "Het certificaat {bestand} en zijn sleutel kunnen niet gebruikt worden.",
            "De centrale is niet gestart.",
            "Kijk of beide PEM zijn en bij elkaar horen.",
        ),
        (
            "The certificate {bestand} and its key cannot be used.",
            "The centre was not started.",
            "See that both are PEM and belong together.",
        ),
    ),
    "poort_bezet": Fout(
        (
            "Op {host} poort {poort} kan de centrale niet luisteren.",
            "Er is niets gewijzigd.",
            "Kies een andere poort of stop wat daar draait.",
        ),
        ("The centre cannot listen on {host} port {poort}.", "Nothing was changed.", "Choose another port."),
    ),
    "oidc_onvolledig": Fout(
        (
            "De aanmelddienst is half ingesteld.",
            "De centrale is niet gestart.",
            "Geef --oidc-uitgever en --oidc-client.",
        ),
        ("The sign-in service is half set.", "The centre was not started.", "Give --oidc-uitgever and --oidc-client."),
    ),
    "oidc_adres_onjuist": Fout(
        (
            "Het adres van de aanmelddienst begint niet met https.",
            "De centrale is niet gestart.",
            "Geef een https-adres.",
        ),
        ("The address of the sign-in service is no https.", "The centre was not started.", "Give an https address."),
    ),
    "kopie_bestaat_al": Fout(
        ("Het bestand {bestand} is er al.", "Er is niets overschreven.", "Kies een andere naam."),
        ("The file {bestand} is there already.", "Nothing was overwritten.", "Choose another name."),
    ),
    "kopie_onleesbaar": Fout(
        ("{bestand} is geen hele reservekopie.", "Er is niets teruggezet.", "Neem een andere reservekopie."),
        ("{bestand} is no whole backup.", "Nothing was restored.", "Take another backup."),
    ),
    "kopie_andere_gemeente": Fout(
        ("Deze reservekopie is van gemeente {gemeente}.", "Er is niets teruggezet.", "Noem die met --gemeente."),
        ("This backup is of municipality {gemeente}.", "Nothing was restored.", "Name it with --gemeente."),
    ),
    "centrale_bestaat_al": Fout(
        (
            "Op deze plaats staat al een centrale.",
            "Er is niets overschreven.",
            "Zet hem eerst opzij of kies een lege plaats.",
        ),
        ("There is a centre here already.", "Nothing was overwritten.", "Move it aside or choose an empty place."),
    ),
    "opschoonlijst_onleesbaar": Fout(
        (
            "De lijst met opschoonopdrachten {bestand} is beschadigd.",
            "Er is niets teruggezet: er zou kunnen terugkomen wat vernietigd is.",
            "Neem een hele lijst.",
        ),
        ("The list of purge orders {bestand} is damaged.", "Nothing was restored.", "Take a whole list."),
    ),
    # What it was sent, and what it runs on.
    "bericht_te_groot": Fout(
        ("Dit is te groot om in één keer te verzenden.", "Er is niets gewijzigd.", "Verzend minder tegelijk."),
        ("This is too large to send at once.", "Nothing was changed.", "Send less at a time."),
    ),
    "cursor_ongeldig": Fout(
        (
            "De centrale begrijpt niet waar dit toestel gebleven was.",
            "Er is niets verloren.",
            "Wissel opnieuw uit met de centrale.",
        ),
        ("The centre does not see where this device had got to.", "Nothing is lost.", "Sync again."),
    ),
    "foto_bezig": Fout(
        ("Deze foto komt al binnen.", "Er is niets verloren.", "Wacht even; het gaat vanzelf verder."),
        ("This photo is already coming in.", "Nothing is lost.", "Wait; it goes on by itself."),
    ),
    "buurt_onbekend": Fout(
        ("De centrale kent geen buurt {buurt}.", "Er is niets gewijzigd.", "Kies een buurt uit de lijst."),
        ("The centre knows no buurt {buurt}.", "Nothing was changed.", "Choose one from the list."),
    ),
    "buurten_ongeldig": Fout(
        (
            "Dit bestand met buurten is niet te gebruiken ({reden}).",
            "De buurten zijn niet gewijzigd.",
            "Neem GeoJSON in WGS84 met per vlak een code en een naam.",
        ),
        ("This file of buurten cannot be used ({reden}).", "The buurten did not change.", "Take GeoJSON in WGS84."),
    ),
    "centrale_bezet": Fout(
        ("De centrale is bezig met iets anders.", "Er is niets gewijzigd.", "Probeer het zo opnieuw."),
        ("The centre is busy with something else.", "Nothing was changed.", "Try again in a moment."),
    ),
    "centrale_nieuwer": Fout(
        (
            "De centrale is van een nieuwere versie ({versie}) dan dit programma ({kent}).",
            "De centrale is niet aangeraakt.",
            "Installeer de nieuwere versie.",
        ),
        ("The centre is of a newer version ({versie}) than this program ({kent}).", "It was not touched.", "Update."),
    ),
    "centrale_ouder": Fout(
        (
            "De databank is van een oudere versie ({versie}) dan dit programma nodig heeft ({nodig}).",
            "De databank is niet aangeraakt.",
            "Voer `boa-app centraal migreer` uit; dat maakt eerst een reservekopie.",
        ),
        ("The database is of an older version ({versie}; needed {nodig}).", "It was not touched.", "Run migreer."),
    ),
    "databank_onbereikbaar": Fout(
        ("De databank antwoordt niet.", "Er is niets gewijzigd.", "Kijk of PostgreSQL draait en het adres klopt."),
        ("The database does not answer.", "Nothing was changed.", "See that PostgreSQL runs and the address is right."),
    ),
    "databank_recht": Fout(
        (
            "Deze databankgebruiker mag dit niet.",
            "Er is niets gewijzigd.",
            "Gebruik voor `centraal migreer` de eigenaar van de databank.",
        ),
        ("This database user may not do this.", "Nothing was changed.", "Use the owner of the database for migreer."),
    ),
    "postgis_ontbreekt": Fout(
        ("PostGIS ontbreekt in deze databank.", "Er is niets gewijzigd.", "Installeer postgresql-15-postgis-3."),
        ("PostGIS is missing in this database.", "Nothing was changed.", "Install postgresql-15-postgis-3."),
    ),
    "postgres_te_oud": Fout(
        ("PostgreSQL {versie} is te oud.", "Er is niets gewijzigd.", "Neem PostgreSQL 15 of nieuwer."),
        ("PostgreSQL {versie} is too old.", "Nothing was changed.", "Take PostgreSQL 15 or newer."),
    ),
    "rechten_verschillen": Fout(
        (
            "De databank en het programma zijn het niet eens over een recht.",
            "Er is niets gewijzigd.",
            "Voer `boa-app centraal migreer` uit en meld dit.",
        ),
        ("Database and program do not agree on a right.", "Nothing was changed.", "Run migreer and report this."),
    ),
}
