"""Makes the examples of the plans: reads a plan's inputs, plants what is to be found, and writes the files as they would be sent."""
