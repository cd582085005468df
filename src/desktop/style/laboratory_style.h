// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QProxyStyle>

namespace protomind {

/// The Fusion style with controls that grow with the type, lines as thick as a theme wants them, and, where
/// the palette is one of strong contrast, frames and marks in the colour of text.
class LaboratoryStyle : public QProxyStyle {
    Q_OBJECT
public:
    LaboratoryStyle();

    /// 1 is usual.
    void setControlScale(double scale) { m_controlScale = scale; }
    void setLineScale(double scale) { m_lineScale = scale; }
    [[nodiscard]] double lineScale() const { return m_lineScale; }
    /// Whether anything may move by itself; Qt's own animations ask for it by styleHint().
    void setMotion(bool on) { m_motion = on; }
    [[nodiscard]] bool motion() const { return m_motion; }

    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* returnData) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;

private:
    // What is drawn over Fusion's own.
    void markPrimitive(PrimitiveElement element, const QStyleOption& option, QPainter& painter) const;
    void frameControl(ComplexControl control, const QStyleOptionComplex& option, QPainter& painter,
                      const QWidget* widget) const;
    void markControl(ControlElement element, const QStyleOption& option, QPainter& painter) const;
    void drawFrame(const QStyleOption& option, QPainter& painter, const QRect& rect) const;

    double m_controlScale = 1;
    double m_lineScale = 1;
    bool m_motion = true;
};

/// How much thicker than usual the present theme wants lines of drawings and charts: 1, or more for
/// projectors and strong contrast.
[[nodiscard]] double lineScale();

/// Whether the person and the desktop want things to move. Whoever animates anything asks here, and shows the
/// end at once where the answer is no.
[[nodiscard]] bool motionWanted();

[[nodiscard]] bool isDark(const QPalette& palette);

/// Black on white or white on black: nothing may be told by a faint tone then.
[[nodiscard]] bool isStrong(const QPalette& palette);

} // namespace protomind
