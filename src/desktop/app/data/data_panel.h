// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/charts/picture_file.h"
#include "desktop/document/change_event.h"
#include "desktop/style/scroll_column.h"

#include <map>

class QButtonGroup;
class QFormLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace protomind {

struct ClickedPoint;
struct DataChoice;
struct FileSource;
struct Prepared;
class AugmentationBox;
class ClassBalance;
class DataGallery;
class DataNotes;
class DataPreview;
class Dialogs;
class Document;
class FileOptionControl;
class OptionControl;
class PointPad;
class TableSection;

/// What the network learns from: which data, with what options, how much of it is kept aside and how much a
/// step sees, and how it looks. Every change is an undoable step.
class DataPanel : public ScrollColumn {
    Q_OBJECT
public:
    DataPanel(Document& document, Dialogs& dialogs, QWidget* parent = nullptr);

    void showData(const LoadedDataPtr& data);
    void showProblem(const Problem& problem);
    /// How the run divides the samples.
    void showSplit(const Prepared& prepared);
    void setAskForFile(AskForFile ask);

signals:
    void saveFailed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void follow(const ChangeEvent& event);
    void showChoice();
    void makeOptions(const std::string& name);
    void makePointClasses();
    void restylePointClasses();
    void makeSplit();
    void choose(const std::string& name);
    void makeFileOptions(const FileSource& files);
    /// Of a file source, or of "idx".
    void chooseFiles(const std::string& name);
    void setText(const std::string& text, int gesture, const QString& step = {});
    void setPoints(const std::vector<ClickedPoint>& points, int gesture, const QString& step);
    void showTraining();
    void describe();

    Document& m_document;
    Dialogs& m_dialogs;
    DataGallery* m_gallery = nullptr;
    QLabel* m_summary = nullptr;
    QPushButton* m_folder = nullptr;
    QWidget* m_pointTools = nullptr;
    QButtonGroup* m_pointClasses = nullptr;
    QFormLayout* m_form = nullptr;
    QFormLayout* m_splitForm = nullptr;
    OptionControl* m_aside = nullptr;
    OptionControl* m_batch = nullptr;
    AugmentationBox* m_augmentation = nullptr;
    QLabel* m_counts = nullptr;
    ClassBalance* m_balance = nullptr;
    QLabel* m_uneven = nullptr;
    QLabel* m_problem = nullptr;
    DataNotes* m_notes = nullptr;
    QStackedWidget* m_pictures = nullptr;
    DataPreview* m_preview = nullptr;
    TableSection* m_table = nullptr;
    PointPad* m_pad = nullptr;
    std::string m_shownName;
    std::map<std::string, OptionControl*> m_options;
    std::map<std::string, FileOptionControl*> m_fileOptions;
    LoadedDataPtr m_data;
    std::string m_split;
};

} // namespace protomind
