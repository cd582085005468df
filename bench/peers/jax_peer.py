# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JAX as a peer, on the processor: no module here may be called jax, or the real one would not be found."""
from pathlib import Path

from peers.racing import RacingPeer, Setting

WORKS = Path(__file__).with_name("jax_works.py")


def settings(threads):
    """What is tried. A maximum over 2 x 2 can be said in two ways, of which XLA likes one more."""
    cpu = {"JAX_PLATFORMS": "cpu"}
    tried = [Setting(threads, cpu),
             Setting(threads, cpu, {"pool_by_shape": True}, images_only=True),
             Setting(threads, cpu, {"pool_by_shape": True, "channels_last": False}, images_only=True)]
    if threads > 1:
        tried.append(Setting(1, cpu, {"pool_by_shape": True}))
    return tried


class Jax(RacingPeer):
    name = title = "JAX"
    needs = "jax"

    def __init__(self, python, threads, agreement, works):
        """Raises RuntimeError, with a sentence, where it is not there."""
        self.version = ""
        super().__init__(python, WORKS, settings(threads), agreement, works)

    def learn(self, answer):
        self.version = f"{answer['version']} with jaxlib {answer['jaxlib']}"
        self.title = f"{self.name} {'.'.join(answer['version'].split('.')[:2])}"

    def notes(self):
        yield (f"{self.name} {self.version}: a step is one compiled function whose old weights are donated, channels last "
               "unless it says otherwise, pool by shape: maxima over axes of their own; each work with the fastest of "
               f"{len(self.settings)} settings:")
        yield from self.setting_notes()
