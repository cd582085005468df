// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/faults/fault.h"

#include <QCoreApplication>

#include <new>

namespace protomind {

namespace {

Problem ownMistake(const QString& what) {
    const QString sentence =
        QCoreApplication::translate("protomind::Fault", "The program met a mistake of its own: %1.");
    return {.kind = ProblemKind::Unsupported,
            .sentence = sentence.arg(what).toStdString(),
            .where = {},
            .remedy = "Please report it."};
}

} // namespace

Problem problemOf(const std::exception_ptr& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const std::bad_alloc&) {
        return {.kind = ProblemKind::Memory,
                .sentence = "There is not enough memory for this.",
                .where = {},
                .remedy =
                    QCoreApplication::translate("protomind::Fault", "Close other programs and try again.")
                        .toStdString()};
    } catch (const std::exception& error) {
        return ownMistake(QString::fromUtf8(error.what()));
    } catch (...) {
        return ownMistake(QCoreApplication::translate("protomind::Fault", "nobody knows which"));
    }
}

} // namespace protomind
