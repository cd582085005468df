// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/image_pairs_view.h"

#include <QPixmap>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace protomind {
namespace {

LoadedDataPtr edges() {
    auto loaded = loadData("edges?samples=30&test=20", 7);
    if (!loaded)
        throw std::runtime_error(loaded.error().text());
    return std::make_shared<const LoadedData>(std::move(*loaded));
}

TEST(ImagePairsViewTest, IsForPicturesThatArePredicted) {
    EXPECT_TRUE(ImagePairsView::suits(*edges()));
    EXPECT_FALSE(ImagePairsView::suits(*loadData("digits?samples=10&test=10", 7)));
    EXPECT_FALSE(ImagePairsView::suits(*loadData("line", 7)));
}

TEST(ImagePairsViewTest, AnAnswerThatIsRightLooksLikeWhatIsWanted) {
    const LoadedDataPtr data = edges();
    ImagePairsView view;
    view.resize(700, 300);
    view.setData(data);
    EXPECT_EQ(view.question().shape[0], 20);
    view.setAnswer(HostArray(Shape{20, 14, 14, 1}, data->tried.targets.values), {});
    const QImage right = view.grab().toImage();
    HostArray nothing(Shape{20, 14, 14, 1});
    view.setAnswer(nothing, {});
    EXPECT_NE(view.grab().toImage(), right);
    view.setAnswer(HostArray(Shape{20, 14, 14, 1}, data->tried.targets.values), {});
    EXPECT_EQ(view.grab().toImage(), right);
}

TEST(ImagePairsViewTest, AClickChoosesThePictureBelowIt) {
    ImagePairsView view;
    view.resize(700, 300);
    const LoadedDataPtr data = edges();
    view.setData(data);
    QSignalSpy chosen(&view, &PredictionView::sampleChosen);
    QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier, QPoint(20, 50));
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(view.chosen(), 0);
    EXPECT_TRUE(std::ranges::equal(view.chosenValues().values, data->tried.sample(0)));
    QTest::keyClick(&view, Qt::Key_Right);
    EXPECT_EQ(view.chosen(), 1);
}

TEST(ImagePairsViewTest, FindsRoomInANarrowPanel) {
    ImagePairsView view;
    view.setData(edges());
    for (const QSize size : {QSize(140, 110), QSize(320, 200), QSize(1200, 500)}) {
        view.resize(size);
        EXPECT_FALSE(view.grab().isNull());
    }
}

} // namespace
} // namespace protomind
