// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/message_strip.h"

#include "desktop/app/theme/icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace protomind {

MessageStrip::MessageStrip(QWidget* parent)
    : QFrame(parent) {
    setObjectName(QStringLiteral("messageStrip"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    m_icon = new QLabel(this);
    m_label = new QLabel(this);
    m_label->setObjectName(QStringLiteral("messageText"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setAccessibleName(tr("Message"));
    m_button = new QPushButton(this);
    m_button->setObjectName(QStringLiteral("messageButton"));
    m_button->setAccessibleName(tr("What to do about the message"));
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->addWidget(m_icon);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageStrip::closeStrip);
    connect(m_button, &QPushButton::clicked, this, [this] {
        // Copied: what is pressed may say something else here.
        const std::function<void()> press = m_press;
        closeStrip();
        if (press)
            press();
    });
    hide();
}

void MessageStrip::say(Topic topic, Kind kind, const QString& sentence, Button button) {
    m_topic = topic;
    m_press = std::move(button.press);
    const QString icon = kind == Kind::Warning ? QStringLiteral("warning") : QStringLiteral("info");
    m_icon->setPixmap(themedIcon(icon, QPalette::ToolTipText).pixmap(20, 20));
    m_label->setText(sentence);
    m_button->setText(button.text);
    m_button->setVisible(!button.text.isEmpty());
    setAccessibleName(kind == Kind::Warning ? tr("Warning") : tr("Message"));
    setAccessibleDescription(sentence);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageStrip::withdraw(Topic topic) {
    if (m_topic == topic)
        closeStrip();
}

QString MessageStrip::text() const {
    return isHidden() ? QString() : m_label->text();
}

void MessageStrip::closeStrip() {
    m_press = nullptr;
    hide();
}

} // namespace protomind
