// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "engine/program/step.h"

#include <cstddef>
#include <string>
#include <vector>

/// What a device made of a program, to be looked at: the text of its kernels, or in words what runs instead.
namespace protomind {

/// A function that the device runs many times at once, as text.
struct KernelCode {
    std::string name;        ///< of the function in the text
    std::string text;        ///< exactly what was built
    std::size_t results = 0; ///< places that it computes a result for, all at once
    std::size_t sharing = 1; ///< how often it runs for one result, each time for a part of it
    std::size_t block = 1;   ///< results that it computes each time it runs
    std::size_t rounds = 1;  ///< how often all that happens in a run, one time after the other
    /// The first step of the program whose kernel this is too: its own number where it is the first.
    std::size_t firstStep = 0;
};

/// How a device runs a step, where that is not a kernel's text alone.
struct StepMethod {
    Sentence how;          ///< after what the step does: "by the library CLBlast"
    std::string library{}; ///< whose code it is; empty: ours
};

struct StepCode {
    Sentence words;      ///< "A product of [64 × 784] and [784 × 128], by the library CLBlast."
    std::string library; ///< that the step calls; empty: none
    std::vector<KernelCode> kernels{}; ///< of our own, in the order in which they run
};

struct ProgramCode {
    std::string language{};        ///< of the kernels: "OpenCL C"; empty: there is no text
    std::string shared{};          ///< functions that all kernels may call, in front of them
    std::vector<StepCode> steps{}; ///< one a step of the program
};

/// What a step computes, whoever does: "A product of [64 × 784] and [784 × 128]". No stop at its end.
[[nodiscard]] Sentence workOf(const Step& step);

/// Of who computes plainly.
[[nodiscard]] StepMethod methodAsDefined();

/// "WORK, HOW."
[[nodiscard]] StepCode stepCode(const Step& step, const StepMethod& method);

} // namespace protomind
