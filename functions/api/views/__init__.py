"""What the API shows. A module stands beside the routes of its name, so that a cold start loads what it needs."""
