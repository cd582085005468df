// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/app/predictions/picture_input.h"
#include "desktop/document/shown_sample.h"

namespace protomind {

class Document;
class FileDrop;
class NetworkView;
class PredictionPanel;
class RunController;

/// The sample that the whole window shows: chosen or drawn in the predictions, dropped, or pasted.
class WindowSample final : public QObject {
    Q_OBJECT
public:
    WindowSample(Document& document, RunController& run, PredictionPanel& predictions, NetworkView& canvas,
                 QWidget& window);

    void setData(const LoadedDataPtr& data) { m_pictures.setData(data); }
    void join(FileDrop& drop);
    [[nodiscard]] ShownSample& shown() { return m_shown; }

signals:
    /// Why a picture can't be looked at.
    void refused(const QString& sentence);

private:
    ShownSample m_shown;
    PictureInput m_pictures;
};

} // namespace protomind
