"""The least that a Streamlit app can be: a heading."""

import streamlit as st

st.title("One line")
