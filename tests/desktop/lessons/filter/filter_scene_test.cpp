// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/filter/filter_scene.h"
#include "desktop/lessons/filter/known_kernels.h"
#include "desktop/lessons/filter/worked_place.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace protomind {
namespace {

void moveTo(QWidget& widget, QPoint to, Qt::MouseButtons buttons = Qt::LeftButton) {
    QMouseEvent move(QEvent::MouseMove, to, widget.mapToGlobal(QPointF(to)), Qt::NoButton, buttons,
                     Qt::NoModifier);
    QApplication::sendEvent(&widget, &move);
}

class FilterSceneTest : public testing::Test {
protected:
    FilterSceneTest() {
        m_visit.begin("edge");
        QObject::connect(&m_scene, &FilterScene::moved, [this](qint64 row, qint64 column) {
            m_visit.moveTo({row, column}, m_filter);
            m_scene.showFilter(m_filter, m_visit);
        });
        QObject::connect(&m_scene, &FilterScene::kernelEdited, [this](const std::vector<double>& numbers) {
            m_filter.kernel = numbers;
            m_scene.showFilter(m_filter, m_visit);
        });
        QObject::connect(&m_scene, &FilterScene::guessed, [this](double number) {
            m_visit.guess(number, m_filter);
            m_scene.showFilter(m_filter, m_visit);
        });
        QObject::connect(&m_scene, &FilterScene::pictureDrawn, [this](const GreyPicture& picture) {
            m_visit.setPicture(std::string(kDrawnPicture), std::make_shared<const GreyPicture>(picture));
            m_scene.showFilter(m_filter, m_visit);
        });
        m_scene.resize(1000, 700);
        m_scene.showFilter(m_filter, m_visit);
        m_scene.show();
        QApplication::processEvents();
    }
    template<class T>
    T& find(const char* name) {
        return *m_scene.findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] FilterPlace place() const { return m_visit.place(m_filter); }
    void begin(const FilterSceneOptions& options) {
        m_scene.setOptions(options);
        m_scene.showFilter(m_filter, m_visit);
        QApplication::processEvents();
    }

    PictureFilter m_filter{.window = {.noun = "kernel", .size = {3, 3}},
                           .kernel = {0, 0, 0, -1, 0, 1, 0, 0, 0}};
    FilterVisit m_visit;
    FilterScene m_scene;
};

TEST_F(FilterSceneTest, TheWindowFollowsTheMouseAndTheArrowKeys) {
    PixelView& input = m_scene.input();
    QTest::mousePress(&input, Qt::LeftButton, Qt::NoModifier, input.middleOf(4, 3).toPoint());
    EXPECT_EQ(place(), (FilterPlace{3, 2})) << "its middle is under the pointer";
    moveTo(input, input.middleOf(4, 6).toPoint());
    EXPECT_EQ(place(), (FilterPlace{3, 5}));
    moveTo(input, {-50, -50});
    EXPECT_EQ(place(), (FilterPlace{0, 0})) << "no farther than the rim";
    QTest::mouseRelease(&input, Qt::LeftButton, Qt::NoModifier, input.middleOf(0, 0).toPoint());
    QTest::keyClick(&input, Qt::Key_Right);
    QTest::keyClick(&input, Qt::Key_Down);
    QTest::keyClick(&input, Qt::Key_Down);
    EXPECT_EQ(place(), (FilterPlace{2, 1}));
    PixelView& output = m_scene.output();
    QTest::mouseClick(&output, Qt::LeftButton, Qt::NoModifier, output.middleOf(7, 4).toPoint());
    EXPECT_EQ(place(), (FilterPlace{7, 4}));
    EXPECT_EQ(m_scene.working().sumText(), QStringLiteral("Sum: 120"));
}

TEST_F(FilterSceneTest, WithStrideAndBorderTheMiddleIsStillUnderThePointer) {
    m_filter.window.stride = {2, 2};
    m_filter.window.same = true;
    m_scene.showFilter(m_filter, m_visit);
    PixelView& input = m_scene.input();
    const WindowPadding padding = paddingOf(m_filter.window, 12, 12);
    QTest::mouseClick(&input, Qt::LeftButton, Qt::NoModifier, input.middleOf(6, 8).toPoint());
    const auto covered = pixelsUnder(m_filter, *m_visit.picture(), place());
    EXPECT_LE(std::abs(covered[4].row - 6), 1) << padding.before[0];
    EXPECT_LE(std::abs(covered[4].column - 8), 1);
}

TEST_F(FilterSceneTest, NumbersAreTypedAndDragged) {
    QSignalSpy edited(&m_scene, &FilterScene::kernelEdited);
    KernelCell* cell = m_scene.working().kernel().cells()[4];
    EXPECT_EQ(cell->text(), QStringLiteral("0")) << "without zeros at its end";
    auto* line = cell->findChild<QLineEdit*>();
    QTest::mouseClick(line, Qt::LeftButton);
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, QStringLiteral("0.25"));
    EXPECT_EQ(edited.count(), 0) << "still being typed";
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_EQ(m_filter.kernel[4], 0.25);
    EXPECT_EQ(cell->text(), QStringLiteral("0.25"));
    const auto typed = edited.back()[1];

    const QPoint from = line->rect().center();
    QTest::mousePress(line, Qt::LeftButton, Qt::NoModifier, from);
    for (int y = 1; y <= 40; ++y)
        moveTo(*line, from - QPoint(0, y));
    QTest::mouseRelease(line, Qt::LeftButton, Qt::NoModifier, from - QPoint(0, 40));
    EXPECT_EQ(m_filter.kernel[4], 3.25) << "up by 40 pixels";
    EXPECT_EQ(edited.count(), 4);
    EXPECT_EQ(edited[1][1], edited[3][1]) << "a drag is one step";
    EXPECT_NE(edited[1][1], typed);
    begin({.kernel = false});
    EXPECT_FALSE(cell->isEnabled());
    EXPECT_FALSE(cell->toolTip().isEmpty());
}

TEST_F(FilterSceneTest, AnAnswerIsHiddenUntilItWasGuessed) {
    begin({.guess = true});
    m_visit.moveTo({2, 5}, m_filter);
    m_scene.showFilter(m_filter, m_visit);
    EXPECT_EQ(m_scene.working().sumText(), QStringLiteral("Sum: ?"));
    auto& guess = find<QLineEdit>("outputGuess");
    ASSERT_TRUE(guess.isVisible());
    QTest::mouseClick(&find<QPushButton>("giveGuess"), Qt::LeftButton);
    EXPECT_TRUE(m_visit.guesses().empty()) << "nothing was typed";
    QTest::keyClicks(&guess, QStringLiteral("100"));
    QTest::mouseClick(&find<QPushButton>("giveGuess"), Qt::LeftButton);
    EXPECT_EQ(m_scene.working().sumText(), QStringLiteral("Sum: 120"));
    EXPECT_EQ(find<QLabel>("filterShown").text(), QStringLiteral("You said 100: 20 off."));
    EXPECT_FALSE(guess.isVisible());
    QTest::keyClick(&m_scene.input(), Qt::Key_Left);
    EXPECT_EQ(m_scene.working().sumText(), QStringLiteral("Sum: ?"));
    QTest::keyClick(&m_scene.input(), Qt::Key_Right);
    EXPECT_EQ(m_scene.working().sumText(), QStringLiteral("Sum: 120")) << "it is remembered";
}

TEST_F(FilterSceneTest, WhatTheLessonAsksForIsVeiled) {
    m_scene.setVeiled(true);
    EXPECT_EQ(m_scene.working().sumText(), QStringLiteral("Sum: ?"));
    EXPECT_FALSE(find<QLineEdit>("outputGuess").isVisible());
    m_scene.setVeiled(false);
    EXPECT_EQ(m_scene.working().sumText(), QStringLiteral("Sum: 0"));
}

TEST_F(FilterSceneTest, ControlsAreThereWhereThePageAllowsThem) {
    begin({.pictures = false});
    EXPECT_FALSE(find<QComboBox>("filterPicture").isVisible());
    EXPECT_FALSE(find<QToolButton>("kernelBlur").isVisible());
    EXPECT_FALSE(find<QSpinBox>("filterStride").isVisible());
    begin({.known = true, .layer = true});
    QTest::mouseClick(&find<QToolButton>("kernelSharpen"), Qt::LeftButton);
    EXPECT_EQ(m_filter.kernel, (std::vector<double>{0, -1, 0, -1, 5, -1, 0, -1, 0}));
    QSignalSpy sizes(&m_scene, &FilterScene::sizeChosen);
    find<QSpinBox>("filterStride").setValue(2);
    ASSERT_EQ(sizes.count(), 1);
    EXPECT_EQ(sizes[0][0].toString(), QStringLiteral("stride"));
    EXPECT_EQ(sizes[0][1].toLongLong(), 2);
    for (const KnownKernel& one : knownKernels())
        EXPECT_FALSE(find<QToolButton>(one.name).text().isEmpty()) << one.name;
}

TEST_F(FilterSceneTest, AWindowThatDoesNotFitSaysWhy) {
    m_filter.window.dilation = {6, 6};
    m_scene.showFilter(m_filter, m_visit);
    EXPECT_TRUE(m_scene.working().sumText().isEmpty());
    EXPECT_TRUE(find<QLabel>("filterShown").text().contains(QStringLiteral("12")));
}

TEST_F(FilterSceneTest, APaperIsDrawnOn) {
    m_visit.setPicture(std::string(kDrawnPicture),
                       std::make_shared<const GreyPicture>(
                           GreyPicture{kDrawnSide, kDrawnSide, std::vector<float>(kDrawnSide * kDrawnSide)}));
    m_scene.showFilter(m_filter, m_visit);
    QApplication::processEvents();
    auto& draw = find<QToolButton>("drawFilterPicture");
    ASSERT_TRUE(draw.isVisible());
    EXPECT_TRUE(draw.isChecked());
    PixelView& input = m_scene.input();
    const FilterPlace before = place();
    QTest::mousePress(&input, Qt::LeftButton, Qt::NoModifier, input.middleOf(5, 7).toPoint());
    moveTo(input, input.middleOf(5, 8).toPoint());
    EXPECT_EQ(m_visit.picture()->at(5, 7), kWhite);
    EXPECT_EQ(m_visit.picture()->at(5, 8), kWhite);
    EXPECT_EQ(place(), before) << "the window stays";
    QTest::mouseRelease(&input, Qt::LeftButton, Qt::NoModifier, input.middleOf(5, 8).toPoint());
    QTest::mousePress(&input, Qt::RightButton, Qt::NoModifier, input.middleOf(5, 7).toPoint());
    EXPECT_EQ(m_visit.picture()->at(5, 7), 0);
    QTest::mouseClick(&find<QToolButton>("clearFilterPicture"), Qt::LeftButton);
    EXPECT_EQ(m_visit.picture()->at(5, 8), 0);
}

TEST(PixelViewScale, SaysHowNumbersBecomeGreys) {
    EXPECT_EQ(greyOf(-40, GreyScale::Clipped), 0);
    EXPECT_EQ(greyOf(97, GreyScale::Clipped), 97);
    EXPECT_EQ(greyOf(600, GreyScale::Clipped), 255);
    EXPECT_EQ(greyOf(0, GreyScale::ZeroIsGrey), 128);
    EXPECT_EQ(greyOf(-255, GreyScale::ZeroIsGrey), 0);
    EXPECT_EQ(greyOf(255, GreyScale::ZeroIsGrey), 255);
}

} // namespace
} // namespace protomind
