// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "engine/data/file_source.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace protomind {

class ColumnsControl;
class OptionControl;

/// An option of a person's own files: a slider with a box, a list to choose from, or a line of text. edited()
/// comes with every change by the person, never by setValue().
class FileOptionControl : public QWidget {
    Q_OBJECT
public:
    explicit FileOptionControl(const FileOption& option, QWidget* parent = nullptr);
    /// As it stands in the data's text.
    void setValue(const std::string& value);
    /// The names of the table's columns, for options that are of these.
    void setColumns(const QStringList& names);
    [[nodiscard]] Gesture gesture() const { return m_gesture; }

signals:
    void edited(const std::string& value);

private:
    void makeNumber();
    void makeChoice();
    void makeLine();
    void makeColumn();
    void makeColumns();
    void showColumn();
    void name(QWidget& control);
    void tell(const std::string& value, Gesture gesture);

    FileOption m_option;
    OptionControl* m_number = nullptr;
    QComboBox* m_choice = nullptr;
    QComboBox* m_column = nullptr;
    ColumnsControl* m_columns = nullptr;
    QLineEdit* m_line = nullptr;
    std::string m_value;
    Gesture m_gesture;
};

} // namespace protomind
