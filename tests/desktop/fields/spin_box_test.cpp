// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/fields/number_spin_box.h"
#include "desktop/fields/whole_spin_box.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <gtest/gtest.h>

#include <memory>

namespace protomind {
namespace {

/// A window with fields, in the language of a person.
class FieldsTest : public testing::TestWithParam<QLocale> {
protected:
    FieldsTest() {
        QLocale::setDefault(GetParam());
        m_window.resize(420, 320);
        auto* column = new QVBoxLayout(&m_window);
        m_rate = new NumberSpinBox(0, 10000, true, &m_window);
        m_noise = new NumberSpinBox(-1, 1, false, &m_window);
        m_slope = new RealSpinBox(&m_window);
        m_slope->setRange(-99999, 99999);
        m_slope->setDecimals(3);
        m_slope->setKeyboardTracking(false);
        m_count = new WholeSpinBox(&m_window);
        m_count->setRange(1, 1000000);
        m_count->setGroupSeparatorShown(true);
        m_share = new NumberSpinBox(0, 50, false, &m_window);
        m_share->setSuffix(QStringLiteral(" %"));
        m_other = new QLineEdit(&m_window);
        for (QWidget* field :
             std::initializer_list<QWidget*>{m_rate, m_noise, m_slope, m_count, m_share, m_other})
            column->addWidget(field);
        m_rate->setValue(0.001);
        m_count->setValue(4);
        m_window.show();
        QApplication::setActiveWindow(&m_window);
    }
    ~FieldsTest() override { QLocale::setDefault(QLocale::system()); }

    /// Types into a box instead of what is there, and gives it with Enter.
    void type(QAbstractSpinBox& box, const char* text, Qt::Key end = Qt::Key_Return) {
        box.setFocus();
        box.selectAll();
        for (const QChar letter : QString::fromUtf8(text))
            QTest::sendKeyEvent(QTest::Click, &box,
                                letter.unicode() < 128 ? Qt::Key(letter.toUpper().unicode())
                                                       : Qt::Key_unknown,
                                QString(letter), Qt::NoModifier);
        QTest::keyClick(&box, end);
        QApplication::processEvents();
    }
    /// What is said below a field; nothing where nothing is.
    QString said() {
        auto* label = m_window.findChild<QLabel*>(QStringLiteral("fieldComplaint"));
        return label && label->isVisible() ? label->text() : QString();
    }

    QWidget m_window;
    NumberSpinBox* m_rate;
    NumberSpinBox* m_noise;
    RealSpinBox* m_slope;
    WholeSpinBox* m_count;
    NumberSpinBox* m_share;
    QLineEdit* m_other;
};

INSTANTIATE_TEST_SUITE_P(Languages, FieldsTest,
                         testing::Values(QLocale(QLocale::German, QLocale::Germany),
                                         QLocale(QLocale::English, QLocale::UnitedStates),
                                         QLocale(QLocale::German, QLocale::Switzerland)),
                         [](const auto& instance) { return instance.param.name().toStdString(); });

TEST_P(FieldsTest, OneHalfMayBeTypedWithAPointOrAComma) {
    for (QDoubleSpinBox* box : std::initializer_list<QDoubleSpinBox*>{m_rate, m_noise, m_slope})
        for (const char* text : {"0.5", "0,5", ",5", "0,50", "5e-1"}) {
            box->setValue(0.25);
            type(*box, text);
            EXPECT_EQ(box->value(), 0.5) << text;
            EXPECT_EQ(said(), QString()) << text;
            EXPECT_TRUE(box->text().startsWith(QLatin1String("0.5"))) << "a point in every language";
        }
    type(*m_noise, "\u22120,25");
    EXPECT_EQ(m_noise->value(), -0.25);
    type(*m_share, "12,5");
    EXPECT_EQ(m_share->value(), 12.5);
    EXPECT_EQ(m_share->text(), QStringLiteral("12.5 %"));
}

TEST_P(FieldsTest, ANumberThatCouldBeTwoIsRefusedAndNothingIsChanged) {
    for (QDoubleSpinBox* box : std::initializer_list<QDoubleSpinBox*>{m_rate, m_slope}) {
        box->setValue(0.25);
        QSignalSpy changes(box, &QDoubleSpinBox::valueChanged);
        type(*box, "1,234");
        EXPECT_EQ(box->value(), 0.25);
        EXPECT_EQ(changes.empty() ? QVariant(0.25) : changes.back()[0], QVariant(0.25));
        EXPECT_EQ(said(), QStringLiteral("\"1,234\" could be 1234 or 1.234. Write the one that you mean."));
        EXPECT_EQ(box->text(), box->textFromValue(0.25));
        type(*box, "1.234");
        EXPECT_EQ(box->value(), 1.234) << "what the program itself would write";
        EXPECT_EQ(said(), QString()) << "what was said is over";
    }
    type(*m_count, "1,234");
    EXPECT_EQ(m_count->value(), 4);
    EXPECT_FALSE(said().isEmpty());
}

TEST_P(FieldsTest, WhatIsNoNumberIsRefusedAndNotMadeIntoOne) {
    for (const char* text : {"1,5,2", "1.234,5", "1;5", "0.5x", "0,5 1", "--1", "abc"}) {
        type(*m_rate, text);
        EXPECT_EQ(m_rate->value(), 0.001) << text;
        EXPECT_TRUE(said().contains(QString::fromUtf8(text))) << said().toStdString();
    }
    type(*m_rate, "");
    QTest::keyClick(m_rate, Qt::Key_Backspace);
    QTest::keyClick(m_rate, Qt::Key_Return);
    QApplication::processEvents();
    EXPECT_EQ(m_rate->value(), 0.001);
    EXPECT_EQ(said(), QStringLiteral("A number goes here."));
}

TEST_P(FieldsTest, WholeNumbersStayWhole) {
    for (const char* text : {"0,5", "0.5", "2,5", "1.234", "1.5e0", "60.000", "60,000"}) {
        type(*m_count, text);
        EXPECT_EQ(m_count->value(), 4) << text;
        EXPECT_FALSE(said().isEmpty()) << text;
    }
    type(*m_count, "60000");
    EXPECT_EQ(m_count->value(), 60000);
    EXPECT_EQ(m_count->text(), QStringLiteral("60\u202f000"));
    m_count->setValue(1);
    type(*m_count, "60\u202f000");
    EXPECT_EQ(m_count->value(), 60000) << "what is shown can be typed";
    type(*m_count, "2000000");
    EXPECT_EQ(m_count->value(), 60000);
    EXPECT_EQ(said(), QStringLiteral("A number from 1 to 1000000 goes here."));
}

TEST_P(FieldsTest, LeavingABoxSaysWhyItsNumberIsNotTaken) {
    for (const Qt::Key end : {Qt::Key_Tab, Qt::Key_Up}) {
        type(*m_slope, "1,234", end);
        EXPECT_EQ(m_slope->value(), 0);
        EXPECT_TRUE(said().contains(QStringLiteral("1234"))) << end;
        m_other->setFocus();
        type(*m_rate, "0,5");
        type(*m_rate, "1,234", end);
        EXPECT_EQ(m_rate->value(), 0.5) << end;
        EXPECT_TRUE(said().contains(QStringLiteral("1234"))) << end;
    }
    type(*m_count, "1,234", Qt::Key_Up);
    EXPECT_EQ(m_count->value(), 4);
}

TEST_P(FieldsTest, TheSentenceGoesWhereTheMouseGoesOn) {
    type(*m_slope, "1,234", Qt::Key_Tab);
    ASSERT_FALSE(said().isEmpty());
    QTest::mouseClick(m_other, Qt::LeftButton);
    EXPECT_TRUE(said().isEmpty());
}

TEST_P(FieldsTest, TheSentenceStaysInsideTheWindow) {
    for (QAbstractSpinBox* box : std::initializer_list<QAbstractSpinBox*>{m_rate, m_share}) {
        type(*box, "1,234");
        auto* label = m_window.findChild<QLabel*>(QStringLiteral("fieldComplaint"));
        ASSERT_NE(label, nullptr);
        EXPECT_TRUE(m_window.rect().contains(label->geometry()));
        EXPECT_GE(label->height(), label->heightForWidth(label->width()));
        EXPECT_FALSE(label->geometry().intersects(box->geometry())) << "the number stays seen";
    }
}

TEST_P(FieldsTest, AWindowMayCloseWithAHalfTypedNumber) {
    for (const bool shown : {true, false}) {
        auto window = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(window.get());
        auto* real = new NumberSpinBox(0, 1, false, window.get());
        auto* whole = new WholeSpinBox(window.get());
        column->addWidget(real);
        column->addWidget(whole);
        window->setVisible(shown);
        QApplication::setActiveWindow(window.get());
        for (QAbstractSpinBox* box : std::initializer_list<QAbstractSpinBox*>{real, whole}) {
            box->setFocus();
            box->selectAll();
            QTest::keyClicks(box, QStringLiteral("1,234"));
        }
        EXPECT_EQ(real->value(), 0);
        window.reset();
        QApplication::processEvents();
    }
}

TEST_P(FieldsTest, ADecimalBoxWithoutDecimalsTakesWholeNumbers) {
    m_slope->setDecimals(0);
    type(*m_slope, "12,5");
    EXPECT_EQ(m_slope->value(), 0);
    EXPECT_EQ(said(), QStringLiteral("A whole number goes here."));
    type(*m_slope, "12");
    EXPECT_EQ(m_slope->value(), 12);
}

} // namespace
} // namespace protomind
