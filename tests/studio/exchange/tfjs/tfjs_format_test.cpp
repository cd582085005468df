// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/tfjs/model_json.h"
#include "studio/exchange/tfjs/read_tfjs.h"
#include "studio/exchange/tfjs/weight_shards.h"
#include "studio/network/lowering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/stat.h>

#include "networks/random_network.h"

namespace protomind {

const Format& tfjsFormat();

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

bool holds(const LayerView& layer) {
    return tfjsFormat().holds(layer).has_value();
}

std::map<std::string, std::string> filesOf(const TrainedNetwork& network) {
    std::map<std::string, std::string> files;
    const auto written = tfjsFormat().write(network, "folder");
    EXPECT_TRUE(written);
    for (const OutputFile& file : *written) {
        std::ostringstream stream;
        EXPECT_TRUE(file.write(stream));
        files[file.name] = stream.str();
    }
    return files;
}

Result<ImportedNetwork> readBack(const std::map<std::string, std::string>& files) {
    return networkOfTfjs(files.at("model.json"), [&](const ManifestGroup& group) -> Result<std::string> {
        std::string bytes;
        for (const std::string& path : group.paths)
            bytes += files.at(path);
        return bytes;
    });
}

/// What a network that was read makes of another's samples.
HostArray answersOfRead(const ImportedNetwork& read, const TrainedNetwork& network) {
    TrainedNetwork other = network;
    other.model = lower(read.network).value();
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->variables = read.variables;
    other.checkpoint = checkpoint;
    return answersOf(other);
}

void expectSameAnswers(const TrainedNetwork& network, const std::string& label) {
    const auto read = readBack(filesOf(network));
    ASSERT_TRUE(read) << label << ": " << read.error().text();
    const HostArray expected = answersOf(network);
    const HostArray found = answersOfRead(*read, network);
    ASSERT_EQ(found.shape, expected.shape) << label;
    for (std::size_t i = 0; i < expected.values.size(); ++i)
        ASSERT_NEAR(found.values[i], expected.values[i], 1e-6 * std::max(1.0f, std::abs(expected.values[i])))
            << label;
}

/// A folder of its own, gone at the end.
class TfjsFolderTest : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (std::filesystem::temp_directory_path() / "protomind-tfjs-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        m_folder = name;
        for (const auto& [file, text] : filesOf(networkOf({"layer", "dense", {}, {{3}}})))
            write(file, text);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    void write(const std::string& file, const std::string& text) const {
        std::ofstream(m_folder / file, std::ios::binary) << text;
    }
    [[nodiscard]] std::string problem() const {
        const auto read = readTfjs(m_folder);
        return read ? "none" : read.error().text();
    }

    std::filesystem::path m_folder;
    const std::string m_shard = "group1-shard1of1.bin";
};

TEST(TfjsFormat, KeepsEveryLayerThatItHolds) {
    int held = 0;
    for (const LayerCase& which : layerCases()) {
        if (which.inputs.empty())
            continue;
        const TrainedNetwork network = networkOf(which);
        if (!std::ranges::all_of(layerViews(network.model), holds))
            continue;
        expectSameAnswers(network, which.label);
        ++held;
    }
    EXPECT_GT(held, 60);
}

TEST(TfjsFormat, KeepsRandomNetworks) {
    for (std::uint64_t seed = 0; seed < 60; ++seed)
        expectSameAnswers(randomNetwork(seed, holds), "seed " + std::to_string(seed));
}

TEST(TfjsFormat, SaysWhatItCantHold) {
    for (const LayerCase& which : layerCases()) {
        if (which.inputs.empty())
            continue;
        const TrainedNetwork network = networkOf(which);
        for (const LayerView& layer : layerViews(network.model)) {
            const auto held = tfjsFormat().holds(layer);
            EXPECT_TRUE(held || held.error().text().contains("Not possible, because")) << which.label;
        }
    }
}

TEST(TfjsFormat, WritesAFolderThatExplainsItself) {
    const auto files = filesOf(networkOf({"layer", "dense", {}, {{3}}}));
    std::vector<std::string> names;
    for (const auto& [name, text] : files)
        names.push_back(name);
    EXPECT_THAT(names,
                UnorderedElementsAre("README.txt", "group1-shard1of1.bin", "index.html", "model.json"));
    EXPECT_THAT(files.at("README.txt"), HasSubstr("tf.loadLayersModel(\"model.json\")"));
    EXPECT_THAT(files.at("README.txt"), HasSubstr("[1, 3]"));
    EXPECT_EQ(files.at("group1-shard1of1.bin").size(), 4u * (3 * 16 + 16));
}

TEST(TfjsFormat, TellsWhatIsKnownOfTheNetworkButNotWhereItsDataLies) {
    TrainedNetwork network = networkOf({"layer", "dense", {}, {{3}}});
    network.title = "Tag & Nacht";
    network.experiment.data = "idx:/home/somebody/secret";
    network.data = DataDescription{.name = "Letters",
                                   .sampleShape = {3},
                                   .targetKind = TargetKind::Class,
                                   .targetShape = {},
                                   .classNames = {"a", "ß"},
                                   .featureNames = {}};
    const std::string text = filesOf(network).at("model.json");
    const auto model = nlohmann::json::parse(text);
    EXPECT_EQ(model["format"], "layers-model");
    EXPECT_EQ(model["userDefinedMetadata"]["labels"], nlohmann::json({"a", "ß"}));
    EXPECT_EQ(model["userDefinedMetadata"]["card"]["title"], "Tag & Nacht");
    EXPECT_EQ(model["userDefinedMetadata"]["card"]["data"], "Letters");
    EXPECT_EQ(text.find("secret"), std::string::npos);
    EXPECT_THAT(readBack(filesOf(network))->classNames, ElementsAre("a", "ß"));
}

TEST(WeightShards, AreCutWhereTheyAreFull) {
    // A weight that ends in the second file, one within it, and one over three.
    const std::int64_t each = kShardBytes / 4;
    std::vector<KerasWeight> weights;
    float next = 0;
    for (const std::int64_t count : {each + 10, std::int64_t{7}, 2 * each}) {
        HostArray values(Shape{count});
        for (float& value : values.values)
            value = next++;
        weights.push_back({{"layer", "kernel", "", values.shape}, std::move(values)});
    }
    const auto names = shardNames(weights);
    EXPECT_THAT(names, ElementsAre("group1-shard1of4.bin", "group1-shard2of4.bin", "group1-shard3of4.bin",
                                   "group1-shard4of4.bin"));
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::ostringstream stream;
        writeShard(stream, weights, static_cast<std::int64_t>(i));
        EXPECT_EQ(stream.str().size(), i < 3 ? std::size_t(kShardBytes) : 17u * 4);
        all += stream.str();
    }
    std::vector<float> numbers(all.size() / 4);
    std::memcpy(numbers.data(), all.data(), all.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        ASSERT_EQ(numbers[i], static_cast<float>(i));
}

TEST(WeightShards, AreNoneWithoutWeights) {
    EXPECT_TRUE(shardNames({}).empty());
    expectSameAnswers(networkOf({"layer", "max_pool", {}, {{4, 4, 1}}}), "no weights");
}

TEST_F(TfjsFolderTest, IsReadByItsFolderAndByItsFile) {
    EXPECT_EQ(problem(), "none");
    EXPECT_TRUE(readTfjs(m_folder / "model.json"));
}

TEST_F(TfjsFolderTest, HasToBeWhole) {
    std::filesystem::remove(m_folder / m_shard);
    EXPECT_THAT(problem(), HasSubstr("is not there"));
    std::filesystem::remove(m_folder / "model.json");
    EXPECT_THAT(problem(), HasSubstr("\"model.json\" is not there"));
}

TEST_F(TfjsFolderTest, HoldsAsManyBytesAsTheManifestSays) {
    write(m_shard, std::string(4 * 64 - 1, '\0'));
    EXPECT_THAT(problem(), HasSubstr("255 bytes; the manifest speaks of 256"));
    write(m_shard, std::string(4 * 64 + 1, '\0'));
    EXPECT_THAT(problem(), HasSubstr("more than the 256 bytes"));
}

TEST_F(TfjsFolderTest, LeadsNowhereElse) {
    const std::filesystem::path elsewhere = m_folder / "elsewhere";
    std::filesystem::rename(m_folder / m_shard, elsewhere);
    std::filesystem::create_symlink(elsewhere, m_folder / m_shard);
    EXPECT_THAT(problem(), HasSubstr("link to another place"));
    std::filesystem::remove(m_folder / m_shard);
    std::filesystem::create_directory(m_folder / m_shard);
    EXPECT_THAT(problem(), HasSubstr("is not a file"));
    std::filesystem::remove(m_folder / m_shard);
    ASSERT_EQ(mkfifo((m_folder / m_shard).c_str(), 0600), 0);
    EXPECT_THAT(problem(), HasSubstr("is not a file")); // and does not wait for somebody to write
}

TEST(TfjsFormat, IsRecognisedByItsBeginning) {
    const std::string text = filesOf(networkOf({"layer", "dense", {}, {{3}}})).at("model.json");
    EXPECT_TRUE(looksLikeTfjs(std::string_view(text).substr(0, kRecognisedBytes), "model.json"));
    EXPECT_FALSE(looksLikeTfjs(R"({"layers": []})", "model.json"));
    EXPECT_FALSE(looksLikeTfjs("\"modelTopology\"", "model.json"));
    EXPECT_FALSE(looksLikeTfjs("", "model.json"));
}

} // namespace
} // namespace protomind
