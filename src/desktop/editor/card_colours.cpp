// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/card_colours.h"

#include "desktop/style/laboratory_style.h"

#include <QCoreApplication>

namespace protomind {

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto blend = [share](float x, float y) { return x + (y - x) * float(share); };
    return QColor::fromRgbF(blend(a.redF(), b.redF()), blend(a.greenF(), b.greenF()),
                            blend(a.blueF(), b.blueF()), blend(a.alphaF(), b.alphaF()));
}

CardColours CardColours::of(const QPalette& palette) {
    CardColours colours;
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::Text);
    // Where contrast is strong, nothing is faint.
    const bool strong = isStrong(palette);
    colours.dark = window.lightness() < 128;
    colours.canvas = colours.dark ? mixed(window, Qt::black, 0.28) : mixed(window, Qt::black, 0.02);
    colours.card = colours.dark ? mixed(window, Qt::white, 0.05) : palette.color(QPalette::Base);
    colours.grid = mixed(colours.canvas, text, colours.dark ? 0.11 : 0.13);
    colours.border = mixed(colours.card, text, strong ? 0.75 : colours.dark ? 0.22 : 0.18);
    colours.shadow = QColor(0, 0, 0, colours.dark ? 60 : 22);
    colours.text = text;
    colours.muted = mixed(colours.card, text, strong ? 0.88 : 0.66);
    colours.wire = mixed(colours.canvas, text, strong ? 0.8 : 0.5);
    colours.accent = palette.color(QPalette::Highlight);
    colours.good = colours.dark ? QColor(0x4c, 0xc3, 0x8a) : QColor(0x0b, 0x70, 0x44);
    colours.warning = colours.dark ? QColor(0xf0, 0xb4, 0x4a) : QColor(0x8a, 0x57, 0x00);
    colours.error = colours.dark ? QColor(0xff, 0x85, 0x78) : QColor(0xc0, 0x2b, 0x20);
    colours.values = ValueColours(palette);
    return colours;
}

QColor CardColours::category(LayerCategory category) const {
    switch (category) {
    case LayerCategory::Data:
        return dark ? QColor(0xa3, 0xb3, 0xc5) : QColor(0x52, 0x65, 0x7a);
    case LayerCategory::Learned:
        return dark ? QColor(0x6f, 0xa8, 0xff) : QColor(0x1f, 0x63, 0xd0);
    case LayerCategory::Sequence:
        return dark ? QColor(0x5c, 0xc3, 0xea) : QColor(0x0a, 0x74, 0x9c);
    case LayerCategory::Shape:
        return dark ? QColor(0xb5, 0xa0, 0xf5) : QColor(0x6b, 0x4f, 0xc4);
    case LayerCategory::Pooling:
        return dark ? QColor(0x4f, 0xc7, 0xb8) : QColor(0x0b, 0x80, 0x76);
    case LayerCategory::Activation:
        return dark ? QColor(0xf2, 0xa7, 0x4b) : QColor(0xae, 0x5a, 0x00);
    case LayerCategory::Regularisation:
        return dark ? QColor(0xea, 0x8b, 0xc2) : QColor(0xad, 0x35, 0x82);
    case LayerCategory::Merging:
        return dark ? QColor(0xa7, 0xc9, 0x58) : QColor(0x56, 0x79, 0x12);
    }
    return muted;
}

QString categoryTitle(LayerCategory category) {
    switch (category) {
    case LayerCategory::Data:
        return QCoreApplication::translate("protomind::LayerCategory", "Data");
    case LayerCategory::Learned:
        return QCoreApplication::translate("protomind::LayerCategory", "Learned");
    case LayerCategory::Sequence:
        return QCoreApplication::translate("protomind::LayerCategory", "Sequences");
    case LayerCategory::Shape:
        return QCoreApplication::translate("protomind::LayerCategory", "Shape");
    case LayerCategory::Pooling:
        return QCoreApplication::translate("protomind::LayerCategory", "Pooling");
    case LayerCategory::Activation:
        return QCoreApplication::translate("protomind::LayerCategory", "Activation");
    case LayerCategory::Regularisation:
        return QCoreApplication::translate("protomind::LayerCategory", "Regularisation");
    case LayerCategory::Merging:
        return QCoreApplication::translate("protomind::LayerCategory", "Merging");
    }
    return {};
}

} // namespace protomind
