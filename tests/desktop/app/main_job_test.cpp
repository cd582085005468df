// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the program is for, done as a person does it: with the mouse and the keys alone.
#include "desktop/app/laboratory.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/palette/layer_drag.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QTreeView>
#include <QWindow>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class MainJobTest : public testing::Test {
protected:
    MainJobTest()
        : m_lab(m_folder.path()) {}

    static QModelIndex rowOf(const QTreeView& list, const QString& title) {
        const QAbstractItemModel& model = *list.model();
        for (int heading = 0; heading < model.rowCount(); ++heading) {
            const QModelIndex group = model.index(heading, 0);
            for (int row = 0; row < model.rowCount(group); ++row)
                if (model.index(row, 0, group).data().toString() == title)
                    return model.index(row, 0, group);
        }
        return {};
    }

    /// Events go to the window, as those of a real mouse do; a drag runs in a loop of its own, which a timer
    /// feeds.
    void dragFromPalette(const QString& title, QPoint target) {
        auto* list = m_lab.find<QTreeView>("layerList");
        const QModelIndex row = rowOf(*list, title);
        ASSERT_TRUE(row.isValid()) << title.toStdString();
        list->scrollTo(row);
        QWidget* viewport = m_lab.window.canvas().viewport();
        if (QGuiApplication::platformName() != QLatin1String("xcb")) {
            drop(list->model()->mimeData({row}), target); // This platform ends a drag without a drop.
            return;
        }
        QWindow* window = m_lab.window.windowHandle();
        const QPoint from = list->viewport()->mapTo(&m_lab.window, list->visualRect(row).center());
        const QPoint to = viewport->mapTo(&m_lab.window, target);
        // The drag runs in a loop of its own, inside of the move that begins it; the timer goes on in there.
        constexpr int kMoves = 4;
        int step = 0;
        QTimer hand;
        QObject::connect(&hand, &QTimer::timeout, &hand, [&] {
            if (!list->findChild<QDrag*>())
                return;
            ++step;
            if (step <= kMoves)
                QTest::mouseMove(window, to + QPoint(kMoves - step, kMoves - step));
            else if (step == kMoves + 1)
                QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, to);
        });
        hand.start(30);
        const std::size_t layers = m_lab.document.network().layers().size();
        QTest::mousePress(window, Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(window, from + QPoint(8, 4));
        QTest::mouseMove(window, from + QPoint(24, 12));
        m_lab.until([&] { return m_lab.document.network().layers().size() > layers; });
    }
    void drop(QMimeData* data, QPoint target) {
        QWidget* viewport = m_lab.window.canvas().viewport();
        QDragEnterEvent enter(target, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &enter);
        QDragMoveEvent move(target, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &move);
        QDropEvent event(target, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &event);
        delete data;
    }
    void dragMouse(QPoint from, QPoint to) {
        QWidget* viewport = m_lab.window.canvas().viewport();
        QTest::mouseMove(viewport, from);
        QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(viewport, (from + to) / 2);
        QTest::mouseMove(viewport, to);
        QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, to);
    }
    QPoint port(LayerId layer, bool output) {
        NetworkView& canvas = m_lab.window.canvas();
        return canvas.mapFromScene(canvas.networkScene().layerItem(layer)->scenePort({layer, output, 0}));
    }
    void showTab(int index) {
        auto* tabs = m_lab.find<QTabWidget>("sideTabs");
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, Qt::NoModifier,
                          tabs->tabBar()->tabRect(index).center());
        ASSERT_EQ(tabs->currentIndex(), index);
    }
    /// The one that is seen; pages that are gone may still be about.
    void press(const char* name) {
        for (auto* button : m_lab.window.findChildren<QPushButton*>(QLatin1String(name)))
            if (button->isVisible()) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        FAIL() << "There is no button " << name;
    }

    QTemporaryDir m_folder;
    Laboratory m_lab;
};

TEST_F(MainJobTest, DrawTrainSaveCloseOpenSameResult) {
    m_lab.window.start();
    ASSERT_TRUE(untilSettled(m_lab.window));
    QTest::keyClick(&m_lab.window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(m_lab.until([&] { return m_lab.document.network().layers().empty(); }));

    // Draw: two layers from the palette, a wire between them.
    const QSize room = m_lab.window.canvas().viewport()->size();
    dragFromPalette(QStringLiteral("Input"), QPoint(room.width() / 8, room.height() / 3));
    ASSERT_EQ(m_lab.document.network().layers().size(), 1u);
    dragFromPalette(QStringLiteral("Dense"), QPoint(room.width() * 5 / 8, room.height() / 3));
    ASSERT_EQ(m_lab.document.network().layers().size(), 2u);
    const LayerId input = m_lab.document.network().layers()[0].id;
    const LayerId dense = m_lab.document.network().layers()[1].id;
    if (m_lab.document.network().wires().empty()) {
        dragMouse(port(input, true), port(dense, false));
        ASSERT_EQ(m_lab.document.network().wires().size(), 1u);
    }

    // Choose data with the keyboard.
    showTab(1);
    auto* sets = m_lab.find<QListWidget>("dataSet");
    sets->setFocus();
    QTest::keyClicks(sets, QStringLiteral("Two"));
    QTest::keyClick(sets, Qt::Key_Enter);
    ASSERT_EQ(m_lab.document.experiment().data, "gaussians");
    ASSERT_TRUE(m_lab.until([&] { return m_lab.window.data() && m_lab.window.data()->text == "gaussians"; }));

    // The network gives 16 numbers for 2 classes: Train says so, shows where, and a fix is one click away.
    press("trainButton");
    EXPECT_FALSE(m_lab.window.messages().text().isEmpty());
    press("messageButton");
    EXPECT_EQ(m_lab.find<QTabWidget>("sideTabs")->currentIndex(), 0);
    for (int round = 0; round < 3 && trainingObstacle(m_lab.document); ++round)
        press("fix");
    ASSERT_FALSE(trainingObstacle(m_lab.document)) << trainingObstacle(m_lab.document)->sentence;

    // Train to the end.
    press("trainButton");
    ASSERT_TRUE(m_lab.untilState(RunState::Finished)) << m_lab.window.messages().text().toStdString();
    ASSERT_TRUE(m_lab.until([&] { return m_lab.window.predictions().evaluation().has_value(); }));
    const Evaluated learned = *m_lab.window.predictions().evaluation();
    EXPECT_GT(learned.accuracy, 0.8);

    // Save with the keys, close, open in a new window: the same result.
    const QString path = m_folder.filePath(QStringLiteral("clouds.protomind"));
    m_lab.dialogs.nextFile = path;
    QSignalSpy saved(&m_lab.window.files(), &ProjectFiles::saved);
    QTest::keyClick(&m_lab.window, Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(m_lab.until([&] { return saved.count() == 1; }))
        << m_lab.window.messages().text().toStdString();
    m_lab.window.close();
    ASSERT_FALSE(m_lab.window.isVisible());

    QTemporaryDir other;
    Laboratory again(other.path());
    again.window.start(path);
    ASSERT_TRUE(again.until([&] { return again.run.isTrained() && again.window.data(); }));
    EXPECT_TRUE(sameStructure(again.document.network(), m_lab.document.network()));
    again.action("actionEvaluate")->trigger();
    ASSERT_TRUE(again.until([&] { return again.window.predictions().evaluation().has_value(); }));
    EXPECT_EQ(again.window.predictions().evaluation()->accuracy, learned.accuracy);
    EXPECT_EQ(again.window.predictions().evaluation()->loss, learned.loss);
}

} // namespace
} // namespace protomind
