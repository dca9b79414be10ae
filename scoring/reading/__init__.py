"""What a reply says: clauses, acts, topics, figures and makeup, found once for everybody who asks later."""
