// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QWidget>

#include <span>
#include <vector>

namespace protomind {

/// A narrow strip in the colours of the layers that something came from, one below the other.
class LayerStrip final : public QWidget {
    Q_OBJECT
public:
    explicit LayerStrip(QWidget* parent = nullptr);
    void setColours(std::vector<QColor> colours);
    [[nodiscard]] const std::vector<QColor>& colours() const { return m_colours; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<QColor> m_colours;
};

/// The same as a mark before a line of a list.
[[nodiscard]] QIcon stripIcon(std::span<const QColor> colours, int height, double pixelRatio);

} // namespace protomind
