// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/database.h"

#include "studio/project/file_system.h"
#include "studio/project/limits.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <limits>
#include <tuple>

namespace protomind {

namespace {

/// The system's own error number, where the disk was the reason; 0 elsewhere.
int diskError(int code, sqlite3* database) {
    const int primary = code & 0xff;
    if (database == nullptr || (primary != SQLITE_IOERR && primary != SQLITE_CANTOPEN))
        return 0;
    switch (const int error = sqlite3_system_errno(database); error) {
    case ENOSPC:
    case EDQUOT:
    case EACCES:
    case EPERM:
    case EROFS:
        return error;
    default:
        return 0;
    }
}

Problem problemOf(int code, const std::string& where, sqlite3* database) {
    if (const int error = diskError(code, database); error != 0)
        return diskProblem(error, where);
    switch (code & 0xff) {
    case SQLITE_TOOBIG:
        return {
            ProblemKind::Memory, "A part of this file is larger than any that Protomind writes.", where, {}};
    case SQLITE_NOMEM:
        return {ProblemKind::Memory, "There is not enough memory for this file.", where, {}};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return {ProblemKind::Input, "The file is damaged.", where,
                "Use its backup, whose name ends in ~, if there is one."};
    case SQLITE_FULL:
        return {ProblemKind::Input, "There is no room left on the disk.", where,
                "Free some, or save in another place."};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return {ProblemKind::Input, "The file can't be opened or written.", where,
                "Check its folder and permissions."};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ProblemKind::Input, "The file is in use by another program.", where, {}};
    case SQLITE_IOERR:
        return {ProblemKind::Input, "The disk reports an error.", where, "Save in another place."};
    default:
        return {
            ProblemKind::Input, sentence("The file can't be used ({}).", sqlite3_errstr(code)), where, {}};
    }
}

/// file: URIs know three special characters.
std::string uriOf(const std::filesystem::path& path) {
    std::string uri = "file:";
    for (const char character : std::filesystem::absolute(path).string()) {
        if (character == '%' || character == '?' || character == '#')
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(character));
        else
            uri += character;
    }
    return uri + "?immutable=1";
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Statement& Statement::note(int code) {
    if (m_bindError == SQLITE_OK)
        m_bindError = code;
    return *this;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    return note(sqlite3_bind_int64(m_statement.get(), parameter, value));
}

Statement& Statement::bind(int parameter, double value) {
    return note(sqlite3_bind_double(m_statement.get(), parameter, value));
}

Statement& Statement::bind(int parameter, std::string_view text) {
    // A null pointer would bind NULL, not the empty text.
    return note(sqlite3_bind_text64(m_statement.get(), parameter, text.empty() ? "" : text.data(),
                                    text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

Statement& Statement::bind(int parameter, std::span<const std::byte> bytes) {
    const void* data = bytes.empty() ? static_cast<const void*>("") : bytes.data();
    return note(sqlite3_bind_blob64(m_statement.get(), parameter, data, bytes.size(), SQLITE_STATIC));
}

Statement& Statement::bindNull(int parameter) {
    return note(sqlite3_bind_null(m_statement.get(), parameter));
}

Result<bool> Statement::step() {
    const int code = m_bindError != SQLITE_OK ? m_bindError : sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return code == SQLITE_ROW;
    return std::unexpected(problemOf(code, m_where, sqlite3_db_handle(m_statement.get())));
}

Result<void> Statement::run() {
    for (;;) {
        const Result<bool> more = step();
        if (more && *more)
            continue;
        reset();
        if (!more)
            return std::unexpected(more.error());
        return {};
    }
}

void Statement::reset() {
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
    m_bindError = SQLITE_OK;
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const {
    return isNull(column) ? std::numeric_limits<double>::quiet_NaN()
                          : sqlite3_column_double(m_statement.get(), column);
}

std::string_view Statement::text(int column) const {
    const unsigned char* text = sqlite3_column_text(m_statement.get(), column);
    if (text == nullptr)
        return {};
    return {reinterpret_cast<const char*>(text),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::span<const std::byte> Statement::bytes(int column) const {
    const void* bytes = sqlite3_column_blob(m_statement.get(), column);
    if (bytes == nullptr)
        return {};
    return {static_cast<const std::byte*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

Result<Database> Database::open(const std::filesystem::path& path, Mode mode) {
    const bool unchanging = mode == Mode::ReadUnchanging;
    int flags = unchanging ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE;
    if (mode == Mode::Create)
        flags |= SQLITE_OPEN_CREATE;
    flags |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

    sqlite3* handle = nullptr;
    // A relative name that looks like a URI or starts with a colon would mean something else to SQLite.
    const std::string name = unchanging ? uriOf(path) : std::filesystem::absolute(path).string();
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    Database database(handle, path);
    if (code != SQLITE_OK)
        return std::unexpected(problemOf(code, path.string(), handle));
    database.limitValues(kMaxValueBytes);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    return database;
}

void Database::limitValues(std::size_t bytes) {
    sqlite3_limit(m_database.get(), SQLITE_LIMIT_LENGTH, static_cast<int>(bytes));
}

bool Database::failedForDamage() const {
    const int primary = sqlite3_errcode(m_database.get()) & 0xff;
    return primary == SQLITE_NOTADB || primary == SQLITE_CORRUPT;
}

Result<void> Database::execute(const std::string& statements) {
    const int code = sqlite3_exec(m_database.get(), statements.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(problemOf(code, m_path.string(), m_database.get()));
    return {};
}

Result<Statement> Database::prepare(std::string_view statement) {
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v2(m_database.get(), statement.data(),
                                        static_cast<int>(statement.size()), &prepared, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(problemOf(code, m_path.string(), m_database.get()));
    return Statement(prepared, m_path.string());
}

Result<std::int64_t> Database::integer(std::string_view query) {
    Result<Statement> statement = prepare(query);
    if (!statement)
        return std::unexpected(statement.error());
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    require(*row, "Database::integer: the query gives no row");
    return statement->integer(0);
}

Result<Transaction> Transaction::begin(Database& database) {
    if (Result<void> begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return std::unexpected(begun.error());
    return Transaction(database);
}

Transaction::~Transaction() {
    // A failure here means that SQLite has rolled back by itself already.
    if (m_database != nullptr)
        std::ignore = m_database->execute("ROLLBACK");
}

Result<void> Transaction::commit() {
    Result<void> committed = m_database->execute("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace protomind
