// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/onednn.h"

#include <omp.h>

namespace protomind {

using dnnl::memory;

OneThread::OneThread()
    : m_before(omp_get_max_threads()) {
    omp_set_num_threads(1);
}

OneThread::~OneThread() {
    omp_set_num_threads(m_before);
}

memory::desc imageLayout(const Shape& image) {
    return {{image[0], image[3], image[1], image[2]}, memory::data_type::f32, memory::format_tag::nhwc};
}

memory::desc kernelLayout(const Shape& kernel, std::int64_t groups) {
    const std::int64_t outputs = kernel[3];
    const std::int64_t column = kernel[2] * outputs;
    const std::int64_t row = kernel[1] * column;
    if (groups == 1)
        return {{outputs, kernel[2], kernel[0], kernel[1]},
                memory::data_type::f32,
                memory::dims{1, outputs, row, column}};
    const std::int64_t each = outputs / groups;
    return {{groups, each, kernel[2], kernel[0], kernel[1]},
            memory::data_type::f32,
            memory::dims{each, 1, outputs, row, column}};
}

memory::desc freeLayout(const memory::desc& layout) {
    return {layout.dims(), memory::data_type::f32, memory::format_tag::any};
}

} // namespace protomind
