// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever call of the driver fails, and how: training ends with a sentence or with the very numbers of a run
// without faults. PROTOMIND_WHOLE=1 test_faulty_opencl has a thousand, in parts that --gtest_filter can
// choose from; what came of all that were run is counted at the end, and what nobody may see is listed once
// more.

#include "engine/base/random.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <unistd.h>
#include <vector>

#include "faulty_opencl/built_driver.h"
#include "faulty_opencl/child_program.h"
#include "faulty_opencl/needed_driver.h"
#include "whole_run.h"

namespace protomind {
namespace {

constexpr const char* kErrors[] = {"CL_OUT_OF_RESOURCES",
                                   "CL_OUT_OF_HOST_MEMORY",
                                   "CL_MEM_OBJECT_ALLOCATION_FAILURE",
                                   "CL_DEVICE_NOT_AVAILABLE",
                                   "CL_INVALID_COMMAND_QUEUE",
                                   "CL_INVALID_VALUE",
                                   "CL_BUILD_PROGRAM_FAILURE",
                                   "CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST"};

/// What came of faults.
struct FaultCounts {
    int faults = 0;    ///< that came
    int sentences = 0; ///< after which training ended with a sentence
    int numbers = 0;   ///< after which it had the right numbers all the same
    int notMet = 0;    ///< plans whose call was never made: no faults
    std::vector<std::string> mistakes;

    void add(const FaultCounts& other) {
        faults += other.faults;
        sentences += other.sentences;
        numbers += other.numbers;
        notMet += other.notMet;
        mistakes.insert(mistakes.end(), other.mistakes.begin(), other.mistakes.end());
    }
    /// In a line, and a line for each mistake.
    [[nodiscard]] std::string text() const {
        std::string text = std::to_string(faults) + " faults: " + std::to_string(sentences) +
                           " ended with a sentence, " + std::to_string(numbers) +
                           " with the right numbers, " + std::to_string(mistakes.size()) +
                           " were mistakes; " + std::to_string(notMet) + " plans met no call\n";
        for (const std::string& mistake : mistakes)
            text += "  " + mistake + "\n";
        return text;
    }
};

class FaultyTraining : public testing::TestWithParam<int> {
protected:
    static void SetUpTestSuite() {
        s_all = {};
        s_folder = std::filesystem::path(testing::TempDir()) /
                   ("protomind-faulty-training-" + std::to_string(::getpid()));
        std::filesystem::create_directories(s_folder);
        if (faulty_opencl::driverBehind().empty())
            return;
        s_right = train("", true).lastLine(); // keeps its kernels
        for (const bool fromCache : {false, true}) {
            EXPECT_EQ(train("", fromCache).lastLine(), s_right);
            s_calls[fromCache] = counts();
        }
    }
    static void TearDownTestSuite() {
        std::filesystem::remove_all(s_folder);
        std::cout << s_all.text() << std::flush;
    }
    void SetUp() override { PROTOMIND_NEEDS_DRIVER_BEHIND(); }

    static ChildOutcome train(const std::string& plan, bool fromCache) {
        std::vector<std::string> words{kTrainUnderFaults};
        if (fromCache)
            words.push_back((s_folder / "kernels").string());
        std::filesystem::remove(mark());
        return runChild(words, {{"OCL_ICD_VENDORS", kFaultyVendors},
                                {"FAULTY_OPENCL", plan},
                                {"FAULTY_OPENCL_MARK", mark().string()},
                                {"FAULTY_OPENCL_COUNTS", (s_folder / "counts").string()}});
    }
    /// There once a fault came.
    static std::filesystem::path mark() { return s_folder / "fault-came"; }

    /// How often a run without faults calls each entry.
    static std::map<std::string, int> counts() {
        std::map<std::string, int> counts;
        std::ifstream file(s_folder / "counts");
        std::string entry;
        for (int count = 0; file >> entry >> count;)
            counts[entry] = count;
        return counts;
    }

    /// What nobody may see, or nothing.
    static std::string mistakeOf(const ChildOutcome& outcome) {
        if (outcome.timedOut)
            return "it hangs";
        if (outcome.signal != 0)
            return "it was ended by signal " + std::to_string(outcome.signal);
        if (outcome.status != 0)
            return "it ended with the status " + std::to_string(outcome.status);
        const std::string line = outcome.lastLine();
        if (line == s_right)
            return {};
        if (!line.starts_with("problem "))
            return "its numbers are other ones: " + line;
        if (line.find("learning rate") != std::string::npos)
            return "it blames the training: " + line;
        return line.size() > 20 && line.ends_with('.') ? "" : "no sentence: " + line;
    }

    static void tryPlan(const std::string& plan, bool fromCache, FaultCounts& counts) {
        const ChildOutcome outcome = train(plan, fromCache);
        const std::string mistake = mistakeOf(outcome);
        const std::string named = plan + (fromCache ? ", kernels from the cache" : "");
        EXPECT_EQ(mistake, "") << named << "\n" << outcome.output;
        if (!std::filesystem::exists(mark())) {
            ++counts.notMet;
            EXPECT_EQ(outcome.lastLine(), s_right) << named;
            return;
        }
        ++counts.faults;
        if (!mistake.empty())
            counts.mistakes.push_back(named + ": " + mistake);
        else
            ++(outcome.lastLine() == s_right ? counts.numbers : counts.sentences);
    }

    static inline std::filesystem::path s_folder;
    static inline std::string s_right; ///< the last line of a run without faults
    static inline std::map<std::string, int> s_calls[2];
    static inline FaultCounts s_all;
};

/// How many faults a part has, and how many parts there are.
int faultsOfPart() {
    return rounds(10, 50, 50);
}
int parts() {
    return rounds(1, 20);
}

/// Every entry that is called, with every error, at its first call, its last and others; or some of these.
TEST_P(FaultyTraining, EndsWithASentenceOrTheRightNumbers) {
    ASSERT_TRUE(s_right.starts_with("done ")) << s_right;
    std::vector<std::string> entries;
    for (const auto& [entry, count] : s_calls[1])
        entries.push_back(entry);
    ASSERT_GT(entries.size(), 25u);

    const int wanted = faultsOfPart();
    const bool few = parts() * wanted < static_cast<int>(entries.size()); // chosen from all, not the first
    RandomStream random(1, static_cast<std::uint64_t>(GetParam()));
    FaultCounts counts;
    for (int tried = 0; tried < wanted; ++tried) {
        // Each entry once before any comes again, and every error with it in as many rounds as there are.
        const auto i = static_cast<std::size_t>(GetParam() * wanted + tried);
        const std::size_t turn = i / entries.size();
        const std::string& entry = entries[few ? random.below(entries.size()) : i % entries.size()];
        const char* error = kErrors[(turn + i) % std::size(kErrors)];
        const bool fromCache = random.below(2) == 1;
        const auto count = static_cast<std::uint64_t>(std::max(1, s_calls[fromCache][entry]));
        const std::uint64_t call = random.below(4) == 0 ? 1 : 1 + random.below(count);
        tryPlan(std::string(error) + "@" + entry + ":" + std::to_string(call) +
                    (random.below(2) == 1 ? "+" : ""),
                fromCache, counts);
    }
    RecordProperty("faults", counts.faults);
    RecordProperty("mistakes", static_cast<int>(counts.mistakes.size()));
    EXPECT_TRUE(counts.mistakes.empty()) << counts.text();
    EXPECT_GT(counts.faults, wanted / 2) << "most of the plans made no fault";
    s_all.add(counts);
}

INSTANTIATE_TEST_SUITE_P(Parts, FaultyTraining, testing::Range(0, parts()));

} // namespace
} // namespace protomind
