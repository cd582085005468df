// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/limits.h"
#include "studio/exchange/model_file.h"
#include "studio/exchange/safetensors/tensor_type.h"
#include "studio/network/json_reader.h"

#include <algorithm>
#include <cstring>

namespace protomind {

namespace {

using nlohmann::json;

constexpr std::size_t kLengthBytes = 8;

std::unexpected<Problem> damaged(Sentence what, Sentence where = {}) {
    return fail(ProblemKind::Input, std::move(what), std::move(where));
}

/// A tensor with the place of its numbers behind the header.
struct Placed {
    const std::string* name;
    Tensor* tensor;
    std::int64_t begin;
    std::int64_t end;
};

/// A whole number from 0 on that fits; -1 for anything else.
std::int64_t wholeNumber(const json& value) {
    if (!value.is_number_unsigned())
        return -1;
    const auto number = value.get<std::uint64_t>();
    constexpr std::uint64_t kMost = std::uint64_t{1} << 62;
    return number <= kMost ? static_cast<std::int64_t>(number) : -1;
}

Result<std::vector<std::int64_t>> wholeNumbers(const json& entry, const char* key, const std::string& name) {
    const auto found = entry.find(key);
    if (found == entry.end() || !found->is_array())
        return damaged(sentence("\"{:s}\" of the tensor \"{:s}\" is missing, or no list.", key, name));
    if (found->size() > static_cast<std::size_t>(kMaxTensorRank))
        return fail(ProblemKind::Memory, sentence("The tensor \"{:s}\" has {} axes; at most {} are possible.",
                                                  name, found->size(), kMaxTensorRank));
    std::vector<std::int64_t> numbers;
    for (const json& value : *found) {
        numbers.push_back(wholeNumber(value));
        if (numbers.back() < 0)
            return damaged(
                sentence("\"{:s}\" of the tensor \"{:s}\" holds something that is no size.", key, name));
    }
    return numbers;
}

Result<Placed> placedTensor(const std::string& name, const json& entry, Tensor& tensor) {
    if (!entry.is_object())
        return damaged(sentence("What the header says of the tensor \"{:s}\" can't be understood.", name));
    const auto type = entry.find("dtype");
    if (type == entry.end() || !type->is_string())
        return damaged(
            sentence("The header doesn't say of which kind the numbers of the tensor \"{:s}\" are.", name));
    const auto& typeName = type->get_ref<const std::string&>();
    const auto known = tensorTypeNamed(typeName);
    if (!known)
        return fail(ProblemKind::Unsupported,
                    sentence("The tensor \"{:s}\" holds numbers of the kind {:s}, which can't be read here.",
                             name, typeName.substr(0, 20)));
    auto sizes = wholeNumbers(entry, "shape", name);
    if (!sizes)
        return std::unexpected(sizes.error());
    const auto offsets = wholeNumbers(entry, "data_offsets", name);
    if (!offsets)
        return std::unexpected(offsets.error());
    const auto bytes = checkedBytes(*known, *sizes);
    if (offsets->size() != 2 || !bytes || (*offsets)[1] < (*offsets)[0] ||
        (*offsets)[1] - (*offsets)[0] != *bytes)
        return damaged(sentence("The place of the tensor \"{:s}\" doesn't fit its size.", name));
    tensor.type = *known;
    tensor.sizes = std::move(*sizes);
    return Placed{&name, &tensor, (*offsets)[0], (*offsets)[1]};
}

Result<void> takeMetadata(const json& entry, TensorFile& file) {
    if (!entry.is_object())
        return damaged("\"__metadata__\" in the header is no object.");
    for (const auto& [key, value] : entry.items()) {
        if (!value.is_string())
            return damaged(sentence("\"{:s}\" in the header's \"__metadata__\" is no text.", key));
        file.metadata.emplace(key, value.get_ref<const std::string&>());
    }
    return {};
}

/// Gives each tensor its numbers. They lie one behind the other and fill what there is: a hole could hide
/// something, and two tensors in the same place would be larger together than the file.
Result<void> place(std::vector<Placed> placed, std::string_view numbers) {
    std::ranges::sort(placed, [](const Placed& a, const Placed& b) {
        return std::tie(a.begin, a.end, *a.name) < std::tie(b.begin, b.end, *b.name);
    });
    std::int64_t at = 0;
    const auto size = static_cast<std::int64_t>(numbers.size());
    for (const Placed& tensor : placed) {
        if (tensor.begin != at)
            return damaged(sentence("The tensor \"{:s}\" begins at {}, but the one before it ends at {}.",
                                    *tensor.name, tensor.begin, at));
        if (tensor.end > size)
            return damaged(
                sentence("The file ends before the numbers of the tensor \"{:s}\" do.", *tensor.name));
        tensor.tensor->bytes = numbers.substr(static_cast<std::size_t>(tensor.begin),
                                              static_cast<std::size_t>(tensor.end - tensor.begin));
        at = tensor.end;
    }
    if (at != size)
        return damaged(sentence("There are {} bytes behind the last tensor.", size - at));
    return {};
}

Result<TensorFile> fromHeader(const json& header, std::string_view numbers, const TensorFileLimits& limits) {
    if (header.size() > limits.tensors + 1)
        return fail(ProblemKind::Memory,
                    sentence("There are more than {} tensors in the file.", limits.tensors));
    TensorFile file;
    std::vector<Placed> placed;
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__") {
            if (auto taken = takeMetadata(entry, file); !taken)
                return std::unexpected(taken.error());
            continue;
        }
        if (name.size() > kMaxStringBytes)
            return fail(ProblemKind::Memory,
                        sentence("The name of a tensor is {} bytes long; at most {} are possible.",
                                 name.size(), kMaxStringBytes));
        const auto added = file.tensors.try_emplace(name).first;
        auto tensor = placedTensor(added->first, entry, added->second);
        if (!tensor)
            return std::unexpected(tensor.error());
        placed.push_back(*tensor);
    }
    if (file.tensors.size() > limits.tensors)
        return fail(ProblemKind::Memory,
                    sentence("There are more than {} tensors in the file.", limits.tensors));
    if (auto whole = place(std::move(placed), numbers); !whole)
        return std::unexpected(whole.error());
    return file;
}

/// The header's text, which begins with "{": only so is a file told from what merely begins like one.
Result<std::string_view> headerText(std::string_view bytes, const TensorFileLimits& limits) {
    if (std::cmp_greater(bytes.size(), limits.bytes))
        return fail(ProblemKind::Memory, sentence("The file is larger than {} MiB.", limits.bytes >> 20));
    if (bytes.size() < kLengthBytes)
        return damaged("The file is too short to be a safetensors file.");
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), kLengthBytes);
    if (length > static_cast<std::uint64_t>(limits.headerBytes)) {
        if (bytes.size() > kLengthBytes && bytes[kLengthBytes] == '{')
            return fail(ProblemKind::Memory,
                        sentence("The header of the file is larger than {} MiB.", limits.headerBytes >> 20));
        return damaged("This is no safetensors file.");
    }
    if (length > bytes.size() - kLengthBytes)
        return damaged("The file ends before its header does.");
    const std::string_view header = bytes.substr(kLengthBytes, static_cast<std::size_t>(length));
    if (!header.starts_with('{'))
        return damaged("This is no safetensors file.");
    return header;
}

} // namespace

TensorFileLimits fileLimits() {
    return {.bytes = kMaxModelFileBytes, .headerBytes = kMaxTensorHeaderBytes, .tensors = kMaxTensors};
}

Result<TensorFile> parseSafetensors(std::shared_ptr<const std::string> bytes,
                                    const TensorFileLimits& limits) {
    const auto text = headerText(*bytes, limits);
    if (!text)
        return std::unexpected(text.error());
    const auto headerBytes = static_cast<std::size_t>(limits.headerBytes);
    // An object in an object, with lists in it.
    const auto header = readJson(*text, {.bytes = headerBytes, .depth = 4, .stringBytes = headerBytes});
    if (!header) {
        Problem problem = header.error();
        problem.where = {};
        if (problem.kind == ProblemKind::Input)
            problem.sentence = sentence("The header of the file is damaged. {}", problem.sentence);
        return std::unexpected(std::move(problem));
    }
    const std::string_view numbers = std::string_view(*bytes).substr(kLengthBytes + text->size());
    auto file = fromHeader(*header, numbers, limits);
    if (file)
        file->bytes = std::move(bytes);
    return file;
}

Result<TensorFile> readSafetensors(const std::filesystem::path& path) {
    auto bytes = readModelFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto file = parseSafetensors(std::make_shared<const std::string>(std::move(*bytes)));
    if (!file)
        file.error().where = Sentence::name(path.string());
    return file;
}

} // namespace protomind
