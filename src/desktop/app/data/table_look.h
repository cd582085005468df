// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/work/work_thread.h"
#include "engine/data/table_preview.h"

#include <QTimer>

#include <memory>

namespace protomind {

using TablePreviewPtr = std::shared_ptr<const TablePreview>;

/// Looks into a person's table on a thread of its own. Where another is asked for meanwhile, only the newest
/// one is told of.
class TableLook : public QObject {
    Q_OBJECT
public:
    explicit TableLook(QObject* parent = nullptr);
    /// Waits for the reading under way.
    ~TableLook() override;

    /// At what a data text of the kind "csv:" names; soon.
    void look(const std::string& text);
    void cancel();

signals:
    void seen(const protomind::TablePreviewPtr& preview);
    /// The file can't be read as a table.
    void failed(const protomind::Problem& problem);

private:
    void start();
    void answer(int number, TablePreviewPtr preview, const Problem& problem);

    std::string m_text;
    int m_wanted = 0; ///< number of the newest look()
    QTimer m_delay;
    WorkThread m_thread{this};
};

} // namespace protomind
