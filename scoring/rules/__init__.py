"""The rules that hear dialogue acts and veiled harm: their files, and the code that loads and compiles them."""
