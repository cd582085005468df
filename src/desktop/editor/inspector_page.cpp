// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/inspector_page.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace protomind {

InspectorPage::InspectorPage(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(8);
}

QLabel* InspectorPage::addHeading(const QString& text) {
    auto* heading = new QLabel(text, this);
    QFont strong = heading->font();
    strong.setWeight(QFont::DemiBold);
    heading->setFont(strong);
    heading->setContentsMargins(0, 8, 0, 0);
    m_column->addWidget(heading);
    return heading;
}

QLabel* InspectorPage::addText(const QString& text) {
    auto* label = new QLabel(text, this);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(label);
    return label;
}

QFormLayout* InspectorPage::addForm() {
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_column->addLayout(form);
    return form;
}

QLabel* InspectorPage::addFact(QFormLayout* form, const QString& name, const QString& help) {
    auto* title = new QLabel(name, this);
    title->setToolTip(help);
    title->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* figure = new QLabel(this);
    figure->setToolTip(help);
    figure->setWordWrap(true);
    figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    figure->setAccessibleName(name);
    form->addRow(title, figure);
    return figure;
}

} // namespace protomind
