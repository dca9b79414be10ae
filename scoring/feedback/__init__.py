"""What a trainee is told of a reply: which words earned or lost, what is missing, what to say instead."""
