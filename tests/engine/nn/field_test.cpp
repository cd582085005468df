// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/field.h"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

namespace protomind {
namespace {

using Sizes = std::vector<std::int64_t>;

const std::vector<Field> kFields{
    {.name = "units",
     .label = "Neurons",
     .type = FieldType::Integer,
     .defaultValue = std::int64_t{16},
     .minimum = 1,
     .maximum = 100,
     .help = "h"},
    {.name = "rate",
     .label = "Rate",
     .type = FieldType::Real,
     .defaultValue = 0.5,
     .minimum = 0,
     .maximum = 0.95,
     .help = "h"},
    {.name = "bias", .label = "Bias", .type = FieldType::Boolean, .defaultValue = true, .help = "h"},
    {.name = "padding",
     .label = "Padding",
     .type = FieldType::Choice,
     .defaultValue = std::string("same"),
     .choices = {"same", "valid"},
     .help = "h"},
    {.name = "kernel",
     .label = "Kernel size",
     .type = FieldType::Sizes,
     .defaultValue = Sizes{3, 3},
     .minimum = 1,
     .maximum = 64,
     .help = "h",
     .sizeCount = 2},
    {.name = "shape",
     .label = "Shape",
     .type = FieldType::Sizes,
     .defaultValue = Sizes{2},
     .minimum = 1,
     .maximum = 1000,
     .help = "h"},
};

const Field& field(const std::string& name) {
    for (const Field& candidate : kFields)
        if (candidate.name == name)
            return candidate;
    throw std::logic_error(name);
}

std::string complaint(const std::string& name, const FieldValue& value) {
    const Result<void> good = checkField(field(name), value);
    return good ? "fine" : good.error().sentence;
}

TEST(Field, GivesTheSettingOrTheDefault) {
    const Settings settings{{"units", std::int64_t{5}}, {"padding", std::string("valid")}};
    EXPECT_EQ(integer(kFields, settings, "units"), 5);
    EXPECT_EQ(choice(kFields, settings, "padding"), "valid");
    EXPECT_EQ(integer(kFields, {}, "units"), 16);
    EXPECT_EQ(real(kFields, settings, "rate"), 0.5);
    EXPECT_TRUE(boolean(kFields, settings, "bias"));
    EXPECT_EQ(sizes(kFields, settings, "kernel"), (Sizes{3, 3}));
}

TEST(Field, TakesAWholeNumberForARealOne) {
    EXPECT_EQ(real(kFields, {{"rate", std::int64_t{0}}}, "rate"), 0.0);
    EXPECT_EQ(complaint("rate", std::int64_t{0}), "fine");
    EXPECT_EQ(complaint("rate", std::int64_t{1}), "Rate must be a number from 0 to 0.95, not 1.");
}

TEST(Field, RefusesNamesThatAreNotDeclaredAndOtherTypes) {
    EXPECT_THROW((void)valueOf(kFields, {}, "colour"), std::logic_error);
    EXPECT_THROW((void)valueOf(kFields, {{"colour", true}}, "colour"), std::logic_error);
    EXPECT_THROW((void)integer(kFields, {}, "rate"), std::logic_error);
    EXPECT_THROW((void)real(kFields, {{"rate", true}}, "rate"), std::logic_error);
}

TEST(Field, SaysWhatAWholeNumberMustBe) {
    EXPECT_EQ(complaint("units", std::int64_t{1}), "fine");
    EXPECT_EQ(complaint("units", std::int64_t{100}), "fine");
    EXPECT_EQ(complaint("units", std::int64_t{0}), "Neurons must be a whole number from 1 to 100, not 0.");
    EXPECT_EQ(complaint("units", std::int64_t{101}),
              "Neurons must be a whole number from 1 to 100, not 101.");
    EXPECT_EQ(complaint("units", 2.5), "Neurons must be a whole number from 1 to 100, not 2.5.");
    EXPECT_EQ(complaint("units", std::numeric_limits<std::int64_t>::min()),
              "Neurons must be a whole number from 1 to 100, not -9223372036854775808.");
}

TEST(Field, SaysWhatARealNumberMustBe) {
    EXPECT_EQ(complaint("rate", 0.95), "fine");
    EXPECT_EQ(complaint("rate", 0.96), "Rate must be a number from 0 to 0.95, not 0.96.");
    EXPECT_EQ(complaint("rate", std::numeric_limits<double>::quiet_NaN()),
              "Rate must be a number from 0 to 0.95, not nan.");
    EXPECT_EQ(complaint("rate", -std::numeric_limits<double>::infinity()),
              "Rate must be a number from 0 to 0.95, not -inf.");
    EXPECT_EQ(complaint("rate", std::string("half")), "Rate must be a number from 0 to 0.95, not “half”.");
}

TEST(Field, SaysWhatAYesNoAndAChoiceMustBe) {
    EXPECT_EQ(complaint("bias", false), "fine");
    EXPECT_EQ(complaint("bias", std::int64_t{1}), "Bias must be yes or no, not 1.");
    EXPECT_EQ(complaint("padding", std::string("valid")), "fine");
    EXPECT_EQ(complaint("padding", std::string("full")), "Padding must be one of same, valid, not “full”.");
    EXPECT_EQ(complaint("padding", true), "Padding must be one of same, valid, not yes.");
}

TEST(Field, SaysHowManySizesThereMustBe) {
    EXPECT_EQ(complaint("kernel", Sizes{1, 64}), "fine");
    EXPECT_EQ(complaint("kernel", Sizes{5}), "Kernel size must be 2 whole numbers from 1 to 64, not 5.");
    EXPECT_EQ(complaint("kernel", Sizes{5, 0}),
              "Kernel size must be 2 whole numbers from 1 to 64, not 5 × 0.");
    EXPECT_EQ(complaint("kernel", Sizes{}),
              "Kernel size must be 2 whole numbers from 1 to 64, not an empty list.");
    EXPECT_EQ(complaint("shape", Sizes{1, 2, 3, 4, 5, 6, 7}), "fine");
    EXPECT_EQ(complaint("shape", Sizes{1, 1, 1, 1, 1, 1, 1, 1}),
              "Shape must be one to 7 whole numbers from 1 to 1000, not 1 × 1 × 1 × 1 × 1 × 1 × 1 × 1.");
    EXPECT_EQ(complaint("shape", Sizes{}),
              "Shape must be one to 7 whole numbers from 1 to 1000, not an empty list.");
}

TEST(Field, NamesThePlaceOfAProblem) {
    EXPECT_EQ(checkField(field("units"), std::int64_t{0}).error().where, "units");
}

} // namespace
} // namespace protomind
