// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace protomind {

/// Opens data on a thread of its own and brings it to the window's. Where another source is asked for
/// meanwhile, only the newest one is told of.
class DataLoader : public QObject {
    Q_OBJECT
public:
    explicit DataLoader(QObject* parent = nullptr);
    /// Waits for the reading under way.
    ~DataLoader() override;

    /// Soon: so that moving a slider opens a source once and not a hundred times.
    void load(const std::string& text, std::uint64_t seed);
    /// What was asked for is no longer wanted.
    void cancel();
    [[nodiscard]] bool isLoading() const { return m_wanted != m_told; }

signals:
    void loaded(const protomind::LoadedDataPtr& data);
    void failed(const protomind::Problem& problem);

private:
    void start();

    std::string m_text;
    std::uint64_t m_seed = 0;
    int m_wanted = 0; ///< number of the newest load()
    int m_told = 0;   ///< number of the one last told of
    QTimer m_delay;
    QThreadPool m_thread;
};

} // namespace protomind
