// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/window_sample.h"

#include "desktop/app/files/file_drop.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/editor/network_editing.h"
#include "desktop/editor/network_view.h"

#include <QWidget>

namespace protomind {

WindowSample::WindowSample(Document& document, RunController& run, PredictionPanel& predictions,
                           NetworkView& canvas, QWidget& window)
    : QObject(&window)
    , m_pictures(m_shown, this) {
    predictions.setShownSample(m_shown);
    connect(&m_shown, &ShownSample::changed, &run, [this, &run] { run.watchSample(m_shown.values()); });
    connect(&m_pictures, &PictureInput::refused, this, &WindowSample::refused);
    connect(&canvas.editing(), &NetworkEditing::picturePasted, this,
            [this](const QImage& picture) { m_pictures.take(picture, tr("The pasted picture")); });
    connect(&document, &Document::changed, this, [this](const ChangeEvent& event) {
        if (!std::holds_alternative<DocumentReplaced>(event))
            return;
        m_pictures.setData(nullptr);
        m_shown.reset();
    });
}

void WindowSample::join(FileDrop& drop) {
    connect(&drop, &FileDrop::pictureDropped, &m_pictures, &PictureInput::open);
    connect(&drop, &FileDrop::imageDropped, &m_pictures,
            [this](const QImage& image) { m_pictures.take(image, tr("The dropped picture")); });
}

} // namespace protomind
