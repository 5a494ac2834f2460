# python worker.py CONTESTANT: trains once for each line of JSON that comes in, and answers with what it took.
import json
import re
import runpy
import sys
import time


def peak_memory():
    """The most memory that the process ever had, in bytes; None where the system does not tell."""
    try:
        with open("/proc/self/status") as status:
            return 1024 * int(re.search(r"VmHWM:\s*(\d+) kB", status.read())[1])
    except OSError:
        return None


module = runpy.run_path(sys.argv[1])
train, prepare = module["train"], module.get("prepare")
prepared = None
for line in sys.stdin:
    given = json.loads(line)
    if prepare and prepared is None:
        prepared = prepare(given)  # not counted
    start, before = time.perf_counter(), time.process_time()
    result = train(given, prepared) if prepare else train(given)
    cpu, wall = time.process_time() - before, time.perf_counter() - start
    print(json.dumps({"cpu": cpu, "wall": wall, "peak": peak_memory(), "result": result}), flush=True)
