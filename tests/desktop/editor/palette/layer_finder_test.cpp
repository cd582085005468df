// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/editor_window.h"
#include "desktop/editor/palette/layer_finder.h"
#include "desktop/editor/palette/layer_search.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(LayerSearch, EveryLayerIsFoundFirstByItsWholeName) {
    for (const LayerType& type : layerTypes()) {
        const auto found = layersMatching(QString::fromStdString(type.title));
        ASSERT_FALSE(found.empty()) << type.title;
        EXPECT_EQ(found.front(), &type);
        EXPECT_FALSE(layersMatching(QString::fromStdString(type.name).replace(u'_', u' ')).empty());
    }
}

TEST(LayerSearch, BeginningsComeBeforeTheRestAndNonsenseFindsNothing) {
    EXPECT_EQ(layersMatching(QStringLiteral("d")).front()->title.front(), 'D');
    EXPECT_EQ(layersMatching(QStringLiteral("conv")).front()->name, "convolution");
    EXPECT_EQ(layersMatching({}).size(), layerTypes().size());
    EXPECT_TRUE(layersMatching(QStringLiteral("xyzzy")).empty());
}

struct FinderTest : testing::Test {
    EditorWindow window;
    LayerFinder* finder = window.view.findChild<LayerFinder*>();
    QLineEdit* text = finder->findChild<QLineEdit*>();

    /// Each key to whoever has the keys by then, as on a real keyboard.
    void type(const char* letters) {
        for (; *letters != 0; ++letters)
            QTest::keyClick(QApplication::focusWidget(), *letters);
    }
};

TEST_F(FinderTest, ANameTypedOnTheCanvasAddsThatLayer) {
    for (const char* name : {"input", "convolution", "flatten", "dense"}) {
        window.view.setFocus();
        type(name);
        EXPECT_TRUE(finder->isVisible());
        EXPECT_EQ(text->text(), QLatin1String(name)) << "the first letter is not lost";
        QTest::keyClick(text, Qt::Key_Return);
        EXPECT_FALSE(finder->isVisible());
        EXPECT_EQ(window.document.network().layers().back().type, name);
        EXPECT_EQ(QApplication::focusWidget(), &window.view);
    }
    EXPECT_EQ(window.document.network().wires().size(), 3U) << "each goes behind the one before";
    EXPECT_EQ(window.steps(), 4);
    while (window.document.undoStack().canUndo())
        window.document.undoStack().undo();
    EXPECT_TRUE(window.document.network().layers().empty());
}

TEST_F(FinderTest, SaysWhereTheLayerWillGo) {
    const LayerId a = window.add("input", 0, 0);
    const LayerId b = window.add("dense", 300, 0);
    window.join(a, b);
    window.view.fit();
    const auto purpose = [&] {
        return finder->findChild<QLabel*>(QStringLiteral("layerFinderPurpose"))->text();
    };
    window.selection.select(a);
    window.view.findLayer();
    EXPECT_TRUE(purpose().contains(QStringLiteral("behind Input"))) << purpose().toStdString();
    QTest::keyClick(text, Qt::Key_Escape);
    EXPECT_FALSE(finder->isVisible());
    window.selection.select(WireId{1});
    window.view.findLayer(QStringLiteral("dropout"));
    EXPECT_TRUE(purpose().contains(QStringLiteral("between Input and Dense"))) << purpose().toStdString();
    QTest::keyClick(text, Qt::Key_Return);
    EXPECT_EQ(window.document.network().wiresFrom(a).front().to,
              window.document.network().layers().back().id);
}

TEST_F(FinderTest, ADoubleClickOnNothingPutsTheLayerThere) {
    window.add("input", 0, 0);
    window.view.fit();
    const QPoint point(300, 600);
    QTest::mouseDClick(window.view.viewport(), Qt::LeftButton, {}, point);
    ASSERT_TRUE(finder->isVisible());
    type("dense");
    QTest::keyClick(text, Qt::Key_Return);
    const Layer& added = window.document.network().layers().back();
    EXPECT_EQ(added.type, "dense");
    EXPECT_TRUE(added.position.byHand);
    EXPECT_TRUE(window.card(added.id).sceneBody().contains(window.view.mapToScene(point)));
}

TEST_F(FinderTest, NothingFoundIsSaidAndEnterDoesNothing) {
    window.view.findLayer(QStringLiteral("xyzzy"));
    EXPECT_EQ(finder->findChild<QListWidget*>()->count(), 1);
    QTest::keyClick(text, Qt::Key_Return);
    EXPECT_TRUE(finder->isVisible());
    EXPECT_EQ(window.steps(), 0);
    EXPECT_TRUE(finder->geometry().right() <= window.view.width());
}

TEST_F(FinderTest, ArrowsChooseAmongWhatWasFound) {
    window.view.findLayer(QStringLiteral("pool"));
    auto* list = finder->findChild<QListWidget*>();
    ASSERT_GT(list->count(), 1);
    QTest::keyClick(text, Qt::Key_Down);
    const QString second = list->item(1)->text();
    EXPECT_EQ(text->accessibleDescription(), second);
    QTest::keyClick(text, Qt::Key_Return);
    EXPECT_EQ(QString::fromStdString(window.document.network().layers().back().name), second);
}

} // namespace
} // namespace protomind
