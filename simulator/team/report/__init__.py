"""Reports for leads, trainers and learning systems: gathered once, written in several forms."""
