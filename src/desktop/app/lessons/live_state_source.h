// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/document/change_event.h"
#include "studio/course/live_state_builder.h"

#include <QObject>
#include <QTimer>

namespace protomind {

class Document;
class RunController;

/// What is there now, for the checks of lessons: hands over what the window's document and run tell. Tells of
/// changes some times a second at most.
class LiveStateSource : public QObject {
    Q_OBJECT
public:
    LiveStateSource(Document& document, RunController& run, QObject* parent = nullptr);

    void setData(const LoadedDataPtr& data);
    /// A page begins: what counts from its beginning counts anew.
    void beginPage();
    /// Training begins anew, with the first weights.
    void beginRun();
    /// The network was written for another program, and what was read back answered the same.
    void exported();
    /// What the learner looked at through a lens.
    void looked(const LensAnswered& answer);
    [[nodiscard]] LiveState state() const;
    /// Present weights, as far as they are shown, by the names of their variables.
    [[nodiscard]] const std::map<std::string, std::vector<float>>& weights() const {
        return m_live.weights();
    }
    /// The picture and the window of a page whose scene is a filter, and what is done with them. An empty
    /// name: there is no such scene.
    void beginFilter(const std::string& picture);
    void chooseFilterPicture(std::string name, GreyPicturePtr picture);
    void moveFilter(FilterPlace place);
    void guessFilter(double value);
    [[nodiscard]] const FilterVisit& filter() const { return m_live.filter(); }
    /// With the weights as they were seen last; none where the network has no such layer.
    [[nodiscard]] std::optional<PictureFilter> presentFilter() const;
    /// Those of a run that is over.
    void forgetWeights() { m_live.forgetWeights(); }
    /// Whether what was asked for is there; before, it is that of what was open before.
    [[nodiscard]] bool hasData() const;
    [[nodiscard]] bool hasWeights(const std::map<std::string, std::vector<float>>& weights) const;
    /// While a demonstration moves weights, no hand does.
    void setHandsOff(bool off) { m_handsOff = off; }
    [[nodiscard]] bool isHandsOff() const { return m_handsOff; }

signals:
    /// weights() are others, or gone; at screen rate.
    void weightsChanged();
    void filterChanged();
    /// What counts from the beginning of a page counts anew.
    void pageBegan();
    void changed();

private:
    void follow(const ChangeEvent& event);
    void takeWeights();
    void followPreparing(const Prepared& event);
    void followCheckpoint();
    void tell();
    void tellOfFilter();

    Document& m_document;
    RunController& m_run;
    LiveStateBuilder m_live;
    bool m_handsOff = false;
    QTimer m_telling;
};

} // namespace protomind
