// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/work/work_thread.h"
#include "studio/exchange/formats/formats.h"

#include <QDialog>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace protomind {

class Dialogs;
class ProjectFiles;

/// Reads networks that other programs have written, in the background, and opens them as projects that are in
/// no file yet. What is open stays until the new one is there, and is asked about before it goes.
class NetworkImport : public QObject {
    Q_OBJECT
public:
    /// What reads a file, on the thread.
    using Read = std::function<Result<ImportResult>(const std::filesystem::path& path)>;

    NetworkImport(ProjectFiles& files, Dialogs& dialogs, QWidget* window, Read read = importNetwork);
    /// Waits for the reading under way.
    ~NetworkImport() override;

    /// Lets the person choose a file.
    void choose();
    /// Of several, the newest is opened.
    void read(const QString& path);
    /// What is being read is not wanted any more.
    void giveUp();

signals:
    void began(const QString& fileName);
    /// Whatever became of it.
    void ended();
    /// It is open now.
    void imported(const protomind::ImportResult& result, const QString& fileName);
    void failed(const protomind::Problem& problem);

private:
    void take(int number, const std::shared_ptr<Result<ImportResult>>& result, const QString& fileName);

    ProjectFiles& m_files;
    Dialogs& m_dialogs;
    QWidget* m_window;
    Read m_read;
    int m_wanted = 0; ///< number of the newest
    WorkThread m_thread{this};
};

/// Says what of another program's network was kept, changed and lost. Deletes itself.
[[nodiscard]] QDialog* makeImportNotes(const std::vector<FormatNote>& notes, QWidget* parent);

} // namespace protomind
