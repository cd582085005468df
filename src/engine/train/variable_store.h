// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/train/computations.h"

#include <map>
#include <string>
#include <vector>

namespace protomind {

/// The numbers of every variable, by name.
using VariableValues = std::map<std::string, HostArray>;

/// The variables of a run in the memory of its device. Every executable of the run is bound to these buffers:
/// that is how training, evaluation and prediction see the same weights.
class VariableStore {
public:
    /// Memory for the variables, with their first values: a function of the seed alone.
    [[nodiscard]] static Result<VariableStore> create(Device& device, std::vector<VariableInfo> variables,
                                                      std::uint64_t seed);

    [[nodiscard]] const std::vector<VariableInfo>& variables() const { return m_variables; }
    /// Null where there is no variable of that name.
    [[nodiscard]] BufferPtr buffer(const std::string& name) const;

    /// Copies every variable; memory in values is used again where it fits.
    void read(VariableValues& values) const;
    /// values has every variable, in its shape.
    void write(const VariableValues& values);
    /// Writes one variable; false where there is none of that name and shape.
    bool write(const std::string& name, const HostArray& value);

private:
    std::vector<VariableInfo> m_variables;
    std::map<std::string, BufferPtr> m_buffers;
};

/// Whether all are numbers, neither infinite nor NaN.
[[nodiscard]] bool allFinite(std::span<const float> values);
[[nodiscard]] bool allFinite(const VariableValues& values);

} // namespace protomind
