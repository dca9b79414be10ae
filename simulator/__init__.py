"""Who plays: the engine, the store, the command line, the line mode and the terminal app."""

import os

# Textual reads this once, when it is first imported. With the kitty keyboard protocol a
# Japanese input method's text arrives as escape garbage (Textual issue 6561).
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
