// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/translation/painted_text.h"

#include "desktop/editor/layer_item.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionGraphicsItem>
#include <QTextEdit>
#include <QWidget>

#include <vector>

namespace protomind {

namespace {

constexpr double kPaintedSlack = 2; ///< of pixels: fonts are measured in fractions

/// A text as it was painted, and what of the way across was left to it.
struct PaintedText {
    QString text;
    double left = 0;
    double right = 0;
    double clipLeft = 0;
    double clipRight = 0;
};

/// Paints nothing; notes texts.
class TextEngine final : public QPaintEngine {
public:
    explicit TextEngine(std::vector<PaintedText>& texts)
        : QPaintEngine(AllFeatures)
        , m_texts(texts) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
    void drawTiledPixmap(const QRectF&, const QPixmap&, const QPointF&) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint*, int, PolygonDrawMode) override {}
    void drawRects(const QRectF*, int) override {}
    void drawRects(const QRect*, int) override {}
    void drawLines(const QLineF*, int) override {}
    void drawLines(const QLine*, int) override {}
    void drawEllipse(const QRectF&) override {}
    void drawEllipse(const QRect&) override {}
    void drawPoints(const QPointF*, int) override {}
    void drawPoints(const QPoint*, int) override {}
    void drawTextItem(const QPointF& point, const QTextItem& item) override {
        PaintedText text;
        text.text = item.text().trimmed();
        const QRectF clip = painter()->clipBoundingRect();
        text.left = point.x();
        text.right = point.x() + QFontMetricsF(item.font()).horizontalAdvance(text.text);
        text.clipLeft = clip.isEmpty() ? -1e9 : clip.left();
        text.clipRight = clip.isEmpty() ? 1e9 : clip.right();
        if (!text.text.isEmpty())
            m_texts.push_back(text);
    }
    Type type() const override { return User; }

private:
    std::vector<PaintedText>& m_texts;
};

class TextDevice final : public QPaintDevice {
public:
    TextDevice(QSize size, const QWidget& like)
        : m_size(size)
        , m_dots(like.logicalDpiX())
        , m_engine(texts) {}
    std::vector<PaintedText> texts;
    QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return m_dots;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    int m_dots;
    mutable TextEngine m_engine;
};

/// Texts of the window that end in dots because they are meant to.
QString textsWithDots(const QWidget& window) {
    QStringList texts;
    for (const QAction* action : window.findChildren<QAction*>())
        texts << QString(action->text()).remove(QLatin1Char('&'));
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        texts << widget->property("text").toString().remove(QLatin1Char('&'));
        texts << widget->property("placeholderText").toString();
    }
    // Of a list, what an entry says as a whole when it is pointed at as well.
    for (const QAbstractItemView* view : window.findChildren<QAbstractItemView*>()) {
        for (int row = 0; view->model() != nullptr && row < view->model()->rowCount(view->rootIndex());
             ++row) {
            const QModelIndex index = view->model()->index(row, 0, view->rootIndex());
            texts << index.data(Qt::DisplayRole).toString() << index.data(Qt::ToolTipRole).toString();
        }
    }
    return texts.join(QLatin1Char('\n'));
}

/// Without its dots, which may stand for the rest of a sentence that is told elsewhere.
QString beginning(const QString& text) {
    return text.chopped(1).trimmed();
}

void judge(const PaintedText& text, double left, double right, const QString& where, const QString& meant,
           QStringList& found) {
    const double from = std::max(left, text.clipLeft);
    const double to = std::min(right, text.clipRight);
    const bool dots = text.text.endsWith(QChar(0x2026)) && !meant.contains(text.text) &&
                      !(text.text.size() > 12 && meant.contains(beginning(text.text)));
    const bool outside = text.right < from || text.left > to; // scrolled away
    const bool cut = !outside && (text.left < from - kPaintedSlack || text.right > to + kPaintedSlack);
    if (dots)
        found << QStringLiteral("%1 paints “%2”, which ends in dots").arg(where, text.text);
    else if (cut)
        found << QStringLiteral("%1 paints “%2” from %3 to %4, but there is room from %5 to %6")
                     .arg(where, text.text)
                     .arg(text.left)
                     .arg(text.right)
                     .arg(from)
                     .arg(to);
}

/// What a list shows, or its header: the rest can be reached.
bool scrollsSideways(const QWidget& widget) {
    const auto* area = qobject_cast<QAbstractScrollArea*>(widget.parentWidget());
    if (area == nullptr || area->viewport() != &widget)
        return false;
    if (const auto* table = qobject_cast<QAbstractScrollArea*>(area->parentWidget());
        qobject_cast<const QHeaderView*>(area))
        area = table;
    return area != nullptr && area->horizontalScrollBar()->isVisible();
}

bool looksAtItself(const QWidget& widget) {
    return !qobject_cast<const QLabel*>(&widget) && !qobject_cast<const QLineEdit*>(&widget) &&
           !qobject_cast<const QAbstractSpinBox*>(&widget) && !qobject_cast<const QComboBox*>(&widget) &&
           qobject_cast<const QTextEdit*>(widget.parentWidget()) == nullptr;
}

} // namespace

QStringList paintedCutOffIn(QWidget& window) {
    QStringList found;
    const QString meant = textsWithDots(window);
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        // The canvas' cards are looked at one by one.
        if (!widget->isVisibleTo(&window) || widget->window() != &window || widget->size().isEmpty() ||
            !looksAtItself(*widget) ||
            (widget->parentWidget() && widget->parentWidget()->inherits("QGraphicsView")))
            continue;
        TextDevice device(widget->size(), *widget);
        {
            QPainter painter(&device);
            widget->render(&painter, QPoint(), QRegion(), {});
        }
        const QWidget* named =
            widget->objectName().startsWith(QLatin1String("qt_")) ? widget->parentWidget() : widget;
        const QString where =
            QLatin1String(named->metaObject()->className()) + QLatin1Char(' ') + named->objectName();
        const bool scrolls = scrollsSideways(*widget);
        for (const PaintedText& text : device.texts)
            if (!scrolls || (text.left >= 0 && text.right <= widget->width()))
                judge(text, 0, widget->width(), where, meant, found);
    }
    found.removeDuplicates();
    return found;
}

QStringList paintedCutOffOn(LayerItem& card, double zoom) {
    QStringList found;
    const QRectF bounds = card.boundingRect();
    const QWidget like;
    TextDevice device((bounds.size() * zoom).toSize(), like);
    {
        QPainter painter(&device);
        painter.scale(zoom, zoom);
        const QStyleOptionGraphicsItem option;
        card.paint(&painter, &option, nullptr);
    }
    const QRectF body = card.geometry().body;
    for (const PaintedText& text : device.texts)
        judge(text, body.left(), body.right(), QStringLiteral("card of ") + card.content().title, {}, found);
    return found;
}

} // namespace protomind
