import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from faces import read_faces

warnings.simplefilter("ignore", ConvergenceWarning)  # it would like more epochs


def prepare(given):
    return read_faces(given, getattr(np, given["dtype"]))


def train(given, faces):
    X, y = faces
    model = MLPClassifier(
        (given["units"],),
        batch_size=given["batchSize"],
        max_iter=given["epochs"],
        alpha=0,
        random_state=0,
    ).fit(X, y)
    return {"loss": float(model.loss_)}
