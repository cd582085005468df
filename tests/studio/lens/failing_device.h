// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"

namespace protomind {

/// Another device, until it fails: then nothing that is read of it means anything, and only check() says so.
class FailingDevice final : public Device {
public:
    static constexpr const char* kSentence = "The device fell off the table.";

    explicit FailingDevice(std::unique_ptr<Device> device)
        : m_device(std::move(device)) {}

    void fall() { m_hasFailed = true; }

    [[nodiscard]] DeviceDescription description() const override { return m_device->description(); }
    [[nodiscard]] Result<BufferPtr> allocate(const Shape& shape) override {
        return m_device->allocate(shape);
    }
    [[nodiscard]] Result<void> supports(const Step& step) const override { return m_device->supports(step); }
    [[nodiscard]] Result<std::unique_ptr<Executable>> load(Program program) override {
        return m_device->load(std::move(program));
    }
    [[nodiscard]] Result<void> check() const override {
        return m_hasFailed ? fail(ProblemKind::Device, kSentence) : Result<void>();
    }

private:
    std::unique_ptr<Device> m_device;
    bool m_hasFailed = false;
};

} // namespace protomind
