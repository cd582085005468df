// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/work/work_thread.h"
#include "studio/exchange/formats/preview.h"

#include <QObject>
#include <QString>

#include <atomic>
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

    explicit ExportWork(QObject* parent, Write write = writeOrPrint);
    /// Stops what is under way, and waits for that.
    ~ExportWork() override;

    void prepare(ProjectContent content, const std::string& title, const std::string& program);
    /// Instead of any preview that was asked for before.
    void preview(const Format& format, TrainedNetworkPtr network, const std::filesystem::path& path);
    void write(const Format& format, TrainedNetworkPtr network, const std::filesystem::path& path);
    /// writeFailed() follows, or written() where it came too late.
    void stopWriting() { m_stopped = true; }
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
    void answer(std::function<void()> tell);
    void endWriting(const Result<ExportResult>& result);

    Write m_write;
    std::atomic<int> m_previewWanted = 0; ///< number of the newest
    std::atomic<bool> m_stopped = false;
    bool m_writing = false;
    WorkThread m_thread{this};
};

} // namespace protomind
