// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"

namespace protomind {

/// What was asked for and taken of one number, in turn: how many were on the way at each taking.
using Takings = std::vector<std::size_t>;

/// Another device whose numbers never arrive before somebody waits for them.
class LateDevice final : public Device {
public:
    /// device outlives it.
    explicit LateDevice(Device& device)
        : m_device(device) {}

    [[nodiscard]] DeviceDescription description() const override { return m_device.description(); }
    [[nodiscard]] Result<BufferPtr> allocate(const Shape& shape) override { return m_device.allocate(shape); }
    [[nodiscard]] Result<void> supports(const Step& step) const override { return m_device.supports(step); }
    [[nodiscard]] Result<std::unique_ptr<Executable>> load(Program program) override;

    /// Of all numbers that were asked for later than they were computed.
    [[nodiscard]] const Takings& takings() const { return *m_takings; }

private:
    Device& m_device;
    std::shared_ptr<Takings> m_takings = std::make_shared<Takings>();
};

} // namespace protomind
