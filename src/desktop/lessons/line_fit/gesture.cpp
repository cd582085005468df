// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/gesture.h"

#include <atomic>

namespace protomind {

SceneGesture newSceneGesture() {
    static std::atomic<SceneGesture> last = 0;
    return ++last;
}

} // namespace protomind
