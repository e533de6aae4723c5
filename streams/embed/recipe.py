"""How title and text become one vector; bench/vectors.py measures what other numbers would do."""

# The weights, and the version of this recipe: vectors of two models are not compared.
MODEL = "l2_supercat_256/1"
TITLE_CHARACTERS = 200
TEXT_CHARACTERS = 2000
TITLE_WEIGHT = 0.5
# Of a text without a title: so many parts of TEXT_CHARACTERS at most.
PARTS = 50
