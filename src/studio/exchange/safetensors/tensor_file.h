// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/tensor/host_array.h"

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// The kinds of numbers a safetensors file may hold, by the format's own names.
enum class TensorType { Bool, U8, I8, U16, I16, F16, BF16, U32, I32, F32, U64, I64, F64 };
[[nodiscard]] std::int64_t bytesOf(TensorType type);
[[nodiscard]] std::string_view nameOf(TensorType type); ///< "F32"

/// Numbers of any kind, row-major and little-endian, as they lie in a file.
struct Tensor {
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> sizes; ///< may be empty (a scalar) and may hold zeros
    std::string_view bytes;          ///< owned by the file it is of

    [[nodiscard]] std::int64_t elementCount() const;
};

/// Tensors by name with text beside them, as safetensors keeps them; also what the child process answers that
/// reads other people's files.
struct TensorFile {
    std::map<std::string, Tensor> tensors;
    std::map<std::string, std::string> metadata;
    std::shared_ptr<const std::string> bytes; ///< that the tensors look into
};

/// As floats: whole numbers, half precision and doubles are converted. Fails beyond kMaxRank axes, for empty
/// tensors, and where a number is not finite.
[[nodiscard]] Result<HostArray> floatsOf(const Tensor& tensor);
/// As whole numbers; fails for other kinds than whole ones and Bool.
[[nodiscard]] Result<std::vector<std::int64_t>> integersOf(const Tensor& tensor);
/// A view on floats as they lie in memory (the machine is little-endian).
[[nodiscard]] Tensor tensorOf(const HostArray& array);

/// Limits on what is read; what the child answers may be larger than a file.
struct TensorFileLimits {
    std::int64_t bytes;
    std::int64_t headerBytes;
    std::size_t tensors;
};
[[nodiscard]] TensorFileLimits fileLimits(); ///< of promises about other people's files: exchange/limits.h

/// https://huggingface.co/docs/safetensors, with the reference's checks: no holes, no overlap, nothing behind
/// the last tensor, no key twice.
[[nodiscard]] Result<TensorFile> parseSafetensors(std::shared_ptr<const std::string> bytes,
                                                  const TensorFileLimits& limits = fileLimits());
[[nodiscard]] Result<TensorFile> readSafetensors(const std::filesystem::path& path);
/// Largest kinds of numbers first, then by name; the header is padded to a multiple of 8. Fails where a name
/// is not UTF-8; in the metadata's texts U+FFFD stands for what is not.
[[nodiscard]] Result<void> writeSafetensors(std::ostream& stream,
                                            const std::map<std::string, Tensor>& tensors,
                                            const std::map<std::string, std::string>& metadata);

} // namespace protomind
