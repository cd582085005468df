// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/drawing.h"

#include <gtest/gtest.h>

namespace protomind {

/// Latent 3 -> Dense 5 -> Dense 2, and Input 2 -> Dense 4 -> Dense 1, called a to f; the seam is not drawn.
class TwoPlayers : public testing::Test {
protected:
    TestDrawing drawing;
    LayerId latent = drawing.latent(3);
    LayerId hidden = drawing.dense(5, {latent});
    LayerId made = drawing.dense(2, {hidden});
    LayerId input = drawing.input({2});
    LayerId seen = drawing.dense(4, {input});
    LayerId score = drawing.dense(1, {seen});

    WireId drawSeam() { return drawing.join(made, input); }
    void set(LayerId layer, const std::string& field, FieldValue value) {
        drawing.network.layer(layer)->settings[field] = std::move(value);
    }
    [[nodiscard]] Network& network() { return drawing.network; }

    /// The only one that there is, of this kind; each of its fixes does away with it and brings no other
    /// error.
    NetworkProblem onlyProblem(NetworkProblemKind kind, bool fixesSuffice = true) {
        const Analysis analysis = analyse(network());
        EXPECT_EQ(analysis.problems.size(), 1u);
        for (const NetworkProblem& problem : analysis.problems)
            EXPECT_EQ(problem.kind, kind) << problem.sentence;
        const std::vector<NetworkProblem> found = problemsOf(analysis, kind);
        if (found.size() != 1)
            return {};
        EXPECT_FALSE(found[0].fixes.empty()) << found[0].sentence;
        for (const Fix& fix : found[0].fixes) {
            const Analysis after = analyse(applyFix(network(), fix));
            EXPECT_TRUE(problemsOf(after, kind).empty()) << fix.label;
            for (const NetworkProblem& problem : after.problems)
                EXPECT_FALSE(fixesSuffice) << fix.label << " / " << problem.sentence;
        }
        return found[0];
    }
};

} // namespace protomind
