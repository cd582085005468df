// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chooses, draws or brings is what every card shows.
#include "desktop/app/laboratory.h"
#include "desktop/app/predictions/image_grid_view.h"
#include "desktop/app/predictions/pen_view.h"
#include "desktop/app/window/window_sample.h"
#include "desktop/editor/network_editing.h"
#include "desktop/opened/opened_layer.h"

#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QToolButton>

#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

class ShownSampleTest : public testing::Test {
protected:
    ShownSample& shown() { return m_lab.window.findChild<WindowSample*>()->shown(); }
    PredictionView& view() {
        for (auto* view : m_lab.window.findChildren<PredictionView*>())
            if (view->isVisible())
                return *view;
        throw std::logic_error("no predictions are shown");
    }
    [[nodiscard]] bool start(const char* name) {
        return m_lab.startWith(name) && m_lab.until([this] {
            return m_lab.run.pictures() != nullptr && !view().accessibleDescription().isEmpty();
        });
    }
    /// What the card of the input shows.
    [[nodiscard]] std::vector<float> onInputCard() {
        const auto& pictures = m_lab.run.pictures();
        return pictures && !pictures->layers.empty() ? pictures->layers.front().values.values
                                                     : std::vector<float>();
    }
    [[nodiscard]] bool cardShows(const HostArray& sample) {
        return m_lab.until([&] { return onInputCard() == sample.values; });
    }
    OpenedLayer& opened() { return *m_lab.find<OpenedLayer>("openedLayer"); }

    QTemporaryDir m_folder;
    Laboratory m_lab{m_folder.path()};
};

TEST_F(ShownSampleTest, AClickOnATestImageShowsItOnTheCards) {
    ASSERT_TRUE(start("digits-convnet"));
    auto& grid = dynamic_cast<ImageGridView&>(view());
    EXPECT_FALSE(shown().isChosen());
    QTest::mouseClick(&grid, Qt::LeftButton, Qt::NoModifier, QPoint(60, 40));
    ASSERT_TRUE(shown().isChosen());
    ASSERT_GE(grid.chosen(), 0);
    const auto sample = m_lab.window.data()->tried.sample(grid.chosen());
    EXPECT_TRUE(std::ranges::equal(shown().values().values, sample));
    EXPECT_TRUE(cardShows(shown().values()));
    EXPECT_TRUE(shown().words().contains(QStringLiteral("is "))) << shown().words().toStdString();
}

TEST_F(ShownSampleTest, TheArrowsGoToTheNextOnes) {
    ASSERT_TRUE(start("digits-convnet"));
    auto& grid = dynamic_cast<ImageGridView&>(view());
    // An answer that comes meanwhile may put them in another order.
    const auto press = [&grid](Qt::Key key) {
        const std::vector<int> order = grid.order();
        QTest::keyClick(&grid, key);
        return std::ranges::find(order, static_cast<int>(grid.chosen())) - order.begin();
    };
    EXPECT_EQ(press(Qt::Key_Right), 0);
    EXPECT_EQ(press(Qt::Key_Right), 1);
    EXPECT_TRUE(cardShows(shown().values()));
    const auto last = std::ssize(grid.order()) - 1;
    EXPECT_EQ(press(Qt::Key_End), last);
    EXPECT_EQ(press(Qt::Key_Right), last);
    EXPECT_EQ(press(Qt::Key_Left), last - 1);
    EXPECT_EQ(press(Qt::Key_Home), 0);
}

TEST_F(ShownSampleTest, EveryMapFollowsThePen) {
    ASSERT_TRUE(start("digits-convnet"));
    m_lab.find<QToolButton>("penButton")->click();
    auto& pen = dynamic_cast<PenView&>(view());
    const QPoint from = pen.paper().center().toPoint();
    QTest::mousePress(&pen, Qt::LeftButton, Qt::NoModifier, from);
    for (int step = 1; step <= 12; ++step)
        QTest::mouseMove(&pen, from + QPoint(0, 3 * step));
    QTest::mouseRelease(&pen, Qt::LeftButton, Qt::NoModifier, from + QPoint(0, 36));
    HostArray drawn = pen.question();
    drawn.shape = drawn.shape.without(0);
    EXPECT_GT(std::ranges::max(drawn.values), 0.5f);
    EXPECT_TRUE(cardShows(drawn));
    EXPECT_EQ(shown().values(), drawn);
    m_lab.find<QToolButton>("penButton")->click();
    EXPECT_FALSE(shown().isChosen());
}

TEST_F(ShownSampleTest, APointOfThePlaneIsWhatAnOpenedLayerGets) {
    ASSERT_TRUE(start("playground"));
    emit m_lab.window.canvas().openRequested(m_lab.document.network().layers()[1].id);
    ASSERT_TRUE(m_lab.until([this] { return opened().page().isVisible(); }));
    QTest::mouseClick(&view(), Qt::LeftButton, Qt::NoModifier, view().rect().center() + QPoint(31, 17));
    ASSERT_EQ(shown().values().values.size(), 2u);
    EXPECT_TRUE(m_lab.until([this] {
        const ArrayTiles& input = opened().page().input(0).tiles();
        return input.channels() == 2 && input.value(0, 0, 0) == shown().values().values[0] &&
               input.value(1, 0, 0) == shown().values().values[1];
    }));
}

TEST_F(ShownSampleTest, AnOpenedLayerGoesOnToTheNextSample) {
    ASSERT_TRUE(start("digits-mlp"));
    emit m_lab.window.canvas().openRequested(m_lab.document.network().layers()[1].id);
    ASSERT_TRUE(m_lab.until([this] { return opened().page().isVisible(); }));
    const auto& grid = dynamic_cast<ImageGridView&>(view());
    m_lab.find<QToolButton>("sampleNext")->click();
    EXPECT_EQ(grid.chosen(), grid.order()[0]);
    m_lab.find<QToolButton>("sampleNext")->click();
    EXPECT_EQ(grid.chosen(), grid.order()[1]);
    EXPECT_EQ(m_lab.find<QLabel>("openedSample")->text(), shown().words());
}

TEST_F(ShownSampleTest, APastedPictureIsShown) {
    ASSERT_TRUE(start("digits-convnet"));
    QImage paper(56, 56, QImage::Format_RGB32);
    paper.fill(Qt::white);
    for (int y = 10; y < 46; ++y)
        for (int x = 26; x < 32; ++x)
            paper.setPixelColor(x, y, Qt::black);
    auto* content = new QMimeData;
    content->setImageData(paper);
    QGuiApplication::clipboard()->setMimeData(content);
    const int layers = static_cast<int>(m_lab.document.network().layers().size());
    m_lab.window.canvas().editing().paste();
    EXPECT_EQ(static_cast<int>(m_lab.document.network().layers().size()), layers);
    ASSERT_TRUE(shown().isChosen());
    // Ink on paper, as these data have it: light on dark.
    EXPECT_EQ(shown().values().values.front(), 0.0f);
    EXPECT_GT(shown().values().values[14 * 28 + 14], 0.9f);
    EXPECT_TRUE(cardShows(shown().values()));
}

TEST_F(ShownSampleTest, APictureForANetworkThatTakesNoneIsRefusedInWords) {
    ASSERT_TRUE(start("playground"));
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::red);
    auto* content = new QMimeData;
    content->setImageData(picture);
    QGuiApplication::clipboard()->setMimeData(content);
    m_lab.window.canvas().editing().paste();
    EXPECT_FALSE(shown().isChosen());
    EXPECT_TRUE(m_lab.window.messages().text().contains(QStringLiteral("picture")));
}

TEST_F(ShownSampleTest, OtherDataForgetIt) {
    ASSERT_TRUE(start("digits-convnet"));
    QTest::keyClick(&view(), Qt::Key_Right);
    ASSERT_TRUE(shown().isChosen());
    ASSERT_TRUE(start("playground"));
    EXPECT_FALSE(shown().isChosen());
}

} // namespace
} // namespace protomind
