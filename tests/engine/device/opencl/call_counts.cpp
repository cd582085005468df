// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/call_counts.h"

#include "engine/device/opencl/open_cl.h"

#include <dlfcn.h>
#include <map>
#include <mutex>
#include <span>

namespace {

/// The function that this program's own hides from it.
template<class Function>
Function* realCall(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

#define REAL_CALL(name) (realCall<decltype(name)>(#name))

std::mutex g_lock;
bool g_counted = false;
protomind::OpenClCalls g_calls;
int g_kernelsTaken = 0; ///< before the error
int g_kernelError = CL_SUCCESS;
int g_readError = CL_SUCCESS;
std::uint64_t g_commands = 0;               ///< ever put in a queue
std::map<cl_event, std::uint64_t> g_number; ///< of the command that an event is of

/// A command was put in the queue; event: null where none was asked for.
cl_int noteCommand(cl_int status, const cl_event* event, cl_bool waits) {
    if (status != CL_SUCCESS)
        return status;
    const std::lock_guard lock(g_lock);
    ++g_commands;
    if (event != nullptr)
        g_number[*event] = g_commands;
    if (g_counted) {
        ++g_calls.commands;
        g_calls.drains += waits == CL_TRUE ? 1 : 0;
        g_calls.events += event != nullptr ? 1 : 0;
    }
    return status;
}

/// Nobody waits for it: what it is of is done, or failed.
bool isOver(cl_event event) {
    cl_int status = CL_QUEUED;
    return clGetEventInfo(event, CL_EVENT_COMMAND_EXECUTION_STATUS, sizeof(status), &status, nullptr) ==
               CL_SUCCESS &&
           status <= CL_COMPLETE;
}

} // namespace

extern "C" {

cl_int clFinish(cl_command_queue queue) {
    {
        const std::lock_guard lock(g_lock);
        g_calls.drains += g_counted ? 1 : 0;
    }
    return REAL_CALL(clFinish)(queue);
}

cl_int clWaitForEvents(cl_uint count, const cl_event* events) {
    {
        const std::lock_guard lock(g_lock);
        for (const cl_event event : std::span(events, count)) {
            if (!g_counted)
                continue;
            if (isOver(event))
                ++g_calls.lookups;
            else
                ++(g_number[event] == g_commands ? g_calls.drains : g_calls.waits);
        }
    }
    return REAL_CALL(clWaitForEvents)(count, events);
}

cl_int clEnqueueNDRangeKernel(cl_command_queue queue, cl_kernel kernel, cl_uint dimensions,
                              const size_t* offset, const size_t* global, const size_t* local, cl_uint count,
                              const cl_event* before, cl_event* event) {
    if (g_kernelError != CL_SUCCESS && g_kernelsTaken-- <= 0)
        return g_kernelError;
    return noteCommand(REAL_CALL(clEnqueueNDRangeKernel)(queue, kernel, dimensions, offset, global, local,
                                                         count, before, event),
                       event, CL_FALSE);
}

cl_int clEnqueueReadBuffer(cl_command_queue queue, cl_mem memory, cl_bool waits, size_t begin, size_t bytes,
                           void* to, cl_uint count, const cl_event* before, cl_event* event) {
    if (g_readError != CL_SUCCESS)
        return g_readError;
    return noteCommand(
        REAL_CALL(clEnqueueReadBuffer)(queue, memory, waits, begin, bytes, to, count, before, event), event,
        waits);
}

cl_int clEnqueueWriteBuffer(cl_command_queue queue, cl_mem memory, cl_bool waits, size_t begin, size_t bytes,
                            const void* from, cl_uint count, const cl_event* before, cl_event* event) {
    return noteCommand(
        REAL_CALL(clEnqueueWriteBuffer)(queue, memory, waits, begin, bytes, from, count, before, event),
        event, waits);
}

cl_int clEnqueueCopyBuffer(cl_command_queue queue, cl_mem from, cl_mem to, size_t fromBegin, size_t toBegin,
                           size_t bytes, cl_uint count, const cl_event* before, cl_event* event) {
    return noteCommand(
        REAL_CALL(clEnqueueCopyBuffer)(queue, from, to, fromBegin, toBegin, bytes, count, before, event),
        event, CL_FALSE);
}

cl_int clEnqueueFillBuffer(cl_command_queue queue, cl_mem memory, const void* pattern, size_t patternBytes,
                           size_t begin, size_t bytes, cl_uint count, const cl_event* before,
                           cl_event* event) {
    return noteCommand(REAL_CALL(clEnqueueFillBuffer)(queue, memory, pattern, patternBytes, begin, bytes,
                                                      count, before, event),
                       event, CL_FALSE);
}

void* clEnqueueMapBuffer(cl_command_queue queue, cl_mem memory, cl_bool waits, cl_map_flags flags,
                         size_t begin, size_t bytes, cl_uint count, const cl_event* before, cl_event* event,
                         cl_int* status) {
    void* mapped = REAL_CALL(clEnqueueMapBuffer)(queue, memory, waits, flags, begin, bytes, count, before,
                                                 event, status);
    noteCommand(mapped != nullptr ? CL_SUCCESS : CL_INVALID_VALUE, event, waits);
    return mapped;
}

cl_mem clCreateBuffer(cl_context context, cl_mem_flags flags, size_t bytes, void* host, cl_int* status) {
    {
        const std::lock_guard lock(g_lock);
        g_calls.buffers += g_counted ? 1 : 0;
    }
    return REAL_CALL(clCreateBuffer)(context, flags, bytes, host, status);
}

cl_int clRetainEvent(cl_event event) {
    {
        const std::lock_guard lock(g_lock);
        g_calls.events += g_counted ? 1 : 0;
    }
    return REAL_CALL(clRetainEvent)(event);
}

cl_int clReleaseEvent(cl_event event) {
    {
        const std::lock_guard lock(g_lock);
        g_calls.events -= g_counted ? 1 : 0;
    }
    return REAL_CALL(clReleaseEvent)(event);
}
}

namespace protomind {

OpenClCalls callsOf(const std::function<void()>& work) {
    {
        const std::lock_guard lock(g_lock);
        g_calls = {};
        g_counted = true;
    }
    work();
    const std::lock_guard lock(g_lock);
    g_counted = false;
    return g_calls;
}

void withKernelsRefused(int after, int error, const std::function<void()>& work) {
    g_kernelsTaken = after;
    g_kernelError = error;
    work();
    g_kernelError = CL_SUCCESS;
}

void withReadsRefused(int error, const std::function<void()>& work) {
    g_readError = error;
    work();
    g_readError = CL_SUCCESS;
}

} // namespace protomind
