// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What has a key, a menu or a slider, used with the keys and the mouse.
#include "desktop/app/laboratory.h"

#include <QDoubleSpinBox>
#include <QMenu>
#include <QMenuBar>
#include <QMouseEvent>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSlider>
#include <QStyleOptionSlider>
#include <QTabWidget>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class ByHandTest : public testing::Test {
protected:
    ByHandTest()
        : m_lab(m_folder.path()) {}

    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    void save(const QString& path) {
        QSignalSpy saved(&m_lab.window.files(), &ProjectFiles::saved);
        m_lab.dialogs.nextFile = path;
        m_lab.action("actionSaveAs")->trigger();
        ASSERT_TRUE(m_lab.until([&] { return saved.count() == 1; }));
    }
    /// Clicks an entry of a menu that is open.
    static void clickEntry(QMenu* menu, QAction* entry) {
        ASSERT_TRUE(Laboratory::until([&] { return menu->isVisible(); }));
        QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(entry).center());
    }

    static QPoint handleOf(const QSlider& slider) {
        QStyleOptionSlider option;
        option.initFrom(&slider);
        option.orientation = slider.orientation();
        option.minimum = slider.minimum();
        option.maximum = slider.maximum();
        option.sliderPosition = slider.sliderPosition();
        option.sliderValue = slider.value();
        option.subControls = QStyle::SC_All;
        return slider.style()
            ->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, &slider)
            .center();
    }
    /// Takes the handle and moves it a share of the slider's length, in several moves.
    static void drag(QSlider& slider, double share) {
        const QPoint from = handleOf(slider);
        QTest::mousePress(&slider, Qt::LeftButton, Qt::NoModifier, from);
        ASSERT_TRUE(slider.isSliderDown()) << "The handle was missed.";
        constexpr int kMoves = 5;
        for (int move = 1; move <= kMoves; ++move) {
            const QPointF to = from + QPointF(share * slider.width() * move / kMoves, 2);
            QMouseEvent event(QEvent::MouseMove, to, slider.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                              Qt::NoModifier);
            QApplication::sendEvent(&slider, &event);
        }
        QTest::mouseRelease(&slider, Qt::LeftButton, Qt::NoModifier,
                            from + QPoint(static_cast<int>(share * slider.width()), 2));
        EXPECT_FALSE(slider.isSliderDown());
    }

    QTemporaryDir m_folder;
    Laboratory m_lab;
};

TEST_F(ByHandTest, F9IsForTheProjectorAndBack) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    ASSERT_TRUE(untilExposed(m_lab.window));
    const double type = QApplication::font().pointSizeF();
    QTest::keyClick(&m_lab.window, Qt::Key_F9);
    EXPECT_TRUE(m_lab.theme.projector());
    EXPECT_TRUE(m_lab.preferences.projector());
    EXPECT_GT(QApplication::font().pointSizeF(), type);
    QTest::keyClick(&m_lab.window, Qt::Key_F9);
    EXPECT_FALSE(m_lab.theme.projector());
    EXPECT_EQ(QApplication::font().pointSizeF(), type);
}

TEST_F(ByHandTest, ARecentFileIsChosenInTheMenu) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    save(file("first.protomind"));
    ASSERT_TRUE(m_lab.beginTemplate("spiral-mlp"));
    save(file("second.protomind"));
    auto* bar = m_lab.window.menuBar();
    auto* fileMenu = m_lab.find<QMenu>("menuFile");
    auto* recent = m_lab.find<QMenu>("menuRecent");
    QTest::mouseClick(bar, Qt::LeftButton, Qt::NoModifier,
                      bar->actionGeometry(fileMenu->menuAction()).center());
    clickEntry(fileMenu, recent->menuAction());
    ASSERT_TRUE(m_lab.until([&] { return recent->isVisible(); }));
    ASSERT_GE(recent->actions().size(), 2);
    EXPECT_EQ(recent->actions()[0]->text(), QStringLiteral("second.protomind"));
    ASSERT_EQ(recent->actions()[1]->text(), QStringLiteral("first.protomind"));
    clickEntry(recent, recent->actions()[1]);
    ASSERT_TRUE(m_lab.until([&] { return m_lab.window.files().path() == file("first.protomind"); }));
    EXPECT_FALSE(recent->isVisible());
    EXPECT_TRUE(m_lab.dialogs.asked.filter(QStringLiteral("Save the project")).isEmpty());
}

TEST_F(ByHandTest, ADragOfASliderIsOneStepThatCanBeUndone) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    m_lab.find<QTabWidget>("sideTabs")->setCurrentIndex(1);
    QUndoStack& history = m_lab.document.undoStack();
    for (const char* name : {"option.noise", "option.validation", "option.batch_size"}) {
        SCOPED_TRACE(name);
        auto* box = m_lab.find<QDoubleSpinBox>(name);
        ASSERT_NE(box, nullptr);
        auto* slider = box->parentWidget()->findChild<QSlider*>();
        ASSERT_NE(slider, nullptr);
        ASSERT_TRUE(m_lab.until([&] { return slider->isVisible() && slider->width() > 20; }));
        const double before = box->value();
        const Experiment start = m_lab.document.experiment();
        const int steps = history.index();
        int changes = 0;
        const auto counting = QObject::connect(slider, &QSlider::valueChanged, slider, [&] { ++changes; });
        drag(*slider, 0.4);
        QObject::disconnect(counting);
        EXPECT_GT(changes, 2) << "It follows the mouse.";
        EXPECT_GT(box->value(), before);
        EXPECT_EQ(history.index(), steps + 1);
        drag(*slider, -0.2);
        EXPECT_EQ(history.index(), steps + 2) << "The next drag is a step of its own.";
        history.undo();
        history.undo();
        EXPECT_EQ(box->value(), before);
        EXPECT_EQ(m_lab.document.experiment().data, start.data);
        EXPECT_EQ(m_lab.document.experiment().training, start.training);
        history.redo();
        EXPECT_GT(box->value(), before);
        history.undo();
    }
}

} // namespace
} // namespace protomind
