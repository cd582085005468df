// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/late_device.h"

#include <map>

namespace protomind {

namespace {

class LateReadout final : public Readout {
public:
    LateReadout(std::unique_ptr<Readout> readout, std::shared_ptr<Takings> takings)
        : m_readout(std::move(readout))
        , m_takings(std::move(takings)) {}

    void ask() override {
        m_readout->ask();
        ++m_onTheWay;
    }
    bool arrived() const override { return false; }
    float take() override {
        m_takings->push_back(m_onTheWay--);
        return m_readout->take();
    }

private:
    std::unique_ptr<Readout> m_readout;
    std::shared_ptr<Takings> m_takings;
    std::size_t m_onTheWay = 0;
};

class LateBuffer final : public Buffer {
public:
    LateBuffer(Buffer& buffer, std::shared_ptr<Takings> takings)
        : m_buffer(buffer)
        , m_takings(std::move(takings)) {}

    const Shape& shape() const override { return m_buffer.shape(); }
    void write(std::span<const float> values) override { m_buffer.write(values); }
    void read(std::span<float> values) const override { m_buffer.read(values); }
    void writeAt(std::int64_t index, float value) override { m_buffer.writeAt(index, value); }
    float readAt(std::int64_t index) const override { return m_buffer.readAt(index); }
    void copyFrom(const Buffer& other) override { m_buffer.copyFrom(other); }
    std::unique_ptr<Readout> readout() const override {
        return std::make_unique<LateReadout>(m_buffer.readout(), m_takings);
    }

private:
    Buffer& m_buffer;
    std::shared_ptr<Takings> m_takings;
};

class LateExecutable final : public Executable {
public:
    LateExecutable(std::unique_ptr<Executable> executable, std::shared_ptr<Takings> takings)
        : m_executable(std::move(executable))
        , m_takings(std::move(takings)) {}

    const Program& program() const override { return m_executable->program(); }
    void bind(const std::string& name, BufferPtr buffer) override {
        m_executable->bind(name, std::move(buffer));
    }
    ProgramCode code() const override { return m_executable->code(); }
    Result<void> run(std::uint64_t run) override { return m_executable->run(run); }
    Result<void> runObserved(std::uint64_t run, const StepObserver& observer) override {
        return m_executable->runObserved(run, observer);
    }
    Buffer& output(const std::string& name) override {
        return m_outputs.try_emplace(name, m_executable->output(name), m_takings).first->second;
    }

private:
    std::unique_ptr<Executable> m_executable;
    std::shared_ptr<Takings> m_takings;
    std::map<std::string, LateBuffer> m_outputs;
};

} // namespace

Result<std::unique_ptr<Executable>> LateDevice::load(Program program) {
    auto loaded = m_device.load(std::move(program));
    if (!loaded)
        return std::unexpected(loaded.error());
    return std::make_unique<LateExecutable>(std::move(*loaded), m_takings);
}

} // namespace protomind
