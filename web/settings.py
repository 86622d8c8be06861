"""What can be set, read once at the edge."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

DATA = "HANDS_DATA"
BIGGEST_FORM = 1_000_000
"""So many bytes a form may have; all that a person can write is far less."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the three files lie, and how pages are served.

    ``zone`` is where the people live, ``currency`` (ISO 4217) what they pay with.
    """

    data: Path
    host: str = "127.0.0.1"
    port: int = 8000
    secure_cookies: bool = False
    zone: str = "Europe/London"
    currency: str = "GBP"


def data_folder(given: Path | None) -> Path:
    """The data folder: the one that was named, else ``$HANDS_DATA``, else the user's own."""
    return given or Path(os.environ.get(DATA) or user_data_path("show-of-hands"))
