"""What humans made of readings, kept as material for the next version's rules, where the workspace wants that."""
