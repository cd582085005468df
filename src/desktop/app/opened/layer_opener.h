// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "desktop/document/run_controller.h"
#include "desktop/opened/opened_layer.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace protomind {

class Document;
class NetworkView;
class ShownSample;

/// Opens layers of the document's network over the canvas, and keeps what they show as it is now: while it
/// trains, and after an edit. What is opened is no part of the document: undo knows nothing of it.
class LayerOpener final : public QObject {
    Q_OBJECT
public:
    /// parent and over: see OpenedLayer. What is referred to outlives it.
    LayerOpener(Document& document, RunController& run, ShownSample& sample, NetworkView& canvas,
                QWidget& parent, std::vector<QWidget*> over);

    void open(LayerId layer);
    [[nodiscard]] OpenedLayer& view() { return *m_view; }
    [[nodiscard]] LayerId layer() const { return m_layer; }

private:
    void follow(const ChangeEvent& event);
    void followSample();
    void showWhichSample();
    void stepSample(int by);
    void lookSoon();
    /// Looks now, or as soon as what is asked already is answered.
    void look();
    [[nodiscard]] bool isOfShownLayer(const LensResult& result) const;
    void answered();
    /// Once nothing else is asked for a while: the samples that each channel answers to most. They are kept.
    void lookForStrongest();
    void giveUpStrongest();
    [[nodiscard]] bool usesTraining() const;
    void showStrongest();
    void show(const LensResult& result);
    void lookAtNumber();
    void showNumber(const LensResult& result);
    void setWeight(const QString& variable, qint64 index, double before, double after, int drag);
    [[nodiscard]] LensRequest request(const char* lens) const;
    [[nodiscard]] bool isPicture(const LensArray& array) const;
    [[nodiscard]] bool comesAsPicture() const;
    [[nodiscard]] bool comesFromLayer() const;

    Document& m_document;
    RunController& m_run;
    ShownSample& m_sample;
    NetworkView& m_canvas;
    OpenedLayer* m_view;
    QTimer m_timer;
    LayerId m_layer{};
    int m_channel = -1;
    int m_stage = 0;
    bool m_training = false;  ///< numbers of the next step of training, where none is under way
    std::int64_t m_place = 0; ///< of its batch
    std::vector<std::int64_t> m_at;
    RequestId m_question{};
    RequestId m_strongestQuestion{};
    QTimer m_quiet;
    QTimer m_patience;
    std::map<std::string, std::shared_ptr<const LensResult>> m_strongest; ///< by layer
    bool m_again = false; ///< something else is to be seen than what was asked
    int m_drag = 0;       ///< of a weight; all changes of one are a step of the history
    int m_gesture = 0;
    LensLayer m_shown; ///< what came last of the layer
};

} // namespace protomind
