// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/faults/guarded_application.h"

#include <gtest/gtest.h>

namespace protomind {

/// As long as it lives, what is thrown out of a slot is no failure of the test.
class ExpectedFaults {
public:
    ExpectedFaults() { ++count(); }
    ExpectedFaults(const ExpectedFaults&) = delete;
    ExpectedFaults& operator=(const ExpectedFaults&) = delete;
    ~ExpectedFaults() {
        QCoreApplication::sendPostedEvents(qApp, QEvent::MetaCall); // faults on their way
        --count();
    }

    /// Anywhere else it fails the test that it happens in.
    static void watch(GuardedApplication& application) {
        QObject::connect(&application, &GuardedApplication::faulted, &application, [](const Fault& fault) {
            if (count() == 0)
                ADD_FAILURE() << fault.problem.text();
        });
    }

private:
    static int& count() {
        static int expected = 0;
        return expected;
    }
};

} // namespace protomind
