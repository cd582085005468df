// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/fingerprint.h"
#include "engine/train/small_run.h"
#include "engine/train/trainer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;

TrainingSettings settingsWith(double validation, std::uint64_t seed = 7) {
    TrainingSettings settings;
    settings.batchSize = 16;
    settings.epochs = 2;
    settings.validation = validation;
    settings.seed = seed;
    return settings;
}

class LearnedSamples : public testing::Test {
protected:
    std::unique_ptr<Trainer> trained(const DataSource& data, const TrainingSettings& settings) {
        auto trainer = prepared(smallMlp(2, 4, 2), data, settings, *m_device);
        trainTo(*trainer, trainer->plannedSteps());
        return trainer;
    }

    std::unique_ptr<Trainer> goesOn(const Checkpoint& from, const DataSource& data,
                                    const TrainingSettings& settings) {
        auto trainer = prepared(smallMlp(2, 4, 2), data, settings, *m_device);
        EXPECT_TRUE(trainer->restore(from));
        return trainer;
    }

    static std::vector<std::uint32_t> aside(const Trainer& trainer) {
        return {trainer.keptAside().begin(), trainer.keptAside().end()};
    }

    std::unique_ptr<Device> m_device = testDevice();
    DataSource m_data = sourceOf(twoClouds(60));
};

TEST_F(LearnedSamples, AreOnRecordFromTheFirstStepOn) {
    const auto trainer = prepared(smallMlp(2, 4, 2), m_data, settingsWith(0.2), *m_device);
    EXPECT_THAT(trainer->checkpoint().learnedFrom, IsEmpty());
    ASSERT_TRUE(trainer->step());
    EXPECT_EQ(trainer->checkpoint().learnedFrom, setOf(fingerprints(*trainer->dataOf(Split::Training))));
    ASSERT_TRUE(trainer->stepSample());
    EXPECT_EQ(trainer->checkpoint().learnedFrom.size(), 48u);
}

TEST_F(LearnedSamples, AreNotKeptAsideByAnotherSeed) {
    const auto first = trained(m_data, settingsWith(0.2));
    for (const std::uint64_t seed : {7, 8, 9}) {
        const auto again = goesOn(first->checkpoint(), m_data, settingsWith(0.2, seed));
        EXPECT_THAT(aside(*again), ElementsAreArray(aside(*first)));
        EXPECT_EQ(again->facts().asideNote, "");
    }
    // With fresh weights the seed chooses.
    EXPECT_NE(aside(*prepared(smallMlp(2, 4, 2), m_data, settingsWith(0.2, 8), *m_device)), aside(*first));
}

TEST_F(LearnedSamples, AreNotKeptAsideByALargerShare) {
    const auto first = trained(m_data, settingsWith(0.2));
    const auto more = goesOn(first->checkpoint(), m_data, settingsWith(0.5));
    EXPECT_THAT(aside(*more), ElementsAreArray(aside(*first)));
    EXPECT_EQ(more->facts().validationSamples, 12);
    EXPECT_EQ(more->facts().trainingSamples, 48);
    EXPECT_THAT(more->facts().asideNote, HasSubstr("12, not 30"));
}

TEST_F(LearnedSamples, OfASmallerShareAreNeverKeptAsideAgain) {
    const auto first = trained(m_data, settingsWith(0.2));
    const auto less = goesOn(first->checkpoint(), m_data, settingsWith(0.1));
    EXPECT_EQ(less->facts().validationSamples, 6);
    EXPECT_THAT(aside(*first), IsSupersetOf(aside(*less)));
    EXPECT_EQ(less->facts().asideNote, "");
    // Nothing but those of the smaller share is left once it learned.
    trainTo(*less, less->stepsDone() + 1);
    const auto back = goesOn(less->checkpoint(), m_data, settingsWith(0.2));
    EXPECT_THAT(aside(*back), ElementsAreArray(aside(*less)));
    EXPECT_THAT(back->facts().asideNote, HasSubstr("6, not 12"));
    // The earlier weights have not seen more than they had.
    EXPECT_THAT(aside(*goesOn(first->checkpoint(), m_data, settingsWith(0.2))),
                ElementsAreArray(aside(*first)));
}

TEST_F(LearnedSamples, LeaveNothingToKeepAsideWhereAllWereUsed) {
    const auto first = trained(m_data, settingsWith(0));
    const auto second = goesOn(first->checkpoint(), m_data, settingsWith(0.2));
    EXPECT_EQ(second->facts().validationSamples, 0);
    EXPECT_EQ(second->dataOf(Split::Validation), nullptr);
    EXPECT_THAT(second->facts().asideNote, HasSubstr("Nothing is kept aside"));
}

TEST_F(LearnedSamples, StayOnRecordWithWeightsThatAnotherNetworkTakesOver) {
    const auto first = trained(m_data, settingsWith(0.2));
    const auto wider = prepared(smallMlp(2, 5, 2), m_data, settingsWith(0.2, 8), *m_device);
    const auto report = wider->restore(first->checkpoint());
    ASSERT_TRUE(report);
    ASSERT_EQ(report->variables, 1u); // the last bias
    EXPECT_THAT(aside(*wider), ElementsAreArray(aside(*first)));
    trainTo(*wider, 1);
    EXPECT_EQ(wider->checkpoint().learnedFrom, first->checkpoint().learnedFrom);
    // Where no weight fits, they are fresh.
    const auto other = prepared(chain({2}, {{"dense", {{"units", std::int64_t{7}}}},
                                            {"dropout", {}},
                                            {"dense", {{"units", std::int64_t{7}}}},
                                            {"dense", {{"units", std::int64_t{2}}}}}),
                                m_data, settingsWith(0.2, 8), *m_device);
    const auto fresh = other->restore(first->checkpoint());
    ASSERT_TRUE(fresh);
    ASSERT_EQ(fresh->variables, 0u);
    EXPECT_NE(aside(*other), aside(*first));
}

TEST_F(LearnedSamples, AmongNewOnesAreLearnedFromAgain) {
    const auto first = trained(m_data, settingsWith(0.2));
    auto grown = std::make_shared<ListedData>(*twoClouds(60));
    const auto more = twoClouds(20, 5);
    grown->samples.insert(grown->samples.end(), more->samples.begin(), more->samples.end());
    grown->targets.insert(grown->targets.end(), more->targets.begin(), more->targets.end());
    const auto second = goesOn(first->checkpoint(), sourceOf(grown), settingsWith(0.3));
    EXPECT_EQ(second->facts().validationSamples, 24);
    std::vector<std::uint32_t> free = aside(*first);
    for (std::uint32_t index = 60; index < 80; ++index)
        free.push_back(index);
    EXPECT_THAT(free, IsSupersetOf(aside(*second)));
    ASSERT_NE(second->dataOf(Split::Unseen), nullptr);
    EXPECT_EQ(second->dataOf(Split::Unseen)->size(), 12 + 20);
}

TEST_F(LearnedSamples, OfOtherDataLeaveNewDataWhole) {
    const auto first = trained(m_data, settingsWith(0.2));
    EXPECT_EQ(first->dataOf(Split::Unseen), nullptr);
    EXPECT_EQ(goesOn(first->checkpoint(), m_data, settingsWith(0.2))->dataOf(Split::Unseen), nullptr);
    EXPECT_EQ(goesOn(first->checkpoint(), m_data, settingsWith(0))->dataOf(Split::Unseen)->size(), 12);
    const DataSource fresh = sourceOf(twoClouds(40, 5));
    const auto second = goesOn(first->checkpoint(), fresh, settingsWith(0.2));
    ASSERT_EQ(second->dataOf(Split::Unseen), fresh.training.get());
    const auto figures = second->evaluate(Split::Unseen);
    ASSERT_TRUE(figures);
    EXPECT_EQ(figures->samples, 40);
    EXPECT_EQ(second->facts().asideNote, "");
    trainTo(*second, second->stepsDone() + 1);
    EXPECT_EQ(second->dataOf(Split::Unseen), nullptr);
    EXPECT_EQ(second->checkpoint().learnedFrom.size(), 48u + 32u);
    EXPECT_EQ(prepared(smallMlp(2, 4, 2), fresh, settingsWith(0.2), *m_device)->dataOf(Split::Unseen),
              nullptr);
}

TEST_F(LearnedSamples, InTheTestSplitAreCounted) {
    const DataSource data = sourceOf(twoClouds(60), twoClouds(30, 2));
    const auto first = trained(data, settingsWith(0.2));
    EXPECT_EQ(first->learnedFrom(Split::Test), 0);
    const auto swapped =
        goesOn(first->checkpoint(), sourceOf(twoClouds(30, 2), twoClouds(60)), settingsWith(0.2));
    EXPECT_EQ(swapped->learnedFrom(Split::Test), 48);
    EXPECT_EQ(swapped->learnedFrom(Split::Validation), 0);
    EXPECT_EQ(trained(sourceOf(twoClouds(60), twoClouds(60)), settingsWith(0))->learnedFrom(Split::Test), 60);
}

TEST_F(LearnedSamples, ThatAreEqualStayApart) {
    auto twice = std::make_shared<ListedData>(*twoClouds(30));
    twice->samples.insert(twice->samples.end(), twice->samples.begin(), twice->samples.begin() + 60);
    twice->targets.insert(twice->targets.end(), twice->targets.begin(), twice->targets.begin() + 30);
    const auto first = trained(sourceOf(twice), settingsWith(0.3));
    const auto second = goesOn(first->checkpoint(), sourceOf(twice), settingsWith(0.3));
    EXPECT_THAT(aside(*second), ElementsAreArray(aside(*first)));
    EXPECT_EQ(second->facts().asideNote, "");
}

/// Counts what is read of a set.
class CountedData final : public DataSet {
public:
    explicit CountedData(DataSetPtr data)
        : m_data(std::move(data)) {}
    const DataDescription& description() const override { return m_data->description(); }
    std::int64_t size() const override { return m_data->size(); }
    void read(std::int64_t index, std::span<float> sample, std::span<float> target) const override {
        ++reads;
        m_data->read(index, sample, target);
    }
    mutable std::int64_t reads = 0;

private:
    DataSetPtr m_data;
};

TEST_F(LearnedSamples, AreLookedUpInDataThatIsReadOnce) {
    const auto training = std::make_shared<CountedData>(twoClouds(60));
    const auto test = std::make_shared<CountedData>(twoClouds(30, 2));
    DataSource data = sourceOf(training, test);
    data.fingerprints = std::make_shared<FingerprintCache>();
    const auto first = trained(data, settingsWith(0.2));
    const Checkpoint checkpoint = first->checkpoint();
    EXPECT_EQ(first->learnedFrom(Split::Test), 0);
    // As after every edit of a network.
    training->reads = 0;
    test->reads = 0;
    const auto second = goesOn(checkpoint, data, settingsWith(0.3, 8));
    EXPECT_THAT(aside(*second), ElementsAreArray(aside(*first)));
    EXPECT_EQ(second->learnedFrom(Split::Test), 0);
    EXPECT_EQ(second->learnedFrom(Split::Validation), 0);
    EXPECT_EQ(training->reads, 0);
    EXPECT_EQ(test->reads, 0);
    ASSERT_TRUE(second->step());
    const std::int64_t before = training->reads;
    EXPECT_EQ(second->checkpoint().learnedFrom.size(), 48u);
    EXPECT_EQ(training->reads, before);
}

TEST_F(LearnedSamples, OfAnOlderFileAreNotKnown) {
    const auto first = trained(m_data, settingsWith(0.2));
    Checkpoint old = first->checkpoint();
    old.learnedFrom.clear();
    old.learnedFromIsKnown = false;
    const auto second = goesOn(old, m_data, settingsWith(0.2, 8));
    EXPECT_THAT(second->facts().asideNote, HasSubstr("isn't known"));
    EXPECT_EQ(second->facts().validationSamples, 12);
    EXPECT_EQ(second->dataOf(Split::Unseen), nullptr);
    EXPECT_EQ(goesOn(old, m_data, settingsWith(0))->facts().asideNote, "");
    trainTo(*second, second->stepsDone() + 1);
    EXPECT_THAT(goesOn(second->checkpoint(), m_data, settingsWith(0.2, 8))->facts().asideNote,
                HasSubstr("isn't known"));
}

TEST_F(LearnedSamples, ThatAreNotKnownStaySoHoweverLongItGoesOn) {
    const DataSource data = sourceOf(twoClouds(60), twoClouds(30, 2));
    Checkpoint old = trained(data, settingsWith(0.2))->checkpoint();
    old.learnedFrom.clear();
    old.learnedFromIsKnown = false;
    const auto second = goesOn(old, data, settingsWith(0.2, 8));
    EXPECT_EQ(second->learnedFrom(Split::Test), std::nullopt);
    trainTo(*second, second->stepsDone() + 1);
    EXPECT_EQ(second->checkpoint().learnedFrom.size(), 48u);
    EXPECT_FALSE(second->checkpoint().learnedFromIsKnown);
    EXPECT_EQ(second->learnedFrom(Split::Test), std::nullopt);
    // What is on record is not kept aside all the same.
    EXPECT_THAT(aside(*goesOn(second->checkpoint(), data, settingsWith(0.2, 9))),
                ElementsAreArray(aside(*second)));
}

TEST_F(LearnedSamples, ThatAreNotKnownStaySoWhereFewOfTheWeightsAreTakenOver) {
    Checkpoint old = trained(m_data, settingsWith(0.2))->checkpoint();
    old.learnedFrom.clear();
    old.learnedFromIsKnown = false;
    const auto wider = prepared(smallMlp(2, 5, 2), m_data, settingsWith(0.2, 8), *m_device);
    ASSERT_TRUE(wider->restore(old));
    const Checkpoint first = wider->checkpoint();
    EXPECT_EQ(first.step, 0);
    EXPECT_FALSE(first.learnedFromIsKnown);
    const auto again = prepared(smallMlp(2, 5, 2), m_data, settingsWith(0.2, 9), *m_device);
    ASSERT_TRUE(again->restore(first));
    EXPECT_THAT(again->facts().asideNote, HasSubstr("isn't known"));
    // Of fresh weights all is known.
    EXPECT_TRUE(
        prepared(smallMlp(2, 5, 2), m_data, settingsWith(0.2), *m_device)->checkpoint().learnedFromIsKnown);
}

} // namespace
} // namespace protomind
