// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever call of the driver fails, and how: training ends with a sentence or with the very numbers of a run
// without faults. PROTOMIND_WHOLE=1 test_faulty_opencl has a thousand.

#include "engine/base/random.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "faulty_opencl/built_driver.h"
#include "faulty_opencl/child_program.h"
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

class FaultyTraining : public testing::Test {
protected:
    FaultyTraining() { std::filesystem::remove_all(m_folder); }
    ~FaultyTraining() override { std::filesystem::remove_all(m_folder); }

    ChildOutcome train(const std::string& plan, bool fromCache) const {
        std::vector<std::string> words{kTrainUnderFaults};
        if (fromCache)
            words.push_back((m_folder / "kernels").string());
        return runChild(words, {{"OCL_ICD_VENDORS", kFaultyVendors},
                                {"FAULTY_OPENCL", plan},
                                {"FAULTY_OPENCL_COUNTS", (m_folder / "counts").string()}});
    }

    /// How often a run without faults calls each entry.
    std::map<std::string, int> counts() const {
        std::map<std::string, int> counts;
        std::ifstream file(m_folder / "counts");
        std::string entry;
        for (int count = 0; file >> entry >> count;)
            counts[entry] = count;
        return counts;
    }

    /// What nobody may see, or nothing.
    std::string mistakeOf(const ChildOutcome& outcome, const std::string& right) const {
        if (outcome.timedOut)
            return "it hangs";
        if (outcome.signal != 0)
            return "it was ended by signal " + std::to_string(outcome.signal);
        if (outcome.status != 0)
            return "it ended with the status " + std::to_string(outcome.status);
        const std::string line = outcome.lastLine();
        if (line == right)
            return {};
        if (!line.starts_with("problem "))
            return "its numbers are other ones: " + line;
        if (line.find("learning rate") != std::string::npos)
            return "it blames the training: " + line;
        return line.size() > 20 && line.ends_with('.') ? "" : "no sentence: " + line;
    }

    std::filesystem::path m_folder = std::filesystem::path(testing::TempDir()) / "protomind-faulty-training";
};

/// Every entry that is called, with every error, at its first call, its last and others; or some of these.
TEST_F(FaultyTraining, EndsWithASentenceOrTheRightNumbers) {
    std::filesystem::create_directories(m_folder);
    const std::string right = train("", true).lastLine(); // keeps its kernels
    ASSERT_TRUE(right.starts_with("done ")) << right;
    std::map<std::string, int> calls[2];
    for (const bool fromCache : {false, true}) {
        ASSERT_EQ(train("", fromCache).lastLine(), right);
        calls[fromCache] = counts();
    }
    std::vector<std::string> entries;
    for (const auto& [entry, count] : calls[1])
        entries.push_back(entry);
    ASSERT_GT(entries.size(), 25u);

    const int wanted = rounds(10, 50, 1000);
    RandomStream random(1);
    int passed = 0;
    for (int i = 0; i < wanted; ++i) {
        // Each entry once before any comes again, and every error with it in as many rounds as there are.
        const std::size_t turn = static_cast<std::size_t>(i) / entries.size();
        const bool few = wanted < static_cast<int>(entries.size()); // chosen from all, not the first
        const std::string& entry =
            entries[few ? random.below(entries.size()) : static_cast<std::size_t>(i) % entries.size()];
        const char* error = kErrors[(turn + static_cast<std::size_t>(i)) % std::size(kErrors)];
        const bool fromCache = random.below(2) == 1;
        const auto count = static_cast<std::uint64_t>(std::max(1, calls[fromCache][entry]));
        const std::uint64_t call = random.below(4) == 0 ? 1 : 1 + random.below(count);
        const std::string plan =
            std::string(error) + "@" + entry + ":" + std::to_string(call) + (random.below(2) == 1 ? "+" : "");
        const ChildOutcome outcome = train(plan, fromCache);
        const std::string mistake = mistakeOf(outcome, right);
        EXPECT_EQ(mistake, "") << plan << (fromCache ? ", kernels from the cache" : "") << "\n"
                               << outcome.output;
        passed += mistake.empty() ? 1 : 0;
    }
    RecordProperty("faults", wanted);
    EXPECT_EQ(passed, wanted);
}

} // namespace
} // namespace protomind
