"""Acts: what a person or a machine asks for, in the one form that the browser and the API share."""

from foundation.acts.act import Act
from foundation.acts.each import Chosen, Result, perform_each
from foundation.acts.form import ActForm, NoInput
from foundation.acts.once import Answer, KeyReused, fingerprint_of, once
from foundation.acts.perform import perform

__all__ = [
    "Act",
    "ActForm",
    "Answer",
    "Chosen",
    "KeyReused",
    "NoInput",
    "Result",
    "fingerprint_of",
    "once",
    "perform",
    "perform_each",
]
