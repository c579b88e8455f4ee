"""What an author runs, and what the tests share with it. Imports nothing of tests/."""
