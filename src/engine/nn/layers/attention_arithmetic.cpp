// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/attention_arithmetic.h"

#include <cmath>

namespace protomind {

namespace {

/// The inner numbers. The first three have the order of the kernel's columns.
enum AttentionPart : std::uint8_t { kQueries, kKeys, kValues, kScores, kExponentials, kShares, kFound };

/// Where the layer's variables are.
constexpr std::size_t kProjections = 0;
constexpr std::size_t kProjectionBias = 1;
constexpr std::size_t kOutputWeights = 2;
constexpr std::size_t kOutputBias = 3;

/// The numbers of one sample on their way. The T steps × F features of queries, keys and values are shared
/// out among the heads, d to each; scores and weights are heads × T × T, the row of the step that looks.
class AttentionNumbers {
public:
    AttentionNumbers(ArithmeticWriter& writer, std::int64_t heads, bool causal)
        : m_writer(writer)
        , m_steps(writer.source().inputs[0].shape[0])
        , m_features(writer.source().inputs[0].shape[1])
        , m_size(m_features / heads)
        , m_causal(causal) {}

    void writeOutput(std::int64_t index);
    void writeInner(AttentionPart part, std::int64_t index);

private:
    [[nodiscard]] std::vector<ArithmeticTerm> projection(AttentionPart part, std::int64_t index) const;
    void project();
    [[nodiscard]] ArithmeticFactor projected(AttentionPart part, std::int64_t step,
                                             std::int64_t feature) const;
    /// How many steps one sees.
    [[nodiscard]] std::int64_t seen(std::int64_t step) const { return m_causal ? step + 1 : m_steps; }
    /// √d, as the reciprocal that the device has as a float says it.
    [[nodiscard]] double rootOfSize() const {
        return 1.0 / static_cast<double>(1.0f / std::sqrt(static_cast<float>(m_size)));
    }
    [[nodiscard]] std::vector<double> scores(std::int64_t head, std::int64_t step) const;
    [[nodiscard]] std::vector<double> shares(std::int64_t head, std::int64_t step) const;
    /// The inner numbers that belong to values of a row of a head.
    [[nodiscard]] std::vector<ArithmeticFactor>
    inRow(AttentionPart part, std::int64_t head, std::int64_t step, const std::vector<double>& values) const;
    void writeScore(std::int64_t head, std::int64_t step, std::int64_t other);
    void writeFound(std::int64_t step, std::int64_t feature);

    ArithmeticWriter& m_writer;
    std::int64_t m_steps = 0;
    std::int64_t m_features = 0;
    std::int64_t m_size = 0;
    bool m_causal = false;
    std::vector<double> m_projected; ///< [T, 3 F]
};

std::vector<ArithmeticTerm> AttentionNumbers::projection(AttentionPart part, std::int64_t index) const {
    const std::int64_t step = index / m_features;
    const std::int64_t column = part * m_features + index % m_features;
    std::vector<ArithmeticTerm> terms;
    for (std::int64_t i = 0; i < m_features; ++i)
        terms.push_back({{m_writer.input(step * m_features + i),
                          m_writer.variable(kProjections, i * 3 * m_features + column)}});
    terms.push_back({{m_writer.variable(kProjectionBias, column)}});
    return terms;
}

void AttentionNumbers::project() {
    const std::vector<float>& x = m_writer.source().inputs[0].values;
    const std::vector<float>& kernel = m_writer.source().variables[kProjections].values;
    const std::vector<float>& bias = m_writer.source().variables[kProjectionBias].values;
    const auto features = static_cast<std::size_t>(m_features);
    m_projected.clear();
    for (std::size_t step = 0; step < static_cast<std::size_t>(m_steps); ++step) {
        std::vector<double> row(bias.begin(), bias.end());
        for (std::size_t i = 0; i < features; ++i)
            for (std::size_t column = 0; column < row.size(); ++column)
                row[column] += static_cast<double>(x[step * features + i]) * kernel[i * row.size() + column];
        m_projected.insert(m_projected.end(), row.begin(), row.end());
    }
}

ArithmeticFactor AttentionNumbers::projected(AttentionPart part, std::int64_t step,
                                             std::int64_t feature) const {
    return ArithmeticWriter::inner(
        part, step * m_features + feature,
        m_projected[static_cast<std::size_t>((step * 3 + part) * m_features + feature)]);
}

std::vector<double> AttentionNumbers::scores(std::int64_t head, std::int64_t step) const {
    std::vector<double> scores;
    for (std::int64_t other = 0; other < seen(step); ++other) {
        double product = 0;
        for (std::int64_t i = head * m_size; i < (head + 1) * m_size; ++i)
            product += projected(kQueries, step, i).value * projected(kKeys, other, i).value;
        scores.push_back(product / rootOfSize());
    }
    return scores;
}

std::vector<double> AttentionNumbers::shares(std::int64_t head, std::int64_t step) const {
    std::vector<double> shares = powersOf(scores(head, step));
    double sum = 0;
    for (const double power : shares)
        sum += power;
    for (double& share : shares)
        share /= sum;
    return shares;
}

std::vector<ArithmeticFactor> AttentionNumbers::inRow(AttentionPart part, std::int64_t head,
                                                      std::int64_t step,
                                                      const std::vector<double>& values) const {
    std::vector<ArithmeticFactor> factors;
    for (const double value : values)
        factors.push_back(
            ArithmeticWriter::inner(part, (head * m_steps + step) * m_steps + std::ssize(factors), value));
    return factors;
}

void AttentionNumbers::writeScore(std::int64_t head, std::int64_t step, std::int64_t other) {
    std::vector<ArithmeticTerm> terms;
    for (std::int64_t i = head * m_size; i < (head + 1) * m_size; ++i)
        terms.push_back({{projected(kQueries, step, i), projected(kKeys, other, i)}});
    const ArithmeticFactor product = m_writer.step(R"(Q K^{\top})", ArithmeticKind::Sum, std::move(terms));
    m_writer.step("S", ArithmeticKind::Quotient, {{{product}}, {{ArithmeticWriter::constant(rootOfSize())}}});
}

void AttentionNumbers::writeFound(std::int64_t step, std::int64_t feature) {
    const std::int64_t head = feature / m_size;
    std::vector<ArithmeticTerm> terms;
    for (const ArithmeticFactor& share : inRow(kShares, head, step, shares(head, step)))
        terms.push_back({{share, projected(kValues, std::ssize(terms), feature)}});
    m_writer.step("A", ArithmeticKind::Sum, std::move(terms));
}

void AttentionNumbers::writeOutput(std::int64_t index) {
    project();
    const std::int64_t step = index / m_features;
    const std::int64_t column = index % m_features;
    std::vector<ArithmeticTerm> terms;
    std::vector<double> weights;
    for (std::int64_t i = 0; i < m_features; ++i) {
        if (i % m_size == 0)
            weights = shares(i / m_size, step);
        double found = 0;
        for (std::size_t other = 0; other < weights.size(); ++other)
            found += weights[other] * projected(kValues, static_cast<std::int64_t>(other), i).value;
        terms.push_back({{ArithmeticWriter::inner(kFound, step * m_features + i, found),
                          m_writer.variable(kOutputWeights, i * m_features + column)}});
    }
    terms.push_back({{m_writer.variable(kOutputBias, column)}});
    m_writer.step("Y", ArithmeticKind::Sum, std::move(terms));
}

void AttentionNumbers::writeInner(AttentionPart part, std::int64_t index) {
    if (part == kQueries || part == kKeys || part == kValues) {
        const char* const symbol = part == kQueries ? "Q" : part == kKeys ? "K" : "V";
        m_writer.step(symbol, ArithmeticKind::Sum, projection(part, index));
        return;
    }
    project();
    if (part == kFound) {
        writeFound(index / m_features, index % m_features);
        return;
    }
    const std::int64_t head = index / (m_steps * m_steps);
    const std::int64_t step = index / m_steps % m_steps;
    const std::int64_t other = index % m_steps;
    const std::string symbol = part == kExponentials ? "E" : "P";
    if (part == kScores)
        writeScore(head, step, other);
    else if (other >= seen(step)) // left out
        m_writer.step(symbol, ArithmeticKind::Sum, {{{ArithmeticWriter::constant(0)}}});
    else if (part == kExponentials)
        writePower(m_writer, symbol, inRow(kScores, head, step, scores(head, step)),
                   static_cast<std::size_t>(other));
    else
        writeShare(m_writer, symbol, inRow(kExponentials, head, step, powersOf(scores(head, step))),
                   static_cast<std::size_t>(other));
}

} // namespace

std::vector<InnerNumbers> innerOfAttention(std::int64_t heads, const Shape& sequence) {
    const Shape pairs{heads, sequence[0], sequence[0]};
    return {{"Q", "Queries", sequence},
            {"K", "Keys", sequence},
            {"V", "Values", sequence},
            {"S", "Scores", pairs},
            {"E", "Powers", pairs},
            {"P", "Attention weights", pairs},
            {"A", "What the heads found", sequence}};
}

Arithmetic workAttention(const ArithmeticSource& source, const NumberPlace& wanted, std::int64_t heads,
                         bool causal) {
    ArithmeticWriter writer(source);
    AttentionNumbers numbers(writer, heads, causal);
    if (wanted.kind == NumberPlace::Kind::Output)
        numbers.writeOutput(wanted.index);
    else
        numbers.writeInner(static_cast<AttentionPart>(wanted.which), wanted.index);
    return writer.take();
}

} // namespace protomind
