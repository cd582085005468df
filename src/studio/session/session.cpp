// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/session.h"

#include "studio/session/worker.h"

namespace protomind {

Session::Session(Listener listener, Clock clock)
    : m_worker(std::make_unique<Worker>(std::move(listener), std::move(clock))) {}

Session::~Session() = default;

void Session::post(RequestEnvelope request) {
    m_worker->post(std::move(request));
}

void Session::requestStop() {
    m_worker->requestStop();
}

bool Session::hasStopped() const {
    return m_worker->hasStopped();
}

bool Session::isWorking() const {
    return m_worker->isWorking();
}

} // namespace protomind
