// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/opened/opened_layer.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Two maps in, two maps out.
LensLayer opened(int channel) {
    LensLayer layer;
    layer.inputs.push_back({Sentence::name("Input"), HostArray(Shape{4, 4, 2}, 0.5f)});
    layer.output = {Sentence::name("Convolution"), HostArray(Shape{4, 4, 3}, -0.25f)};
    layer.channel = channel;
    if (channel >= 0) {
        layer.weights.push_back({Sentence::name("kernel"), HostArray(Shape{3, 3, 2}, 1.0f)});
        layer.weights.push_back({Sentence::name("bias"), HostArray(Shape{}, 0.125f)});
        layer.parts = HostArray(Shape{4, 4, 2}, 0.1f);
    }
    return layer;
}

LensWorking worked() {
    LensWorking working;
    working.name = Sentence::name("Convolution[1, 2, 0]");
    working.numbers = {{Sentence::name("Convolution"), "y", Shape{4, 4, 3}}, {"Logits", "z", Shape{4, 4, 3}}};
    working.at = {1, 2, 0};
    working.window = {0, 2, 1, 3, 0, 0};
    working.value = 0.5;
    working.given = 0.5;
    LensStep sum{.symbol = "z", .value = 0.5};
    sum.terms.push_back(
        {{{Sentence::name("Input[1, 2, 0]"), {NumberPlace::Kind::Input, 0, 12}, {1, 2, 0}, 0.5},
          {Sentence::name("kernel[0]"), {NumberPlace::Kind::Variable, 0, 0}, {0}, -1.5}},
         -0.75});
    sum.terms.push_back(
        {{{Sentence::name("z[1, 2, 1]"), {NumberPlace::Kind::Inner, 0, 13}, {1, 2, 1}, 1.25}}, 1.25});
    working.steps.push_back(sum);
    return working;
}

class OpenedLayerTest : public testing::Test {
protected:
    OpenedLayerTest() {
        m_window.resize(900, 600);
        auto* const layout = new QVBoxLayout(&m_window);
        m_canvas = new QWidget(&m_window);
        m_canvas->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(m_canvas);
        m_layer = new OpenedLayer(&m_window, {m_canvas});
        m_window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&m_window));
        m_layer->open(QStringLiteral("Convolution"), QRect(10, 10, 20, 20));
        m_layer->showLayer(opened(-1), true, false);
    }

    /// Until it has grown.
    void settle() {
        EXPECT_TRUE(QTest::qWaitFor([this] { return m_layer->page().isVisible(); }));
    }

    QWidget m_window;
    QWidget* m_canvas = nullptr;
    OpenedLayer* m_layer = nullptr;
};

TEST_F(OpenedLayerTest, EscapeGoesBackOneDepthAtATime) {
    settle();
    QSignalSpy depths(m_layer, &OpenedLayer::depthChanged);
    EXPECT_EQ(m_layer->depth(), OpenedLayer::Depth::Layer);
    emit m_layer->page().chosen({1, 2, 0});
    EXPECT_EQ(m_layer->depth(), OpenedLayer::Depth::Number);
    m_layer->showWorking(worked(), opened(-1), true, {});
    EXPECT_TRUE(m_layer->working().isVisible());
    QTest::keyClick(m_layer, Qt::Key_Escape);
    EXPECT_EQ(m_layer->depth(), OpenedLayer::Depth::Layer);
    EXPECT_TRUE(m_layer->page().isVisible());
    QTest::keyClick(m_layer, Qt::Key_Escape);
    EXPECT_EQ(m_layer->depth(), OpenedLayer::Depth::Closed);
    EXPECT_FALSE(m_layer->isVisible());
    EXPECT_EQ(depths.count(), 3);
}

TEST_F(OpenedLayerTest, EscapeWorksWhereverTheKeyboardIs) {
    settle();
    QWidget elsewhere(&m_window);
    elsewhere.setFocusPolicy(Qt::StrongFocus);
    elsewhere.show();
    elsewhere.setFocus();
    QTest::keyClick(&elsewhere, Qt::Key_Escape);
    EXPECT_EQ(m_layer->depth(), OpenedLayer::Depth::Closed);
}

TEST_F(OpenedLayerTest, LiesOverTheCanvasAndGrowsWithIt) {
    settle();
    m_window.resize(700, 500);
    EXPECT_TRUE(QTest::qWaitFor([this] { return m_layer->geometry() == m_canvas->geometry(); }));
    QTest::mouseClick(m_layer, Qt::LeftButton, Qt::NoModifier, QPoint(2, 2));
    EXPECT_EQ(m_layer->depth(), OpenedLayer::Depth::Closed);
}

TEST_F(OpenedLayerTest, PointingAtAMapFollowsItAndAClickOpensItsNumber) {
    settle();
    QSignalSpy followed(m_layer, &OpenedLayer::followed);
    QSignalSpy wanted(m_layer, &OpenedLayer::wanted);
    TileGrid& output = m_layer->page().output();
    const QPoint cell = output.cellRect({2, 3, 1}).center().toPoint();
    QTest::mouseMove(&output, cell);
    ASSERT_EQ(followed.count(), 1);
    EXPECT_EQ(followed[0][0].toInt(), 2);
    QTest::mouseClick(&output, Qt::LeftButton, Qt::NoModifier, cell);
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted[0][1].value<std::vector<std::int64_t>>(), (std::vector<std::int64_t>{3, 1, 2}));
}

TEST_F(OpenedLayerTest, AFollowedMapShowsItsWeightsPartsAndBias) {
    settle();
    EXPECT_FALSE(m_layer->page().kernel().isVisible());
    m_layer->showLayer(opened(1), true, false);
    EXPECT_TRUE(m_layer->page().kernel().isVisible());
    EXPECT_EQ(m_layer->page().parts().tiles().channels(), 2);
    EXPECT_TRUE(m_layer->page().biasText().contains(QStringLiteral("0.125")));
}

TEST_F(OpenedLayerTest, ByKeyAlone) {
    settle();
    QSignalSpy wanted(m_layer, &OpenedLayer::wanted);
    TileGrid& output = m_layer->page().output();
    output.setFocus();
    QTest::keyClick(&output, Qt::Key_Right);
    QTest::keyClick(&output, Qt::Key_Down);
    QTest::keyClick(&output, Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(&output, Qt::Key_Return);
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted[0][1].value<std::vector<std::int64_t>>(), (std::vector<std::int64_t>{1, 1, 1}));
}

TEST_F(OpenedLayerTest, TheWorkingMarksWhatItIsMadeOfAndOpensNumbersOnTheWay) {
    settle();
    emit m_layer->page().chosen({1, 2, 0});
    m_layer->showWorking(worked(), opened(-1), true, {});
    WorkingPage& page = m_layer->working();
    ASSERT_EQ(page.equations().size(), 1);
    EXPECT_EQ(page.equations()[0], QStringLiteral("z = 0.5 × (−1.5) + 1.25 = 0.5"));
    EXPECT_EQ(page.input().followed(), 0);
    QSignalSpy wanted(m_layer, &OpenedLayer::wanted);
    QTest::mouseMove(&page.output(), page.output().cellRect({0, 3, 3}).center().toPoint());
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted[0][0].toInt(), 0);
    EXPECT_EQ(wanted[0][1].value<std::vector<std::int64_t>>(), (std::vector<std::int64_t>{3, 3, 0}));
    // An input cell is a handle as well.
    QTest::mouseMove(&page.input(), page.input().cellRect({0, 1, 1}).center().toPoint());
    ASSERT_EQ(wanted.count(), 2);
    EXPECT_EQ(wanted[1][1].value<std::vector<std::int64_t>>(), (std::vector<std::int64_t>{1, 1, 0}));
}

TEST_F(OpenedLayerTest, BackFromANumberOnTheWayGoesToWhereItWasOpened) {
    settle();
    emit m_layer->page().chosen({1, 2, 0});
    m_layer->showWorking(worked(), opened(-1), true, {});
    QSignalSpy wanted(m_layer, &OpenedLayer::wanted);
    emit m_layer->working().wanted(1, {1, 2, 1});
    LensWorking inner = worked();
    inner.which = 1;
    inner.at = {1, 2, 1};
    m_layer->showWorking(inner, opened(-1), true, {});
    QTest::keyClick(m_layer, Qt::Key_Escape);
    EXPECT_EQ(m_layer->depth(), OpenedLayer::Depth::Number);
    ASSERT_EQ(wanted.count(), 2);
    EXPECT_EQ(wanted[1][0].toInt(), 0);
    EXPECT_EQ(wanted[1][1].value<std::vector<std::int64_t>>(), (std::vector<std::int64_t>{1, 2, 0}));
    QTest::keyClick(m_layer, Qt::Key_Escape);
    EXPECT_EQ(m_layer->depth(), OpenedLayer::Depth::Layer);
}

TEST_F(OpenedLayerTest, FramesWhatANumberSeesOfThePicture) {
    settle();
    emit m_layer->page().chosen({1, 2, 0});
    LensWorking deep = worked();
    deep.receptiveField = {2, 3, 6, 7};
    m_layer->showWorking(deep, opened(-1), false, HostArray(Shape{12, 12, 1}, 0.5f));
    EXPECT_TRUE(m_layer->working().sample().isVisible());
    EXPECT_EQ(m_layer->working().sample().mark(), QRect(QPoint(3, 2), QPoint(7, 6)));
    // Of the first layer the input is that picture already.
    m_layer->showWorking(deep, opened(-1), false, opened(-1).inputs.front().numbers);
    EXPECT_FALSE(m_layer->working().sample().isVisible());
}

/// While it trains the numbers change and the page stays where it is.
TEST_F(OpenedLayerTest, NewNumbersKeepTheRowsThatStandThere) {
    settle();
    emit m_layer->page().chosen({1, 2, 0});
    m_layer->showWorking(worked(), opened(-1), true, {});
    const auto rows = m_layer->working().findChildren<QLabel*>();
    LensWorking later = worked();
    later.steps.front().value = 0.75;
    m_layer->showWorking(later, opened(-1), true, {});
    EXPECT_EQ(m_layer->working().findChildren<QLabel*>(), rows);
    EXPECT_TRUE(m_layer->working().equations()[0].endsWith(QStringLiteral("= 0.75")));
}

TEST_F(OpenedLayerTest, SaysWhichSampleItShowsAndLeadsToOthers) {
    settle();
    auto* const text = m_layer->findChild<QLabel*>(QStringLiteral("openedSample"));
    ASSERT_NE(text, nullptr);
    EXPECT_TRUE(text->text().contains(QStringLiteral("first sample kept aside")));
    m_layer->setSample(QStringLiteral("Your drawing"));
    EXPECT_EQ(text->text(), QStringLiteral("Your drawing"));
    QSignalSpy steps(m_layer, &OpenedLayer::sampleStepWanted);
    m_layer->findChild<QToolButton*>(QStringLiteral("sampleNext"))->click();
    m_layer->findChild<QToolButton*>(QStringLiteral("sampleBefore"))->click();
    ASSERT_EQ(steps.count(), 2);
    EXPECT_EQ(steps[0][0].toInt(), 1);
    EXPECT_EQ(steps[1][0].toInt(), -1);
}

TEST_F(OpenedLayerTest, TheWindowSlidesUntilAPersonPoints) {
    settle();
    emit m_layer->page().chosen({1, 2, 0});
    m_layer->showWorking(worked(), opened(-1), true, {});
    QSignalSpy wanted(m_layer, &OpenedLayer::wanted);
    m_layer->working().setSliding(true);
    ASSERT_TRUE(wanted.wait());
    EXPECT_EQ(wanted[0][1].value<std::vector<std::int64_t>>(), (std::vector<std::int64_t>{1, 3, 0}));
    TileGrid& output = m_layer->working().output();
    QTest::mouseMove(&output, output.cellRect({1, 0, 0}).center().toPoint());
    EXPECT_FALSE(m_layer->working().isSliding());
}

} // namespace
} // namespace protomind
