"""Runs a notebook through nbclient with the committed kernelspec, as nbconvert and other tools do.

    python execute.py NOTEBOOK RESULT

The kernel works in the notebook's folder. RESULT gets the notebook with its outputs, also after an error.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

source, result = map(Path, sys.argv[1:3])
notebook = nbformat.read(source, as_version=4)
client = NotebookClient(notebook, kernel_name="typescript", timeout=300, resources={"metadata": {"path": str(source.parent)}})
try:
    client.execute()
    nbformat.validate(notebook)
except CellExecutionError as error:
    sys.exit(str(error))
finally:
    nbformat.write(notebook, result)
