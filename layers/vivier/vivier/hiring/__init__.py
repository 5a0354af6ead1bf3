"""Jobs and their pipelines, who stands where in them, and how everyone leaves: hired, refused, withdrawn."""
