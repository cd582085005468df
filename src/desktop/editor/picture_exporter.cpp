// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/picture_exporter.h"

#include "desktop/editor/live/picture_item.h"
#include "desktop/editor/live/weights_item.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/selection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace protomind {

namespace {

constexpr double kMargin = 24;
constexpr double kLongestSide = 8000; ///< of a drawing, in pixels before it is doubled
constexpr double kPictureScale = 2;
constexpr int kCopyScale = 2;

bool isPartOfNetwork(const QGraphicsItem& item) {
    return item.isVisible() && (item.type() == LayerItem::Type || item.type() == WireItem::Type ||
                                item.type() == PictureItem::Type || item.type() == WeightsItem::Type);
}

QImage imageOf(QSize size, const QColor& ground, const PaintPicture& paint) {
    QImage image(size * kCopyScale, QImage::Format_ARGB32_Premultiplied);
    image.fill(ground);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kCopyScale, kCopyScale);
    paint(painter);
    return image;
}

} // namespace

PictureExporter::PictureExporter(NetworkScene& scene, const Selection& selection, QObject* parent)
    : QObject(parent)
    , m_scene(scene)
    , m_selection(selection) {}

std::optional<PictureExporter::Sheet> PictureExporter::network() {
    if (m_scene.layerItems().empty()) {
        emit said(tr("There is nothing on the canvas yet."));
        return std::nullopt;
    }
    const QRectF rect = m_scene.networkRect().adjusted(-kMargin, -kMargin, kMargin, kMargin);
    const double scale = std::min(1.0, kLongestSide / std::max(rect.width(), rect.height()));
    // Item by item: the scene would take cards from pictures that it made for the screen.
    const PaintPicture paint = [this, rect, scale](QPainter& painter) {
        painter.scale(scale, scale);
        painter.translate(-rect.topLeft());
        painter.fillRect(rect, m_scene.colours().canvas);
        const QTransform base = painter.transform();
        for (QGraphicsItem* item : m_scene.items(Qt::AscendingOrder)) {
            if (!isPartOfNetwork(*item))
                continue;
            painter.save();
            painter.setTransform(item->sceneTransform() * base);
            const QStyleOptionGraphicsItem option;
            item->paint(&painter, &option, nullptr);
            painter.restore();
        }
    };
    return Sheet{tr("network"), (rect.size() * scale).toSize(), paint};
}

std::optional<PictureExporter::Sheet> PictureExporter::picture() {
    const std::optional<LayerId> layer = m_selection.singleLayer();
    const LayerItem* card = layer ? m_scene.layerItem(*layer) : nullptr;
    PictureItem* item = card == nullptr ? nullptr : card->picture();
    if (item == nullptr || !item->hasPicture()) {
        emit said(tr("There is no picture of this layer yet: it is drawn as soon as the network can run."));
        return std::nullopt;
    }
    const QRectF rect = item->boundingRect();
    const PaintPicture paint = [item, rect, ground = m_scene.colours().card](QPainter& painter) {
        painter.scale(kPictureScale, kPictureScale);
        painter.translate(-rect.topLeft());
        painter.fillRect(rect, ground);
        const QStyleOptionGraphicsItem option;
        item->paint(&painter, &option, nullptr);
    };
    return Sheet{card->content().title, (rect.size() * kPictureScale).toSize(), paint};
}

void PictureExporter::copy(const std::optional<Sheet>& sheet) {
    if (!sheet)
        return;
    QGuiApplication::clipboard()->setImage(imageOf(sheet->size, m_scene.colours().canvas, sheet->paint));
    emit said(tr("Copied."));
}

void PictureExporter::save(const std::optional<Sheet>& sheet) {
    if (!sheet || !m_askForFile)
        return;
    QString name = sheet->name;
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    const QString path =
        m_askForFile(name + QStringLiteral(".png"),
                     tr("PNG picture (*.png)") + QStringLiteral(";;") + tr("SVG drawing (*.svg)"));
    if (path.isEmpty())
        return;
    const bool isSvg = path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive);
    const bool done = isSvg ? writeSvg(path, sheet->size, sheet->name, sheet->paint)
                            : writePng(path, sheet->size, m_scene.colours().canvas, sheet->paint);
    if (!done)
        emit saveFailed(tr("“%1” could not be written. Choose another place.").arg(path));
}

void PictureExporter::copyNetwork() {
    copy(network());
}

void PictureExporter::saveNetwork() {
    save(network());
}

void PictureExporter::copyPicture() {
    copy(picture());
}

void PictureExporter::savePicture() {
    save(picture());
}

} // namespace protomind
