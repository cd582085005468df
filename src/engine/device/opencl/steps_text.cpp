// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/problem.h"
#include "engine/device/opencl/opencl_step.h"

#include <map>

namespace protomind {

void shareKernels(OpenClSteps& steps) {
    std::map<std::string, std::string> nameOf; // by the text but for the name
    for (const auto& step : steps) {
        for (KernelSource* source : step->sources()) {
            std::string nameless = source->text;
            const std::size_t begin = nameless.find(source->name + "(");
            require(begin != std::string::npos, "shareKernels: a kernel without its name");
            nameless.erase(begin, source->name.size());
            const auto [known, isNew] = nameOf.try_emplace(std::move(nameless), source->name);
            if (!isNew) {
                source->name = known->second;
                source->text.clear();
            }
        }
    }
}

std::string textOf(const OpenClSteps& steps) {
    std::string text(sharedKernelText());
    for (const auto& step : steps) {
        for (const KernelSource* source : step->sources())
            text += source->text;
    }
    return text;
}

} // namespace protomind
