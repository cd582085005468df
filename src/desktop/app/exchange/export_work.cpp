// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/exchange/export_work.h"

#include "desktop/print/pdf_report.h"
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
    if (auto printed = printReport(network, path, writePdf); !printed)
        return std::unexpected(printed.error());
    ExportResult result;
    result.files.push_back(path);
    std::error_code error;
    result.bytes = static_cast<std::int64_t>(std::filesystem::file_size(path, error));
    result.notes = format.notes(network);
    return result;
}

ExportWork::ExportWork(QObject* parent, Write write)
    : QObject(parent)
    , m_write(std::move(write)) {}

ExportWork::~ExportWork() {
    m_stopped = true;
    ++m_previewWanted;
    m_thread.clear();
    m_thread.waitForDone();
}

void ExportWork::answer(std::function<void()> tell) {
    QMetaObject::invokeMethod(this, std::move(tell), Qt::QueuedConnection);
}

void ExportWork::prepare(ProjectContent content, const std::string& title, const std::string& program) {
    const auto fail = [this](const Problem& problem) {
        answer([this, problem] { emit prepareFailed(problem); });
    };
    const auto make = [this, fail, content = std::move(content), title, program] {
        auto network = trainedNetwork(content, title, program);
        if (!network) {
            fail(network.error());
            return;
        }
        answer([this, made = std::make_shared<const TrainedNetwork>(std::move(*network))] {
            emit prepared(made);
        });
    };
    m_thread.run(make, fail);
}

void ExportWork::preview(const Format& format, TrainedNetworkPtr network, const std::filesystem::path& path) {
    const int number = ++m_previewWanted;
    const auto isWanted = [this, number] { return number == m_previewWanted; };
    const auto fail = [this, isWanted, &format](const Problem& problem) {
        answer([this, isWanted, &format, problem] {
            if (isWanted())
                emit previewFailed(&format, problem);
        });
    };
    const auto look = [this, isWanted, fail, &format, network = std::move(network), path] {
        if (!isWanted())
            return;
        auto seen = previewExport(format, *network, path, [&](std::int64_t) { return isWanted(); });
        if (!seen) {
            fail(seen.error());
            return;
        }
        answer([this, isWanted, &format, made = std::make_shared<const ExportPreview>(std::move(*seen))] {
            if (isWanted())
                emit previewed(&format, made);
        });
    };
    m_thread.run(look, fail);
}

void ExportWork::write(const Format& format, TrainedNetworkPtr network, const std::filesystem::path& path) {
    m_stopped = false;
    m_writing = true;
    ++m_previewWanted;
    const auto end = [this](const Result<ExportResult>& result) {
        answer([this, result] { endWriting(result); });
    };
    const auto go = [this, end, &format, network = std::move(network), path] {
        end(m_write(format, *network, path, [this](std::int64_t bytes) {
            answer([this, bytes] { emit progressed(bytes); });
            return !m_stopped;
        }));
    };
    m_thread.run(go, [end](const Problem& problem) { end(std::unexpected(problem)); });
}

void ExportWork::endWriting(const Result<ExportResult>& result) {
    m_writing = false;
    if (result)
        emit written(*result);
    else
        emit writeFailed(result.error(), m_stopped);
}

} // namespace protomind
