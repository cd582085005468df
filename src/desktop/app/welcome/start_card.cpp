// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/welcome/start_card.h"

#include "desktop/style/laboratory_style.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kCardMargin = 8;
constexpr int kCardSpacing = 2;
/// Letters that a line of the sentence has room for at least.
constexpr int kLetters = 22;
constexpr int kIcon = 32;

int textHeight(const QFont& font, int width, const QString& text) {
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, text).height();
}

} // namespace

StartCard::StartCard(const QString& title, const QString& sentence, QWidget* parent)
    : QAbstractButton(parent)
    , m_sentence(sentence) {
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StartCard::setPicture(const QImage& picture) {
    m_picture = picture;
    update();
}

void StartCard::setPictureIcon(const QIcon& icon) {
    m_pictureIcon = icon;
    update();
}

void StartCard::setRecommended(const QString& badge) {
    m_badge = badge;
    setAccessibleDescription(badge.isEmpty() ? m_sentence : badge + QStringLiteral(": ") + m_sentence);
    updateGeometry();
    update();
}

QFont StartCard::titleFont() const {
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

QSize StartCard::pictureSize() const {
    const int side = std::clamp(fontMetrics().height() * 5, 76, 120);
    return {side * 5 / 4, side};
}

int StartCard::minimumWords() const {
    return fontMetrics().averageCharWidth() * kLetters;
}

QSize StartCard::minimumSizeHint() const {
    // What the words need follows from the width, and layouts ask for it: see heightForWidth().
    return {pictureSize().width() + minimumWords() + 3 * kCardMargin,
            pictureSize().height() + 2 * kCardMargin};
}

QSize StartCard::sizeHint() const {
    const int width = pictureSize().width() + minimumWords() * 3 / 2 + 3 * kCardMargin;
    return {width, heightForWidth(width)};
}

int StartCard::heightForWidth(int width) const {
    const int words = std::max(width - pictureSize().width() - 3 * kCardMargin, 1);
    const int badge = m_badge.isEmpty() ? 0 : fontMetrics().height() + kCardSpacing;
    const int height =
        badge + textHeight(titleFont(), words, text()) + kCardSpacing + textHeight(font(), words, m_sentence);
    return std::max(pictureSize().height(), height) + 2 * kCardMargin;
}

void StartCard::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void StartCard::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

void StartCard::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void StartCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPalette& colours = palette();
    const bool lit = underMouse() || hasFocus();
    const bool outlined = lit || !m_badge.isEmpty();
    const double line = (lit ? 2 : 1) * lineScale();
    painter.setPen(QPen(colours.color(outlined ? QPalette::Highlight : QPalette::Mid), line));
    painter.setBrush(colours.color(isDown() ? QPalette::AlternateBase : QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 6, 6);

    const QRect place(QPoint(kCardMargin, (height() - pictureSize().height()) / 2), pictureSize());
    if (!m_picture.isNull()) {
        const QSizeF size = m_picture.deviceIndependentSize().scaled(place.size(), Qt::KeepAspectRatio);
        QRectF target(QPointF(), size);
        target.moveCenter(QRectF(place).center());
        painter.drawImage(target, m_picture);
    } else if (!m_pictureIcon.isNull()) {
        QRect target(0, 0, kIcon, kIcon);
        target.moveCenter(place.center());
        m_pictureIcon.paint(&painter, target);
    }

    QRect words = rect().adjusted(place.right() + kCardMargin, kCardMargin, -kCardMargin, -kCardMargin);
    if (!m_badge.isEmpty()) {
        painter.setFont(font());
        painter.setPen(colours.color(QPalette::Link));
        painter.drawText(words, Qt::AlignTop | Qt::TextSingleLine, m_badge);
        words.setTop(words.top() + fontMetrics().height() + kCardSpacing);
    }
    QRect used;
    painter.setFont(titleFont());
    painter.setPen(colours.color(QPalette::Text));
    painter.drawText(words, Qt::AlignTop | Qt::TextWordWrap, text(), &used);
    painter.setFont(font());
    painter.drawText(words.adjusted(0, used.height() + kCardSpacing, 0, 0), Qt::AlignTop | Qt::TextWordWrap,
                     m_sentence);
}

} // namespace protomind
