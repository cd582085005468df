// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faulty_opencl/driver_behind.h"

#include <cstdlib>
#include <fstream>
#include <system_error>

namespace faulty_opencl {

std::string driverBehind() {
    if (const char* named = std::getenv("FAULTY_OPENCL_DRIVER"))
        return named;
    std::error_code error;
    for (const auto& file : std::filesystem::directory_iterator("/etc/OpenCL/vendors", error)) {
        std::string library;
        std::ifstream(file.path()) >> library;
        if (library.find("pocl") != std::string::npos)
            return library;
    }
    return {};
}

void offerAlone(const std::string& driver, const std::filesystem::path& folder) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "alone.icd") << driver << "\n";
}

} // namespace faulty_opencl
