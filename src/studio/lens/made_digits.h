// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/digit_classifier.h"
#include "studio/lens/frechet_distance.h"
#include "studio/lens/lens_type.h"

#include <array>
#include <vector>

namespace protomind {

/// Whether samples may be digits that the digit classifier knows: pictures of its size, in ten classes that
/// are called 0 to 9. Other things than digits come so, too: MadeDigits looks whether it can read them.
[[nodiscard]] bool mayBeDigits(const DataDescription& data);

/// A share of the samples from which on a digit counts as covered.
inline constexpr double kCoveredShare = 0.05;
/// Of real samples, how many the classifier has to read rightly for its figures to mean anything.
inline constexpr double kLeastReadRightly = 0.8;

/// Made digits measured by the classifier that comes with the program: how clear they are, which there are,
/// and the Fréchet distance from real ones in its features.
class MadeDigits {
public:
    /// What is compared with what.
    enum Kind : std::size_t {
        Made,
        Real,
        Others, ///< other real ones, as many: what they differ by is as good as the same
        kKinds,
    };

    /// device outlives it.
    [[nodiscard]] static Result<MadeDigits> create(Device& device);

    /// More of a kind, [N, 28, 28, 1]. Values beyond 0 to 1 are cut off. labels: of real ones, one each.
    [[nodiscard]] Result<void> add(Kind kind, HostArray pictures, std::span<const float> labels = {});
    /// There are some of each kind.
    [[nodiscard]] Result<void> tell(LensResult& result) const;

private:
    struct Seen {
        std::vector<float> probabilities;
        std::vector<float> features;
        std::int64_t count = 0;
    };

    explicit MadeDigits(std::unique_ptr<DigitClassifier> classifier)
        : m_classifier(std::move(classifier)) {}
    [[nodiscard]] Result<void> tellDistances(LensResult& result) const;

    std::unique_ptr<DigitClassifier> m_classifier;
    std::array<Seen, kKinds> m_seen;
    std::int64_t m_labelled = 0;
    std::int64_t m_readRightly = 0;
    std::int64_t m_cutOff = 0; ///< made samples
};

} // namespace protomind
