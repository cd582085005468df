// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/cpp/cpp_source.h"

namespace protomind {

namespace {

constexpr std::string_view kEmbedding = R"cpp(// The rows of a table that belong to numbers of words.
Numbers embedding(const Numbers& x, int features, int words, const float* table) {
    Numbers y;
    for (const float word : x) {
        const int row = std::min(std::max(int(word), 0), words - 1);
        y.insert(y.end(), table + std::size_t(row) * features, table + std::size_t(row + 1) * features);
    }
    return y;
}
)cpp";

constexpr std::string_view kPosition = R"cpp(Numbers position(Numbers x, const float* positions) {
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] += positions[i];
    return x;
}
)cpp";

constexpr std::string_view kWaves = R"cpp(// Sines and cosines of many lengths say which step it is.
Numbers waves(Numbers x, int features) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        const int step = int(i) / features, feature = int(i) % features;
        const double angle = step / std::pow(10000.0, double(feature / 2 * 2) / features);
        x[i] += float(feature % 2 == 0 ? std::sin(angle) : std::cos(angle));
    }
    return x;
}
)cpp";

constexpr std::string_view kRecurrent =
    R"cpp(// What a layer that reads step by step holds, the columns of all gates side by side.
struct Recurrent {
    int features, units;
    const float *kernel, *recurrentKernel, *bias, *recurrentBias;
};

// x W + b, number by number of all gates.
Numbers gates(const float* x, int size, int width, const float* kernel, const float* bias) {
    Numbers y(width);
    for (int j = 0; j < width; ++j) {
        double sum = bias ? bias[j] : 0.0f;
        for (int i = 0; i < size; ++i)
            sum += double(x[i]) * kernel[std::size_t(i) * width + j];
        y[j] = float(sum);
    }
    return y;
}

float logistic(float x) {
    return 1 / (1 + std::exp(-x));
}

// Goes through the steps, from the end if backward; cell makes the new state of x W + b and h R + b'.
template<class Cell>
Numbers recurrent(const Numbers& x, const Recurrent& layer, int gateCount, bool everyStep, bool backward, Cell cell) {
    const int steps = int(x.size()) / layer.features;
    Numbers state(layer.units), all(std::size_t(steps) * layer.units);
    for (int s = 0; s < steps; ++s) {
        const int step = backward ? steps - 1 - s : s;
        const Numbers in = gates(&x[std::size_t(step) * layer.features], layer.features, gateCount * layer.units,
                                 layer.kernel, layer.bias);
        const Numbers back = gates(state.data(), layer.units, gateCount * layer.units, layer.recurrentKernel,
                                   layer.recurrentBias);
        for (int k = 0; k < layer.units; ++k)
            state[k] = cell(in, back, k, state[k]);
        std::copy(state.begin(), state.end(), all.begin() + std::size_t(step) * layer.units);
    }
    return everyStep ? all : state;
}
)cpp";

constexpr std::string_view kRnn =
    R"cpp(Numbers rnn(const Numbers& x, const Recurrent& layer, bool everyStep, bool backward, bool relu) {
    return recurrent(x, layer, 1, everyStep, backward, [&](const Numbers& in, const Numbers& back, int k, float) {
        return relu ? std::max(in[k] + back[k], 0.0f) : std::tanh(in[k] + back[k]);
    });
}
)cpp";

constexpr std::string_view kLstm =
    R"cpp(// Gates: input, forget, candidate, output (Hochreiter and Schmidhuber, 1997).
Numbers lstm(const Numbers& x, const Recurrent& layer, bool everyStep, bool backward) {
    Numbers cell(layer.units);
    const int n = layer.units;
    return recurrent(x, layer, 4, everyStep, backward, [&](const Numbers& in, const Numbers& back, int k, float) {
        const auto sum = [&](int gate) { return in[gate * n + k] + back[gate * n + k]; };
        cell[k] = logistic(sum(1)) * cell[k] + logistic(sum(0)) * std::tanh(sum(2));
        return logistic(sum(3)) * std::tanh(cell[k]);
    });
}
)cpp";

constexpr std::string_view kGru =
    R"cpp(// Gates: update, reset, candidate (Cho et al., 2014), the reset after the product.
Numbers gru(const Numbers& x, const Recurrent& layer, bool everyStep, bool backward) {
    const int n = layer.units;
    return recurrent(x, layer, 3, everyStep, backward, [&](const Numbers& in, const Numbers& back, int k, float before) {
        const float update = logistic(in[k] + back[k]);
        const float reset = logistic(in[n + k] + back[n + k]);
        return update * before + (1 - update) * std::tanh(in[2 * n + k] + reset * back[2 * n + k]);
    });
}
)cpp";

constexpr std::string_view kAttention =
    R"cpp(// Every step takes a mean of all (of those up to it, if causal), weighed by how well its query fits their keys
// (Vaswani et al., 2017).
Numbers attention(const Numbers& x, int features, int heads, bool causal, const float* kernel, const float* bias,
                  const float* outputKernel, const float* outputBias) {
    const int steps = int(x.size()) / features, size = features / heads;
    const Numbers all = dense(x, features, 3 * features, kernel, bias); // query, key, value
    Numbers found(x.size());
    for (int head = 0; head < heads; ++head)
        for (int step = 0; step < steps; ++step) {
            const int seen = causal ? step + 1 : steps;
            const auto part = [&](int which, int at) {
                return &all[(std::size_t(at) * 3 + which) * features + head * size];
            };
            Numbers scores;
            for (int other = 0; other < seen; ++other) {
                double sum = 0;
                for (int i = 0; i < size; ++i)
                    sum += double(part(0, step)[i]) * part(1, other)[i];
                scores.push_back(float(sum / std::sqrt(double(size))));
            }
            scores = softmax(scores, seen);
            for (int other = 0; other < seen; ++other)
                for (int i = 0; i < size; ++i)
                    found[std::size_t(step) * features + head * size + i] += scores[other] * part(2, other)[i];
        }
    return dense(found, features, features, outputKernel, outputBias);
}
)cpp";

} // namespace

std::vector<CppFunction> cppSequenceFunctions() {
    return {{"embedding", kEmbedding},
            {"position", kPosition},
            {"waves", kWaves},
            {"recurrent", kRecurrent},
            {"rnn", kRnn},
            {"lstm", kLstm},
            {"gru", kGru},
            {"attention", kAttention}};
}

} // namespace protomind
