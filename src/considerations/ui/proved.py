"""The proofs of the packs, which only one page shows: no other waits for what makes them."""

import streamlit as st

from considerations.answersets import TooLarge
from considerations.load import BrokenPack, load_with_places
from considerations.ui import loaded
from considerations.verify import Proof, prove


@st.cache_resource(show_spinner="Proving the rules …")
def proof(name: str) -> Proof | None:
    """Prove a pack's rules once for all visitors; None where they are too large, or no longer those that were loaded."""
    held = loaded.packs()[name]
    try:
        pack, files = load_with_places(loaded.RULES / name)
        return prove(pack, files) if held and held.digest == pack.digest else None
    except (TooLarge, BrokenPack):
        return None
