"""The app: the only code that imports Streamlit. `main.py` is its script, one file a page, the rest what pages share."""
