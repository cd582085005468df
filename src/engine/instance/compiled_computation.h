// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/instance/variable_store.h"
#include "engine/program/computation.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// Numbers by the names that a computation has for them.
using NamedArrays = std::map<std::string, HostArray>;

/// An input of a compiled computation as plain memory to write into: the device's own where it shares the
/// program's, else memory in front of it that is sent with each run.
class ComputationInput {
public:
    ComputationInput(std::string name, const Shape& shape)
        : m_name(std::move(name))
        , m_shape(shape) {}

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const Shape& shape() const { return m_shape; }
    /// What lies here when the computation runs goes in; at first zeros. As large where nothing that is
    /// computed depends on it.
    [[nodiscard]] std::span<float> span();

private:
    friend class CompiledComputation;
    void send();

    std::string m_name;
    Shape m_shape;
    BufferPtr m_buffer; ///< null where the program doesn't ask for it
    std::vector<float> m_staging;
};

/// A computation made ready to run on a device with the variables of a store. Whoever runs it often keeps
/// what input() gives: runs then allocate nothing and look nothing up. Device and the variables' memory
/// outlive it.
class CompiledComputation {
public:
    /// Every variable of the computation is in the store.
    [[nodiscard]] static Result<std::unique_ptr<CompiledComputation>>
    load(Device& device, const Computation& computation, const VariableStore& variables);

    CompiledComputation(const CompiledComputation&) = delete;
    CompiledComputation& operator=(const CompiledComputation&) = delete;

    /// Null where there is none of that name. Stays where it is.
    [[nodiscard]] ComputationInput* input(std::string_view name);
    /// Copies each input from its array, all of which must be there in their shapes; the problem says which
    /// is not. Others are passed over.
    [[nodiscard]] Result<void> setInputs(const NamedArrays& arrays);

    /// Computes once; random nodes depend on run.
    [[nodiscard]] Result<void> run(std::uint64_t run);

    /// In the order of the computation.
    [[nodiscard]] const std::vector<std::string>& outputs() const { return m_outputs; }
    [[nodiscard]] bool gives(std::string_view output) const;
    /// An output as the last run left it. There is one of that name.
    [[nodiscard]] HostArray read(const std::string& output) const;
    void read(const std::string& output, std::span<float> values) const;
    [[nodiscard]] NamedArrays readAll() const;
    /// For an output of one number.
    [[nodiscard]] std::unique_ptr<Readout> readout(const std::string& output) const;

    /// As the device runs it.
    [[nodiscard]] const Executable& executable() const { return *m_executable; }
    /// How many of the processor's threads should prepare what goes in.
    [[nodiscard]] int threads() const { return m_executable->threads(); }
    /// Floats that it keeps taken on its device, variables not counted.
    [[nodiscard]] std::int64_t memoryElements() const;

private:
    CompiledComputation() = default;
    [[nodiscard]] Result<void> bindInputs(Device& device, const Computation& computation);
    void bindVariables(const VariableStore& variables);

    std::unique_ptr<Executable> m_executable;
    std::vector<std::unique_ptr<ComputationInput>> m_inputs;
    std::vector<std::string> m_outputs;
};

} // namespace protomind
