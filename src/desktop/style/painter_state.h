// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>

#include <cstdio>

namespace protomind {

/// Gives a painter back as it was, also where what was painted throws: what others paint next has the same
/// painter.
class PainterState {
public:
    explicit PainterState(QPainter& painter)
        : m_painter(painter) {
        m_painter.save();
    }
    PainterState(const PainterState&) = delete;
    PainterState& operator=(const PainterState&) = delete;
    ~PainterState() {
        try {
            m_painter.restore();
        } catch (...) {
            std::fputs("A painter could not be given back as it was.\n", stderr);
        }
    }

private:
    QPainter& m_painter;
};

} // namespace protomind
