// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/file_option_control.h"

#include "desktop/app/data/columns_control.h"
#include "desktop/app/data/option_control.h"
#include "desktop/words/worded.h"
#include "engine/base/typed_number.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <fmt/format.h>

namespace protomind {

FileOptionControl::FileOptionControl(const FileOption& option, QWidget* parent)
    : QWidget(parent)
    , m_option(option)
    , m_value(option.defaultText)
    , m_gesture(newGesture()) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    setToolTip(worded(option.help));
    switch (option.kind) {
    case FileOption::Kind::Number:
        makeNumber();
        break;
    case FileOption::Kind::Choice:
        makeChoice();
        break;
    case FileOption::Kind::Text:
        makeLine();
        break;
    case FileOption::Kind::Column:
        makeColumn();
        break;
    case FileOption::Kind::Columns:
        makeColumns();
        break;
    }
}

void FileOptionControl::makeNumber() {
    m_number = new OptionControl({m_option.name, m_option.label, readNumber(m_option.defaultText).value_or(0),
                                  m_option.minimum, m_option.maximum, m_option.whole},
                                 this);
    layout()->addWidget(m_number);
    setFocusProxy(m_number);
    connect(m_number, &OptionControl::edited, this,
            [this](double value) { tell(fmt::format("{}", value), m_number->gesture()); });
}

void FileOptionControl::makeChoice() {
    m_choice = new QComboBox(this);
    name(*m_choice);
    layout()->addWidget(m_choice);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const FileChoice& choice : m_option.choices)
        m_choice->addItem(worded(choice.label), QString::fromStdString(choice.name));
    connect(m_choice, &QComboBox::activated, this,
            [this] { tell(m_choice->currentData().toString().toStdString(), newGesture()); });
}

void FileOptionControl::makeLine() {
    m_line = new QLineEdit(this);
    name(*m_line);
    layout()->addWidget(m_line);
    connect(m_line, &QLineEdit::editingFinished, this,
            [this] { tell(m_line->text().toStdString(), newGesture()); });
}

/// The names come with setColumns(): until then there is the one that the text has.
void FileOptionControl::makeColumn() {
    m_column = new QComboBox(this);
    name(*m_column);
    layout()->addWidget(m_column);
    m_column->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setColumns({});
    connect(m_column, &QComboBox::activated, this,
            [this] { tell(m_column->currentData().toString().toStdString(), newGesture()); });
}

void FileOptionControl::makeColumns() {
    m_columns = new ColumnsControl(this);
    name(m_columns->line());
    layout()->addWidget(m_columns);
    connect(m_columns, &ColumnsControl::edited, this,
            [this](const QString& text) { tell(text.toStdString(), newGesture()); });
}

void FileOptionControl::setColumns(const QStringList& names) {
    if (m_columns)
        m_columns->setColumns(names);
    if (!m_column)
        return;
    m_column->clear();
    m_column->addItem(names.isEmpty() ? tr("The last column") : tr("The last: %1").arg(names.back()),
                      QString());
    for (const QString& name : names)
        m_column->addItem(name, name);
    showColumn();
}

/// Also one that the table doesn't have: the text says so.
void FileOptionControl::showColumn() {
    const QString column = QString::fromStdString(m_value);
    if (m_column->findData(column) < 0)
        m_column->addItem(column, column);
    m_column->setCurrentIndex(m_column->findData(column));
}

void FileOptionControl::name(QWidget& control) {
    control.setObjectName(QStringLiteral("option.") + QString::fromStdString(m_option.name));
    control.setAccessibleName(worded(m_option.label));
    control.setToolTip(toolTip());
    setFocusProxy(&control);
}

void FileOptionControl::tell(const std::string& value, Gesture gesture) {
    if (value == m_value)
        return;
    m_value = value;
    m_gesture = gesture;
    emit edited(value);
}

void FileOptionControl::setValue(const std::string& value) {
    m_value = value;
    if (m_number)
        m_number->setValue(readNumber(value).value_or(m_option.minimum));
    if (m_choice)
        m_choice->setCurrentIndex(m_choice->findData(QString::fromStdString(value)));
    if (m_column)
        showColumn();
    if (m_columns)
        m_columns->setText(QString::fromStdString(value));
    if (m_line && m_line->text().toStdString() != value)
        m_line->setText(QString::fromStdString(value));
}

} // namespace protomind
