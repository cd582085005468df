// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/devices/device_catalogue.h"
#include "desktop/app/devices/fake_program.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/shown_window.h"
#include "studio/network/template.h"

#include <gtest/gtest.h>

namespace protomind {

/// A document, and devices that a script answers for.
class DeviceBench : public testing::Test {
protected:
    void SetUp() override { open("cpu"); }
    /// A project that computes on this device.
    void open(const std::string& device) {
        const NetworkTemplate* source = findTemplate("playground");
        ProjectContent content;
        content.experiment = {
            .network = source->make(), .data = source->data, .training = source->training, .device = device};
        m_document.replace(std::move(content));
    }
    void choose(const std::string& device) {
        m_document.undoStack().push(new SetDevice(m_document, device, newGesture()));
    }
    [[nodiscard]] const std::string& chosen() const { return m_document.experiment().device; }
    [[nodiscard]] bool untilTested() {
        return until([this] { return !m_catalogue.isBusy(); });
    }

    FakeProgram m_fake;
    Document m_document;
    RunController m_run{m_document};
    DeviceCatalogue m_catalogue{
        m_fake.path(), nullptr, {.listing = 600'000, .testing = 600'000, .tuning = 600'000}};
};

} // namespace protomind
