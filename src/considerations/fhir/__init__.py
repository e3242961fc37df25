"""
Write a pack as a FHIR Questionnaire, answers as a QuestionnaireResponse, and read responses back.

`resources` writes, `read_response` reads; `identifiers` and `enable_when` serve both.
"""
