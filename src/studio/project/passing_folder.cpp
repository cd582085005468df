// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/passing_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace protomind {

PassingFolder::PassingFolder(const std::filesystem::path& parent) {
    std::string name = (parent / ".protomind-check-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr)
        m_path = name;
    else
        m_error = errno;
}

PassingFolder::~PassingFolder() {
    std::error_code error;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, error);
}

} // namespace protomind
