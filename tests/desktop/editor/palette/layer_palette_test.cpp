// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/palette/layer_drag.h"
#include "desktop/editor/palette/layer_palette.h"
#include "engine/nn/layer_type.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <gtest/gtest.h>

namespace protomind {
namespace {

struct PaletteWindow {
    LayerPalette palette;
    QLineEdit* search = palette.findChild<QLineEdit*>(QStringLiteral("layerSearch"));
    QTreeView* list = palette.findChild<QTreeView*>(QStringLiteral("layerList"));

    PaletteWindow() {
        palette.resize(230, 600);
        palette.show();
        palette.activateWindow();
        QApplication::processEvents();
    }

    std::vector<QModelIndex> shown() const {
        std::vector<QModelIndex> found;
        const QAbstractItemModel* model = list->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex heading = model->index(row, 0);
            for (int child = 0; child < model->rowCount(heading); ++child)
                found.push_back(model->index(child, 0, heading));
        }
        return found;
    }
};

TEST(LayerPalette, HasEveryKindOfLayerWithItsSummary) {
    const PaletteWindow window;
    const std::vector<QModelIndex> shown = window.shown();
    ASSERT_EQ(shown.size(), layerTypes().size());
    std::set<std::string> titles;
    for (const QModelIndex& index : shown) {
        titles.insert(index.data().toString().toStdString());
        EXPECT_FALSE(index.data(Qt::ToolTipRole).toString().isEmpty());
        EXPECT_FALSE(index.data(Qt::AccessibleDescriptionRole).toString().isEmpty());
        EXPECT_FALSE(index.data(Qt::DecorationRole).value<QIcon>().isNull());
    }
    for (const LayerType& type : layerTypes())
        EXPECT_TRUE(titles.contains(type.title)) << type.title;
}

TEST(LayerPalette, SearchFindsByNameAndByWhatItDoes) {
    PaletteWindow window;
    QTest::keyClicks(window.search, QStringLiteral("conv"));
    ASSERT_FALSE(window.shown().empty());
    EXPECT_EQ(window.shown().front().data().toString(), QStringLiteral("Convolution"));
    window.search->setText(QStringLiteral("neuron"));
    ASSERT_FALSE(window.shown().empty());
    EXPECT_EQ(window.shown().front().data().toString(), QStringLiteral("Dense"));
    window.search->setText(QStringLiteral("zebra crossing"));
    EXPECT_TRUE(window.shown().empty());
    EXPECT_FALSE(window.list->isVisible()) << "a sentence says so instead";
    window.search->clear();
    EXPECT_EQ(window.shown().size(), layerTypes().size());
}

TEST(LayerPalette, EnterAndDoubleClickChoose) {
    PaletteWindow window;
    QSignalSpy chosen(&window.palette, &LayerPalette::layerChosen);
    QTest::keyClicks(window.search, QStringLiteral("dropout"));
    QTest::keyClick(window.search, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toString(), QStringLiteral("dropout"));
    QTest::keyClick(window.search, Qt::Key_Down);
    QTest::keyClick(window.list, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 2);
    window.search->clear();
    const QModelIndex first = window.shown().front();
    const QPoint point = window.list->visualRect(first).center();
    QTest::mouseClick(window.list->viewport(), Qt::LeftButton, {}, point);
    QTest::mouseDClick(window.list->viewport(), Qt::LeftButton, {}, point);
    ASSERT_EQ(chosen.count(), 3);
    EXPECT_EQ(chosen[2][0].toString().toStdString(), layerTypes().front().name);
}

TEST(LayerPalette, DragsCarryTheKindOfLayer) {
    const PaletteWindow window;
    for (const QModelIndex& index : window.shown()) {
        const std::unique_ptr<QMimeData> data(window.list->model()->mimeData({index}));
        const std::optional<std::string> type = droppedLayer(data.get());
        ASSERT_TRUE(type.has_value());
        EXPECT_EQ(findLayerType(*type)->title, index.data().toString().toStdString());
        EXPECT_TRUE(index.flags().testFlag(Qt::ItemIsDragEnabled));
    }
}

TEST(LayerPalette, EveryControlHasAName) {
    const PaletteWindow window;
    EXPECT_FALSE(window.search->accessibleName().isEmpty());
    EXPECT_FALSE(window.search->toolTip().isEmpty());
    EXPECT_FALSE(window.list->accessibleName().isEmpty());
}

} // namespace
} // namespace protomind
