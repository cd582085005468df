// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/opened/sample_strip.h"
#include "desktop/opened/tile_grid.h"
#include "studio/lens/lens_result.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace protomind {

/// A layer opened: what comes in on the left, what it has learned for the channel that is followed in the
/// middle, what goes out on the right, with lines for what the followed channel is made of.
class OpenedLayerPage final : public QWidget {
    Q_OBJECT
public:
    explicit OpenedLayerPage(QWidget* parent = nullptr);

    /// inputIsPicture: what comes in is a sample as a person knows it.
    void setLayer(const LensLayer& layer, bool inputIsPicture, bool outputIsPicture);
    void setScale(ColourScale scale);
    void setBoosted(bool on);

    [[nodiscard]] TileGrid& output() const { return *m_output.grid; }
    [[nodiscard]] TileGrid& input(std::size_t port) const { return *m_inputs.at(port).grid; }
    [[nodiscard]] TileGrid& parts() const { return *m_parts.grid; }
    [[nodiscard]] TileGrid& kernel() const { return *m_kernel.grid; }
    [[nodiscard]] QString biasText() const;
    /// The samples of the data that the followed channel answers to most.
    [[nodiscard]] SampleStrip& strongest() const { return *m_strongest; }

signals:
    /// Another channel of the output is followed; -1: none.
    void followed(int channel);
    /// A number of the output is to be worked out.
    void chosen(const std::vector<std::int64_t>& at);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// Tiles under their name.
    struct Column {
        QWidget* box = nullptr;
        QLabel* title = nullptr;
        TileGrid* grid = nullptr;
    };
    [[nodiscard]] Column makeColumn();
    void follow(int channel);
    void paintLines(QPainter& painter) const;
    [[nodiscard]] QPointF edge(const Column& column, int channel, bool right) const;
    void fitRange();
    [[nodiscard]] std::vector<TileGrid*> grids() const;

    LensLayer m_layer;
    ColourScale m_scale = ColourScale::Array;
    std::vector<Column> m_inputs;
    QWidget* m_inputBox = nullptr;
    QWidget* m_middle = nullptr;
    Column m_kernel;
    Column m_parts;
    QLabel* m_bias = nullptr;
    Column m_output;
    SampleStrip* m_strongest = nullptr;
    QLabel* m_hint = nullptr;
    int m_pointedInput = -1;
};

} // namespace protomind
