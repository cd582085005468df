// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/live/weight_card.h"
#include "desktop/live/weight_lines.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

LayerWeights weightsOf(std::int64_t inputs, std::int64_t outputs) {
    LayerWeights weights;
    weights.layer = "Dense";
    weights.weight = "Dense/kernel";
    weights.values = HostArray(Shape{inputs, outputs});
    for (std::size_t i = 0; i < weights.values.values.size(); ++i)
        weights.values.values[i] = std::sin(float(i) * 1.3f) * 2;
    return weights;
}

std::vector<QPointF> endsAt(double x, int count) {
    std::vector<QPointF> ends;
    for (int i = 0; i < count; ++i)
        ends.emplace_back(x, 40.0 * i);
    return ends;
}

TEST(WeightLines, EveryLineIsFoundAtItsMiddle) {
    WeightLines lines;
    lines.setEnds(endsAt(0, 4), endsAt(200, 3));
    lines.setWeights(weightsOf(4, 3));
    for (int from = 0; from < 4; ++from) {
        for (int to = 0; to < 3; ++to) {
            const WeightPlace place{from, to};
            const QPointF middle = lines.middle(place);
            EXPECT_LT(lines.distance(place, middle), 0.5);
            // Lines that cross there are found as well; from near an end only this one is.
            const auto found = lines.at(middle);
            ASSERT_TRUE(found);
            EXPECT_LT(lines.distance(*found, middle), kWeightReach);
        }
    }
    EXPECT_FALSE(lines.at(QPointF(100, 400)));
    EXPECT_FALSE(lines.at(QPointF(-50, 0)));
}

TEST(WeightLines, AThinLineHasAWidePathToHit) {
    WeightLines lines;
    lines.setEnds(endsAt(0, 1), endsAt(200, 1));
    LayerWeights weights = weightsOf(1, 1);
    weights.values.values = {0.001f};
    lines.setWeights(weights);
    EXPECT_LT(WeightLines::width(0.001), 1.5);
    EXPECT_TRUE(lines.at(QPointF(100, 6)));
    EXPECT_TRUE(lines.at(QPointF(100, -6)));
    EXPECT_FALSE(lines.at(QPointF(100, 12)));
}

TEST(WeightLines, ALargerWeightIsWider) {
    for (double weight = 0; weight < 5; weight += 0.1) {
        EXPECT_LE(WeightLines::width(weight), WeightLines::width(weight + 0.1));
        EXPECT_EQ(WeightLines::width(weight), WeightLines::width(-weight));
    }
    EXPECT_GT(WeightLines::width(2), 2 * WeightLines::width(0.1));
    EXPECT_LT(WeightLines::width(1e30), 20);
    EXPECT_LT(WeightLines::width(std::nan("")), 2);
}

TEST(WeightLines, OfManyWeightsTheStrongestAreDrawn) {
    WeightLines lines;
    lines.setEnds(endsAt(0, 40), endsAt(200, 40));
    LayerWeights weights = weightsOf(40, 40);
    std::ranges::fill(weights.values.values, 0.01f);
    weights.values.values[17 * 40 + 5] = -3;
    lines.setWeights(weights);
    const auto found = lines.at(lines.middle({17, 5}), 0.1);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, (WeightPlace{17, 5}));
}

TEST(WeightLines, WeightsOfAnotherShapeMakeNoLines) {
    WeightLines lines;
    lines.setEnds(endsAt(0, 4), endsAt(200, 3));
    lines.setWeights(weightsOf(3, 4));
    EXPECT_TRUE(lines.isEmpty());
    lines.setWeights(LayerWeights{});
    EXPECT_TRUE(lines.isEmpty());
}

TEST(WeightFacts, AreThoseOfThePlace) {
    LayerWeights weights = weightsOf(2, 3);
    WeightFacts facts = WeightFacts::of(weights, {1, 2});
    EXPECT_FLOAT_EQ(float(facts.weight), weights.values.values[5]);
    EXPECT_FALSE(facts.gradient);
    EXPECT_FALSE(facts.update);
    weights.gradient = weights.values;
    weights.gradient.values[5] = 0.25f;
    facts = WeightFacts::of(weights, {1, 2});
    EXPECT_EQ(facts.gradient, 0.25);
    EXPECT_FALSE(facts.penaltyGradient);
    weights.penaltyGradient = weights.values;
    weights.penaltyGradient.values[5] = -0.5f;
    EXPECT_EQ(WeightFacts::of(weights, {1, 2}).penaltyGradient, -0.5);
}

class WeightCardTest : public testing::Test {
protected:
    WeightCardTest() {
        m_window.resize(400, 300);
        m_window.show();
        QApplication::setActiveWindow(&m_window);
        m_facts.weight = 0.5;
        m_card.show(QPoint(50, 50), m_facts);
    }
    QLineEdit* box() { return m_card.findChild<QLineEdit*>(); }

    QWidget m_window;
    WeightCard m_card{&m_window};
    WeightFacts m_facts;
};

TEST_F(WeightCardTest, SaysWhichOfLossAndPenaltyALargerWeightWouldRaise) {
    const auto said = [this](double ofLoss, std::optional<double> ofPenalty) {
        m_facts.gradient = ofLoss;
        m_facts.penaltyGradient = ofPenalty;
        m_card.refresh(m_facts);
        return m_card.findChild<QLabel*>()->text();
    };
    EXPECT_TRUE(said(-0.2, {}).contains(QStringLiteral("would lower the loss.")));
    const QString parts = said(-0.2, 0.9);
    for (const char* number : {"−0.2", "+0.9", "+0.7"})
        EXPECT_TRUE(parts.contains(QString::fromUtf8(number))) << number << qPrintable(parts);
    EXPECT_TRUE(parts.contains(QStringLiteral("would lower the loss, but raise the penalty more")));
    EXPECT_FALSE(parts.contains(QStringLiteral("would raise the loss")));
    EXPECT_TRUE(said(0.2, 0.9).contains(QStringLiteral("would raise loss and penalty together")));
    EXPECT_TRUE(said(0.2, -0.9).contains(QStringLiteral("would raise the loss, but lower the penalty more")));
    EXPECT_TRUE(said(-2, 0.9).contains(QStringLiteral("would lower loss and penalty together")));
    EXPECT_TRUE(said(-0.2, 0).contains(QStringLiteral("would lower the loss.")));
}

TEST_F(WeightCardTest, ATypedNumberIsGivenOnEnter) {
    QSignalSpy typed(&m_card, &WeightCard::typed);
    m_card.edit();
    EXPECT_TRUE(m_card.isEditing());
    QTest::keyClicks(box(), QStringLiteral("-1.25"));
    QTest::keyClick(box(), Qt::Key_Return);
    ASSERT_EQ(typed.count(), 1);
    EXPECT_EQ(typed[0][0].toDouble(), -1.25);
    EXPECT_FALSE(m_card.isVisible());
}

TEST_F(WeightCardTest, WhatIsNoNumberIsRefusedInWords) {
    QSignalSpy typed(&m_card, &WeightCard::typed);
    m_card.edit();
    for (const char* text : {"abc", "", "1e400", "nan", "1 2"}) {
        box()->setText(QLatin1String(text));
        QTest::keyClick(box(), Qt::Key_Return);
        EXPECT_EQ(typed.count(), 0) << text;
        EXPECT_TRUE(m_card.isEditing()) << text;
    }
    QTest::keyClick(box(), Qt::Key_Escape);
    EXPECT_FALSE(m_card.isVisible());
    EXPECT_EQ(typed.count(), 0);
}

TEST_F(WeightCardTest, AWeightMayBeTypedWithAPointOrAComma) {
    for (const QLocale::Language language : {QLocale::German, QLocale::English}) {
        QLocale::setDefault(language);
        for (const char* text : {"0.5", "0,5"}) {
            QSignalSpy typed(&m_card, &WeightCard::typed);
            m_card.show(QPoint(50, 50), m_facts);
            EXPECT_EQ(box()->text(), QStringLiteral("0.5"));
            m_card.edit();
            QTest::keyClicks(box(), QLatin1String(text));
            QTest::keyClick(box(), Qt::Key_Return);
            ASSERT_EQ(typed.count(), 1) << text;
            EXPECT_EQ(typed[0][0].toDouble(), 0.5) << text;
        }
        QSignalSpy typed(&m_card, &WeightCard::typed);
        m_card.show(QPoint(50, 50), m_facts);
        m_card.edit();
        QTest::keyClicks(box(), QStringLiteral("1,234"));
        QTest::keyClick(box(), Qt::Key_Return);
        EXPECT_EQ(typed.count(), 0);
        bool said = false;
        for (const QLabel* label : m_card.findChildren<QLabel*>())
            said = said || label->text().contains(QStringLiteral("could be 1234 or 1.234"));
        EXPECT_TRUE(said);
        m_card.leave();
    }
    QLocale::setDefault(QLocale::system());
}

TEST_F(WeightCardTest, NewNumbersDoNotDisturbTyping) {
    m_card.edit();
    box()->setText(QStringLiteral("3"));
    m_facts.weight = 9;
    m_card.refresh(m_facts);
    EXPECT_EQ(box()->text(), QStringLiteral("3"));
    m_card.show(QPoint(100, 100), m_facts);
    EXPECT_TRUE(m_card.isEditing());
}

} // namespace
} // namespace protomind
