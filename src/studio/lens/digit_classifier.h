// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/network_instance.h"

#include <cstdint>
#include <memory>
#include <span>

namespace protomind {

inline constexpr std::int64_t kDigitClasses = 10;
inline constexpr std::int64_t kDigitFeatures = 64;

/// What the digit classifier makes of pictures.
struct DigitAnswers {
    HostArray probabilities; ///< [N, kDigitClasses], the k-th of the digit k
    HostArray features;      ///< [N, kDigitFeatures], 0 or more: what its last hidden layer gives
};

/// The small convolutional network that comes with the program, to measure made digits by: how clear they
/// are, which ones there are, and how far their features are from those of real ones. It learned from the
/// digits that the program makes itself: resources/models/digits/card.md says how, how well, and what it is
/// not for. It knows digits alone, so that noise is a digit to it, too, and often a sure one.
///
/// Pictures are [N, 28, 28, 1], 0 where there is nothing and 1 where there is ink, as the data set "digits"
/// gives them and a generator that ends in a sigmoid makes them. Those of one that ends in tanh, from -1 to
/// 1, are to be brought there first: (x + 1) / 2. Nothing is cut off: pictures of another range get answers
/// that mean nothing.
class DigitClassifier {
public:
    /// device outlives it. Fails where that has no memory.
    [[nodiscard]] static Result<std::unique_ptr<DigitClassifier>> create(Device& device);
    /// With the weights of a file: see readPlainWeights.
    [[nodiscard]] static Result<std::unique_ptr<DigitClassifier>>
    create(Device& device, std::span<const std::uint8_t> weights);

    /// Fails for pictures of another shape, without any, and where a number is not finite.
    [[nodiscard]] Result<DigitAnswers> answer(const HostArray& pictures);

private:
    explicit DigitClassifier(std::unique_ptr<NetworkInstance> network)
        : m_network(std::move(network)) {}

    std::unique_ptr<NetworkInstance> m_network;
};

/// Its layers: those of resources/models/digits/network.json.
[[nodiscard]] Model digitClassifierModel();

} // namespace protomind
