// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"

#include <QWidget>

namespace protomind {

/// How many samples each class has, as bars; says so where some have far fewer than others.
class ClassBalance : public QWidget {
    Q_OBJECT
public:
    explicit ClassBalance(QWidget* parent = nullptr);

    /// Null, or data without classes: nothing is shown.
    void setData(const LoadedDataPtr& loaded);
    /// A sentence where the classes are uneven; else empty.
    [[nodiscard]] const QString& warning() const { return m_warning; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int rows() const;

    LoadedDataPtr m_data;
    QString m_warning;
};

/// What is to be said of uneven classes; empty where the largest has less than three times the smallest.
[[nodiscard]] QString unevenClasses(const std::vector<std::string>& names,
                                    const std::vector<std::int64_t>& counts);

} // namespace protomind
