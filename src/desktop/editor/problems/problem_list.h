// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/analysis.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace protomind {

class Document;

/// Problems as sentences, each with its ways out as buttons. Fixing is a step of the history.
class ProblemList : public QWidget {
    Q_OBJECT
public:
    explicit ProblemList(Document& document, QWidget* parent = nullptr);

    /// `links`: each problem leads to its layer.
    void setProblems(const std::vector<NetworkProblem>& problems, bool links);

signals:
    void layerWanted(protomind::LayerId layer);
    void wireWanted(protomind::WireId wire);

private:
    [[nodiscard]] QWidget* makeRow(const NetworkProblem& problem, bool links);
    [[nodiscard]] QWidget* makeLink(const NetworkProblem& problem, QWidget* parent);
    [[nodiscard]] QWidget* makeFixButton(const Fix& fix, QWidget* parent);

    Document& m_document;
    QVBoxLayout* m_rows = nullptr;
    QStringList m_shown; ///< what is there already is left alone, so that focus stays
};

} // namespace protomind
