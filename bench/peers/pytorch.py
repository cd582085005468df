# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch as a peer: Debian's, and whatever a Python of one's own has. Finds the settings under which it is fastest on
this machine, and times it under these."""
from pathlib import Path

from peers.machine import package_version
from peers.racing import RacingPeer, Setting

# Debian's torch is built for Debian's own interpreter.
INTERPRETER = Path("/usr/bin/python3")
WORKS = Path(__file__).with_name("pytorch_works.py")


def debian_settings(threads, processor_flags):
    """What is tried. Debian's OpenBLAS takes its oldest kernel on processors that it does not know, so it is told."""
    core = "SkylakeX" if "avx512f" in processor_flags else "Haswell"
    blas = {"OPENBLAS_CORETYPE": core, "OPENBLAS_NUM_THREADS": "1"}
    tried = [Setting(threads), Setting(threads, blas)]
    if "avx512f" in processor_flags:
        tried.append(Setting(threads, {**blas, "ATEN_CPU_CAPABILITY": "avx512"}))
    if threads > 1:
        tried.append(Setting(threads, {**blas, "OPENBLAS_NUM_THREADS": str(threads)}))
        tried.append(Setting(1, blas))
    return tried


def own_settings(threads, compiled):
    """What is tried of a newer one, which knows the processor by itself. Its optimisers can be fused into one kernel on
    the processor since 2.4. compiled: by its compiler as well, which takes minutes the first time."""
    tried = [Setting(threads), Setting(threads, options={"fused": True}),
             Setting(threads, options={"fused": True, "channels_last": True}, images_only=True)]
    if threads > 1:
        tried.append(Setting(1, options={"fused": True}))
    if compiled:
        tried += [Setting(threads, options={"fused": True, "compile": True}),
                  Setting(threads, options={"fused": True, "compile": True, "channels_last": True}, images_only=True)]
    return tried


def is_optimised(names):
    """Whether the BLAS among the mapped files, or the one that was built in, was written for speed. It is libblas where
    there is one, in a folder named after whose it is; what others, such as LAPACK, bring along besides is not what
    PyTorch multiplies with."""
    blas = [name for name in names if Path(name).name.startswith("libblas")] or names
    return any(part in name for name in blas for part in ("open", "mkl", "blis", "atlas"))


class PyTorch(RacingPeer):
    """Of a Python that has it."""

    name = "PyTorch"
    needs = "torch"
    title = name

    def __init__(self, python, settings, agreement, works):
        self.version, self.blas = "", []
        super().__init__(python, WORKS, settings, agreement, works)

    def learn(self, answer):
        self.version, self.blas = answer["version"], answer["blas"]
        self.title = f"{self.name} {'.'.join(self.version.split('.')[:2])}"
        if not is_optimised(self.blas):
            self.title += ", not tuned"

    def notes(self):
        files = ", ".join(Path(file).name for file in self.blas) or "unknown"
        yield (f"{self.name} {self.version}, eager unless it says compile; BLAS: {files}; each work with the fastest of "
               f"{len(self.settings)} settings:")
        yield from self.setting_notes()
        if not is_optimised(self.blas):
            yield (f"{self.name} {self.version} is not tuned: it multiplies with the reference BLAS, which makes it "
                   "several times slower. Install libopenblas0-pthread for a fair comparison.")


class DebianPyTorch(PyTorch):
    """The one that Debian packages."""

    name = "Debian's PyTorch"

    def __init__(self, threads, processor_flags, agreement, works):
        """Raises RuntimeError, with a sentence, where it is not there."""
        if not INTERPRETER.exists():
            raise RuntimeError(f"there is no {INTERPRETER}")
        super().__init__(INTERPRETER, debian_settings(threads, processor_flags), agreement, works)

    def learn(self, answer):
        super().learn({**answer, "version": package_version("python3-torch") or answer["version"]})
