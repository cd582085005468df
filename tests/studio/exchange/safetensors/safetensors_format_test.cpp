// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/safetensors/named_weights.h"
#include "studio/exchange/safetensors/tensor_samples.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "networks/random_network.h"
#include "whole_run.h"

namespace protomind {

const Format& safetensorsFormat();

namespace {

using testing::HasSubstr;

class SafetensorsFormat : public testing::Test {
protected:
    SafetensorsFormat() {
        std::string pattern = (std::filesystem::temp_directory_path() / "protomind-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
    }
    ~SafetensorsFormat() override { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::filesystem::path path() const { return m_folder / "weights.safetensors"; }
    void put(const std::string& bytes) const {
        std::ofstream(path(), std::ios::binary | std::ios::trunc) << bytes;
    }
    void put(const TrainedNetwork& network) const {
        const auto files = safetensorsFormat().write(network, path());
        ASSERT_TRUE(files);
        ASSERT_EQ(files->size(), 1U);
        std::ofstream stream(path(), std::ios::binary | std::ios::trunc);
        ASSERT_TRUE(files->front().write(stream));
    }

private:
    std::filesystem::path m_folder;
};

/// A network with at least two variables.
TrainedNetwork networkWithWeights() {
    for (std::uint64_t seed = 1;; ++seed) {
        TrainedNetwork network = randomNetwork(seed);
        if (modelVariables(network.model).size() >= 2)
            return network;
    }
}

std::map<std::string, Tensor> tensorsOf(const TrainedNetwork& network) {
    std::map<std::string, Tensor> tensors;
    for (const ModelVariable& variable : modelVariables(network.model))
        tensors.emplace(variable.name, tensorOf(network.checkpoint->variables.at(variable.name)));
    return tensors;
}

TEST_F(SafetensorsFormat, GivesTheSameWeightsBack) {
    const std::uint64_t most = isWholeRun() ? 1000 : 20;
    std::size_t compared = 0;
    for (std::uint64_t seed = 1; seed <= most; ++seed) {
        const TrainedNetwork network = randomNetwork(seed);
        put(network);
        const auto values = safetensorsFormat().readWeights(network, path());
        ASSERT_TRUE(values) << seed << ": " << values.error().text();
        const auto variables = modelVariables(network.model);
        EXPECT_EQ(values->size(), variables.size()) << seed;
        for (const ModelVariable& variable : variables)
            EXPECT_EQ(values->at(variable.name), network.checkpoint->variables.at(variable.name))
                << seed << ": " << variable.name;
        compared += variables.size();
    }
    EXPECT_GT(compared, most);
}

TEST_F(SafetensorsFormat, HoldsEveryLayer) {
    for (const LayerView& layer : layerViews(networkWithWeights().model))
        EXPECT_TRUE(safetensorsFormat().holds(layer));
}

TEST_F(SafetensorsFormat, WritesWhatIsKnownOfTheNetwork) {
    TrainedNetwork network = networkWithWeights();
    network.title = "Cats \"&\" dogs\n";
    network.program = "Protomind 7";
    network.data = DataDescription{.classNames = {"cat \"1\"", "dog"}};
    put(network);
    const auto file = readSafetensors(path());
    ASSERT_TRUE(file) << file.error().text();
    EXPECT_EQ(file->metadata.at("title"), network.title);
    EXPECT_EQ(file->metadata.at("program"), "Protomind 7");
    EXPECT_EQ(file->metadata.at("format"), "protomind");
    EXPECT_EQ(file->metadata.at("labels"), R"(["cat \"1\"","dog"])");
    EXPECT_EQ(file->tensors.size(), modelVariables(network.model).size());
}

TEST_F(SafetensorsFormat, SaysWhatIsMissing) {
    const TrainedNetwork network = networkWithWeights();
    auto tensors = tensorsOf(network);
    const std::string first = modelVariables(network.model).front().name;
    tensors.erase(first);
    put(written(tensors));
    const auto one = weightsFrom(path(), network.model);
    ASSERT_FALSE(one);
    EXPECT_THAT(one.error().sentence, HasSubstr("no tensor \"" + first + "\""));
    EXPECT_THAT(one.error().where, HasSubstr("weights.safetensors"));
    put(written({}));
    const auto none = weightsFrom(path(), network.model);
    ASSERT_FALSE(none);
    EXPECT_THAT(none.error().sentence, HasSubstr("lacks"));
    EXPECT_THAT(none.error().sentence, HasSubstr(first));
}

TEST_F(SafetensorsFormat, SaysWhatHasAnotherShape) {
    const TrainedNetwork network = networkWithWeights();
    auto tensors = tensorsOf(network);
    Tensor& tensor = tensors.at(modelVariables(network.model).back().name);
    tensor.sizes.push_back(1); // the same numbers, but not the same
    put(written(tensors));
    const auto values = weightsFrom(path(), network.model);
    ASSERT_FALSE(values);
    EXPECT_THAT(values.error().sentence, HasSubstr("× 1 in the file"));
}

TEST_F(SafetensorsFormat, TakesOtherKindsOfNumbersAndLeavesOthersAlone) {
    const TrainedNetwork network = networkWithWeights();
    auto tensors = tensorsOf(network);
    const std::string name = modelVariables(network.model).front().name;
    const HostArray& array = network.checkpoint->variables.at(name);
    const std::vector<double> doubles(array.values.begin(), array.values.end());
    tensors.at(name).type = TensorType::F64;
    tensors.at(name).bytes = bytesIn(doubles);
    tensors["something else"] = {TensorType::U8, {3}, "abc"};
    put(written(tensors));
    const auto values = weightsFrom(path(), network.model);
    ASSERT_TRUE(values) << values.error().text();
    EXPECT_EQ(values->at(name), array);
    EXPECT_EQ(values->size(), modelVariables(network.model).size());
}

TEST_F(SafetensorsFormat, RefusesWeightsThatAreNoNumbers) {
    const TrainedNetwork network = networkWithWeights();
    auto tensors = tensorsOf(network);
    const std::string name = modelVariables(network.model).front().name;
    HostArray array = network.checkpoint->variables.at(name);
    array.values.back() = std::numeric_limits<float>::quiet_NaN();
    tensors.at(name) = tensorOf(array);
    put(written(tensors));
    const auto values = weightsFrom(path(), network.model);
    ASSERT_FALSE(values);
    EXPECT_THAT(values.error().sentence, HasSubstr("\"" + name + "\" can't be taken"));
}

TEST_F(SafetensorsFormat, TellsWhatIsLost) {
    const auto notes = safetensorsFormat().notes(networkWithWeights());
    EXPECT_TRUE(std::ranges::any_of(notes, [](const FormatNote& note) { return note.fate == Fate::Lost; }));
    EXPECT_TRUE(std::ranges::any_of(notes, [](const FormatNote& note) { return note.fate == Fate::Kept; }));
}

} // namespace
} // namespace protomind
