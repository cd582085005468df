// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/expected_faults.h"

#include <QStandardPaths>

#include <gtest/gtest.h>

int main(int argc, char** argv) {
    QStandardPaths::setTestModeEnabled(true);
    protomind::GuardedApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Protomind"));
    protomind::ExpectedFaults::watch(application);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
