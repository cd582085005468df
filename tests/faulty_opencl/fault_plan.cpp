// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faulty_opencl/fault_plan.h"

#define CL_TARGET_OPENCL_VERSION 120
#include <CL/cl.h>
#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace faulty_opencl {

namespace {

constexpr int kBadPlan = 99;

#define FAULTY_ERROR(name) std::pair<std::string_view, Fault>(#name, {Fault::Kind::Error, name})
constexpr std::array kFaults = {
    std::pair<std::string_view, Fault>("hang", {Fault::Kind::Hang}),
    std::pair<std::string_view, Fault>("kill", {Fault::Kind::Kill}),
    std::pair<std::string_view, Fault>("slow", {Fault::Kind::Slow}),
    std::pair<std::string_view, Fault>("wrong", {Fault::Kind::Wrong}),
    std::pair<std::string_view, Fault>("lost", {Fault::Kind::Lost}),
    FAULTY_ERROR(CL_OUT_OF_RESOURCES),
    FAULTY_ERROR(CL_OUT_OF_HOST_MEMORY),
    FAULTY_ERROR(CL_MEM_OBJECT_ALLOCATION_FAILURE),
    FAULTY_ERROR(CL_DEVICE_NOT_AVAILABLE),
    FAULTY_ERROR(CL_INVALID_COMMAND_QUEUE),
    FAULTY_ERROR(CL_INVALID_VALUE),
    FAULTY_ERROR(CL_BUILD_PROGRAM_FAILURE),
    FAULTY_ERROR(CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST),
};
#undef FAULTY_ERROR

[[noreturn]] void refuse(std::string_view text) {
    std::fprintf(stderr, "faulty_opencl: cannot do \"%.*s\"\n", static_cast<int>(text.size()), text.data());
    ::_exit(kBadPlan);
}

} // namespace

FaultPlan::FaultPlan(std::vector<std::string_view> entries, const char* text)
    : m_entries(std::move(entries)) {
    std::string_view rest = text ? text : "";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        m_rules.push_back(ruleOf(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

FaultPlan::Rule FaultPlan::ruleOf(std::string_view text) const {
    const std::size_t place = text.find('@');
    const std::size_t number = text.find(':');
    if (place == std::string_view::npos || number == std::string_view::npos || number < place)
        refuse(text);
    const std::string_view name = text.substr(place + 1, number - place - 1);
    const auto fault = std::ranges::find(kFaults, text.substr(0, place), [](auto& one) { return one.first; });
    const auto entry = std::ranges::find(m_entries, name);
    if (fault == kFaults.end() || (entry == m_entries.end() && name != "any"))
        refuse(text);
    Rule rule{.fault = fault->second,
              .entry = name == "any" ? kMostEntries : static_cast<std::size_t>(entry - m_entries.begin())};
    const char* end = text.data() + text.size();
    rule.persistent = text.ends_with('+');
    const auto read = std::from_chars(text.data() + number + 1, end, rule.first);
    if (read.ec != std::errc() || read.ptr != end - (rule.persistent ? 1 : 0) || rule.first < 1)
        refuse(text);
    return rule;
}

Fault FaultPlan::atCall(std::size_t entry) {
    const long ofEntry = ++m_calls[entry];
    const long ofAll = ++m_calls[kMostEntries];
    for (const Rule& rule : m_rules) {
        const long call = rule.entry == kMostEntries ? ofAll : ofEntry;
        if ((rule.entry == kMostEntries || rule.entry == entry) &&
            (call == rule.first || (rule.persistent && call > rule.first)))
            return rule.fault;
    }
    return {};
}

std::string FaultPlan::counts() const {
    std::string text;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_calls[i] > 0)
            text += std::string(m_entries[i]) + " " + std::to_string(m_calls[i]) + "\n";
    }
    return text;
}

void carryOut(const Fault& fault, std::string_view entry) {
    if (fault.kind != Fault::Kind::None) {
        if (const char* mark = std::getenv("FAULTY_OPENCL_MARK"))
            ::close(::open(mark, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
    }
    switch (fault.kind) {
    case Fault::Kind::Hang:
        std::fprintf(stderr, "faulty_opencl: hanging in %.*s\n", static_cast<int>(entry.size()),
                     entry.data());
        for (;;)
            ::pause();
    case Fault::Kind::Kill:
        std::signal(SIGSEGV, SIG_DFL);
        std::raise(SIGSEGV);
        break;
    case Fault::Kind::Slow: {
        const timespec millisecond{0, 1'000'000};
        ::nanosleep(&millisecond, nullptr);
        break;
    }
    case Fault::Kind::None:
    case Fault::Kind::Error:
    case Fault::Kind::Wrong:
    case Fault::Kind::Lost:
        break;
    }
}

} // namespace faulty_opencl
