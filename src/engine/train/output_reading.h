// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace protomind {

struct Model;
struct Objective;

/// What the numbers are that a prediction gives.
enum class OutputMeaning {
    Values,        ///< of the kind that the targets are
    Probabilities, ///< of the classes: a softmax, a sigmoid, or logits that a cross-entropy is trained from
    Scores,        ///< one a class, the largest wins; of no scale that could be read as per cent
};

/// How predictions of classes are read.
struct OutputReading {
    OutputMeaning meaning = OutputMeaning::Values;
    /// A single output tells two classes apart: the second one above this.
    float threshold = 0.5f;

    /// The class that an answer decides for, as the evaluation counts it.
    [[nodiscard]] int decidedClass(std::span<const float> answer) const;
    /// One number a class, of the meaning: a single output speaks for the second of two classes, and the
    /// first lies as far on the other side of the threshold.
    [[nodiscard]] std::vector<float> byClass(std::span<const float> answer) const;

    bool operator==(const OutputReading&) const = default;
};

[[nodiscard]] OutputReading outputReading(const Model& model, const Objective& objective);

} // namespace protomind
