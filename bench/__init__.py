"""What `make bench` measures. Ratios within one run: machines are noisy, so no test is timed and no number is kept."""
