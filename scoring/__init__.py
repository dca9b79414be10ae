"""How a reply and a contact are judged: reader, rules, rubric, grade."""
