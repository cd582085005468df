// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/welcome/recent_pictures.h"

#include <QCryptographicHash>
#include <QDir>
#include <QImageReader>
#include <QStandardPaths>

#include <utility>

namespace protomind {

namespace {

/// Ours are smaller; what is larger is somebody else's.
constexpr int kLargestSide = 2048;

} // namespace

RecentPictures::RecentPictures(QString folder)
    : m_folder(std::move(folder)) {}

QString RecentPictures::usualFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/protomind/pictures");
}

QString RecentPictures::nameOf(const QString& project) {
    const QByteArray digest = QCryptographicHash::hash(project.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().left(32)) + QStringLiteral(".png");
}

QString RecentPictures::pathOf(const QString& project) const {
    return QDir(m_folder).filePath(nameOf(project));
}

void RecentPictures::keep(const QString& project, const QImage& picture) const {
    if (!project.isEmpty() && !picture.isNull() && QDir().mkpath(m_folder))
        picture.save(pathOf(project));
}

QImage RecentPictures::picture(const QString& project) const {
    QImageReader reader(pathOf(project));
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > kLargestSide || size.height() > kLargestSide)
        return {};
    return reader.read();
}

void RecentPictures::forgetOthers(const QStringList& projects) const {
    QStringList kept;
    for (const QString& project : projects)
        kept << nameOf(project);
    QDir folder(m_folder);
    for (const QString& name : folder.entryList({QStringLiteral("*.png")}, QDir::Files))
        if (!kept.contains(name))
            folder.remove(name);
}

} // namespace protomind
