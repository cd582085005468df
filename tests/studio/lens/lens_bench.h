// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/instance/model_chain.h"
#include "engine/instance/network_instance.h"
#include "engine/train/objective.h"
#include "studio/lens/lens_type.h"

#include <optional>

namespace protomind {

/// Samples with their targets as they are given.
class GivenSet final : public DataSet {
public:
    GivenSet(DataDescription description, std::vector<std::vector<float>> samples, std::vector<float> targets)
        : m_description(std::move(description))
        , m_samples(std::move(samples))
        , m_targets(std::move(targets)) {}
    [[nodiscard]] const DataDescription& description() const override { return m_description; }
    [[nodiscard]] std::int64_t size() const override { return static_cast<std::int64_t>(m_samples.size()); }
    void read(std::int64_t index, std::span<float> sample, std::span<float> target) const override;

private:
    DataDescription m_description;
    std::vector<std::vector<float>> m_samples;
    std::vector<float> m_targets; ///< one a sample
};

/// Of classes "a", "b", ...
[[nodiscard]] DataDescription describedClasses(const Shape& sample, std::int64_t classes);

/// A network on the processor, with what a lens needs to look at it.
class LensBench {
public:
    explicit LensBench(Model model, std::uint64_t seed = 7);

    void setVariable(const std::string& name, std::vector<float> values);
    [[nodiscard]] HostArray variable(const std::string& name) const;
    /// Trained for such classes, with cross-entropy (or what is chosen by itself).
    void setData(DataSetPtr test, const std::string& loss = "auto");
    /// Another network with fresh weights, whose samples this one tells from real ones; its layers have names
    /// of their own. Both learned by the loss of that name.
    void setGenerator(Model generator, const std::string& loss, DataSetPtr real);
    void setSample(std::vector<float> values);
    [[nodiscard]] LensContext& context() { return *m_context; }
    [[nodiscard]] NetworkInstance& network() { return *m_network; }
    /// All of the lens's work. A figure that the lens does not declare fails the test.
    [[nodiscard]] Result<LensResult> look(const std::string& lens, const Settings& settings = {});

private:
    std::unique_ptr<Device> m_device;
    std::unique_ptr<NetworkInstance> m_network;
    std::unique_ptr<Model> m_generator;
    DataSetPtr m_data;
    std::optional<Objective> m_objective;
    std::unique_ptr<LensContext> m_context;
};

/// Fails the test for a figure that the lens does not declare, unless it is named after a layer or a weight.
void expectDeclared(const LensType& type, const LensResult& result);

/// 0 where there is no figure of that name.
[[nodiscard]] double figureNamed(const LensResult& result, const std::string& name);

} // namespace protomind
