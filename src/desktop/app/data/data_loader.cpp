// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/data_loader.h"

namespace protomind {

namespace {
constexpr int kDelayMilliseconds = 60;
}

DataLoader::DataLoader(QObject* parent, Load load)
    : QObject(parent)
    , m_load(std::move(load)) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &DataLoader::start);
}

DataLoader::~DataLoader() {
    m_thread.clear();
    m_thread.waitForDone();
}

void DataLoader::load(const std::string& text, std::uint64_t seed) {
    m_text = text;
    m_seed = seed;
    ++m_wanted;
    m_delay.start();
}

void DataLoader::cancel() {
    m_delay.stop();
    m_told = ++m_wanted;
}

void DataLoader::start() {
    m_thread.clear();
    m_thread.run(
        [this, text = m_text, seed = m_seed, number = m_wanted] {
            Result<LoadedData> result = m_load(text, seed);
            if (result)
                answer(number, std::make_shared<const LoadedData>(std::move(*result)), {});
            else
                answer(number, nullptr, result.error());
        },
        [this, number = m_wanted](const Problem& problem) { answer(number, nullptr, problem); });
}

/// On the thread.
void DataLoader::answer(int number, LoadedDataPtr data, const Problem& problem) {
    QMetaObject::invokeMethod(
        this,
        [this, number, data = std::move(data), problem] {
            if (number != m_wanted)
                return;
            m_told = number;
            if (data)
                emit loaded(data);
            else
                emit failed(problem);
        },
        Qt::QueuedConnection);
}

} // namespace protomind
