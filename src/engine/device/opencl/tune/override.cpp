// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/tune/override.h"

#include "engine/device/opencl/tune/candidates.h"

#include <algorithm>
#include <clblast.h>

namespace protomind {

namespace {

using LibraryParameters = std::unordered_map<std::string, std::size_t>;

LibraryParameters parametersOf(const cl::Device& device, const std::string& kernel) {
    LibraryParameters parameters;
    if (clblast::RetrieveParameters(device(), kernel, clblast::Precision::kSingle, parameters) !=
        clblast::StatusCode::kSuccess)
        parameters.clear();
    return parameters;
}

/// The library takes sets without a name, too, and fails much later.
bool hasSameNames(const LibraryParameters& known, const std::map<std::string, std::size_t>& given) {
    return known.size() == given.size() && std::ranges::all_of(given, [&known](const auto& parameter) {
               return known.contains(parameter.first);
           });
}

} // namespace

bool overrideParameters(const cl::Device& device, const Tuning& tuning) {
    const bool known = std::ranges::all_of(tuning, [&device](const auto& kernel) {
        return hasSameNames(parametersOf(device, kernel.first), kernel.second) &&
               !computesWrongly(kernel.first, kernel.second);
    });
    if (!known)
        return false;
    for (const auto& [kernel, parameters] : tuning) {
        const LibraryParameters given(parameters.begin(), parameters.end());
        if (clblast::OverrideParameters(device(), kernel, clblast::Precision::kSingle, given) !=
            clblast::StatusCode::kSuccess)
            return false;
    }
    return true;
}

bool replaceWrongParameters(const cl::Device& device) {
    const LibraryParameters present = parametersOf(device, kIndirectProduct);
    if (!computesWrongly(kIndirectProduct, {present.begin(), present.end()}))
        return false;
    // Small tiles without local memory: any device takes them.
    return overrideParameters(device, {{kIndirectProduct,
                                        {{"GEMMK", 0},
                                         {"KREG", 1},
                                         {"KWG", 16},
                                         {"KWI", 2},
                                         {"MDIMA", 8},
                                         {"MDIMC", 8},
                                         {"MWG", 32},
                                         {"NDIMB", 8},
                                         {"NDIMC", 8},
                                         {"NWG", 32},
                                         {"SA", 0},
                                         {"SB", 0},
                                         {"STRM", 0},
                                         {"STRN", 0},
                                         {"VWM", 1},
                                         {"VWN", 1}}}});
}

Tuning presentParameters(const cl::Device& device) {
    Tuning tuning;
    for (const char* kernel : {kIndirectProduct, kDirectProduct, kProductRoutine}) {
        const LibraryParameters parameters = parametersOf(device, kernel);
        tuning[kernel] = {parameters.begin(), parameters.end()};
    }
    return tuning;
}

} // namespace protomind
