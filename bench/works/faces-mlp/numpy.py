import numpy as np

from faces import read_faces


def prepare(given):
    X, labels = read_faces(given, np.float64)
    return X, np.eye(7)[labels]


def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def train(given, faces):
    X, Y = faces
    features, units, batch = X.shape[1], given["units"], given["batchSize"]
    rng = np.random.RandomState(0)
    W1 = np.sqrt(2 / features) * rng.randn(features, units)
    W2 = np.sqrt(2 / units) * rng.randn(units, 7)
    parameters = [W1, np.zeros((1, units)), W2, np.zeros((1, 7))]
    means = [np.zeros_like(p) for p in parameters]
    squares = [np.zeros_like(p) for p in parameters]
    beta1, beta2, t = 0.9, 0.999, 0
    for _ in range(given["epochs"]):
        order = rng.permutation(len(X))
        loss = 0
        for start in range(0, len(X), batch):
            rows = order[start : start + batch]
            x, y = X[rows], Y[rows]
            W1, b1, W2, b2 = parameters
            a1 = np.maximum(0, np.dot(x, W1) + b1)
            p = softmax(np.dot(a1, W2) + b2)
            loss -= np.sum(y * np.log(p))
            delta2 = (p - y) / len(rows)
            delta1 = np.dot(delta2, W2.T) * (a1 > 0)
            gradients = [
                np.dot(x.T, delta1),
                np.sum(delta1, axis=0, keepdims=True),
                np.dot(a1.T, delta2),
                np.sum(delta2, axis=0, keepdims=True),
            ]
            t += 1
            for i, g in enumerate(gradients):
                means[i] = beta1 * means[i] + (1 - beta1) * g
                squares[i] = beta2 * squares[i] + (1 - beta2) * g**2
                mean, square = means[i] / (1 - beta1**t), squares[i] / (1 - beta2**t)
                parameters[i] -= 0.001 * mean / (np.sqrt(square) + 1e-8)
    W1, b1, W2, b2 = parameters
    shares = softmax(np.dot(np.maximum(0, np.dot(X[:100], W1) + b1), W2) + b2)
    return {"loss": loss / len(X), "shares": [*shares.ravel()]}
