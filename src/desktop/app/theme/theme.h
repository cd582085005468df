// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/theme/palettes.h"

#include <QObject>

class QApplication;

namespace protomind {

class LaboratoryStyle;
class SystemAppearance;

enum class ThemeKind { System, Light, Dark, HighContrast };

/// The program's look: colours, size of type, thickness of lines, and whether anything moves. On a projector,
/// whichever theme is chosen, colours are of strong contrast, type is half as large again, and lines are
/// twice as thick.
class Theme : public QObject {
    Q_OBJECT
public:
    static constexpr double kSmallestType = 0.8;
    static constexpr double kLargestType = 2;

    explicit Theme(QApplication& application);
    ~Theme() override;

    /// From now on asks the desktop whether it is dark, wants strong contrast or no motion, and follows when
    /// it changes.
    void followSystem();

    void apply(ThemeKind kind);
    [[nodiscard]] ThemeKind kind() const { return m_kind; }
    /// What System stands for at present, or the kind itself.
    [[nodiscard]] ThemeKind shownKind() const;

    void setProjector(bool on);
    [[nodiscard]] bool projector() const { return m_projector; }

    /// 1 is the desktop's own size; cut to kSmallestType..kLargestType.
    void setTypeScale(double scale);
    [[nodiscard]] double typeScale() const { return m_typeScale; }

    /// Nothing moves by itself, also where the desktop has nothing against it.
    void setReducedMotion(bool on);
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    /// The desktop wants nothing to move, whatever is set here.
    [[nodiscard]] bool systemReducesMotion() const;

    /// The colours of a kind other than System.
    [[nodiscard]] static QPalette palette(ThemeKind kind, bool projector);

signals:
    void changed();

private:
    void show();

    QApplication& m_application;
    LaboratoryStyle* m_style;
    SystemAppearance* m_system;
    double m_basePoints;
    ThemeKind m_kind = ThemeKind::System;
    bool m_projector = false;
    double m_typeScale = 1;
    bool m_reducedMotion = false;
    bool m_systemEffects; ///< menus may slide, as far as the desktop is concerned
};

} // namespace protomind
