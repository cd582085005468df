// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace faulty_opencl {

/// The library of the driver that the faulty one has behind it: the PoCL that is installed, or another one by
/// FAULTY_OPENCL_DRIVER. Empty where there is none.
[[nodiscard]] std::string driverBehind();

/// Makes a folder for OCL_ICD_VENDORS, where that driver stands alone: whoever takes the first device of all
/// takes it, whatever else the machine has.
void offerAlone(const std::string& driver, const std::filesystem::path& folder);

} // namespace faulty_opencl
