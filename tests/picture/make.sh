#!/bin/sh
# Draws the pictures of the viewer in assets anew from the viewer as it is.
LINIMASA_BLESS=1 exec cargo test --quiet --test picture
