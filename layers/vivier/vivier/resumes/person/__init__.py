"""Who it is: name, headline, e-mail, phone, place and links."""
