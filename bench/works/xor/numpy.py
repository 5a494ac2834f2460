import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def train(given):
    X, Y = np.array(given["X"]), np.array(given["Y"])
    W1, W2 = (np.array(weights) for weights in given["weights"])
    b1, b2 = np.zeros((1, W1.shape[1])), np.zeros((1, W2.shape[1]))
    for _ in range(given["steps"]):
        a1 = sigmoid(np.dot(X, W1) + b1)
        a2 = sigmoid(np.dot(a1, W2) + b2)
        delta2 = (a2 - Y) * a2 * (1 - a2)
        delta1 = np.dot(delta2, W2.T) * a1 * (1 - a1)
        W2 -= np.dot(a1.T, delta2)
        b2 -= np.sum(delta2, axis=0, keepdims=True)
        W1 -= np.dot(X.T, delta1)
        b1 -= np.sum(delta1, axis=0, keepdims=True)
    return [*W1.ravel(), *b1.ravel(), *W2.ravel(), *b2.ravel()]
