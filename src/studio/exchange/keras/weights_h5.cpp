// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/weights_h5.h"

#include <algorithm>
#include <hdf5.h>

namespace protomind {

namespace {

/// A handle of HDF5, closed with what closes its kind.
class H5Handle {
public:
    H5Handle(hid_t id, herr_t (*close)(hid_t))
        : m_id(id)
        , m_close(close) {}
    H5Handle(const H5Handle&) = delete;
    H5Handle& operator=(const H5Handle&) = delete;
    ~H5Handle() {
        if (m_id >= 0)
            m_close(m_id);
    }

    [[nodiscard]] explicit operator bool() const { return m_id >= 0; }
    [[nodiscard]] hid_t id() const { return m_id; }

private:
    hid_t m_id;
    herr_t (*m_close)(hid_t);
};

/// What HDF5 prints on errors by itself is nobody's business; our sentences say what went wrong.
void silenceH5() {
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

std::unexpected<Problem> noRoom() {
    return fail(ProblemKind::Memory, "There is not enough memory for the file's weights.");
}

bool makeGroup(hid_t file, hid_t linkOptions, const std::string& path) {
    const H5Handle group(H5Gcreate2(file, path.c_str(), linkOptions, H5P_DEFAULT, H5P_DEFAULT), H5Gclose);
    return static_cast<bool>(group);
}

/// With the groups that its path names.
bool writeWeight(hid_t file, hid_t linkOptions, const KerasWeight& weight) {
    const std::span<const std::int64_t> sizes = weight.values.shape.sizes();
    std::vector<hsize_t> extent(sizes.begin(), sizes.end());
    const H5Handle space(H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr), H5Sclose);
    if (!space)
        return false;
    const H5Handle data(H5Dcreate2(file, weight.place.path.c_str(), H5T_IEEE_F32LE, space.id(), linkOptions,
                                   H5P_DEFAULT, H5P_DEFAULT),
                        H5Dclose);
    return data && H5Dwrite(data.id(), H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT,
                            weight.values.values.data()) >= 0;
}

Result<std::string> imageOf(hid_t file) {
    if (H5Fflush(file, H5F_SCOPE_GLOBAL) < 0)
        return noRoom();
    const ssize_t size = H5Fget_file_image(file, nullptr, 0);
    if (size < 0)
        return noRoom();
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (H5Fget_file_image(file, bytes.data(), bytes.size()) != size)
        return noRoom();
    return bytes;
}

} // namespace

Result<std::string> weightsAsH5(const KerasNetwork& network) {
    constexpr std::size_t kGrowth = std::size_t{1} << 20;
    silenceH5();
    const H5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    const H5Handle links(H5Pcreate(H5P_LINK_CREATE), H5Pclose);
    const bool prepared = access && links && H5Pset_fapl_core(access.id(), kGrowth, 0) >= 0 &&
                          H5Pset_create_intermediate_group(links.id(), 1) >= 0;
    if (!prepared)
        return noRoom();
    const H5Handle file(H5Fcreate("model.weights.h5", H5F_ACC_TRUNC, H5P_DEFAULT, access.id()), H5Fclose);
    if (!file)
        return noRoom();
    const bool written = std::ranges::all_of(network.groups,
                                             [&](const std::string& group) {
                                                 return makeGroup(file.id(), links.id(), group);
                                             }) &&
                         std::ranges::all_of(network.weights, [&](const KerasWeight& weight) {
                             return writeWeight(file.id(), links.id(), weight);
                         });
    if (!written)
        return noRoom();
    return imageOf(file.id());
}

} // namespace protomind
