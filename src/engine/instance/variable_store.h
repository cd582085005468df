// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/nn/initialiser.h"
#include "engine/nn/layer_builder.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// A variable that is kept: a weight, a statistic, or an optimiser's state.
struct VariableInfo {
    std::string name;
    Shape shape;
    Initialiser initialiser;
    bool ofNetwork = true; ///< weights and statistics; the rest is the optimiser's
};

[[nodiscard]] VariableInfo infoOf(const NetworkVariable& variable, bool ofNetwork);

/// The numbers of every variable, by name.
using VariableValues = std::map<std::string, HostArray>;

/// Variables in the memory of a device. Every executable that asks for them is bound to these buffers: that
/// is how training, evaluation and lenses see the same weights.
class VariableStore {
public:
    VariableStore() = default;
    /// Memory for the variables, with their initial values: a function of the seed alone.
    [[nodiscard]] static Result<VariableStore> create(Device& device, std::vector<VariableInfo> variables,
                                                      std::uint64_t seed);
    /// More of them, with other names; nothing is changed where that fails. Their random numbers go by their
    /// places in the list of all, so that it doesn't matter in how many parts they came.
    [[nodiscard]] Result<void> add(Device& device, std::vector<VariableInfo> variables, std::uint64_t seed);

    [[nodiscard]] const std::vector<VariableInfo>& variables() const { return m_variables; }
    /// That they lie on; there is at least one.
    [[nodiscard]] Device& device() const { return *m_device; }
    [[nodiscard]] const std::map<std::string, BufferPtr>& buffers() const { return m_buffers; }
    /// Null where there is no variable of that name.
    [[nodiscard]] BufferPtr buffer(const std::string& name) const;

    /// Why numbers of variables are none, where their device failed.
    [[nodiscard]] Result<void> check() const;
    /// A variable's numbers; why they are none where their device failed. There is one of that name.
    [[nodiscard]] Result<HostArray> read(const std::string& name) const;
    /// Copies every variable; memory in values is used again where it fits. NaN where the device failed: who
    /// makes something of the numbers asks check() behind it.
    void read(VariableValues& values) const;
    /// values has every variable, in its shape.
    void write(const VariableValues& values);
    /// Writes one variable; false where there is none of that name and shape.
    bool write(const std::string& name, const HostArray& value);

private:
    Device* m_device = nullptr; ///< outlives it
    std::vector<VariableInfo> m_variables;
    std::map<std::string, BufferPtr> m_buffers;
};

/// Whether all are numbers, neither infinite nor NaN.
[[nodiscard]] bool allFinite(std::span<const float> values);
[[nodiscard]] bool allFinite(const VariableValues& values);

} // namespace protomind
