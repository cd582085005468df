// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/reader/h5_weights.h"

#include "studio/exchange/limits.h"

#include <algorithm>
#include <array>
#include <hdf5.h>
#include <optional>

namespace protomind {

namespace {

/// Something of HDF5's, closed with what closes its kind.
class OpenH5 {
public:
    OpenH5(hid_t id, herr_t (*close)(hid_t))
        : m_id(id)
        , m_close(close) {}
    OpenH5(const OpenH5&) = delete;
    OpenH5& operator=(const OpenH5&) = delete;
    ~OpenH5() {
        if (m_id >= 0)
            m_close(m_id);
    }

    [[nodiscard]] explicit operator bool() const { return m_id >= 0; }
    [[nodiscard]] hid_t id() const { return m_id; }

private:
    hid_t m_id;
    herr_t (*m_close)(hid_t);
};

constexpr int kMaxGroupDepth = 16;

std::unexpected<Problem> damagedWeights(const std::string& path) {
    return fail(ProblemKind::Input, "The file's weights are damaged.", Sentence::name(path));
}

std::unexpected<Problem> refused(Sentence why, const std::string& path) {
    return fail(ProblemKind::Input, std::move(why), Sentence::name(path));
}

/// Sizes of a dataset; empty for a single number.
Result<std::vector<std::int64_t>> sizesOf(hid_t data, const std::string& path) {
    const OpenH5 space(H5Dget_space(data), H5Sclose);
    const int rank = space ? H5Sget_simple_extent_ndims(space.id()) : -1;
    if (rank < 0)
        return damagedWeights(path);
    if (rank > kMaxTensorRank)
        return refused(sentence("A weight has {} axes; at most {} are allowed.", rank, kMaxTensorRank), path);
    std::vector<hsize_t> extent(static_cast<std::size_t>(rank), 0);
    if (H5Sget_simple_extent_dims(space.id(), extent.data(), nullptr) < 0)
        return damagedWeights(path);
    std::vector<std::int64_t> sizes;
    hsize_t left = static_cast<hsize_t>(kMaxParameters);
    for (const hsize_t size : extent) {
        if (size == 0 || size > left)
            return refused("A weight has no numbers, or far too many.", path);
        left /= size;
        sizes.push_back(static_cast<std::int64_t>(size));
    }
    return sizes;
}

Result<void> checkFilters(hid_t options, const std::string& path) {
    const int count = H5Pget_nfilters(options);
    if (count < 0)
        return damagedWeights(path);
    for (int i = 0; i < count; ++i) {
        unsigned flags = 0;
        std::size_t values = 0;
        const H5Z_filter_t filter =
            H5Pget_filter2(options, static_cast<unsigned>(i), &flags, &values, nullptr, 0, nullptr, nullptr);
        if (filter != H5Z_FILTER_DEFLATE && filter != H5Z_FILTER_SHUFFLE)
            return refused("A weight is packed in an unusual way; only gzip is read.", path);
    }
    return {};
}

/// Chunks are read as a whole, however little of them is asked for.
Result<void> checkChunks(hid_t options, const std::vector<std::int64_t>& sizes, const std::string& path) {
    std::vector<hsize_t> chunk(sizes.size(), 0);
    if (H5Pget_chunk(options, static_cast<int>(chunk.size()), chunk.data()) != static_cast<int>(chunk.size()))
        return damagedWeights(path);
    hsize_t left = static_cast<hsize_t>(kMaxParameters);
    for (const hsize_t size : chunk) {
        if (size == 0 || size > left)
            return refused("A weight is kept in pieces that are far too large.", path);
        left /= size;
    }
    return {};
}

Result<void> checkStorage(hid_t data, const std::vector<std::int64_t>& sizes, std::int64_t bytes,
                          const std::string& path) {
    const OpenH5 options(H5Dget_create_plist(data), H5Pclose);
    const H5D_layout_t layout = options ? H5Pget_layout(options.id()) : H5D_LAYOUT_ERROR;
    if (layout == H5D_LAYOUT_ERROR)
        return damagedWeights(path);
    if (layout == H5D_VIRTUAL || H5Pget_external_count(options.id()) != 0)
        return refused("A weight is kept in another file, which is not opened.", path);
    if (const auto filters = checkFilters(options.id(), path); !filters)
        return filters;
    if (layout == H5D_CHUNKED)
        if (const auto chunks = checkChunks(options.id(), sizes, path); !chunks)
            return chunks;
    const auto stored = static_cast<std::int64_t>(H5Dget_storage_size(data));
    if (stored <= 0 || (bytes > kUnpackedRatioFrom && bytes / kMaxUnpackedRatio > stored))
        return refused("A weight claims more numbers than the file has.", path);
    return {};
}

/// How a dataset's numbers are given; none for what holds no numbers.
struct NumberKind {
    TensorType type;
    hid_t inMemory;
};
std::optional<NumberKind> numberKindOf(hid_t data) {
    const OpenH5 type(H5Dget_type(data), H5Tclose);
    if (!type || H5Tget_size(type.id()) > 8)
        return std::nullopt;
    switch (H5Tget_class(type.id())) {
    case H5T_FLOAT:
        return NumberKind{TensorType::F32, H5T_NATIVE_FLOAT};
    case H5T_INTEGER:
        return NumberKind{TensorType::I64, H5T_NATIVE_INT64};
    default:
        return std::nullopt;
    }
}

/// Walks through groups and gathers what they hold.
class WeightGatherer {
public:
    explicit WeightGatherer(ReaderAnswer& answer)
        : m_answer(answer) {}

    Result<void> gather(hid_t group, const std::string& path, int depth);

private:
    Result<void> visit(hid_t group, const std::string& name, const std::string& path, int depth);
    Result<void> take(hid_t data, const std::string& path);

    ReaderAnswer& m_answer;
    std::size_t m_visited = 0;
    std::int64_t m_numbers = 0;
};

Result<std::vector<std::string>> linksOf(hid_t group, const std::string& path) {
    H5G_info_t facts{};
    if (H5Gget_info(group, &facts) < 0)
        return damagedWeights(path);
    if (facts.nlinks > kMaxTensors)
        return refused(sentence("A group of weights has more than {} entries.", kMaxTensors), path);
    std::vector<std::string> names;
    for (hsize_t i = 0; i < facts.nlinks; ++i) {
        std::array<char, kMaxEntryNameBytes + 1> name{};
        const ssize_t length = H5Lget_name_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, i, name.data(),
                                                  name.size(), H5P_DEFAULT);
        if (length <= 0 || length >= std::ssize(name))
            return damagedWeights(path);
        names.emplace_back(name.data(), static_cast<std::size_t>(length));
    }
    return names;
}

Result<void> WeightGatherer::gather(hid_t group, const std::string& path, int depth) {
    if (depth > kMaxGroupDepth)
        return refused(sentence("Groups of weights are nested more than {} deep.", kMaxGroupDepth), path);
    const auto names = linksOf(group, path);
    if (!names)
        return std::unexpected(names.error());
    for (const std::string& name : *names)
        if (auto visited = visit(group, name, path + "/" + name, depth); !visited)
            return visited;
    return {};
}

Result<void> WeightGatherer::visit(hid_t group, const std::string& name, const std::string& path, int depth) {
    if (++m_visited > kMaxTensors)
        return refused(sentence("The file has more than {} weights.", kMaxTensors), path);
    H5L_info_t link{};
    if (H5Lget_info(group, name.c_str(), &link, H5P_DEFAULT) < 0)
        return damagedWeights(path);
    if (link.type != H5L_TYPE_HARD)
        return refused("A weight is a link to somewhere else, which is not followed.", path);
    const OpenH5 object(H5Oopen(group, name.c_str(), H5P_DEFAULT), H5Oclose);
    if (!object)
        return damagedWeights(path);
    switch (H5Iget_type(object.id())) {
    case H5I_GROUP:
        return gather(object.id(), path, depth + 1);
    case H5I_DATASET:
        return take(object.id(), path);
    default:
        return refused("There is something else than a weight among the weights.", path);
    }
}

Result<void> WeightGatherer::take(hid_t data, const std::string& path) {
    const auto kind = numberKindOf(data);
    if (!kind)
        return refused("A weight is no list of plain numbers.", path);
    const auto sizes = sizesOf(data, path);
    if (!sizes)
        return std::unexpected(sizes.error());
    std::int64_t count = 1;
    for (const std::int64_t size : *sizes)
        count *= size;
    m_numbers += count;
    if (m_numbers > kMaxParameters)
        return refused(sentence("The file has more than {} numbers.", kMaxParameters), path);
    const std::int64_t bytes = count * bytesOf(kind->type);
    if (auto storage = checkStorage(data, *sizes, bytes, path); !storage)
        return storage;
    auto numbers = std::make_shared<std::string>(static_cast<std::size_t>(bytes), '\0');
    if (H5Dread(data, kind->inMemory, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers->data()) < 0)
        return damagedWeights(path);
    m_answer.tensors.emplace(path, Tensor{.type = kind->type, .sizes = *sizes, .bytes = *numbers});
    m_answer.storage.push_back(std::move(numbers));
    return {};
}

} // namespace

Result<void> readH5Weights(const std::string& file, ReaderAnswer& answer) {
    constexpr std::size_t kGrowth = std::size_t{1} << 20;
    if (file.empty())
        return damagedWeights("model.weights.h5");
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    H5PLset_loading_state(0);
    const OpenH5 access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    // The image is copied; HDF5 only has no word for that.
    auto* image = const_cast<char*>(file.data());
    if (!access || H5Pset_fapl_core(access.id(), kGrowth, 0) < 0 ||
        H5Pset_file_image(access.id(), image, file.size()) < 0)
        return fail(ProblemKind::Memory, "There is not enough memory for the file's weights.");
    const OpenH5 opened(H5Fopen("model.weights.h5", H5F_ACC_RDONLY, access.id()), H5Fclose);
    if (!opened)
        return damagedWeights("model.weights.h5");
    // A network without weights has no such group.
    if (H5Lexists(opened.id(), "layers", H5P_DEFAULT) <= 0)
        return {};
    H5L_info_t link{};
    if (H5Lget_info(opened.id(), "layers", &link, H5P_DEFAULT) < 0 || link.type != H5L_TYPE_HARD)
        return refused("The weights are a link to somewhere else, which is not followed.", "layers");
    const OpenH5 layers(H5Gopen2(opened.id(), "layers", H5P_DEFAULT), H5Gclose);
    if (!layers)
        return damagedWeights("layers");
    return WeightGatherer(answer).gather(layers.id(), "layers", 0);
}

} // namespace protomind
