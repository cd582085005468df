// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/theme/palettes.h"

namespace protomind {

namespace {

struct Tones {
    QRgb window, base, alternate, text, faint, button, middle, dark, highlight, link, disabled, toolTip;
    QRgb highlighted = 0xffffff;
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
    set(QPalette::HighlightedText, tones.highlighted);
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

QPalette highContrastPalette() {
    QPalette palette = paletteOf({.window = 0x000000,
                                  .base = 0x000000,
                                  .alternate = 0x141414,
                                  .text = 0xffffff,
                                  .faint = 0xd8d8d8,
                                  .button = 0x000000,
                                  .middle = 0xb0b0b0,
                                  .dark = 0x8a8a8a,
                                  .highlight = 0xffe14d,
                                  .link = 0x8ecbff,
                                  .disabled = 0xa8a8a8,
                                  .toolTip = 0x000000,
                                  .highlighted = 0x000000});
    // Made from the button's colour they would be black too.
    palette.setColor(QPalette::Light, QColor::fromRgb(0x5a5a5a));
    palette.setColor(QPalette::Midlight, QColor::fromRgb(0x3c3c3c));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(0x3c3c3c));
    return palette;
}

QPalette projectorPalette() {
    return paletteOf({.window = 0xffffff,
                      .base = 0xffffff,
                      .alternate = 0xf2f4f7,
                      .text = 0x000000,
                      .faint = 0x454545,
                      .button = 0xf0f0f0,
                      .middle = 0x808080,
                      .dark = 0x5a5a5a,
                      .highlight = 0x003c9e,
                      .link = 0x0039a6,
                      .disabled = 0x6a6a6a,
                      .toolTip = 0xfffde0});
}

} // namespace protomind
