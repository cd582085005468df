// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/theme/theme.h"

#include "desktop/app/theme/system_appearance.h"
#include "desktop/style/laboratory_style.h"

#include <QApplication>
#include <QFont>

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

constexpr double kProjectorType = 1.5;
constexpr double kProjectorLines = 2;
constexpr double kStrongLines = 1.5;
/// A font that says no size of its own in points.
constexpr double kUsualPoints = 9;

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

} // namespace

Theme::Theme(QApplication& application)
    : m_application(application)
    , m_style(new LaboratoryStyle)
    , m_system(new SystemAppearance(isDark(application.palette()), this))
    , m_basePoints(application.font().pointSizeF() > 0 ? application.font().pointSizeF() : kUsualPoints) {
    m_application.setStyle(m_style); // Owned by the application from here on.
    connect(m_system, &SystemAppearance::changed, this, [this] {
        if (m_kind == ThemeKind::System)
            show();
    });
}

Theme::~Theme() {
    // The next theme of this application begins with the desktop's own size again.
    QFont font = m_application.font();
    font.setPointSizeF(m_basePoints);
    m_application.setFont(font);
}

void Theme::followSystem() {
    m_system->follow();
}

void Theme::apply(ThemeKind kind) {
    m_kind = kind;
    show();
}

void Theme::setProjector(bool on) {
    m_projector = on;
    show();
}

void Theme::setTypeScale(double scale) {
    m_typeScale = std::clamp(scale, kSmallestType, kLargestType);
    show();
}

ThemeKind Theme::shownKind() const {
    if (m_kind != ThemeKind::System)
        return m_kind;
    if (m_system->wantsContrast())
        return ThemeKind::HighContrast;
    return m_system->isDark() ? ThemeKind::Dark : ThemeKind::Light;
}

void Theme::show() {
    const ThemeKind kind = shownKind();
    const double type = m_typeScale * (m_projector ? kProjectorType : 1);
    m_style->setControlScale(std::max(1.0, type));
    m_style->setLineScale(m_projector ? kProjectorLines : kind == ThemeKind::HighContrast ? kStrongLines : 1);
    QFont font = m_application.font();
    font.setPointSizeF(m_basePoints * type);
    if (font != m_application.font())
        m_application.setFont(font);
    m_application.setPalette(palette(kind, m_projector));
    emit changed();
}

QPalette Theme::palette(ThemeKind kind, bool projector) {
    switch (kind) {
    case ThemeKind::HighContrast:
        return highContrastPalette();
    case ThemeKind::Dark:
        return projector ? highContrastPalette() : darkPalette();
    default:
        return projector ? projectorPalette() : lightPalette();
    }
}

QColor trainingColour() {
    return QColor::fromRgb(0x3f86e0);
}

QColor validationColour() {
    return QColor::fromRgb(0xd4760f);
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
