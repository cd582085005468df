// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/editor_window.h"
#include "desktop/editor/problems/problem_button.h"
#include "desktop/editor/problems/problem_list.h"
#include "desktop/editor/problems/problem_walk.h"
#include "studio/network/network_json.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace protomind {
namespace {

Analysis withProblems(std::initializer_list<const char*> sentences) {
    Analysis analysis;
    for (const char* sentence : sentences)
        analysis.problems.push_back({.severity = Severity::Error,
                                     .sentence = sentence,
                                     .layer = LayerId{1},
                                     .wire = {},
                                     .fixes = {},
                                     .kind = NetworkProblemKind::MissingInput});
    return analysis;
}

TEST(ProblemWalk, GoesRoundBothWays) {
    const Analysis three = withProblems({"a", "b", "c"});
    ProblemWalk walk;
    EXPECT_EQ(walk.step(three, 1)->sentence, "a");
    EXPECT_EQ(walk.step(three, 1)->sentence, "b");
    EXPECT_EQ(walk.step(three, 1)->sentence, "c");
    EXPECT_EQ(walk.step(three, 1)->sentence, "a");
    EXPECT_EQ(walk.step(three, -1)->sentence, "c");
    ProblemWalk back;
    EXPECT_EQ(back.step(three, -1)->sentence, "c");
}

TEST(ProblemWalk, AfterAFixGoesOnWhereItWas) {
    ProblemWalk walk;
    EXPECT_EQ(walk.step(withProblems({"a", "b", "c"}), 1)->sentence, "a");
    EXPECT_EQ(walk.step(withProblems({"a", "b", "c"}), 1)->sentence, "b");
    EXPECT_EQ(walk.step(withProblems({"a", "c"}), 1)->sentence, "c");
    EXPECT_EQ(walk.step(withProblems({"a"}), 1)->sentence, "a");
    EXPECT_EQ(walk.step({}, 1), nullptr);
    EXPECT_EQ(walk.step(withProblems({"d"}), 1)->sentence, "d");
}

/// An image into a Dense layer: the best known problem, with Flatten as its fix.
struct ProblemsTest : testing::Test {
    EditorWindow window;
    LayerId input = window.add("input", 0, 0);
    LayerId dense = window.add("dense", 300, 0);

    ProblemsTest() {
        window.document.undoStack().push(new ApplyFix(
            window.document, Fix{"set", Fix::SetField{input, "shape", std::vector<std::int64_t>{8, 8, 1}}}));
        window.join(input, dense);
        window.view.fit();
    }
    QPoint fixButton(LayerId layer) {
        const LayerItem& card = window.card(layer);
        return window.at(card.pos() + card.geometry().fix.center());
    }
};

TEST_F(ProblemsTest, TheCardShowsTheSentenceAndItsButtonFixesItInOneStep) {
    const LayerItem& card = window.card(dense);
    EXPECT_TRUE(card.content().problem.contains(QStringLiteral("flat list")));
    EXPECT_EQ(card.content().fix, QStringLiteral("Insert Flatten"));
    EXPECT_TRUE(card.geometry().body.contains(card.geometry().fix));
    EXPECT_TRUE(card.geometry().problem.contains(card.geometry().fix));
    const std::string before = networkText(window.document.network());
    const int steps = window.steps();
    window.move(fixButton(dense));
    EXPECT_TRUE(card.state().fixHovered);
    window.click(fixButton(dense));
    EXPECT_EQ(window.steps(), steps + 1);
    EXPECT_EQ(window.document.undoStack().undoText(), QStringLiteral("Insert Flatten"));
    EXPECT_TRUE(window.document.analysis().problems.empty());
    EXPECT_TRUE(window.card(dense).content().problem.isEmpty());
    window.document.undoStack().undo();
    EXPECT_EQ(networkText(window.document.network()), before);
}

TEST_F(ProblemsTest, LetGoElsewhereTheButtonDoesNothing) {
    const int steps = window.steps();
    window.press(fixButton(dense));
    window.move(window.at({900, 500}));
    window.release(window.at({900, 500}));
    EXPECT_EQ(window.steps(), steps);
    window.press(fixButton(dense));
    window.key(Qt::Key_Escape);
    window.release(fixButton(dense));
    EXPECT_EQ(window.steps(), steps);
}

TEST_F(ProblemsTest, FromAfarTheButtonCanNotBeHit) {
    window.view.setZoom(0.3);
    EXPECT_FALSE(window.view.networkScene().fixAt(window.card(dense).pos() +
                                                  window.card(dense).geometry().fix.center()));
}

TEST_F(ProblemsTest, TheWireIsMarkedAndSaysIt) {
    const WireItem& wire = *window.view.networkScene().wireItem(window.document.network().wires().front().id);
    EXPECT_TRUE(wire.state().wrong);
    EXPECT_TRUE(wire.toolTip().contains(QStringLiteral("flat list")));
    window.click(fixButton(dense));
    for (const auto& [id, item] : window.view.networkScene().wireItems()) {
        EXPECT_FALSE(item->state().wrong);
        EXPECT_TRUE(item->toolTip().isEmpty());
    }
}

TEST_F(ProblemsTest, AClickInTheListLeadsThere) {
    ProblemList list(window.document);
    list.setProblems(window.document.analysis().problems, true);
    list.show();
    QSignalSpy wire(&list, &ProblemList::wireWanted);
    auto* link = list.findChild<QPushButton*>(QStringLiteral("showLayer"));
    ASSERT_NE(link, nullptr);
    QTest::mouseClick(link->parentWidget(), Qt::LeftButton, {}, QPoint(4, 4));
    ASSERT_EQ(wire.count(), 1);
    EXPECT_EQ(wire[0][0].value<WireId>(), window.document.network().wires().front().id);
    auto* fix = list.findChild<QPushButton*>(QStringLiteral("fix"));
    const int steps = window.steps();
    QTest::mouseClick(fix, Qt::LeftButton);
    EXPECT_EQ(window.steps(), steps + 1);
    EXPECT_EQ(wire.count(), 1) << "a press on the fix is no press on the box";
}

TEST_F(ProblemsTest, F8WalksFromProblemToProblem) {
    const LayerId lone = window.add("dense", 300, 400);
    QSignalSpy said(&window.view, &NetworkView::said);
    window.selection.clear();
    std::set<LayerId> visited;
    for (int i = 0; i < 2; ++i) {
        window.key(Qt::Key_F8);
        ASSERT_TRUE(window.selection.singleLayer().has_value());
        visited.insert(*window.selection.singleLayer());
    }
    EXPECT_EQ(visited, (std::set<LayerId>{dense, lone}));
    EXPECT_EQ(said.count(), 2);
    window.key(Qt::Key_F8, Qt::ShiftModifier);
    EXPECT_EQ(said.count(), 3);
}

TEST_F(ProblemsTest, TheButtonCountsAndTellsErrorsFromHints) {
    ProblemButton button(window.document);
    EXPECT_EQ(button.text(), QStringLiteral("1 problem"));
    window.click(fixButton(dense));
    EXPECT_EQ(button.text(), QStringLiteral("Everything fits"));
    window.add("dense", 300, 400);
    EXPECT_EQ(button.text(), QStringLiteral("1 hint"));
    window.add("dense", 600, 400);
    EXPECT_EQ(button.text(), QStringLiteral("2 hints"));
    while (window.document.undoStack().canUndo())
        window.document.undoStack().undo();
    EXPECT_EQ(button.text(), QStringLiteral("No layers yet"));
    EXPECT_FALSE(button.accessibleDescription().isEmpty());
}

TEST(Problems, AFixOfTheTrainingIsOneStepAsWell) {
    Document document;
    document.undoStack().push(new AddLayer(document, "input", {}));
    document.undoStack().push(new AddLayerAfter(document, "dense", LayerId{1}, {}));
    document.undoStack().push(
        new ApplyFix(document, Fix{"set", Fix::SetField{LayerId{2}, "units", std::int64_t{1}}}));
    document.setDataShapes(DataShapes{{2}, 1, "Curve", false});
    TrainingSettings settings = document.experiment().training;
    settings.loss = "cross_entropy";
    document.undoStack().push(new SetTraining(document, "loss", settings));
    ASSERT_FALSE(document.analysis().runnable());
    const NetworkProblem problem = document.analysis().problems.front();
    EXPECT_EQ(problem.kind, NetworkProblemKind::LossMismatch);
    const int steps = document.undoStack().count();
    document.undoStack().push(new ApplyFix(document, problem.fixes.front()));
    EXPECT_EQ(document.undoStack().count(), steps + 1);
    EXPECT_EQ(document.experiment().training.loss, "mean_squared_error");
    EXPECT_TRUE(document.analysis().runnable());
    document.undoStack().undo();
    EXPECT_EQ(document.experiment().training.loss, "cross_entropy");
    EXPECT_FALSE(document.analysis().runnable());
    document.undoStack().redo();
    EXPECT_TRUE(document.analysis().runnable());
    document.setMemory(10);
    ASSERT_FALSE(document.analysis().runnable());
    EXPECT_EQ(document.analysis().problems.front().kind, NetworkProblemKind::TooMuchMemory);
}

} // namespace
} // namespace protomind
