// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lenses/lens_settings.h"

#include "desktop/app/lenses/slider_editor.h"
#include "desktop/editor/field_editor.h"
#include "desktop/words/worded.h"

#include <QFormLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace protomind {

LensSettings::LensSettings(QWidget* parent)
    : QWidget(parent)
    , m_choices(new QFormLayout)
    , m_moreButton(new QToolButton(this))
    , m_more(new QWidget(this))
    , m_numbers(new QFormLayout(m_more)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_choices);
    column->addWidget(m_moreButton);
    column->addWidget(m_more);
    for (QFormLayout* form : {m_choices, m_numbers}) {
        form->setContentsMargins(0, 0, 0, 0);
        form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    }
    m_moreButton->setObjectName(QStringLiteral("moreLensSettings"));
    m_moreButton->setText(tr("More settings"));
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setCheckable(true);
    connect(m_moreButton, &QToolButton::toggled, this, &LensSettings::showMore);
    showMore(false);
}

void LensSettings::showMore(bool more) {
    m_moreButton->setArrowType(more ? Qt::DownArrow : Qt::RightArrow);
    m_more->setVisible(more);
}

void LensSettings::setLens(const LensType& lens) {
    if (m_lens == &lens)
        return;
    m_lens = &lens;
    for (QFormLayout* form : {m_choices, m_numbers}) {
        while (form->rowCount() > 0)
            form->removeRow(0);
    }
    m_editors.clear();
    Settings& set = m_set[lens.name];
    for (const Field& field : lens.fields) {
        const bool atOnce = field.type == FieldType::Choice || field.shownOnCard;
        QFormLayout* const form = atOnce ? m_choices : m_numbers;
        FieldEditor* editor = field.type == FieldType::Real && atOnce ? new SliderEditor(field, this)
                                                                      : makeFieldEditor(field, this);
        const auto value = set.find(field.name);
        editor->setValue(value == set.end() ? field.defaultValue : value->second);
        editor->setObjectName(QStringLiteral("lens-") + QString::fromStdString(field.name));
        auto* label = new QLabel(worded(field.label), this);
        label->setBuddy(editor);
        label->setToolTip(worded(field.help));
        form->addRow(label, editor);
        m_editors[field.name] = editor;
        connect(editor, &FieldEditor::edited, this, [this, &set, name = field.name](const FieldValue& now) {
            set[name] = now;
            emit changed();
        });
    }
    m_moreButton->setVisible(m_numbers->rowCount() > 0);
    showMore(m_moreButton->isChecked() && m_numbers->rowCount() > 0);
    setVisible(!lens.fields.empty());
}

void LensSettings::set(const std::string& name, const FieldValue& value) {
    const auto editor = m_editors.find(name);
    if (m_lens == nullptr || editor == m_editors.end() || !checkField(editor->second->field(), value))
        return;
    editor->second->setValue(value);
    m_set[m_lens->name][name] = value;
    emit changed();
}

void LensSettings::setAll(const Settings& settings) {
    if (m_lens == nullptr)
        return;
    Settings& set = m_set[m_lens->name];
    set.clear();
    bool inMore = false;
    for (const auto& [name, editor] : m_editors) {
        const Field& field = editor->field();
        const auto wanted = settings.find(name);
        const bool isSet = wanted != settings.end() && checkField(field, wanted->second);
        editor->setValue(isSet ? wanted->second : field.defaultValue);
        if (!isSet)
            continue;
        set[name] = wanted->second;
        inMore = inMore || m_more->isAncestorOf(editor);
    }
    m_moreButton->setChecked(inMore);
    emit changed();
}

Settings LensSettings::settings() const {
    const auto found = m_lens ? m_set.find(m_lens->name) : m_set.end();
    return found == m_set.end() ? Settings() : found->second;
}

void LensSettings::bringBack(const std::map<std::string, Settings>& all) {
    m_set = all;
    if (const LensType* lens = std::exchange(m_lens, nullptr))
        setLens(*lens);
}

} // namespace protomind
