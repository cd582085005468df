// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/index.h"
#include "engine/nn/plain_layers.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace protomind {

namespace {

double sigmoidOf(double x) {
    return 1 / (1 + std::exp(-x));
}

/// One direction of a recurrent layer for one sample: the hidden states by step.
struct PlainRecurrent {
    const LayerCase& which;
    const BuiltCase& built;
    std::string prefix;
    std::int64_t steps, features, units;

    [[nodiscard]] const Doubles& weights(const std::string& name) const {
        return built.values.at("layer/" + prefix + name);
    }
    /// Gate g of unit u before its function: the input's part and the state's.
    [[nodiscard]] std::pair<double, double> parts(std::int64_t row, const Doubles& hidden, std::int64_t g,
                                                  std::int64_t gates, std::int64_t u) const {
        const std::int64_t width = gates * units;
        const std::int64_t column = g * units + u;
        double fromInput = weights("bias")[at(column)];
        for (std::int64_t f = 0; f < features; ++f)
            fromInput +=
                built.values.at("x0")[at(row * features + f)] * weights("kernel")[at(f * width + column)];
        double fromState = which.type == "gru" ? weights("recurrent_bias")[at(column)] : 0;
        for (std::int64_t h = 0; h < units; ++h)
            fromState += hidden[at(h)] * weights("recurrent_kernel")[at(h * width + column)];
        return {fromInput, fromState};
    }
    [[nodiscard]] double gate(std::int64_t row, const Doubles& hidden, std::int64_t g, std::int64_t gates,
                              std::int64_t u) const {
        const auto [fromInput, fromState] = parts(row, hidden, g, gates, u);
        return fromInput + fromState;
    }
    void step(std::int64_t row, Doubles& hidden, Doubles& cell) const {
        const Doubles before = hidden;
        for (std::int64_t u = 0; u < units; ++u) {
            if (which.type == "lstm") {
                const double written =
                    sigmoidOf(gate(row, before, 0, 4, u)) * std::tanh(gate(row, before, 2, 4, u));
                cell[at(u)] = sigmoidOf(gate(row, before, 1, 4, u)) * cell[at(u)] + written;
                hidden[at(u)] = sigmoidOf(gate(row, before, 3, 4, u)) * std::tanh(cell[at(u)]);
            } else if (which.type == "gru") {
                const double update = sigmoidOf(gate(row, before, 0, 3, u));
                const auto [fromInput, fromState] = parts(row, before, 2, 3, u);
                const double fresh = std::tanh(fromInput + sigmoidOf(gate(row, before, 1, 3, u)) * fromState);
                hidden[at(u)] = update * before[at(u)] + (1 - update) * fresh;
            } else {
                const double sum = gate(row, before, 0, 1, u);
                const bool relu = choice(which.layer().fields, which.settings, "activation") == "relu";
                hidden[at(u)] = relu ? std::max(sum, 0.0) : std::tanh(sum);
            }
        }
    }
    [[nodiscard]] std::vector<Doubles> run(std::int64_t sample, bool backwards) const {
        std::vector<Doubles> states(at(steps));
        Doubles hidden(at(units), 0.0);
        Doubles cell(at(units), 0.0);
        for (std::int64_t i = 0; i < steps; ++i) {
            const std::int64_t t = backwards ? steps - 1 - i : i;
            step(sample * steps + t, hidden, cell);
            states[at(t)] = hidden;
        }
        return states;
    }
};

} // namespace

Doubles recurrentForward(const LayerCase& which, const BuiltCase& built) {
    const auto& fields = which.layer().fields;
    const std::int64_t steps = which.inputs[0][0];
    const std::int64_t units = integer(fields, which.settings, "units");
    const bool both = boolean(fields, which.settings, "both_directions");
    const bool every = choice(fields, which.settings, "result") == "every_step";
    Doubles y;
    for (std::int64_t n = 0; n < kCaseBatch; ++n) {
        const auto forwards =
            PlainRecurrent{which, built, "", steps, which.inputs[0][1], units}.run(n, false);
        std::vector<Doubles> backwards;
        if (both)
            backwards =
                PlainRecurrent{which, built, "backward_", steps, which.inputs[0][1], units}.run(n, true);
        for (std::int64_t t = every ? 0 : steps - 1; t < steps; ++t) {
            y.insert(y.end(), forwards[at(t)].begin(), forwards[at(t)].end());
            if (both) {
                const Doubles& back = backwards[at(every ? t : 0)];
                y.insert(y.end(), back.begin(), back.end());
            }
        }
    }
    return y;
}

Doubles embeddingForward(const LayerCase& which, const BuiltCase& built) {
    const std::int64_t vocabulary = integer(which.layer().fields, which.settings, "vocabulary");
    const std::int64_t features = integer(which.layer().fields, which.settings, "features");
    Doubles y;
    for (const double word : built.values.at("x0"))
        for (std::int64_t f = 0; f < features; ++f) {
            const bool known = word >= 0 && word < static_cast<double>(vocabulary);
            y.push_back(
                known ? built.values.at("layer/table")[at(static_cast<std::int64_t>(word) * features + f)]
                      : 0);
        }
    return y;
}

Doubles positionForward(const LayerCase& which, const BuiltCase& built) {
    const std::int64_t features = which.inputs[0][1];
    const std::int64_t size = which.inputs[0].elementCount();
    const bool learned = choice(which.layer().fields, which.settings, "kind") == "learned";
    Doubles y = built.values.at("x0");
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(y.size()); ++i) {
        const std::int64_t step = i % size / features;
        const std::int64_t pair = i % features / 2;
        const double angle =
            static_cast<double>(step) *
            std::exp(-std::log(1e4) * static_cast<double>(2 * pair) / static_cast<double>(features));
        const double wave = i % features % 2 == 0 ? std::sin(angle) : std::cos(angle);
        y[at(i)] += learned ? built.values.at("layer/positions")[at(i % size)] : wave;
    }
    return y;
}

Doubles attentionForward(const LayerCase& which, const BuiltCase& built) {
    const std::int64_t steps = which.inputs[0][0];
    const std::int64_t features = which.inputs[0][1];
    const std::int64_t heads = integer(which.layer().fields, which.settings, "heads");
    const std::int64_t size = features / heads;
    const bool causal = boolean(which.layer().fields, which.settings, "causal");
    // What a step says in role 0 (query), 1 (key) or 2 (value), feature f.
    const auto role = [&](std::int64_t n, std::int64_t t, std::int64_t which3, std::int64_t f) {
        const std::int64_t column = which3 * features + f;
        double sum = built.values.at("layer/bias")[at(column)];
        for (std::int64_t i = 0; i < features; ++i)
            sum += built.values.at("x0")[at((n * steps + t) * features + i)] *
                   built.values.at("layer/kernel")[at(i * 3 * features + column)];
        return sum;
    };
    Doubles y;
    for (std::int64_t n = 0; n < kCaseBatch; ++n)
        for (std::int64_t t = 0; t < steps; ++t) {
            Doubles seen(at(features), 0.0);
            for (std::int64_t head = 0; head < heads; ++head) {
                const std::int64_t last = causal ? t : steps - 1;
                Doubles weights;
                double total = 0;
                for (std::int64_t s = 0; s <= last; ++s) {
                    double score = 0;
                    for (std::int64_t f = head * size; f < (head + 1) * size; ++f)
                        score += role(n, t, 0, f) * role(n, s, 1, f);
                    weights.push_back(std::exp(score / std::sqrt(static_cast<double>(size))));
                    total += weights.back();
                }
                for (std::int64_t s = 0; s <= last; ++s)
                    for (std::int64_t f = head * size; f < (head + 1) * size; ++f)
                        seen[at(f)] += weights[at(s)] / total * role(n, s, 2, f);
            }
            for (std::int64_t f = 0; f < features; ++f) {
                double sum = built.values.at("layer/output_bias")[at(f)];
                for (std::int64_t i = 0; i < features; ++i)
                    sum += seen[at(i)] * built.values.at("layer/output_kernel")[at(i * features + f)];
                y.push_back(sum);
            }
        }
    return y;
}

} // namespace protomind
