// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/opencl_error.h"

#include <fmt/format.h>

namespace protomind {

Problem problemOf(int status, const std::string& deviceName) {
    switch (status) {
    case CL_MEM_OBJECT_ALLOCATION_FAILURE:
    case CL_OUT_OF_RESOURCES:
    case CL_OUT_OF_HOST_MEMORY:
    case CL_INVALID_BUFFER_SIZE:
        return {ProblemKind::Memory, "There is not enough memory on this device for this network and batch.",
                deviceName, "Make the batch or the layers smaller, or train on the CPU."};
    case CL_DEVICE_NOT_AVAILABLE:
    case CL_DEVICE_NOT_FOUND:
        return {ProblemKind::Device, "The device is not there any more.", deviceName, "Train on the CPU."};
    case CL_BUILD_PROGRAM_FAILURE:
    case CL_COMPILER_NOT_AVAILABLE:
        return {ProblemKind::Device, "The device's driver could not build the network's kernels.", deviceName,
                "Train on the CPU."};
    default:
        return {ProblemKind::Device, sentence("The device's driver failed (OpenCL error {}).", status),
                deviceName, "Train on the CPU."};
    }
}

Problem problemOf(const cl::Error& error, const std::string& deviceName) {
    return problemOf(error.err(), deviceName);
}

void requireSuccess(int status, const char* call) {
    if (status != CL_SUCCESS)
        throw cl::Error(status, call);
}

} // namespace protomind
