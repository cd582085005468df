// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/sample_project.h"

#include <string>

#include "faults/fault_content.h"
#include "faults/traced_program.h"
#include "whole_run.h"

namespace protomind {

/// A folder with a project and its backup in it, as fault_subject finds it, and what must hold in it whatever
/// has happened to the program.
class SavingScene : public FolderTest, public testing::WithParamInterface<ContentSize> {
protected:
    void SetUp() override;

    /// As it was before the program ran.
    void setUpAnew() const;
    [[nodiscard]] TracedProgram program(const std::string& work) const;

    [[nodiscard]] std::filesystem::path file() const { return path("home/a.protomind"); }
    [[nodiscard]] std::filesystem::path elsewhere() const { return path("other/b.protomind"); }
    [[nodiscard]] std::filesystem::path state() const { return path("state"); }
    [[nodiscard]] const ProjectContent& oldContent() const { return m_old; }
    [[nodiscard]] const ProjectContent& newContent() const { return m_new; }

    /// What a file is: "old", "new", "older", "absent", or why it can't be read.
    [[nodiscard]] std::string contentOf(const std::filesystem::path& file) const;
    /// The old or the new file whole, with its backup beside it.
    void expectWhole() const;
    /// A new start: what is not in the file is offered and is all there, and nothing lies about after it.
    void expectNothingLostAndNoLitter() const;
    /// Every edit and checkpoint that was being kept is there as a whole or not at all, and the file is as it
    /// was.
    void expectKeptWhollyOrNotAtAll() const;
    void expectNoLitter() const;

    /// In the whole run (scripts/test --whole) every call where the project is small, and some of each name
    /// where it is large and makes thousands of them, nearly all alike; in a short one some of each name.
    [[nodiscard]] static std::vector<SystemCall> chosen(const std::vector<SystemCall>& calls,
                                                        std::size_t ofEachName);

private:
    ProjectContent m_older;
    ProjectContent m_old;
    ProjectContent m_new;
};

/// The sizes of the project that is saved: large ones in the whole run alone.
[[nodiscard]] std::vector<ContentSize> savingSizes();
[[nodiscard]] std::string sizeName(const testing::TestParamInfo<ContentSize>& test);

} // namespace protomind
