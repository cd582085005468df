// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/document/change_event.h"

#include <QScrollArea>

#include <map>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace protomind {

struct DataChoice;
struct Prepared;
class DataPreview;
class Dialogs;
class Document;
class OptionControl;

/// What the network learns from: which data, with what options, and how they look. Every change is an
/// undoable step.
class DataPanel : public QScrollArea {
    Q_OBJECT
public:
    DataPanel(Document& document, Dialogs& dialogs, QWidget* parent = nullptr);

    void showData(const LoadedDataPtr& data);
    void showProblem(const Problem& problem);
    /// How the run divides the samples.
    void showSplit(const Prepared& prepared);

private:
    void follow(const ChangeEvent& event);
    void showChoice();
    void makeOptions(const std::string& name);
    void choose(int index);
    void chooseFolder();
    void setText(const std::string& text, int gesture);
    void addPoint(double x, double y);
    void removePoint(int index);
    void describe();

    Document& m_document;
    Dialogs& m_dialogs;
    QComboBox* m_sets = nullptr;
    QLabel* m_summary = nullptr;
    QPushButton* m_folder = nullptr;
    QComboBox* m_pointClass = nullptr;
    QFormLayout* m_form = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_problem = nullptr;
    DataPreview* m_preview = nullptr;
    std::string m_shownName;
    std::map<std::string, OptionControl*> m_options;
    LoadedDataPtr m_data;
    std::string m_split;
};

} // namespace protomind
