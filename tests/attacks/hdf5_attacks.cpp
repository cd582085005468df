// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>
#include <hdf5.h>
#include <limits>

#include "attacks/attack.h"
#include "attacks/sound_keras.h"

namespace protomind {

namespace {

using Fill = std::function<void(const std::filesystem::path& folder, hid_t file, hid_t vars)>;

Attack weights(std::string name, Fill fill) {
    return {std::move(name), [fill = std::move(fill)](const std::filesystem::path& folder) {
                std::vector<ZipEntry> entries = soundKeras();
                entries[2].content =
                    weightsFile([&](std::int64_t file, std::int64_t vars) { fill(folder, file, vars); });
                writeBytes(folder / "model.keras", zipOf(entries));
                return folder / "model.keras";
            }};
}

hid_t spaceOf(std::initializer_list<hsize_t> sizes) {
    return H5Screate_simple(static_cast<int>(sizes.size()), sizes.begin(), nullptr);
}

/// A dataset in the kernel's place, made in some way.
void putAsKernel(hid_t vars, hid_t type, hid_t space, hid_t creation) {
    const hid_t data = H5Dcreate2(vars, "0", type, space, H5P_DEFAULT, creation, H5P_DEFAULT);
    H5Dclose(data);
    H5Sclose(space);
}

void putExternalStorage(const std::filesystem::path& folder, hid_t vars) {
    const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_external(creation, secretBeside(folder).c_str(), 0, 6 * sizeof(float));
    putAsKernel(vars, H5T_IEEE_F32LE, spaceOf({2, 3}), creation);
    H5Pclose(creation);
}

void putVirtual(const std::filesystem::path& folder, hid_t vars) {
    const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    const hid_t space = spaceOf({2, 3});
    H5Pset_virtual(creation, space, secretBeside(folder).c_str(), "/x", space);
    putAsKernel(vars, H5T_IEEE_F32LE, space, creation);
    H5Pclose(creation);
}

void putHuge(hid_t vars) {
    const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    const std::array<hsize_t, 2> chunk{1, 1024};
    H5Pset_chunk(creation, 2, chunk.data());
    putAsKernel(vars, H5T_IEEE_F32LE, spaceOf({hsize_t{1} << 40, hsize_t{1} << 20}), creation);
    H5Pclose(creation);
}

/// A filter that the library would have to load a plug-in for.
void putForeignFilter(hid_t vars) {
    const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    const std::array<hsize_t, 2> chunk{2, 3};
    H5Pset_chunk(creation, 2, chunk.data());
    H5Pset_filter(creation, 32004, H5Z_FLAG_OPTIONAL, 0, nullptr);
    putAsKernel(vars, H5T_IEEE_F32LE, spaceOf({2, 3}), creation);
    H5Pclose(creation);
}

void putText(hid_t vars) {
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, H5T_VARIABLE);
    putAsKernel(vars, type, spaceOf({2, 3}), H5P_DEFAULT);
    H5Tclose(type);
}

void putNotFinite(hid_t vars, float value) {
    const std::array<float, 6> kernel{1, 2, value, 4, 5, 6};
    const hid_t space = spaceOf({2, 3});
    const hid_t data = H5Dcreate2(vars, "0", H5T_IEEE_F32LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    H5Dwrite(data, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, kernel.data());
    H5Dclose(data);
    H5Sclose(space);
}

Attack damaged(std::string name, std::function<void(std::string& bytes)> damage) {
    return {std::move(name), [damage = std::move(damage)](const std::filesystem::path& folder) {
                std::vector<ZipEntry> entries = soundKeras();
                damage(entries[2].content);
                writeBytes(folder / "model.keras", zipOf(entries));
                return folder / "model.keras";
            }};
}

} // namespace

std::vector<Attack> hdf5Attacks() {
    using Path = const std::filesystem::path&;
    return {
        weights("Hdf5ExternalLink",
                [](Path folder, hid_t, hid_t vars) {
                    H5Lcreate_external(secretBeside(folder).c_str(), "/x", vars, "0", H5P_DEFAULT,
                                       H5P_DEFAULT);
                    putBias(vars);
                }),
        weights("Hdf5SoftLink",
                [](Path, hid_t file, hid_t vars) {
                    H5Lcreate_soft("/layers/dense/vars/1", vars, "0", H5P_DEFAULT, H5P_DEFAULT);
                    H5Lcreate_soft("/layers", file, "again", H5P_DEFAULT, H5P_DEFAULT);
                    putBias(vars);
                }),
        weights("Hdf5Circle",
                [](Path, hid_t file, hid_t vars) {
                    H5Lcreate_hard(file, "/layers", vars, "0", H5P_DEFAULT, H5P_DEFAULT);
                    putBias(vars);
                }),
        weights("Hdf5ExternalStorage",
                [](Path folder, hid_t, hid_t vars) {
                    putExternalStorage(folder, vars);
                    putBias(vars);
                }),
        weights("Hdf5Virtual",
                [](Path folder, hid_t, hid_t vars) {
                    putVirtual(folder, vars);
                    putBias(vars);
                }),
        weights("Hdf5Huge",
                [](Path, hid_t, hid_t vars) {
                    putHuge(vars);
                    putBias(vars);
                }),
        weights("Hdf5ForeignFilter",
                [](Path, hid_t, hid_t vars) {
                    putForeignFilter(vars);
                    putBias(vars);
                }),
        weights("Hdf5Text",
                [](Path, hid_t, hid_t vars) {
                    putText(vars);
                    putBias(vars);
                }),
        weights("Hdf5NotANumber",
                [](Path, hid_t, hid_t vars) {
                    putNotFinite(vars, std::numeric_limits<float>::quiet_NaN());
                    putBias(vars);
                }),
        weights("Hdf5Infinite",
                [](Path, hid_t, hid_t vars) {
                    putNotFinite(vars, std::numeric_limits<float>::infinity());
                    putBias(vars);
                }),
        weights("Hdf5OtherShape",
                [](Path, hid_t, hid_t vars) {
                    putAsKernel(vars, H5T_IEEE_F32LE, spaceOf({3, 2}), H5P_DEFAULT);
                    putBias(vars);
                }),
        weights("Hdf5WithoutBias", [](Path, hid_t, hid_t vars) { putKernel(vars); }),
        damaged("Hdf5Truncated", [](std::string& bytes) { bytes.resize(bytes.size() / 2); }),
        damaged("Hdf5Empty", [](std::string& bytes) { bytes.clear(); }),
        damaged("Hdf5Zeros", [](std::string& bytes) { std::fill(bytes.begin() + 8, bytes.end(), '\0'); }),
        damaged("Hdf5Prose", [](std::string& bytes) { bytes = "These are no weights."; }),
    };
}

} // namespace protomind
