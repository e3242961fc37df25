"""Word what pydantic finds in the fields of a pack, by the kind of its error."""

_A_MAPPING = "expected a mapping of 'key: value'"
_A_NUMBER = "expected a whole number, for 'at_least' one or more"
MESSAGES = {
    "missing": "'{name}' is missing",
    "string_too_long": "{size} characters are too many here; use at most {max_length}",
    "too_short": "too few entries; add some, at least {min_length}",
    "too_long": "too many entries; keep at most {max_length}",
    "greater_than_equal": _A_NUMBER,
    "int_type": _A_NUMBER,
    "int_parsing": _A_NUMBER,
    "int_parsing_size": _A_NUMBER,
    "string_type": "expected text",
    "tuple_type": "expected a list",
    "dict_type": _A_MAPPING,
    "mapping_type": _A_MAPPING,
    "model_type": _A_MAPPING,
    "model_attributes_type": _A_MAPPING,
}
