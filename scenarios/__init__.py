"""What is written: scenarios, personas, the handbook, and the doors that read them."""
