// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/app/work/work_thread.h"

#include <QListWidget>

#include <map>

namespace protomind {

/// The data there is to learn from, as pictures to choose from: the built-in sets, points of one's own, and
/// files. The pictures are made on a thread of their own.
class DataGallery : public QListWidget {
    Q_OBJECT
public:
    explicit DataGallery(QWidget* parent = nullptr);
    ~DataGallery() override;

    /// Shows which one is in use; by its name in DataChoice.
    void setChosen(const std::string& name);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// By a click, or with Enter.
    void chosen(const std::string& name);

protected:
    void changeEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void load(const std::string& name, const std::string& text);
    void showPicture(const std::string& name);
    /// As many columns as there is room for, and as high as that makes it: it never scrolls.
    [[nodiscard]] int widestWord() const;
    void arrange();
    void tell(const QListWidgetItem* item);
    [[nodiscard]] QListWidgetItem* find(const std::string& name) const;

    std::map<std::string, LoadedDataPtr> m_data;
    std::string m_chosen;
    WorkThread m_thread{this};
};

} // namespace protomind
