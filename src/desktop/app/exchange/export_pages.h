// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/formats/preview.h"

#include <QString>
#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace protomind {

class FateTable;

/// What an export would write: its files with their sizes, the start of those that are text, and what becomes
/// of the network.
class ExportPreviewPage : public QWidget {
    Q_OBJECT
public:
    explicit ExportPreviewPage(QWidget* parent = nullptr);

    /// folder: that the files are in; empty: there is one file alone.
    void show(const ExportPreview& preview, const QString& folder);

private:
    void showStart(int row);

    std::vector<FilePreview> m_shown;
    QLabel* m_heading = nullptr;
    QListWidget* m_files = nullptr;
    QPlainTextEdit* m_start = nullptr;
    FateTable* m_fates = nullptr;
};

/// What was written, that it was compared, and where it lies.
class ExportResultPage : public QWidget {
    Q_OBJECT
public:
    explicit ExportResultPage(QWidget* parent = nullptr);

    void show(const ExportResult& result, const QString& path);

private:
    void showInFolder();
    void copyPath();

    QString m_path;
    QLabel* m_words = nullptr;
    QLabel* m_place = nullptr;
    QPushButton* m_folder = nullptr;
    QPushButton* m_copy = nullptr;
};

/// "12 kB"
[[nodiscard]] QString shownBytes(std::int64_t bytes);

} // namespace protomind
