// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/keras_layer.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

bool isCapital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isSmall(char c) {
    return c >= 'a' && c <= 'z';
}

/// Layers as a search from the output meets them, and each behind all that it needs.
struct Search {
    std::vector<std::size_t> metAt;
    std::vector<std::size_t> finished;
};

Search searchFrom(const std::vector<KerasLayer>& layers, std::size_t output) {
    struct Open {
        std::size_t layer;
        std::size_t next = 0; ///< of its inputs
    };
    Search search{.metAt = std::vector<std::size_t>(layers.size(), layers.size()), .finished = {}};
    std::vector<Open> open{{output}};
    std::size_t met = 0;
    search.metAt[output] = met++;
    while (!open.empty()) {
        Open& top = open.back();
        const std::vector<std::size_t>& inputs = layers[top.layer].inputs;
        if (top.next == inputs.size()) {
            search.finished.push_back(top.layer);
            open.pop_back();
            continue;
        }
        const std::size_t input = inputs[top.next++];
        if (search.metAt[input] == layers.size()) {
            search.metAt[input] = met++;
            open.push_back({input});
        }
    }
    return search;
}

} // namespace

std::vector<std::size_t> kerasOrder(const std::vector<KerasLayer>& layers) {
    const Search search = searchFrom(layers, layers.size() - 1);
    std::vector<std::size_t> depths(layers.size(), 0);
    for (auto layer = search.finished.rbegin(); layer != search.finished.rend(); ++layer)
        for (const std::size_t input : layers[*layer].inputs)
            depths[input] = std::max(depths[input], depths[*layer] + 1);
    std::vector<std::size_t> order = search.finished;
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        return depths[a] != depths[b] ? depths[a] > depths[b] : search.metAt[a] < search.metAt[b];
    });
    return order;
}

std::string snakeCase(const std::string& className) {
    // As Keras does: first "_" before each word that begins with a capital, then between "a" and "B".
    std::string words;
    for (std::size_t i = 0; i < className.size();) {
        words += className[i++];
        if (i + 1 < className.size() && isCapital(className[i]) && isSmall(className[i + 1])) {
            words += '_';
            words += className[i++];
            while (i < className.size() && isSmall(className[i]))
                words += className[i++];
        }
    }
    std::string snake;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool edge = i > 0 && isSmall(words[i - 1]) && isCapital(words[i]);
        snake += edge ? "_" : "";
        snake += isCapital(words[i]) ? static_cast<char>(words[i] | 0x20) : words[i];
    }
    return snake;
}

std::string ClassNumbers::take(const std::string& className) {
    const std::string snake = snakeCase(className);
    const int number = m_taken[snake]++;
    return number == 0 ? snake : snake + "_" + std::to_string(number);
}

HostArray wavePositions(std::int64_t steps, std::int64_t features) {
    HostArray table(Shape{steps, features});
    for (std::int64_t step = 0; step < steps; ++step) {
        for (std::int64_t feature = 0; feature < features; ++feature) {
            const double exponent = static_cast<double>(feature / 2 * 2) / static_cast<double>(features);
            const double angle = static_cast<double>(step) / std::pow(10000.0, exponent);
            table.values[static_cast<std::size_t>(step * features + feature)] =
                static_cast<float>(feature % 2 == 0 ? std::sin(angle) : std::cos(angle));
        }
    }
    return table;
}

} // namespace protomind
