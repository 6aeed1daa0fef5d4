"""What `Benchmarks/compare` compares, a module a subject."""
