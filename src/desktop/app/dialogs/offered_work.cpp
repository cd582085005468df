// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/dialogs/offered_work.h"

#include "studio/project/working_copy.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <chrono>

namespace protomind {

namespace {

QString pathText(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.u16string());
}

/// For the words alone.
class UnsavedWork {
    Q_DECLARE_TR_FUNCTIONS(protomind::UnsavedWork)
};

} // namespace

OfferedWork describe(const Leftover& leftover) {
    OfferedWork work;
    work.name = leftover.projectPath.empty() ? UnsavedWork::tr("A project that was never saved")
                                             : pathText(leftover.projectPath.filename());
    work.place = pathText(leftover.projectPath.parent_path());
    const auto changed = std::chrono::file_clock::to_sys(leftover.changed);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(changed.time_since_epoch()).count();
    work.when = QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat);
    work.readable = !leftover.damaged;
    if (leftover.damaged)
        work.note = UnsavedWork::tr("It is damaged and can't be opened. It lies in %1")
                        .arg(pathText(leftover.directory));
    else if (leftover.recoveries > 0)
        work.note = UnsavedWork::tr("It was recovered before, and Protomind ended unexpectedly again.");
    return work;
}

} // namespace protomind
