// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/loss.h"

#include "engine/graph/build.h"
#include "engine/graph/compositions.h"
#include "engine/nn/model.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace protomind {

namespace {

Node scalar(Node x) {
    return reshape(x, Shape());
}

/// [N, ...] as [N, outputs].
Node asRows(Node x) {
    const std::int64_t batch = x.shape()[0];
    return reshape(x, {batch, batch == 0 ? 0 : x.shape().elementCount() / batch});
}

/// Class labels in the form of a prediction: rows with a single 1, or for a single output the labels 0 and 1.
Node labelRows(Node labels, const Shape& prediction) {
    return prediction[1] == 1 ? reshape(labels, prediction) : oneHot(labels, prediction[1]);
}

// Checks --------------------------------------------------------------------------------------------

Result<void> oneOutputEach(const std::string& title, std::int64_t classes, std::int64_t outputs) {
    if (outputs == classes)
        return {};
    return fail(ProblemKind::Request,
                sentence("{} needs one output for each of the {} classes, but the network gives {}.", title,
                         classes, outputs));
}

Result<void> classesOnly(const std::string& title, TargetForm form) {
    if (form == TargetForm::Classes)
        return {};
    return fail(ProblemKind::Request,
                sentence("{} needs classes to tell apart, but the data has numbers to predict.", title), {},
                "Mean squared error suits these.");
}

/// One output for each class, or a single one for two classes.
Result<void> classesOrSingle(const std::string& title, std::int64_t classes, std::int64_t outputs) {
    if (outputs == 1 && classes == 2)
        return {};
    return oneOutputEach(title, classes, outputs);
}

Result<void> checkSquaredError(TargetForm form, std::int64_t classes, std::int64_t outputs) {
    return form == TargetForm::Values ? Result<void>()
                                      : classesOrSingle("Mean squared error", classes, outputs);
}

Result<void> checkCrossEntropy(TargetForm form, std::int64_t classes, std::int64_t outputs) {
    if (Result<void> good = classesOnly("Cross-entropy", form); !good)
        return good;
    if (outputs == 1 && classes == 2)
        return fail(ProblemKind::Request,
                    "Cross-entropy compares at least two outputs, but the network gives only 1.", {},
                    "For a single output take binary cross-entropy.");
    return oneOutputEach("Cross-entropy", classes, outputs);
}

Result<void> checkBinary(TargetForm form, std::int64_t classes, std::int64_t outputs) {
    if (form == TargetForm::Values || (classes == 2 && outputs == 1))
        return {};
    return fail(
        ProblemKind::Request,
        sentence(
            "Binary cross-entropy tells 2 classes apart with 1 output; here are {} classes and {} outputs.",
            classes, outputs),
        {}, classes == outputs ? "Cross-entropy suits these." : "");
}

Result<void> checkHinge(TargetForm form, std::int64_t classes, std::int64_t outputs) {
    if (Result<void> good = classesOnly("Hinge loss", form); !good)
        return good;
    return classesOrSingle("Hinge loss", classes, outputs);
}

// Graphs --------------------------------------------------------------------------------------------

Node squaredError(Node prediction, Node target, TargetForm form) {
    const Node rows = asRows(prediction);
    const Node wanted =
        form == TargetForm::Classes ? labelRows(target, rows.shape()) : reshape(target, rows.shape());
    return scalar(reduceMean(square(rows - wanted)));
}

/// Goodfellow, Bengio, Courville, "Deep Learning" (2016), section 6.2.2.3.
Node crossEntropy(Node logits, Node labels, TargetForm) {
    const Node rows = asRows(logits);
    const Node sum = reduceSum(oneHot(labels, rows.shape()[1]) * logSoftmax(rows));
    return scalar(sum * (-1.0f / static_cast<float>(rows.shape()[0])));
}

/// Section 6.2.2.2 of the same book: softplus((1 - 2y) z). For targets between 0 and 1 its general form.
Node binaryCrossEntropy(Node logits, Node target, TargetForm form) {
    const Node wanted = reshape(target, logits.shape());
    if (form == TargetForm::Classes)
        return scalar(reduceMean(softplus(logits * (1.0f - 2.0f * wanted))));
    return scalar(reduceMean(softplus(logits) - logits * wanted));
}

/// For several outputs: Crammer and Singer, JMLR 2 (2001), eq. 4.
Node hinge(Node scores, Node labels, TargetForm) {
    const Node rows = asRows(scores);
    if (rows.shape()[1] == 1)
        return scalar(reduceMean(relu(1.0f - rows * (2.0f * reshape(labels, rows.shape()) - 1.0f))));
    constexpr float kNeverLargest = 1e30f;
    const Node wanted = oneHot(labels, rows.shape()[1]);
    const Node right = reduceSum(wanted * rows, {1});
    const Node bestWrong = reduceMax(rows - wanted * kNeverLargest, {1});
    return scalar(reduceMean(relu(1.0f + bestWrong - right)));
}

std::vector<LossType> makeLosses() {
    return {
        {"cross_entropy", "Cross-entropy",
         "For telling classes apart: how surprised the network is by the right answer. Certain and right "
         "costs "
         "nothing; certain and wrong costs a lot.",
         R"(L = -\frac{1}{N} \sum_n \log \frac{e^{z_{n,t_n}}}{\sum_k e^{z_{nk}}})", true, true,
         checkCrossEntropy, crossEntropy},
        {"binary_cross_entropy", "Binary cross-entropy",
         "For telling two classes apart with a single output, the probability of the second class: how "
         "surprised the "
         "network is by the right answer.",
         R"(L = -\frac{1}{N K} \sum_{n,k} \big[ t_{nk} \log \sigma(z_{nk}) + )"
         R"((1 - t_{nk}) \log (1 - \sigma(z_{nk})) \big])",
         true, true, checkBinary, binaryCrossEntropy},
        {"mean_squared_error", "Mean squared error",
         "For predicting numbers: the average of the squared differences, so that large mistakes count most.",
         R"(L = \frac{1}{N K} \sum_{n,k} (y_{nk} - t_{nk})^2)", false, false, checkSquaredError,
         squaredError},
        {"hinge", "Hinge",
         "For telling classes apart: costs nothing once the right class leads by a margin of 1, and else "
         "what is missing.",
         R"(L = \frac{1}{N} \sum_n \max\big(0,\; 1 + \max_{k \ne t_n} z_{nk} - z_{n,t_n}\big), \quad )"
         R"(K = 1: \; L = \frac{1}{N} \sum_n \max\big(0,\; 1 - (2 t_n - 1) z_n\big))",
         true, false, checkHinge, hinge},
    };
}

} // namespace

std::span<const LossType> lossTypes() {
    static const std::vector<LossType> all = makeLosses();
    return all;
}

const LossType* findLoss(const std::string& name) {
    const auto found = std::ranges::find(lossTypes(), name, &LossType::name);
    return found == lossTypes().end() ? nullptr : &*found;
}

const LossType& autoLoss(TargetForm form, std::int64_t classes, std::int64_t outputs) {
    if (form == TargetForm::Values)
        return *findLoss("mean_squared_error");
    return *findLoss(classes == 2 && outputs == 1 ? "binary_cross_entropy" : "cross_entropy");
}

Node lossOf(const LossType& loss, const BuiltModel& model, Node target, TargetForm form) {
    const ScopeGuard scope(target.graph(), "loss");
    return loss.build(loss.fromLogits ? model.logits : model.output, target, form);
}

} // namespace protomind
