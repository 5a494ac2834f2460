import numpy as np

kept = {}


def train(given):
    """A product of matrices with the numbers sin(0), sin(1) …, again and again; the product comes back if it is asked for."""
    rows, terms, columns = given["size"]
    key = (*given["size"], given["dtype"])
    if key not in kept:
        numbers = lambda r, c: np.sin(np.arange(r * c)).reshape(r, c).astype(given["dtype"])
        kept[key] = numbers(rows, terms), numbers(terms, columns)
    A, B = kept[key]
    for _ in range(given["times"]):
        C = A @ B
    return C.ravel().tolist() if given["show"] else None
