// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace protomind {

/// Small pictures of the networks in project files that were open here, for the welcome page. They lie in a
/// folder for things that may be lost; nothing fails where it can't be written.
class RecentPictures {
public:
    explicit RecentPictures(QString folder);
    /// Where they lie for the person who runs the program.
    [[nodiscard]] static QString usualFolder();

    void keep(const QString& project, const QImage& picture) const;
    /// Null where there is none.
    [[nodiscard]] QImage picture(const QString& project) const;
    /// Removes the pictures of all other projects.
    void forgetOthers(const QStringList& projects) const;

private:
    [[nodiscard]] static QString nameOf(const QString& project);
    [[nodiscard]] QString pathOf(const QString& project) const;

    QString m_folder;
};

} // namespace protomind
