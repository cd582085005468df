// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "desktop/document/run_controller.h"
#include "desktop/opened/opened_layer.h"

#include <QObject>
#include <QTimer>

namespace protomind {

class Document;
class NetworkView;

/// Opens layers of the document's network over the canvas, and keeps what they show as it is now: while it
/// trains, and after an edit. What is opened is no part of the document: undo knows nothing of it.
class LayerOpener final : public QObject {
    Q_OBJECT
public:
    /// parent and over: see OpenedLayer.
    LayerOpener(Document& document, RunController& run, NetworkView& canvas, QWidget& parent,
                std::vector<QWidget*> over);

    void open(LayerId layer);
    [[nodiscard]] OpenedLayer& view() { return *m_view; }
    [[nodiscard]] LayerId layer() const { return m_layer; }

private:
    void follow(const ChangeEvent& event);
    void lookSoon();
    void look();
    void show(const LensResult& result);
    void lookAtNumber();
    void setWeight(const QString& variable, qint64 index, double before, double after, int drag);
    [[nodiscard]] LensRequest request(const char* lens) const;
    [[nodiscard]] bool isInput(const std::string& layer) const;

    Document& m_document;
    RunController& m_run;
    NetworkView& m_canvas;
    OpenedLayer* m_view;
    QTimer m_timer;
    LayerId m_layer{};
    int m_channel = -1;
    int m_stage = 0;
    std::vector<std::int64_t> m_at;
    RequestId m_question{};
    int m_drag = 0; ///< of a weight; all changes of one are a step of the history
    int m_gesture = 0;
    LensLayer m_shown; ///< what came last of the layer
};

} // namespace protomind
