// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/content_store.h"

#include "engine/train/history.h"
#include "studio/network/json_reader.h"
#include "studio/project/digest.h"
#include "studio/project/experiment_json.h"
#include "studio/project/limits.h"
#include "studio/project/part_store.h"
#include "studio/project/run_json.h"
#include "studio/project/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace protomind {

namespace {

constexpr int kCheckpointsKept = 3; ///< and the best one besides

bool isFinite(const Checkpoint& checkpoint) {
    return std::ranges::all_of(checkpoint.variables, [](const auto& variable) {
        return std::ranges::all_of(variable.second.values, [](float value) { return std::isfinite(value); });
    });
}

Result<void> storeVariables(Database& database, std::int64_t id, const Checkpoint& checkpoint) {
    Result<Statement> insert = database.prepare("INSERT INTO variable VALUES(?,?,?,?)");
    if (!insert)
        return std::unexpected(insert.error());
    for (const auto& [name, array] : checkpoint.variables) {
        const std::string shape = nlohmann::json(array.shape.sizes()).dump();
        insert->bind(1, id).bind(2, std::string_view(name)).bind(3, std::string_view(shape));
        insert->bind(4, std::as_bytes(std::span(array.values)));
        if (Result<void> stored = insert->run(); !stored)
            return stored;
    }
    return {};
}

Result<void> storeHistory(Database& database, std::int64_t id, const std::vector<HistoryPoint>& history) {
    Result<Statement> insert = database.prepare("INSERT INTO history VALUES(?,?,?,?,?,?,?,?)");
    if (!insert)
        return std::unexpected(insert.error());
    std::int64_t position = 0;
    for (const HistoryPoint& point : history) {
        insert->bind(1, id).bind(2, position++).bind(3, point.step).bind(4, point.epoch).bind(5, point.loss);
        insert->bind(6, point.accuracy).bind(7, point.validationLoss).bind(8, point.validationAccuracy);
        if (Result<void> stored = insert->run(); !stored)
            return stored;
    }
    return {};
}

/// Where the sums of the epoch under way stand among the figures.
constexpr std::int64_t kUnderWay = -1;

Result<void> storeFigures(Database& database, std::int64_t id, const Checkpoint& checkpoint) {
    Result<Statement> insert = database.prepare("INSERT INTO figure VALUES(?,?,?,?,?,?)");
    if (!insert)
        return std::unexpected(insert.error());
    const auto store = [&](std::int64_t position, std::size_t place, const std::string& name, double value,
                           std::int64_t samples) {
        insert->bind(1, id).bind(2, position).bind(3, static_cast<std::int64_t>(place));
        return insert->bind(4, std::string_view(name)).bind(5, value).bind(6, samples).run();
    };
    for (std::size_t place = 0; place < checkpoint.epochFigures.size(); ++place) {
        const auto& [name, sum, samples] = checkpoint.epochFigures[place];
        if (Result<void> stored = store(kUnderWay, place, name, sum, samples); !stored)
            return stored;
    }
    for (std::size_t position = 0; position < checkpoint.history.size(); ++position) {
        const Figures& others = checkpoint.history[position].others;
        for (std::size_t place = 0; place < others.size(); ++place)
            if (Result<void> stored = store(static_cast<std::int64_t>(position), place, others[place].name,
                                            others[place].value, 0);
                !stored)
                return stored;
    }
    return {};
}

Result<void> storeLearnedFrom(Database& database, std::int64_t id, const Checkpoint& checkpoint) {
    static_assert(kMostLearnedFrom <= kMaxLearnedFrom); // What is written can be read.
    if (checkpoint.learnedFrom.empty() && !checkpoint.learnedFromIsKnown)
        return {};
    Result<Statement> insert = database.prepare("INSERT INTO learned VALUES(?,?,?)");
    if (!insert)
        return std::unexpected(insert.error());
    insert->bind(1, id).bind(2, std::int64_t{checkpoint.learnedFromIsKnown});
    return insert->bind(3, std::as_bytes(std::span(checkpoint.learnedFrom))).run();
}

Result<void> storeRobust(Database& database, std::int64_t id, const RobustRecord& robust) {
    if (robust == RobustRecord())
        return {};
    Result<Statement> insert = database.prepare("INSERT INTO robust VALUES(?,?,?,?,?,?)");
    if (!insert)
        return std::unexpected(insert.error());
    insert->bind(1, id).bind(2, robust.accuracy).bind(3, robust.epoch);
    return insert->bind(4, std::string_view(robust.norm))
        .bind(5, robust.epsilon)
        .bind(6, robust.samples)
        .run();
}

/// Those that the new checkpoint does not follow from go first; of the rest the last few and the best stay.
Result<void> forgetOldCheckpoints(Database& database, std::int64_t newest, std::int64_t step,
                                  const Digest& layout) {
    Result<Statement> remove =
        database.prepare("DELETE FROM checkpoint WHERE id<>? AND (layout<>? OR step>=?)");
    if (!remove)
        return std::unexpected(remove.error());
    if (Result<void> removed =
            remove->bind(1, newest).bind(2, std::span<const std::byte>(layout)).bind(3, step).run();
        !removed)
        return removed;
    return database.execute(fmt::format(
        "DELETE FROM checkpoint WHERE id NOT IN (SELECT id FROM checkpoint ORDER BY id DESC LIMIT {})"
        " AND id NOT IN (SELECT id FROM checkpoint WHERE score IS NOT NULL ORDER BY score, id DESC LIMIT 1);"
        "DELETE FROM variable WHERE checkpoint NOT IN (SELECT id FROM checkpoint);"
        "DELETE FROM history WHERE checkpoint NOT IN (SELECT id FROM checkpoint);"
        "DELETE FROM figure WHERE checkpoint NOT IN (SELECT id FROM checkpoint);"
        "DELETE FROM learned WHERE checkpoint NOT IN (SELECT id FROM checkpoint);"
        "DELETE FROM robust WHERE checkpoint NOT IN (SELECT id FROM checkpoint)",
        kCheckpointsKept));
}

std::unexpected<Problem> damagedCheckpoint(const Database& database) {
    return fail(ProblemKind::Input, "The trained weights in this project are damaged.",
                database.path().string(), "Use its backup, whose name ends in ~, or train again.");
}

Result<void> readVariables(Database& database, std::int64_t id, Checkpoint& checkpoint) {
    Result<Statement> select = database.prepare("SELECT name, shape, data FROM variable WHERE checkpoint=?");
    if (!select)
        return std::unexpected(select.error());
    select->bind(1, id);
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
        const Result<nlohmann::json> sizes = readJson(select->text(1));
        if (!sizes || !sizes->is_array() ||
            !std::ranges::all_of(*sizes, [](const nlohmann::json& size) { return size.is_number_integer(); }))
            return damagedCheckpoint(database);
        const Result<Shape> shape = Shape::checked(sizes->get<std::vector<std::int64_t>>());
        const std::span<const std::byte> data = select->bytes(2);
        if (!shape || static_cast<std::uint64_t>(shape->elementCount()) * sizeof(float) != data.size())
            return damagedCheckpoint(database);
        HostArray array(*shape);
        if (!data.empty())
            std::memcpy(array.values.data(), data.data(), data.size());
        checkpoint.variables.emplace(std::string(select->text(0)), std::move(array));
    }
}

Result<void> readHistory(Database& database, std::int64_t id, Checkpoint& checkpoint) {
    Result<Statement> select =
        database.prepare("SELECT step, epoch, loss, accuracy, validation_loss, validation_accuracy "
                         "FROM history WHERE checkpoint=? ORDER BY position");
    if (!select)
        return std::unexpected(select.error());
    select->bind(1, id);
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
        checkpoint.history.push_back({select->integer(0), select->real(1), select->real(2), select->real(3),
                                      select->real(4), select->real(5)});
    }
}

/// Behind the history, whose points they belong to.
Result<void> readFigures(Database& database, std::int64_t id, Checkpoint& checkpoint) {
    const Result<std::int64_t> version = schemaVersion(database);
    if (!version)
        return std::unexpected(version.error());
    if (*version < kFiguresVersion)
        return {};
    Result<Statement> size =
        database.prepare("SELECT count(*), max(length(name)) FROM figure WHERE checkpoint=?");
    if (!size)
        return std::unexpected(size.error());
    const Result<bool> sized = size->bind(1, id).step();
    if (!sized)
        return std::unexpected(sized.error());
    const auto points = static_cast<std::int64_t>(checkpoint.history.size());
    if (size->integer(0) > kMaxFiguresOfPoint * (points + 1) || size->integer(1) > kMaxFigureName)
        return fail(ProblemKind::Memory, "The learning curve in this project has too many figures.",
                    database.path().string());
    Result<Statement> select = database.prepare(
        "SELECT position, name, value, samples FROM figure WHERE checkpoint=? ORDER BY position, place");
    if (!select)
        return std::unexpected(select.error());
    select->bind(1, id);
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
        const std::int64_t position = select->integer(0);
        const std::string name(select->text(1));
        if (position == kUnderWay)
            checkpoint.epochFigures.push_back({name, select->real(2), select->integer(3)});
        else if (position < 0 || position >= points)
            return damagedCheckpoint(database);
        else
            checkpoint.history[static_cast<std::size_t>(position)].others.push_back({name, select->real(2)});
    }
}

Result<void> readLearnedFrom(Database& database, std::int64_t id, Checkpoint& checkpoint) {
    const Result<std::int64_t> version = schemaVersion(database);
    if (!version)
        return std::unexpected(version.error());
    checkpoint.learnedFromIsKnown = false;
    if (*version < kLearnedFromVersion)
        return {};
    Result<Statement> size =
        database.prepare("SELECT length(samples), known FROM learned WHERE checkpoint=?");
    if (!size)
        return std::unexpected(size.error());
    const Result<bool> sized = size->bind(1, id).step();
    if (!sized)
        return std::unexpected(sized.error());
    if (!*sized)
        return {};
    checkpoint.learnedFromIsKnown = size->integer(1) != 0;
    const std::int64_t bytes = size->integer(0);
    if (bytes > kMaxLearnedFrom * static_cast<std::int64_t>(sizeof(Fingerprint)))
        return fail(ProblemKind::Memory, "The samples learned from in this project are too many.",
                    database.path().string());
    Result<Statement> select = database.prepare("SELECT samples FROM learned WHERE checkpoint=?");
    if (!select)
        return std::unexpected(select.error());
    const Result<bool> row = select->bind(1, id).step();
    if (!row)
        return std::unexpected(row.error());
    const std::span<const std::byte> data = select->bytes(0);
    if (data.size() % sizeof(Fingerprint) != 0)
        return damagedCheckpoint(database);
    checkpoint.learnedFrom.resize(data.size() / sizeof(Fingerprint));
    if (!data.empty())
        std::memcpy(checkpoint.learnedFrom.data(), data.data(), data.size());
    if (!std::ranges::is_sorted(checkpoint.learnedFrom))
        return damagedCheckpoint(database);
    return {};
}

bool isPossible(const RobustRecord& robust) {
    return (robust == RobustRecord() || (robust.accuracy >= 0 && robust.accuracy <= 1)) &&
           std::isfinite(robust.epoch) && robust.epoch >= 0 && std::isfinite(robust.epsilon) &&
           robust.epsilon >= 0 && robust.samples >= 0;
}

Result<void> readRobust(Database& database, std::int64_t id, Checkpoint& checkpoint) {
    const Result<std::int64_t> version = schemaVersion(database);
    if (!version)
        return std::unexpected(version.error());
    if (*version < kRobustVersion)
        return {};
    Result<Statement> select =
        database.prepare("SELECT accuracy, epoch, substr(norm, 1, ?2), epsilon, samples FROM robust WHERE "
                         "checkpoint=?1");
    if (!select)
        return std::unexpected(select.error());
    const Result<bool> row = select->bind(1, id).bind(2, kMaxFigureName).step();
    if (!row)
        return std::unexpected(row.error());
    if (*row)
        checkpoint.robust = {.accuracy = select->real(0),
                             .epoch = select->real(1),
                             .norm = std::string(select->text(2)),
                             .epsilon = select->real(3),
                             .samples = select->integer(4)};
    return isPossible(checkpoint.robust) ? Result<void>() : damagedCheckpoint(database);
}

/// Whether a checkpoint is within the limits, asked before any of it is read.
Result<void> checkSizes(Database& database, std::int64_t id) {
    Result<Statement> select = database.prepare(
        "SELECT count(*), total(length(data)), (SELECT count(*) FROM history WHERE checkpoint=?1) "
        "FROM variable WHERE checkpoint=?1");
    if (!select)
        return std::unexpected(select.error());
    const Result<bool> row = select->bind(1, id).step();
    if (!row)
        return std::unexpected(row.error());
    if (select->integer(0) > kMaxCheckpointTensors ||
        select->real(1) > static_cast<double>(kMaxCheckpointNumbers) * sizeof(float))
        return fail(ProblemKind::Memory, "The trained weights in this project are too many.",
                    database.path().string());
    if (select->integer(2) > kMaxHistoryPoints)
        return fail(ProblemKind::Memory, "The learning curve in this project is too long.",
                    database.path().string());
    return {};
}

/// The checkpoint of the statement's present row.
Result<Checkpoint> readCheckpoint(Database& database, const Statement& row) {
    if (Result<void> checked = checkSizes(database, row.integer(0)); !checked)
        return std::unexpected(checked.error());
    Checkpoint checkpoint;
    checkpoint.step = row.integer(1);
    checkpoint.learningRate = row.real(2);
    checkpoint.epochLoss = row.real(3);
    checkpoint.epochCorrect = row.integer(4);
    checkpoint.stepsPerEpoch = row.integer(5);
    if (Result<void> read = readVariables(database, row.integer(0), checkpoint); !read)
        return std::unexpected(read.error());
    if (Result<void> read = readHistory(database, row.integer(0), checkpoint); !read)
        return std::unexpected(read.error());
    if (Result<void> read = readFigures(database, row.integer(0), checkpoint); !read)
        return std::unexpected(read.error());
    if (Result<void> read = readLearnedFrom(database, row.integer(0), checkpoint); !read)
        return std::unexpected(read.error());
    if (Result<void> read = readRobust(database, row.integer(0), checkpoint); !read)
        return std::unexpected(read.error());
    if (!std::ranges::equal(digestOf(checkpoint), row.bytes(6)) || !isFinite(checkpoint))
        return damagedCheckpoint(database);
    return checkpoint;
}

/// The newest checkpoint that is whole, if there is any at all.
Result<void> readNewestCheckpoint(Database& database, DamagedCheckpoint onDamage, ProjectContent& content) {
    Result<Statement> select = database.prepare("SELECT id, step, learning_rate, epoch_loss, epoch_correct, "
                                                "steps_per_epoch, sha256 FROM checkpoint ORDER BY id DESC");
    if (!select)
        return std::unexpected(select.error());
    std::optional<Problem> firstProblem;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            break;
        Result<Checkpoint> checkpoint = readCheckpoint(database, *select);
        if (checkpoint) {
            if (firstProblem)
                content.notices.push_back(sentence("The newest trained weights in this project are "
                                                   "damaged; those of step {} were taken instead.",
                                                   checkpoint->step));
            content.checkpoint = std::make_shared<const Checkpoint>(std::move(*checkpoint));
            return {};
        }
        if (!firstProblem)
            firstProblem = checkpoint.error();
    }
    if (!firstProblem)
        return {};
    if (onDamage == DamagedCheckpoint::Refuse)
        return std::unexpected(*firstProblem);
    content.notices.emplace_back(
        "The trained weights in this project are damaged and were left out; the network is whole.");
    return {};
}

/// Without those that can't be read, which a notice says.
void readRuns(Database& database, ProjectContent& content) {
    const Result<nlohmann::json> json = readPart(database, "runs");
    if (json && json->is_null())
        return; // of a version that kept none, or none yet
    Result<ReadRuns> read = json ? runsFromJson(*json) : std::unexpected(json.error());
    if (!read) {
        content.notices.emplace_back("The list of your runs is damaged and was left out.");
        return;
    }
    if (read->leftOut > 0)
        content.notices.push_back(
            sentence("{} of your runs could not be read and were left out.", read->leftOut));
    content.runs = std::move(read->runs);
}

} // namespace

Result<void> storeExperiment(Database& database, const Experiment& experiment,
                             const nlohmann::json& unknown) {
    nlohmann::json json = toJson(experiment);
    addUnknownFields(json, unknown);
    return storePart(database, "experiment", json);
}

Result<void> storeView(Database& database, const nlohmann::json& view) {
    return storePart(database, "view", view);
}

Result<void> storeRuns(Database& database, const RunList& runs) {
    return storePart(database, "runs", toJson(runs));
}

Result<void> storeCheckpoint(Database& database, const Checkpoint& checkpoint) {
    static_assert(kMostHistoryPoints <= kMaxHistoryPoints); // What is written can be read.
    if (checkpoint.history.size() > kMostHistoryPoints) {
        // Not a trainer's, which thins its own: from a file of before that was so.
        Checkpoint thinned = checkpoint;
        thinHistory(thinned.history);
        return storeCheckpoint(database, thinned);
    }
    if (!isFinite(checkpoint))
        return fail(ProblemKind::Diverged,
                    "The weights contain numbers that are not finite, so they are not kept.", {},
                    "Go back to the last finite state, and try a smaller learning rate.");
    Result<Statement> insert = database.prepare("INSERT INTO checkpoint VALUES((SELECT coalesce(max(id), 0) "
                                                "+ 1 FROM checkpoint),?,?,?,?,?,?,?,?) RETURNING id");
    if (!insert)
        return std::unexpected(insert.error());
    const Digest layout = layoutDigest(checkpoint);
    const Digest digest = digestOf(checkpoint);
    insert->bind(1, checkpoint.step).bind(2, checkpoint.learningRate);
    insert->bind(3, checkpoint.epochLoss).bind(4, checkpoint.epochCorrect).bind(5, checkpoint.stepsPerEpoch);
    if (checkpoint.history.empty()) {
        insert->bindNull(6);
    } else {
        const HistoryPoint& last = checkpoint.history.back();
        insert->bind(6, last.validationLoss >= 0 ? last.validationLoss : last.loss);
    }
    insert->bind(7, std::span<const std::byte>(layout)).bind(8, std::span<const std::byte>(digest));
    const Result<bool> row = insert->step();
    if (!row)
        return std::unexpected(row.error());
    const std::int64_t id = insert->integer(0);
    insert->reset();

    if (Result<void> stored = storeVariables(database, id, checkpoint); !stored)
        return stored;
    if (Result<void> stored = storeHistory(database, id, checkpoint.history); !stored)
        return stored;
    if (Result<void> stored = storeFigures(database, id, checkpoint); !stored)
        return stored;
    if (Result<void> stored = storeLearnedFrom(database, id, checkpoint); !stored)
        return stored;
    if (Result<void> stored = storeRobust(database, id, checkpoint.robust); !stored)
        return stored;
    return forgetOldCheckpoints(database, id, checkpoint.step, layout);
}

Result<void> removeCheckpoints(Database& database) {
    return database.execute(
        "DELETE FROM history; DELETE FROM figure; DELETE FROM variable; DELETE FROM learned; "
        "DELETE FROM robust; DELETE FROM checkpoint");
}

Result<ProjectContent> readContent(Database& database, DamagedCheckpoint damaged) {
    const Result<nlohmann::json> json = readPart(database, "experiment");
    if (!json)
        return std::unexpected(json.error());
    if (!json->is_object())
        return fail(ProblemKind::Input, "This project has no experiment in it.", database.path().string());
    ProjectContent content;
    Result<Experiment> experiment = experimentFromJson(*json);
    if (!experiment)
        return std::unexpected(inFile(database, experiment.error()));
    content.experiment = std::move(*experiment);
    content.unknown = unknownFields(*json);

    Result<nlohmann::json> view = readPart(database, "view");
    if (view && view->is_object())
        content.view = std::move(*view);
    else if (!view)
        content.notices.emplace_back("What the window remembered is damaged and was left out.");

    readRuns(database, content);

    if (Result<void> read = readNewestCheckpoint(database, damaged, content); !read)
        return std::unexpected(read.error());
    return content;
}

} // namespace protomind
