// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/devices/device_program.h"
#include "desktop/app/devices/known_device.h"

#include <QObject>

#include <deque>
#include <memory>
#include <vector>

namespace protomind {

/// How long the program may take, in milliseconds.
struct DeviceLimits {
    int listing = 20'000;
    /// Of one device: the first time its driver builds the programs that run on it.
    int testing = 240'000;
    int tuning = 300'000;
};

/// The devices of this machine, as far as was asked. Whatever a driver has to do with is done in another
/// process, one device after the other; nothing here waits. What was found is kept.
class DeviceCatalogue : public QObject {
    Q_OBJECT
public:
    enum class Listing { NotAsked, Asking, Known, Failed };

    /// program: this program's own file, or what answers in its place.
    explicit DeviceCatalogue(QString program, QObject* parent = nullptr, DeviceLimits limits = {});
    ~DeviceCatalogue() override;

    [[nodiscard]] const std::vector<KnownDevice>& devices() const { return m_devices; }
    /// By a name as experiments have it; null where there is none, or none is known yet.
    [[nodiscard]] const KnownDevice* find(const QString& device) const;
    [[nodiscard]] Listing listing() const { return m_listing; }
    /// Why not all could be listed, in a sentence.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }
    [[nodiscard]] bool isBusy() const { return m_running != nullptr || !m_jobs.empty(); }

    [[nodiscard]] const QString& program() const { return m_program; }
    [[nodiscard]] const DeviceLimits& limits() const { return m_limits; }

    /// Asks which there are, where that was not asked before.
    void list();
    /// Tests a device where its test was not asked for before; all of them where `device` is "auto". What is
    /// not listed yet is listed first.
    void test(const QString& device);
    /// Anew.
    void testAgain(const QString& device);
    void testAllAgain();

signals:
    void changed();

private:
    struct Job {
        enum class Kind { List, Test } kind = Kind::List;
        QString device;
    };

    void begin();
    void follow(const QJsonObject& event);
    void finish(DeviceProgram::End end);
    void finishListing(DeviceProgram::End end);
    void finishTest(DeviceProgram::End end);
    void askWanted();
    void queueTest(KnownDevice& device);
    [[nodiscard]] KnownDevice* known(const QString& device);

    QString m_program;
    DeviceLimits m_limits;
    Listing m_listing = Listing::NotAsked;
    QString m_trouble;
    std::vector<KnownDevice> m_devices;
    QStringList m_listed; ///< by the listing under way
    QStringList m_wanted; ///< to be tested as soon as they are listed
    std::deque<Job> m_jobs;
    Job m_job;
    bool m_judged = false; ///< whether the test under way has said how it ended
    DeviceProgram* m_running = nullptr;
};

} // namespace protomind
