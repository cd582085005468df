// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_type.h"

#include <QWidget>

#include <map>
#include <string>

class QFormLayout;
class QToolButton;

namespace protomind {

class FieldEditor;

/// Controls for the settings of a lens, made from their declaration: what to choose
/// from is seen at once, and numbers that are shown on a card; others when asked for. What was set for a lens
/// is kept while another one is looked through.
class LensSettings final : public QWidget {
    Q_OBJECT
public:
    explicit LensSettings(QWidget* parent = nullptr);

    void setLens(const LensType& lens);
    /// Those of the present lens that are not their defaults.
    [[nodiscard]] Settings settings() const;
    /// As if it was set by hand; passed over where the present lens has no such setting, or it can't have the
    /// value.
    void set(const std::string& name, const FieldValue& value);
    /// These of the present lens, and all others at their defaults. One that is set is in sight.
    void setAll(const Settings& settings);

    /// What was set for all lenses, by their names, and that it is so again.
    [[nodiscard]] const std::map<std::string, Settings>& ofAll() const { return m_set; }
    void bringBack(const std::map<std::string, Settings>& all);

signals:
    void changed();

private:
    void showMore(bool more);

    QFormLayout* m_choices = nullptr;
    QToolButton* m_moreButton = nullptr;
    QWidget* m_more = nullptr;
    QFormLayout* m_numbers = nullptr;
    const LensType* m_lens = nullptr;
    std::map<std::string, FieldEditor*> m_editors; ///< of the present lens
    std::map<std::string, Settings> m_set;         ///< by the name of the lens
};

} // namespace protomind
