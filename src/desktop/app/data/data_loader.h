// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/app/work/work_thread.h"

#include <QObject>
#include <QTimer>

namespace protomind {

/// Opens data on a thread of its own and brings it to the window's. Where another source is asked for
/// meanwhile, only the newest one is told of.
class DataLoader : public QObject {
    Q_OBJECT
public:
    /// What opens a source, on the thread.
    using Load = std::function<Result<LoadedData>(const std::string& text, std::uint64_t seed)>;

    explicit DataLoader(QObject* parent = nullptr, Load load = loadData);
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
    void answer(int number, LoadedDataPtr data, const Problem& problem);

    Load m_load;
    std::string m_text;
    std::uint64_t m_seed = 0;
    int m_wanted = 0; ///< number of the newest load()
    int m_told = 0;   ///< number of the one last told of
    QTimer m_delay;
    WorkThread m_thread{this};
};

} // namespace protomind
