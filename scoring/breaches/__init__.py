"""The twelve breaches of the rating guide, and what is no breach and weighs like one, by what was done."""
