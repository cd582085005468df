// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/whole_set.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace protomind {
namespace {

using testing::HasSubstr;

class BuiltInSets : public testing::TestWithParam<std::string> {
protected:
    [[nodiscard]] static std::string small(const std::string& name) { return name + "?samples=200"; }
};

std::vector<std::string> builtInNames() {
    std::vector<std::string> names;
    for (const BuiltInData& data : builtInData())
        names.push_back(data.name);
    return names;
}

INSTANTIATE_TEST_SUITE_P(All, BuiltInSets, testing::ValuesIn(builtInNames()),
                         [](const auto& instance) { return instance.param; });

TEST_P(BuiltInSets, GiveTheSameNumbersForTheSameSeed) {
    const DataSource first = opened(small(GetParam()), 11);
    const DataSource again = opened(small(GetParam()), 11);
    const DataSource other = opened(small(GetParam()), 12);
    EXPECT_EQ(WholeSet(*first.training), WholeSet(*again.training));
    EXPECT_EQ(WholeSet(*first.test), WholeSet(*again.test));
    EXPECT_NE(WholeSet(*first.training), WholeSet(*other.training));
    EXPECT_NE(WholeSet(*first.test), WholeSet(*other.test));
}

TEST_P(BuiltInSets, ShareNoSampleBetweenTrainingAndTest) {
    const DataSource source = opened(small(GetParam()));
    const WholeSet training(*source.training);
    const WholeSet test(*source.test);
    std::set<std::vector<float>> seen;
    for (std::size_t i = 0; i < training.size(); ++i)
        seen.emplace(training.sample(i).begin(), training.sample(i).end());
    EXPECT_EQ(seen.size(), training.size());
    for (std::size_t i = 0; i < test.size(); ++i)
        EXPECT_FALSE(seen.contains({test.sample(i).begin(), test.sample(i).end()}));
}

TEST_P(BuiltInSets, KeepASampleWhenMoreAreAskedFor) {
    const WholeSet few(*opened(GetParam() + "?samples=20").training);
    const WholeSet many(*opened(GetParam() + "?samples=50").training);
    ASSERT_EQ(few.size(), 20u);
    ASSERT_EQ(many.size(), 50u);
    EXPECT_TRUE(std::equal(few.samples.begin(), few.samples.end(), many.samples.begin()));
    EXPECT_TRUE(std::equal(few.targets.begin(), few.targets.end(), many.targets.begin()));
}

TEST_P(BuiltInSets, AreFiniteAndScaledAtEveryExtremeOfTheirOptions) {
    const auto data = std::ranges::find(builtInData(), GetParam(), &BuiltInData::name);
    for (const DataOption& option : data->options) {
        if (option.name == "samples" || option.name == "test")
            continue;
        for (const double value : {option.minimum, option.maximum}) {
            const DataSource source =
                opened(fmt::format("{}?samples=200&{}={}", GetParam(), option.name, value));
            for (const DataSetPtr& set : {source.training, source.test})
                for (const float number : WholeSet(*set).samples)
                    ASSERT_LT(std::abs(number), 8.0f) << option.name << " = " << value;
        }
    }
}

TEST_P(BuiltInSets, DescribeThemselves) {
    const auto data = std::ranges::find(builtInData(), GetParam(), &BuiltInData::name);
    EXPECT_FALSE(data->title.empty());
    EXPECT_FALSE(data->summary.empty());
    const DataSource source = opened(GetParam());
    EXPECT_EQ(source.text, GetParam());
    for (const DataOption& option : data->options) {
        EXPECT_LE(option.minimum, option.defaultValue);
        EXPECT_GE(option.maximum, option.defaultValue);
        EXPECT_FALSE(option.label.empty());
        if (option.name == "samples") {
            EXPECT_EQ(static_cast<double>(source.training->size()), option.defaultValue);
        }
    }
    for (const DataSetPtr& set : {source.training, source.test}) {
        const DataDescription& description = set->description();
        EXPECT_EQ(description.name, GetParam());
        EXPECT_EQ(description.targetKind == TargetKind::Class, description.classNames.size() >= 2);
        if (description.sampleShape.rank() == 1) {
            EXPECT_EQ(static_cast<std::int64_t>(description.featureNames.size()), description.sampleShape[0]);
        }
    }
}

TEST_P(BuiltInSets, HaveBalancedClasses) {
    const DataSource source = opened(small(GetParam()));
    if (source.training->description().targetKind == TargetKind::Values) {
        EXPECT_TRUE(source.training->description().classNames.empty());
        return;
    }
    for (const DataSetPtr& set : {source.training, source.test}) {
        std::vector<std::size_t> counts(set->description().classNames.size());
        const WholeSet all(*set);
        for (const float target : all.targets)
            ++counts.at(static_cast<std::size_t>(target));
        const std::size_t each = all.size() / counts.size();
        EXPECT_THAT(counts, testing::Each(testing::AllOf(testing::Ge(each), testing::Le(each + 1))));
    }
}

TEST_P(BuiltInSets, RefuseOptionsThatAreOff) {
    for (const char* option :
         {"samples=1", "samples=1000001", "samples=20.5", "samples=many", "samples=", "samples=-5",
          "noise=nan", "noise=inf", "noise=-0.1", "noise=0.1x", "noise=1e9", "nosie=0.1", "data=1,2,0"}) {
        const auto source = openData(GetParam() + "?" + option, 7);
        ASSERT_FALSE(source) << option;
        EXPECT_EQ(source.error().kind, ProblemKind::Request);
        EXPECT_FALSE(source.error().sentence.empty());
    }
    const auto misspelt = openData(GetParam() + "?sampels=100", 7);
    EXPECT_THAT(misspelt.error().text(), HasSubstr("Did you mean \"samples\"?"));
    EXPECT_THAT(misspelt.error().text(), HasSubstr("samples"));
}

TEST(OpenData, TakesAnOptionWithAPointOrAComma) {
    EXPECT_EQ(WholeSet(*opened("spiral?samples=50&noise=0,1").training),
              WholeSet(*opened("spiral?samples=50&noise=0.1").training));
    EXPECT_THAT(openData("spiral?noise=1,234", 7).error().sentence, HasSubstr("could be 1234 or 1.234"));
    EXPECT_EQ(openData("spiral?noise=1,234", 7).error().where, "spiral?noise");
    EXPECT_THAT(openData("spiral?noise=0,1,2", 7).error().sentence, HasSubstr("more than one decimal mark"));
}

TEST(OpenData, NamesWhatThereIsWhenTheNameIsUnknown) {
    const auto source = openData("spirals", 7);
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().kind, ProblemKind::Request);
    EXPECT_THAT(source.error().text(), HasSubstr("Did you mean \"spiral\"?"));
    for (const std::string& name : builtInNames())
        EXPECT_THAT(source.error().text(), HasSubstr(name));
    const auto stranger = openData("photographs", 7);
    ASSERT_FALSE(stranger);
    EXPECT_THAT(stranger.error().text(), Not(HasSubstr("Did you mean")));
    EXPECT_FALSE(openData("", 7));
}

} // namespace
} // namespace protomind
