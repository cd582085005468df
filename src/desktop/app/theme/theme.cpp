// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/theme/theme.h"

#include <QApplication>
#include <QStyleFactory>

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

struct Tones {
    QRgb window, base, alternate, text, faint, button, middle, dark, highlight, link, disabled, toolTip;
};

QPalette paletteOf(const Tones& tones) {
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb tone) {
        palette.setColor(role, QColor::fromRgb(tone));
    };
    set(QPalette::Window, tones.window);
    set(QPalette::WindowText, tones.text);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::Text, tones.text);
    set(QPalette::PlaceholderText, tones.faint);
    set(QPalette::Button, tones.button);
    set(QPalette::ButtonText, tones.text);
    set(QPalette::BrightText, 0xffffff);
    set(QPalette::ToolTipBase, tones.toolTip);
    set(QPalette::ToolTipText, tones.text);
    set(QPalette::Highlight, tones.highlight);
    set(QPalette::HighlightedText, 0xffffff);
    set(QPalette::Link, tones.link);
    set(QPalette::LinkVisited, tones.link);
    set(QPalette::Mid, tones.middle);
    set(QPalette::Dark, tones.dark);
    palette.setColor(QPalette::Light, QColor::fromRgb(tones.button).lighter(112));
    palette.setColor(QPalette::Midlight, QColor::fromRgb(tones.button).lighter(106));
    palette.setColor(QPalette::Shadow, QColor::fromRgb(tones.dark).darker(140));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(tones.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(tones.middle));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor::fromRgb(tones.text));
    return palette;
}

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

} // namespace

QPalette lightPalette() {
    return paletteOf({.window = 0xf3f4f6,
                      .base = 0xffffff,
                      .alternate = 0xf0f2f5,
                      .text = 0x1d2129,
                      .faint = 0x626a76,
                      .button = 0xe8eaee,
                      .middle = 0xc3c8d0,
                      .dark = 0x9aa1ac,
                      .highlight = 0x2a67c4,
                      .link = 0x1f5bb5,
                      .disabled = 0x8b929c,
                      .toolTip = 0xfffdf5});
}

QPalette darkPalette() {
    return paletteOf({.window = 0x24272d,
                      .base = 0x1a1c21,
                      .alternate = 0x22252b,
                      .text = 0xe7e9ed,
                      .faint = 0x9ba3af,
                      .button = 0x343841,
                      .middle = 0x474c57,
                      .dark = 0x15171b,
                      .highlight = 0x2f6fd0,
                      .link = 0x7fb0ff,
                      .disabled = 0x7c838e,
                      .toolTip = 0x2f333b});
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

Theme::Theme(QApplication& application)
    : m_application(application)
    , m_systemIsDark(isDark(application.palette())) {
    m_application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

void Theme::apply(ThemeKind kind) {
    m_kind = kind;
    const bool dark = kind == ThemeKind::Dark || (kind == ThemeKind::System && m_systemIsDark);
    m_application.setPalette(dark ? darkPalette() : lightPalette());
}

QColor trainingColour() {
    return QColor::fromRgb(0x3f86e0);
}

QColor validationColour() {
    return QColor::fromRgb(0xe08214);
}

QColor classColour(int index) {
    static constexpr std::array<QRgb, 10> kColours = {0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9,
                                                      0xd55e00, 0xb8a800, 0x8c6bb1, 0x7f7f7f, 0x8c510a};
    return QColor::fromRgb(kColours[static_cast<std::size_t>(std::max(0, index)) % kColours.size()]);
}

QColor divergingColour(double value, const QColor& ground) {
    const double cut = std::clamp(value, -1.0, 1.0);
    return mixed(ground, QColor::fromRgb(cut < 0 ? 0x2166ac : 0xe08214), std::abs(cut));
}

QColor wrongColour(const QPalette& palette) {
    return QColor::fromRgb(isDark(palette) ? 0xff8a66 : 0xb83a0e);
}

QColor rightColour(const QPalette& palette) {
    return QColor::fromRgb(isDark(palette) ? 0x5fc9a5 : 0x00694d);
}

} // namespace protomind
