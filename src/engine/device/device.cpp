// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/device.h"

#include "engine/base/parallel.h"

namespace protomind {

std::unique_ptr<Readout> Buffer::readout() const {
    return std::make_unique<PlainReadout>(*this);
}

void PlainReadout::ask() {
    require(m_asked - m_taken < kMostOnTheWay, "Readout::ask: too many on the way");
    m_buffer.read(std::span(&m_numbers[m_asked % kMostOnTheWay], 1));
    ++m_asked;
}

float PlainReadout::take() {
    require(arrived(), "Readout::take: nothing was asked for");
    return m_numbers[m_taken++ % kMostOnTheWay];
}

int Executable::threads() const {
    return processorThreads();
}

Result<void> checkSteps(const Device& device, const Program& program) {
    for (const Step& step : program.steps) {
        if (auto supported = device.supports(step); !supported) {
            Problem problem = std::move(supported.error());
            if (problem.where.empty())
                problem.where = Sentence::name(step.name);
            return std::unexpected(std::move(problem));
        }
    }
    return {};
}

void requireBindable(const Program& program, const std::string& name, const BufferPtr& buffer) {
    const auto leaf = program.leaves.find(name);
    require(leaf != program.leaves.end(), "bind: the program has no input or variable of this name");
    require(buffer && buffer->shape() == leaf->second, "bind: a buffer of another shape");
}

HostArray read(const Buffer& buffer) {
    HostArray array(buffer.shape());
    buffer.read(array.values);
    return array;
}

} // namespace protomind
