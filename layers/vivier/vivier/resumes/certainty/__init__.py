"""How sure a reading is, where on the page it stands, and what a scan may have misread."""
