// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/variable_store.h"

#include "engine/device/host_buffer.h"
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

constexpr const char* kNonFinite = "non-finite";

Computation countNonFinite(const std::vector<VariableInfo>& variables) {
    Computation computation;
    Graph& graph = *computation.graph;
    const Node endless = constant(graph, std::numeric_limits<float>::infinity());
    Node count = constant(graph, 0.0f);
    for (const VariableInfo& info : variables) {
        const Node isFinite = less(absolute(variable(graph, info.name, info.shape)), endless);
        count = count + reshape(reduceSum(1.0f - isFinite), Shape{});
    }
    computation.outputs.push_back({kNonFinite, count});
    return computation;
}

/// The numbers of a buffer in the program's own memory.
std::span<float> numbersOf(Buffer& buffer) {
    return {buffer.hostData(), static_cast<std::size_t>(buffer.shape().elementCount())};
}

bool isSeen(Buffer& buffer) {
    return buffer.hostData() != nullptr || buffer.shape().elementCount() == 0;
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
    m_device = &device;
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
    m_buffers.merge(buffers);
    m_variables.insert(m_variables.end(), std::make_move_iterator(variables.begin()),
                       std::make_move_iterator(variables.end()));
    return prepareCheck();
}

Result<void> VariableStore::prepareCheck() {
    if (std::ranges::all_of(m_buffers, [](const auto& entry) { return isSeen(*entry.second); }))
        return {};
    auto program = compile(countNonFinite(m_variables));
    if (!program)
        return std::unexpected(program.error());
    auto executable = m_device->load(std::move(*program));
    if (!executable)
        return std::unexpected(executable.error());
    m_check = std::move(*executable);
    for (const auto& [name, buffer] : m_buffers)
        m_check->bind(name, buffer);
    return {};
}

bool VariableStore::areFinite() const {
    if (m_check)
        return m_check->run(0) && m_check->output(kNonFinite).readAt(0) == 0;
    return std::ranges::all_of(m_buffers,
                               [](const auto& entry) { return allFinite(numbersOf(*entry.second)); });
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

void VariableCopy::take(const VariableStore& variables) {
    for (const auto& [name, buffer] : variables.buffers()) {
        Copy& copy = m_copies[name];
        if (!copy.buffer) {
            auto allocated = variables.device().allocate(buffer->shape());
            copy.onDevice = allocated.has_value();
            copy.buffer = allocated ? std::move(*allocated) : std::make_shared<HostBuffer>(buffer->shape());
        }
        if (copy.onDevice)
            copy.buffer->copyFrom(*buffer);
        else
            buffer->read(numbersOf(*copy.buffer));
    }
}

void VariableCopy::giveBack(VariableStore& variables) const {
    for (const auto& [name, copy] : m_copies) {
        const BufferPtr buffer = variables.buffer(name);
        require(buffer != nullptr, "VariableCopy: of another network");
        if (copy.onDevice)
            buffer->copyFrom(*copy.buffer);
        else
            buffer->write(numbersOf(*copy.buffer));
    }
}

VariableValues VariableCopy::values() const {
    VariableValues values;
    for (const auto& [name, copy] : m_copies)
        values.emplace(name, protomind::read(*copy.buffer));
    return values;
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
