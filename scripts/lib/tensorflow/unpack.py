"""unpack.py WHEEL FOLDER: takes TensorFlow's library and its C headers out of a wheel of tensorflow-cpu."""

import re
import shutil
import sys
import zipfile
from pathlib import Path

WANTED = re.compile(
    r'tensorflow/(?:(lib)tensorflow_(?:cc|framework)\.so\.2'
    r'|include/(?:(?:tensorflow/(?:tsl/)?|tsl/)c/.*|(?:tensorflow/(?:core|tsl)|tsl)/platform/ctstring\w*)\.h)'
)

wheel, folder = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        found = WANTED.fullmatch(name)
        if not found:
            continue
        inside = name.removeprefix('tensorflow/')
        target = Path(folder, 'lib' if found[1] else '', inside)
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(name) as source, open(target, 'wb') as copy:
            shutil.copyfileobj(source, copy, 1 << 20)
