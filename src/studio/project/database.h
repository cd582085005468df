// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace protomind {

/// A prepared SQL statement. Text and bytes that are bound are not copied: they must live until run() or
/// reset().
class Statement {
public:
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, std::span<const std::byte> bytes);
    Statement& bindNull(int parameter);

    /// To the next row; false where there is none.
    [[nodiscard]] Result<bool> step();
    /// To the end, and ready for other values.
    [[nodiscard]] Result<void> run();
    void reset();

    // Of the present row; text and bytes live until the next step.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double
    real(int column) const; ///< NaN where the value is null: that is how SQLite keeps NaN
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::span<const std::byte> bytes(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Statement(sqlite3_stmt* statement, std::string where)
        : m_statement(statement)
        , m_where(std::move(where)) {}
    Statement& note(int code);

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    std::string m_where;
    int m_bindError = 0;
};

/// An open SQLite database, set up to distrust what is in the file: no functions, views or shadow tables of
/// its schema are trusted. Errors are Problems of kind Input (the file, the disk) or Memory.
class Database {
public:
    enum class Mode {
        ReadUnchanging, ///< no locks and no journals: for a file that is only ever replaced as a whole
        ReadWrite,
        Create, ///< the file is absent or empty
    };
    [[nodiscard]] static Result<Database> open(const std::filesystem::path& path, Mode mode);

    [[nodiscard]] Result<void> execute(const std::string& statements);
    [[nodiscard]] Result<Statement> prepare(std::string_view statement);
    /// The first column of the only row.
    [[nodiscard]] Result<std::int64_t> integer(std::string_view query);

    /// Texts and blobs beyond this fail with Memory before any of their bytes are read.
    void limitValues(std::size_t bytes);

    /// Whether the last call failed because what is in the file is no sound database; other failures (a full
    /// disk, another program) say nothing about the file.
    [[nodiscard]] bool failedForDamage() const;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    Database(sqlite3* database, std::filesystem::path path)
        : m_database(database)
        , m_path(std::move(path)) {}

    std::unique_ptr<sqlite3, Close> m_database;
    std::filesystem::path m_path;
};

/// Begins a transaction; what was not committed when it goes out of scope is undone.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database& database)
        : m_database(&database) {}

    Database* m_database;
};

} // namespace protomind
