"""The exercises' checks, one file per chapter; answers/ holds wrong answers to each, which no reader downloads."""
