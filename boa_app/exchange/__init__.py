"""Tables, geodata and photos in and out, GPX and PDF reports."""
