"""What single lines say, wherever they stand: boilerplate, attributions, dates, codes, places.

Pages and flattened texts are judged by the same lines, so nothing here knows of markup.
"""
