// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/formats.h"
#include "studio/network/lowering.h"
#include "studio/project/sample_project.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sys/stat.h>

#include "networks/random_network.h"

namespace protomind {
namespace {

using testing::Contains;
using testing::HasSubstr;

class FormatsTest : public FolderTest {
protected:
    [[nodiscard]] std::filesystem::path target(const Format& format) const {
        return path(format.extension.empty() ? format.name : "network" + format.extension);
    }
};

TEST_F(FormatsTest, AreDeclaredWhole) {
    std::set<std::string> names;
    std::set<std::string> endings;
    for (const Format& format : formats()) {
        SCOPED_TRACE(format.name);
        EXPECT_TRUE(names.insert(format.name).second);
        EXPECT_FALSE(format.title.empty());
        EXPECT_FALSE(format.summary.empty());
        EXPECT_NE(format.holds, nullptr);
        EXPECT_NE(format.write, nullptr);
        EXPECT_NE(format.notes, nullptr);
        if (!format.extension.empty()) {
            EXPECT_TRUE(endings.insert(format.extension).second);
            EXPECT_EQ(formatFor("a" + format.extension), &format);
        }
    }
    EXPECT_EQ(findFormat("onnx")->title, "ONNX");
    EXPECT_EQ(findFormat("pickle"), nullptr);
}

TEST_F(FormatsTest, EveryLayerIsHeldOrTheReasonSaid) {
    for (const Format& format : formats()) {
        for (const LayerCase& which : layerCases()) {
            const TrainedNetwork network = networkOf(which);
            for (const Obstacle& obstacle : obstacles(format, network)) {
                EXPECT_GT(obstacle.problem.sentence.text().size(), 10u) << format.name << " " << which.label;
                EXPECT_EQ(obstacle.problem.kind, ProblemKind::Unsupported)
                    << format.name << " " << which.label;
            }
        }
    }
}

TEST_F(FormatsTest, EveryLayerReadsBackTheSame) {
    for (const Format& format : formats()) {
        for (const LayerCase& which : layerCases()) {
            SCOPED_TRACE(format.name + " " + which.label);
            const TrainedNetwork network = networkOf(which);
            if (!obstacles(format, network).empty())
                continue;
            const auto result = exportNetwork(format, network, target(format));
            ASSERT_TRUE(result) << result.error().text();
            EXPECT_GT(result->bytes, 0);
            if (result->verification) {
                EXPECT_LE(result->verification->largestDifference,
                          1e-6 * std::max(1.0, result->verification->largestOutput));
            }
        }
    }
}

TEST_F(FormatsTest, RandomNetworksReadBackTheSame) {
    for (const Format& format : formats()) {
        const auto allow = [&](const LayerView& layer) { return format.holds(layer).has_value(); };
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            SCOPED_TRACE(format.name + " " + std::to_string(seed));
            const TrainedNetwork network = randomNetwork(seed, allow);
            if (!obstacles(format, network).empty())
                continue;
            const auto result = exportNetwork(format, network, target(format));
            ASSERT_TRUE(result) << result.error().text();
            if (result->verification) {
                EXPECT_LE(result->verification->largestDifference,
                          1e-6 * std::max(1.0, result->verification->largestOutput));
            }
        }
    }
}

/// Weights by what they are, not by their layers' names, which a format may have to change.
std::multiset<std::vector<float>> weightsOf(const VariableValues& values) {
    std::multiset<std::vector<float>> weights;
    for (const auto& [name, array] : values)
        weights.insert(array.values);
    return weights;
}

TEST_F(FormatsTest, WeightsComeBackBitForBit) {
    for (const Format& format : formats()) {
        if (format.read == nullptr)
            continue;
        for (const LayerCase& which : layerCases()) {
            SCOPED_TRACE(format.name + " " + which.label);
            const TrainedNetwork network = networkOf(which);
            if (!obstacles(format, network).empty())
                continue;
            ASSERT_TRUE(exportNetwork(format, network, target(format)));
            const auto imported = importNetwork(target(format));
            ASSERT_TRUE(imported) << imported.error().text();
            EXPECT_EQ(imported->format, &format);
            ASSERT_TRUE(lower(imported->project.experiment.network));
            if (network.checkpoint->variables.empty())
                continue;
            ASSERT_NE(imported->project.checkpoint, nullptr);
            EXPECT_EQ(weightsOf(imported->project.checkpoint->variables),
                      weightsOf(network.checkpoint->variables));
        }
    }
}

TEST_F(FormatsTest, WhatCantBeSaidIsSaidBeforeAnythingIsWritten) {
    for (const Format& format : formats()) {
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            const TrainedNetwork network = randomNetwork(seed);
            if (obstacles(format, network).empty())
                continue;
            const auto result = exportNetwork(format, network, path("none"));
            ASSERT_FALSE(result);
            EXPECT_FALSE(std::filesystem::exists(path("none")));
        }
    }
}

TEST_F(FormatsTest, NothingIsLeftBesideAnExport) {
    const TrainedNetwork network = networkOf(layerCases()[2]);
    for (const Format& format : formats()) {
        ASSERT_TRUE(exportNetwork(format, network, target(format))) << format.name;
        ASSERT_TRUE(exportNetwork(format, network, target(format))) << format.name << " once more";
    }
    std::set<std::string> expected;
    for (const Format& format : formats())
        expected.insert(target(format).filename().string());
    for (const auto& entry : std::filesystem::directory_iterator(path("")))
        EXPECT_THAT(expected, Contains(entry.path().filename().string()));
}

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST_F(FormatsTest, NothingOfOursIsReplaced) {
    const TrainedNetwork network = networkOf(layerCases()[2]);
    std::string project = "SQLite format 3";
    project.resize(100);
    project.replace(68, 4, "Prmd");
    for (const std::string& own :
         {project, std::string(R"({"format": "protomind-network", "version": 1})")}) {
        for (const Format& format : formats()) {
            SCOPED_TRACE(format.name);
            std::ofstream(path("own"), std::ios::binary) << own;
            const auto result = exportNetwork(format, network, path("own"));
            ASSERT_FALSE(result);
            EXPECT_EQ(result.error().kind, ProblemKind::Request);
            EXPECT_EQ(bytesOf(path("own")), own);
        }
    }
    EXPECT_EQ(names(), std::vector<std::string>{"own"});
}

TEST_F(FormatsTest, OtherFilesAreReplacedButNoneByAFolder) {
    const TrainedNetwork network = networkOf(layerCases()[2]);
    std::string database = "SQLite format 3";
    database.resize(100);
    for (const Format& format : formats()) {
        SCOPED_TRACE(format.name);
        std::ofstream(path("other"), std::ios::binary) << database;
        const auto result = exportNetwork(format, network, path("other"));
        ASSERT_EQ(result.has_value(), !format.extension.empty());
        if (!result) {
            EXPECT_THAT(result.error().text(), HasSubstr("This is a file, not a folder."));
            EXPECT_EQ(bytesOf(path("other")), database);
        }
    }
}

/// As a format, but read back as if every weight had become 0, or as if it could not be read at all.
Format readBackWrongly(Format format, bool readable) {
    format.read = nullptr;
    format.readWeights = readable
        ? +[](const TrainedNetwork& network, const std::filesystem::path&) -> Result<VariableValues> {
        VariableValues values = network.checkpoint->variables;
        for (auto& [name, array] : values)
            std::ranges::fill(array.values, 0.0F);
        return values;
    }
    : +[](const TrainedNetwork&, const std::filesystem::path& path) -> Result<VariableValues> {
          return fail(ProblemKind::Input, "It is torn.", Sentence::name(path.string()));
      };
    return format;
}

TEST_F(FormatsTest, WhatDoesNotAgreeLeavesTheOldFile) {
    const TrainedNetwork network = networkOf(layerCases()[2]);
    for (const char* name : {"onnx", "tfjs"}) {
        for (const bool isThere : {false, true}) {
            SCOPED_TRACE(name);
            const Format& format = *findFormat(name);
            const std::filesystem::path file =
                format.extension.empty() ? target(format) / "model.json" : target(format);
            if (isThere) {
                ASSERT_TRUE(exportNetwork(format, network, target(format)));
            }
            const std::string before = bytesOf(file);
            const auto differing = exportNetwork(readBackWrongly(format, true), network, target(format));
            ASSERT_TRUE(differing) << differing.error().text();
            EXPECT_TRUE(differing->files.empty());
            ASSERT_TRUE(differing->verification);
            EXPECT_FALSE(differing->verification->agrees);
            const auto torn = exportNetwork(readBackWrongly(format, false), network, target(format));
            ASSERT_FALSE(torn);
            EXPECT_EQ(torn.error().where.text(), target(format).string());
            EXPECT_EQ(std::filesystem::exists(target(format)), isThere);
            EXPECT_EQ(bytesOf(file), before);
        }
    }
}

TEST_F(FormatsTest, ComparingCanBeStopped) {
    const TrainedNetwork network = networkOf(layerCases()[2]);
    for (const Format& format : formats()) {
        SCOPED_TRACE(format.name);
        const auto counted = exportNetwork(format, network, target(format));
        ASSERT_TRUE(counted);
        if (!counted->verification)
            continue;
        std::filesystem::remove_all(target(format));
        const auto stopped = exportNetwork(format, network, target(format),
                                           [&](std::int64_t bytes) { return bytes < counted->bytes; });
        ASSERT_FALSE(stopped);
        EXPECT_EQ(stopped.error().text(), exportStopped().text());
        EXPECT_FALSE(std::filesystem::exists(target(format)));
    }
}

TEST_F(FormatsTest, APickleIsRefusedWithItsReason) {
    for (const char* bytes : {"\x80\x02}q\x00.", "\x80\x04\x95", "PK\x03\x04 archive/data.pkl"}) {
        std::ofstream(path("model.pt"), std::ios::binary) << bytes;
        const auto read = importNetwork(path("model.pt"));
        ASSERT_FALSE(read);
        EXPECT_THAT(read.error().text(), HasSubstr("pickle"));
    }
}

TEST_F(FormatsTest, APipeIsNotWaitedFor) {
    ASSERT_EQ(::mkfifo(path("model.onnx").c_str(), 0600), 0);
    EXPECT_FALSE(importNetwork(path("model.onnx")));
    EXPECT_FALSE(isForeign(path("model.onnx")));
}

TEST_F(FormatsTest, NamesOfClassesAreTakenAlong) {
    const std::vector<std::string> names{"cat", "dog", "cow", "hen"};
    for (const Format& format : formats()) {
        if (format.read == nullptr)
            continue;
        SCOPED_TRACE(format.name);
        TrainedNetwork network = networkOf(layerCases()[2]);
        network.data = DataDescription{.name = "animals",
                                       .sampleShape = network.model.inputShape,
                                       .targetShape = {},
                                       .classNames = names,
                                       .featureNames = {}};
        ASSERT_TRUE(exportNetwork(format, network, target(format)));
        auto read = importNetwork(target(format));
        ASSERT_TRUE(read) << read.error().text();
        const auto note = std::ranges::find(read->notes, "Names of the classes",
                                            [](const FormatNote& each) { return each.what.text(); });
        ASSERT_NE(note, read->notes.end());
        EXPECT_EQ(note->fate, Fate::Kept);
        EXPECT_THAT(note->how.text(), HasSubstr("cat, dog, cow, hen"));

        // Without the data they go on to the next file.
        const auto again = trainedNetwork(read->project, "again", "Protomind");
        ASSERT_TRUE(again) << again.error().text();
        EXPECT_FALSE(again->data);
        EXPECT_EQ(outputNames(*again), names);
        // Not where the network has another number of outputs by now.
        read->project.experiment.outputNames.pop_back();
        EXPECT_TRUE(outputNames(*trainedNetwork(read->project, "again", "Protomind")).empty());
    }
}

TEST_F(FormatsTest, WhatIsNoModelIsRefused) {
    std::ofstream(path("notes.txt")) << "Dear diary";
    EXPECT_FALSE(importNetwork(path("notes.txt")));
    EXPECT_FALSE(importNetwork(path("nothing.onnx")));
    EXPECT_FALSE(importNetwork(path("")));
    for (const Format& format : formats()) {
        if (format.extension.empty())
            continue;
        std::ofstream(path("a" + format.extension)) << "Dear diary";
        const auto read = importNetwork(path("a" + format.extension));
        ASSERT_FALSE(read) << format.name;
        EXPECT_EQ(read.error().kind, ProblemKind::Input) << format.name;
    }
}

} // namespace
} // namespace protomind
