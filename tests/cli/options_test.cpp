// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

Result<TrainingSettings> givenAs(const std::string& option, const std::string& text) {
    CommandOptions options("protomind train NETWORK", {"network"});
    options.addTraining();
    if (auto parsed = options.parse({fmt::format("--{}={}", option, text)}); !parsed)
        return std::unexpected(parsed.error());
    TrainingSettings settings;
    if (auto applied = options.applyTraining(settings); !applied)
        return std::unexpected(applied.error());
    return settings;
}

TEST(CommandOptions, TakeEveryTrainingSettingAsTheTableDeclaresIt) {
    for (const TrainingSetting& setting : trainingTable()) {
        const Field& field = setting.field;
        SCOPED_TRACE(setting.option);
        if (field.type == FieldType::Choice) {
            for (const std::string& choice : field.choices)
                EXPECT_EQ(trainingField(givenAs(setting.option, choice).value(), field.name),
                          FieldValue(choice));
            EXPECT_FALSE(givenAs(setting.option, "colour"));
            continue;
        }
        if (field.type == FieldType::Boolean) {
            EXPECT_EQ(trainingField(givenAs(setting.option, "yes").value(), field.name), FieldValue(true));
            EXPECT_EQ(trainingField(givenAs(setting.option, "no").value(), field.name), FieldValue(false));
            EXPECT_FALSE(givenAs(setting.option, "1"));
            continue;
        }
        for (const double value : {field.minimum, field.maximum}) {
            const auto given = givenAs(setting.option, fmt::format("{:.17g}", value));
            ASSERT_TRUE(given) << given.error().text();
            const FieldValue set = trainingField(*given, field.name);
            EXPECT_EQ(set, field.type == FieldType::Real ? FieldValue(value)
                                                         : FieldValue(static_cast<std::int64_t>(value)));
        }
        for (const double outside : {field.minimum - 1, field.maximum + 1}) {
            const auto given = givenAs(setting.option, fmt::format("{:.17g}", outside));
            ASSERT_FALSE(given) << outside;
            EXPECT_EQ(given.error().where, "--" + setting.option);
        }
    }
}

TEST(CommandOptions, ExplainEveryTrainingSetting) {
    CommandOptions options("protomind train NETWORK", {"network"});
    options.addTraining();
    const std::string help = options.help();
    for (const TrainingSetting& setting : trainingTable())
        EXPECT_NE(help.find("--" + setting.option + " "), std::string::npos) << setting.option;
}

Result<FieldValue> placeGivenAs(const std::string& text) {
    const Field field{.name = "at",
                      .label = "Number",
                      .type = FieldType::Sizes,
                      .defaultValue = std::vector<std::int64_t>{-1},
                      .minimum = -1,
                      .maximum = 100};
    CommandOptions options("protomind lens NAME", {"lens"});
    options.addText("at", "N", "which");
    if (auto parsed = options.parse({"--at", text}); !parsed)
        return std::unexpected(parsed.error());
    return options.fieldValue(field);
}

TEST(CommandOptions, TakeSeveralWholeNumbersWithCommas) {
    EXPECT_EQ(placeGivenAs("6,7,29").value(), FieldValue(std::vector<std::int64_t>{6, 7, 29}));
    EXPECT_EQ(placeGivenAs("3").value(), FieldValue(std::vector<std::int64_t>{3}));
    EXPECT_EQ(placeGivenAs("0,100").value(), FieldValue(std::vector<std::int64_t>{0, 100}));
    for (const char* text : {"6,,7", "6,7,", ",6", "6;7", "6, 7", "6.5", "six", "101", "6,-2",
                             "99999999999999999999", "1,2,3,4,5,6,7,8,9"}) {
        const auto given = placeGivenAs(text);
        ASSERT_FALSE(given) << text;
        EXPECT_EQ(given.error().where, "--at") << text;
    }
}

} // namespace
} // namespace protomind
