import numpy as np


def read_faces(given, dtype):
    """The pictures as numbers from 0 to 1, and their labels."""
    pixels = np.fromfile(given["pixels"], dtype=np.uint8).reshape(given["rows"], -1)
    return pixels.astype(dtype) / dtype(255), np.fromfile(given["labels"], dtype=np.uint8)
