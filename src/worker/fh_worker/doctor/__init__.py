"""The checks of PrepareNarration: each has a code, says what it found, and what to do where that is not well."""
