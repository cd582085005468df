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

} // namespace

Theme::Theme(QApplication& application)
    : m_application(application)
    , m_style(new LaboratoryStyle)
    , m_system(new SystemAppearance(isDark(application.palette()), this))
    , m_basePoints(application.font().pointSizeF() > 0 ? application.font().pointSizeF() : kUsualPoints)
    , m_systemEffects(QApplication::isEffectEnabled(Qt::UI_General)) {
    m_application.setStyle(m_style); // Owned by the application from here on.
    connect(m_system, &SystemAppearance::changed, this, &Theme::show);
}

Theme::~Theme() {
    // The next theme of this application begins with the desktop's own size again.
    QFont font = m_application.font();
    font.setPointSizeF(m_basePoints);
    m_application.setFont(font);
    QApplication::setEffectEnabled(Qt::UI_General, m_systemEffects);
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

void Theme::setReducedMotion(bool on) {
    m_reducedMotion = on;
    show();
}

bool Theme::systemReducesMotion() const {
    return m_system->wantsStillness();
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
    const bool motion = !m_reducedMotion && !systemReducesMotion();
    m_style->setMotion(motion);
    QApplication::setEffectEnabled(Qt::UI_General, motion && m_systemEffects);
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

} // namespace protomind
