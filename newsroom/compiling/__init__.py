"""What compilers of gazetteers and yearbooks take away: one module per product, made of the records as they stand."""
