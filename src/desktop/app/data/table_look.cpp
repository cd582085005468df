// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/table_look.h"

#include "engine/data/csv_source.h"

namespace protomind {

namespace {
constexpr int kLookDelayMilliseconds = 60;
}

TableLook::TableLook(QObject* parent)
    : QObject(parent) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(kLookDelayMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &TableLook::start);
}

TableLook::~TableLook() {
    m_thread.clear();
    m_thread.waitForDone();
}

void TableLook::look(const std::string& text) {
    m_text = text;
    ++m_wanted;
    m_delay.start();
}

void TableLook::cancel() {
    m_delay.stop();
    ++m_wanted;
}

void TableLook::start() {
    m_thread.clear();
    m_thread.run(
        [this, text = m_text, number = m_wanted] {
            Result<TablePreview> preview = previewCsv(text);
            if (preview)
                answer(number, std::make_shared<const TablePreview>(std::move(*preview)), {});
            else
                answer(number, nullptr, preview.error());
        },
        [this, number = m_wanted](const Problem& problem) { answer(number, nullptr, problem); });
}

/// On the thread.
void TableLook::answer(int number, TablePreviewPtr preview, const Problem& problem) {
    QMetaObject::invokeMethod(
        this,
        [this, number, preview = std::move(preview), problem] {
            if (number != m_wanted)
                return;
            if (preview)
                emit seen(preview);
            else
                emit failed(problem);
        },
        Qt::QueuedConnection);
}

} // namespace protomind
