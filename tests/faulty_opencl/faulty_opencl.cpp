// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A driver of OpenCL that fails when it is told to: PoCL, with wrappers before the calls. A program meets it
// like any other driver, where its environment says
//
//   OCL_ICD_VENDORS=FOLDER        a folder with this driver alone (kFaultyVendors of built_driver.h)
//   FAULTY_OPENCL=PLAN            what fails and when; without it nothing does
//   FAULTY_OPENCL_COUNTS=FILE     at the end of the process: how often each entry was called, "clFinish 7" a
//                                 line
//   FAULTY_OPENCL_MARK=FILE       is made when the first fault comes
//   FAULTY_OPENCL_DRIVER=LIBRARY  the driver behind it, where it is not the PoCL that is installed
//
// A plan is one or several of FAULT@ENTRY:N, with ";" between them: the fault comes at the N-th call of the
// entry (from 1), and only there; with a + behind, at every call from the N-th on. ENTRY is a name as
// clFinish, of the list below, or any: then all calls are counted. FAULT is
//
//   CL_OUT_OF_RESOURCES, ...  the call does nothing and gives that error (the list is in fault_plan.cpp)
//   hang    the call never comes back; "faulty_opencl: hanging in clFinish" is said on standard error before
//   kill    the process ends by SIGSEGV
//   slow    the call takes a millisecond longer
//   wrong   of clEnqueueReadBuffer: all numbers that are read are other ones
//   lost    of what is put in a queue: the driver says that it did, and never does it
//
//   FAULTY_OPENCL="hang@clFinish:7"   FAULTY_OPENCL="slow@any:1+;CL_OUT_OF_RESOURCES@clEnqueueReadBuffer:3+"
//
// A plan that says something else ends the process with the status 99.

#define CL_TARGET_OPENCL_VERSION 300
#define CL_USE_DEPRECATED_OPENCL_1_0_APIS
#define CL_USE_DEPRECATED_OPENCL_1_1_APIS
#define CL_USE_DEPRECATED_OPENCL_1_2_APIS
#define CL_USE_DEPRECATED_OPENCL_2_0_APIS
#define CL_USE_DEPRECATED_OPENCL_2_1_APIS
#define CL_USE_DEPRECATED_OPENCL_2_2_APIS
#include <CL/cl.h>
#include <CL/cl_ext.h>
// The functions' types have attributes, which templates leave out.
#pragma GCC diagnostic ignored "-Wignored-attributes"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <CL/cl_icd.h>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fstream>
#include <sys/mman.h>
#include <tuple>
#include <type_traits>
#include <unistd.h>

#include "faulty_opencl/driver_behind.h"
#include "faulty_opencl/fault_plan.h"

namespace faulty_opencl {
namespace {

#define FAULTY_ENTRIES(X)                                                                                    \
    X(clGetPlatformInfo)                                                                                     \
    X(clGetDeviceIDs)                                                                                        \
    X(clGetDeviceInfo)                                                                                       \
    X(clRetainDevice)                                                                                        \
    X(clReleaseDevice)                                                                                       \
    X(clCreateContext)                                                                                       \
    X(clRetainContext)                                                                                       \
    X(clReleaseContext)                                                                                      \
    X(clGetContextInfo)                                                                                      \
    X(clCreateCommandQueue)                                                                                  \
    X(clCreateCommandQueueWithProperties)                                                                    \
    X(clRetainCommandQueue)                                                                                  \
    X(clReleaseCommandQueue)                                                                                 \
    X(clGetCommandQueueInfo)                                                                                 \
    X(clCreateBuffer)                                                                                        \
    X(clCreateSubBuffer)                                                                                     \
    X(clRetainMemObject)                                                                                     \
    X(clReleaseMemObject)                                                                                    \
    X(clGetMemObjectInfo)                                                                                    \
    X(clSetMemObjectDestructorCallback)                                                                      \
    X(clCreateProgramWithSource)                                                                             \
    X(clCreateProgramWithBinary)                                                                             \
    X(clRetainProgram)                                                                                       \
    X(clReleaseProgram)                                                                                      \
    X(clBuildProgram)                                                                                        \
    X(clGetProgramInfo)                                                                                      \
    X(clGetProgramBuildInfo)                                                                                 \
    X(clCreateKernel)                                                                                        \
    X(clRetainKernel)                                                                                        \
    X(clReleaseKernel)                                                                                       \
    X(clSetKernelArg)                                                                                        \
    X(clGetKernelInfo)                                                                                       \
    X(clGetKernelWorkGroupInfo)                                                                              \
    X(clEnqueueNDRangeKernel)                                                                                \
    X(clEnqueueReadBuffer)                                                                                   \
    X(clEnqueueWriteBuffer)                                                                                  \
    X(clEnqueueCopyBuffer)                                                                                   \
    X(clEnqueueFillBuffer)                                                                                   \
    X(clEnqueueMapBuffer)                                                                                    \
    X(clEnqueueUnmapMemObject)                                                                               \
    X(clEnqueueMarkerWithWaitList)                                                                           \
    X(clEnqueueBarrierWithWaitList)                                                                          \
    X(clFlush)                                                                                               \
    X(clFinish)                                                                                              \
    X(clWaitForEvents)                                                                                       \
    X(clGetEventInfo)                                                                                        \
    X(clGetEventProfilingInfo)                                                                               \
    X(clSetEventCallback)                                                                                    \
    X(clRetainEvent)                                                                                         \
    X(clReleaseEvent)

#define FAULTY_NAME(name) #name,
constexpr std::string_view kNames[] = {FAULTY_ENTRIES(FAULTY_NAME)};
#undef FAULTY_NAME
static_assert(std::size(kNames) <= FaultPlan::kMostEntries);

FaultPlan& plan() {
    // Never destroyed: calls are made, and counted, until the very end.
    static FaultPlan* const made =
        new FaultPlan({std::begin(kNames), std::end(kNames)}, std::getenv("FAULTY_OPENCL"));
    return *made;
}

/// The driver's table as it was, for what has to be done in another call's stead.
cl_icd_dispatch g_driver;

template<class... A>
constexpr bool isQueued() {
    if constexpr (sizeof...(A) < 2)
        return false;
    else
        return std::is_same_v<std::tuple_element_t<0, std::tuple<A...>>, cl_command_queue> &&
               std::is_same_v<std::tuple_element_t<sizeof...(A) - 1, std::tuple<A...>>, cl_event*>;
}

/// In a command's stead one that does nothing, so that there is an event to wait for.
template<class... A>
cl_int putNothing(A... arguments) {
    if constexpr (isQueued<A...>()) {
        const std::tuple all(arguments...);
        cl_event* event = std::get<sizeof...(A) - 1>(all);
        return event ? g_driver.clEnqueueMarkerWithWaitList(std::get<0>(all), 0, nullptr, event) : CL_SUCCESS;
    } else {
        return CL_INVALID_OPERATION; // nothing that could be lost
    }
}

/// Waits until the numbers are there, so that they can be spoiled.
cl_int readWrongly(cl_command_queue queue, cl_mem memory, cl_bool, std::size_t offset, std::size_t bytes,
                   void* numbers, cl_uint waitCount, const cl_event* waitFor, cl_event* event) {
    const cl_int status = g_driver.clEnqueueReadBuffer(queue, memory, CL_TRUE, offset, bytes, numbers,
                                                       waitCount, waitFor, event);
    for (std::size_t i = 0; status == CL_SUCCESS && i + sizeof(float) <= bytes; i += sizeof(float)) {
        float number = 0;
        std::memcpy(&number, static_cast<char*>(numbers) + i, sizeof(float));
        number = -1 - number;
        std::memcpy(static_cast<char*>(numbers) + i, &number, sizeof(float));
    }
    return status;
}

template<class Type>
struct Wrapper;
template<class R, class... A>
struct Wrapper<R (*)(A...)> {
    template<R (*cl_icd_dispatch::*kEntry)(A...), std::size_t kNumber>
    static R call(A... arguments) {
        const Fault fault = plan().atCall(kNumber);
        carryOut(fault, kNames[kNumber]);
        if (fault.kind == Fault::Kind::Error) {
            if constexpr (std::is_same_v<R, cl_int>) {
                return fault.error;
            } else {
                // What makes something gives its error by its last argument.
                if (cl_int* error = std::get<sizeof...(A) - 1>(std::tuple(arguments...)))
                    *error = fault.error;
                return nullptr;
            }
        }
        if constexpr (std::is_same_v<R, cl_int>) {
            if (fault.kind == Fault::Kind::Lost)
                return putNothing(arguments...);
        }
        if constexpr (std::is_same_v<R (*)(A...), decltype(&readWrongly)>) {
            if (fault.kind == Fault::Kind::Wrong && kNames[kNumber] == "clEnqueueReadBuffer")
                return readWrongly(arguments...);
        }
        return (g_driver.*kEntry)(arguments...);
    }
};

enum Number : std::size_t {
#define FAULTY_NUMBER(name) k_##name,
    FAULTY_ENTRIES(FAULTY_NUMBER)
#undef FAULTY_NUMBER
};

/// All objects of the driver share one table, which their first word points to: it is changed where it lies.
void putWrappersInto(cl_icd_dispatch& table) {
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::size_t>(&table) / page * page;
    const std::size_t end = reinterpret_cast<std::size_t>(&table + 1);
    ::mprotect(reinterpret_cast<void*>(begin), end - begin, PROT_READ | PROT_WRITE);
    g_driver = table;
#define FAULTY_WRAP(name)                                                                                    \
    table.name = &Wrapper<decltype(table.name)>::template call<&cl_icd_dispatch::name, k_##name>;
    FAULTY_ENTRIES(FAULTY_WRAP)
#undef FAULTY_WRAP
}

/// The driver's first platform with the wrappers before its calls; null where there is none.
cl_platform_id openDriver() {
    const std::string driver = driverBehind();
    void* library = driver.empty() ? nullptr : ::dlopen(driver.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return nullptr;
    const auto addressOf =
        reinterpret_cast<void* (*)(const char*)>(::dlsym(library, "clGetExtensionFunctionAddress"));
    const auto platformIds = addressOf
                                 ? reinterpret_cast<clIcdGetPlatformIDsKHR_fn>(
                                       reinterpret_cast<std::size_t>(addressOf("clIcdGetPlatformIDsKHR")))
                                 : nullptr;
    cl_platform_id platform = nullptr;
    if (!platformIds || platformIds(1, &platform, nullptr) != CL_SUCCESS || !platform)
        return nullptr;
    static_cast<void>(plan()); // a bad one is refused at once
    putWrappersInto(**reinterpret_cast<cl_icd_dispatch**>(platform));
    return platform;
}

cl_platform_id platformWithFaults() {
    static const cl_platform_id platform = openDriver();
    return platform;
}

/// Says at the end of the process how often each entry was called.
struct CountsAtTheEnd {
    ~CountsAtTheEnd() {
        if (const char* file = std::getenv("FAULTY_OPENCL_COUNTS"))
            std::ofstream(file) << plan().counts();
    }
} g_countsAtTheEnd;

cl_int CL_API_CALL platformIds(cl_uint room, cl_platform_id* platforms, cl_uint* count) {
    const cl_platform_id platform = platformWithFaults();
    if (count)
        *count = platform ? 1 : 0;
    if (!platform)
        return CL_PLATFORM_NOT_FOUND_KHR;
    if (platforms && room > 0)
        *platforms = platform;
    return CL_SUCCESS;
}

} // namespace
} // namespace faulty_opencl

// What the loader of drivers asks of one.
extern "C" {

__attribute__((visibility("default"))) cl_int CL_API_CALL clIcdGetPlatformIDsKHR(cl_uint room,
                                                                                 cl_platform_id* platforms,
                                                                                 cl_uint* count) {
    return faulty_opencl::platformIds(room, platforms, count);
}

__attribute__((visibility("default"))) cl_int CL_API_CALL clGetPlatformInfo(cl_platform_id platform,
                                                                            cl_platform_info what,
                                                                            std::size_t room, void* value,
                                                                            std::size_t* size) {
    return faulty_opencl::g_driver.clGetPlatformInfo(platform, what, room, value, size);
}

__attribute__((visibility("default"))) void* CL_API_CALL clGetExtensionFunctionAddress(const char* name) {
    if (std::strcmp(name, "clIcdGetPlatformIDsKHR") == 0)
        return reinterpret_cast<void*>(&faulty_opencl::platformIds);
    if (std::strcmp(name, "clGetPlatformInfo") == 0)
        return reinterpret_cast<void*>(faulty_opencl::g_driver.clGetPlatformInfo);
    return nullptr;
}
}
