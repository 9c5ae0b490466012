"""`python -m fuelcalc` is the same as `fuelcalc`."""

from fuelcalc.cli import main

main()
