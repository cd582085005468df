// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace protomind {

/// A thread of its own for work that takes its time: jobs run one after the other, in the order asked for.
/// What a job throws ends that job alone, and is told as its failure. Who owns it waits for it before what
/// the jobs use is gone.
class WorkThread : public QObject {
    Q_OBJECT
public:
    using Job = std::function<void()>;
    /// Called on the thread, in the place of what the job did not get to.
    using Failed = std::function<void(const Problem&)>;

    explicit WorkThread(QObject* owner);
    ~WorkThread() override;

    void run(Job job, Failed failed);
    /// Jobs that have not begun are given up, without a word.
    void clear() { m_pool.clear(); }
    void waitForDone() { m_pool.waitForDone(); }
    [[nodiscard]] bool isBusy() const { return m_pool.activeThreadCount() > 0; }

private:
    QThreadPool m_pool;
};

} // namespace protomind
