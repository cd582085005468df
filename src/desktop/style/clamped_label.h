// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QStringList>

namespace protomind {

/// Plain text in a few lines at most, so that what stands beside it keeps its room. Where all of it takes
/// more, the last line ends in dots, and the pointer shows the whole.
class ClampedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ClampedLabel(QWidget* parent = nullptr);
    void setMostLines(int lines);
    /// What there is room for, line by line.
    [[nodiscard]] QStringList shownLines() const;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QStringList linesAt(int width) const;

    int m_mostLines = 3;
};

} // namespace protomind
