"""Every sentence for people that is not a widget label, keyed by code, in Dutch and English; Qt-free."""

from boa_app.texts.catalogue import LANGUAGES, Uitleg, error_sentence, label, sentence

__all__ = ["LANGUAGES", "Uitleg", "error_sentence", "label", "sentence"]
