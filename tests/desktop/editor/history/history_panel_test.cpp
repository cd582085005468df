// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/editor_window.h"
#include "desktop/editor/history/history_panel.h"

#include <QUndoView>

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(HistoryPanel, NamesEveryStepAndGoesToAny) {
    EditorWindow window;
    HistoryPanel panel(window.document.undoStack());
    panel.show();
    auto* steps = panel.findChild<QUndoView*>();
    ASSERT_NE(steps, nullptr);
    const LayerId a = window.add("input", 0, 0);
    window.join(a, window.add("dense", 300, 0));
    QAbstractItemModel& model = *steps->model();
    ASSERT_EQ(model.rowCount(), 4);
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, 0).data().toString());
    EXPECT_EQ(names,
              QStringList({QStringLiteral("As it was opened"), QStringLiteral("Add Input layer"),
                           QStringLiteral("Add Dense layer"), QStringLiteral("Connect Input to Dense")}));
    steps->setCurrentIndex(model.index(1, 0));
    EXPECT_EQ(window.document.network().layers().size(), 1U);
    steps->setFocus();
    QTest::keyClick(steps, Qt::Key_End);
    EXPECT_EQ(window.document.network().wires().size(), 1U);
    window.document.markSaved();
    EXPECT_FALSE(model.index(3, 0).data(Qt::DecorationRole).value<QIcon>().isNull())
        << "what is saved is marked";
    EXPECT_TRUE(model.index(1, 0).data(Qt::DecorationRole).value<QIcon>().isNull());
}

} // namespace
} // namespace protomind
