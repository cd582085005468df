// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QString>

class QMimeData;
class QWidget;

namespace protomind {

/// Lets files be dropped anywhere on a window: a project or a network to open, a folder with images or a
/// table to learn from, or a picture to look at.
class FileDrop : public QObject {
    Q_OBJECT
public:
    explicit FileDrop(QWidget& window);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void projectDropped(const QString& path);
    void dataDropped(const QString& folder);
    /// A table, or a workbook that a table may be saved from.
    void tableDropped(const QString& path);
    void pictureDropped(const QString& path);
    /// Out of another program, without a file.
    void imageDropped(const QImage& image);
    /// In words.
    void refused(const QString& sentence);

private:
    void take(const QMimeData& files);
};

} // namespace protomind
