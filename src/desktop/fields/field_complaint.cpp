// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/fields/field_complaint.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QEvent>
#include <QToolTip>

#include <algorithm>
#include <chrono>

namespace protomind {

namespace {

constexpr std::chrono::seconds kSeen{12};
constexpr int kMargin = 6;
constexpr int kGap = 3;
constexpr int kLetters = 44; ///< on a line

} // namespace

FieldComplaint::FieldComplaint(QWidget& window)
    : QLabel(&window) {
    setObjectName(QStringLiteral("fieldComplaint"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFrameShape(QFrame::Box);
    setMargin(kMargin);
    setAutoFillBackground(true);
    m_end.setSingleShot(true);
    m_end.setInterval(kSeen);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    QCoreApplication::instance()->installEventFilter(this);
}

/// Whoever goes on elsewhere has read it, and may want what it lies on.
bool FieldComplaint::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress && isVisible())
        hide();
    return QLabel::eventFilter(watched, event);
}

FieldComplaint* FieldComplaint::in(const QWidget& window) {
    return window.findChild<FieldComplaint*>(QString(), Qt::FindDirectChildrenOnly);
}

void FieldComplaint::say(QWidget& field, const QString& sentence) {
    // Later: the field may be losing the focus because its window is being taken down.
    QMetaObject::invokeMethod(
        &field, [&field, sentence] { show(field, sentence); }, Qt::QueuedConnection);
}

void FieldComplaint::show(QWidget& field, const QString& sentence) {
    QWidget& window = *field.window();
    // A box on its own has no room for it, and a window that has closed no reader.
    if (&window == &field || !field.isVisible())
        return;
    FieldComplaint* complaint = in(window);
    if (!complaint)
        complaint = new FieldComplaint(window);
    complaint->m_field = &field;
    QPalette colours = QToolTip::palette();
    colours.setColor(QPalette::Window, colours.color(QPalette::ToolTipBase));
    colours.setColor(QPalette::WindowText, colours.color(QPalette::ToolTipText));
    complaint->setPalette(colours);
    complaint->setText(sentence);
    complaint->setAccessibleName(sentence);
    complaint->place();
    complaint->QLabel::show();
    complaint->raise();
    complaint->m_end.start();
    QAccessibleEvent event(complaint, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void FieldComplaint::takeBack(const QWidget& field) {
    FieldComplaint* complaint = in(*field.window());
    if (complaint && complaint->m_field == &field)
        complaint->hide();
}

void FieldComplaint::place() {
    const QWidget& window = *parentWidget();
    const int widest = std::max(1, std::min(fontMetrics().averageCharWidth() * kLetters, window.width()));
    const int frame = 2 * (kMargin + frameWidth());
    const QRect words = fontMetrics().boundingRect(QRect(0, 0, std::max(1, widest - frame), 1 << 16),
                                                   Qt::TextWordWrap, text());
    const int width = std::min(widest, words.width() + frame + 2);
    resize(width, heightForWidth(width));
    const QPoint below = m_field->mapTo(&window, QPoint(0, m_field->height() + kGap));
    const QPoint above = m_field->mapTo(&window, QPoint(0, -kGap - height()));
    const bool fits = below.y() + height() <= window.height();
    move(std::clamp(below.x(), 0, std::max(0, window.width() - width)),
         fits ? below.y() : std::max(0, above.y()));
}

} // namespace protomind
