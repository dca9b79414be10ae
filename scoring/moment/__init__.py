"""A reading in its moment: what the customer has said, what the trainee has, what the stage asks for."""
