"""Document a whole pack as one page to read and search: `document` is the whole, of `chapters`; `outline` links the parts."""
