"""The terminal app: the only part of the project that knows Textual.

Nothing of it may be imported before this package has been, because the first statement below
must run before Textual is: on terminals with the kitty keyboard protocol Japanese input methods
otherwise lose or garble what they commit. A user may set the variable to 0.
"""

import os

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
