// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outputs/write_png.h"

#include "studio/picture/png_bytes.h"

#include <fstream>

namespace protomind {

Result<void> writePng(const std::string& path, const Picture& picture) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (!file)
        return fail(ProblemKind::Input, "The file can't be written.", path,
                    "Look whether the folder is there and may be written to.");
    file << pngBytes(picture);
    file.close();
    if (!file)
        return fail(ProblemKind::Input, "The file could not be written to its end.", path,
                    "Look whether there is room left.");
    return {};
}

} // namespace protomind
