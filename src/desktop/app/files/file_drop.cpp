// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/files/file_drop.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QMimeDatabase>
#include <QTimer>
#include <QUrl>
#include <QWidget>

namespace protomind {

namespace {

/// Of workbooks it is said how to save a table from them.
bool isTable(const QString& path) {
    static const QStringList endings{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("tab"),
                                     QStringLiteral("txt"), QStringLiteral("xls"), QStringLiteral("xlsx"),
                                     QStringLiteral("ods")};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

QStringList localFiles(const QMimeData& data) {
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace

FileDrop::FileDrop(QWidget& window)
    : QObject(&window) {
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

bool FileDrop::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
        break;
    default:
        return QObject::eventFilter(watched, event);
    }
    auto* drag = static_cast<QDropEvent*>(event);
    if (localFiles(*drag->mimeData()).isEmpty() && !drag->mimeData()->hasImage())
        return QObject::eventFilter(watched, event);
    // Whoever drags a file here keeps it, whatever key is held.
    drag->setDropAction(Qt::CopyAction);
    drag->accept();
    if (event->type() == QEvent::Drop)
        take(*drag->mimeData());
    return true;
}

void FileDrop::take(const QMimeData& files) {
    const QStringList paths = localFiles(files);
    if (paths.isEmpty()) {
        emit imageDropped(qvariant_cast<QImage>(files.imageData()));
        return;
    }
    if (paths.size() > 1) {
        emit refused(tr("Drop one file at a time: a window holds one project."));
        return;
    }
    const QString path = paths.front();
    // Later: a question may follow, and whoever the file came from waits for the drop to end.
    if (QFileInfo(path).isDir())
        QTimer::singleShot(0, this, [this, path] { emit dataDropped(path); });
    else if (isTable(path))
        QTimer::singleShot(0, this, [this, path] { emit tableDropped(path); });
    else if (QMimeDatabase()
                 .mimeTypeForFile(path, QMimeDatabase::MatchExtension)
                 .name()
                 .startsWith(u"image/"))
        emit pictureDropped(path);
    else
        QTimer::singleShot(0, this, [this, path] { emit projectDropped(path); });
}

} // namespace protomind
