// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/edit_script.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace protomind {
namespace {

/// Input -> Dense -> Dense 2, an Add that both Denses feed, and a Dropout without wires.
void fill(Document& document) {
    QUndoStack& history = document.undoStack();
    history.push(new AddLayer(document, "input", {0, 0}));
    history.push(new AddLayerAfter(document, "dense", LayerId{1}, {264, 0}));
    history.push(new AddLayerAfter(document, "dense", LayerId{2}, {528, 0}));
    history.push(new AddLayer(document, "add", {792, 0}));
    history.push(new AddWire(document, LayerId{2}, LayerId{4}, 0));
    history.push(new AddWire(document, LayerId{3}, LayerId{4}, 0));
    history.push(new AddLayer(document, "dropout", {0, 400})); // loose
}

WireId wireBetween(const Document& document, LayerId from, LayerId to) {
    for (const Wire& wire : document.network().wires()) {
        if (wire.from == from && wire.to == to)
            return wire.id;
    }
    return {};
}

TrainingSettings withRate(const Document& document, double rate) {
    TrainingSettings settings = document.experiment().training;
    settings.learningRate = rate;
    return settings;
}

struct CommandCase {
    const char* name;
    const char* text; ///< what the Edit menu says
    std::function<QUndoCommand*(Document&)> make;
};

class EveryCommand : public testing::TestWithParam<CommandCase> {};

TEST_P(EveryCommand, DoneUndoneAndDoneAgainIsTheSame) {
    Document document;
    const HeldWeights weights(document);
    const auto state = [&] { return textOf(document) + weights.text(); };
    fill(document);
    const std::string before = state();
    const int steps = document.undoStack().count();
    document.undoStack().push(GetParam().make(document));
    const std::string after = state();
    EXPECT_NE(before, after);
    EXPECT_EQ(document.undoStack().count(), steps + 1);
    EXPECT_EQ(document.undoStack().undoText().toStdString(), GetParam().text);
    for (int round = 0; round < 3; ++round) {
        document.undoStack().undo();
        EXPECT_EQ(state(), before);
        document.undoStack().redo();
        EXPECT_EQ(state(), after);
    }
}

const Fix kInsertDropout{"Insert Dropout", Fix::InsertLayer{WireId{1}, "dropout", {}}};

INSTANTIATE_TEST_SUITE_P(
    Commands, EveryCommand,
    testing::Values(
        CommandCase{"AddLayer", "Add Dense layer",
                    [](Document& d) {
                        return new AddLayer(d, "dense", {8, 16});
                    }},
        CommandCase{"AddLayerAfter", "Add Dropout layer after Dense",
                    [](Document& d) {
                        return new AddLayerAfter(d, "dropout", LayerId{2}, {8, 16}, {{LayerId{3}, {800, 8}}});
                    }},
        CommandCase{"InsertLayer", "Insert Dropout layer",
                    [](Document& d) {
                        return new InsertLayer(d, "dropout", wireBetween(d, LayerId{2}, LayerId{3}), {8, 16});
                    }},
        CommandCase{"RemoveLayer", "Remove Dense",
                    [](Document& d) { return new RemoveParts(d, {LayerId{2}}); }},
        CommandCase{
            "RemoveLayers", "Remove 2 layers",
            [](Document& d) {
                return new RemoveParts(d, {LayerId{1}, LayerId{3}}, {wireBetween(d, LayerId{2}, LayerId{4})});
            }},
        CommandCase{
            "RemoveWire", "Disconnect Input from Dense",
            [](Document& d) { return new RemoveParts(d, {}, {wireBetween(d, LayerId{1}, LayerId{2})}); }},
        CommandCase{"AddWire", "Connect Input to Add",
                    [](Document& d) { return new AddWire(d, LayerId{1}, LayerId{4}, 0); }},
        CommandCase{"RewireWire", "Move wire to Add",
                    [](Document& d) {
                        return new RewireWire(d, wireBetween(d, LayerId{1}, LayerId{2}), LayerId{4}, 0);
                    }},
        CommandCase{"ApplyFix", "Insert Dropout",
                    [](Document& d) { return new ApplyFix(d, kInsertDropout); }},
        CommandCase{"ApplyFixOfTraining", "Set the batch size to 8",
                    [](Document& d) {
                        return new ApplyFix(d, Fix{"Set the batch size to 8",
                                                   Fix::SetTraining{"batch_size", std::int64_t{8}}});
                    }},
        CommandCase{"PutOnWire", "Put Dropout between Input and Dense",
                    [](Document& d) {
                        return new PutOnWire(d, LayerId{5}, wireBetween(d, LayerId{1}, LayerId{2}),
                                             {264, 0, true}, {{LayerId{2}, {528, 0}}});
                    }},
        CommandCase{"ConnectLayers", "Connect Input to Add",
                    [](Document& d) {
                        const std::vector<LayerId> chain{LayerId{1}, LayerId{4}};
                        return new ConnectLayers(d, chain, *withChain(d.network(), chain));
                    }},
        CommandCase{"SetSettings", "Set settings of Dense",
                    [](Document& d) {
                        return new SetSettings(d, LayerId{2}, {{"units", std::int64_t{5}}});
                    }},
        CommandCase{"SetInputs", "Set inputs of Add",
                    [](Document& d) {
                        return new SetInputs(d, LayerId{4},
                                             *withInputs(d.network(), LayerId{4}, {LayerId{3}, LayerId{1}}));
                    }},
        CommandCase{"Paste", "Paste 2 layers",
                    [](Document& d) {
                        return new PasteLayers(d, partOf(d.network(), {LayerId{1}, LayerId{2}}), {8, 8});
                    }},
        CommandCase{"Duplicate", "Duplicate as Dense 3",
                    [](Document& d) {
                        return new PasteLayers(d, partOf(d.network(), {LayerId{2}}), {8, 8},
                                               PasteLayers::Kind::Duplicate);
                    }},
        CommandCase{"RenameLayer", "Rename layer to Hidden",
                    [](Document& d) { return new RenameLayer(d, LayerId{2}, "Hidden"); }},
        CommandCase{"SetField", "Set neurons of Dense",
                    [](Document& d) { return new SetField(d, LayerId{2}, "units", std::int64_t{5}); }},
        CommandCase{"MoveLayer", "Move Dense",
                    [](Document& d) {
                        return new MoveLayers(d, {{LayerId{2}, {16, 24}}});
                    }},
        CommandCase{"MoveLayers", "Move 2 layers",
                    [](Document& d) {
                        return new MoveLayers(d, {{LayerId{2}, {16, 24}}, {LayerId{3}, {80, 24}}});
                    }},
        CommandCase{"Arrange", "Arrange layers",
                    [](Document& d) {
                        return new MoveLayers(d, {{LayerId{2}, {16, 24}}}, QStringLiteral("Arrange layers"));
                    }},
        CommandCase{"SetDataText", "Choose data", [](Document& d) { return new SetDataText(d, "spiral"); }},
        CommandCase{"SetTraining", "Set learning rate",
                    [](Document& d) { return new SetTraining(d, "learning_rate", withRate(d, 0.25)); }},
        CommandCase{"SetWeight", "Set a weight of Dense to 1.5",
                    [](Document& d) { return new SetWeight(d, LayerId{2}, "kernel", 3, 0, 1.5); }},
        CommandCase{"SetDevice", "Choose device", [](Document& d) { return new SetDevice(d, "reference"); }},
        CommandCase{"SetThreads", "Set number of threads", [](Document& d) { return new SetThreads(d, 3); }}),
    [](const auto& one) { return std::string(one.param.name); });

/// Another value than the one there is.
FieldValue otherValue(const Field& field, const FieldValue& value) {
    if (field.type == FieldType::Choice)
        return *std::ranges::find_if(field.choices,
                                     [&](const auto& word) { return FieldValue(word) != value; });
    if (field.type == FieldType::Boolean)
        return !std::get<bool>(value);
    if (field.type == FieldType::Integer)
        return std::get<std::int64_t>(value) + 1;
    return field.minimum + 0.5 * (std::min(field.maximum, 1.0) - field.minimum);
}

TEST(SetTraining, EveryTrainingSettingIsUndoneAndDoneAgain) {
    Document document;
    fill(document);
    const auto check = [&](const std::string& field, const TrainingSettings& settings) {
        const std::string before = textOf(document);
        const int steps = document.undoStack().count();
        document.undoStack().push(new SetTraining(document, field, settings));
        const std::string after = textOf(document);
        EXPECT_NE(before, after) << field;
        EXPECT_EQ(document.undoStack().count(), steps + 1) << field;
        document.undoStack().undo();
        EXPECT_EQ(textOf(document), before) << field;
        document.undoStack().redo();
        EXPECT_EQ(textOf(document), after) << field;
    };
    for (const Field& field : trainingFields()) {
        TrainingSettings settings = document.experiment().training;
        setTrainingField(settings, field.name, otherValue(field, trainingField(settings, field.name)));
        check(field.name, settings);
    }
    for (const OptimizerType& optimizer : optimizerTypes()) {
        TrainingSettings settings = document.experiment().training;
        settings.optimizer = optimizer.name;
        settings.optimizerSettings.clear();
        for (const Field& field : optimizer.fields)
            settings.optimizerSettings[field.name] = otherValue(field, field.defaultValue);
        if (settings != document.experiment().training)
            check(optimizer.name, settings);
    }
    for (const ScheduleType& schedule : scheduleTypes()) {
        TrainingSettings settings = document.experiment().training;
        settings.schedule = schedule.name;
        settings.scheduleSettings.clear();
        for (const Field& field : schedule.fields)
            settings.scheduleSettings[field.name] = otherValue(field, field.defaultValue);
        if (settings != document.experiment().training)
            check(schedule.name, settings);
    }
}

TEST(SetWeight, WhoHasTheRunHearsEveryNumberInTurn) {
    Document document;
    fill(document);
    std::vector<double> heard;
    QObject::connect(&document, &Document::changed, &document, [&](const ChangeEvent& event) {
        if (const auto* set = std::get_if<WeightSet>(&event)) {
            EXPECT_EQ(set->layer, LayerId{2});
            EXPECT_EQ(set->weight, "bias");
            EXPECT_EQ(set->index, 1);
            heard.push_back(set->value);
        }
    });
    QUndoStack& history = document.undoStack();
    history.push(new SetWeight(document, LayerId{2}, "bias", 1, 0.5, 2));
    history.push(new SetWeight(document, LayerId{2}, "bias", 1, 2.25, 3)); // training has moved it meanwhile
    history.undo();
    history.undo();
    history.redo();
    EXPECT_EQ(heard, (std::vector<double>{2, 3, 2.25, 0.5, 2}));
}

TEST(LoadTemplate, EveryTemplateReplacesAllAndIsUndone) {
    for (const NetworkTemplate& source : networkTemplates()) {
        Document document;
        fill(document);
        const std::string before = textOf(document);
        document.undoStack().push(new LoadTemplate(document, source));
        EXPECT_EQ(document.network(), source.make()) << source.name;
        EXPECT_EQ(document.experiment().data, source.data);
        EXPECT_EQ(document.experiment().training, source.training);
        EXPECT_EQ(document.undoStack().undoText(),
                  QStringLiteral("Load ") + QString::fromStdString(source.title));
        const std::string after = textOf(document);
        document.undoStack().undo();
        EXPECT_EQ(textOf(document), before);
        document.undoStack().redo();
        EXPECT_EQ(textOf(document), after);
    }
}

TEST(NetworkChange, TurnsAnyNetworkIntoAnyOtherAndBack) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Document a;
        Document b;
        EditScript scriptA(a, seed);
        EditScript scriptB(b, seed + 7000);
        for (int step = 0; step < 25; ++step) {
            scriptA.step();
            scriptB.step();
        }
        const std::string before = textOf(a);
        const int steps = a.undoStack().index();
        a.undoStack().push(new ChangeNetwork(a, QStringLiteral("all"), b.network()));
        EXPECT_EQ(a.network(), b.network());
        while (a.undoStack().index() > steps)
            a.undoStack().undo();
        EXPECT_EQ(textOf(a), before) << "seed " << seed;
    }
}

TEST(NetworkChange, NothingToDoLeavesNoStep) {
    Document document;
    fill(document);
    const int steps = document.undoStack().count();
    document.undoStack().push(new ChangeNetwork(document, QStringLiteral("same"), document.network()));
    document.undoStack().push(new RemoveParts(document, {}, {}));
    document.undoStack().push(new ApplyFix(document, Fix{"stale", Fix::RemoveLayer{LayerId{99}}}));
    document.undoStack().push(new SetField(document, LayerId{2}, "units", std::int64_t{16}));
    document.undoStack().push(new SetDataText(document, document.experiment().data));
    EXPECT_EQ(document.undoStack().count(), steps);
}

TEST(Merging, TypingIsOneStepAndNoneWhereItEndsAsItBegan) {
    Document document;
    fill(document);
    QUndoStack& history = document.undoStack();
    const int steps = history.count();
    const std::string before = textOf(document);
    for (const char* name : {"H", "Hi", "Hid"})
        history.push(new RenameLayer(document, LayerId{2}, name, 11));
    EXPECT_EQ(history.count(), steps + 1);
    EXPECT_EQ(history.undoText().toStdString(), "Rename layer to Hid");
    history.undo();
    EXPECT_EQ(textOf(document), before);
    history.redo();
    EXPECT_EQ(document.network().layer(LayerId{2})->name, "Hid");
    history.push(new RenameLayer(document, LayerId{2}, "Dense", 11));
    EXPECT_EQ(history.count(), steps);
    EXPECT_EQ(textOf(document), before);
}

TEST(Merging, ADragIsOneStepAndTheNextDragAnother) {
    Document document;
    fill(document);
    QUndoStack& history = document.undoStack();
    const int steps = history.count();
    for (int drag = 1; drag <= 2; ++drag) {
        const Gesture gesture = newGesture();
        for (int move = 1; move <= 5; ++move)
            history.push(
                new MoveLayers(document, {{LayerId{2}, {double(8 * move), double(80 * drag)}}}, gesture));
        EXPECT_EQ(history.count(), steps + drag);
    }
    history.undo();
    EXPECT_EQ(document.network().layer(LayerId{2})->position, (Position{40, 80}));
}

TEST(Merging, StaysWithinOneTarget) {
    Document document;
    fill(document);
    QUndoStack& history = document.undoStack();
    const int steps = history.count();
    history.push(new SetField(document, LayerId{2}, "units", std::int64_t{5}, 3));
    history.push(new SetField(document, LayerId{3}, "units", std::int64_t{5}, 3));
    history.push(new SetField(document, LayerId{3}, "use_bias", false, 3));
    history.push(new MoveLayers(document, {{LayerId{3}, {0, 0}}}, 3));
    history.push(new MoveLayers(document, {{LayerId{2}, {0, 0}}}, 3));
    history.push(new SetTraining(document, "learning_rate", withRate(document, 0.5), 3));
    history.push(new SetTraining(document, "batch_size", withRate(document, 0.25), 3));
    EXPECT_EQ(history.count(), steps + 7);
}

TEST(SetField, TheDefaultIsKeptAsNoSetting) {
    Document document;
    fill(document);
    document.undoStack().push(new SetField(document, LayerId{2}, "units", std::int64_t{5}, 1));
    EXPECT_EQ(document.network().layer(LayerId{2})->settings.size(), 1U);
    document.undoStack().push(new SetField(document, LayerId{2}, "units", std::int64_t{16}, 2));
    EXPECT_TRUE(document.network().layer(LayerId{2})->settings.empty());
}

TEST(AddLayerAfter, TakesOverWhatTheLayerFed) {
    Document document;
    fill(document);
    const WireId intoAdd = wireBetween(document, LayerId{2}, LayerId{4});
    document.undoStack().push(new AddLayerAfter(document, "dropout", LayerId{2}, {}));
    const LayerId added{6};
    EXPECT_TRUE(wireBetween(document, LayerId{2}, added));
    EXPECT_TRUE(wireBetween(document, added, LayerId{3}));
    EXPECT_EQ(wireBetween(document, added, LayerId{4}), intoAdd)
        << "its place among the wires into Add is kept";
    EXPECT_EQ(document.network().wiresFrom(LayerId{2}).size(), 1U);
}

TEST(AddLayerAfter, AnInputIsNotWired) {
    Document document;
    fill(document);
    const std::vector<Wire> wires = document.network().wires();
    document.undoStack().push(new AddLayerAfter(document, "input", LayerId{2}, {}));
    EXPECT_EQ(document.network().wires(), wires);
}

TEST(PasteLayers, CopiesWiresBetweenTheLayersAlone) {
    Document document;
    fill(document);
    auto* paste = new PasteLayers(document, partOf(document.network(), {LayerId{2}, LayerId{3}}), {8, 16});
    const std::vector<LayerId> copies = paste->pasted();
    document.undoStack().push(paste);
    ASSERT_EQ(copies.size(), 2U);
    EXPECT_TRUE(wireBetween(document, copies[0], copies[1]));
    EXPECT_EQ(document.network().wiresInto(copies[0]).size(), 0U);
    EXPECT_EQ(document.network().layer(copies[0])->position, (Position{272, 16}));
    EXPECT_EQ(document.network().layer(copies[0])->name, "Dense 3");
}

TEST(NetworkPart, GoesThroughTheClipboardUnchanged) {
    for (const NetworkTemplate& source : networkTemplates()) {
        const Network network = source.make();
        std::set<LayerId> all;
        for (const Layer& layer : network.layers())
            all.insert(layer.id);
        const Network part = partOf(network, all);
        const Result<Network> back = partFromClipboard(clipboardText(part));
        ASSERT_TRUE(back.has_value());
        EXPECT_EQ(*back, part);
    }
    EXPECT_FALSE(partFromClipboard("a shopping list").has_value());
}

} // namespace
} // namespace protomind
