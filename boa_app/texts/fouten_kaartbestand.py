"""Errors about a kaartpakket as one signed file: packing, handing over, the centre. In alphabetical order."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_VEILIG = "Het kaartpakket dat u nu gebruikt, blijft gewoon werken."
_SAFE = "The kaartpakket in use keeps working."
_NIETS = "De centrale heeft niets gewijzigd."
_NOTHING = "The centre changed nothing."
FOUTEN: dict[str, Fout] = {
    "kaart_onbekend": Fout(
        ("Dit kaartpakket is niet (meer) bij de centrale.", _VEILIG, "Synchroniseer; daarna ziet u wat er nu is."),
        (
            "This kaartpakket is not (or no longer) at the centre.",
            _SAFE,
            "Synchronise; after that you see what is there now.",
        ),
    ),
    "kaart_plaats": Fout(
        ("Van dit kaartpakket zijn er maar {plaats} bytes.", _VEILIG, "Haal het opnieuw op."),
        ("There are only {plaats} bytes of this kaartpakket.", _SAFE, "Fetch it again."),
    ),
    "kaart_te_veel": Fout(
        (
            "De centrale bewaart al {max} kaartpakketten.",
            _NIETS,
            "Haal er een weg met: boa-app centraal kaartpakket weg ID.",
        ),
        (
            "The centre already keeps {max} kaartpakketten.",
            _NOTHING,
            "Remove one with: boa-app centraal kaartpakket weg ID.",
        ),
    ),
    "kaartbestand_afgebroken": Fout(
        ("Gestopt.", _VEILIG, "Wat al was opgehaald, is bewaard: opnieuw beginnen gaat verder waar u was."),
        ("Stopped.", _SAFE, "What was fetched is kept: starting again goes on where you were."),
    ),
    "kaartbestand_andere_gemeente": Fout(
        (
            "Dit kaartpakket is van gemeente {gemeente}, en deze centrale is van {verwacht}.",
            _NIETS,
            "Kies het kaartpakket van de eigen gemeente, of maak het met --gemeente {verwacht}.",
        ),
        (
            "This kaartpakket is of municipality {gemeente}, and this centre is of {verwacht}.",
            _NOTHING,
            "Choose the kaartpakket of your own municipality, or make it with --gemeente {verwacht}.",
        ),
    ),
    "kaartbestand_beschadigd": Fout(
        (
            "Dit kaartbestand is beschadigd, gewijzigd of niet helemaal gekopieerd.",
            f"Er is niets van overgenomen. {_VEILIG}",
            "Kopieer het opnieuw, of vraag het nog eens aan wie het maakte.",
        ),
        (
            "This kaartbestand is damaged, was changed or was not copied completely.",
            f"Nothing of it was taken over. {_SAFE}",
            "Copy it again, or ask whoever made it once more.",
        ),
    ),
    "kaartbestand_bezig": Fout(
        ("Er wordt al een kaartpakket opgehaald.", _VEILIG, "Wacht tot dat klaar is."),
        ("A kaartpakket is being fetched already.", _SAFE, "Wait until that is done."),
    ),
    "kaartbestand_nieuwer": Fout(
        (
            "Dit kaartbestand is gemaakt door een nieuwere versie ({versie}) dan dit programma kent ({kent}).",
            _VEILIG,
            "Werk dit programma bij en probeer het opnieuw.",
        ),
        (
            "This kaartbestand was made by a newer version ({versie}) than this program knows ({kent}).",
            _SAFE,
            "Update this program and try again.",
        ),
    ),
    "kaartbestand_onbekende_maker": Fout(
        (
            "Dit kaartbestand is gemaakt door {maker}, en die kent dit programma niet. Vingerafdruk: {vingerafdruk}.",
            f"Er is niets van overgenomen. {_VEILIG}",
            "Vraag de maker zijn vingerafdruk. Is die gelijk, kies dan dat u deze maker vertrouwt (--vertrouw).",
        ),
        (
            "This kaartbestand was made by {maker}, whom this program does not know. Fingerprint: {vingerafdruk}.",
            f"Nothing of it was taken over. {_SAFE}",
            "Ask the maker for the fingerprint. If it is the same, choose to trust this maker (--vertrouw).",
        ),
    ),
    "kaartbestand_onleesbaar": Fout(
        (
            "Het kaartbestand is niet te lezen.",
            _VEILIG,
            "Controleer de naam. Staat het op een USB-stick, steek die er dan opnieuw in.",
        ),
        (
            "The kaartbestand cannot be read.",
            _SAFE,
            "Check the name. If it is on a USB stick, put that in again.",
        ),
    ),
    "kaartbestand_ouder": Fout(
        (
            "U hebt al een nieuwer kaartpakket van {naam}.",
            f"Er is niets vervangen. {_VEILIG}",
            "Wilt u toch het oudere, kies dan dat u het nieuwere wilt vervangen.",
        ),
        (
            "You already have a newer kaartpakket of {naam}.",
            f"Nothing was replaced. {_SAFE}",
            "If you want the older one after all, choose to replace the newer one.",
        ),
    ),
    "kaartbestand_schijf_vol": Fout(
        (
            "De schijf is te vol: voor dit kaartpakket is {nodig_mb} MB nodig.",
            _VEILIG,
            "Maak ruimte vrij, bijvoorbeeld door een oud kaartpakket te verwijderen, en probeer het opnieuw.",
        ),
        (
            "The disk is too full: this kaartpakket needs {nodig_mb} MB.",
            _SAFE,
            "Make room, for example by removing an old kaartpakket, and try again.",
        ),
    ),
    "kaartbestand_sleutel": Fout(
        (
            "De sleutel in {bestand} is niet te lezen.",
            "Er is niets gemaakt.",
            "Geef met --sleutel een ander bestand. Is dat er niet, dan wordt het gemaakt.",
        ),
        (
            "The key in {bestand} cannot be read.",
            "Nothing was made.",
            "Give another file with --sleutel. If it is not there, it is made.",
        ),
    ),
    "kaartbestand_te_groot": Fout(
        (
            "Het bestand {bestand} is te groot voor een kaartbestand.",
            _VEILIG,
            "Maak het kaartpakket met minder detail.",
        ),
        ("The file {bestand} is too large for a kaartbestand.", _SAFE, "Make the kaartpakket with less detail."),
    ),
    "kaartbestand_vreemd": Fout(
        ("Dit is geen kaartbestand.", _VEILIG, "Kies een bestand dat eindigt op .boakaart."),
        ("This is no kaartbestand.", _SAFE, "Choose a file that ends in .boakaart."),
    ),
}
