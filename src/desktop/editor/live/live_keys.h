// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/live/weight_lines.h"
#include "studio/network/network.h"

#include <QObject>

class QKeyEvent;

namespace protomind {

class Document;
class ActivationOverlay;
class NetworkScene;

/// Looks into a layer by key: at its picture, large, or at the weights that come into it. Arrows go from
/// neuron to neuron, a number that is typed becomes the weight's, Escape leaves.
class LiveKeys : public QObject {
    Q_OBJECT
public:
    LiveKeys(Document& document, NetworkScene& scene, ActivationOverlay& live, QObject* parent);

    /// Those of the layer's only wire, the strongest first. Says so where there are none to see.
    void openWeights(LayerId layer);
    void openWeights(WireId wire);
    /// The layer's first neuron or map. Says so where there is none to see.
    void openPicture(LayerId layer);
    [[nodiscard]] bool isOpen() const;

    /// Whether a key is for what is open.
    [[nodiscard]] bool wants(const QKeyEvent& event) const;
    void press(const QKeyEvent& event);

signals:
    void said(const QString& sentence);

private:
    void goBy(int across, int down);
    [[nodiscard]] int tiles() const;

    Document& m_document;
    NetworkScene& m_scene;
    ActivationOverlay& m_live;
    bool m_isPicture = false; ///< else weights
    LayerId m_layer;
    int m_tile = 0;
    WireId m_wire;
    WeightPlace m_place;
};

} // namespace protomind
