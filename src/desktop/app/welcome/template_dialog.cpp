// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/welcome/template_dialog.h"

#include "desktop/app/welcome/template_card.h"
#include "studio/network/template.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace protomind {

namespace {
constexpr int kTemplateColumns = 2;
}

TemplateDialog::TemplateDialog(TemplatePictures& pictures, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("templateDialog"));
    setWindowTitle(tr("New from template"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(
        new QLabel(tr("Each brings a network, data that suit it, and settings that work."), this));
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Templates"));
    auto* cards = new QWidget(area);
    auto* grid = new QGridLayout(cards);
    int index = 0;
    for (const NetworkTemplate& source : networkTemplates()) {
        auto* card = new TemplateCard(source, cards);
        grid->addWidget(card, index / kTemplateColumns, index % kTemplateColumns);
        pictures.load(card);
        connect(card, &TemplateCard::clicked, this, [this, &source] {
            emit templateChosen(&source);
            accept();
        });
        ++index;
    }
    grid->setRowStretch(index / kTemplateColumns + 1, 1);
    area->setWidget(cards);
    layout->addWidget(area, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    // Wide and high enough for all cards, where the screen is.
    const QSize wanted(fontMetrics().averageCharWidth() * 110, fontMetrics().lineSpacing() * 33);
    resize(wanted.boundedTo(parent != nullptr ? parent->window()->size() - QSize(40, 80) : wanted));
}

} // namespace protomind
