// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/variable_store.h"

#include "engine/program/compile.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace protomind {

namespace {

/// The run whose random numbers first values are made of: one that no step has, so that they share none.
constexpr std::uint64_t kFirstValuesRun = std::numeric_limits<std::uint64_t>::max();

} // namespace

Result<VariableStore> VariableStore::create(Device& device, std::vector<VariableInfo> variables,
                                            std::uint64_t seed) {
    VariableStore store;
    store.m_variables = std::move(variables);
    if (store.m_variables.empty())
        return store;
    auto program = compile(initialValues(store.m_variables, seed));
    if (!program)
        return std::unexpected(program.error());
    auto executable = device.load(std::move(*program));
    if (!executable)
        return std::unexpected(executable.error());
    for (const VariableInfo& variable : store.m_variables) {
        auto buffer = device.allocate(variable.shape);
        if (!buffer)
            return std::unexpected(buffer.error());
        (*executable)->bind(variable.name, *buffer);
        const bool isNew = store.m_buffers.emplace(variable.name, std::move(*buffer)).second;
        require(isNew, "VariableStore: two variables of one name");
    }
    if (auto run = (*executable)->run(kFirstValuesRun); !run)
        return std::unexpected(run.error());
    return store;
}

BufferPtr VariableStore::buffer(const std::string& name) const {
    const auto found = m_buffers.find(name);
    return found == m_buffers.end() ? nullptr : found->second;
}

void VariableStore::read(VariableValues& values) const {
    for (const auto& [name, buffer] : m_buffers) {
        HostArray& value = values[name];
        if (value.shape != buffer->shape() || value.values.empty())
            value = HostArray(buffer->shape());
        buffer->read(value.values);
    }
}

void VariableStore::write(const VariableValues& values) {
    for (const auto& [name, buffer] : m_buffers)
        buffer->write(values.at(name).values);
}

bool VariableStore::write(const std::string& name, const HostArray& value) {
    const auto found = m_buffers.find(name);
    if (found == m_buffers.end() || found->second->shape() != value.shape)
        return false;
    found->second->write(value.values);
    return true;
}

bool allFinite(std::span<const float> values) {
    // The exponent of infinities and NaNs is all ones. Without an early way out the loop is vectorised.
    constexpr std::uint32_t kExponent = 0x7F800000u;
    std::uint32_t found = 0;
    for (const float value : values)
        found |= static_cast<std::uint32_t>((std::bit_cast<std::uint32_t>(value) & kExponent) == kExponent);
    return found == 0;
}

bool allFinite(const VariableValues& values) {
    return std::ranges::all_of(values, [](const auto& entry) { return allFinite(entry.second.values); });
}

} // namespace protomind
