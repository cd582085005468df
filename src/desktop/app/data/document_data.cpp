// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/document_data.h"

#include "desktop/app/data/data_options.h"
#include "desktop/document/document.h"

namespace protomind {

DocumentData::DocumentData(Document& document, DataLoader::Load load, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_loader(new DataLoader(this, std::move(load))) {
    connect(m_loader, &DataLoader::loaded, this, [this](const LoadedDataPtr& data) {
        m_data = data;
        emit loaded(data);
    });
    connect(m_loader, &DataLoader::failed, this, [this](const Problem& problem) {
        m_document.setDataShapes(std::nullopt);
        emit failed(problem);
    });
}

void DocumentData::follow(const ChangeEvent& event) {
    const bool replaced = std::holds_alternative<DocumentReplaced>(event);
    if (replaced) {
        m_data.reset();
        m_text.clear();
        m_loader->cancel();
    }
    if (replaced || std::holds_alternative<DataChanged>(event) ||
        std::holds_alternative<TrainingChanged>(event))
        load();
}

void DocumentData::load() {
    const Experiment& experiment = m_document.experiment();
    if (experiment.data == m_text && experiment.training.seed == m_seed)
        return;
    m_text = experiment.data;
    m_seed = experiment.training.seed;
    if (!DataChoice::parse(m_text).isEmpty()) {
        m_loader->load(m_text, m_seed);
        return;
    }
    m_loader->cancel();
    m_document.setDataShapes(std::nullopt);
}

} // namespace protomind
