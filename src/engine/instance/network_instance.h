// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/computation_cache.h"
#include "engine/instance/network_query.h"
#include "engine/nn/model.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace protomind {

/// Makes a computation where it isn't kept compiled; the problem says why there is none.
using MakeComputation = std::function<Result<Computation>()>;

/// A network with numbers for its variables on a device, to be asked anything: it knows no data set, no loss
/// and no epochs. Training, evaluation and lenses all work on one. What was asked lately stays compiled. Used
/// by one thread at a time; device outlives it.
class NetworkInstance {
public:
    /// With fresh initial values: a function of the seed alone.
    [[nodiscard]] static Result<std::unique_ptr<NetworkInstance>> create(Model model, Device& device,
                                                                         std::uint64_t seed);
    /// With given values, as from a file or a checkpoint. Fails where one of the network's is missing, of
    /// another shape, or not finite; others are passed over.
    [[nodiscard]] static Result<std::unique_ptr<NetworkInstance>> create(Model model, Device& device,
                                                                         const VariableValues& values);

    NetworkInstance(const NetworkInstance&) = delete;
    NetworkInstance& operator=(const NetworkInstance&) = delete;

    [[nodiscard]] const Model& model() const { return m_model; }
    [[nodiscard]] Device& device() const { return m_device; }
    /// Of initial values and of what layers draw.
    [[nodiscard]] std::uint64_t seed() const { return m_seed; }
    [[nodiscard]] VariableStore& variables() { return m_variables; }
    [[nodiscard]] const VariableStore& variables() const { return m_variables; }
    /// Numbers that others keep beside the network's, as an optimiser its state.
    [[nodiscard]] Result<void> addVariables(std::vector<VariableInfo> variables);

    /// What the query gives, by name: see NetworkQuery. inputs: kSamples [N, sample shape] and what the
    /// scalar asks for. run: the random numbers of layers that draw some.
    [[nodiscard]] Result<NamedArrays> ask(const NetworkQuery& query, const NamedArrays& inputs,
                                          std::uint64_t run = 0);
    /// [N, sample shape] to what the last layer gives, [N, output shape]; batch by batch.
    [[nodiscard]] Result<HostArray> outputs(const HostArray& samples);

    /// Any computation over the network's variables, with any inputs. key says what is computed; inputs of
    /// other shapes are kept apart. make is called where it isn't kept.
    [[nodiscard]] Result<NamedArrays> run(const std::string& key, const MakeComputation& make,
                                          const NamedArrays& inputs, std::uint64_t run = 0);
    /// The same for whoever writes inputs and reads outputs himself; key says the shapes too. What it gives
    /// is there until something else is asked.
    [[nodiscard]] Result<CompiledComputation*> compiled(const std::string& key, const MakeComputation& make);
    /// The same for whoever keeps it: not in the cache, which gives its memory where there is none left.
    [[nodiscard]] Result<std::unique_ptr<CompiledComputation>> load(const Computation& computation);
    /// Gives back the memory of all that is kept compiled.
    void forgetCompiled() { m_cache.clear(); }
    [[nodiscard]] const ComputationCache& cache() const { return m_cache; }

private:
    NetworkInstance(Model model, Device& device, std::uint64_t seed)
        : m_model(std::move(model))
        , m_device(device)
        , m_seed(seed) {}

    Model m_model;
    Device& m_device;
    std::uint64_t m_seed;
    VariableStore m_variables;
    ComputationCache m_cache;
};

/// How many samples are computed at once where somebody asks for many: a power of two, so that no layer gives
/// too many numbers.
[[nodiscard]] std::int64_t fittingBatch(const Model& model);

/// What answers to [n, ...] with [n, ...].
using AnswerBatch = std::function<Result<HostArray>(const HostArray& part)>;
/// Asks for at most batch samples at a time; the last part is rounded up to a power of two by zeros, so that
/// few sizes are ever compiled. samples: [N, ...] with at least one.
[[nodiscard]] Result<HostArray> inBatches(const HostArray& samples, std::int64_t batch,
                                          const AnswerBatch& answer);

/// A sentence with both shapes where samples are not [N, the model's input shape] with at least one.
[[nodiscard]] Result<void> checkSamples(const Model& model, const Shape& samples);

} // namespace protomind
