// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/tune/candidates.h"
#include "engine/device/opencl/tune/override.h"
#include "engine/device/opencl/tune/product_trial.h"
#include "engine/device/opencl/tune/tuner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <clblast.h>

#include "whole_run.h"

namespace protomind {
namespace {

OpenClQueuePtr firstQueue() {
    return std::make_shared<OpenClQueue>(findHardware().at(0), ProgramCache({}));
}

TEST(TuningCandidates, AreManyAndFitTheDevice) {
    const KernelLimits limits{.groupItems = 64, .localBytes = 8192, .computeUnits = 2};
    for (const char* kernel : {kIndirectProduct, kDirectProduct}) {
        RandomStream random(1);
        std::vector<KernelParameters> candidates = tuningCandidates(kernel, limits, random);
        EXPECT_GT(candidates.size(), 100u);
        for (KernelParameters& p : candidates) {
            const bool indirect = kernel == std::string(kIndirectProduct);
            EXPECT_LE(indirect ? p["MDIMC"] * p["NDIMC"] : p["MDIMCD"] * p["NDIMCD"], 64u);
        }
        EXPECT_EQ(std::ranges::adjacent_find(candidates), candidates.end());
        RandomStream same(1);
        EXPECT_EQ(tuningCandidates(kernel, limits, same), candidates);
    }
}

/// NVIDIA's cards have 48 KiB of local memory.
TEST(KnownCandidates, AreThoseThatADeviceHasRoomFor) {
    KernelLimits limits{.groupItems = 256, .localBytes = 49152, .computeUnits = 132};
    const std::vector<KernelParameters> known = knownCandidates(kIndirectProduct, limits);
    ASSERT_EQ(known.size(), 2u);
    EXPECT_EQ(known[0].at("NDIMB"), 32u);
    EXPECT_EQ(known[1].at("VWN"), 4u);
    const Tuning present = presentParameters(findHardware().at(0).device);
    for (const KernelParameters& one : known) {
        EXPECT_FALSE(computesWrongly(kIndirectProduct, one));
        EXPECT_EQ(one.size(), present.at(kIndirectProduct).size());
        for (const auto& [name, value] : one)
            EXPECT_TRUE(present.at(kIndirectProduct).contains(name)) << name;
    }
    limits.groupItems = 128;
    EXPECT_EQ(knownCandidates(kIndirectProduct, limits), std::vector{known[1]});
    limits.localBytes = 16384;
    EXPECT_TRUE(knownCandidates(kIndirectProduct, limits).empty());
    EXPECT_TRUE(knownCandidates(kDirectProduct, limits).empty());
}

TEST(OverrideParameters, RefusesWhatTheLibraryComputesWrongly) {
    const cl::Device device = findHardware().at(0).device;
    const Tuning before = presentParameters(device);
    Tuning rows = before;
    KernelParameters& indirect = rows[kIndirectProduct];
    indirect["GEMMK"] = 1;
    indirect["MWG"] = 64;
    indirect["NWG"] = 32;
    EXPECT_TRUE(computesWrongly(kIndirectProduct, indirect));
    EXPECT_FALSE(computesWrongly(kDirectProduct, indirect));
    EXPECT_FALSE(overrideParameters(device, rows));
    EXPECT_EQ(presentParameters(device), before);
    indirect["NWG"] = 64;
    EXPECT_FALSE(computesWrongly(kIndirectProduct, indirect));
    indirect["NWG"] = 32;
    indirect["GEMMK"] = 0;
    EXPECT_FALSE(computesWrongly(kIndirectProduct, indirect));
}

/// As the library of old has it for some processors.
TEST(ReplaceWrongParameters, LeavesNoneInForceThatComputeWrongly) {
    const cl::Device device = findHardware().at(0).device;
    const Tuning before = presentParameters(device);
    EXPECT_FALSE(replaceWrongParameters(device));
    EXPECT_EQ(presentParameters(device), before);
    std::unordered_map<std::string, std::size_t> wrong(before.at(kIndirectProduct).begin(),
                                                       before.at(kIndirectProduct).end());
    wrong["GEMMK"] = 1;
    wrong["MWG"] = 16;
    wrong["NWG"] = 32;
    ASSERT_EQ(clblast::OverrideParameters(device(), kIndirectProduct, clblast::Precision::kSingle, wrong),
              clblast::StatusCode::kSuccess);
    EXPECT_TRUE(replaceWrongParameters(device));
    const Tuning now = presentParameters(device);
    EXPECT_FALSE(computesWrongly(kIndirectProduct, now.at(kIndirectProduct)));
    if (isWholeRun()) { // building them takes a minute without a graphics card
        EXPECT_TRUE(overrideParameters(device, {{kProductRoutine, {{kLeastIndirect, 1}}}}));
        EXPECT_TRUE(ProductTrial(firstQueue(), {.m = 70, .n = 33, .k = 50}).isRight());
    }
    EXPECT_TRUE(overrideParameters(device, before));
}

TEST(ProductTrial, KnowsRightFromWrong) {
    ProductTrial trial(firstQueue(), {.m = 5, .n = 70, .k = 33, .transposeRight = true});
    EXPECT_TRUE(trial.isRight());
    EXPECT_GT(trial.seconds(1), 0);
}

TEST(OverrideParameters, RefusesWhatTheLibraryDoesNotKnow) {
    const cl::Device device = findHardware().at(0).device;
    const Tuning before = presentParameters(device);
    ASSERT_EQ(before.size(), 3u);
    EXPECT_FALSE(overrideParameters(device, {{"Xgemm", {{"NWG", 32}}}}));
    EXPECT_FALSE(overrideParameters(device, {{"Telescope", {{"NWG", 32}}}}));
    Tuning renamed = before;
    renamed["XgemmDirect"].erase("WGD");
    renamed["XgemmDirect"]["wgd"] = 8;
    EXPECT_FALSE(overrideParameters(device, renamed));
    EXPECT_EQ(presentParameters(device), before);
    EXPECT_TRUE(overrideParameters(device, before));
}

TEST(Tuner, FindsNothingWorseThanTheLibrarysOwnAndComputesTheSame) {
    if (!isWholeRun())
        GTEST_SKIP() << "building the library's kernels so often takes minutes without a graphics card";
    int asked = 0;
    double share = 0;
    const auto report = tuneProducts(0, 1, [&](const TuningProgress& now) {
        EXPECT_GE(now.share, share);
        share = now.share;
        EXPECT_LE(now.share, 1);
        EXPECT_EQ(now.tried, asked++);
        return true;
    });
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_EQ(report->tried, asked);
    EXPECT_GE(asked, 2);
    EXPECT_EQ(report->identity, findHardware().at(0).description.identity);
    ASSERT_EQ(report->products.size(), 3u);
    for (const TuningReport::Product& product : report->products)
        EXPECT_GT(product.after, 0);
    EXPECT_EQ(presentParameters(findHardware().at(0).device), report->tuning);
    EXPECT_TRUE(ProductTrial(firstQueue(), {.m = 130, .n = 90, .k = 77, .transposeLeft = true}).isRight());
}

TEST(Tuner, StoppedItLeavesAllAsBefore) {
    const cl::Device device = findHardware().at(0).device;
    const Tuning before = presentParameters(device);
    const auto report = tuneProducts(0, 100, [](const TuningProgress& now) { return now.tried < 2; });
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, ProblemKind::Request);
    EXPECT_EQ(presentParameters(device), before);
    EXPECT_FALSE(tuneProducts(99, 1, [](const TuningProgress&) { return true; }));
}

} // namespace
} // namespace protomind
