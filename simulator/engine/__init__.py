"""The customer and the contact: pure, seeded, without files, clock or terminal."""
