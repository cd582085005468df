// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/laboratory_style.h"

#include "desktop/style/paint_guard.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOption>

#include <cmath>

namespace protomind {

namespace {

constexpr double kFocusWidth = 2;
constexpr double kFrameRadius = 2.5;

/// The one button of a window that matters most, flat: a gradient would take the contrast from its words.
void drawMainButton(const QStyleOption& option, QPainter& painter, double line) {
    QColor fill = option.palette.color(QPalette::Highlight);
    if (option.state.testFlag(QStyle::State_Sunken))
        fill = fill.darker(125);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        fill = fill.darker(110);
    const PainterState state(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(option.state.testFlag(QStyle::State_HasFocus)
                       ? QPen(option.palette.color(QPalette::WindowText), kFocusWidth * line)
                       : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), kFrameRadius, kFrameRadius);
}

} // namespace

LaboratoryStyle::LaboratoryStyle()
    : QProxyStyle(QStringLiteral("Fusion")) {}

int LaboratoryStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                                 const QWidget* widget) const {
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_ToolBarIconSize:
        return static_cast<int>(std::lround(20 * m_controlScale));
    case PM_ScrollBarExtent:
    case PM_ScrollBarSliderMin:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_MenuButtonIndicator:
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
    case PM_SplitterWidth:
        return static_cast<int>(std::lround(usual * m_controlScale));
    default:
        return usual;
    }
}

int LaboratoryStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                               QStyleHintReturn* returnData) const {
    // Qt's own icons for these know only light windows.
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    if (hint == SH_Widget_Animation_Duration && !m_motion)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

void LaboratoryStyle::drawFrame(const QStyleOption& option, QPainter& painter, const QRect& rect) const {
    const bool focused = option.state.testFlag(State_HasFocus) && option.state.testFlag(State_Enabled);
    const auto group = option.state.testFlag(State_Enabled) ? QPalette::Active : QPalette::Disabled;
    const double width = focused ? kFocusWidth * m_lineScale : 1;
    const PainterState state(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(option.palette.color(group, focused ? QPalette::Highlight : QPalette::WindowText), width));
    painter.drawRoundedRect(QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), kFrameRadius,
                            kFrameRadius);
}

void LaboratoryStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                    const QWidget* widget) const {
    const QPalette& colours = option->palette;
    if (element == PE_PanelButtonCommand && option->state.testFlag(State_Enabled) &&
        colours.color(QPalette::Button) == colours.color(QPalette::Highlight)) {
        paintGuarded([&] { drawMainButton(*option, *painter, m_lineScale); });
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (isStrong(colours) || (element == PE_IndicatorCheckBox && isDark(colours)))
        paintGuarded(*painter, [&] { markPrimitive(element, *option, *painter); });
}

void LaboratoryStyle::markPrimitive(PrimitiveElement element, const QStyleOption& option,
                                    QPainter& painter) const {
    const QPalette& colours = option.palette;
    if (element == PE_IndicatorCheckBox && isDark(colours) && !isStrong(colours)) {
        // A dark box on dark ground is no box.
        painter.setPen(QPen(colours.color(QPalette::PlaceholderText), m_lineScale));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    if (!isStrong(colours))
        return;
    // Fusion makes outlines from the window's colour, only darker: black on black.
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_FrameLineEdit:
    case PE_FrameGroupBox:
    case PE_FrameMenu:
    case PE_FrameTabWidget:
    case PE_IndicatorCheckBox:
    case PE_PanelTipLabel:
        drawFrame(option, painter, option.rect);
        break;
    case PE_Frame:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
            frame && frame->lineWidth > 0)
            drawFrame(option, painter, option.rect);
        break;
    case PE_PanelButtonTool:
        if (option.state & (State_On | State_Sunken | State_MouseOver))
            drawFrame(option, painter, option.rect);
        break;
    case PE_IndicatorRadioButton:
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(option.palette.color(QPalette::WindowText), 1));
        painter.drawEllipse(QRectF(option.rect).adjusted(1, 1, -1, -1));
        break;
    case PE_FrameFocusRect:
        painter.setPen(QPen(option.palette.color(QPalette::Highlight), kFocusWidth * m_lineScale));
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2));
        break;
    default:
        break;
    }
}

void LaboratoryStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                         QPainter* painter, const QWidget* widget) const {
    const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (control == CC_ToolButton && tool != nullptr && tool->text == QChar(u'⋯')) {
        // The dots say already that there is a menu.
        QStyleOptionToolButton dots(*tool);
        dots.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &dots, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (isStrong(option->palette))
        paintGuarded([&] { frameControl(control, *option, *painter, widget); });
}

void LaboratoryStyle::frameControl(ComplexControl control, const QStyleOptionComplex& option,
                                   QPainter& painter, const QWidget* widget) const {
    if (control == CC_ComboBox || control == CC_SpinBox) {
        drawFrame(option, painter, option.rect);
    } else if (control == CC_Slider) {
        drawFrame(option, painter, subControlRect(CC_Slider, &option, SC_SliderHandle, widget));
        const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(&option);
        const QRect groove = subControlRect(CC_Slider, &option, SC_SliderGroove, widget);
        QRect line = slider && slider->orientation == Qt::Vertical
                         ? QRect(groove.center().x() - 2, groove.top(), 5, groove.height())
                         : QRect(groove.left(), groove.center().y() - 2, groove.width(), 5);
        const PainterState state(painter);
        // Not through the handle.
        painter.setClipRegion(QRegion(option.rect) -
                              subControlRect(CC_Slider, &option, SC_SliderHandle, widget));
        drawFrame(option, painter, line);
    } else if (control == CC_ScrollBar) {
        drawFrame(option, painter, subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget));
    }
}

void LaboratoryStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const {
    QProxyStyle::drawControl(element, option, painter, widget);
    if (isStrong(option->palette))
        paintGuarded([&] { markControl(element, *option, *painter); });
}

void LaboratoryStyle::markControl(ControlElement element, const QStyleOption& option,
                                  QPainter& painter) const {
    if (element == CE_TabBarTabShape && option.state.testFlag(State_Selected)) {
        painter.fillRect(QRect(option.rect.left() + 3, option.rect.bottom() - 2, option.rect.width() - 6, 3),
                         option.palette.highlight());
    } else if (element == CE_Splitter) {
        const QPoint centre = option.rect.center();
        const bool tall = option.rect.height() > option.rect.width();
        painter.fillRect(
            QRect(centre.x() - (tall ? 1 : 12), centre.y() - (tall ? 12 : 1), tall ? 2 : 24, tall ? 24 : 2),
            option.palette.windowText());
    } else if (element == CE_ProgressBarGroove) {
        drawFrame(option, painter, option.rect);
    }
}

double lineScale() {
    const auto* style = qobject_cast<const LaboratoryStyle*>(QApplication::style());
    return style != nullptr ? style->lineScale() : 1;
}

bool motionWanted() {
    const auto* style = qobject_cast<const LaboratoryStyle*>(QApplication::style());
    return style == nullptr || style->motion();
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

bool isStrong(const QPalette& palette) {
    const QRgb window = palette.color(QPalette::Active, QPalette::Window).rgb();
    const QRgb text = palette.color(QPalette::Active, QPalette::WindowText).rgb();
    constexpr QRgb kBlack = 0xff000000;
    constexpr QRgb kWhite = 0xffffffff;
    return (window == kBlack && text == kWhite) || (window == kWhite && text == kBlack);
}

} // namespace protomind
