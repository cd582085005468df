// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/exchange/export_work.h"

#include <QDialog>

#include <optional>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace protomind {

class Dialogs;
class Document;
class ExportPreviewPage;
class ExportResultPage;
class ObstacleList;
class RunController;

/// Writes the open network for other programs: what would be written and what becomes of it is seen first,
/// format by format. The network is the one that is open when the dialog is, with the newest weights;
/// training goes on meanwhile.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// title: what the project is called.
    ExportDialog(Document& document, RunController& run, Dialogs& dialogs, QString title,
                 QWidget* parent = nullptr, ExportWork::Write write = writeOrPrint);
    ~ExportDialog() override;

    /// Shows one of the formats; nothing where none has this name.
    void choose(const QString& format);
    /// While something is written it is stopped, and the dialog stays.
    void reject() override;

signals:
    /// By its name, on the canvas; the dialog is closed.
    void layerWanted(const QString& layer);
    /// A file was written for another program, and answered as the network does when it was read back.
    void agreed();

private:
    void makeFormats();
    [[nodiscard]] QWidget* makeRight();
    void makeButtons(QVBoxLayout& layout);
    void joinWork();

    void takeWeights();
    void takeNetwork(const TrainedNetworkPtr& network);
    void markImpossible();
    void showFormat();
    void showPreview(const Format& format, const ExportPreviewPtr& preview);
    void showProblem(const Problem& problem);
    void showBusy(const QString& sentence);
    void begin();
    void finish(const ExportResult& result);
    void follow();

    [[nodiscard]] const Format* format() const;
    [[nodiscard]] QString nameFor(const Format& format) const;
    [[nodiscard]] QString askForPath(const Format& format);

    Document& m_document;
    RunController& m_run;
    Dialogs& m_dialogs;
    QString m_title;
    ExportWork* m_work;
    TrainedNetworkPtr m_network;   ///< null: not ready yet
    ExportPreviewPtr m_preview;    ///< of the chosen format; null: not known, or it is not possible
    std::optional<QString> m_path; ///< of what is being written

    QListWidget* m_formats = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_help = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_words = nullptr; ///< while something takes its time, or has gone wrong
    QWidget* m_impossible = nullptr;
    ObstacleList* m_obstacles = nullptr;
    ExportPreviewPage* m_previewPage = nullptr;
    ExportResultPage* m_resultPage = nullptr;
    QLabel* m_note = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace protomind
