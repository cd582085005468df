// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people read about each kind of layer, loss, optimiser, schedule and activation, and the fields they
// set.
#include "engine/nn/activation.h"
#include "engine/nn/layer_type.h"
#include "engine/nn/loss.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <set>

namespace protomind {
namespace {

struct Declaration {
    std::string kind;
    std::string name;
    std::string title;
    std::string summary;
    std::string formula;
    std::vector<Field> fields;
};

std::vector<Declaration> declarations() {
    std::vector<Declaration> all;
    for (const LayerType& type : layerTypes())
        all.push_back({"layer", type.name, type.title, type.summary, type.formula, type.fields});
    for (const Activation& type : activations())
        all.push_back({"activation", type.name, type.title, type.summary, type.formula, {}});
    for (const LossType& type : lossTypes())
        all.push_back({"loss", type.name, type.title, type.summary, type.formula, {}});
    for (const OptimizerType& type : optimizerTypes())
        all.push_back({"optimizer", type.name, type.title, type.summary, type.formula, type.fields});
    for (const ScheduleType& type : scheduleTypes())
        all.push_back({"schedule", type.name, type.title, type.summary, type.formula, type.fields});
    return all;
}

bool isFileName(const std::string& name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}
bool isSentence(const std::string& text) {
    return text.size() > 10 && text.front() >= 'A' && text.front() <= 'Z' && text.back() == '.';
}

TEST(Declarations, HaveNamesThatAreTheirOwn) {
    std::set<std::string> seen;
    for (const Declaration& d : declarations()) {
        EXPECT_TRUE(seen.insert(d.kind + "/" + d.name).second) << d.name;
        EXPECT_TRUE(isFileName(d.name)) << d.name;
        EXPECT_FALSE(d.title.empty()) << d.name;
        EXPECT_TRUE(isSentence(d.summary)) << d.name << ": " << d.summary;
    }
}

TEST(Declarations, HaveFormulasWithClosedBraces) {
    for (const Declaration& d : declarations()) {
        EXPECT_EQ(std::ranges::count(d.formula, '{'), std::ranges::count(d.formula, '}')) << d.name;
        if (d.kind != "layer") {
            EXPECT_FALSE(d.formula.empty()) << d.name;
        }
    }
}

TEST(Declarations, HaveFormulasOfWhatTheFieldsOfAWindowChange) {
    struct Said {
        const char* field;
        const char* letter;
    };
    int layers = 0;
    for (const LayerType& type : layerTypes()) {
        for (const Said& said : {Said{"stride", "s"}, Said{"dilation", "d"}, Said{"padding", "p"},
                                 Said{"multiplier", "m"}, Said{"factor", "s"}}) {
            const auto field = std::ranges::find(type.fields, std::string(said.field), &Field::name);
            if (field == type.fields.end())
                continue;
            ++layers;
            // The letter stands in an index of the formula, and the field's help says what it is.
            const std::regex alone("[^a-zA-Z\\\\]([iju-v]*" + std::string(said.letter) + ")[^a-zA-Z]");
            const std::regex product("[ijuv]" + std::string(said.letter) + "\\b");
            EXPECT_TRUE(std::regex_search(type.formula, alone) || std::regex_search(type.formula, product))
                << type.name << ": " << type.formula;
            EXPECT_NE(field->help.find("formula"), std::string::npos) << type.name << ": " << field->help;
        }
    }
    EXPECT_EQ(layers, 14);
}

TEST(Declarations, HaveNoWordsInTheirFormulas) {
    // They would stay English in every language.
    for (const Declaration& d : declarations()) {
        if (d.kind == "layer") {
            EXPECT_EQ(d.formula.find("\\text"), std::string::npos) << d.name;
        }
    }
}

TEST(Declarations, SayOverHowManyNumbersAMeanIs) {
    const auto formulaOf = [](const std::string& name) {
        return std::ranges::find(layerTypes(), name, &LayerType::name)->formula;
    };
    // Only pixels inside the image count where a window sticks out, and variances are divided by n.
    EXPECT_NE(formulaOf("average_pool").find("n_{ij}"), std::string::npos);
    for (const char* name : {"batch_norm", "layer_norm", "group_norm", "instance_norm"})
        EXPECT_NE(formulaOf(name).find("\\frac{1}{n} \\sum"), std::string::npos) << name;
    const LayerType& batchNorm = *std::ranges::find(layerTypes(), "batch_norm", &LayerType::name);
    EXPECT_NE(batchNorm.fields[0].help.find("n − 1"), std::string::npos);
}

TEST(Declarations, HaveFieldsWithHelpAndNamesOfTheirOwn) {
    for (const Declaration& d : declarations()) {
        std::set<std::string> names;
        std::set<std::string> labels;
        for (const Field& field : d.fields) {
            EXPECT_TRUE(names.insert(field.name).second) << d.name << "/" << field.name;
            EXPECT_TRUE(labels.insert(field.label).second) << d.name << "/" << field.label;
            EXPECT_TRUE(isFileName(field.name)) << d.name << "/" << field.name;
            EXPECT_FALSE(field.label.empty()) << d.name << "/" << field.name;
            EXPECT_GT(field.help.size(), 10u) << d.name << "/" << field.name;
            EXPECT_EQ(field.help.back(), '.') << d.name << "/" << field.name;
        }
    }
}

TEST(Declarations, HaveFieldsThatAreReadByTheirRoles) {
    std::map<std::string, std::set<FieldRole>> rolesOf;
    std::map<std::string, int> layersWith;
    std::map<FieldRole, FieldType> typeOf;
    for (const LayerType& type : layerTypes()) {
        std::set<FieldRole> seen;
        for (const Field& field : type.fields) {
            rolesOf[field.name].insert(field.role);
            ++layersWith[field.name];
            if (field.role == FieldRole::None)
                continue;
            // Whoever reads a role must find one field, with a value of a type that is known.
            EXPECT_TRUE(seen.insert(field.role).second) << type.name << "/" << field.name;
            EXPECT_EQ(typeOf.try_emplace(field.role, field.type).first->second, field.type)
                << type.name << "/" << field.name;
            EXPECT_EQ(findField(type.fields, field.role), &field);
        }
        EXPECT_EQ(findField(type.fields, FieldRole::None), nullptr);
    }
    for (const auto& [name, roles] : rolesOf) {
        EXPECT_EQ(roles.size(), 1u) << name;
        if (layersWith[name] > 1) {
            EXPECT_FALSE(roles.contains(FieldRole::None)) << name;
        }
    }
    const auto nameOf = [](const char* type, FieldRole role) {
        const Field* field = findField(findLayerType(type)->fields, role);
        return field != nullptr ? field->name : "";
    };
    EXPECT_EQ(nameOf("dense", FieldRole::OutputSize), "units");
    EXPECT_EQ(nameOf("convolution", FieldRole::OutputSize), "filters");
    EXPECT_EQ(nameOf("embedding", FieldRole::OutputSize), "features");
    EXPECT_EQ(nameOf("activation", FieldRole::Activation), "function");
    EXPECT_EQ(nameOf("convolution", FieldRole::Window), "kernel");
    EXPECT_EQ(nameOf("max_pool", FieldRole::Window), "window");
    EXPECT_EQ(nameOf("max_pool", FieldRole::Activation), "");
}

TEST(Declarations, HaveOutputsOfTheSizeThatTheirFieldSays) {
    // One more number or channel, for every layer that says how many go out.
    for (const auto& [name, input] :
         std::vector<std::pair<std::string, Shape>>{{"dense", {5}},
                                                    {"convolution", {6, 6, 2}},
                                                    {"transposed_convolution", {6, 6, 2}},
                                                    {"embedding", {4}},
                                                    {"rnn", {4, 3}},
                                                    {"lstm", {4, 3}},
                                                    {"gru", {4, 3}}}) {
        const LayerType& type = *findLayerType(name);
        const Field* field = findField(type.fields, FieldRole::OutputSize);
        ASSERT_NE(field, nullptr) << name;
        for (const std::int64_t size : {7, 8})
            EXPECT_EQ(type.outputShape({{field->name, size}}, std::array{input}).value().back(0), size);
    }
}

TEST(Declarations, HaveDefaultsThatTheyAllow) {
    for (const Declaration& d : declarations()) {
        for (const Field& field : d.fields) {
            const Result<void> good = checkField(field, field.defaultValue);
            EXPECT_TRUE(good.has_value()) << d.name << ": " << (good ? "" : good.error().sentence);
            EXPECT_EQ(field.choices.empty(), field.type != FieldType::Choice) << d.name << "/" << field.name;
            EXPECT_TRUE(field.type == FieldType::Boolean || field.type == FieldType::Choice ||
                        field.minimum < field.maximum)
                << d.name << "/" << field.name;
            EXPECT_TRUE(!field.logarithmic || field.minimum > 0) << d.name << "/" << field.name;
        }
    }
}

TEST(Declarations, ShowFewSettingsOnACard) {
    for (const LayerType& type : layerTypes())
        EXPECT_LE(std::ranges::count(type.fields, true, &Field::shownOnCard), 3) << type.name;
}

TEST(Declarations, AreComplete) {
    for (const LayerType& type : layerTypes())
        EXPECT_TRUE(type.outputShape && type.variables && type.multiplyAdds && type.build) << type.name;
    for (const LossType& type : lossTypes())
        EXPECT_TRUE(type.check && type.build) << type.name;
    for (const OptimizerType& type : optimizerTypes())
        EXPECT_TRUE(type.build && type.defaultLearningRate > 0) << type.name;
    for (const ScheduleType& type : scheduleTypes())
        EXPECT_TRUE(type.learningRate) << type.name;
}

TEST(Declarations, AreFoundByName) {
    for (const LossType& type : lossTypes())
        EXPECT_EQ(findLoss(type.name), &type);
    for (const OptimizerType& type : optimizerTypes())
        EXPECT_EQ(findOptimizer(type.name), &type);
    for (const ScheduleType& type : scheduleTypes())
        EXPECT_EQ(findSchedule(type.name), &type);
    for (const Activation& type : activations())
        EXPECT_EQ(findActivation(type.name), &type);
    EXPECT_EQ(findLoss("no_such"), nullptr);
    EXPECT_EQ(findOptimizer("no_such"), nullptr);
    EXPECT_EQ(findSchedule("no_such"), nullptr);
    EXPECT_EQ(findActivation("no_such"), nullptr);
}

TEST(Declarations, OfferTheUsualKinds) {
    const auto has = [](auto types, std::initializer_list<const char*> names) {
        for (const char* name : names)
            if (std::ranges::find(types, name, [](const auto& type) { return type.name; }) == types.end())
                return false;
        return true;
    };
    EXPECT_TRUE(has(lossTypes(), {"cross_entropy", "binary_cross_entropy", "mean_squared_error", "hinge"}));
    EXPECT_TRUE(has(optimizerTypes(), {"sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw"}));
    EXPECT_TRUE(has(scheduleTypes(), {"constant", "step", "cosine", "warm_up"}));
    EXPECT_TRUE(
        has(activations(), {"linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "softmax"}));
}

} // namespace
} // namespace protomind
