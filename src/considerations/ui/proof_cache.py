"""The proofs of the packs, which only one page shows: no other page imports what makes them."""

import streamlit as st

from considerations.diagrams.decision_diagram import TooLarge
from considerations.loading.loader import BrokenPack, load_with_places
from considerations.pack.words import screen
from considerations.proof.verify import Proof, prove
from considerations.ui import server_cache


@st.cache_resource(show_spinner=screen.PROVING)
def proof(name: str) -> Proof | None:
    """Prove a pack's rules once for all visitors; None where they are too large, or no longer those that were loaded."""
    shown = server_cache.packs()[name]
    try:
        pack, files = load_with_places(server_cache.RULES / name)
        return prove(pack, files) if shown and shown.digest == pack.digest else None
    except (TooLarge, BrokenPack):
        return None
