// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/faults/fault.h"

#include <QApplication>

namespace protomind {

/// The program around its windows. What is thrown while an event is answered ends the answer to that event
/// and no more: it is told, and the program goes on.
class GuardedApplication : public QApplication {
    Q_OBJECT
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

signals:
    void faulted(const protomind::Fault& fault);

private:
    void tell(const std::exception_ptr& thrown, Fault::Source source);
    void tellNow(const Fault& fault);
};

} // namespace protomind
