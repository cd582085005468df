// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/tune/candidates.h"

#include "engine/base/problem.h"

#include <array>
#include <numeric>
#include <span>

namespace protomind {

namespace {

struct Choice {
    const char* name;
    std::vector<std::size_t> values;
};

/// Where the library knows but its maker's defaults: NVIDIA's large cards.
std::vector<KernelParameters> knownIndirect() {
    constexpr std::array<const char*, 16> kNames{"GEMMK", "KREG",  "KWG",   "KWI", "MDIMA", "MDIMC",
                                                 "MWG",   "NDIMB", "NDIMC", "NWG", "SA",    "SB",
                                                 "STRM",  "STRN",  "VWM",   "VWN"};
    constexpr std::array<std::array<std::size_t, 16>, 2> kValues{
        {{0, 1, 32, 8, 8, 16, 128, 32, 16, 128, 1, 1, 1, 1, 4, 2},
         {0, 1, 32, 2, 16, 16, 128, 16, 8, 128, 1, 1, 0, 0, 4, 4}}};
    std::vector<KernelParameters> known;
    for (const auto& values : kValues) {
        KernelParameters& one = known.emplace_back();
        for (std::size_t i = 0; i < kNames.size(); ++i)
            one[kNames[i]] = values[i];
    }
    return known;
}

bool divides(std::size_t part, std::size_t whole) {
    return part > 0 && whole % part == 0;
}

bool indirectIsValid(KernelParameters& p, const KernelLimits& limits) {
    const std::size_t items = p["MDIMC"] * p["NDIMC"];
    const std::size_t floats = p["SA"] * p["KWG"] * p["MWG"] + p["SB"] * p["KWG"] * p["NWG"];
    return divides(p["KWI"], p["KWG"]) && divides(p["MDIMC"] * p["VWM"], p["MWG"]) &&
           divides(p["NDIMC"] * p["VWN"], p["NWG"]) && divides(p["MDIMA"] * p["VWM"], p["MWG"]) &&
           divides(p["NDIMB"] * p["VWN"], p["NWG"]) && divides(p["MDIMA"], items) &&
           divides(p["NDIMB"], items) && divides(items / p["MDIMA"], p["KWG"]) &&
           divides(items / p["NDIMB"], p["KWG"]) && items <= limits.groupItems &&
           floats * sizeof(float) <= limits.localBytes;
}

bool directIsValid(KernelParameters& p, const KernelLimits& limits) {
    const std::size_t items = p["MDIMCD"] * p["NDIMCD"];
    const std::size_t floats = p["WGD"] * (2 * p["WGD"] + p["PADA"] + p["PADB"]);
    return divides(p["KWID"], p["WGD"]) && divides(p["MDIMCD"] * p["VWMD"], p["WGD"]) &&
           divides(p["NDIMCD"] * p["VWND"], p["WGD"]) && divides(p["MDIMAD"] * p["VWMD"], p["WGD"]) &&
           divides(p["NDIMBD"] * p["VWND"], p["WGD"]) && divides(p["MDIMAD"], items) &&
           divides(p["NDIMBD"], items) && divides(items / p["MDIMAD"], p["WGD"]) &&
           divides(items / p["NDIMBD"], p["WGD"]) && items <= limits.groupItems &&
           floats * sizeof(float) <= limits.localBytes;
}

std::vector<Choice> indirectChoices() {
    return {{"GEMMK", {0}},
            {"KREG", {1}},
            {"KWG", {16, 32}},
            {"KWI", {2, 8}},
            {"MDIMA", {8, 16}},
            {"MDIMC", {8, 16}},
            {"MWG", {16, 32, 64, 128}},
            {"NDIMB", {8, 16}},
            {"NDIMC", {8, 16}},
            {"NWG", {16, 32, 64, 128}},
            {"SA", {0, 1}},
            {"SB", {0, 1}},
            {"STRM", {0, 1}},
            {"STRN", {0, 1}},
            {"VWM", {1, 2, 4, 8}},
            {"VWN", {1, 2, 4, 8}}};
}

std::vector<Choice> directChoices() {
    return {{"KWID", {2, 8}},       {"MDIMAD", {8, 16}},     {"MDIMCD", {8, 16}}, {"NDIMBD", {8, 16}},
            {"NDIMCD", {8, 16}},    {"PADA", {0, 1}},        {"PADB", {0, 1}},    {"VWMD", {1, 2, 4, 8}},
            {"VWND", {1, 2, 4, 8}}, {"WGD", {8, 16, 32, 64}}};
}

/// Every way to choose a value of each, that is valid.
template<class IsValid>
void choose(std::span<const Choice> left, KernelParameters& chosen, const IsValid& isValid,
            std::vector<KernelParameters>& all) {
    if (left.empty()) {
        if (isValid(chosen))
            all.push_back(chosen);
        return;
    }
    for (const std::size_t value : left.front().values) {
        chosen[left.front().name] = value;
        choose(left.subspan(1), chosen, isValid, all);
    }
}

} // namespace

std::vector<KernelParameters> tuningCandidates(const std::string& kernel, const KernelLimits& limits,
                                               RandomStream& random) {
    require(kernel == kIndirectProduct || kernel == kDirectProduct, "tuningCandidates: another kernel");
    const bool indirect = kernel == kIndirectProduct;
    const auto isValid = [&](KernelParameters& p) {
        return indirect ? indirectIsValid(p, limits) : directIsValid(p, limits);
    };
    std::vector<KernelParameters> all;
    KernelParameters chosen;
    choose(indirect ? indirectChoices() : directChoices(), chosen, isValid, all);
    std::vector<std::uint32_t> order(all.size());
    std::iota(order.begin(), order.end(), 0u);
    random.shuffle(order);
    std::vector<KernelParameters> shuffled;
    shuffled.reserve(all.size());
    for (const std::uint32_t index : order)
        shuffled.push_back(std::move(all[index]));
    return shuffled;
}

std::vector<KernelParameters> knownCandidates(const std::string& kernel, const KernelLimits& limits) {
    if (kernel != kIndirectProduct)
        return {};
    std::vector<KernelParameters> known = knownIndirect();
    std::erase_if(known, [&](KernelParameters& one) { return !indirectIsValid(one, limits); });
    return known;
}

bool computesWrongly(const std::string& kernel, const KernelParameters& parameters) {
    const auto valueOf = [&](const char* name) {
        const auto found = parameters.find(name);
        return found == parameters.end() ? 0 : found->second;
    };
    return kernel == kIndirectProduct && valueOf("GEMMK") == 1 && valueOf("MWG") != valueOf("NWG");
}

} // namespace protomind
