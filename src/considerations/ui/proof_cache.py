"""The proofs of the packs, which only one page shows: no other page imports what makes them."""

import streamlit as st

from considerations.loading.loader import BrokenPack, load_with_places
from considerations.pack.words import screen
from considerations.proof.verify import Proof, attempt
from considerations.ui import server_cache


@st.cache_resource(show_spinner=screen.PROVING, max_entries=server_cache.MAX_VERSIONS)
def proof(name: str, digest: str) -> Proof | None:
    """Prove this version of a pack once for all visitors; None where its rules are too large, or no longer in its folder."""
    try:
        pack, files = load_with_places(server_cache.RULES / name)
        return attempt(pack, files) if pack.digest == digest else None
    except BrokenPack:
        return None
