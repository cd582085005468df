// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/activation.h"
#include "engine/tensor/host_array.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

/// How one number of a layer comes of others, as a person would work it out: the steps of the layer's formula
/// with the numbers in it. Computed in double precision from what the layer was given and what it has
/// learned, so the device's result agrees but for its rounding.
namespace protomind {

/// Where a number of an Arithmetic stands.
struct NumberPlace {
    enum class Kind {
        Output,   ///< of what the layer gives
        Input,    ///< of what comes in; which: the port
        Batch,    ///< of what comes in at the first port for all samples of the batch: see ArithmeticSource
        Variable, ///< that the layer holds; which: its place in LayerType::variables
        Inner,    ///< on the way; which: its place in LayerArithmetic::inner
        Step,     ///< what an earlier step of the same Arithmetic gave; which: its place
        Constant, ///< a setting, a position's code, a number of a border
    };
    Kind kind = Kind::Constant;
    std::size_t which = 0;
    std::int64_t index = 0; ///< in the array, row-major; of one sample, but for Batch
    auto operator<=>(const NumberPlace&) const = default;
};

struct ArithmeticFactor {
    NumberPlace place;
    double value = 0;
    bool operator==(const ArithmeticFactor&) const = default;
};

/// The product of its factors.
struct ArithmeticTerm {
    std::vector<ArithmeticFactor> factors;
    [[nodiscard]] double value() const;
    bool operator==(const ArithmeticTerm&) const = default;
};

enum class ArithmeticKind {
    Sum,      ///< of all terms; of a single one: that term
    Mean,     ///< the sum over their number
    Maximum,  ///< the largest term
    Quotient, ///< the first term over the second
    Function, ///< of the one term: see ArithmeticStep::function
};

struct ArithmeticStep {
    std::string symbol; ///< TeX: what the formula calls the number: "z"
    ArithmeticKind kind = ArithmeticKind::Sum;
    std::vector<ArithmeticTerm> terms; ///< one at least
    /// Of Function: the name of an Activation (with its parameter, where it has one), or "exp", "sqrt",
    /// "square".
    std::string function{};
    double parameter = 0;
    double value = 0;
    bool operator==(const ArithmeticStep&) const = default;
};

/// What its terms give.
[[nodiscard]] double valueOf(const ArithmeticStep& step);

/// Step by step; the last one gives the number.
struct Arithmetic {
    std::vector<ArithmeticStep> steps;
    [[nodiscard]] double value() const { return steps.back().value; }
    bool operator==(const Arithmetic&) const = default;
};

/// Numbers that stand between what comes in and what goes out: the logits before a softmax, a recurrent
/// layer's gates.
struct InnerNumbers {
    std::string symbol; ///< TeX
    std::string title;  ///< for a person: "Forget gate"
    Shape shape;        ///< of one sample
    /// In a step of training there are as many for every sample of the batch, one sample after the other.
    bool wholeBatch = false;
};

/// What a layer works with for one sample.
struct ArithmeticSource {
    const Settings& settings;
    std::span<const HostArray> inputs;    ///< one a port, without a batch axis
    std::span<const HostArray> variables; ///< as LayerType::variables declares them
    /// In a step of training: the first port's numbers for all samples of the batch, [N, ...], with this one
    /// among them. Null: the network as it answers.
    const HostArray* batch = nullptr;
    /// In a step of training: what the layer gave for this sample, which tells what it drew at random. Null
    /// with batch.
    const HostArray* given = nullptr;

    [[nodiscard]] bool training() const { return batch != nullptr; }
};

/// How a kind of layer works a number out.
struct LayerArithmetic {
    /// What stands in between, for inputs of these shapes. Null: nothing.
    std::vector<InnerNumbers> (*inner)(const Settings& settings, std::span<const Shape> inputs) = nullptr;
    /// wanted: a number of the output, or an inner one.
    Arithmetic (*work)(const ArithmeticSource& source, const NumberPlace& wanted) = nullptr;
};

/// Puts an Arithmetic together; every step's value is computed of its terms.
class ArithmeticWriter {
public:
    explicit ArithmeticWriter(const ArithmeticSource& source)
        : m_source(source) {}

    [[nodiscard]] ArithmeticFactor input(std::int64_t index, std::size_t port = 0) const;
    [[nodiscard]] ArithmeticFactor batch(std::int64_t index) const;
    [[nodiscard]] ArithmeticFactor variable(std::size_t which, std::int64_t index) const;
    [[nodiscard]] const ArithmeticSource& source() const { return m_source; }
    [[nodiscard]] static ArithmeticFactor constant(double value) { return {{}, value}; }
    [[nodiscard]] static ArithmeticFactor inner(std::size_t which, std::int64_t index, double value) {
        return {{NumberPlace::Kind::Inner, which, index}, value};
    }
    /// Adds a step; gives its result, for later steps.
    ArithmeticFactor step(std::string symbol, ArithmeticKind kind, std::vector<ArithmeticTerm> terms);
    ArithmeticFactor function(std::string symbol, std::string name, ArithmeticFactor of,
                              double parameter = 0);
    /// What the formula calls the result of the last step.
    void call(std::string symbol) { m_arithmetic.steps.back().symbol = std::move(symbol); }

    [[nodiscard]] Arithmetic take() { return std::move(m_arithmetic); }

private:
    ArithmeticFactor add(ArithmeticStep step);

    const ArithmeticSource& m_source;
    Arithmetic m_arithmetic;
};

/// The place of a flat index in an array of a shape, and back.
[[nodiscard]] std::vector<std::int64_t> coordinatesOf(const Shape& shape, std::int64_t index);
[[nodiscard]] std::int64_t indexOf(const Shape& shape, std::span<const std::int64_t> coordinates);

/// For layers whose every number is one that came in: where it stood.
[[nodiscard]] Arithmetic copiedFrom(const ArithmeticSource& source, std::int64_t index, std::size_t port = 0,
                                    std::string symbol = "y");
/// For layers that make each number of several that came in at the first port: in one step.
[[nodiscard]] Arithmetic combinedFrom(const ArithmeticSource& source, ArithmeticKind kind,
                                      std::span<const std::int64_t> indices);

/// The steps of a softmax. The power of one of its logits: the largest is taken off all of them first, so the
/// result is the same and no power gets too large.
ArithmeticFactor writePower(ArithmeticWriter& writer, std::string symbol,
                            std::span<const ArithmeticFactor> logits, std::size_t own);
/// And what share of all powers one of them is.
ArithmeticFactor writeShare(ArithmeticWriter& writer, std::string symbol,
                            std::span<const ArithmeticFactor> powers, std::size_t own);
/// The values of all those powers.
[[nodiscard]] std::vector<double> powersOf(std::span<const double> logits);

/// The arithmetic of a layer that ends with an activation: writeBefore adds the steps of the number at an
/// index before it, and gives that. output: the shape of what the layer gives. wanted: of the output, or one
/// of innerOfActivation.
using WriteNumber = std::function<ArithmeticFactor(ArithmeticWriter& writer, std::int64_t index)>;
[[nodiscard]] Arithmetic activated(const ArithmeticSource& source, const Activation& activation,
                                   double parameter, const Shape& output, const NumberPlace& wanted,
                                   const WriteNumber& writeBefore);
/// A softmax looks at all logits of a row (the last axis) and at their powers; others at nothing but their
/// own number.
[[nodiscard]] std::vector<InnerNumbers> innerOfActivation(const Activation& activation, const Shape& output);

} // namespace protomind
