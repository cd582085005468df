// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <any>
#include <string>
#include <utility>

namespace protomind {

/// What a lens found, kept for the next look at the same weights and data: so that another view of what took
/// long is there at once. It holds one thing, the one that was kept last; whoever owns it forgets that when
/// weights or data change.
class LensMemory {
public:
    /// Null where nothing of that type was kept under the key, which says the lens and all that it depends
    /// on.
    template<class T>
    [[nodiscard]] const T* find(const std::string& key) const {
        return key == m_key ? std::any_cast<T>(&m_kept) : nullptr;
    }
    void keep(std::string key, std::any what) {
        m_key = std::move(key);
        m_kept = std::move(what);
    }
    [[nodiscard]] bool empty() const { return !m_kept.has_value(); }
    void forget() { m_kept.reset(); }

private:
    std::string m_key;
    std::any m_kept;
};

} // namespace protomind
