// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/instance/network_instance.h"
#include "engine/train/computations.h"
#include "engine/train/figures.h"

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace protomind {

/// A computation of training compiled for one batch size, with what such computations take in and give at
/// hand: nothing is looked up in a step.
class BatchRunner {
public:
    /// figures: outputs of one number that are told too, at most kMostPhaseFigures.
    [[nodiscard]] static Result<std::unique_ptr<BatchRunner>>
    load(NetworkInstance& network, const Computation& computation, std::span<const std::string> figures = {});

    /// What lies here when run() is called goes in. Empty where the computation has no such input.
    [[nodiscard]] std::span<float> samples() { return spanOf(m_samples); }
    [[nodiscard]] std::span<float> targets() { return spanOf(m_targets); }
    /// Reads the samples of the indices into both, or into the one that there is; nothing where there is
    /// none.
    void fill(const DataSet& data, std::span<const std::uint32_t> indices);
    void setLearningRate(float value);
    /// See kEpsilonShare; passed over where the computation has no attacks that grow.
    void setEpsilonShare(float value);

    /// Computes once; random nodes depend on run.
    [[nodiscard]] Result<void> run(std::uint64_t run) { return m_computation->run(run); }

    /// Loss and hits of a training step; -1 hits where there are no classes, penalty -1 where there is none.
    struct Figures {
        float loss = 0;
        float penalty = -1;
        std::int64_t correct = -1;
        std::array<float, kMostPhaseFigures> others{}; ///< as load() was asked for them
    };
    /// Asks for the figures of the last run, which are taken in turn: see Readout.
    void askFigures();
    [[nodiscard]] bool figuresArrived() const;
    [[nodiscard]] Figures takeFigures();

    /// As the device runs it.
    [[nodiscard]] const Executable& executable() const { return m_computation->executable(); }

    /// An output as the last run left it.
    [[nodiscard]] HostArray read(const std::string& output) const { return m_computation->read(output); }
    [[nodiscard]] bool gives(const std::string& output) const { return m_computation->gives(output); }

private:
    BatchRunner() = default;
    [[nodiscard]] static std::span<float> spanOf(ComputationInput* input) {
        return input ? input->span() : std::span<float>();
    }

    std::unique_ptr<CompiledComputation> m_computation;
    ComputationInput* m_samples = nullptr;
    ComputationInput* m_targets = nullptr;
    ComputationInput* m_learningRate = nullptr;
    ComputationInput* m_epsilonShare = nullptr;
    std::unique_ptr<Readout> m_loss;
    std::unique_ptr<Readout> m_penalty;
    std::unique_ptr<Readout> m_correct;
    std::vector<std::unique_ptr<Readout>> m_others;
    std::vector<float> m_unused; ///< takes what the computation has no input for
};

/// The runners of one kind of computation by batch size: compiled when first asked for, then kept. Those that
/// were not asked for longest go first, since each holds memory for a whole batch and any size may come, as
/// where a run goes on in the middle of a batch. The normal size stays.
class BatchRunners {
public:
    /// How many are kept, the normal one counted. A run whose figures are on the way is still needed.
    static constexpr std::size_t kMostKept = 8;
    static_assert(kMostKept - 2 >= kMostOnTheWay);

    using Make = std::function<Computation(std::int64_t batch)>;
    /// network outlives it. figures: see BatchRunner::load.
    BatchRunners(NetworkInstance& network, Make make, std::vector<std::string> figures = {})
        : m_network(network)
        , m_make(std::move(make))
        , m_figures(std::move(figures)) {}

    /// The size that stays, however long it is not asked for.
    void setNormal(std::int64_t batch) { m_normal = batch; }
    /// The runner of that size; null where it isn't compiled.
    [[nodiscard]] const BatchRunner* normal() const;
    /// The runner stays there at least until more than kMostKept - 2 others were asked for.
    [[nodiscard]] Result<BatchRunner*> forBatch(std::int64_t batch);

private:
    struct Kept {
        std::int64_t batch = 0;
        std::unique_ptr<BatchRunner> runner;
    };
    void makeRoom();

    NetworkInstance& m_network;
    Make m_make;
    std::vector<std::string> m_figures;
    std::int64_t m_normal = 0;   ///< 0: none
    std::vector<Kept> m_runners; ///< the one that was asked for last comes last
};

} // namespace protomind
