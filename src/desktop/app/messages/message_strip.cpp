// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/messages/message_strip.h"

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
    m_button = makeButton(&Message::button);
    m_button->setObjectName(QStringLiteral("messageButton"));
    m_other = makeButton(&Message::other);
    m_other->setObjectName(QStringLiteral("messageOtherButton"));
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
    layout->addWidget(m_other);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageStrip::closeNewest);
    hide();
}

QPushButton* MessageStrip::makeButton(Button Message::*which) {
    auto* button = new QPushButton(this);
    button->setAccessibleName(tr("What to do about the message"));
    connect(button, &QPushButton::clicked, this, [this, which] {
        // Copied: what is pressed may say something else here.
        const std::function<void()> press = m_messages.empty() ? nullptr : (m_messages.back().*which).press;
        closeNewest();
        if (press)
            press();
    });
    return button;
}

void MessageStrip::say(Topic topic, Kind kind, const QString& sentence, Button button, Button other) {
    std::erase_if(m_messages, [topic](const Message& message) { return message.topic == topic; });
    m_messages.push_back({topic, kind, sentence, std::move(button), std::move(other)});
    showNewest();
}

void MessageStrip::withdraw(Topic topic) {
    if (std::erase_if(m_messages, [topic](const Message& message) { return message.topic == topic; }) > 0)
        showNewest();
}

void MessageStrip::withdrawAllBut(Topic topic) {
    if (std::erase_if(m_messages, [topic](const Message& message) { return message.topic != topic; }) > 0)
        showNewest();
}

QString MessageStrip::text() const {
    return isHidden() ? QString() : m_label->text();
}

void MessageStrip::closeNewest() {
    if (!m_messages.empty())
        m_messages.pop_back();
    showNewest();
}

void MessageStrip::showNewest() {
    if (m_messages.empty()) {
        hide();
        return;
    }
    const Message& message = m_messages.back();
    const bool warning = message.kind == Kind::Warning;
    const QString icon = warning ? QStringLiteral("warning") : QStringLiteral("info");
    m_icon->setPixmap(themedIcon(icon, QPalette::ToolTipText).pixmap(20, 20));
    m_label->setText(message.sentence);
    m_button->setText(message.button.text);
    m_button->setVisible(!message.button.text.isEmpty());
    m_other->setText(message.other.text);
    m_other->setVisible(!message.other.text.isEmpty());
    setAccessibleName(warning ? tr("Warning") : tr("Message"));
    setAccessibleDescription(message.sentence);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace protomind
