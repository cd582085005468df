// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/exchange/export_work.h"

#include "desktop/print/pdf_report.h"
#include "studio/exchange/formats/export_target.h"
#include "studio/exchange/report/report_printer.h"

#include <utility>

namespace protomind {

std::filesystem::path toPath(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

QString toText(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.u16string());
}

bool isPrintable(const Format& format) {
    return &format == findFormat("report");
}

Result<ExportResult> writeOrPrint(const Format& format, const TrainedNetwork& network,
                                  const std::filesystem::path& path, const WriteWatch& watch) {
    if (!isPrintable(format) || !isPdf(path))
        return exportNetwork(format, network, path, watch);
    if (const auto possible = checkFileTarget(path); !possible)
        return std::unexpected(possible.error());
    if (auto printed = printReport(network, path, writePdf); !printed)
        return std::unexpected(printed.error());
    ExportResult result;
    result.files.push_back(path);
    std::error_code error;
    result.bytes = static_cast<std::int64_t>(std::filesystem::file_size(path, error));
    result.notes = format.notes(network);
    return result;
}

ExportWork::ExportWork(QObject* parent, QObject* home, Write write)
    : QObject(parent)
    , m_write(std::move(write))
    , m_thread(new WorkThread(home))
    , m_trials(new WorkThread(home)) {}

ExportWork::~ExportWork() {
    m_state->stopped = true;
    ++m_state->previewWanted;
    for (WorkThread* thread : {m_thread.data(), m_trials.data()}) {
        if (thread == nullptr)
            continue; // home went first
        thread->clear();
        const auto leave = [thread] {
            QMetaObject::invokeMethod(thread, &QObject::deleteLater, Qt::QueuedConnection);
        };
        thread->run(leave, [leave](const Problem&) { leave(); });
    }
}

std::function<void(ExportWork::Answer)> ExportWork::answerFrom(WorkThread& thread) {
    // The thread waits for its jobs, and so is there as long as one of them can call this.
    return [&thread, work = QPointer<ExportWork>(this)](Answer tell) {
        QMetaObject::invokeMethod(
            &thread,
            [work, tell = std::move(tell)] {
                if (work)
                    tell(*work);
            },
            Qt::QueuedConnection);
    };
}

void ExportWork::prepare(ProjectContent content, const std::string& title, const std::string& program) {
    const auto answer = answerFrom(*m_thread);
    const auto fail = [answer](const Problem& problem) {
        answer([problem](ExportWork& work) { emit work.prepareFailed(problem); });
    };
    const auto make = [answer, fail, content = std::move(content), title, program] {
        auto network = trainedNetwork(content, title, program);
        if (!network) {
            fail(network.error());
            return;
        }
        answer([made = std::make_shared<const TrainedNetwork>(std::move(*network))](ExportWork& work) {
            emit work.prepared(made);
        });
    };
    m_thread->run(make, fail);
}

void ExportWork::preview(const Format& format, TrainedNetworkPtr network, const std::filesystem::path& path) {
    WorkThread& thread = isPrintable(format) ? *m_trials : *m_thread;
    const int number = ++m_state->previewWanted;
    const auto isWanted = [state = m_state, number] { return number == state->previewWanted; };
    const auto answer = answerFrom(thread);
    const auto fail = [answer, isWanted, &format](const Problem& problem) {
        answer([isWanted, &format, problem](ExportWork& work) {
            if (isWanted())
                emit work.previewFailed(&format, problem);
        });
    };
    const auto look = [answer, isWanted, fail, &format, network = std::move(network), path] {
        if (!isWanted())
            return;
        auto seen = previewExport(format, *network, path, [&](std::int64_t) { return isWanted(); });
        if (!seen) {
            fail(seen.error());
            return;
        }
        answer([isWanted, &format,
                made = std::make_shared<const ExportPreview>(std::move(*seen))](ExportWork& work) {
            if (isWanted())
                emit work.previewed(&format, made);
        });
    };
    thread.run(look, fail);
}

void ExportWork::write(const Format& format, TrainedNetworkPtr network, const std::filesystem::path& path) {
    m_state->stopped = false;
    m_writing = true;
    ++m_state->previewWanted;
    const auto answer = answerFrom(*m_thread);
    const auto end = [answer](const Result<ExportResult>& result) {
        answer([result](ExportWork& work) { work.endWriting(result); });
    };
    const auto watch = [answer, state = m_state](std::int64_t bytes) {
        state->bytes = bytes;
        // The window is told again when it has taken the last figure, however fast the disk is.
        if (!state->tellsProgress.exchange(true))
            answer([](ExportWork& work) {
                work.m_state->tellsProgress = false;
                emit work.progressed(work.m_state->bytes);
            });
        return !state->stopped;
    };
    const auto go = [end, watch, write = m_write, &format, network = std::move(network), path] {
        end(write(format, *network, path, watch));
    };
    m_thread->run(go, [end](const Problem& problem) { end(std::unexpected(problem)); });
}

void ExportWork::endWriting(const Result<ExportResult>& result) {
    m_writing = false;
    if (result)
        emit written(*result);
    else
        emit writeFailed(result.error(), m_state->stopped);
}

} // namespace protomind
