// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/charts/picture_file.h"

#include <QWidget>

class QToolButton;

namespace protomind {

/// How many samples each class has, as bars; says so where some have far fewer than others. A menu copies or
/// saves it.
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

    void setAskForFile(AskForFile ask) { m_askForFile = std::move(ask); }
    /// "class,samples" and a line a class: of all classes, also where the picture has no room for them.
    [[nodiscard]] QString csv() const;
    void copy();

signals:
    void saveFailed(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int rows() const;
    void makeMenu();
    void paint(QPainter& painter) const;
    void askAndSave(const QString& suffix, const QString& filter,
                    const std::function<bool(const QString&)>& write);

    LoadedDataPtr m_data;
    AskForFile m_askForFile;
    QToolButton* m_menuButton = nullptr;
    QString m_warning;
};

/// What is to be said of uneven classes; empty where the largest has less than three times the smallest.
[[nodiscard]] QString unevenClasses(const std::vector<std::string>& names,
                                    const std::vector<std::int64_t>& counts);

} // namespace protomind
