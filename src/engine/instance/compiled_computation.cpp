// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/compiled_computation.h"

#include "engine/program/compile.h"

#include <algorithm>

namespace protomind {

namespace {

/// Whether a program still asks for an input after it was simplified.
bool asksFor(const Program& program, const std::string& name) {
    return std::ranges::any_of(program.values, [&name](const Value& value) {
        return value.storage == Storage::Input && value.name == name;
    });
}

} // namespace

std::span<float> ComputationInput::span() {
    if (m_buffer && m_buffer->hostData())
        return {m_buffer->hostData(), static_cast<std::size_t>(m_shape.elementCount())};
    return m_staging;
}

void ComputationInput::send() {
    if (m_buffer && !m_staging.empty())
        m_buffer->write(m_staging);
}

Result<std::unique_ptr<CompiledComputation>>
CompiledComputation::load(Device& device, const Computation& computation, const VariableStore& variables) {
    auto program = compile(computation);
    if (!program)
        return std::unexpected(program.error());
    auto executable = device.load(std::move(*program));
    if (!executable)
        return std::unexpected(executable.error());
    std::unique_ptr<CompiledComputation> compiled(new CompiledComputation);
    compiled->m_executable = std::move(*executable);
    if (auto bound = compiled->bindInputs(device, computation); !bound)
        return std::unexpected(bound.error());
    compiled->bindVariables(variables);
    for (const Computation::Output& output : computation.outputs)
        compiled->m_outputs.push_back(output.name);
    return compiled;
}

Result<void> CompiledComputation::bindInputs(Device& device, const Computation& computation) {
    for (int index = 0; index < computation.graph->size(); ++index) {
        const Node node = computation.graph->node(index);
        if (node.op() != Op::Input)
            continue;
        const std::string& name = node.as<LeafAttributes>().name;
        if (const ComputationInput* known = input(name)) {
            require(known->shape() == node.shape(), "CompiledComputation: two inputs of one name");
            continue;
        }
        ComputationInput& added =
            *m_inputs.emplace_back(std::make_unique<ComputationInput>(name, node.shape()));
        const auto elements = static_cast<std::size_t>(node.shape().elementCount());
        if (!asksFor(m_executable->program(), name)) {
            added.m_staging.assign(elements, 0.0f);
            continue;
        }
        auto buffer = device.allocate(node.shape());
        if (!buffer)
            return std::unexpected(buffer.error());
        added.m_buffer = std::move(*buffer);
        if (!added.m_buffer->hostData())
            added.m_staging.assign(elements, 0.0f);
        m_executable->bind(name, added.m_buffer);
    }
    return {};
}

void CompiledComputation::bindVariables(const VariableStore& variables) {
    const Program& program = m_executable->program();
    const auto bind = [&](const std::string& name) {
        BufferPtr buffer = variables.buffer(name);
        require(buffer != nullptr, "CompiledComputation: a variable that the store does not have");
        m_executable->bind(name, std::move(buffer));
    };
    for (const Value& value : program.values) {
        if (value.storage == Storage::Variable)
            bind(value.name);
    }
    for (const Computation::Update& update : program.updates)
        bind(update.variable.as<LeafAttributes>().name);
}

ComputationInput* CompiledComputation::input(std::string_view name) {
    const auto found =
        std::ranges::find_if(m_inputs, [name](const auto& known) { return known->name() == name; });
    return found == m_inputs.end() ? nullptr : found->get();
}

Result<void> CompiledComputation::setInputs(const NamedArrays& arrays) {
    for (const auto& input : m_inputs) {
        const auto found = arrays.find(input->name());
        if (found == arrays.end())
            return fail(ProblemKind::Request, sentence("This needs an input called '{}' of the size {}.",
                                                       input->name(), input->shape().text()));
        if (found->second.shape != input->shape())
            return fail(ProblemKind::Request,
                        sentence("The input '{}' is {}, but {} is needed.", input->name(),
                                 found->second.shape.text(), input->shape().text()));
    }
    for (const auto& input : m_inputs)
        std::ranges::copy(arrays.at(input->name()).values, input->span().begin());
    return {};
}

Result<void> CompiledComputation::run(std::uint64_t run) {
    for (const auto& input : m_inputs)
        input->send();
    return m_executable->run(run);
}

bool CompiledComputation::gives(std::string_view output) const {
    return std::ranges::find(m_outputs, output) != m_outputs.end();
}

HostArray CompiledComputation::read(const std::string& output) const {
    return protomind::read(m_executable->output(output));
}

void CompiledComputation::read(const std::string& output, std::span<float> values) const {
    m_executable->output(output).read(values);
}

NamedArrays CompiledComputation::readAll() const {
    NamedArrays arrays;
    for (const std::string& output : m_outputs)
        arrays.emplace(output, read(output));
    return arrays;
}

std::unique_ptr<Readout> CompiledComputation::readout(const std::string& output) const {
    return m_executable->output(output).readout();
}

std::int64_t CompiledComputation::memoryElements() const {
    std::int64_t elements = m_executable->program().arenaElements + m_executable->scratchElements();
    for (const auto& input : m_inputs)
        elements += input->shape().elementCount();
    return elements;
}

} // namespace protomind
