"""From a document to a report: outline, standard parts, entries, figures, slots."""
