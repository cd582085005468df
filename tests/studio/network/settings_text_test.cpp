// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/network/settings_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::HasSubstr;

FieldValue anyValue(const Field& field, RandomStream& random) {
    const auto whole = [&] {
        return std::int64_t(std::min(field.maximum, field.minimum + double(random.below(40))));
    };
    switch (field.type) {
    case FieldType::Integer:
        return whole();
    case FieldType::Real:
        return double(random.uniform(float(field.minimum), float(std::min(field.maximum, 1.0))));
    case FieldType::Boolean:
        return random.below(2) == 0;
    case FieldType::Choice:
        return field.choices[random.below(field.choices.size())];
    case FieldType::Sizes:
        break;
    }
    std::vector<std::int64_t> sizes(field.sizeCount > 0 ? field.sizeCount : 1 + random.below(3));
    for (std::int64_t& size : sizes)
        size = whole();
    return sizes;
}

TEST(SettingsText, WhatIsWrittenIsReadBackForEveryLayer) {
    for (const LayerType& type : layerTypes())
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            RandomStream random(seed);
            Settings settings;
            for (const Field& field : type.fields) {
                const FieldValue value = anyValue(field, random);
                if (random.below(2) == 0 && checkField(field, value) && value != field.defaultValue)
                    settings[field.name] = value;
            }
            const std::string text = settingsText(type, settings);
            const Result<Settings> read = settingsFromText(type, text);
            ASSERT_TRUE(read.has_value()) << text << ": " << read.error().sentence;
            EXPECT_EQ(*read, settings) << type.name << ": " << text;
        }
}

Settings read(const char* type, const std::string& text) {
    const Result<Settings> settings = settingsFromText(*findLayerType(type), text);
    EXPECT_TRUE(settings.has_value()) << text << ": " << (settings ? "" : settings.error().sentence);
    return settings.value_or(Settings{});
}

std::string refusal(const char* type, const std::string& text) {
    const Result<Settings> settings = settingsFromText(*findLayerType(type), text);
    EXPECT_FALSE(settings.has_value()) << text;
    return settings ? std::string() : settings.error().sentence.text();
}

TEST(SettingsText, PeopleMayWriteAsTheyLike) {
    const FieldValue five = std::vector<std::int64_t>{5, 5};
    EXPECT_EQ(read("dense", "units 7").at("units"), FieldValue(std::int64_t{7}));
    EXPECT_EQ(read("dense", "UNITS=7").at("units"), FieldValue(std::int64_t{7}));
    EXPECT_EQ(read("dense", "un: 7 , act tanh").at("activation"), FieldValue(std::string("tanh")));
    EXPECT_EQ(read("convolution", "kernel 5x5").at("kernel"), five);
    EXPECT_EQ(read("convolution", "kernel = 5 × 5").at("kernel"), five);
    EXPECT_EQ(read("convolution", "kernel = 5").at("kernel"), five);
    EXPECT_EQ(read("convolution", "padding same").count("padding") +
                  read("convolution", "padding valid").count("padding"),
              1U)
        << "one of them is the default, which is kept as no setting";
    EXPECT_TRUE(read("dense", "").empty());
    EXPECT_TRUE(read("flatten", " , ").empty());
}

TEST(SettingsText, OneHalfHasAPointOrAComma) {
    const Settings half = read("dropout", "rate = 0.25");
    EXPECT_EQ(read("dropout", "rate = 0,25"), half);
    EXPECT_EQ(read("dropout", "Rate 0,25"), half);
    EXPECT_EQ(read("batch_norm", "momentum = 0,5, epsilon = 0,01"),
              read("batch_norm", "momentum=0.5,epsilon=0.01"));
    EXPECT_THAT(refusal("dropout", "rate = 1,234"), HasSubstr("could be 1234 or 1.234"));
    EXPECT_THAT(refusal("dropout", "rate = 0,2,5"), HasSubstr("more than one decimal mark"));
    EXPECT_THAT(refusal("dense", "units = 1,234"), HasSubstr("a whole number"));
}

TEST(SettingsText, WhatIsWrongIsSaidWithWhatWouldBeRight) {
    EXPECT_THAT(refusal("dense", "unit = many"), HasSubstr("whole number"));
    EXPECT_THAT(refusal("dense", "colour = red"), HasSubstr("no setting “colour”"));
    EXPECT_THAT(refusal("dense", "colour = red"), HasSubstr("Neurons"));
    EXPECT_THAT(refusal("dense", "activation = wobbly"), HasSubstr("relu"));
    EXPECT_THAT(refusal("dense", "u = 3"), HasSubstr("Neurons or Bias"));
    EXPECT_THAT(refusal("flatten", "units = 3"), HasSubstr("has no settings"));
    EXPECT_FALSE(refusal("dense", "units = -4").empty());
    EXPECT_FALSE(refusal("dense", "units = 99999999999999999999").empty());
    EXPECT_FALSE(refusal("convolution", "kernel = 3xx").empty());
    EXPECT_FALSE(refusal("dense", "units =").empty());
}

TEST(SettingsText, WhatThisVersionDoesNotKnowIsKept) {
    const Settings before{{"heads", std::int64_t{4}}, {"units", std::int64_t{5}}};
    const Result<Settings> after = settingsFromText(*findLayerType("dense"), "units = 9", before);
    ASSERT_TRUE(after.has_value());
    EXPECT_EQ(*after, (Settings{{"heads", std::int64_t{4}}, {"units", std::int64_t{9}}}));
}

TEST(SettingsText, NoTextMakesItStumble) {
    const std::string letters = "units=,: 3x×.relu\"-_é\n";
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        RandomStream random(seed);
        std::string text;
        for (std::uint64_t i = random.below(20); i > 0; --i)
            text += letters[random.below(letters.size())];
        const LayerType& type = layerTypes()[random.below(layerTypes().size())];
        const Result<Settings> settings = settingsFromText(type, text);
        if (!settings) {
            EXPECT_FALSE(settings.error().sentence.empty());
            continue;
        }
        for (const auto& [name, value] : *settings)
            for (const Field& field : type.fields)
                if (field.name == name) {
                    EXPECT_TRUE(checkField(field, value).has_value()) << text;
                }
    }
}

} // namespace
} // namespace protomind
