#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_page.py FOLDER...: opens the page of export/NAME-tfjs/ in Chromium, without a window, and asks it there what
Protomind was asked (reference.safetensors: "input", "output"). Prints a line a folder; fails where an answer is off by
more than 1e-4 of the largest, where the page reports an error, and where it wanted anything from outside."""
import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile

TOLERANCE = 1e-4

# Before the page's own programs: what goes wrong in them.
WATCH = """<script>
"use strict";
const failures = [];
addEventListener("error", event => failures.push(String(event.message)));
addEventListener("securitypolicyviolation", event => failures.push(`wanted ${event.blockedURI}`));
</script>
"""
# Behind them: the samples of the reference, and a place for the answers.
ASK = """<script>
"use strict";
addEventListener("load", () => setTimeout(() => {
    const samples = SAMPLES;
    const answers = samples.map(sample => Array.from(predict(sample)));
    const controls = document.querySelectorAll("canvas, input, textarea, button, select");
    const unnamed = Array.from(controls).filter(control => !control.getAttribute("aria-label") &&
        !(control.labels && control.labels.length) && !control.textContent.trim()).map(control => control.outerHTML);
    const result = document.createElement("pre");
    result.id = "result";
    result.textContent = JSON.stringify({answers, failures, unnamed,
        scripts: document.scripts.length, howto: document.getElementById("howto").textContent,
        wide: document.documentElement.scrollWidth > document.documentElement.clientWidth});
    document.body.append(result);
}, 100));
</script>
"""


def read_reference(path):
    data = path.read_bytes()
    length, = struct.unpack_from("<Q", data)
    header = json.loads(data[8:8 + length])
    tensors = {}
    for name in ("input", "output"):
        begin, end = header[name]["data_offsets"]
        numbers = struct.unpack_from(f"<{(end - begin) // 4}f", data, 8 + length + begin)
        samples = header[name]["shape"][0]
        each = len(numbers) // samples
        tensors[name] = [list(numbers[i * each:(i + 1) * each]) for i in range(samples)]
    return tensors


def answers_of(page, samples, scratch):
    text = page.read_text(encoding="utf-8")
    text = text.replace('<script id="network-code">', WATCH + '<script id="network-code">', 1)
    text = text.replace("</body>", ASK.replace("SAMPLES", json.dumps(samples)) + "</body>", 1)
    watched = scratch / "index.html"
    watched.write_text(text, encoding="utf-8")
    browser = os.environ.get("CHROMIUM", "chromium")
    # A phone's width: what sticks out there sticks out nowhere else.
    run = subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=500,800",
                          f"--user-data-dir={scratch / 'profile'}", "--virtual-time-budget=20000", "--dump-dom",
                          watched.as_uri()], capture_output=True, text=True, timeout=300, check=False)
    found = re.search(r'<pre id="result">(.*?)</pre>', run.stdout, re.S)
    if not found:
        raise RuntimeError(f"the page gave no answer: {run.stderr.strip()[-300:]}")
    plain = found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return json.loads(plain)


def check(folder, scratch):
    pages = sorted((folder / "export").glob("*-tfjs/index.html"))
    if not pages:
        return True, "has no page"
    reference = read_reference(folder / "reference.safetensors")
    result = answers_of(pages[0], reference["input"], scratch)
    expected = [value for sample in reference["output"] for value in sample]
    found = [value for sample in result["answers"] for value in sample]
    if len(found) != len(expected):
        return False, f"gives {len(found)} numbers for {len(expected)}"
    largest = max([1.0] + [abs(value) for value in expected])
    difference = max(abs((b if b is not None else float("inf")) - a) for a, b in zip(expected, found)) / largest
    faults = result["failures"] + [f"without a name: {control}" for control in result["unnamed"]]
    if result["scripts"] != 6:
        faults.append(f"{result['scripts']} scripts instead of 6")
    if not result["howto"]:
        faults.append("says nothing about its use")
    if result["wide"]:
        faults.append("sticks out on a phone")
    if difference > TOLERANCE:
        faults.append("DIFFERS")
    return not faults, f"{'; '.join(faults) if faults else 'agrees'} ({difference:.1e})"


def main():
    good = True
    for name in sys.argv[1:]:
        scratch = pathlib.Path(tempfile.mkdtemp())
        try:
            fine, words = check(pathlib.Path(name), scratch)
        except (RuntimeError, OSError, subprocess.TimeoutExpired) as problem:
            fine, words = False, str(problem)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        good = good and fine
        print(f"{name}: {words}", flush=True)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
