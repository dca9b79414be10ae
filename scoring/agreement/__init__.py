"""How far grades agree with rated replies, and with people's sense of which of two is better."""
