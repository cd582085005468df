// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/app/work/work_thread.h"

#include <QImage>
#include <QObject>

namespace protomind {

class ShownSample;

/// A picture that a person drops or pastes becomes the sample that is shown.
class PictureInput final : public QObject {
    Q_OBJECT
public:
    /// shown outlives it.
    PictureInput(ShownSample& shown, QObject* parent);

    /// What samples look like.
    void setData(LoadedDataPtr data) { m_data = std::move(data); }
    /// Read in the background.
    void open(const QString& path);
    /// words: what it is.
    void take(const QImage& picture, const QString& words);

signals:
    void refused(const QString& sentence);

private:
    [[nodiscard]] bool suits();

    ShownSample& m_shown;
    LoadedDataPtr m_data;
    int m_opened = 0; ///< so many were asked for: the last one counts
    WorkThread m_work;
};

} // namespace protomind
