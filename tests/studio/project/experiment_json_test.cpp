// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/experiment_json.h"
#include "studio/project/sample_project.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(ExperimentJson, ComesBackEqual) {
    const Experiment experiment = sampleProject().experiment;
    const nlohmann::json json = nlohmann::json::parse(toJson(experiment).dump());
    const Result<Experiment> back = experimentFromJson(json);
    ASSERT_TRUE(back) << back.error().text();
    EXPECT_EQ(back->network, experiment.network);
    EXPECT_EQ(back->training, experiment.training);
    EXPECT_EQ(back->data, experiment.data);
    EXPECT_EQ(back->device, experiment.device);
    EXPECT_EQ(back->threads, experiment.threads);
    EXPECT_TRUE(unknownFields(json).empty());
}

TEST(ExperimentJson, FillsInDefaults) {
    const Result<Experiment> back = experimentFromJson({{"network", toJson(Experiment{})["network"]}});
    ASSERT_TRUE(back) << back.error().text();
    EXPECT_EQ(back->training, TrainingSettings{});
    EXPECT_EQ(back->device, Experiment{}.device);
}

TEST(ExperimentJson, KeepsFieldsThatItDoesNotKnow) {
    nlohmann::json json = toJson(sampleProject().experiment);
    json["camera"] = {{"fps", 30}};
    json["training"]["mixup"] = 0.2;
    nlohmann::json again = toJson(experimentFromJson(json).value());
    EXPECT_NE(again, json);
    addUnknownFields(again, unknownFields(json));
    EXPECT_EQ(again, json);
}

TEST(ExperimentJson, DoesNotLetUnknownFieldsReplaceKnownOnes) {
    nlohmann::json json = toJson(sampleProject().experiment);
    const nlohmann::json before = json;
    addUnknownFields(json, {{"data", "other"}, {"training", {{"epochs", 99}}}});
    EXPECT_EQ(json, before);
}

TEST(ExperimentJson, NamesWhatIsOff) {
    const nlohmann::json good = toJson(sampleProject().experiment);
    ASSERT_TRUE(experimentFromJson(good));
    const std::vector<std::pair<const char*, nlohmann::json>> cases = {
        {"/training/learning_rate", "fast"},
        {"/training/learning_rate", -1},
        {"/training/batch_size", 0},
        {"/training/batch_size", 1.5},
        {"/training/batch_size", 1e300},
        {"/training/epochs", -1},
        {"/training/validation", 1.01},
        {"/training/seed", -1},
        {"/training/loss", 3},
        {"/training/optimizer_settings", 3},
        {"/training/optimizer_settings/beta1", nullptr},
        {"/training/optimizer_settings/beta1", {1, "x"}},
        {"/training", nlohmann::json::array()},
        {"/data", nullptr},
        {"/device", 7},
        {"/threads", -2},
        {"/threads", 4'294'967'296},
        {"/network", nlohmann::json::array()},
    };
    for (const auto& [where, value] : cases) {
        nlohmann::json bad = good;
        bad[nlohmann::json::json_pointer(where)] = value;
        const Result<Experiment> read = experimentFromJson(bad);
        ASSERT_FALSE(read) << where << " " << value;
        EXPECT_EQ(read.error().kind, ProblemKind::Input);
    }
    EXPECT_FALSE(experimentFromJson(nlohmann::json::array()));
    EXPECT_FALSE(experimentFromJson(nlohmann::json::object()));
}

} // namespace
} // namespace protomind
