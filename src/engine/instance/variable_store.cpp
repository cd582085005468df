// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/variable_store.h"

#include "engine/graph/build.h"
#include "engine/program/compile.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <limits>

namespace protomind {

namespace {

/// The run whose random numbers initial values are made of: one that no step has, so that they share none.
constexpr std::uint64_t kInitialValuesRun = std::numeric_limits<std::uint64_t>::max();

/// Gives every variable its initial value; first is the place of the first one among all.
Computation initialValues(const std::vector<VariableInfo>& variables, std::uint64_t seed, std::size_t first) {
    Computation computation;
    Graph& graph = *computation.graph;
    for (std::size_t i = 0; i < variables.size(); ++i) {
        const VariableInfo& info = variables[i];
        computation.updates.push_back({variable(graph, info.name, info.shape),
                                       initialValue(graph, info.shape, info.initialiser, seed, first + i)});
    }
    return computation;
}

} // namespace

VariableInfo infoOf(const NetworkVariable& variable, bool ofNetwork) {
    return {variable.name, variable.node.shape(), variable.initialiser, ofNetwork};
}

Result<VariableStore> VariableStore::create(Device& device, std::vector<VariableInfo> variables,
                                            std::uint64_t seed) {
    VariableStore store;
    if (auto added = store.add(device, std::move(variables), seed); !added)
        return std::unexpected(added.error());
    return store;
}

Result<void> VariableStore::add(Device& device, std::vector<VariableInfo> variables, std::uint64_t seed) {
    if (variables.empty())
        return {};
    auto program = compile(initialValues(variables, seed, m_variables.size()));
    if (!program)
        return std::unexpected(program.error());
    auto executable = device.load(std::move(*program));
    if (!executable)
        return std::unexpected(executable.error());
    std::map<std::string, BufferPtr> buffers;
    for (const VariableInfo& info : variables) {
        auto buffer = device.allocate(info.shape);
        if (!buffer)
            return std::unexpected(buffer.error());
        (*executable)->bind(info.name, *buffer);
        const bool isNew = buffers.emplace(info.name, std::move(*buffer)).second;
        require(isNew && !m_buffers.contains(info.name), "VariableStore: two variables of one name");
    }
    if (auto run = (*executable)->run(kInitialValuesRun); !run)
        return run;
    m_device = &device;
    m_buffers.merge(buffers);
    m_variables.insert(m_variables.end(), std::make_move_iterator(variables.begin()),
                       std::make_move_iterator(variables.end()));
    return {};
}

BufferPtr VariableStore::buffer(const std::string& name) const {
    const auto found = m_buffers.find(name);
    return found == m_buffers.end() ? nullptr : found->second;
}

Result<void> VariableStore::check() const {
    if (m_device == nullptr)
        return {};
    for (const auto& [name, buffer] : m_buffers) {
        if (auto sound = buffer->check(); !sound)
            return sound;
    }
    return m_device->check();
}

Result<HostArray> VariableStore::read(const std::string& name) const {
    const Buffer& buffer = *m_buffers.at(name);
    HostArray values = protomind::read(buffer);
    // Behind it: reading may be what the device fails at.
    if (auto sound = buffer.check(); !sound)
        return std::unexpected(std::move(sound.error()));
    if (auto sound = m_device->check(); !sound)
        return std::unexpected(std::move(sound.error()));
    return values;
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
