// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/cpp/cpp_source.h"
#include "studio/exchange/format.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include "needed_tool.h"
#include "networks/random_network.h"

namespace protomind {

const Format& cppFormat();

namespace {

using testing::HasSubstr;
using testing::Not;

class CppFormat : public testing::Test {
protected:
    CppFormat() {
        std::string pattern = (std::filesystem::temp_directory_path() / "protomind-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
    }
    ~CppFormat() override { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::filesystem::path path() const { return m_folder / "network.cpp"; }
    void put(const TrainedNetwork& network) const {
        const auto files = cppFormat().write(network, path());
        ASSERT_TRUE(files);
        ASSERT_EQ(files->size(), 1U);
        std::ofstream stream(path(), std::ios::binary | std::ios::trunc);
        ASSERT_TRUE(files->front().write(stream));
    }
    /// What the compiled source answers to the network's samples; empty where it can't be compiled or run.
    [[nodiscard]] std::vector<float> answersOfSource(const TrainedNetwork& network) const {
        const std::string program = (m_folder / "network").string();
        const std::string samples = (m_folder / "samples.csv").string();
        const std::string answers = (m_folder / "answers.csv").string();
        {
            std::ofstream stream(samples);
            stream.precision(9);
            const std::int64_t length = network.model.inputShape.elementCount();
            for (std::size_t i = 0; i < network.samples.values.size(); ++i)
                stream << network.samples.values[i] << ((i + 1) % std::size_t(length) == 0 ? "\n\n" : ",");
        }
        if (std::system(
                ("g++ -std=c++17 -Wall -Wextra -Werror " + path().string() + " -o " + program).c_str()) !=
                0 ||
            std::system((program + " < " + samples + " > " + answers).c_str()) != 0)
            return {};
        std::ifstream stream(answers);
        std::vector<float> values;
        for (std::string line; std::getline(stream, line);) {
            std::istringstream cells(line);
            for (std::string cell; std::getline(cells, cell, ',');)
                values.push_back(std::stof(cell));
        }
        return values;
    }

private:
    std::filesystem::path m_folder;
};

std::string sourceOf(const TrainedNetwork& network) {
    std::ostringstream stream;
    writeCppSource(stream, cppNetwork(network));
    return stream.str();
}

TrainedNetwork networkOfCase(const std::string& label) {
    return networkOf(*std::ranges::find(layerCases(), label, &LayerCase::label));
}

TEST_F(CppFormat, BringsBackEveryWeightOfEveryLayer) {
    for (const LayerCase& which : layerCases()) {
        SCOPED_TRACE(which.label);
        const TrainedNetwork network = networkOf(which);
        put(network);
        const auto read = cppFormat().readWeights(network, path());
        ASSERT_TRUE(read);
        EXPECT_EQ(*read, network.checkpoint->variables);
    }
}

TEST_F(CppFormat, BringsBackEveryWeightOfRandomNetworks) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        SCOPED_TRACE(seed);
        const TrainedNetwork network = randomNetwork(seed);
        const auto read = readCppWeights(sourceOf(network), cppNetwork(network));
        ASSERT_TRUE(read);
        EXPECT_EQ(*read, network.checkpoint->variables);
    }
}

TEST_F(CppFormat, BringsBackNumbersOfEverySize) {
    TrainedNetwork network = networkOfCase("DenseWithoutBias");
    auto checkpoint = std::make_shared<Checkpoint>(*network.checkpoint);
    std::vector<float>& values = checkpoint->variables.begin()->second.values;
    const std::vector<float> sizes{1e-45f, 3.4e38f, -0.1f, 16777216.0f, 123456792.0f, 1.0f, -0.0f};
    std::ranges::copy(sizes, values.begin());
    network.checkpoint = checkpoint;
    const auto read = readCppWeights(sourceOf(network), cppNetwork(network));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, network.checkpoint->variables);
    EXPECT_THAT(sourceOf(network), HasSubstr(" 1.0f,"));
}

TEST_F(CppFormat, RefusesASourceThatWasChanged) {
    const TrainedNetwork network = networkOfCase("Dense");
    const std::string source = sourceOf(network);
    const auto readWith = [&](const std::string& from, const std::string& to) {
        std::string changed = source;
        changed.replace(changed.find(from), from.size(), to);
        return readCppWeights(changed, cppNetwork(network));
    };
    EXPECT_THAT(readWith("dense_kernel[20]", "dense_kernel[21]").error().text(),
                HasSubstr("no weights called"));
    EXPECT_THAT(readWith("f,", "g,").error().text(), HasSubstr("no number"));
    EXPECT_THAT(readWith("f,\n};", "f, 1.0f,\n};").error().text(), HasSubstr("more weights"));
    EXPECT_FALSE(readCppWeights(source.substr(0, source.size() / 2), cppNetwork(network)));
    EXPECT_FALSE(readCppWeights("", cppNetwork(network)));
}

TEST_F(CppFormat, HoldsOnlyTheFunctionsThatItNeeds) {
    const std::string source = sourceOf(networkOfCase("DenseRelu"));
    EXPECT_THAT(source, HasSubstr("Numbers dense("));
    EXPECT_THAT(source, HasSubstr("Numbers relu("));
    EXPECT_THAT(source, Not(HasSubstr("Numbers convolution(")));
    EXPECT_THAT(source, Not(HasSubstr("struct Image")));
}

TEST_F(CppFormat, SaysThatANetworkIsTooLarge) {
    TrainedNetwork network = networkOfCase("Dense");
    EXPECT_TRUE(cppFormat().suits(network));
    network.model.layers.back().settings["units"] = std::int64_t{1'000'000};
    const auto suits = cppFormat().suits(network);
    ASSERT_FALSE(suits);
    EXPECT_THAT(suits.error().text(), HasSubstr("6000000 weights"));
}

TEST_F(CppFormat, BreaksLongLinesAndSaysWhatTheNetworkTakes) {
    TrainedNetwork network = networkOfCase("LstmBothWays");
    network.data = DataDescription{.name = "data",
                                   .sampleShape = network.model.inputShape,
                                   .targetKind = TargetKind::Class,
                                   .targetShape = {},
                                   .classNames = std::vector<std::string>(40, "a class"),
                                   .featureNames = {}};
    const std::string source = sourceOf(network);
    std::istringstream stream(source);
    for (std::string line; std::getline(stream, line);)
        EXPECT_LE(line.size(), 130U) << line;
    EXPECT_THAT(source, HasSubstr("// The answers are for:\n// a class, a class,"));
    EXPECT_THAT(source, Not(HasSubstr("kNames")));
    EXPECT_THAT(sourceOf(networkOfCase("Dense")), HasSubstr(" numbers.\nNumbers predict("));
}

/// Outside of comments and quotes a name is an identifier.
TEST_F(CppFormat, LetsNoNameBecomeCode) {
    for (const char* name :
         {"x\nint evil;", "*/ int evil;", "\\\nint evil;", "?\?/\nint evil;", "a\r\nint evil;",
          "\u2028int evil;", "linux", "while", "dense", "std", "layer", "weights"}) {
        SCOPED_TRACE(name);
        TrainedNetwork network = networkOfCase("DenseWithoutBias");
        ModelLayer& layer = network.model.layers.back();
        auto checkpoint = std::make_shared<Checkpoint>(*network.checkpoint);
        checkpoint->variables[std::string(name) + "/kernel"] =
            checkpoint->variables.at(layer.name + "/kernel");
        layer.name = network.title = network.program = name;
        network.checkpoint = checkpoint;
        const std::string source = sourceOf(network);
        std::istringstream stream(source);
        for (std::string line; std::getline(stream, line);) {
            EXPECT_THAT(line.substr(0, line.find("//")), Not(HasSubstr("int evil")));
            EXPECT_THAT(line, Not(testing::EndsWith("\\")));
            EXPECT_EQ(line.find('\r'), line.npos);
        }
        EXPECT_THAT(source, Not(HasSubstr("Numbers linux =")));
    }
}

TEST_F(CppFormat, CompilesAndAnswersAsTheNetworkDoes) {
    if (std::system("g++ --version > /dev/null 2>&1") != 0)
        PROTOMIND_TOOL_IS_MISSING("There is no g++ to compile what was written.");
    for (const std::uint64_t seed : {0, 1, 2, 3, 4, 5}) {
        SCOPED_TRACE(seed);
        const TrainedNetwork network = randomNetwork(seed);
        put(network);
        const std::vector<float> expected = answersOf(network).values;
        const std::vector<float> found = answersOfSource(network);
        ASSERT_EQ(found.size(), expected.size());
        float largest = 1;
        for (const float value : expected)
            largest = std::max(largest, std::abs(value));
        for (std::size_t i = 0; i < found.size(); ++i)
            ASSERT_NEAR(found[i], expected[i], 1e-4f * largest);
    }
}

} // namespace
} // namespace protomind
