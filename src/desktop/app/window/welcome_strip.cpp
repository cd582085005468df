// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/welcome_strip.h"

#include "desktop/app/theme/icons.h"
#include "desktop/app/window/template_card.h"
#include "studio/network/template.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace protomind {

WelcomeStrip::WelcomeStrip(TemplatePictures& pictures, QWidget* parent)
    : QFrame(parent) {
    setObjectName(QStringLiteral("welcomeStrip"));
    setAccessibleName(tr("Welcome"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    auto* words = new QLabel(
        tr("<b>Welcome.</b> Press <b>Train</b> and watch this network learn – or begin with:"), this);
    words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("welcomeClose"));
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close: the templates stay in the File menu"));
    close->setAccessibleName(tr("Close the welcome"));
    head->addWidget(words, 1);
    head->addWidget(close);
    layout->addLayout(head);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(tr("Templates"));
    area->viewport()->setAutoFillBackground(false);
    auto* cards = new QWidget(area);
    auto* row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (const NetworkTemplate& source : networkTemplates()) {
        auto* card = new TemplateCard(source, TemplateCard::Size::Slim, cards);
        row->addWidget(card);
        pictures.load(card);
        connect(card, &TemplateCard::clicked, this, [this, &source] { emit templateChosen(&source); });
    }
    row->addStretch(1);
    area->setWidget(cards);
    area->setFixedHeight(cards->sizeHint().height() + area->horizontalScrollBar()->sizeHint().height());
    layout->addWidget(area);
    connect(close, &QToolButton::clicked, this, &WelcomeStrip::closed);
}

} // namespace protomind
