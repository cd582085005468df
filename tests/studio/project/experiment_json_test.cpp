// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/experiment_json.h"
#include "studio/project/project_file.h"
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
    EXPECT_EQ(back->outputNames, experiment.outputNames);
    EXPECT_TRUE(unknownFields(json).empty());
}

/// One in which nothing is as it is by default.
Experiment nothingLeftAtDefault() {
    Experiment experiment = sampleProject().experiment;
    experiment.data = "points?data=0,0,0;1,1,0;1,0,0;0,1,1";
    experiment.device = "opencl:1";
    experiment.threads = 3;
    experiment.outputNames = {"cat", "dog"};
    experiment.training = {
        .loss = "mean_squared_error",
        .optimizer = "sgd",
        .learningRate = 0.25,
        .optimizerSettings = {{"momentum", 0.75}},
        .schedule = "step",
        .scheduleSettings = {{"every", std::int64_t{4}}},
        .l1 = 0.5,
        .l2 = 0.125,
        .batchSize = 33,
        .epochs = 11,
        .validation = 0.375,
        .seed = 8,
        .augmentation = {.shift = 0.25, .turn = 30, .scale = 0.5, .flip = true, .noise = 0.125},
        .adversarial = {.method = "pgd",
                        .norm = "l2",
                        .epsilon = 0.25,
                        .stepSize = 0.0625,
                        .steps = 3,
                        .beta = 2,
                        .rampEpochs = 1.5,
                        .stop = false},
        .gan = {.loss = "wasserstein",
                .penalty = "r1",
                .penaltyWeight = 5,
                .discriminatorSteps = 3,
                .generatorSteps = 2,
                .generatorOptimizer = "adam",
                .generatorRate = 0.5,
                .average = 0.75}};
    return experiment;
}

/// The places of the values in a JSON, "/training/l1".
std::vector<std::string> placesIn(const nlohmann::json& json) {
    std::vector<std::string> places;
    for (const auto& [key, value] : json.items()) {
        places.push_back("/" + key);
        if (key == "training")
            for (const std::string& inner : placesIn(value))
                places.push_back("/" + key + inner);
    }
    return places;
}

// A field that is added is in toJson(), which would not compile without it; here it is seen where it is not
// among those above, and where it is not read.
TEST(ExperimentJson, NoFieldIsForgotten) {
    const nlohmann::json json = toJson(nothingLeftAtDefault());
    const nlohmann::json byDefault = toJson(Experiment{});
    EXPECT_EQ(toJson(experimentFromJson(json).value()), json);
    const std::vector<std::string> places = placesIn(json);
    EXPECT_EQ(places.size(), 39u);
    for (const std::string& text : places) {
        const nlohmann::json::json_pointer place(text);
        EXPECT_NE(json[place], byDefault[place]) << text << " needs another value in this test.";
        if (text == "/network")
            continue; // Nothing stands for it where it is missing.
        // As in a file of a version that did not have it.
        nlohmann::json older = json;
        older[place.parent_pointer()].erase(place.back());
        const Result<Experiment> read = experimentFromJson(older);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(toJson(*read)[place], byDefault[place]) << text;
    }
}

/// A value of a training setting, in files.
nlohmann::json withTraining(const std::string& name, const FieldValue& value) {
    nlohmann::json json = toJson(Experiment{});
    std::visit([&](const auto& plain) { json["training"][name] = plain; }, value);
    return nlohmann::json::parse(json.dump()); // which makes a seed unsigned
}

TEST(ExperimentJson, TakesEverySettingAsTheTableDeclaresIt) {
    for (const TrainingSetting& setting : trainingTable()) {
        const Field& field = setting.field;
        SCOPED_TRACE(field.name);
        std::vector<FieldValue> values;
        if (field.type == FieldType::Choice)
            values.assign(field.choices.begin(), field.choices.end());
        else if (field.type == FieldType::Boolean)
            values = {false, true};
        else if (field.type == FieldType::Integer)
            values = {static_cast<std::int64_t>(field.minimum), static_cast<std::int64_t>(field.maximum)};
        else
            values = {field.minimum, field.maximum};
        for (const FieldValue& value : values) {
            const Result<Experiment> read = experimentFromJson(withTraining(field.name, value));
            ASSERT_TRUE(read) << read.error().text();
            EXPECT_EQ(trainingField(read->training, field.name), value);
            EXPECT_TRUE(checkSettings(read->training));
            EXPECT_EQ(toJson(*read)["training"][field.name],
                      withTraining(field.name, value)["training"][field.name]);
        }
    }
}

TEST(ExperimentJson, OpensWhatCannotBeSetAndTrainingRefusesIt) {
    const std::vector<std::pair<const char*, FieldValue>> cases = {{"learning_rate", 1e300},
                                                                   {"l1", 1001.0},
                                                                   {"l2", 1e9},
                                                                   {"batch_size", std::int64_t{100'000}},
                                                                   {"epochs", std::int64_t{2'000'000}},
                                                                   {"epochs", std::int64_t{0}},
                                                                   {"validation", 0.95},
                                                                   {"seed", std::int64_t{1} << 60}};
    for (const auto& [name, value] : cases) {
        const Result<Experiment> read = experimentFromJson(withTraining(name, value));
        ASSERT_TRUE(read) << name << ": " << read.error().text();
        EXPECT_EQ(trainingField(read->training, name), value);
        const Result<void> checked = checkSettings(read->training);
        ASSERT_FALSE(checked) << name;
        EXPECT_EQ(checked.error().where, name);
    }
}

class ExperimentFile : public FolderTest {};

TEST_F(ExperimentFile, HasEveryField) {
    ProjectContent content;
    content.experiment = nothingLeftAtDefault();
    ASSERT_TRUE(writeProject(path("a.protomind"), content));
    const Result<ProjectContent> read = readProject(path("a.protomind"));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(toJson(read->experiment), toJson(content.experiment));
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
        {"/training/augment_turn", 181},
        {"/training/augment_flip", 1},
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
        {"/output_names", "cat"},
        {"/output_names", {"cat", 3}},
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
