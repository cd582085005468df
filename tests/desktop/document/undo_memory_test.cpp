// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a full history of the costliest steps takes of the memory.
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/layer_commands.h"
#include "desktop/document/commands/load_template.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/document/document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <iostream>
#include <malloc.h>

namespace protomind {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;

std::size_t bytesInUse() {
    const struct mallinfo2 memory = mallinfo2();
    return memory.uordblks + memory.hblkhd;
}

const NetworkTemplate& largestTemplate() {
    return *std::ranges::max_element(
        networkTemplates(), {}, [](const NetworkTemplate& source) { return source.make().layers().size(); });
}

std::set<LayerId> allLayers(const Document& document) {
    std::set<LayerId> ids;
    for (const Layer& layer : document.network().layers())
        ids.insert(layer.id);
    return ids;
}

class UndoMemoryTest : public testing::Test {
protected:
    void SetUp() override {
#if defined(__SANITIZE_ADDRESS__)
        GTEST_SKIP() << "AddressSanitizer has a memory of its own, which can't be counted.";
#endif
        m_document.undoStack().push(new LoadTemplate(m_document, largestTemplate()));
    }

    /// A full history of steps; what emptying it gives back is what it took.
    std::size_t bytesOf(const std::function<void(int step)>& push) {
        QUndoStack& history = m_document.undoStack();
        const int steps = history.undoLimit();
        for (int step = 0; step < steps; ++step)
            push(step);
        EXPECT_EQ(history.count(), steps);
        const std::size_t before = bytesInUse();
        history.clear();
        const std::size_t after = bytesInUse();
        EXPECT_GT(before, after);
        return before - after;
    }
    void expectBelowTheLimit(const char* name, std::size_t bytes) {
        EXPECT_LT(bytes, kMostBytes) << name;
        std::cout << name << ": " << bytes / 1024 << " KB\n";
        RecordProperty(name, std::to_string(bytes));
    }
    void push(QUndoCommand* command) {
        m_document.undoStack().push(command);
    }

    Document m_document;
};

TEST_F(UndoMemoryTest, AnotherNetworkWithEveryStepStaysBelowTheLimit) {
    const auto templates = networkTemplates();
    expectBelowTheLimit(
        "loading", bytesOf([&](int step) {
            push(new LoadTemplate(m_document, step % 2 == 0 ? templates.front() : largestTemplate()));
        }));
}

TEST_F(UndoMemoryTest, AllRemovedAndPastedAgainStaysBelowTheLimit) {
    const Network part = partOf(m_document.network(), allLayers(m_document));
    expectBelowTheLimit("pasting", bytesOf([&](int step) {
                            if (step % 2 == 0)
                                push(new RemoveParts(m_document, allLayers(m_document)));
                            else
                                push(new PasteLayers(m_document, part, {8, 8}));
                        }));
}

TEST_F(UndoMemoryTest, EveryLayerMovedWithEveryStepStaysBelowTheLimit) {
    expectBelowTheLimit("moving", bytesOf([&](int step) {
                            std::map<LayerId, Position> positions;
                            for (const LayerId id : allLayers(m_document))
                                positions[id] = {8.0 * (step + 1), 0};
                            push(new MoveLayers(m_document, positions, newGesture()));
                        }));
}

TEST_F(UndoMemoryTest, EveryTrainingSettingWithEveryStepStaysBelowTheLimit) {
    expectBelowTheLimit("settings", bytesOf([&](int step) {
                            TrainingSettings settings = m_document.experiment().training;
                            settings.epochs = step + 1;
                            push(new SetTraining(m_document, "epochs", settings, newGesture()));
                        }));
}

} // namespace
} // namespace protomind
