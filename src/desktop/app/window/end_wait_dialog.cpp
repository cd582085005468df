// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/end_wait_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace protomind {

EndWaitDialog::EndWaitDialog(bool canCancel, QWidget* parent)
    : QDialog(parent)
    , m_canCancel(canCancel) {
    setObjectName(QStringLiteral("endWait"));
    setWindowTitle(QCoreApplication::applicationName());
    setWindowModality(Qt::WindowModal);
    m_awaited = new QLabel(this);
    m_awaited->setObjectName(QStringLiteral("endWaitAwaited"));
    QFont strong = m_awaited->font();
    strong.setWeight(QFont::DemiBold);
    m_awaited->setFont(strong);
    m_awaited->setWordWrap(true);
    m_explanation = new QLabel(this);
    m_explanation->setObjectName(QStringLiteral("endWaitWords"));
    m_explanation->setWordWrap(true);
    m_explanation->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    auto* buttons = new QDialogButtonBox(this);
    m_closeAnyway = buttons->addButton(tr("&Close anyway"), QDialogButtonBox::DestructiveRole);
    m_closeAnyway->setObjectName(QStringLiteral("closeAnywayButton"));
    m_closeAnyway->setAutoDefault(false); // Enter, typed a moment too late, ends nothing.
    if (canCancel) {
        QPushButton* cancel = buttons->addButton(tr("&Keep working"), QDialogButtonBox::RejectRole);
        cancel->setObjectName(QStringLiteral("keepWorkingButton"));
        cancel->setAutoDefault(false);
        connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    }
    connect(m_closeAnyway, &QPushButton::clicked, this, [this] {
        m_closeAnyway->setEnabled(false); // Once is enough.
        emit closeAnyway();
    });
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_awaited);
    layout->addWidget(m_explanation);
    layout->addWidget(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
}

void EndWaitDialog::setAwaited(const QString& sentence, const QString& explanation) {
    if (!isVisible() || explanation != m_explanation->text())
        m_closeAnyway->setEnabled(true);
    m_awaited->setText(sentence);
    m_explanation->setText(explanation);
    setAccessibleDescription(sentence);
}

QString EndWaitDialog::explanation() const {
    return m_explanation->text();
}

void EndWaitDialog::reject() {
    if (m_canCancel)
        QDialog::reject();
}

} // namespace protomind
