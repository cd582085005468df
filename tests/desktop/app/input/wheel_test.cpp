// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/input/wheel_filter.h"
#include "desktop/app/laboratory.h"
#include "desktop/document/commands/experiment_commands.h"

#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtTest/qtestspontaneevent.h>

#include <gtest/gtest.h>

#include <set>

namespace protomind {
namespace {

constexpr int kNotch = 120;

/// As the wheel turns over a control; the pointer lies where it says.
void turn(QWidget& control, int notches, QPointF pointer = QPointF(40, 40)) {
    QWheelEvent event(QPointF(control.rect().center()), pointer, {}, {0, notches * kNotch}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event); // Others are not given on to what the control lies in.
    qApp->notify(&control, &event);
}

/// What a control is set to; nothing where it is no control of the kind that Qt lets a wheel change.
QString setting(const QWidget& widget) {
    if (const auto* box = qobject_cast<const QAbstractSpinBox*>(&widget))
        return QStringLiteral("box ") + box->text();
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        return QStringLiteral("list ") + QString::number(box->currentIndex());
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        return QStringLiteral("tab ") + QString::number(tabs->currentIndex());
    const auto* slider = qobject_cast<const QAbstractSlider*>(&widget);
    if (slider && !qobject_cast<const QScrollBar*>(&widget))
        return QStringLiteral("slider ") + QString::number(slider->value());
    return {};
}

class WheelTest : public testing::Test {
protected:
    void SetUp() override {
        m_lab = std::make_unique<Laboratory>(m_folder.path());
        ASSERT_TRUE(m_lab->startWith("playground"));
    }

    /// Turns the wheel over everything that is there.
    void expectUnchanged(QWidget& root, const char* where) {
        QApplication::processEvents();
        const QWidget* const focused = QApplication::focusWidget();
        const int steps = m_lab->document.undoStack().index();
        const double speed = m_lab->run.speed();
        for (QWidget* widget : root.findChildren<QWidget*>()) {
            const QString name = QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                                 widget->objectName() + QLatin1Char(' ') + widget->accessibleName();
            EXPECT_NE(widget->focusPolicy(), Qt::WheelFocus) << where << ": " << name.toStdString();
            const QString before = setting(*widget);
            if (before.isEmpty() || widget->hasFocus())
                continue;
            m_seen.insert(widget->metaObject()->className());
            for (const int notches : {1, 3, -1, -3}) {
                turn(*widget, notches);
                EXPECT_EQ(setting(*widget), before) << where << ": " << name.toStdString();
            }
        }
        EXPECT_EQ(QApplication::focusWidget(), focused) << where;
        EXPECT_EQ(m_lab->document.undoStack().index(), steps) << where;
        EXPECT_EQ(m_lab->run.speed(), speed) << where;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Laboratory> m_lab;
    std::set<std::string> m_seen;
};

TEST_F(WheelTest, InPassingItChangesNoControlOfTheWindow) {
    MainWindow& window = m_lab->window;
    expectUnchanged(window, "canvas");
    for (QTabWidget* tabs : window.findChildren<QTabWidget*>())
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            expectUnchanged(window, tabs->tabText(tab).toUtf8().constData());
        }
    for (const char* data : {"spiral?noise=0.1", "digits", "line"}) {
        m_lab->document.undoStack().push(new SetDataText(m_lab->document, data));
        ASSERT_TRUE(m_lab->until([&] { return window.data() && window.data()->text == data; })) << data;
        expectUnchanged(window, data);
    }
    ASSERT_TRUE(m_lab->beginTemplate("digits-convnet"));
    for (const Layer& layer : m_lab->document.network().layers()) {
        window.canvas().reveal(layer.id);
        expectUnchanged(window, layer.type.c_str());
    }
    for (const auto& [action, name] :
         {std::pair("actionSettings", "settingsDialog"), std::pair("actionShortcuts", "shortcutsDialog"),
          std::pair("actionNewTemplate", "templateDialog")}) {
        m_lab->action(action)->trigger();
        auto* dialog = m_lab->find<QDialog>(name);
        ASSERT_NE(dialog, nullptr) << name;
        expectUnchanged(*dialog, name);
        dialog->reject();
        QApplication::processEvents();
    }
    for (const char* kind : {"protomind::WholeSpinBox", "protomind::NumberSpinBox", "protomind::RealSpinBox",
                             "QComboBox", "QSlider", "QTabBar"})
        EXPECT_EQ(m_seen.count(kind), 1u) << kind;
}

TEST_F(WheelTest, TheSeedAndItsRunStayUnlessThePersonWorksInTheSeedBox) {
    m_lab->run.step(StepUnit::Batch);
    ASSERT_TRUE(m_lab->until([&] { return m_lab->run.isTrained(); }));
    auto* seed = m_lab->find<QDoubleSpinBox>("seedBox");
    const double before = seed->value();
    turn(*seed, 1);
    EXPECT_EQ(seed->value(), before);
    EXPECT_TRUE(m_lab->run.isTrained());
    QTest::mouseClick(seed->findChild<QLineEdit*>(), Qt::LeftButton);
    turn(*seed, 1);
    EXPECT_EQ(seed->value(), before + 1);
    turn(*seed->findChild<QLineEdit*>(), 1); // where the pointer is in fact
    EXPECT_EQ(seed->value(), before + 2);
}

/// Fields in a column that is longer than what is seen of it.
class LongColumn : public testing::Test {
protected:
    LongColumn() {
        auto* column = new QWidget;
        auto* layout = new QVBoxLayout(column);
        for (QWidget* field : {static_cast<QWidget*>(m_number), static_cast<QWidget*>(m_slider),
                               static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_last)}) {
            field->setMinimumHeight(120);
            layout->addWidget(field);
        }
        m_number->setRange(0, 100);
        m_number->setValue(50);
        m_slider->setRange(0, 2);
        m_slider->setValue(1);
        m_list->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        m_area.setWidget(column);
        m_area.resize(300, 200);
        m_area.show();
        QApplication::setActiveWindow(&m_area);
    }
    [[nodiscard]] int scrolled() const { return m_area.verticalScrollBar()->value(); }

    WheelFilter m_filter;
    QScrollArea m_area;
    QSpinBox* m_number = new QSpinBox;
    QSlider* m_slider = new QSlider(Qt::Horizontal);
    QComboBox* m_list = new QComboBox;
    QSpinBox* m_last = new QSpinBox;
};

TEST_F(LongColumn, ScrollsWhereTheWheelTurnsOverAFieldInPassing) {
    m_last->setFocus();
    for (QWidget* field :
         {static_cast<QWidget*>(m_number), static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_list)}) {
        m_area.verticalScrollBar()->setValue(0);
        const QString before = setting(*field);
        turn(*field, -1);
        EXPECT_EQ(setting(*field), before);
        EXPECT_GT(scrolled(), 0) << field->metaObject()->className();
        EXPECT_EQ(QApplication::focusWidget(), m_last);
    }
}

TEST_F(LongColumn, AFieldThatComesUnderThePointerWhileItScrollsStaysAsItIs) {
    m_number->setFocus();
    const QPointF pointer(30, 30);
    turn(*m_area.viewport(), -1, pointer);
    turn(*m_number, 1, pointer);
    EXPECT_EQ(m_number->value(), 50);
    turn(*m_number, 1, pointer + QPointF(1, 0)); // the person has moved there
    EXPECT_EQ(m_number->value(), 51);
    turn(*m_area.viewport(), -1, pointer);
    QTest::mouseClick(m_number->findChild<QLineEdit*>(), Qt::LeftButton); // or has clicked into it
    turn(*m_number, 1, pointer);
    EXPECT_EQ(m_number->value(), 52);
}

TEST_F(LongColumn, AFieldAtItsEndScrollsAndStillGoesBack) {
    m_slider->setFocus();
    m_area.verticalScrollBar()->setValue(m_area.verticalScrollBar()->maximum());
    turn(*m_slider, 5);
    EXPECT_EQ(m_slider->value(), 2);
    turn(*m_slider, 1);
    EXPECT_LT(scrolled(), m_area.verticalScrollBar()->maximum());
    turn(*m_slider, -1);
    EXPECT_LT(m_slider->value(), 2);
}

} // namespace
} // namespace protomind
