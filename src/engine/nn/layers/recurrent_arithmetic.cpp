// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/recurrent_arithmetic.h"

namespace protomind {

namespace {

CellWeights weightsOf(const RecurrentRun& run, bool backward) {
    const std::size_t first = !backward ? 0 : run.hasRecurrentBias ? 4 : 3;
    return {.kernel = first,
            .recurrentKernel = first + 1,
            .bias = first + 2,
            .recurrentBias = run.hasRecurrentBias ? std::optional(first + 3) : std::nullopt};
}

/// Reads a sequence up to a step, in one direction, and keeps all that the cell computes.
class SequenceReader {
public:
    SequenceReader(const CellArithmetic& cell, const RecurrentRun& run, const ArithmeticSource& source,
                   bool backward)
        : m_cell(cell)
        , m_run(run)
        , m_source(source)
        , m_weights(weightsOf(run, backward))
        , m_backward(backward)
        , m_steps(source.inputs[0].shape[0])
        , m_values(cell.parts.size(), std::vector<double>(static_cast<std::size_t>(m_steps * run.units))) {}

    /// The step read before one; null for the first.
    [[nodiscard]] std::optional<std::int64_t> before(std::int64_t step) const {
        if (step == (m_backward ? m_steps - 1 : 0))
            return std::nullopt;
        return m_backward ? step + 1 : step - 1;
    }
    void readTo(std::int64_t last) {
        const std::int64_t onwards = m_backward ? -1 : 1;
        for (std::int64_t step = m_backward ? m_steps - 1 : 0;; step += onwards) {
            read(step);
            if (step == last)
                return;
        }
    }
    [[nodiscard]] const CellWeights& weights() const { return m_weights; }
    [[nodiscard]] const std::vector<std::vector<double>>& values() const { return m_values; }

private:
    /// Adds factors times the rows of a matrix.
    template<typename Number>
    void addProduct(std::vector<double>& sums, std::span<const Number> factors, std::size_t matrix) const {
        const std::vector<float>& numbers = m_source.variables[matrix].values;
        for (std::size_t row = 0; row < factors.size(); ++row)
            for (std::size_t column = 0; column < sums.size(); ++column)
                sums[column] += static_cast<double>(factors[row]) * numbers[row * sums.size() + column];
    }
    [[nodiscard]] std::vector<double> first(std::optional<std::size_t> bias) const {
        if (!bias)
            return std::vector<double>(static_cast<std::size_t>(m_run.gates * m_run.units));
        const std::vector<float>& numbers = m_source.variables[*bias].values;
        return {numbers.begin(), numbers.end()};
    }
    void read(std::int64_t step) {
        const auto units = static_cast<std::size_t>(m_run.units);
        const auto at = static_cast<std::size_t>(step) * units;
        const auto features = static_cast<std::size_t>(m_source.inputs[0].shape[1]);
        std::vector<double> input = first(m_weights.bias);
        addProduct(
            input,
            std::span(m_source.inputs[0].values).subspan(static_cast<std::size_t>(step) * features, features),
            m_weights.kernel);
        std::vector<double> state = first(m_weights.recurrentBias);
        const std::optional<std::int64_t> earlier = before(step);
        const std::size_t from = earlier ? static_cast<std::size_t>(*earlier) * units : 0;
        if (earlier)
            addProduct(state, std::span<const double>(m_values.back()).subspan(from, units),
                       m_weights.recurrentKernel);
        for (std::size_t unit = 0; unit < units; ++unit) {
            CellSums sums;
            for (std::size_t gate = 0; gate < static_cast<std::size_t>(m_run.gates); ++gate) {
                sums.input.push_back(input[gate * units + unit]);
                sums.state.push_back(state[gate * units + unit]);
            }
            std::vector<double> remembered;
            std::vector<double> now(m_values.size());
            for (std::size_t part = 0; earlier && part < m_values.size(); ++part)
                remembered.push_back(m_values[part][from + unit]);
            m_cell.compute(m_source.settings, sums, remembered, now);
            for (std::size_t part = 0; part < m_values.size(); ++part)
                m_values[part][at + unit] = now[part];
        }
    }

    const CellArithmetic& m_cell;
    const RecurrentRun& m_run;
    const ArithmeticSource& m_source;
    CellWeights m_weights;
    bool m_backward = false;
    std::int64_t m_steps = 0;
    std::vector<std::vector<double>> m_values; ///< of each part, [steps, units]
};

/// One number of a part, in one direction.
struct PartPlace {
    bool backward = false;
    std::size_t part = 0;
    std::int64_t step = 0;
    std::int64_t unit = 0;
};

PartPlace placeOf(const CellArithmetic& cell, const RecurrentRun& run, std::int64_t steps,
                  const NumberPlace& wanted) {
    if (wanted.kind == NumberPlace::Kind::Inner)
        return {wanted.which >= cell.parts.size(), wanted.which % cell.parts.size(), wanted.index / run.units,
                wanted.index % run.units};
    const std::int64_t row = run.bothDirections ? 2 * run.units : run.units;
    const std::int64_t column = wanted.index % row;
    const bool backward = column >= run.units;
    const std::int64_t lastRead = backward ? 0 : steps - 1;
    return {backward, cell.parts.size() - 1, run.everyStep ? wanted.index / row : lastRead,
            column % run.units};
}

} // namespace

CellWriter::CellWriter(ArithmeticWriter& writer, const CellWeights& weights, const CellPlace& place,
                       std::span<const std::vector<double>> values, std::size_t firstInner)
    : m_writer(writer)
    , m_weights(weights)
    , m_place(place)
    , m_values(values)
    , m_firstInner(firstInner)
    , m_units(writer.source().variables[weights.recurrentKernel].shape[0]) {}

std::vector<ArithmeticTerm> CellWriter::fromInput(std::int64_t gate) const {
    const Shape& sequence = m_writer.source().inputs[0].shape;
    const std::int64_t width = m_writer.source().variables[m_weights.kernel].shape[1];
    const std::int64_t column = gate * m_units + m_place.unit;
    std::vector<ArithmeticTerm> terms;
    for (std::int64_t i = 0; i < sequence[1]; ++i)
        terms.push_back({{m_writer.input(m_place.step * sequence[1] + i),
                          m_writer.variable(m_weights.kernel, i * width + column)}});
    terms.push_back({{m_writer.variable(m_weights.bias, column)}});
    return terms;
}

std::vector<ArithmeticTerm> CellWriter::fromState(std::int64_t gate) const {
    const std::int64_t width = m_writer.source().variables[m_weights.recurrentKernel].shape[1];
    const std::int64_t column = gate * m_units + m_place.unit;
    std::vector<ArithmeticTerm> terms;
    for (std::int64_t i = 0; m_place.before && i < m_units; ++i)
        terms.push_back({{number(m_values.size() - 1, *m_place.before, i),
                          m_writer.variable(m_weights.recurrentKernel, i * width + column)}});
    if (m_weights.recurrentBias)
        terms.push_back({{m_writer.variable(*m_weights.recurrentBias, column)}});
    return terms;
}

std::vector<ArithmeticTerm> CellWriter::fromBoth(std::int64_t gate) const {
    std::vector<ArithmeticTerm> terms = fromInput(gate);
    for (ArithmeticTerm& term : fromState(gate))
        terms.push_back(std::move(term));
    return terms;
}

ArithmeticFactor CellWriter::now(std::size_t part) const {
    return number(part, m_place.step, m_place.unit);
}

std::optional<ArithmeticFactor> CellWriter::before(std::size_t part) const {
    return m_place.before ? std::optional(number(part, *m_place.before, m_place.unit)) : std::nullopt;
}

ArithmeticFactor CellWriter::number(std::size_t part, std::int64_t step, std::int64_t unit) const {
    const std::int64_t index = step * m_units + unit;
    return ArithmeticWriter::inner(m_firstInner + part, index,
                                   m_values[part][static_cast<std::size_t>(index)]);
}

std::vector<InnerNumbers> recurrentInner(const CellArithmetic& cell, const RecurrentRun& run,
                                         const Shape& input) {
    std::vector<InnerNumbers> all;
    for (const CellPart& part : cell.parts)
        all.push_back({part.symbol, part.title, {input[0], run.units}});
    for (const CellPart& part : cell.parts)
        if (run.bothDirections)
            all.push_back({part.symbol, part.backwardTitle, {input[0], run.units}});
    return all;
}

Arithmetic recurrentArithmetic(const CellArithmetic& cell, const RecurrentRun& run,
                               const ArithmeticSource& source, const NumberPlace& wanted) {
    const PartPlace place = placeOf(cell, run, source.inputs[0].shape[0], wanted);
    SequenceReader reader(cell, run, source, place.backward);
    reader.readTo(place.step);
    ArithmeticWriter writer(source);
    const CellWriter at(writer, reader.weights(), {place.step, reader.before(place.step), place.unit},
                        reader.values(), place.backward ? cell.parts.size() : 0);
    cell.write(source.settings, at, place.part);
    return writer.take();
}

} // namespace protomind
