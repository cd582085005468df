// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "studio/exchange/safetensors/tensor_file.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// What a parser in the child process found: text by name (JSON, mostly) and tensors by name.
struct ReaderAnswer {
    std::map<std::string, std::string> metadata;
    std::map<std::string, Tensor> tensors;
    std::vector<std::shared_ptr<const std::string>> storage; ///< what the tensors look into
};

/// One library of other people's that reads a file: runs in the child process alone, without rights. bytes:
/// the whole file. May crash; may not write, open or allocate without limit.
struct ReaderParser {
    std::string_view name;
    Result<ReaderAnswer> (*parse)(std::string_view bytes);
};

/// By protobuf, of a serialised ModelProto. metadata["graph"] is JSON:
/// {"ir_version", "producer_name", "producer_version", "doc_string", "opset_import": [{"domain","version"}],
///  "metadata_props": {k: v}, "functions": count,
///  "graph": {"name", "doc_string", "inputs": [{"name","type","shape":[int|"N"|null]}], "outputs": [...],
///   "initializers": [name | {"name","type","shape","external":{"location","offset","length"}}],
///   "nodes": [{"name","op_type","domain","inputs","outputs","attributes": {k: {"type","value"}}}]}}
/// Tensors, initialisers by their names and those of attributes as "attribute:<node index>:<name>", are the
/// answer's tensors.
[[nodiscard]] Result<ReaderAnswer> parseOnnx(std::string_view bytes);

/// By libzip and HDF5, of a .keras archive. metadata: "config", "metadata" (the JSON files as they are);
/// tensors by their path in model.weights.h5: "layers/dense/vars/0".
[[nodiscard]] Result<ReaderAnswer> parseKeras(std::string_view bytes);

/// All of them.
[[nodiscard]] const std::vector<ReaderParser>& readerParsers();

} // namespace protomind
