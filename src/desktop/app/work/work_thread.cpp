// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/work/work_thread.h"

#include "desktop/app/faults/fault.h"

#include <cstdio>

namespace protomind {

namespace {

void runGuarded(const WorkThread::Job& job, const WorkThread::Failed& failed) {
    try {
        job();
        return;
    } catch (...) {
        // Told below: what the job held is given back by then, so that there is memory to tell it with.
        try {
            failed(problemOf(std::current_exception()));
        } catch (...) {
            std::fputs("Work in the background failed, and there was no memory left to say so.\n", stderr);
        }
    }
}

} // namespace

WorkThread::WorkThread(QObject* owner)
    : QObject(owner) {
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // The same thread from the first job to the last.
}

WorkThread::~WorkThread() {
    clear();
    waitForDone();
}

void WorkThread::run(Job job, Failed failed) {
    m_pool.start([job = std::move(job), failed = std::move(failed)] { runGuarded(job, failed); });
}

} // namespace protomind
