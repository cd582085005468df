// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/editor_window.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/live/picture_item.h"
#include "desktop/editor/live/pictures_of.h"
#include "desktop/editor/picture_exporter.h"
#include "studio/network/template.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <set>

namespace protomind {
namespace {

class DrawingTest : public testing::Test {
protected:
    DrawingTest() {
        m_window.view.pictureExporter().setAskForFile([this](const QString& suggested, const QString&) {
            m_suggested = suggested;
            return m_path;
        });
    }
    void draw() {
        ProjectContent content;
        content.experiment.network = findTemplate("playground")->make();
        m_window.document.replace(content);
        m_window.view.resize(1500, 600);
        m_window.view.arrange();
        m_window.view.live().show(picturesOf(m_window.document.network(), m_window.document.analysis()));
    }
    void run(const char* action) { m_window.view.actions().action(QLatin1String(action))->trigger(); }
    QString savedAs(const char* name) {
        m_path = m_folder.filePath(QLatin1String(name));
        return m_path;
    }
    static int colours(const QImage& image) {
        std::set<QRgb> seen;
        for (int y = 0; y < image.height(); y += 2)
            for (int x = 0; x < image.width(); x += 2)
                seen.insert(image.pixel(x, y));
        return int(seen.size());
    }

    EditorWindow m_window;
    QTemporaryDir m_folder;
    QString m_path;
    QString m_suggested;
};

TEST_F(DrawingTest, TheWholeNetworkIsSavedWhateverIsSeenOfIt) {
    draw();
    const QString fitted = savedAs("fitted.png");
    run("drawing.save");
    EXPECT_EQ(m_suggested, QStringLiteral("network.png"));
    m_window.view.setZoom(3);
    const QString large = savedAs("large.png");
    run("drawing.save");
    const QImage image(fitted);
    const QSizeF network = m_window.view.networkScene().networkRect().size();
    EXPECT_GT(image.width(), 2 * network.width());
    EXPECT_GT(image.height(), 2 * network.height());
    EXPECT_GT(colours(image), 20);
    EXPECT_EQ(image, QImage(large));
}

TEST_F(DrawingTest, AnSvgHoldsTheWords) {
    draw();
    QFile file(savedAs("network.svg"));
    run("drawing.save");
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    EXPECT_TRUE(text.contains("<svg"));
    EXPECT_TRUE(text.contains("Dense")) << text.size();
}

TEST_F(DrawingTest, DrawingsAndPicturesGoToTheClipboard) {
    draw();
    run("drawing.copy");
    const QImage network = QGuiApplication::clipboard()->image();
    EXPECT_GT(network.width(), 1000);
    const LayerId layer = m_window.document.network().layers()[1].id;
    m_window.selection.select(layer);
    run("picture.copy");
    const QImage picture = QGuiApplication::clipboard()->image();
    const QSizeF size = m_window.card(layer).picture()->boundingRect().size();
    EXPECT_EQ(picture.size(), (size * 2).toSize() * 2);
    EXPECT_GT(colours(picture), 2);
}

TEST_F(DrawingTest, AnEmptyCanvasAndALayerWithoutPictureSaySo) {
    QSignalSpy said(&m_window.view, &NetworkView::said);
    savedAs("nothing.png");
    run("drawing.save");
    run("drawing.copy");
    EXPECT_EQ(said.count(), 2);
    const LayerId loose = m_window.add("dense", 0, 0);
    m_window.selection.select(loose);
    run("picture.save");
    EXPECT_EQ(said.count(), 3);
    EXPECT_FALSE(QFile::exists(m_path));
}

TEST_F(DrawingTest, WhatCanNotBeWrittenIsSaid) {
    draw();
    QSignalSpy failed(&m_window.view.pictureExporter(), &PictureExporter::saveFailed);
    m_path = m_folder.filePath(QStringLiteral("no/such/folder.png"));
    run("drawing.save");
    ASSERT_EQ(failed.count(), 1);
    m_path.clear(); // never mind
    run("drawing.save");
    EXPECT_EQ(failed.count(), 1);
}

TEST_F(DrawingTest, TheMenuOfACardOffersItsPicture) {
    draw();
    m_window.selection.select(m_window.document.network().layers()[1].id);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5),
                            m_window.view.mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(m_window.view.viewport(), &event);
    auto* menu = m_window.view.findChild<QMenu*>(QStringLiteral("canvasMenu"));
    ASSERT_NE(menu, nullptr);
    EXPECT_TRUE(menu->actions().contains(m_window.view.actions().action(QStringLiteral("picture.save"))));
    menu->close();
}

} // namespace
} // namespace protomind
