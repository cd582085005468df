// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "desktop/editor/live/picture_pace.h"
#include "desktop/live/large_picture.h"
#include "desktop/live/weight_card.h"
#include "engine/train/clock.h"
#include "studio/session/messages.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>

class QGraphicsView;

namespace protomind {

class Document;
class LayerItem;
class NetworkScene;
class WeightsItem;

/// What moves on the canvas while a network learns: the pictures on the cards, the weights along the wires,
/// the large picture of the tile under the pointer and the card of the weight under it.
class ActivationOverlay : public QObject {
    Q_OBJECT
public:
    /// clock: measures what showing costs, for the pace.
    ActivationOverlay(Document& document, NetworkScene& scene, QGraphicsView& view,
                      Clock clock = steadyClock());
    ~ActivationOverlay() override;

    /// What there is to see now; null: nothing (any more). Shown at once, or a little later where painting
    /// takes much of the time.
    void show(std::shared_ptr<const Pictures> pictures);
    /// Points of the data, for large planes.
    void setPoints(std::vector<PlanePoint> points);
    /// No new pictures for now: something lies over the canvas, and they would take time from that.
    void setPaused(bool paused);
    /// What should be watched for what is shown.
    [[nodiscard]] const WatchRequest& request() const { return m_request; }

    /// The pointer is at a point of the viewport, with nothing held. True where it is on a weight, which then
    /// takes a press.
    bool hover(const QPoint& point);
    /// True where it opened the box of a weight.
    bool press(const QPoint& point);
    void leave();

    // By key instead of by the pointer, which counts for nothing until letGo() or a press.
    void holdTile(LayerId layer, int tile);
    void holdWeight(WireId wire, const WeightPlace& place);
    /// Opens the box of the weight that is held; with a text that was begun, or with its value.
    void typeWeight(const QString& begun);
    void letGo();
    [[nodiscard]] bool isHolding() const { return m_isHeld; }

    /// How long painting took, for the pace.
    void painted(double seconds);
    /// Palette or font are new.
    void refreshLook();

    [[nodiscard]] LargePicture& largePicture() { return *m_large; }
    [[nodiscard]] WeightCard& weightCard() { return *m_card; }
    [[nodiscard]] const std::map<WireId, WeightsItem*>& weights() const { return m_weights; }

signals:
    /// request() is another one.
    void requestChanged(const protomind::WatchRequest& request);

private:
    struct HoveredWeight {
        WireId wire;
        WeightPlace place;
        bool operator==(const HoveredWeight&) const = default;
    };
    struct HoveredTile {
        LayerId layer;
        int tile = 0;
        bool operator==(const HoveredTile&) const = default;
    };

    void follow(const ChangeEvent& event);
    void showNewest();
    void showWeights();
    void placeWeights();
    void clearWeights();
    [[nodiscard]] std::optional<HoveredTile> tileAt(const QPointF& scenePoint) const;
    [[nodiscard]] std::optional<HoveredWeight> weightAt(const QPointF& scenePoint) const;
    void setTile(std::optional<HoveredTile> tile);
    void setWeight(std::optional<HoveredWeight> weight, const QPoint& point);
    void refreshLarge();
    void refreshCard();
    void cardLeft();
    void bringIntoSight(const QRectF& sceneRect);
    [[nodiscard]] std::optional<WeightFacts> factsOf(const HoveredWeight& weight) const;
    [[nodiscard]] const LayerPicture* pictureOf(LayerId layer) const;
    void setFocus(const std::string& layer);
    void typed(double value);

    Document& m_document;
    NetworkScene& m_scene;
    QGraphicsView& m_view;
    Clock m_clock;
    LargePicture* m_large = nullptr;
    WeightCard* m_card = nullptr;
    std::map<WireId, WeightsItem*> m_weights;
    std::shared_ptr<const Pictures> m_pictures;
    std::shared_ptr<const Pictures> m_waiting; ///< newer, until the pace allows it
    bool m_isWaiting = false;
    WatchRequest m_request;
    std::optional<HoveredTile> m_tile;
    std::optional<HoveredWeight> m_weight;
    bool m_isHeld = false;                   ///< by key
    std::optional<HoveredWeight> m_typedFor; ///< what the open box is about
    PicturePace m_pace;
    QTimer m_paceTimer;
    QTimer m_focusTimer; ///< the network is looked at more closely where the pointer stays
};

} // namespace protomind
