// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every kind of layer declares about its variables is what it builds, and how it computes with them.
#include "engine/nn/gradient_check.h"
#include "engine/nn/layer_case.h"
#include "engine/nn/layer_type.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

namespace protomind {
namespace {

class EveryLayersVariables : public testing::TestWithParam<LayerCase> {
protected:
    [[nodiscard]] std::vector<LayerVariable> declared() const {
        return GetParam().layer().variables(GetParam().settings, GetParam().inputs);
    }
    [[nodiscard]] const FieldValue* setting(FieldRole role) const {
        const Field* field = findField(GetParam().layer().fields, role);
        return field != nullptr ? &valueOf(GetParam().layer().fields, GetParam().settings, field->name)
                                : nullptr;
    }
};

INSTANTIATE_TEST_SUITE_P(Cases, EveryLayersVariables, testing::ValuesIn(layerCases()),
                         [](const auto& which) { return which.param.label; });

/// "5×5×1×16 + 16" as a number.
std::int64_t calculate(const std::string& arithmetic) {
    std::int64_t total = 0;
    std::istringstream words(arithmetic);
    for (std::string word; words >> word;) {
        std::int64_t product = 1;
        for (std::size_t at = 0; at < word.size() && word != "+";) {
            std::size_t end = word.find("×", at);
            end = end == std::string::npos ? word.size() : end;
            product *= std::stoll(word.substr(at, end - at));
            at = end + std::string("×").size();
        }
        total += word == "+" ? 0 : product;
    }
    return total;
}

TEST_P(EveryLayersVariables, AreThoseThatItBuilds) {
    const std::vector<LayerVariable> all = declared();
    for (const BuildMode mode : {BuildMode::Training, BuildMode::Inference}) {
        const BuiltCase built = buildCase(GetParam(), mode);
        const std::vector<NetworkVariable>& variables = built.builder->variables();
        ASSERT_EQ(variables.size(), all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            EXPECT_EQ(variables[i].name, "layer/" + all[i].name);
            EXPECT_EQ(variables[i].node.shape(), all[i].shape()) << all[i].name;
            EXPECT_EQ(variables[i].trainable, all[i].trainable) << all[i].name;
            EXPECT_EQ(variables[i].decayed, all[i].name.ends_with("kernel")) << all[i].name;
        }
    }
}

TEST_P(EveryLayersVariables, AddUpToItsParameters) {
    std::int64_t learned = 0;
    for (const LayerVariable& variable : declared())
        learned += variable.trainable ? variable.shape().elementCount() : 0;
    const ParameterCount count = GetParam().layer().parameters(GetParam().settings, GetParam().inputs);
    EXPECT_EQ(count.count, learned);
    EXPECT_EQ(calculate(count.arithmetic), learned);
    EXPECT_EQ(count.arithmetic.empty(), learned == 0);
}

TEST_P(EveryLayersVariables, HaveNamesAndRolesOfTheirOwn) {
    std::set<std::string> names;
    std::set<std::pair<VariableRole, bool>> roles;
    for (const LayerVariable& variable : declared()) {
        EXPECT_TRUE(names.insert(variable.name).second) << variable.name;
        EXPECT_TRUE(roles.emplace(variable.role, variable.backward).second) << variable.name;
        const bool runs = variable.role == VariableRole::Mean || variable.role == VariableRole::Variance;
        EXPECT_NE(variable.trainable, runs) << variable.name;
    }
}

TEST_P(EveryLayersVariables, HaveAxesAsLongAsTheirMeaningSays) {
    for (const LayerVariable& variable : declared()) {
        for (const VariableAxis& axis : variable.axes) {
            const auto parts = std::max<std::int64_t>(std::ssize(axis.parts), 1);
            const bool inParts =
                axis.meaning == AxisMeaning::Gates || axis.meaning == AxisMeaning::Projections;
            EXPECT_EQ(inParts, parts > 1) << variable.name;
            const Shape output = GetParam().outputShape();
            switch (axis.meaning) {
            case AxisMeaning::InputChannel: {
                const FieldValue* groups = setting(FieldRole::Groups);
                const bool depthwise = setting(FieldRole::Multiplier) != nullptr;
                EXPECT_EQ(axis.size * (depthwise ? GetParam().inputs[0].back(0)
                                       : groups  ? std::get<std::int64_t>(*groups)
                                                 : 1),
                          GetParam().inputs[0].back(0));
                break;
            }
            case AxisMeaning::OutputChannel:
            case AxisMeaning::HiddenUnit:
            case AxisMeaning::Gates:
            case AxisMeaning::Projections: {
                const FieldValue* both = setting(FieldRole::BothDirections);
                EXPECT_EQ(axis.size / parts * (both != nullptr && std::get<bool>(*both) ? 2 : 1),
                          output.back(0));
                EXPECT_EQ(axis.size % parts, 0);
                break;
            }
            case AxisMeaning::Height:
            case AxisMeaning::Width: {
                const FieldValue* window = setting(FieldRole::Window);
                ASSERT_NE(window, nullptr);
                const auto& sides = std::get<std::vector<std::int64_t>>(*window);
                EXPECT_EQ(axis.size, axis.meaning == AxisMeaning::Height ? sides[0] : sides[1]);
                break;
            }
            case AxisMeaning::Step:
                EXPECT_EQ(axis.size, GetParam().inputs[0][0]);
                break;
            case AxisMeaning::Word:
                EXPECT_EQ(axis.size, std::get<std::int64_t>(*setting(FieldRole::Vocabulary)));
                break;
            }
        }
    }
}

/// Where in its axis each number of a variable stands; nothing where it has no such axis.
std::vector<std::int64_t> placesAlong(const LayerVariable& variable, AxisMeaning meaning) {
    const auto axis = std::ranges::find(variable.axes, meaning, &VariableAxis::meaning);
    if (axis == variable.axes.end())
        return {};
    std::int64_t stride = 1;
    for (auto inner = axis + 1; inner != variable.axes.end(); ++inner)
        stride *= inner->size;
    std::vector<std::int64_t> places(static_cast<std::size_t>(variable.shape().elementCount()));
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = static_cast<std::int64_t>(i) / stride % axis->size;
    return places;
}

TEST_P(EveryLayersVariables, MultiplyTheInputAlongTheAxisThatSaysSo) {
    const std::vector<LayerVariable> all = declared();
    BuiltCase built = buildCase(GetParam(), BuildMode::Inference);
    std::int64_t channels = 0; // of one group
    for (const LayerVariable& variable : all) {
        const std::vector<std::int64_t> places = placesAlong(variable, AxisMeaning::InputChannel);
        if (variable.role != VariableRole::Kernel || places.empty())
            continue;
        std::vector<double>& kernel = built.values.at("layer/" + variable.name);
        for (std::size_t i = 0; i < kernel.size(); ++i)
            kernel[i] = places[i] == 0 ? 0 : kernel[i];
        channels = *std::ranges::max_element(places) + 1;
    }
    if (channels == 0)
        return;
    // A kernel without its first input channel does not see that channel, and sees the others.
    const auto before = valueOf(built.output, built.values);
    std::vector<double>& samples = built.values.at("x0");
    for (std::size_t i = 0; i < samples.size(); i += static_cast<std::size_t>(channels))
        samples[i] += 3;
    EXPECT_EQ(valueOf(built.output, built.values), before);
    if (channels > 1) {
        for (std::size_t i = 1; i < samples.size(); i += static_cast<std::size_t>(channels))
            samples[i] += 3;
        EXPECT_NE(valueOf(built.output, built.values), before);
    }
}

TEST_P(EveryLayersVariables, GiveTheOutputAlongTheAxisThatSaysSo) {
    const std::vector<LayerVariable> all = declared();
    const Shape output = GetParam().outputShape();
    const FieldValue* activation = setting(FieldRole::Activation);
    if (findVariable(all, VariableRole::RecurrentKernel) != nullptr ||
        (activation != nullptr && std::get<std::string>(*activation) == "softmax"))
        return; // each number depends on all
    for (const LayerVariable& variable : all) {
        const std::vector<std::int64_t> places = placesAlong(variable, AxisMeaning::OutputChannel);
        if (places.empty())
            continue;
        BuiltCase built = buildCase(GetParam(), BuildMode::Inference);
        const auto before = valueOf(built.output, built.values);
        std::vector<double>& numbers = built.values.at("layer/" + variable.name);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            numbers[i] += places[i] == 0 ? 0.5 : 0;
        const auto after = valueOf(built.output, built.values);
        bool moved = false;
        for (std::size_t i = 0; i < after.size(); ++i) {
            const bool first = static_cast<std::int64_t>(i) % output.back(0) == 0;
            moved = moved || (first && after[i] != before[i]);
            if (!first) {
                EXPECT_EQ(after[i], before[i]) << variable.name << " " << i;
            }
        }
        EXPECT_TRUE(moved) << variable.name;
    }
}

TEST(LayerVariables, AreWrittenOnCardsAsTheyAddUp) {
    const std::map<std::string, std::string> wanted{
        {"Dense", "5×4 + 4"},
        {"DenseWithoutBias", "7×3"},
        {"DenseSoftmax", "3×4 + 4"},
        {"DenseRelu", "3×6 + 6"},
        {"DenseSingle", "2×1 + 1"},
        {"ConvolutionSame", "3×3×2×3 + 3"},
        {"ConvolutionValid", "2×3×3×2 + 2"},
        {"ConvolutionStride", "3×3×1×2 + 2"},
        {"ConvolutionEvenKernelSame", "2×4×1×2 + 2"},
        {"ConvolutionDilated", "3×3×2×2 + 2"},
        {"ConvolutionGroups", "3×3×2×6"},
        {"ConvolutionDepthwise", "3×3×1×3 + 3"},
        {"DenseOfSequence", "5×4 + 4"},
        {"DepthwiseConvolution", "3×3×1×3 + 3"},
        {"DepthwiseConvolutionTwice", "3×3×1×4"},
        {"TransposedConvolution", "4×4×3×2 + 3"},
        {"TransposedConvolutionValid", "3×5×2×3 + 2"},
        {"TransposedConvolutionGaps", "1×2×2×1"},
        {"Embedding", "4×3"},
        {"EmbeddingSingle", "1×5"},
        {"PositionLearned", "4×3"},
        {"Rnn", "2×3 + 3×3 + 3"},
        {"RnnEveryStep", "2×3×2 + 2×2×2 + 2×2"},
        {"RnnOneStep", "3×2 + 2×2 + 2"},
        {"Lstm", "2×12 + 3×12 + 12"},
        {"LstmEveryStep", "3×8 + 2×8 + 8"},
        {"LstmBothWays", "2×4×8 + 2×2×8 + 2×8"},
        {"Gru", "2×9 + 3×9 + 2×9"},
        {"GruEveryStepBothWays", "2×3×6 + 2×2×6 + 4×6"},
        {"Attention", "4×6×6 + 4×6"},
        {"AttentionCausal", "4×3×3 + 4×3"},
        {"AttentionOneStep", "4×3×3 + 4×3"},
        {"LayerNormList", "2×7"},
        {"LayerNormSequence", "2×5"},
        {"InstanceNorm", "2×2"},
        {"InstanceNormChannel", "2×1"},
        {"GroupNorm", "2×4"},
        {"GroupNormOfList", "2×12"},
        {"BatchNormList", "2×4"},
        {"BatchNormImage", "2×2"},
    };
    std::size_t seen = 0;
    for (const LayerCase& which : layerCases()) {
        const auto found = wanted.find(which.label);
        seen += found != wanted.end() ? 1 : 0;
        EXPECT_EQ(which.layer().parameters(which.settings, which.inputs).arithmetic,
                  found != wanted.end() ? found->second : "")
            << which.label;
    }
    EXPECT_EQ(seen, wanted.size());
}

TEST(LayerVariables, OfEqualSizesButOtherAxesAreSummandsOfTheirOwn) {
    // As many features come in as are remembered.
    EXPECT_EQ(
        findLayerType("gru")->parameters({{"units", std::int64_t{3}}}, std::array{Shape{4, 3}}).arithmetic,
        "3×9 + 3×9 + 2×9");
}

TEST(LayerVariables, SayWhichGateOrMatrixLiesWhere) {
    using enum AxisPart;
    const auto partsOf = [](const char* type, VariableRole role) {
        const auto all = findLayerType(type)->variables({}, std::array{Shape{5, 8}});
        return findVariable(all, role)->axes.back().parts;
    };
    EXPECT_THAT(partsOf("lstm", VariableRole::Kernel),
                testing::ElementsAre(InputGate, ForgetGate, Candidate, OutputGate));
    EXPECT_THAT(partsOf("gru", VariableRole::RecurrentBias),
                testing::ElementsAre(UpdateGate, ResetGate, Candidate));
    EXPECT_THAT(partsOf("attention", VariableRole::Kernel), testing::ElementsAre(Query, Key, Value));
    EXPECT_TRUE(partsOf("rnn", VariableRole::Kernel).empty());
}

TEST(LayerVariables, OfARecurrentLayerSayWhichReadFromTheEnd) {
    const auto all = findLayerType("rnn")->variables({{"both_directions", true}}, std::array{Shape{5, 8}});
    ASSERT_EQ(all.size(), 6u);
    for (const LayerVariable& variable : all)
        EXPECT_EQ(variable.backward, variable.name.starts_with("backward_")) << variable.name;
}

TEST(LayerVariables, HaveToBeTakenAsDeclared) {
    Graph graph;
    LayerBuilder builder(graph, BuildMode::Inference, 1);
    builder.beginLayer("layer", findLayerType("dense")->variables({}, std::array{Shape{2}}));
    EXPECT_THROW(builder.variable(VariableRole::Bias), std::logic_error);
    builder.variable(VariableRole::Kernel);
    EXPECT_THROW(builder.endLayer(), std::logic_error);
    builder.variable(VariableRole::Bias);
    EXPECT_NO_THROW(builder.endLayer());
    EXPECT_THROW(builder.variable(VariableRole::Kernel), std::logic_error);
}

} // namespace
} // namespace protomind
