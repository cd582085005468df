// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lenses/lens_settings.h"

#include "desktop/editor/field_editor.h"
#include "desktop/words/worded.h"

#include <QFormLayout>
#include <QLabel>

namespace protomind {

LensSettings::LensSettings(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

void LensSettings::setLens(const LensType& lens) {
    if (m_lens == &lens)
        return;
    m_lens = &lens;
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    Settings& set = m_set[lens.name];
    for (const Field& field : lens.fields) {
        FieldEditor* editor = makeFieldEditor(field, this);
        const auto value = set.find(field.name);
        editor->setValue(value == set.end() ? field.defaultValue : value->second);
        editor->setObjectName(QStringLiteral("lens-") + QString::fromStdString(field.name));
        auto* label = new QLabel(worded(field.label), this);
        label->setBuddy(editor);
        label->setToolTip(worded(field.help));
        m_form->addRow(label, editor);
        connect(editor, &FieldEditor::edited, this, [this, &set, name = field.name](const FieldValue& now) {
            set[name] = now;
            emit changed();
        });
    }
    setVisible(!lens.fields.empty());
}

Settings LensSettings::settings() const {
    const auto found = m_lens ? m_set.find(m_lens->name) : m_set.end();
    return found == m_set.end() ? Settings() : found->second;
}

} // namespace protomind
