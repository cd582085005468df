// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layer_type.h"
#include "studio/course/lesson_edit.h"
#include "studio/course/live_state.h"
#include "studio/course/random_expression.h"
#include "studio/network/template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <set>

namespace protomind {
namespace {

using testing::Contains;

StateValue typical(StateType type) {
    switch (type) {
    case StateType::Number:
        return 1.0;
    case StateType::Text:
        return std::string();
    case StateType::Truth:
        return true;
    }
    return {};
}

TEST(LiveState, EveryNameHasAMeaningAndAValueOfItsType) {
    LiveState full = sampleState();
    full.dataClasses = 2;
    full.train = full.validation = full.test = {0.5, 0.75};
    full.device = "cpu";
    full.threads = 2;
    full.stepsPerSecond = 100;
    full.experiment.network.add(Layer{.id = full.experiment.network.nextLayerId(),
                                      .type = "convolution",
                                      .name = "filter",
                                      .settings = {{"filters", std::int64_t{1}}}});
    full.weights["filter/kernel"] = std::vector<float>(9, 0.5F);
    full.filter.begin("edge");
    full.runs = {std::make_shared<const RunRecord>(RunRecord{.accuracy = 0.5, .parameters = 10})};
    full.ways = {{"cpu", 1, 60}, {"cpu", 2, 100}, {"opencl:0", 46, 900}};
    for (const LensType* lens : lessonLenses()) {
        LensLook& look = full.looks[lens->name];
        look = {.looks = 1, .sample = 0, .layer = "filter", .split = "test"};
        for (const Field& field : lens->fields)
            look.settings[field.name] = field.defaultValue;
        for (const LensFigureName& figure : lens->figures)
            look.figures.push_back({figure.name, 0.5});
    }
    const LiveState empty;
    std::set<std::string> names;
    for (const StateName& name : stateNames()) {
        EXPECT_TRUE(names.insert(name.name).second) << name.name;
        EXPECT_FALSE(std::string(name.meaning).empty());
        EXPECT_EQ(findStateName(name.name)->meaning, name.meaning);
        const StateValue value = full.value(name.name);
        if (std::string(name.name).starts_with("line.")) {
            EXPECT_EQ(value, StateValue()) << name.name;
        } else {
            EXPECT_EQ(value.index(), typical(name.type).index()) << name.name;
        }
        const StateValue none = empty.value(name.name);
        EXPECT_TRUE(none == StateValue() || none.index() == value.index()) << name.name;
    }
    EXPECT_EQ(findStateName("test.los"), nullptr);
    EXPECT_EQ(full.value("test.los"), StateValue());
}

TEST(LiveState, TellsWhatIsThere) {
    LiveState state = sampleState();
    EXPECT_EQ(state.value("network.layers"),
              StateValue(static_cast<double>(state.experiment.network.layers().size())));
    EXPECT_EQ(state.value("network.parameters"), StateValue(static_cast<double>(state.analysis.parameters)));
    EXPECT_EQ(state.value("data.name"), StateValue(std::string("spiral")));
    EXPECT_EQ(state.value("data.samples"), StateValue(200.0));
    EXPECT_EQ(state.value("data.classes"), StateValue());
    EXPECT_EQ(state.value("training.learning_rate"), StateValue(0.1));
    EXPECT_EQ(state.value("run.epochs"), StateValue(1.5));
    EXPECT_EQ(state.value("test.accuracy"), StateValue());
    state.train.loss = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(state.value("train.loss"), StateValue());
    for (const auto& [run, name] :
         {std::pair(RunState::Idle, "idle"), std::pair(RunState::Training, "training"),
          std::pair(RunState::Diverged, "diverged")}) {
        state.run = run;
        EXPECT_EQ(state.value("run.state"), StateValue(std::string(name)));
        EXPECT_THAT(stateChoices("run.state"), Contains(name));
    }
    EXPECT_THAT(stateChoices("training.optimizer"), Contains("adam"));
    EXPECT_THAT(stateChoices("training.loss"), Contains("auto"));
    EXPECT_TRUE(stateChoices("data.name").empty());
}

TEST(LiveState, HasEverySettingOfTrainingUnderItsName) {
    for (const TrainingSetting& setting : trainingTable()) {
        const Field& field = setting.field;
        const std::string name = "training." + field.name;
        SCOPED_TRACE(name);
        const StateName* known = findStateName(name);
        ASSERT_NE(known, nullptr);
        EXPECT_EQ(known->meaning, setting.meaning);
        EXPECT_EQ(stateChoices(name), field.choices);
        std::vector<FieldValue> values(field.choices.begin(), field.choices.end());
        if (field.type == FieldType::Integer)
            values = {static_cast<std::int64_t>(field.minimum), static_cast<std::int64_t>(field.maximum)};
        else if (field.type == FieldType::Real)
            values = {field.minimum, field.maximum};
        else if (field.type == FieldType::Boolean)
            values = {true, false};
        for (const FieldValue& value : values) {
            const Result<Experiment> set = withEdit(Experiment(), SetTrainingAction{field.name, value});
            ASSERT_TRUE(set) << set.error().text();
            LiveState state;
            state.experiment = *set;
            const auto* whole = std::get_if<std::int64_t>(&value);
            const auto* real = std::get_if<double>(&value);
            const auto* truth = std::get_if<bool>(&value);
            const StateValue wanted = whole   ? StateValue(static_cast<double>(*whole))
                                      : real  ? StateValue(*real)
                                      : truth ? StateValue(*truth)
                                              : StateValue(std::get<std::string>(value));
            EXPECT_EQ(state.value(name), wanted);
        }
        if (field.type == FieldType::Choice) {
            EXPECT_FALSE(withEdit(Experiment(), SetTrainingAction{field.name, std::string("colour")}));
            continue;
        }
        for (const double outside : {field.minimum - 1, field.maximum + 1}) {
            const FieldValue value = field.type == FieldType::Real
                                         ? FieldValue(outside)
                                         : FieldValue(static_cast<std::int64_t>(outside));
            EXPECT_FALSE(withEdit(Experiment(), SetTrainingAction{field.name, value})) << outside;
        }
    }
}

TEST(LiveState, KnowsTheSettingsOfEveryLayer) {
    for (const NetworkTemplate& source : networkTemplates()) {
        LiveState state;
        state.experiment.network = source.make();
        state.analysis = analyse(state.experiment.network);
        for (const Layer& layer : state.experiment.network.layers()) {
            const LayerType& type = *findLayerType(layer.type);
            for (const Field& field : type.fields) {
                const LayerFieldName* name = findLayerFieldName(field.name);
                ASSERT_NE(name, nullptr) << field.name;
                EXPECT_EQ(state.layerValue(layer, field.name).index(), typical(name->type).index())
                    << field.name;
            }
            EXPECT_EQ(state.layerValue(layer, "type"), StateValue(layer.type));
            EXPECT_EQ(state.layerValue(layer, "name"), StateValue(layer.name));
            EXPECT_TRUE(std::holds_alternative<double>(state.layerValue(layer, "parameters")));
            EXPECT_EQ(state.layerValue(layer, "colour"), StateValue());
        }
    }
    EXPECT_THAT(findLayerFieldName("type")->choices, Contains("dense"));
    EXPECT_THAT(findLayerFieldName("activation")->choices, Contains("relu"));
    EXPECT_EQ(findLayerFieldName("colour"), nullptr);
}

TEST(LiveState, DoesNotBelieveWhatAFileSays) {
    const LiveState state;
    const Layer odd{.type = "dense", .settings = {{"units", std::string("many")}, {"activation", true}}};
    EXPECT_EQ(state.layerValue(odd, "units"), StateValue());
    EXPECT_EQ(state.layerValue(odd, "activation"), StateValue());
    EXPECT_EQ(state.layerValue(odd, "parameters"), StateValue());
    EXPECT_EQ(state.layerValue(odd, "use_bias"), StateValue(true)) << "its default";
    const Layer strange{.type = "from_the_future", .settings = {{"units", std::int64_t{3}}}};
    EXPECT_EQ(state.layerValue(strange, "units"), StateValue());
    EXPECT_EQ(state.layerValue(strange, "type"), StateValue(std::string("from_the_future")));
}

TEST(LiveState, WritesValuesForAPerson) {
    EXPECT_EQ(stateText({}), "not known yet");
    EXPECT_EQ(stateText(0.31), "0.31");
    EXPECT_EQ(stateText(1234567.0), "1234567");
    EXPECT_EQ(stateText(-3.0), "-3");
    EXPECT_EQ(stateText(0.0123456789), "0.012346");
    EXPECT_EQ(stateText(std::numeric_limits<double>::infinity()), "inf");
    EXPECT_EQ(stateText(true), "yes");
    EXPECT_EQ(stateText(std::string("dense")), "dense");
}

} // namespace
} // namespace protomind
