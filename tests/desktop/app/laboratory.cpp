// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"

#include "studio/network/template.h"

namespace protomind {

bool Laboratory::beginTemplate(const std::string& name) {
    const NetworkTemplate* source = findTemplate(name);
    if (!source)
        return false;
    window.files().startWith(source);
    return until([&] { return window.data() && window.data()->text == source->data; });
}

} // namespace protomind
