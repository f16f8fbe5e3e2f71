"""What goes wrong today: real cases from campaigns, each with what catches it."""
