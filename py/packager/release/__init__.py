"""What is released: browsers' packages, sources, sums; and the proof that it can be rebuilt."""
