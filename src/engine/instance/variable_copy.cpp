// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/variable_copy.h"

#include "engine/device/host_buffer.h"
#include "engine/graph/build.h"
#include "engine/program/compile.h"

#include <algorithm>
#include <limits>

namespace protomind {

namespace {

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

std::span<float> numbersOf(Buffer& buffer) {
    return {buffer.hostData(), static_cast<std::size_t>(buffer.shape().elementCount())};
}

bool isInProgramsMemory(Buffer& buffer) {
    return buffer.hostData() != nullptr || buffer.shape().elementCount() == 0;
}

/// Null where the device has no room for it.
std::unique_ptr<Executable> makeCheck(const VariableStore& variables) {
    auto program = compile(countNonFinite(variables.variables()));
    if (!program)
        return nullptr;
    auto check = variables.device().load(std::move(*program));
    if (!check)
        return nullptr;
    for (const auto& [name, buffer] : variables.buffers())
        (*check)->bind(name, buffer);
    return std::move(*check);
}

} // namespace

void VariableCopy::prepare(const VariableStore& variables) {
    const auto isNear = [](const auto& entry) { return isInProgramsMemory(*entry.second); };
    if (!std::ranges::all_of(variables.buffers(), isNear))
        m_check = makeCheck(variables);
    for (const auto& [name, buffer] : variables.buffers()) {
        Copy& copy = m_copies[name];
        if (copy.buffer)
            continue;
        auto allocated = variables.device().allocate(buffer->shape());
        copy.onDevice = allocated.has_value();
        copy.buffer = allocated ? std::move(*allocated) : std::make_shared<HostBuffer>(buffer->shape());
    }
}

bool VariableCopy::areFinite(const VariableStore& variables) const {
    // Where the check itself fails, that says nothing of the numbers: they are read.
    if (m_check && m_check->run(0))
        return m_check->output(kNonFinite).readAt(0) == 0;
    return std::ranges::all_of(variables.buffers(), [](const auto& entry) {
        Buffer& buffer = *entry.second;
        return isInProgramsMemory(buffer) ? allFinite(numbersOf(buffer))
                                          : allFinite(protomind::read(buffer).values);
    });
}

Result<bool> VariableCopy::take(const VariableStore& variables) {
    if (m_copies.size() != variables.buffers().size())
        prepare(variables);
    const bool finite = areFinite(variables);
    // What is read of a device that failed is not finite either.
    if (auto sound = variables.check(); !sound)
        return std::unexpected(std::move(sound.error()));
    if (!finite)
        return false;
    for (const auto& [name, buffer] : variables.buffers()) {
        const Copy& copy = m_copies.at(name);
        if (copy.onDevice)
            copy.buffer->copyFrom(*buffer);
        else
            buffer->read(numbersOf(*copy.buffer));
    }
    if (auto sound = variables.check(); !sound)
        return std::unexpected(std::move(sound.error()));
    return true;
}

void VariableCopy::giveBack(VariableStore& variables) const {
    for (const auto& [name, copy] : m_copies) {
        const BufferPtr buffer = variables.buffer(name);
        require(buffer != nullptr, "VariableCopy: another store");
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

} // namespace protomind
