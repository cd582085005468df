// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/image_list.h"

#include "engine/base/letter_case.h"

#include <algorithm>

namespace protomind {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolderRemedy =
    "Give a folder that holds a folder of PNG, JPEG, BMP or WebP pictures for each class.";

/// What lies in a folder, sorted by name.
struct Entries {
    std::vector<std::string> folders;
    std::vector<std::string> files;
    std::int64_t passedOver = 0; ///< hidden files, links, and what is neither file nor folder
    std::error_code error;

    [[nodiscard]] std::int64_t count() const { return std::ssize(folders) + std::ssize(files); }
};

/// No more than limit + 1 of them.
Entries entriesOf(const fs::path& folder, std::int64_t limit) {
    Entries entries;
    for (fs::directory_iterator entry(folder, entries.error), end; !entries.error && entry != end;
         entry.increment(entries.error)) {
        std::error_code error;
        const std::string name = entry->path().filename().string();
        const fs::file_status status = entry->symlink_status(error);
        if (name.starts_with('.'))
            ++entries.passedOver;
        else if (fs::is_directory(status))
            entries.folders.push_back(name);
        else if (fs::is_regular_file(status))
            entries.files.push_back(name);
        else
            ++entries.passedOver;
        if (entries.count() > limit)
            break;
    }
    std::ranges::sort(entries.folders);
    std::ranges::sort(entries.files);
    return entries;
}

/// The folder of that name, in capitals or small letters.
const std::string* findFolder(const Entries& entries, std::initializer_list<std::string_view> names) {
    for (const std::string& folder : entries.folders)
        if (std::ranges::find(names, inSmallLetters(folder)) != names.end())
            return &folder;
    return nullptr;
}

class Lister {
public:
    Lister(fs::path folder, std::int64_t limit)
        : m_folder(std::move(folder))
        , m_limit(limit) {}

    Result<ImageList> list() {
        std::error_code error;
        if (!fs::is_directory(m_folder, error))
            return fail(ProblemKind::Input, "There is no such folder.", m_folder.string(), kFolderRemedy);
        const Entries top = take(m_folder);
        if (top.error)
            return fail(ProblemKind::Input, sentence("The folder can't be read: {}.", top.error.message()),
                        m_folder.string());
        const std::string* train = findFolder(top, {"train"});
        if (train && !entriesOf(m_folder / *train, m_limit).folders.empty())
            listSplits(top, *train);
        else
            m_list.training = classesOf("", top);
        if (m_passedOver > 0)
            note(sentence("{} hidden files and links were passed over.", m_passedOver));
        if (isTooMuch())
            return fail(ProblemKind::Memory,
                        sentence("The folder holds more than {} files and folders.", m_limit),
                        m_folder.string(), "Take some of them out.");
        if (m_list.training.empty())
            return fail(ProblemKind::Input,
                        m_loose > 0
                            ? "The pictures of this folder have no class: they are in no folder of their own."
                            : "The folder holds no folder with pictures.",
                        m_folder.string(), kFolderRemedy);
        return std::move(m_list);
    }

private:
    /// What lies in a folder, counted.
    Entries take(const fs::path& folder) {
        Entries entries = entriesOf(folder, m_limit - m_count);
        m_count += entries.count();
        return entries;
    }
    [[nodiscard]] bool isTooMuch() const { return m_count > m_limit; }

    void note(Sentence sentence) { m_list.notes.push_back(std::move(sentence)); }

    void listSplits(const Entries& top, const std::string& train) {
        m_list.training = classesOf(train, take(m_folder / train));
        const std::string* test = findFolder(top, {"test"});
        if (test && !isTooMuch())
            m_list.test = classesOf(*test, take(m_folder / *test));
        for (const std::string& other : top.folders) {
            if (other == train || (test && other == *test))
                continue;
            if (findFolder({.folders = {other}}, {"val", "valid", "validation"}))
                note(sentence(
                    "The folder {:s} was left out: what is kept aside to validate is taken from {:s}.", other,
                    train));
            else
                note(sentence("The folder {:s} was left out: it is neither {:s} nor test.", other, train));
        }
        passOver(top, "");
    }

    /// The classes within a split; the whole folder's has no name.
    std::vector<ImageClass> classesOf(const std::string& split, const Entries& entries) {
        const std::string within = split.empty() ? "" : split + '/';
        if (entries.error)
            note(sentence("The folder {:s} can't be read: {}.", split, entries.error.message()));
        passOver(entries, within);
        std::vector<ImageClass> classes;
        for (const std::string& name : entries.folders) {
            if (isTooMuch())
                break;
            ImageClass one{.name = name, .folder = m_folder / split / name, .files = {}};
            Entries inside = take(one.folder);
            if (inside.error) {
                note(sentence("The folder {:s} can't be read: {}.", within + name, inside.error.message()));
                continue;
            }
            m_passedOver += inside.passedOver;
            for (const std::string& deeper : inside.folders)
                note(sentence("The folder {:s} was left out: folders within a class are not looked into.",
                              within + name + '/' + deeper));
            if (inside.files.empty()) {
                note(sentence("The folder {:s} was left out: it is empty.", within + name));
                continue;
            }
            one.files = std::move(inside.files);
            classes.push_back(std::move(one));
        }
        return classes;
    }

    /// Files that lie beside the folders of the classes.
    void passOver(const Entries& entries, const std::string& within) {
        m_passedOver += entries.passedOver;
        m_loose += std::ssize(entries.files);
        constexpr std::size_t kNamed = 3;
        for (const std::string& file : std::span(entries.files).first(std::min(kNamed, entries.files.size())))
            note(sentence("{:s} was left out: it lies in no folder of a class.", within + file));
        if (entries.files.size() > kNamed)
            note(sentence("{} more files beside it were left out, too.", entries.files.size() - kNamed));
    }

    fs::path m_folder;
    ImageList m_list;
    std::int64_t m_limit;
    std::int64_t m_count = 0; ///< files and folders
    std::int64_t m_loose = 0;
    std::int64_t m_passedOver = 0;
};

} // namespace

Result<ImageList> listImages(const fs::path& folder, std::int64_t limit) {
    return Lister(folder, limit).list();
}

} // namespace protomind
