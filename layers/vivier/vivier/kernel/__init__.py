"""What every room stands on: ids, clock, errors, settings, logs, actors. Imports nothing else of ours."""
