// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/style/painter_state.h"

#include <exception>
#include <utility>

namespace protomind {

/// What was thrown while a part of a view was painted.
struct PaintFault {
    std::exception_ptr thrown;
};

/// Throws a PaintFault out of the event loop, as soon as it turns; where there is no memory even for that, it
/// is only written down.
void throwLater(std::exception_ptr thrown) noexcept;

/// For what Qt's own views paint for us, items of a scene for instance. Qt's widgets are built without
/// exceptions: one that passes through a view's painting leaves it with a painter that is no more. So it is
/// caught here, the rest of the view is painted, and the fault is told a moment later.
template<class Paint>
void paintGuarded(Paint&& paint) noexcept {
    try {
        std::forward<Paint>(paint)();
    } catch (...) {
        throwLater(std::current_exception());
    }
}

/// The same where others go on with the painter: they find it as it was.
template<class Paint>
void paintGuarded(QPainter& painter, Paint&& paint) noexcept {
    paintGuarded([&] {
        const PainterState state(painter);
        std::forward<Paint>(paint)();
    });
}

} // namespace protomind
