#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_cpp.py FOLDER...

Compiles networks that were written as C++ and compares what they answer with reference.safetensors beside them, within
1e-4 of the largest number. Prints a line a folder; exits with 1 where one fails. Needs g++ alone.
"""
import concurrent.futures
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile

TOLERANCE = 1e-4


def read_safetensors(path):
    """Lists of numbers and shapes, by name."""
    data = path.read_bytes()
    (length,) = struct.unpack_from("<Q", data)
    tensors = {}
    for name, entry in json.loads(data[8:8 + length]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            begin, end = (8 + length + offset for offset in entry["data_offsets"])
            tensors[name] = (struct.unpack(f"<{(end - begin) // 4}f", data[begin:end]), entry["shape"])
    return tensors


def check(folder):
    """The largest difference, in units of the largest expected number, or of 1."""
    reference = read_safetensors(folder / "reference.safetensors")
    numbers, shape = reference["input"]
    columns = len(numbers) // shape[0]
    rows = (numbers[i:i + columns] for i in range(0, len(numbers), columns))
    table = "".join(",".join(repr(value) for value in row) + "\n" for row in rows)
    with tempfile.TemporaryDirectory() as scratch:
        program = f"{scratch}/network"
        subprocess.run(["g++", "-std=c++17", "-O1", "-Wall", "-Wextra", "-Werror", "-o", program,
                        str(folder / "export/network.cpp")], check=True, capture_output=True, text=True)
        answer = subprocess.run([program], input=table, check=True, capture_output=True, text=True).stdout
    found = [float(cell) for line in answer.splitlines() for cell in line.split(",")]
    expected, _ = reference["output"]
    if len(found) != len(expected):
        return float("inf")
    differences = [abs(a - b) for a, b in zip(found, expected)]
    if any(difference != difference for difference in differences):
        return float("inf")
    return max(differences) / max(1.0, max(abs(value) for value in expected))


def line_of(argument):
    try:
        worst = check(pathlib.Path(argument))
        return worst <= TOLERANCE, f"{argument}: {worst:.2g}"
    except subprocess.CalledProcessError as problem:
        return False, f"{argument}: {problem.stderr.strip()[:500]}"
    except (OSError, ValueError, KeyError) as problem:
        return False, f"{argument}: {type(problem).__name__}: {problem}"


def main():
    folders = [folder for folder in sys.argv[1:] if (pathlib.Path(folder) / "export/network.cpp").exists()]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for good, line in pool.map(line_of, folders):
            print("ok" if good else "FAILED", line, flush=True)
            failed += not good
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
