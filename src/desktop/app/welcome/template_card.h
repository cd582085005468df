// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/welcome/start_card.h"
#include "desktop/app/work/work_thread.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace protomind {

struct LoadedData;
struct NetworkTemplate;

/// A template to press, with a picture of its data.
class TemplateCard : public StartCard {
    Q_OBJECT
public:
    explicit TemplateCard(const NetworkTemplate& source, QWidget* parent = nullptr);

    [[nodiscard]] const NetworkTemplate& source() const { return m_source; }
    void setData(std::shared_ptr<const LoadedData> data);

protected:
    void changeEvent(QEvent* event) override;

private:
    const NetworkTemplate& m_source; // Of the program's own table.
    std::shared_ptr<const LoadedData> m_data;
};

/// Reads the data of cards on a thread of its own, one after the other; the same data once.
class TemplatePictures : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~TemplatePictures() override;
    void load(TemplateCard* card);

private:
    /// By text and seed; of the thread alone.
    std::map<std::pair<std::string, std::uint64_t>, std::shared_ptr<const LoadedData>> m_loaded;
    WorkThread m_thread{this};
};

} // namespace protomind
