// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/data_loader.h"
#include "desktop/app/data/loaded_data.h"
#include "desktop/document/change_event.h"

#include <QObject>

#include <cstdint>
#include <string>

namespace protomind {

class Document;

/// The data that the document names, opened in the background: anew whenever its text or the seed is another.
class DocumentData : public QObject {
    Q_OBJECT
public:
    DocumentData(Document& document, DataLoader::Load load, QObject* parent = nullptr);

    /// To be told of every change of the document, before those who ask for data().
    void follow(const ChangeEvent& event);
    /// What was opened last for this document; null where nothing was.
    [[nodiscard]] const LoadedDataPtr& data() const { return m_data; }

signals:
    void loaded(const protomind::LoadedDataPtr& data);
    void failed(const protomind::Problem& problem);

private:
    void load();

    Document& m_document;
    DataLoader* m_loader;
    LoadedDataPtr m_data;
    std::string m_text;
    std::uint64_t m_seed = 0;
};

} // namespace protomind
