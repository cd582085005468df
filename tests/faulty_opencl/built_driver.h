// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace protomind {

/// Where the driver that fails and what is tried with it were built; the file behind it is generated.
extern const char* const kFaultyVendors;    ///< a folder, for OCL_ICD_VENDORS: see faulty_opencl.cpp
extern const char* const kTrainUnderFaults; ///< a program

} // namespace protomind
