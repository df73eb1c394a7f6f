"""Holds the worker's calls, and the stand-in, against real checkouts of mlx-audio and mlx. Reads sources only."""
