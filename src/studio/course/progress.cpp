// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/progress.h"

#include "studio/course/limits.h"
#include "studio/course/progress_file.h"
#include "studio/network/json_reader.h"
#include "studio/network/text_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace protomind {

namespace {

std::int64_t number(LearnerId learner) {
    return static_cast<std::int64_t>(learner.value);
}

template<class... Values>
Result<Statement> prepared(Database& database, std::string_view sql, const Values&... values) {
    Result<Statement> statement = database.prepare(sql);
    int parameter = 0;
    if (statement)
        (statement->bind(++parameter, values), ...);
    return statement;
}

template<class... Values>
Result<void> run(Database& database, std::string_view sql, const Values&... values) {
    Result<Statement> statement = prepared(database, sql, values...);
    if (!statement)
        return std::unexpected(statement.error());
    return statement->run();
}

/// Calls read for each row of a prepared query.
Result<void> eachRow(Result<Statement> query, const std::function<void(const Statement&)>& read) {
    if (!query)
        return std::unexpected(query.error());
    for (;;) {
        const Result<bool> row = query->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
        read(*query);
    }
}

/// Ids come from lessons that were checked: a longer one is not from there.
Result<void> checkIds(std::initializer_list<std::string_view> ids) {
    for (const std::string_view id : ids)
        if (id.empty() || id.size() > kMaxProgressIdBytes)
            return fail(ProblemKind::Request, "An id is empty or too long to be recorded.");
    return {};
}

Result<void> checkAnswer(std::string_view answer) {
    if (answer.size() > kMaxAnswerBytes)
        return fail(ProblemKind::Request, "The answer is too long to be recorded.");
    return {};
}

/// The number of characters; none where the text is no UTF-8 or has control characters in it.
std::optional<std::size_t> charactersOf(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const auto first = static_cast<unsigned char>(text[at]);
        const std::size_t length = first < 0x80   ? 1
                                   : first < 0xc2 ? 0
                                   : first < 0xe0 ? 2
                                   : first < 0xf0 ? 3
                                                  : 4;
        if (first < 0x20 || first == 0x7f || first > 0xf4 || length == 0 || at + length > text.size())
            return std::nullopt;
        for (std::size_t next = at + 1; next < at + length; ++next)
            if ((static_cast<unsigned char>(text[next]) & 0xc0) != 0x80)
                return std::nullopt;
        at += length;
    }
    return count;
}

} // namespace

WallClock systemClock() {
    return [] {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return std::chrono::duration_cast<std::chrono::seconds>(now).count();
    };
}

Result<ProgressStore> ProgressStore::open(const std::filesystem::path& file, WallClock clock) {
    Result<OpenedProgress> opened = openProgress(file);
    if (!opened)
        return std::unexpected(opened.error());
    ProgressStore store(std::move(opened->database), std::move(clock));
    store.m_notice = std::move(opened->notice);
    return store;
}

// Learners --------------------------------------------------------------------------------------------------

Result<std::vector<Learner>> ProgressStore::learners() {
    std::vector<Learner> all;
    const Result<void> read = eachRow(
        prepared(m_database, "SELECT id, name, created FROM learner ORDER BY id LIMIT ?",
                 static_cast<std::int64_t>(kMaxLearners)),
        [&](const Statement& row) {
            all.push_back(
                {{static_cast<std::uint64_t>(row.integer(0))}, std::string(row.text(1)), row.integer(2)});
        });
    if (!read)
        return std::unexpected(read.error());
    return all;
}

Result<std::string> ProgressStore::checkedName(std::string_view name, LearnerId except) {
    const std::string_view plain = trimmed(name);
    if (plain.empty())
        return fail(ProblemKind::Request, "A name is needed.");
    const std::optional<std::size_t> characters = charactersOf(plain);
    if (!characters)
        return fail(ProblemKind::Request, "The name has signs in it that can't be shown.", {},
                    "Write it in letters.");
    if (*characters > kMaxLearnerNameCharacters)
        return fail(ProblemKind::Request,
                    sentence("The name is longer than {} characters.", kMaxLearnerNameCharacters));
    const Result<std::vector<Learner>> all = learners();
    if (!all)
        return std::unexpected(all.error());
    for (const Learner& other : *all)
        if (other.id != except && sameWord(other.name, plain))
            return fail(ProblemKind::Request,
                        sentence("There is a learner named \"{:s}\" already.", other.name), {},
                        "Choose another name.");
    if (!except && all->size() >= kMaxLearners)
        return fail(ProblemKind::Request, sentence("There are {} learners already.", kMaxLearners), {},
                    "Remove one that is not needed any more.");
    return std::string(plain);
}

Result<LearnerId> ProgressStore::create(std::string_view name) {
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const Result<std::string> plain = checkedName(name, {});
    if (!plain)
        return std::unexpected(plain.error());
    const Result<std::int64_t> id =
        m_database.integer("SELECT coalesce(max(value), 1) FROM meta WHERE key = 'next_learner'");
    if (!id)
        return std::unexpected(id.error());
    Result<void> done = run(m_database, "INSERT INTO learner VALUES(?, ?, ?)", *id, *plain, m_clock());
    if (done)
        done = run(m_database, "INSERT OR REPLACE INTO meta VALUES('next_learner', ?)", *id + 1);
    if (done)
        done = transaction->commit();
    if (!done)
        return std::unexpected(done.error());
    return LearnerId{static_cast<std::uint64_t>(*id)};
}

Result<void> ProgressStore::rename(LearnerId learner, std::string_view name) {
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    Result<void> done = checkLearner(learner);
    if (!done)
        return done;
    const Result<std::string> plain = checkedName(name, learner);
    if (!plain)
        return std::unexpected(plain.error());
    done = run(m_database, "UPDATE learner SET name = ? WHERE id = ?", *plain, number(learner));
    return done ? transaction->commit() : done;
}

Result<void> ProgressStore::remove(LearnerId learner) {
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    Result<void> done = checkLearner(learner);
    for (const char* statement :
         {"DELETE FROM learner WHERE id = ?", "DELETE FROM lesson WHERE learner = ?",
          "DELETE FROM step WHERE learner = ?", "DELETE FROM attempt WHERE learner = ?",
          "DELETE FROM guess WHERE learner = ?"})
        if (done)
            done = run(m_database, statement, number(learner));
    if (done)
        done = run(m_database, "DELETE FROM meta WHERE key GLOB 'visits/' || ? || '/*'", number(learner));
    return done ? transaction->commit() : done;
}

Result<void> ProgressStore::checkLearner(LearnerId learner) {
    Result<Statement> query = prepared(m_database, "SELECT 1 FROM learner WHERE id = ?", number(learner));
    if (!query)
        return std::unexpected(query.error());
    const Result<bool> row = query->step();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return fail(ProblemKind::Request, "There is no such learner any more.", {},
                    "Choose one from the list.");
    return {};
}

// Reading ---------------------------------------------------------------------------------------------------

Result<LessonRecord> ProgressStore::record(LearnerId learner, const std::string& lesson) {
    LessonRecord record{.lesson = lesson};
    Result<void> read = eachRow(
        prepared(
            m_database,
            "SELECT last_step, seconds, begun, seen, finished FROM lesson WHERE learner = ? AND lesson = ?",
            number(learner), lesson),
        [&](const Statement& row) {
            record.lastStep = row.text(0);
            record.seconds = row.real(1);
            record.begun = row.integer(2);
            record.seen = row.integer(3);
            if (!row.isNull(4))
                record.finished = row.integer(4);
        });
    if (read)
        read = readSteps(learner, record);
    if (read)
        read = readAnswers(learner, record);
    if (!read)
        return std::unexpected(read.error());
    return record;
}

Result<void> ProgressStore::readSteps(LearnerId learner, LessonRecord& record) {
    const auto readInto = [&](std::string_view query, std::vector<std::string>& steps) {
        return eachRow(prepared(m_database, query, number(learner), record.lesson, kMaxProgressRows),
                       [&](const Statement& row) { steps.emplace_back(row.text(0)); });
    };
    Result<void> read =
        readInto("SELECT step FROM step WHERE learner = ? AND lesson = ? AND completed IS NOT NULL "
                 "ORDER BY completed, step LIMIT ?",
                 record.completedSteps);
    if (read)
        read = readInto("SELECT step FROM step WHERE learner = ? AND lesson = ? AND fulfilled IS NOT NULL "
                        "ORDER BY fulfilled, step LIMIT ?",
                        record.fulfilledTasks);
    return read;
}

Result<void> ProgressStore::readAnswers(LearnerId learner, LessonRecord& record) {
    Result<void> read = eachRow(
        prepared(m_database,
                 "SELECT step, question, answer, correct, time FROM attempt WHERE learner = ? AND lesson = ? "
                 "ORDER BY id LIMIT ?",
                 number(learner), record.lesson, kMaxProgressRows),
        [&](const Statement& row) {
            record.tries.push_back({std::string(row.text(0)), std::string(row.text(1)),
                                    std::string(row.text(2)), row.integer(3) != 0, row.integer(4)});
        });
    if (!read)
        return read;
    return eachRow(prepared(m_database,
                            "SELECT step, prediction, json, time FROM guess WHERE learner = ? AND lesson = ? "
                            "ORDER BY step, prediction LIMIT ?",
                            number(learner), record.lesson, kMaxProgressRows),
                   [&](const Statement& row) {
                       record.guesses.push_back({std::string(row.text(0)), std::string(row.text(1)),
                                                 std::string(row.text(2)), row.integer(3)});
                   });
}

Result<std::vector<LessonRecord>> ProgressStore::records(LearnerId learner) {
    std::vector<std::string> lessons;
    const Result<void> read =
        eachRow(prepared(m_database, "SELECT lesson FROM lesson WHERE learner = ? ORDER BY lesson LIMIT ?",
                         number(learner), kMaxProgressRows),
                [&](const Statement& row) { lessons.emplace_back(row.text(0)); });
    if (!read)
        return std::unexpected(read.error());
    std::vector<LessonRecord> all;
    for (const std::string& lesson : lessons) {
        Result<LessonRecord> one = record(learner, lesson);
        if (!one)
            return std::unexpected(one.error());
        all.push_back(std::move(*one));
    }
    return all;
}

// Writing ---------------------------------------------------------------------------------------------------

Result<void> ProgressStore::change(LearnerId learner, const std::string& lesson,
                                   const std::function<Result<void>(std::int64_t now)>& write) {
    Result<void> done = checkIds({lesson});
    if (!done)
        return done;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const std::int64_t now = m_clock();
    done = checkLearner(learner);
    if (done)
        done = run(m_database,
                   "INSERT INTO lesson VALUES(?1, ?2, '', 0, ?3, ?3, NULL) "
                   "ON CONFLICT(learner, lesson) DO UPDATE SET seen = ?3",
                   number(learner), lesson, now);
    if (done)
        done = write(now);
    return done ? transaction->commit() : done;
}

Result<void> ProgressStore::setLastStep(LearnerId learner, const std::string& lesson,
                                        const std::string& step) {
    if (Result<void> checked = checkIds({step}); !checked)
        return checked;
    return change(learner, lesson, [&](std::int64_t) {
        return run(m_database, "UPDATE lesson SET last_step = ? WHERE learner = ? AND lesson = ?", step,
                   number(learner), lesson);
    });
}

Result<void> ProgressStore::markStep(LearnerId learner, const std::string& lesson, const std::string& step,
                                     std::string_view statement) {
    if (Result<void> checked = checkIds({step}); !checked)
        return checked;
    return change(learner, lesson, [&](std::int64_t now) {
        return run(m_database, statement, number(learner), lesson, step, now);
    });
}

Result<void> ProgressStore::completeStep(LearnerId learner, const std::string& lesson,
                                         const std::string& step) {
    return markStep(learner, lesson, step,
                    "INSERT INTO step VALUES(?1, ?2, ?3, ?4, NULL) ON CONFLICT(learner, lesson, step) "
                    "DO UPDATE SET completed = coalesce(completed, ?4)");
}

Result<void> ProgressStore::fulfilTask(LearnerId learner, const std::string& lesson,
                                       const std::string& step) {
    return markStep(learner, lesson, step,
                    "INSERT INTO step VALUES(?1, ?2, ?3, NULL, ?4) ON CONFLICT(learner, lesson, step) "
                    "DO UPDATE SET fulfilled = coalesce(fulfilled, ?4)");
}

Result<void> ProgressStore::addTry(LearnerId learner, const std::string& lesson, const QuizTry& attempt) {
    Result<void> checked = checkIds({attempt.step, attempt.question});
    if (checked)
        checked = checkAnswer(attempt.answer);
    if (!checked)
        return checked;
    return change(learner, lesson, [&](std::int64_t now) {
        const Result<void> added =
            run(m_database, "INSERT INTO attempt VALUES(NULL, ?, ?, ?, ?, ?, ?, ?)", number(learner), lesson,
                attempt.step, attempt.question, attempt.answer, std::int64_t{attempt.right}, now);
        if (!added)
            return added;
        return run(m_database,
                   "DELETE FROM attempt WHERE id IN (SELECT id FROM attempt WHERE learner = ? AND lesson = ? "
                   "AND step = ? AND question = ? ORDER BY id DESC LIMIT -1 OFFSET ?)",
                   number(learner), lesson, attempt.step, attempt.question, kMaxTries);
    });
}

Result<void> ProgressStore::keepGuess(LearnerId learner, const std::string& lesson, const KeptGuess& guess) {
    Result<void> checked = checkIds({guess.step, guess.prediction});
    if (checked)
        checked = checkAnswer(guess.json);
    if (!checked)
        return checked;
    if (const Result<nlohmann::json> json = readJson(guess.json); !json)
        return std::unexpected(json.error());
    return change(learner, lesson, [&](std::int64_t now) {
        return run(m_database, "INSERT OR REPLACE INTO guess VALUES(?, ?, ?, ?, ?, ?)", number(learner),
                   lesson, guess.step, guess.prediction, guess.json, now);
    });
}

Result<std::int64_t> ProgressStore::beginVisit(LearnerId learner, const std::string& lesson) {
    std::int64_t visit = 0;
    const Result<void> counted = change(learner, lesson, [&](std::int64_t) {
        const Result<void> written = run(m_database,
                                         "INSERT INTO meta VALUES('visits/' || ? || '/' || ?, 1) "
                                         "ON CONFLICT(key) DO UPDATE SET value = value + 1",
                                         number(learner), lesson);
        return written ? eachRow(prepared(m_database,
                                          "SELECT value FROM meta WHERE key = 'visits/' || ? || '/' || ?",
                                          number(learner), lesson),
                                 [&](const Statement& row) { visit = row.integer(0); })
                       : written;
    });
    if (!counted)
        return std::unexpected(counted.error());
    return visit;
}

Result<void> ProgressStore::addSeconds(LearnerId learner, const std::string& lesson, double seconds) {
    require(std::isfinite(seconds) && seconds >= 0, "ProgressStore: time does not go back");
    return change(learner, lesson, [&](std::int64_t) {
        return run(m_database, "UPDATE lesson SET seconds = seconds + ? WHERE learner = ? AND lesson = ?",
                   seconds, number(learner), lesson);
    });
}

Result<void> ProgressStore::finish(LearnerId learner, const std::string& lesson) {
    return change(learner, lesson, [&](std::int64_t now) {
        return run(m_database,
                   "UPDATE lesson SET finished = coalesce(finished, ?) WHERE learner = ? AND lesson = ?", now,
                   number(learner), lesson);
    });
}

Result<void> ProgressStore::startFresh(LearnerId learner, const std::string& lesson) {
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    Result<void> done = checkLearner(learner);
    for (const char* statement : {"DELETE FROM lesson WHERE learner = ? AND lesson = ?",
                                  "DELETE FROM step WHERE learner = ? AND lesson = ?",
                                  "DELETE FROM attempt WHERE learner = ? AND lesson = ?",
                                  "DELETE FROM guess WHERE learner = ? AND lesson = ?"})
        if (done)
            done = run(m_database, statement, number(learner), lesson);
    return done ? transaction->commit() : done;
}

} // namespace protomind
