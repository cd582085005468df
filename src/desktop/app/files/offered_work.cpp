// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/files/offered_work.h"

#include "studio/project/working_copy.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <chrono>

namespace protomind {

namespace {

QString toText(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.u16string());
}

QString tr(const char* text) {
    return QCoreApplication::translate("OfferedWork", text);
}

} // namespace

OfferedWork describe(const Leftover& leftover) {
    OfferedWork work;
    work.name = leftover.projectPath.empty() ? tr("A project that was never saved")
                                             : toText(leftover.projectPath.filename());
    work.place = toText(leftover.projectPath.parent_path());
    const auto changed = std::chrono::file_clock::to_sys(leftover.changed);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(changed.time_since_epoch()).count();
    work.when = QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat);
    work.readable = !leftover.damaged;
    if (leftover.damaged)
        work.note = tr("It is damaged and can't be opened. It lies in %1").arg(toText(leftover.directory));
    else if (leftover.recoveries > 0)
        work.note = tr("It was recovered before, and Protomind ended unexpectedly again.");
    return work;
}

} // namespace protomind
