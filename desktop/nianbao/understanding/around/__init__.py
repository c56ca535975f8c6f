"""What stands around the sections: title and addressee, signature, date and imprint."""
