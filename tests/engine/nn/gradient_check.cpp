// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/gradient_check.h"

#include "engine/autodiff/gradient.h"
#include "engine/base/random.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace protomind {

std::vector<double> valueOf(Node node, const NamedValues& values, std::uint64_t run) {
    return evaluate(std::array{node}, values, run).front();
}

std::vector<double> normalNumbers(std::int64_t count, std::uint64_t stream, double scale) {
    RandomStream random(20240607, stream);
    std::vector<double> numbers;
    for (std::int64_t i = 0; i < count; ++i)
        numbers.push_back(scale * random.normal());
    return numbers;
}

std::string gradientMismatch(Node scalar, std::span<const Node> wrt, const NamedValues& values,
                             std::uint64_t run) {
    constexpr double kStep = 1e-5;
    const std::vector<Node> gradients = gradient(scalar, wrt);
    const std::vector<std::vector<double>> analytic = evaluate(gradients, values, run);
    for (std::size_t which = 0; which < wrt.size(); ++which) {
        const std::string& name = wrt[which].as<LeafAttributes>().name;
        if (gradients[which].shape() != wrt[which].shape())
            return fmt::format("{}: gradient of another shape", name);
        for (std::size_t i = 0; i < analytic[which].size(); ++i) {
            NamedValues moved = values;
            moved.at(name)[i] += kStep;
            const double above = valueOf(scalar, moved, run)[0];
            moved.at(name)[i] -= 2 * kStep;
            const double below = valueOf(scalar, moved, run)[0];
            const double numeric = (above - below) / (2 * kStep);
            const double difference = std::abs(numeric - analytic[which][i]);
            if (!(difference <= 1e-4 * std::abs(numeric) + 1e-8))
                return fmt::format("{}[{}]: gradient {} but finite difference {}", name, i,
                                   analytic[which][i], numeric);
        }
    }
    return {};
}

} // namespace protomind
