// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <span>
#include <string>

namespace protomind {

/// What two players make small, each its own. Scores are the discriminator's logits, [N]: of N real samples
/// and of as many made ones. Both give a scalar, the mean over the batch.
struct GanLoss {
    std::string name;    ///< in files: "least_squares"
    std::string title;   ///< for a person: "Least squares"
    std::string summary; ///< one or two sentences
    std::string formula; ///< TeX: what each makes small; r and f are the scores of a real and a made sample
    Node (*discriminator)(Node real, Node made) = nullptr;
    /// real is not looked at where readsReal is false, and may be null then.
    Node (*generator)(Node real, Node made) = nullptr;
    bool readsReal = false;
    std::string penalty; ///< what it is usually used with, of ganPenalties()
    /// Above it a score says that a sample is real. Where readsReal, only two scores can be compared.
    float threshold = 0;
    bool comparesOnly = false; ///< a single score says nothing: only which of two is higher
};

[[nodiscard]] std::span<const GanLoss> ganLosses();
/// Null where there is none of that name.
[[nodiscard]] const GanLoss* findGanLoss(const std::string& name);

/// How often the discriminator is right, 0 to 1, as a scalar: over both kinds of samples, or, where single
/// scores say nothing, over pairs of a real and a made one.
[[nodiscard]] Node toldApart(const GanLoss& loss, Node real, Node made);

} // namespace protomind
