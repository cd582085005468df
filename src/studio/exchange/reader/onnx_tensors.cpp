// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/reader/onnx_tensors.h"

#include "studio/exchange/limits.h"
#include "studio/exchange/reader/refusal.h"
#include "studio/exchange/safetensors/tensor_type.h"

#include <array>
#include <limits>
#include <span>
#include <utility>

namespace protomind::reader {

namespace {

using onnx::TensorProto;

struct OnnxType {
    TensorProto::DataType data;
    TensorType type;
};

constexpr std::array<OnnxType, 13> kOnnxTypes{{{TensorProto::FLOAT, TensorType::F32},
                                               {TensorProto::UINT8, TensorType::U8},
                                               {TensorProto::INT8, TensorType::I8},
                                               {TensorProto::UINT16, TensorType::U16},
                                               {TensorProto::INT16, TensorType::I16},
                                               {TensorProto::INT32, TensorType::I32},
                                               {TensorProto::INT64, TensorType::I64},
                                               {TensorProto::BOOL, TensorType::Bool},
                                               {TensorProto::FLOAT16, TensorType::F16},
                                               {TensorProto::DOUBLE, TensorType::F64},
                                               {TensorProto::UINT32, TensorType::U32},
                                               {TensorProto::UINT64, TensorType::U64},
                                               {TensorProto::BFLOAT16, TensorType::BF16}}};

/// A list of the message as the bytes that it is in memory.
template<class List>
std::string_view bytesOfList(const List& list) {
    return {reinterpret_cast<const char*>(list.data()),
            static_cast<std::size_t>(list.size()) * sizeof(*list.data())};
}

/// A list of the message whose numbers stand in more bytes than they are of.
template<class Number, class List>
std::string narrowed(const List& list, const std::string& label) {
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(list.size()) * sizeof(Number));
    for (const auto value : list) {
        if (!std::in_range<Number>(value))
            refuse(
                ProblemKind::Input,
                sentence("The tensor \"{:s}\" holds the number {}, which its kind can't be.", label, value));
        const auto number = static_cast<Number>(value);
        bytes.append(reinterpret_cast<const char*>(&number), sizeof(number));
    }
    return bytes;
}

/// What is not as it has to lie in memory, put there anew; else nothing.
std::optional<std::string> convertedBytes(const TensorProto& tensor, TensorType type,
                                          const std::string& label) {
    switch (type) {
    case TensorType::Bool:
    case TensorType::U8:
        return narrowed<std::uint8_t>(tensor.int32_data(), label);
    case TensorType::I8:
        return narrowed<std::int8_t>(tensor.int32_data(), label);
    case TensorType::U16:
    case TensorType::F16:
    case TensorType::BF16: // their bits, as whole numbers
        return narrowed<std::uint16_t>(tensor.int32_data(), label);
    case TensorType::I16:
        return narrowed<std::int16_t>(tensor.int32_data(), label);
    case TensorType::U32:
        return narrowed<std::uint32_t>(tensor.uint64_data(), label);
    default:
        return std::nullopt;
    }
}

std::string_view bytesInPlace(const TensorProto& tensor, TensorType type) {
    switch (type) {
    case TensorType::F32:
        return bytesOfList(tensor.float_data());
    case TensorType::F64:
        return bytesOfList(tensor.double_data());
    case TensorType::I32:
        return bytesOfList(tensor.int32_data());
    case TensorType::I64:
        return bytesOfList(tensor.int64_data());
    case TensorType::U64:
        return bytesOfList(tensor.uint64_data());
    default:
        return {};
    }
}

/// How many numbers there are in the list of the message that belongs to a kind.
std::int64_t listedNumbers(const TensorProto& tensor, TensorType type) {
    switch (type) {
    case TensorType::F32:
        return tensor.float_data_size();
    case TensorType::F64:
        return tensor.double_data_size();
    case TensorType::I64:
        return tensor.int64_data_size();
    case TensorType::U64:
    case TensorType::U32:
        return tensor.uint64_data_size();
    default:
        return tensor.int32_data_size();
    }
}

void refuseLength(const std::string& label, std::int64_t found, std::int64_t wanted, const char* what) {
    refuse(ProblemKind::Input,
           sentence("The tensor \"{:s}\" holds {} {}, but of its sizes are {}.", label, found, what, wanted));
}

} // namespace

std::optional<TensorType> tensorTypeOf(int dataType) {
    for (const OnnxType& row : kOnnxTypes) {
        if (row.data == dataType)
            return row.type;
    }
    return std::nullopt;
}

std::string dataTypeName(int dataType) {
    const bool known = TensorProto::DataType_IsValid(dataType);
    return known ? TensorProto::DataType_Name(static_cast<TensorProto::DataType>(dataType))
                 : std::to_string(dataType);
}

Tensor describedTensor(const TensorProto& tensor, const std::string& label) {
    const auto type = tensorTypeOf(tensor.data_type());
    if (!type)
        refuse(ProblemKind::Unsupported,
               sentence("The tensor \"{:s}\" is of the kind {:s}, which can't be read here.", label,
                        dataTypeName(tensor.data_type())));
    if (tensor.has_segment())
        refuse(
            ProblemKind::Unsupported,
            sentence("The tensor \"{:s}\" is only a part of one (a segment); those can't be read.", label));
    if (tensor.dims_size() > kMaxTensorRank)
        refuse(ProblemKind::Memory, sentence("The tensor \"{:s}\" has {} axes; at most {} are possible.",
                                             label, tensor.dims_size(), kMaxTensorRank));
    Tensor described{.type = *type, .sizes = {tensor.dims().begin(), tensor.dims().end()}, .bytes = {}};
    const auto bytes = checkedBytes(described.type, described.sizes);
    if (!bytes)
        refuse(ProblemKind::Input, sentence("The tensor \"{:s}\" has sizes that no tensor can have.", label));
    if (*bytes > kMaxUnpackedBytes)
        refuse(ProblemKind::Memory,
               sentence("The tensor \"{:s}\" is larger than {} MiB.", label, kMaxUnpackedBytes >> 20));
    return described;
}

void OnnxTensors::add(const std::string& name, const TensorProto& tensor, const std::string& label) {
    if (m_answer.tensors.size() >= kMaxTensors)
        refuse(ProblemKind::Memory, sentence("There are more than {} tensors in the file.", kMaxTensors));
    Tensor described = describedTensor(tensor, label);
    const std::int64_t count = described.elementCount();
    const std::int64_t bytes = count * bytesOf(described.type);
    const std::int64_t listed = listedNumbers(tensor, described.type);
    if (tensor.has_raw_data() && (listed == 0 || !tensor.raw_data().empty())) {
        if (std::cmp_not_equal(tensor.raw_data().size(), bytes))
            refuseLength(label, static_cast<std::int64_t>(tensor.raw_data().size()), bytes, "bytes");
        described.bytes = tensor.raw_data();
    } else if (listed != count) {
        refuseLength(label, listed, count, "numbers");
    } else if (auto converted = convertedBytes(tensor, described.type, label)) {
        m_answer.storage.push_back(std::make_shared<const std::string>(std::move(*converted)));
        described.bytes = *m_answer.storage.back();
    } else {
        described.bytes = bytesInPlace(tensor, described.type);
    }
    if (!m_answer.tensors.emplace(name, std::move(described)).second)
        refuse(ProblemKind::Input, sentence("Two tensors of the file are called \"{:s}\".", label));
}

} // namespace protomind::reader
