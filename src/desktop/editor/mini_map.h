// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace protomind {

class NetworkView;

/// The whole network, small, in a corner of the canvas, with a frame around what is seen; the frame is
/// dragged. There while some of the network is out of sight, unless it is turned off.
class MiniMap : public QWidget {
    Q_OBJECT
public:
    explicit MiniMap(NetworkView& view);

    void setWanted(bool wanted);
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    /// After the network, the view or its size changed.
    void refresh();

    /// Between the scene and this widget.
    [[nodiscard]] QPointF toScene(const QPointF& point) const;
    [[nodiscard]] QPointF fromScene(const QPointF& point) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRectF shownOfScene() const;
    void place();

    NetworkView& m_view;
    bool m_wanted = true;
};

} // namespace protomind
