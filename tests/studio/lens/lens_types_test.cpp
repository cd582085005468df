// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_bench.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace protomind {
namespace {

using testing::HasSubstr;

TEST(LensTypesTest, EveryLensIsDeclaredInFull) {
    std::set<std::string> names;
    ASSERT_FALSE(lensTypes().empty());
    for (const LensType& type : lensTypes()) {
        EXPECT_TRUE(names.insert(type.name).second) << type.name;
        EXPECT_EQ(findLensType(type.name), &type);
        EXPECT_FALSE(type.title.empty());
        EXPECT_TRUE(type.summary.ends_with(".")) << type.name;
        ASSERT_TRUE(type.suits && type.begin) << type.name;
        std::set<std::string> fields;
        for (const Field& field : type.fields) {
            EXPECT_TRUE(fields.insert(field.name).second) << type.name << " " << field.name;
            EXPECT_TRUE(checkField(field, field.defaultValue)) << type.name << " " << field.name;
            EXPECT_FALSE(field.label.empty() || field.help.empty()) << type.name << " " << field.name;
            // On the command line, and in the checks of lessons, it stands beside these.
            for (const char* taken : {"layer", "sample", "split", "looks", "output", "data", "json", "list",
                                      "help", "device", "threads"})
                EXPECT_NE(field.name, taken) << type.name;
        }
    }
    EXPECT_EQ(findLensType("nothing"), nullptr);
}

TEST(LensTypesTest, FiguresHaveNamesThatAConditionCanHave) {
    for (const LensType& type : lensTypes()) {
        std::set<std::string> names;
        for (const LensFigureName& figure : type.figures) {
            SCOPED_TRACE(type.name + " " + figure.name);
            EXPECT_TRUE(names.insert(figure.name).second);
            EXPECT_TRUE(std::ranges::all_of(figure.name, [](char letter) {
                return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
            }));
            EXPECT_TRUE(figure.meaning.ends_with(".")) << figure.meaning;
            for (const char* taken : {"layer", "sample", "split", "looks"})
                EXPECT_NE(figure.name, taken);
            // As in a check, where it stands for the setting.
            const auto field = std::ranges::find(type.fields, figure.name, &Field::name);
            EXPECT_TRUE(field == type.fields.end() || field->type == FieldType::Integer ||
                        field->type == FieldType::Real);
        }
    }
}

/// Of a network for pictures that tells classes apart, every lens gives all that it can.
TEST(LensTypesTest, EveryFigureThatIsDeclaredIsGiven) {
    LensBench bench(
        chain({6, 6, 1}, {{"convolution", {{"filters", std::int64_t{2}}}},
                          {"flatten", {}},
                          {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}}));
    std::vector<std::vector<float>> samples;
    std::vector<float> classes;
    for (int i = 0; i < 12; ++i) {
        std::vector<float>& sample = samples.emplace_back(36);
        for (std::size_t at = 0; at < sample.size(); ++at)
            sample[at] = static_cast<float>((static_cast<int>(at) * 7 + i * 5) % 11) / 10;
        classes.push_back(static_cast<float>(i % 2));
    }
    bench.setData(std::make_shared<GivenSet>(describedClasses({6, 6, 1}, 2), samples, classes));
    bench.setSample(samples.front());
    // As good as a copy of it, for what an attack on it does to another one.
    bench.context().other = {
        .network = &bench.network(), .objective = bench.context().objective, .name = "twin"};
    for (const LensType& type : lensTypes()) {
        if (type.name == "step")
            continue; // It needs a training: see step_test.cpp.
        if (type.name == "players" || type.name == "generated")
            continue; // They need two networks: see players_test.cpp and generated_test.cpp.
        SCOPED_TRACE(type.name);
        const auto result = bench.look(type.name);
        ASSERT_TRUE(result) << result.error().text();
        for (const LensFigureName& declared : type.figures)
            EXPECT_NE(std::ranges::find(result->figures, declared.name, &LensFigure::name),
                      result->figures.end())
                << declared.name;
    }
}

TEST(LensTypesTest, SettingsAreChecked) {
    const LensType type{.name = "test",
                        .title = "Test",
                        .fields = {{.name = "count",
                                    .label = "Count",
                                    .defaultValue = std::int64_t{1},
                                    .minimum = 1,
                                    .maximum = 5}}};
    EXPECT_TRUE(checkLensSettings(type, {}));
    EXPECT_TRUE(checkLensSettings(type, {{"count", std::int64_t{5}}}));
    EXPECT_THAT(checkLensSettings(type, {{"count", std::int64_t{6}}}).error().text(), HasSubstr("Count"));
    EXPECT_THAT(checkLensSettings(type, {{"side", std::int64_t{5}}}).error().text(), HasSubstr("side"));
}

/// Whatever the network: a result, or a sentence.
TEST(LensTypesTest, NoLensFallsOverANetworkThatItWasNotMadeFor) {
    const std::vector<Model> models{
        chain({1}, {{"dense", {}}}),
        chain({2}, {{"activation", {}}}),
        chain({3, 3, 2}, {{"convolution", {{"filters", std::int64_t{2}}}}}),
        chain({6}, {{"embedding", {}}, {"gru", {}}, {"dense", {}}}),
        chain({5, 3}, {{"lstm", {}}, {"dense", {}}}),
        chain({4, 8}, {{"attention", {}}, {"flatten", {}}, {"dense", {}}}),
        chain({4, 4, 3}, {{"batch_norm", {}}, {"global_max_pool", {}}, {"dense", {}}})};
    for (const Model& model : models) {
        for (const LensType& type : lensTypes()) {
            LensBench bench(model);
            bench.setSample(
                std::vector<float>(static_cast<std::size_t>(model.inputShape.elementCount()), 1.0f));
            const auto result = bench.look(type.name);
            if (result) {
                EXPECT_GT(result->pictures.size() + result->planes.size() + result->charts.size() +
                              result->tables.size() + result->codes.size() + result->workings.size() +
                              result->layers.size() + result->trainingSteps.size(),
                          0u)
                    << type.name;
                for (const LensPicture& picture : result->pictures)
                    EXPECT_GE(picture.values.shape.rank(), 2) << type.name;
            } else {
                EXPECT_GT(result.error().sentence.text().size(), 10u) << type.name;
            }
        }
    }
}

TEST(LensTypesTest, ALayerThatIsNotThereIsNotSaidToLackWeights) {
    const Model model = chain({3}, {{"dense", {{"units", std::int64_t{2}}}}});
    for (const LensType& type : lensTypes()) {
        if (type.subject != LensSubject::Layer)
            continue;
        const auto suits = type.suits({.model = model, .layer = "Nope"});
        ASSERT_FALSE(suits) << type.name;
        EXPECT_EQ(suits.error().text(), "Nope: The network has no layer of this name.") << type.name;
    }
}

TEST(LensTypesTest, ALayerOfTheGeneratorIsSaidToBeOne) {
    const Model model = chain({3}, {{"dense", {{"units", std::int64_t{1}}}}});
    Model generator = model;
    for (ModelLayer& layer : generator.layers)
        layer.name = "made by " + layer.name;
    const DataDescription data{.name = "points", .sampleShape = {3}};
    for (const LensType& type : lensTypes()) {
        if (type.subject != LensSubject::Layer)
            continue;
        const auto suits = type.suits(
            {.model = model, .data = &data, .layer = generator.layers.back().name, .generator = &generator});
        ASSERT_FALSE(suits) << type.name;
        EXPECT_EQ(suits.error().sentence, generator.layers.back().name +
                                              " is part of the generator, and this lens looks at the "
                                              "discriminator.")
            << type.name;
    }
}

} // namespace
} // namespace protomind
