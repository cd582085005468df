// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace protomind {

class DeviceCatalogue;
class Document;
class RunController;

/// Holds the project's device against what this machine has: asks for it where a driver has to do with it,
/// and tells the document how much memory there is on it, and why nothing can be trained on it.
class DocumentDevice : public QObject {
    Q_OBJECT
public:
    DocumentDevice(Document& document, RunController& run, DeviceCatalogue& catalogue,
                   QObject* parent = nullptr);

    /// Whether it is known that this machine lacks the device of this name.
    [[nodiscard]] static bool isMissing(const DeviceCatalogue& catalogue, const QString& device);

private:
    void follow();
    void ask();
    void tell();
    [[nodiscard]] QString obstacle() const;

    Document& m_document;
    RunController& m_run;
    DeviceCatalogue& m_catalogue;
    QString m_told;
    qint64 m_memory = 0;
};

} // namespace protomind
