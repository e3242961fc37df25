"""The app. Only this room imports Streamlit; `main` is the script, `screens` has a file for each page."""
