// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gan/gan_loss.h"

#include "engine/graph/build.h"
#include "engine/graph/compositions.h"

#include <algorithm>
#include <vector>

namespace protomind {

namespace {

Node meanOf(Node values) {
    return reshape(reduceMean(values), Shape{});
}

Node crossEntropy(Node real, Node made) {
    return meanOf(softplus(-real) + softplus(made));
}

Node minimax(Node, Node made) {
    return meanOf(-softplus(made));
}

Node nonSaturating(Node, Node made) {
    return meanOf(softplus(-made));
}

Node squaresOfDiscriminator(Node real, Node made) {
    return meanOf(square(real - 1.0f) + square(made)) * 0.5f;
}

Node squaresOfGenerator(Node, Node made) {
    return meanOf(square(made - 1.0f)) * 0.5f;
}

Node criticLoss(Node real, Node made) {
    return meanOf(made - real);
}

Node againstCritic(Node, Node made) {
    return meanOf(-made);
}

Node relativisticDiscriminator(Node real, Node made) {
    return meanOf(softplus(made - real));
}

Node relativisticGenerator(Node real, Node made) {
    return meanOf(softplus(real - made));
}

std::vector<GanLoss> makeLosses() {
    return {
        // Huang et al., "The GAN is dead; long live the GAN!" (NeurIPS 2024), equation 2; Jolicoeur-Martineau
        // (2018).
        {.name = "relativistic",
         .title = "Relativistic",
         .summary =
             "The discriminator compares each real sample with a made one, and only which of both looks "
             "more real counts. With a penalty on slopes it is the steadiest of these losses.",
         .formula = R"(D:\ \log(1 + e^{f - r}) \quad G:\ \log(1 + e^{r - f}))",
         .discriminator = relativisticDiscriminator,
         .generator = relativisticGenerator,
         .readsReal = true,
         .penalty = "r1_and_r2",
         .comparesOnly = true},
        // Goodfellow et al. (2014), equation 1.
        {.name = "original",
         .title = "Original (minimax)",
         .summary = "The first of all: what one of them wins, the other loses. Where the discriminator is "
                    "sure, the generator gets almost no gradient.",
         .formula = R"(D:\ -\log \sigma(r) - \log(1 - \sigma(f)) \quad G:\ \log(1 - \sigma(f)))",
         .discriminator = crossEntropy,
         .generator = minimax,
         .penalty = "none"},
        // The same, section 3.
        {.name = "non_saturating",
         .title = "Non-saturating",
         .summary = "As the original one, but the generator makes it likely that it is believed: it gets a "
                    "strong gradient just where it is seen through.",
         .formula = R"(D:\ -\log \sigma(r) - \log(1 - \sigma(f)) \quad G:\ -\log \sigma(f))",
         .discriminator = crossEntropy,
         .generator = nonSaturating,
         .penalty = "none"},
        // Mao et al., "Least squares generative adversarial networks" (ICCV 2017), equation 9.
        {.name = "least_squares",
         .title = "Least squares",
         .summary = "The discriminator's score is to be 1 for real samples and 0 for made ones, and the "
                    "generator wants a 1.",
         .formula = R"(D:\ \tfrac12 (r - 1)^2 + \tfrac12 f^2 \quad G:\ \tfrac12 (f - 1)^2)",
         .discriminator = squaresOfDiscriminator,
         .generator = squaresOfGenerator,
         .penalty = "none",
         .threshold = 0.5f},
        // Arjovsky, Chintala and Bottou, "Wasserstein generative adversarial networks" (ICML 2017), algorithm
        // 1, with the penalty of Gulrajani et al. (2017).
        {.name = "wasserstein",
         .title = "Wasserstein",
         .summary = "The discriminator scores real samples as far above made ones as a limit on its slope "
                    "allows. The gap tells how far apart they are. It needs the gradient penalty.",
         .formula = R"(D:\ f - r \quad G:\ -f)",
         .discriminator = criticLoss,
         .generator = againstCritic,
         .penalty = "gradient_penalty",
         .comparesOnly = true}};
}

} // namespace

std::span<const GanLoss> ganLosses() {
    static const std::vector<GanLoss> all = makeLosses();
    return all;
}

const GanLoss* findGanLoss(const std::string& name) {
    const auto found = std::ranges::find(ganLosses(), name, &GanLoss::name);
    return found == ganLosses().end() ? nullptr : &*found;
}

Node toldApart(const GanLoss& loss, Node real, Node made) {
    if (loss.comparesOnly)
        return meanOf(less(made, real));
    const Node threshold = constant(real.graph(), loss.threshold);
    return (meanOf(less(threshold, real)) + meanOf(less(made, threshold))) * 0.5f;
}

} // namespace protomind
