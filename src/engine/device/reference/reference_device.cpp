// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/reference/reference_device.h"

#include "engine/device/host_buffer.h"
#include "engine/device/reference/evaluate.h"

#include <map>

namespace protomind {

namespace {

class ReferenceExecutable final : public Executable {
public:
    explicit ReferenceExecutable(Program program)
        : m_program(std::move(program)) {
        for (const Computation::Output& output : m_program.outputs)
            m_outputs.emplace(output.name, output.node.shape());
    }

    const Program& program() const override { return m_program; }
    void bind(const std::string& name, BufferPtr buffer) override {
        bindableNumbers(m_program, name, buffer);
        m_bound[name] = std::move(buffer);
    }

    ProgramCode code() const override {
        ProgramCode code;
        for (const Step& step : m_program.steps)
            code.steps.push_back(stepCode(step, methodAsDefined()));
        return code;
    }

    Result<void> run(std::uint64_t run) override {
        NamedValues named;
        for (const auto& [name, buffer] : m_bound) {
            const HostArray array = read(*buffer);
            named.emplace(name, std::vector<double>(array.values.begin(), array.values.end()));
        }
        std::vector<Node> wanted;
        for (const Computation::Output& output : m_program.outputs)
            wanted.push_back(output.node);
        for (const Computation::Update& update : m_program.updates)
            wanted.push_back(update.value);
        const std::vector<std::vector<double>> values = evaluate(wanted, named, run);
        std::size_t next = 0;
        for (const Computation::Output& output : m_program.outputs)
            write(m_outputs.at(output.name), values[next++]);
        for (const Computation::Update& update : m_program.updates)
            write(*m_bound.at(update.variable.as<LeafAttributes>().name), values[next++]);
        return {};
    }

    Result<void> runObserved(std::uint64_t run, const StepObserver&) override { return this->run(run); }

    Buffer& output(const std::string& name) override { return m_outputs.at(name); }

private:
    static void write(Buffer& buffer, const std::vector<double>& values) {
        std::vector<float> floats(values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            floats[i] = static_cast<float>(values[i]);
        buffer.write(floats);
    }

    Program m_program;
    std::map<std::string, BufferPtr> m_bound;
    std::map<std::string, HostBuffer> m_outputs;
};

class ReferenceDevice final : public Device {
public:
    DeviceDescription description() const override {
        return {.id = "reference",
                .name = "Plain reference",
                .detail = "simple loops in double precision",
                .threads = 1,
                .memory = 0};
    }
    Result<BufferPtr> allocate(const Shape& shape) override { return std::make_shared<HostBuffer>(shape); }
    /// Any: graphs are computed node by node, whatever steps were made of them.
    Result<void> supports(const Step&) const override { return {}; }
    Result<std::unique_ptr<Executable>> load(Program program) override {
        return std::make_unique<ReferenceExecutable>(std::move(program));
    }
};

} // namespace

std::unique_ptr<Device> makeReferenceDevice() {
    return std::make_unique<ReferenceDevice>();
}

} // namespace protomind
