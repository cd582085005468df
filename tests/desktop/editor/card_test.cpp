// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/edit_script.h"
#include "desktop/editor/arrange/rows_layout.h"
#include "desktop/editor/card_colours.h"
#include "desktop/editor/card_geometry.h"
#include "desktop/editor/wire_geometry.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPalette>

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

double luminance(const QColor& colour) {
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// WCAG 2.1, contrast ratio.
double contrast(const QColor& a, const QColor& b) {
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

QPalette lightPalette() {
    return {QColor(0xf0, 0xf0, 0xf0), QColor(0xef, 0xef, 0xef)};
}
QPalette darkPalette() {
    return {QColor(0x3c, 0x3f, 0x44), QColor(0x2d, 0x2f, 0x33)};
}

TEST(CardColours, TextCanBeReadInLightAndDark) {
    for (const QPalette& palette : {lightPalette(), darkPalette()}) {
        const CardColours colours = CardColours::of(palette);
        EXPECT_GE(contrast(colours.text, colours.card), 7);
        EXPECT_GE(contrast(colours.muted, colours.card), 4.5);
        EXPECT_GE(contrast(colours.error, colours.card), 4.5);
        EXPECT_GE(contrast(colours.wire, colours.canvas), 3);
        for (int category = 0; category <= int(LayerCategory::Merging); ++category)
            EXPECT_GE(contrast(colours.category(LayerCategory(category)), colours.card), 4.5) << category;
    }
    EXPECT_FALSE(CardColours::of(lightPalette()).dark);
    EXPECT_TRUE(CardColours::of(darkPalette()).dark);
}

/// Cards of all that random edits make: every type, all kinds of problems, long names.
TEST(CardGeometry, EverythingLiesOnTheCardAndNothingOverlaps) {
    const CardFonts fonts = CardFonts::of(QApplication::font());
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        Document document;
        EditScript script(document, seed);
        for (int step = 0; step < 30; ++step)
            script.step();
        for (const Layer& layer : document.network().layers()) {
            const CardContent content = CardContent::of(layer, document.analysis());
            const CardGeometry geometry = CardGeometry::of(content, fonts);
            std::vector<QRectF> parts{geometry.icon};
            for (const CardGeometry::Row& row : geometry.rows) {
                parts.push_back(row.label);
                parts.push_back(row.value);
            }
            for (const QRectF& part :
                 {geometry.output, geometry.arithmetic, geometry.problemText, geometry.title}) {
                if (!part.isEmpty())
                    parts.push_back(part);
            }
            for (std::size_t a = 0; a < parts.size(); ++a) {
                ASSERT_TRUE(geometry.body.contains(parts[a])) << layer.type;
                for (std::size_t b = a + 1; b < parts.size(); ++b)
                    ASSERT_FALSE(parts[a].intersects(parts[b])) << layer.type << ' ' << a << ' ' << b;
            }
            ASSERT_EQ(geometry.problem.isEmpty(), content.problem.isEmpty());
            ASSERT_EQ(geometry.inputs.size(), std::size_t(content.inputs));
        }
    }
}

TEST(CardGeometry, SettingsOfEveryLayerFitTheirRows) {
    const CardFonts fonts = CardFonts::of(QApplication::font());
    const QFontMetricsF metrics(fonts.body);
    for (const LayerType& type : layerTypes()) {
        Network network;
        network.add(makeLayer(network, type.name, {}));
        const CardContent content = CardContent::of(network.layers().front(), analyse(network));
        const CardGeometry geometry = CardGeometry::of(content, fonts);
        for (std::size_t i = 0; i < content.rows.size(); ++i) {
            EXPECT_LE(metrics.horizontalAdvance(content.rows[i].label), geometry.rows[i].label.width())
                << type.name;
            EXPECT_LE(metrics.horizontalAdvance(content.rows[i].value), geometry.rows[i].value.width())
                << type.name;
        }
    }
}

TEST(CardContent, SaysShapeArithmeticAndTheWorstProblem) {
    Document document;
    document.undoStack().push(new LoadTemplate(document, *findTemplate("digits-convnet")));
    const Layer* convolution = nullptr;
    for (const Layer& layer : document.network().layers()) {
        if (layer.type == "convolution" && convolution == nullptr)
            convolution = &layer;
    }
    ASSERT_NE(convolution, nullptr);
    const CardContent content = CardContent::of(*convolution, document.analysis());
    EXPECT_TRUE(content.output.startsWith(QStringLiteral("28 × 28 × "))) << content.output.toStdString();
    EXPECT_TRUE(content.arithmetic.contains(QStringLiteral(" = ")));
    EXPECT_TRUE(content.problem.isEmpty());
    EXPECT_FALSE(content.rows.empty());
    const LayerId id = convolution->id;
    document.undoStack().push(new RemoveParts(document, {}, {document.network().wiresInto(id).front().id}));
    EXPECT_FALSE(CardContent::of(*document.network().layer(id), document.analysis()).problem.isEmpty());
}

TEST(RowsLayout, NoCardsOverlapAndRowsKeepToTheWidth) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Document document;
        EditScript script(document, seed);
        for (int step = 0; step < 40; ++step)
            script.step();
        const Network& network = document.network();
        const std::map<LayerId, double> heights = cardHeights(network);
        const double width = 1000;
        const std::map<LayerId, Position> places = rowsLayout(network, heights, width);
        ASSERT_EQ(places.size(), network.layers().size());
        for (const auto& [a, one] : places) {
            const QRectF body(one.x, one.y, kBodyWidth, heights.at(a));
            ASSERT_LE(body.right(), width);
            for (const auto& [b, other] : places)
                ASSERT_TRUE(a == b || !body.intersects(QRectF(other.x, other.y, body.width(), heights.at(b))))
                    << "seed " << seed;
        }
    }
}

TEST(WireGeometry, BeginsAndEndsAtThePortsWhateverTheirPlaces) {
    RandomStream random(3);
    for (int i = 0; i < 500; ++i) {
        const auto anywhere = [&] { return QPointF(random.uniform(-900, 900), random.uniform(-900, 900)); };
        const QRectF from(anywhere(), QSizeF(184, 120));
        const QRectF to(anywhere(), QSizeF(184, 144));
        const QPointF start = from.topRight() + QPointF(0, 24);
        const QPointF end = to.topLeft() + QPointF(0, 24);
        const WireGeometry wire = WireGeometry::between(start, end, from, to);
        ASSERT_EQ(wire.path.pointAtPercent(0), start);
        ASSERT_LT(QLineF(wire.path.currentPosition(), end).length(), 1e-6);
        // It leaves to the right and comes in from the left, as the arrow says.
        const QPointF before = wire.path.pointAtPercent(0.999);
        ASSERT_LT(before.x(), end.x() + 0.5);
        ASSERT_TRUE(wire.path.boundingRect().isValid() || start.y() == end.y());
    }
}

/// A bare path would be taken for the area between its ends.
bool touches(const WireGeometry& wire, const QRectF& card) {
    QPainterPathStroker stroker;
    stroker.setWidth(2);
    return stroker.createStroke(wire.path).intersects(card);
}

TEST(WireGeometry, AWireThatSkipsACardGoesPastIt) {
    const QRectF a(0, 0, 184, 120);
    const QRectF skipped(264, 0, 184, 144);
    const QRectF b(528, 0, 184, 120);
    const QPointF start = a.topRight() + QPointF(0, 24);
    const QPointF end = b.topLeft() + QPointF(0, 24);
    const std::vector<QRectF> others{skipped};
    EXPECT_TRUE(touches(WireGeometry::between(start, end, a, b), skipped));
    EXPECT_FALSE(touches(WireGeometry::between(start, end, a, b, others), skipped));
    const std::vector<QRectF> another{skipped, QRectF(264, -150, 184, 144)};
    const WireGeometry below = WireGeometry::between(start, end, a, b, another);
    for (const QRectF& card : another)
        EXPECT_FALSE(touches(below, card));
}

} // namespace
} // namespace protomind
