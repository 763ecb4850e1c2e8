"""Long runs of random input, by hand: `make fuzz`."""
