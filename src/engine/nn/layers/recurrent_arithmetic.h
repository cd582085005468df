// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/arithmetic.h"

#include <optional>

/// How recurrent layers work a number out: by way of gates and memories, each of which is a number for every
/// step and unit.
namespace protomind {

/// One of a cell's numbers on its way.
struct CellPart {
    std::string symbol; ///< TeX: "f_t"
    std::string title;  ///< for a person: "Forget gate"
    std::string backwardTitle;
};

/// What a layer reads with in one direction: places of its variables, F inputs, H units, G gates.
struct CellWeights {
    std::size_t kernel = 0;          ///< [F, G H]
    std::size_t recurrentKernel = 0; ///< [H, G H]
    std::size_t bias = 0;            ///< [G H]
    std::optional<std::size_t> recurrentBias{};
};

/// For one unit at one step: gate by gate, x_t W + b, and h_{t-1} R (+ b').
struct CellSums {
    std::vector<double> input;
    std::vector<double> state;

    [[nodiscard]] double sum(std::size_t gate) const { return input[gate] + state[gate]; }
};

struct CellPlace {
    std::int64_t step = 0;
    std::optional<std::int64_t> before{}; ///< the step read before; null for the first
    std::int64_t unit = 0;
};

/// What a cell sees when it writes the steps of one of its numbers, for one unit at one step.
class CellWriter {
public:
    /// values: of all parts, [steps, units] each, read up to the place. firstInner: where the layer's inner
    /// numbers have the first part.
    CellWriter(ArithmeticWriter& writer, const CellWeights& weights, const CellPlace& place,
               std::span<const std::vector<double>> values, std::size_t firstInner);

    [[nodiscard]] ArithmeticWriter& steps() const { return m_writer; }
    /// Of a gate, x_t W + b.
    [[nodiscard]] std::vector<ArithmeticTerm> fromInput(std::int64_t gate) const;
    /// Of a gate, h_{t-1} R (+ b'); before the first step, all that is remembered is zero, and adds nothing.
    [[nodiscard]] std::vector<ArithmeticTerm> fromState(std::int64_t gate) const;
    /// Both.
    [[nodiscard]] std::vector<ArithmeticTerm> fromBoth(std::int64_t gate) const;
    [[nodiscard]] ArithmeticFactor now(std::size_t part) const;
    /// Null at the first step.
    [[nodiscard]] std::optional<ArithmeticFactor> before(std::size_t part) const;

private:
    [[nodiscard]] ArithmeticFactor number(std::size_t part, std::int64_t step, std::int64_t unit) const;

    ArithmeticWriter& m_writer;
    const CellWeights& m_weights;
    CellPlace m_place;
    std::span<const std::vector<double>> m_values;
    std::size_t m_firstInner = 0;
    std::int64_t m_units = 0;
};

/// A kind of cell.
struct CellArithmetic {
    std::vector<CellPart> parts; ///< in the order of computing; the last is h, what the layer gives
    /// Computes all parts of a unit. before: those of the step before; empty at the first.
    void (*compute)(const Settings& settings, const CellSums& sums, std::span<const double> before,
                    std::span<double> now) = nullptr;
    /// Writes the steps of one part.
    void (*write)(const Settings& settings, const CellWriter& cell, std::size_t part) = nullptr;
};

/// How a layer runs its cell.
struct RecurrentRun {
    std::int64_t units = 1;
    std::int64_t gates = 1;
    bool hasRecurrentBias = false;
    bool bothDirections = false;
    bool everyStep = false;
};

[[nodiscard]] std::vector<InnerNumbers> recurrentInner(const CellArithmetic& cell, const RecurrentRun& run,
                                                       const Shape& input);
[[nodiscard]] Arithmetic recurrentArithmetic(const CellArithmetic& cell, const RecurrentRun& run,
                                             const ArithmeticSource& source, const NumberPlace& wanted);

} // namespace protomind
