// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/load_template.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/edit_script.h"
#include "studio/network/template.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <typeindex>

#include "whole_run.h"

namespace protomind {
namespace {

/// As many scripts in parts, so that several processors share them.
class EditScripts : public testing::TestWithParam<std::uint64_t> {};
constexpr std::uint64_t kParts = 20;
constexpr int kStepsAScript = 200;

TEST_P(EditScripts, AreUndoneToTheByteAndRedone) {
    const auto scripts = static_cast<std::uint64_t>(rounds(10, 100, 1000));
    for (std::uint64_t number = 0; number < scripts; ++number) {
        const std::uint64_t seed = GetParam() * scripts + number;
        Document document;
        EditScript script(document, seed);
        const std::string empty = script.state();
        for (int step = 0; step < kStepsAScript; ++step)
            script.step();
        QUndoStack& history = document.undoStack();
        while (history.canRedo())
            history.redo();
        const std::string edited = script.state();
        ASSERT_GT(history.count(), 50) << "seed " << seed;
        ASSERT_LT(history.count(), history.undoLimit()) << "seed " << seed << ": steps were forgotten";
        while (history.canUndo())
            history.undo();
        ASSERT_EQ(script.state(), empty) << "seed " << seed;
        while (history.canRedo())
            history.redo();
        ASSERT_EQ(script.state(), edited) << "seed " << seed;
    }
}

INSTANTIATE_TEST_SUITE_P(Parts, EditScripts, testing::Range<std::uint64_t>(0, kParts));

TEST(Document, EveryStepOfAScriptIsUndoneAndRedoneToTheByte) {
    for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(rounds(4, 40, 40)); ++seed) {
        Document document;
        EditScript script(document, seed);
        const std::string empty = script.state();
        for (int step = 0; step < kStepsAScript; ++step)
            script.step();
        QUndoStack& history = document.undoStack();
        while (history.canRedo())
            history.redo();
        std::vector<std::string> states{script.state()}; // one a step, the newest first
        while (history.canUndo()) {
            EXPECT_FALSE(history.undoText().isEmpty()) << "every step has a name";
            history.undo();
            states.push_back(script.state());
        }
        ASSERT_EQ(states.back(), empty) << "seed " << seed;
        for (states.pop_back(); history.canRedo(); states.pop_back()) {
            history.redo();
            ASSERT_EQ(script.state(), states.back())
                << "seed " << seed << ", " << history.undoText().toStdString();
        }
        ASSERT_TRUE(states.empty());
    }
}

TEST(Document, ScriptsHaveCommandsOfEveryKind) {
    std::set<std::type_index> kinds;
    for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(rounds(16, 40, 40)); ++seed) {
        Document document;
        EditScript script(document, seed);
        for (int step = 0; step < kStepsAScript; ++step)
            script.step();
        for (int index = 0; index < document.undoStack().count(); ++index) {
            const QUndoCommand& command = *document.undoStack().command(index);
            kinds.insert(typeid(command));
        }
    }
    EXPECT_EQ(kinds.size(), EditScript::kKinds);
}

TEST(Document, AnalysisIsThatOfTheNetworkAfterEveryStep) {
    for (std::uint64_t seed = 1000; seed < 1020; ++seed) {
        Document document;
        EditScript script(document, seed);
        for (int step = 0; step < 40; ++step) {
            script.step();
            const Analysis fresh =
                analyse(document.network(),
                        Surroundings{std::nullopt, document.experiment().training, usableMemory()});
            ASSERT_EQ(document.analysis().parameters, fresh.parameters);
            ASSERT_EQ(document.analysis().order, fresh.order);
            ASSERT_EQ(document.analysis().problems.size(), fresh.problems.size());
            for (std::size_t i = 0; i < fresh.problems.size(); ++i)
                ASSERT_EQ(document.analysis().problems[i].sentence, fresh.problems[i].sentence);
        }
    }
}

/// Follows events as a view does: knows a layer from LayerAdded to LayerAboutToBeRemoved.
struct Mirror {
    const Document& document;
    std::set<LayerId> layers;
    std::set<WireId> wires;
    int analyses = 0;

    void operator()(const LayerAdded& event) {
        EXPECT_NE(document.network().layer(event.layer), nullptr);
        EXPECT_TRUE(layers.insert(event.layer).second);
    }
    void operator()(const LayerAboutToBeRemoved& event) {
        EXPECT_NE(document.network().layer(event.layer), nullptr);
        EXPECT_EQ(layers.erase(event.layer), 1U);
    }
    void operator()(const WireAdded& event) {
        const Wire* wire = document.network().wire(event.wire);
        ASSERT_NE(wire, nullptr);
        EXPECT_TRUE(layers.contains(wire->from) && layers.contains(wire->to));
        EXPECT_TRUE(wires.insert(event.wire).second);
    }
    void operator()(const WireAboutToBeRemoved& event) {
        EXPECT_NE(document.network().wire(event.wire), nullptr);
        EXPECT_EQ(wires.erase(event.wire), 1U);
    }
    void operator()(const LayerChanged& event) { EXPECT_TRUE(layers.contains(event.layer)); }
    void operator()(const LayerMoved& event) { EXPECT_TRUE(layers.contains(event.layer)); }
    void operator()(const WeightSet& event) { EXPECT_TRUE(layers.contains(event.layer)); }
    void operator()(const AnalysisChanged&) { ++analyses; }
    void operator()(const DataChanged&) {}
    void operator()(const TrainingChanged&) {}
    void operator()(const DocumentReplaced&) {
        layers.clear();
        wires.clear();
        for (const Layer& layer : document.network().layers())
            layers.insert(layer.id);
        for (const Wire& wire : document.network().wires())
            wires.insert(wire.id);
    }
};

TEST(Document, EventsTellEveryLayerAndWireThatComesAndGoes) {
    for (std::uint64_t seed = 2000; seed < 2050; ++seed) {
        Document document;
        Mirror mirror{document, {}, {}, 0};
        QObject::connect(&document, &Document::changed, &document,
                         [&](const ChangeEvent& event) { std::visit(mirror, event); });
        EditScript script(document, seed);
        const auto check = [&] {
            std::set<LayerId> layers;
            for (const Layer& layer : document.network().layers())
                layers.insert(layer.id);
            std::set<WireId> wires;
            for (const Wire& wire : document.network().wires())
                wires.insert(wire.id);
            ASSERT_EQ(mirror.layers, layers);
            ASSERT_EQ(mirror.wires, wires);
        };
        for (int step = 0; step < 40; ++step) {
            script.step();
            check();
        }
        while (document.undoStack().canUndo()) {
            document.undoStack().undo();
            check();
        }
    }
}

TEST(Document, IsModifiedUntilSavedAndAgainAfterUndo) {
    Document document;
    QSignalSpy modified(&document, &Document::modifiedChanged);
    EXPECT_FALSE(document.isModified());
    document.undoStack().push(new AddLayer(document, "input", {}));
    EXPECT_TRUE(document.isModified());
    document.markSaved();
    EXPECT_FALSE(document.isModified());
    document.undoStack().undo();
    EXPECT_TRUE(document.isModified());
    document.undoStack().redo();
    EXPECT_FALSE(document.isModified());
    document.setCheckpoint(std::make_shared<const Checkpoint>());
    EXPECT_TRUE(document.isModified());
    document.undoStack().undo();
    document.undoStack().redo();
    EXPECT_TRUE(document.isModified()) << "the trained state is not saved yet";
    document.markSaved();
    EXPECT_FALSE(document.isModified());
    QList<bool> told;
    for (const QList<QVariant>& arguments : modified)
        told.append(arguments.front().toBool());
    EXPECT_EQ(told, (QList<bool>{true, false, true, false, true, false}));
}

TEST(Document, AStepThatWasSavedDoesNotMergeWithTheNext) {
    Document document;
    document.undoStack().push(new AddLayer(document, "dense", {}));
    const LayerId layer = document.network().layers().front().id;
    document.undoStack().push(new SetField(document, layer, "units", std::int64_t{3}));
    document.markSaved();
    document.undoStack().push(new SetField(document, layer, "units", std::int64_t{4}));
    EXPECT_TRUE(document.isModified());
    document.undoStack().undo();
    EXPECT_FALSE(document.isModified());
    EXPECT_EQ(document.network().layers().front().settings.at("units"), FieldValue(std::int64_t{3}));
}

TEST(Document, ReplacingForgetsTheHistoryAndTells) {
    Document document;
    EditScript script(document, 5);
    for (int step = 0; step < 20; ++step)
        script.step();
    QStringList events;
    QObject::connect(&document, &Document::changed, &document, [&](const ChangeEvent& event) {
        if (std::holds_alternative<DocumentReplaced>(event)) {
            EXPECT_EQ(document.network().layers().size(), 1U);
            events.append(QStringLiteral("replaced"));
        }
        if (std::holds_alternative<AnalysisChanged>(event))
            events.append(QStringLiteral("analysis"));
    });
    ProjectContent content;
    content.experiment.network.add(makeLayer(content.experiment.network, "input", {}));
    document.replace(std::move(content));
    EXPECT_EQ(events, (QStringList{QStringLiteral("replaced"), QStringLiteral("analysis")}));
    EXPECT_FALSE(document.undoStack().canUndo());
    EXPECT_FALSE(document.isModified());
    EXPECT_TRUE(document.analysis().input);
}

TEST(Document, DataShapesJoinTheAnalysis) {
    Document document;
    document.undoStack().push(new AddLayer(document, "input", {}));
    const std::size_t before = document.analysis().problems.size();
    document.setDataShapes(DataShapes{Shape{28, 28, 1}, 10, "Digits", true});
    EXPECT_GT(document.analysis().problems.size(), before);
    document.setDataShapes(std::nullopt);
    EXPECT_EQ(document.analysis().problems.size(), before);
}

TEST(Document, WhatASettingOfTheTrainingKeepsFromLearningIsToldAtOnce) {
    Document document;
    document.undoStack().push(new LoadTemplate(document, *findTemplate("playground")));
    int told = 0;
    QObject::connect(&document, &Document::changed, &document, [&](const ChangeEvent& event) {
        told += std::holds_alternative<AnalysisChanged>(event);
    });
    const auto warns = [&] {
        return std::ranges::count(document.analysis().problems, NetworkProblemKind::LearningRate,
                                  &NetworkProblem::kind) > 0;
    };
    ASSERT_FALSE(warns());
    TrainingSettings settings = document.experiment().training;
    settings.learningRate = 1000;
    document.undoStack().push(new SetTraining(document, "learning_rate", settings));
    EXPECT_TRUE(warns());
    EXPECT_EQ(told, 1);
    document.undoStack().undo();
    EXPECT_FALSE(warns());
    EXPECT_EQ(told, 2);
}

} // namespace
} // namespace protomind
