// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_needs.h"

#include "studio/lens/answers.h"

namespace protomind {

Result<void> checkSample(const LensContext& context) {
    if (context.sample.values.empty())
        return fail(ProblemKind::Request, "There is no sample to look at.", {}, "Choose one.");
    return {};
}

Result<void> checkClasses(const LensContext& context) {
    if (!Answers(context).areClasses())
        return fail(ProblemKind::Unsupported, "It is not known which classes the network tells apart.");
    return {};
}

Result<void> checkClassesAndLoss(const LensContext& context) {
    if (context.objective == nullptr)
        return fail(ProblemKind::Unsupported, "It is not known which classes the network tells apart.");
    return checkClasses(context);
}

Result<const DataSet*> samplesOfSplit(const LensContext& context) {
    const DataSet* data = context.samples(context.split);
    if (data == nullptr || data->size() == 0)
        return fail(ProblemKind::Request, "There are no samples of this split.", {}, "Choose another split.");
    return data;
}

} // namespace protomind
