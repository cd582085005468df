// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/matrix_product.h"

#include <optional>
#include <vector>

namespace protomind {

/// A product with random numbers on a device, and what plain loops make of them.
class ProductTrial {
public:
    /// Throws cl::Error where the device has no memory for it.
    ProductTrial(OpenClQueuePtr queue, const MatrixProduct& product);

    [[nodiscard]] const MatrixProduct& product() const { return m_product; }
    /// Whether the device gives what plain loops do, to 1e-4 of the largest number. Throws cl::Error.
    [[nodiscard]] bool isRight();
    /// The least of several times, in seconds of the wall until the queue is empty (what the library tells of
    /// its kernels leaves out some of them); quick ones are timed many in a row. Fewer are taken where the
    /// first is more than hopeless. Throws cl::Error.
    [[nodiscard]] double seconds(double hopeless);
    /// 1e9 multiplications and additions a second.
    [[nodiscard]] double rate(double seconds) const;

private:
    OpenClQueuePtr m_queue;
    MatrixProduct m_product;
    OpenClPlace m_left, m_right, m_result;
    std::vector<float> m_wanted;
    float m_largest = 0;
};

} // namespace protomind
