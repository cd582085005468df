// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/device/device.h"
#include "engine/train/variable_store.h"

#include <functional>
#include <map>
#include <memory>

namespace protomind {

/// A computation made ready for one batch size, with its inputs as plain memory to write into.
class BatchRunner {
public:
    [[nodiscard]] static Result<std::unique_ptr<BatchRunner>>
    load(Device& device, const Computation& computation, const VariableStore& variables);

    /// Memory of an input; what is there when run() is called goes in. Empty where the program has no such
    /// input.
    [[nodiscard]] std::span<float> input(const std::string& name);
    [[nodiscard]] std::span<float> samples() { return m_samples->span(); }
    /// Only where the computation has kTargets.
    [[nodiscard]] std::span<float> targets() { return m_targets->span(); }
    void setLearningRate(float value);

    /// Computes once; random nodes depend on run.
    [[nodiscard]] Result<void> run(std::uint64_t run);

    [[nodiscard]] float loss() const { return scalar(m_loss); }
    /// -1 where there are no classes.
    [[nodiscard]] std::int64_t correct() const;
    /// Copies an output; valid after a run.
    void read(const std::string& output, std::span<float> values);
    [[nodiscard]] HostArray read(const std::string& output);

private:
    /// An input's buffer, and memory in front of it where the device keeps its own.
    struct Input {
        BufferPtr buffer;
        std::vector<float> staging;
        [[nodiscard]] std::span<float> span();
    };

    BatchRunner() = default;
    [[nodiscard]] Input* find(const std::string& name);
    [[nodiscard]] static float scalar(const Buffer* buffer);

    std::unique_ptr<Executable> m_executable;
    std::map<std::string, Input> m_inputs;
    Input* m_samples = nullptr;
    Input* m_targets = nullptr;
    Input* m_learningRate = nullptr;
    Buffer* m_loss = nullptr;
    Buffer* m_correct = nullptr;
};

/// The runners of one kind of computation by batch size: compiled when first asked for, then kept.
class BatchRunners {
public:
    using Make = std::function<Computation(std::int64_t batch)>;
    BatchRunners(Device& device, const VariableStore& variables, Make make)
        : m_device(device)
        , m_variables(variables)
        , m_make(std::move(make)) {}

    [[nodiscard]] Result<BatchRunner*> forBatch(std::int64_t batch);

private:
    Device& m_device;
    const VariableStore& m_variables;
    Make m_make;
    std::map<std::int64_t, std::unique_ptr<BatchRunner>> m_runners;
};

} // namespace protomind
