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

HostArray read(const Buffer& buffer) {
    HostArray array(buffer.shape());
    buffer.read(array.values);
    return array;
}

} // namespace protomind
