// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/arithmetic.h"
#include "engine/nn/layer_case.h"

#include <array>
#include <cstdint>
#include <vector>

namespace protomind {

inline constexpr std::uint64_t kDrawnInRun = 3;

inline HostArray asArray(const Shape& shape, const std::vector<double>& values) {
    return {shape, std::vector<float>(values.begin(), values.end())};
}

inline HostArray sampleOf(const HostArray& batch, std::int64_t sample) {
    const Shape shape = batch.shape.without(0);
    const auto first = batch.values.begin() + sample * shape.elementCount();
    return {shape, std::vector<float>(first, first + shape.elementCount())};
}

/// A case with numbers that are floats, and what it gives, in double.
class WorkedCase {
public:
    WorkedCase(LayerCase which, BuildMode mode)
        : m_case(std::move(which))
        , m_training(mode == BuildMode::Training) {
        BuiltCase built = buildCase(m_case, mode);
        for (auto& [name, numbers] : built.values)
            for (double& number : numbers)
                number = static_cast<float>(number);
        m_right = evaluate(std::array{built.output}, built.values, kDrawnInRun).front();
        m_given = asArray(built.output.shape(), m_right);
        for (const Node input : built.inputs)
            m_batches.push_back(asArray(input.shape(), built.values.at(input.as<LeafAttributes>().name)));
        for (const NetworkVariable& variable : built.builder->variables())
            m_variables.push_back(asArray(variable.node.shape(), built.values.at(variable.name)));
    }

    /// For one sample, what is to be asked for.
    void choose(std::int64_t sample) {
        m_inputs.clear();
        for (const HostArray& batch : m_batches)
            m_inputs.push_back(sampleOf(batch, sample));
        m_sampleGiven = sampleOf(m_given, sample);
    }
    [[nodiscard]] ArithmeticSource source() const {
        return {.settings = m_case.settings,
                .inputs = m_inputs,
                .variables = m_variables,
                .batch = m_training ? &m_batches[0] : nullptr,
                .given = m_training ? &m_sampleGiven : nullptr};
    }
    /// To be changed: what stands at a place, for the chosen sample.
    [[nodiscard]] float& number(const NumberPlace& place) {
        HostArray& array =
            place.kind == NumberPlace::Kind::Input ? m_inputs.at(place.which) : m_variables.at(place.which);
        return array.values.at(static_cast<std::size_t>(place.index));
    }
    [[nodiscard]] const LayerCase& which() const { return m_case; }
    [[nodiscard]] Arithmetic work(const NumberPlace& wanted) const {
        return m_case.layer().arithmetic.work(source(), wanted);
    }
    [[nodiscard]] std::vector<InnerNumbers> inner() const {
        std::vector<Shape> shapes;
        for (const HostArray& input : m_inputs)
            shapes.push_back(input.shape);
        const auto declared = m_case.layer().arithmetic.inner;
        return declared != nullptr ? declared(m_case.settings, shapes) : std::vector<InnerNumbers>();
    }
    [[nodiscard]] std::int64_t outputs() const { return m_sampleGiven.shape.elementCount(); }
    [[nodiscard]] double right(std::int64_t sample, std::int64_t index) const {
        return m_right[static_cast<std::size_t>(sample * outputs() + index)];
    }
    /// How far off a result may be. What was drawn at random is known from a float; and graphs have as floats
    /// the 1/n of a mean and the root of a half in a GELU. A batch's variance is a difference of means.
    [[nodiscard]] double tolerance() const {
        const std::string& type = m_case.type;
        const bool ofBatch = type == "batch_norm";
        if (m_training && (ofBatch || type == "noise" || type == "gaussian_sampling"))
            return 1e-6;
        const bool ofMean = type == "global_average_pool" || (type.ends_with("_norm") && !ofBatch);
        return ofMean || m_case.label == "Activation_gelu" ? 1e-7 : 1e-9;
    }
    [[nodiscard]] bool training() const { return m_training; }

private:
    LayerCase m_case;
    bool m_training = false;
    std::vector<double> m_right;
    HostArray m_given;
    std::vector<HostArray> m_batches;
    std::vector<HostArray> m_variables;
    std::vector<HostArray> m_inputs;
    HostArray m_sampleGiven;
};

} // namespace protomind
