// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/load_template.h"
#include "desktop/document/edit_script.h"
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/editor_window.h"
#include "desktop/editor/network_editor.h"
#include "desktop/editor/table/network_table.h"
#include "desktop/editor/table/network_table_model.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

#include <gtest/gtest.h>

namespace protomind {
namespace {

using Model = NetworkTableModel;

TEST(NetworkTableModel, FollowsAnyEditsAsModelsMust) {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        Document document;
        Model model(document);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        EditScript script(document, seed);
        const auto check = [&] {
            ASSERT_EQ(std::size_t(model.rowCount()), document.network().layers().size());
            std::set<LayerId> seen;
            for (int row = 0; row < model.rowCount(); ++row) {
                const LayerId layer = model.layerAt(model.index(row, 0));
                EXPECT_TRUE(seen.insert(layer).second);
                EXPECT_EQ(model.index(row, Model::Name).data().toString().toStdString(),
                          document.network().layer(layer)->name);
                EXPECT_EQ(model.indexOf(layer).row(), row);
            }
        };
        for (int step = 0; step < 60; ++step) {
            script.step();
            check();
        }
        while (document.undoStack().canUndo()) {
            document.undoStack().undo();
            check();
        }
    }
}

TEST(NetworkTableModel, RowsAreInTheOrderOfEvaluation) {
    Document document;
    document.undoStack().push(new LoadTemplate(document, *findTemplate("digits-convnet")));
    const Model model(document);
    const std::vector<LayerId>& order = document.analysis().order;
    for (std::size_t row = 0; row < order.size(); ++row)
        EXPECT_EQ(model.layerAt(model.index(int(row), 0)), order[row]);
}

/// Whatever a cell shows can be put back into it without a change.
TEST(NetworkTableModel, WhatACellShowsIsAcceptedAndLeavesNoStep) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Document document;
        EditScript script(document, seed);
        for (int step = 0; step < 40; ++step)
            script.step();
        Model model(document);
        const int steps = document.undoStack().index();
        const std::string before = textOf(document);
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex cell = model.index(row, column);
                if (!cell.flags().testFlag(Qt::ItemIsEditable))
                    continue;
                EXPECT_EQ(model.complaint(cell, cell.data().toString()), QString());
                EXPECT_TRUE(model.setData(cell, cell.data(Qt::EditRole), Qt::EditRole));
            }
        EXPECT_EQ(document.undoStack().index(), steps);
        EXPECT_EQ(textOf(document), before);
    }
}

struct TableModelTest : testing::Test {
    Document document;
    TableModelTest() { document.undoStack().push(new LoadTemplate(document, *findTemplate("playground"))); }
    Model model{document};
    QModelIndex cell(int row, int column) { return model.index(row, column); }
    bool set(int row, int column, const char* text) {
        return model.setData(cell(row, column), QString::fromUtf8(text), Qt::EditRole);
    }
};

TEST_F(TableModelTest, EveryAcceptedEditIsOneStepThatCanBeUndone) {
    const std::string before = textOf(document);
    const int steps = document.undoStack().count();
    EXPECT_TRUE(set(1, Model::Name, "First hidden"));
    EXPECT_EQ(cell(1, Model::Name).data().toString(), QStringLiteral("First hidden"));
    EXPECT_TRUE(set(1, Model::SettingsColumn, "units 7, activation tanh"));
    EXPECT_EQ(document.undoStack().undoText(), QStringLiteral("Set settings of First hidden"));
    EXPECT_EQ(document.network().layer(model.layerAt(cell(1, 0)))->settings.at("units"),
              FieldValue(std::int64_t{7}));
    EXPECT_TRUE(set(2, Model::Inputs, "Input"));
    EXPECT_EQ(document.undoStack().undoText().left(13), QStringLiteral("Set inputs of"));
    EXPECT_EQ(document.undoStack().count(), steps + 3);
    for (int i = 0; i < 3; ++i)
        document.undoStack().undo();
    EXPECT_EQ(textOf(document), before);
}

TEST_F(TableModelTest, WhatCanNotBeIsRefusedInWordsAndChangesNothing) {
    const std::string before = textOf(document);
    QSignalSpy refused(&model, &Model::refused);
    EXPECT_FALSE(set(1, Model::Name, ""));
    EXPECT_FALSE(set(1, Model::Name, "Input"));
    EXPECT_FALSE(set(1, Model::SettingsColumn, "units = lots"));
    EXPECT_FALSE(set(1, Model::Inputs, "Nobody"));
    EXPECT_EQ(refused.count(), 4);
    for (const QList<QVariant>& arguments : refused)
        EXPECT_FALSE(arguments.front().toString().isEmpty());
    EXPECT_FALSE(set(0, Model::Inputs, "Dense")) << "nothing goes into an Input";
    EXPECT_EQ(textOf(document), before);
}

TEST_F(TableModelTest, EveryCellHasWordsForThoseWhoHearAndHelpForAll) {
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column) {
            EXPECT_TRUE(cell(row, column)
                            .data(Qt::AccessibleTextRole)
                            .toString()
                            .contains(cell(row, Model::Name).data().toString()));
            EXPECT_FALSE(cell(row, column).data(Qt::ToolTipRole).toString().isEmpty());
        }
    for (int column = 0; column < model.columnCount(); ++column)
        EXPECT_FALSE(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

struct TableTest : testing::Test {
    Document document;
    Selection selection{document};
    NetworkView* canvas = new NetworkView(document, selection);
    NetworkEditor editor{document, selection, *canvas};
    QTableView& view = editor.table().view();

    TableTest() {
        document.undoStack().push(new LoadTemplate(document, *findTemplate("playground")));
        editor.resize(1000, 600);
        editor.show();
        editor.activateWindow();
        editor.tableAction()->trigger();
        QApplication::processEvents();
    }

    QLineEdit* edit(int row, int column) {
        view.setCurrentIndex(view.model()->index(row, column));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Return);
        return view.viewport()->findChild<QLineEdit*>();
    }
};

TEST_F(TableTest, TheKeyboardIsEnough) {
    EXPECT_TRUE(editor.table().isVisible());
    EXPECT_FALSE(canvas->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), &view);
    QLineEdit* line = edit(1, Model::SettingsColumn);
    ASSERT_NE(line, nullptr);
    EXPECT_FALSE(line->accessibleName().isEmpty());
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("units 9"));
    QTest::keyClick(line, Qt::Key_Return);
    QApplication::processEvents(); // the cell is taken over when the key is done with
    const LayerId layer = document.analysis().order[1];
    EXPECT_EQ(document.network().layer(layer)->settings.at("units"), FieldValue(std::int64_t{9}));

    auto* add = editor.findChild<QLineEdit*>(QStringLiteral("tableAdd"));
    selection.select(layer);
    add->setFocus();
    QTest::keyClicks(add, QStringLiteral("dropout"));
    QTest::keyClick(add, Qt::Key_Return);
    EXPECT_EQ(document.network().layers().back().type, "dropout");
    EXPECT_EQ(document.network().wiresFrom(layer).front().to, document.network().layers().back().id);
    EXPECT_EQ(view.selectionModel()->selectedRows().size(), 1);
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Delete);
    EXPECT_NE(document.network().layers().back().type, "dropout");
}

TEST_F(TableTest, TheReasonIsSaidWhileItIsTyped) {
    auto* reason = editor.findChild<QLabel*>(QStringLiteral("tableReason"));
    QLineEdit* line = edit(1, Model::SettingsColumn);
    ASSERT_NE(line, nullptr);
    EXPECT_FALSE(reason->isVisible());
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("colour"));
    EXPECT_TRUE(reason->isVisible());
    EXPECT_TRUE(reason->text().contains(QStringLiteral("no setting")));
    QTest::keyClick(line, Qt::Key_Escape);
    EXPECT_FALSE(reason->isVisible());
}

TEST_F(TableTest, SelectionIsSharedBothWays) {
    const LayerId second = document.analysis().order[1];
    selection.select(second);
    ASSERT_EQ(view.selectionModel()->selectedRows().size(), 1);
    EXPECT_EQ(view.selectionModel()->selectedRows().front().row(), 1);
    view.selectRow(2);
    EXPECT_EQ(selection.singleLayer(), document.analysis().order[2]);
    editor.tableAction()->trigger();
    EXPECT_TRUE(canvas->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), canvas);
    EXPECT_TRUE(canvas->networkScene().layerItem(document.analysis().order[2])->state().selected);
}

TEST_F(TableTest, ACellThatFollowsFromOthersSaysSoInsteadOfOpening) {
    QSignalSpy said(&editor.table(), &NetworkTable::said);
    EXPECT_EQ(edit(1, Model::Output), nullptr);
    ASSERT_EQ(said.count(), 1);
    EXPECT_TRUE(said[0][0].toString().contains(QStringLiteral("follows")));
}

} // namespace
} // namespace protomind
