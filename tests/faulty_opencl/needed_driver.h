// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faulty_opencl/driver_behind.h"
#include "needed_tool.h"

/// Ends a test that has no driver to let fail: skipped for people, failed where CI is set.
#define PROTOMIND_NEEDS_DRIVER_BEHIND()                                                                      \
    do {                                                                                                     \
        if (faulty_opencl::driverBehind().empty())                                                           \
            PROTOMIND_TOOL_IS_MISSING("PoCL (pocl-opencl-icd) is not installed.");                           \
    } while (false)
