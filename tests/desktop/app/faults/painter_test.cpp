// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What we paint for Qt's own views and styles throws nothing at them, whatever their painter does.
#include "desktop/app/commands/command_delegate.h"
#include "desktop/app/expected_faults.h"
#include "desktop/app/theme/icons.h"
#include "desktop/document/document.h"
#include "desktop/editor/guide_lines.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/pointer_hint.h"
#include "desktop/editor/selection.h"
#include "desktop/editor/wire_preview.h"
#include "desktop/style/laboratory_style.h"
#include "desktop/style/paint_guard.h"

#include <QPaintEngine>
#include <QStandardItemModel>
#include <QStyleOption>

#include <gtest/gtest.h>

#include <new>

namespace protomind {
namespace {

static_assert(noexcept(throwLater(nullptr)), "It is called where nothing may be thrown.");

/// Runs out of memory with whatever is to be drawn.
class ScarceEngine final : public QPaintEngine {
public:
    ScarceEngine()
        : QPaintEngine(AllFeatures) {}
    int calls = 0;

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    [[nodiscard]] Type type() const override { return User; }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { fail(); }
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override { fail(); }
    void drawPath(const QPainterPath&) override { fail(); }
    void drawRects(const QRectF*, int) override { fail(); }
    void drawRects(const QRect*, int) override { fail(); }
    void drawLines(const QLineF*, int) override { fail(); }
    void drawPoints(const QPointF*, int) override { fail(); }
    void drawTextItem(const QPointF&, const QTextItem&) override { fail(); }

private:
    void fail() {
        ++calls;
        throw std::bad_alloc();
    }
};

class ScarceDevice final : public QPaintDevice {
public:
    mutable ScarceEngine engine;
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDepth:
            return 32;
        default:
            return 400;
        }
    }
};

class PainterTest : public testing::Test {
protected:
    /// Whether it tried to paint, threw nothing, and left the painter's pen alone where that is promised.
    template<class Paint>
    [[nodiscard]] testing::AssertionResult survives(Paint&& paint) {
        const int before = m_device.engine.calls;
        const int told = m_told;
        try {
            paint(&m_painter);
        } catch (const std::bad_alloc&) {
            return testing::AssertionFailure() << "It threw.";
        }
        if (m_device.engine.calls == before)
            return testing::AssertionFailure() << "It painted nothing.";
        QCoreApplication::sendPostedEvents(qApp, QEvent::MetaCall); // The fault is thrown,
        QCoreApplication::sendPostedEvents(qApp, QEvent::MetaCall); // and told.
        return m_told > told ? testing::AssertionSuccess()
                             : testing::AssertionFailure() << "It was not told.";
    }

    PainterTest() {
        QObject::connect(qobject_cast<GuardedApplication*>(qApp), &GuardedApplication::faulted, &m_context,
                         [this](const Fault& fault) {
                             EXPECT_EQ(fault.source, Fault::Source::Painting);
                             ++m_told;
                         });
    }

    ExpectedFaults m_expected;
    ScarceDevice m_device;
    QPainter m_painter{&m_device};
    QObject m_context;
    int m_told = 0;
};

TEST_F(PainterTest, ItemsOfTheCanvas) {
    WirePreview wire;
    wire.setEnds({0, 0}, {80, 40}, WirePreview::Verdict::Open);
    EXPECT_TRUE(survives([&](QPainter* painter) { wire.paint(painter, nullptr, nullptr); }));
    GuideLines lines;
    lines.setLines({QLineF(0, 0, 80, 0)});
    EXPECT_TRUE(survives([&](QPainter* painter) { lines.paint(painter, nullptr, nullptr); }));
    PointerHint hint;
    hint.say({0, 0}, QStringLiteral("Let go to connect."), PointerHint::Tone::Good);
    EXPECT_TRUE(survives([&](QPainter* painter) { hint.paint(painter, nullptr, nullptr); }));
}

TEST_F(PainterTest, TheGroundOfTheCanvasAndWhatStandsOnAnEmptyOne) {
    class OpenView final : public NetworkView {
    public:
        using NetworkView::drawBackground;
        using NetworkView::drawForeground;
        using NetworkView::NetworkView;
    };
    Document document;
    Selection selection(document);
    OpenView view(document, selection);
    EXPECT_TRUE(survives([&](QPainter* painter) { view.drawBackground(painter, {0, 0, 90, 90}); }));
    EXPECT_TRUE(survives([&](QPainter* painter) { view.drawForeground(painter, {0, 0, 90, 90}); }));
}

TEST_F(PainterTest, ALineOfAListLeavesThePainterToTheNext) {
    QStandardItemModel model;
    model.appendRow(new QStandardItem(QStringLiteral("Train")));
    const CommandDelegate delegate;
    QStyleOptionViewItem option;
    option.rect = {0, 0, 300, 24};
    m_painter.setPen(Qt::magenta);
    EXPECT_TRUE(survives([&](QPainter* painter) { delegate.paint(painter, option, model.index(0, 0)); }));
    EXPECT_EQ(m_painter.pen().color(), QColor(Qt::magenta));
}

TEST_F(PainterTest, TheStyleAndItsIcons) {
    const LaboratoryStyle style;
    QStyleOptionButton option;
    option.rect = {0, 0, 80, 24};
    option.state = QStyle::State_Enabled;
    option.palette.setColor(QPalette::Button, option.palette.color(QPalette::Highlight));
    m_painter.setPen(Qt::magenta);
    EXPECT_TRUE(survives([&](QPainter* painter) {
        style.drawPrimitive(QStyle::PE_PanelButtonCommand, &option, painter, nullptr);
    }));
    EXPECT_EQ(m_painter.pen().color(), QColor(Qt::magenta));
    const QIcon icon = themedIcon(QStringLiteral("close"));
    EXPECT_TRUE(survives([&](QPainter* painter) { icon.paint(painter, 0, 0, 20, 20); }));
}

} // namespace
} // namespace protomind
