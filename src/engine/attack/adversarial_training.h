// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace protomind {

inline constexpr const char* kNotAdversarial = "none";
inline constexpr const char* kOneStepTraining = "one_step";
inline constexpr const char* kPgdTraining = "pgd";
inline constexpr const char* kTradesTraining = "trades";
inline constexpr std::array kAdversarialMethods{kNotAdversarial, kOneStepTraining, kPgdTraining,
                                                kTradesTraining};

inline constexpr const char* kLinfName = "linf";
inline constexpr const char* kL2Name = "l2";
inline constexpr std::array kNormNames{kLinfName, kL2Name};

/// Learning from samples that are attacked with the weights of the moment. one_step: Wong et al., "Fast is
/// better than free: revisiting adversarial training" (ICLR 2020), algorithm 3: one step from a random start.
/// pgd: Madry et al., "Towards deep learning models resistant to adversarial attacks" (ICLR 2018), section
/// 2.1. trades: Zhang et al., "Theoretically principled trade-off between robustness and accuracy" (ICML
/// 2019), equation 5 and algorithm 1.
struct AdversarialTraining {
    std::string method = kNotAdversarial;
    std::string norm = kLinfName;
    double epsilon = 0.1;   ///< the largest size of an attack, in units of the samples
    double stepSize = 0;    ///< of each step; 0: the method's usual one
    std::int64_t steps = 7; ///< of pgd and trades
    double beta = 6;        ///< trades: what being led astray costs beside the loss
    double rampEpochs = 0;  ///< in how many epochs epsilon grows from nothing to its full size
    /// Whether training ends, and goes back to its best, where it stands PGD no more: see robustCollapse.
    bool stop = true;
    bool operator==(const AdversarialTraining&) const = default;
};

[[nodiscard]] inline bool isOn(const AdversarialTraining& training) {
    return training.method != kNotAdversarial;
}

/// Whether the figures that training tells are of the attacked samples: those of trades are of both.
[[nodiscard]] inline bool learnsFromAttacked(const AdversarialTraining& training) {
    return training.method == kOneStepTraining || training.method == kPgdTraining;
}

/// Whether a network that stood an attack has lost that: its robust accuracy of so many samples, 0 to 1, is
/// this much below its best, and by more than three standard deviations of what chance makes of two such
/// shares. So a network overfits to the one step that it trains against ("catastrophic overfitting", Wong et
/// al., section 5.3, who stop by the same measure).
[[nodiscard]] bool robustCollapse(double best, double present, std::int64_t samples);
inline constexpr double kRobustCollapse = 0.2;

} // namespace protomind
