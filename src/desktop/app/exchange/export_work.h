// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/work/work_thread.h"
#include "studio/exchange/formats/preview.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace protomind {

using TrainedNetworkPtr = std::shared_ptr<const TrainedNetwork>;
using ExportPreviewPtr = std::shared_ptr<const ExportPreview>;

[[nodiscard]] std::filesystem::path toPath(const QString& path);
[[nodiscard]] QString toText(const std::filesystem::path& path);

/// As exportNetwork(), and on paper where a report is to be a PDF.
[[nodiscard]] Result<ExportResult> writeOrPrint(const Format& format, const TrainedNetwork& network,
                                                const std::filesystem::path& path, const WriteWatch& watch);
/// Whether a format can be a PDF as well.
[[nodiscard]] bool isPrintable(const Format& format);

/// What an export takes its time for, on a thread of its own: the network is made ready, looked at in each
/// format, and written. Answers come on the window's thread.
class ExportWork : public QObject {
    Q_OBJECT
public:
    /// Writes a network; the program's own way unless a test has another.
    using Write =
        std::function<Result<ExportResult>(const Format& format, const TrainedNetwork& network,
                                           const std::filesystem::path& path, const WriteWatch& watch)>;

    /// home: lives as long as the window, at least; what can't be stopped at once ends there.
    ExportWork(QObject* parent, QObject* home, Write write = writeOrPrint);
    /// Stops what is under way, and does not wait for that.
    ~ExportWork() override;

    void prepare(ProjectContent content, const std::string& title, const std::string& program);
    /// Instead of any preview that was asked for before.
    void preview(const Format& format, TrainedNetworkPtr network, const std::filesystem::path& path);
    void write(const Format& format, TrainedNetworkPtr network, const std::filesystem::path& path);
    /// writeFailed() follows, or written() where it came too late.
    void stopWriting() { m_state->stopped = true; }
    [[nodiscard]] bool isWriting() const { return m_writing; }

signals:
    void prepared(const protomind::TrainedNetworkPtr& network);
    void prepareFailed(const protomind::Problem& problem);
    void previewed(const protomind::Format* format, const protomind::ExportPreviewPtr& preview);
    void previewFailed(const protomind::Format* format, const protomind::Problem& problem);
    /// Of a write; bytes so far.
    void progressed(qint64 bytes);
    void written(const protomind::ExportResult& result);
    /// stopped: because somebody wanted that.
    void writeFailed(const protomind::Problem& problem, bool stopped);

private:
    using Answer = std::function<void(ExportWork& work)>;
    /// Calls what it is given on the window's thread, if this is still there.
    [[nodiscard]] std::function<void(Answer)> answerFrom(WorkThread& thread);
    void endWriting(const Result<ExportResult>& result);

    /// What the threads look at, as long as they take.
    struct State {
        std::atomic<int> previewWanted = 0; ///< number of the newest
        std::atomic<bool> stopped = false;
        std::atomic<bool> tellsProgress = false; ///< the last figure is not told yet
        std::atomic<std::int64_t> bytes = 0;
    };

    Write m_write;
    std::shared_ptr<State> m_state = std::make_shared<State>();
    bool m_writing = false;
    QPointer<WorkThread> m_thread;
    QPointer<WorkThread> m_trials; ///< for previews that try the network, which takes seconds
};

} // namespace protomind
