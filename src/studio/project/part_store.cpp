// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/part_store.h"

#include "studio/network/json_reader.h"
#include "studio/project/digest.h"
#include "studio/project/limits.h"

#include <algorithm>

namespace protomind {

namespace {

Result<nlohmann::json> parsePart(std::string_view text) {
    return readJson(text, {.bytes = kMaxPartBytes, .stringBytes = kMaxPartStringBytes});
}

/// The text of a part. Fails for what could not be read again: no file is written that no one can open.
Result<std::string> textOf(std::string_view name, const nlohmann::json& json) {
    try {
        std::string text = json.dump();
        const Result<nlohmann::json> again = parsePart(text);
        if (again && *again == json)
            return text;
        return fail(ProblemKind::Request,
                    sentence("The {} can't be saved: {}", name,
                             again ? "it holds a number that is not finite." : again.error().sentence));
    } catch (const nlohmann::json::type_error&) {
        return fail(ProblemKind::Request, sentence("The {} can't be saved: a text in it is not UTF-8.", name),
                    {}, "Rename the layer, or move the data to a folder with a plain name.");
    }
}

} // namespace

Result<void> storePart(Database& database, std::string_view name, const nlohmann::json& json) {
    const Result<std::string> text = textOf(name, json);
    if (!text)
        return std::unexpected(text.error());
    Result<Statement> insert = database.prepare("INSERT OR REPLACE INTO part VALUES(?,?,?)");
    if (!insert)
        return std::unexpected(insert.error());
    const Digest digest = digestOf(*text);
    return insert->bind(1, name)
        .bind(2, std::string_view(*text))
        .bind(3, std::span<const std::byte>(digest))
        .run();
}

Problem inFile(const Database& database, Problem problem) {
    problem.kind = ProblemKind::Input;
    problem.where = Sentence::row({database.path().string(), problem.where}, ": ");
    return problem;
}

Result<nlohmann::json> readPart(Database& database, std::string_view name) {
    Result<Statement> select = database.prepare("SELECT json, sha256 FROM part WHERE name=?");
    if (!select)
        return std::unexpected(select.error());
    database.limitValues(kMaxPartBytes);
    const Result<bool> row = select->bind(1, name).step();
    database.limitValues(kMaxValueBytes);
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return nlohmann::json();
    if (!std::ranges::equal(digestOf(select->text(0)), select->bytes(1)))
        return fail(ProblemKind::Input, sentence("The {} in this project is damaged.", name),
                    database.path().string(), "Use its backup, whose name ends in ~, if there is one.");
    Result<nlohmann::json> json = parsePart(select->text(0));
    if (!json)
        return std::unexpected(inFile(database, json.error()));
    return json;
}

} // namespace protomind
