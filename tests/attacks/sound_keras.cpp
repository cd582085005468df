// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "attacks/sound_keras.h"

#include <array>
#include <hdf5.h>

namespace protomind {

nlohmann::json soundConfig() {
    return nlohmann::json::parse(R"({
      "module": "keras", "class_name": "Sequential", "registered_name": null,
      "config": {"name": "sequential", "trainable": true, "layers": [
        {"module": "keras.layers", "class_name": "InputLayer", "registered_name": null,
         "config": {"batch_shape": [null, 2], "dtype": "float32", "sparse": false, "name": "input"}},
        {"module": "keras.layers", "class_name": "Dense", "registered_name": null,
         "config": {"name": "dense", "trainable": true, "units": 3, "activation": "relu", "use_bias": true},
         "build_config": {"input_shape": [null, 2]}}]}})");
}

void putKernel(std::int64_t vars) {
    const std::array<hsize_t, 2> sizes{2, 3};
    const std::array<float, 6> kernel{1, 2, 3, 4, 5, 6};
    const hid_t space = H5Screate_simple(2, sizes.data(), nullptr);
    const hid_t data = H5Dcreate2(vars, "0", H5T_IEEE_F32LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    H5Dwrite(data, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, kernel.data());
    H5Dclose(data);
    H5Sclose(space);
}

void putBias(std::int64_t vars) {
    const std::array<hsize_t, 1> sizes{3};
    const std::array<float, 3> bias{1, 2, 3};
    const hid_t space = H5Screate_simple(1, sizes.data(), nullptr);
    const hid_t data = H5Dcreate2(vars, "1", H5T_IEEE_F32LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    H5Dwrite(data, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, bias.data());
    H5Dclose(data);
    H5Sclose(space);
}

std::string weightsFile(const std::function<void(std::int64_t file, std::int64_t vars)>& fill) {
    const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
    H5Pset_fapl_core(access, 1 << 16, 0);
    const hid_t file = H5Fcreate("weights.h5", H5F_ACC_TRUNC, H5P_DEFAULT, access);
    const hid_t layers = H5Gcreate2(file, "layers", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    const hid_t dense = H5Gcreate2(layers, "dense", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    const hid_t vars = H5Gcreate2(dense, "vars", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    fill(file, vars);
    for (const hid_t group : {vars, dense, layers})
        H5Gclose(group);
    H5Fflush(file, H5F_SCOPE_GLOBAL);
    std::string bytes(static_cast<std::size_t>(H5Fget_file_image(file, nullptr, 0)), '\0');
    H5Fget_file_image(file, bytes.data(), bytes.size());
    H5Fclose(file);
    H5Pclose(access);
    return bytes;
}

std::vector<ZipEntry> soundKeras() {
    const std::string weights = weightsFile([](std::int64_t, std::int64_t vars) {
        putKernel(vars);
        putBias(vars);
    });
    return {{.name = "config.json", .content = soundConfig().dump()},
            {.name = "metadata.json",
             .content = R"({"keras_version": "3.5.0", "date_saved": "2025-01-01@00:00:00"})"},
            {.name = "model.weights.h5", .content = weights}};
}

} // namespace protomind
