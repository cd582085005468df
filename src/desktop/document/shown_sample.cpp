// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/shown_sample.h"

#include <utility>

namespace protomind {

void ShownSample::show(HostArray values, const QString& words) {
    if (values == m_values && words == m_words)
        return;
    m_values = std::move(values);
    m_words = words;
    emit changed();
}

void ShownSample::reset() {
    show({}, {});
}

} // namespace protomind
