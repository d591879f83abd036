#!/bin/sh
# Draws assets/screen.svg anew from the viewer as it is.
LINIMASA_BLESS=1 exec cargo test --quiet --test picture
