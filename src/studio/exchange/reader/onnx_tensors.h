// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/reader/reader.h"

#include <onnx/onnx_pb.h>
#include <optional>

namespace protomind::reader {

/// The numbers of a file's tensors, collected for the answer. Those that lie in the message as they have to
/// are looked at there; the message outlives the answer.
class OnnxTensors {
public:
    explicit OnnxTensors(ReaderAnswer& answer)
        : m_answer(answer) {}

    /// Sizes are checked before anything is converted. name is how the answer calls it, label how a person
    /// finds it. Throws Refusal.
    void add(const std::string& name, const onnx::TensorProto& tensor, const std::string& label);

private:
    ReaderAnswer& m_answer;
};

/// The kind and the sizes of a tensor, checked. Throws Refusal.
[[nodiscard]] Tensor describedTensor(const onnx::TensorProto& tensor, const std::string& label);
/// By the number of ONNX's TensorProto::DataType; none where we have no such kind.
[[nodiscard]] std::optional<TensorType> tensorTypeOf(int dataType);
/// ONNX's own name for it: "COMPLEX64".
[[nodiscard]] std::string dataTypeName(int dataType);

} // namespace protomind::reader
