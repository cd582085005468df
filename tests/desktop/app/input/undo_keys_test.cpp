// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/editor/selection.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QTabWidget>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class UndoKeysTest : public testing::Test {
protected:
    void SetUp() override {
        m_lab = std::make_unique<Laboratory>(m_folder.path());
        ASSERT_TRUE(m_lab->startWith("playground"));
        ASSERT_TRUE(untilActive(m_lab->window));
        m_layers = layers();
        m_lab->document.undoStack().push(new AddLayer(m_lab->document, "dense", {}));
        ASSERT_EQ(layers(), m_layers + 1);
    }
    [[nodiscard]] std::size_t layers() const { return m_lab->document.network().layers().size(); }
    static void undo(QWidget* field) { QTest::keySequence(field, QKeySequence(QKeySequence::Undo)); }
    static void redo(QWidget* field) { QTest::keySequence(field, QKeySequence(QKeySequence::Redo)); }
    static void typeAnew(QWidget* field, const QString& text) {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Laboratory> m_lab;
    std::size_t m_layers = 0;
};

TEST_F(UndoKeysTest, InTheSeedBoxTheyTakeBackTheLastStepOfTheWork) {
    auto* seed = m_lab->find<QDoubleSpinBox>("seedBox");
    seed->setFocus();
    undo(seed);
    EXPECT_EQ(layers(), m_layers);
    redo(seed);
    EXPECT_EQ(layers(), m_layers + 1);
    const double before = seed->value();
    const int steps = m_lab->document.undoStack().index();
    typeAnew(seed, QStringLiteral("5"));
    undo(seed); // what is not the seed yet
    EXPECT_EQ(seed->text(), QString::number(before));
    EXPECT_EQ(m_lab->document.undoStack().index(), steps);
    typeAnew(seed, QStringLiteral("5"));
    QTest::keyClick(seed, Qt::Key_Return);
    EXPECT_EQ(m_lab->document.experiment().training.seed, 5u);
    undo(seed);
    EXPECT_EQ(seed->value(), before);
    EXPECT_EQ(m_lab->document.undoStack().index(), steps);
    redo(seed);
    EXPECT_EQ(seed->value(), 5);
    undo(seed);
    undo(seed);
    EXPECT_EQ(layers(), m_layers);
}

TEST_F(UndoKeysTest, InEveryNumberBoxAndLineOfTheWindowTheyTakeBackTheLastStepOfTheWork) {
    int tried = 0;
    auto* tabs = m_lab->find<QTabWidget>("sideTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QApplication::processEvents();
        for (QWidget* field : m_lab->window.findChildren<QWidget*>()) {
            const bool hasText = qobject_cast<QAbstractSpinBox*>(field) || qobject_cast<QLineEdit*>(field);
            if (!hasText || !field->isVisible() || !field->isEnabled() || field->focusProxy())
                continue;
            field->setFocus();
            if (!field->hasFocus())
                continue;
            ++tried;
            const std::string name =
                field->objectName().toStdString() + " " + field->accessibleName().toStdString();
            undo(field);
            EXPECT_EQ(layers(), m_layers) << name;
            redo(field);
            ASSERT_EQ(layers(), m_layers + 1) << name;
        }
    }
    EXPECT_GE(tried, 8);
}

TEST_F(UndoKeysTest, WhatIsBeingTypedIsTakenBackFirst) {
    auto* search = m_lab->find<QLineEdit>("layerSearch");
    ASSERT_NE(search, nullptr);
    typeAnew(search, QStringLiteral("pool"));
    undo(search);
    EXPECT_EQ(search->text(), QString());
    EXPECT_EQ(layers(), m_layers + 1);
    redo(search);
    EXPECT_EQ(search->text(), QStringLiteral("pool"));
    undo(search);
    undo(search);
    EXPECT_EQ(layers(), m_layers);
}

TEST_F(UndoKeysTest, ANameThatTheNetworkHasAlreadyIsAStepOfTheWork) {
    const LayerId layer = m_lab->document.network().layers()[1].id;
    const std::string before = m_lab->document.network().layer(layer)->name;
    m_lab->window.canvas().reveal(layer);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the page that was there before
    auto* name = m_lab->find<QLineEdit>("layerName");
    ASSERT_NE(name, nullptr);
    typeAnew(name, QStringLiteral("Eye"));
    ASSERT_EQ(m_lab->document.network().layer(layer)->name, "Eye");
    undo(name);
    EXPECT_EQ(m_lab->document.network().layer(layer)->name, before);
    EXPECT_EQ(name->text().toStdString(), before);
    EXPECT_EQ(layers(), m_layers + 1);
    redo(name);
    EXPECT_EQ(m_lab->document.network().layer(layer)->name, "Eye");
}

} // namespace
} // namespace protomind
