// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/filter_picture.h"
#include "studio/course/lesson_json.h"
#include "studio/course/lesson_limits.h"
#include "studio/course/lesson_look.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace protomind {

namespace {

/// One action of a list. The key that says what to do comes first in each reader.
class ActionReader {
public:
    ActionReader(const JsonPlace& place, LessonGround& ground, LessonData& data, const ProblemSheet& sheet)
        : m_object(place, "An action", sheet)
        , m_ground(ground)
        , m_data(data)
        , m_sheet(sheet) {}

    std::optional<LessonAction> read() {
        if (!m_object.isObject())
            return std::nullopt;
        const auto verb = findVerb();
        if (!verb)
            return std::nullopt;
        auto action = (this->*(verb->read))();
        m_object.finish();
        if (!action)
            return std::nullopt;
        if (auto done = m_ground.act(*action, m_data); !done) {
            m_sheet.error(m_object.line(), done.error().sentence, done.error().remedy);
            return std::nullopt;
        }
        return action;
    }

private:
    struct Verb {
        const char* name;
        std::optional<LessonAction> (ActionReader::*read)();
    };

    static std::span<const Verb> verbs() {
        // "layer" before "set", which is a part of it.
        static constexpr std::array kVerbs{
            Verb{"train", &ActionReader::train},       Verb{"reset", &ActionReader::reset},
            Verb{"evaluate", &ActionReader::evaluate}, Verb{"weight", &ActionReader::weight},
            Verb{"layer", &ActionReader::layer},       Verb{"set", &ActionReader::set},
            Verb{"add", &ActionReader::add},           Verb{"remove", &ActionReader::remove},
            Verb{"data", &ActionReader::data},         Verb{"speed", &ActionReader::speed},
            Verb{"device", &ActionReader::device},     Verb{"threads", &ActionReader::threads},
            Verb{"export", &ActionReader::exports},    Verb{"picture", &ActionReader::picture},
            Verb{"place", &ActionReader::place},       Verb{"guess", &ActionReader::guess},
            Verb{"look", &ActionReader::look}};
        return kVerbs;
    }

    const Verb* findVerb() {
        // A lens may look at a layer.
        if (m_object.has("look"))
            return &verbs().back();
        std::vector<const Verb*> found;
        for (const Verb& verb : verbs())
            if (m_object.has(verb.name))
                found.push_back(&verb);
        if (found.size() == 1 || (found.size() == 2 && m_object.has("layer") && m_object.has("set")))
            return found.front();
        std::vector<std::string> names;
        for (const Verb& verb : verbs())
            names.emplace_back(verb.name);
        if (found.size() > 1) {
            m_sheet.error(
                m_object.line(),
                sentence("This action says both \"{:s}\" and \"{:s}\".", found[0]->name, found[1]->name),
                "Make two actions of it.");
            return nullptr;
        }
        const auto members = m_object.place().members();
        m_sheet.error(m_object.line(), "This action does not say what to do.",
                      nameRemedy(members.size() == 1 ? members.front().first : "", names));
        return nullptr;
    }

    std::optional<LessonAction> train() {
        const auto place = m_object.need("train");
        ObjectReader amount(*place, "\"train\"", m_sheet);
        if (!amount.isObject())
            return std::nullopt;
        TrainAction action;
        action.steps = amount.wholeNumber("steps", 1, kMaxActionSteps, false).value_or(0);
        action.epochs = amount.wholeNumber("epochs", 1, kMaxActionEpochs, false).value_or(0);
        amount.finish();
        if (amount.has("steps") == amount.has("epochs")) {
            m_sheet.error(amount.line(), "How long to train is said in steps or in epochs.",
                          "Write {\"train\": {\"steps\": 20}} or {\"train\": {\"epochs\": 5}}.");
            return std::nullopt;
        }
        return action;
    }

    template<class Action>
    std::optional<LessonAction> onlyTrue(const char* key) {
        const auto place = m_object.need(key);
        if (place->value() != true) {
            m_sheet.error(place->line(), sentence("\"{:s}\" is always true.", key),
                          "Leave the action out where it should not be done.");
            return std::nullopt;
        }
        return Action{};
    }
    std::optional<LessonAction> reset() { return onlyTrue<ResetAction>("reset"); }
    std::optional<LessonAction> evaluate() { return onlyTrue<EvaluateAction>("evaluate"); }

    std::optional<FieldValue> value() {
        const auto place = m_object.need("to");
        if (!place)
            return std::nullopt;
        auto value = fieldValueOf(place->value());
        if (!value)
            m_sheet.error(place->line(), sentence("No setting can be {}.", kindText(place->value())));
        return value;
    }

    std::optional<LessonAction> set() {
        auto field = m_object.text("set");
        auto to = value();
        if (!field || !to)
            return std::nullopt;
        return SetTrainingAction{std::move(*field), std::move(*to)};
    }

    std::optional<LessonAction> layer() {
        auto layer = m_object.text("layer");
        auto field = m_object.text("set");
        auto to = value();
        if (!layer || !field || !to)
            return std::nullopt;
        return SetLayerAction{std::move(*layer), std::move(*field), std::move(*to)};
    }

    std::optional<LessonAction> weight() {
        auto name = m_object.text("weight");
        const auto index = m_object.wholeNumber("index", 0, std::int64_t{1} << 53);
        const auto to = m_object.number("to", -kMaxWeight, kMaxWeight);
        if (!name || !index || !to)
            return std::nullopt;
        return SetWeightAction{std::move(*name), *index, *to};
    }

    std::optional<LessonAction> add() {
        AddLayerAction action;
        auto type = m_object.text("add");
        action.after = m_object.text("after", false).value_or("");
        action.name = m_object.text("name", false).value_or("");
        bool settingsRead = true;
        if (const auto place = m_object.take("settings")) {
            const ObjectReader settings(*place, "\"settings\"", m_sheet);
            for (const auto& [name, setting] : place->members()) {
                if (auto read = fieldValueOf(setting.value())) {
                    action.settings[name] = std::move(*read);
                } else {
                    m_sheet.error(setting.line(),
                                  sentence("No setting can be {}.", kindText(setting.value())));
                    settingsRead = false;
                }
            }
        }
        if (!type || !settingsRead)
            return std::nullopt;
        action.type = std::move(*type);
        return action;
    }

    std::optional<LessonAction> remove() {
        auto layer = m_object.text("remove");
        return layer ? std::optional<LessonAction>(RemoveLayerAction{std::move(*layer)}) : std::nullopt;
    }

    std::optional<LessonAction> data() {
        auto text = m_object.text("data");
        return text ? std::optional<LessonAction>(SetDataAction{std::move(*text)}) : std::nullopt;
    }

    std::optional<LessonAction> speed() {
        const auto speed = m_object.number("speed", 0, kMaxStepsPerSecond);
        return speed ? std::optional<LessonAction>(SetSpeedAction{*speed}) : std::nullopt;
    }

    std::optional<LessonAction> device() {
        auto device = m_object.text("device");
        return device ? std::optional<LessonAction>(SetDeviceAction{std::move(*device)}) : std::nullopt;
    }

    std::optional<LessonAction> threads() {
        const auto threads = m_object.wholeNumber("threads", 0, kMaxThreads);
        return threads ? std::optional<LessonAction>(SetThreadsAction{static_cast<int>(*threads)})
                       : std::nullopt;
    }

    std::optional<LessonAction> exports() {
        auto format = m_object.text("export");
        return format ? std::optional<LessonAction>(ExportAction{std::move(*format)}) : std::nullopt;
    }

    std::optional<LessonAction> picture() {
        auto picture = m_object.text("picture");
        return picture ? std::optional<LessonAction>(SetPictureAction{std::move(*picture)}) : std::nullopt;
    }

    std::optional<LessonAction> place() {
        const std::vector<JsonPlace> parts = m_object.list("place", 2);
        std::array<std::int64_t, 2> at{};
        for (std::size_t i = 0; i < at.size(); ++i) {
            const auto number = i < parts.size() ? asWhole(parts[i].value()) : std::nullopt;
            if (!number || *number < 0 || *number >= kMaxFilterPictureSide) {
                m_sheet.error(m_object.line(), "A place is a row and a column, counted from 0.",
                              "Write {\"place\": [3, 5]}.");
                return std::nullopt;
            }
            at[i] = *number;
        }
        return MoveWindowAction{at[0], at[1]};
    }

    std::optional<LessonAction> guess() {
        const auto value = m_object.number("guess", -kMaxWeight, kMaxWeight);
        return value ? std::optional<LessonAction>(GuessOutputAction{*value}) : std::nullopt;
    }

    std::optional<LessonAction> look() {
        auto look = readLook(m_object, "look", m_sheet);
        return look ? std::optional<LessonAction>(std::move(*look)) : std::nullopt;
    }

    ObjectReader m_object;
    LessonGround& m_ground;
    LessonData& m_data;
    const ProblemSheet& m_sheet;
};

} // namespace

std::optional<FieldValue> fieldValueOf(const nlohmann::json& value) {
    if (const auto whole = asWhole(value))
        return *whole;
    if (const auto number = asNumber(value))
        return *number;
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_array())
        return std::nullopt;
    std::vector<std::int64_t> sizes;
    for (const nlohmann::json& entry : value) {
        const auto size = asWhole(entry);
        if (!size)
            return std::nullopt;
        sizes.push_back(*size);
    }
    return sizes;
}

std::vector<LessonAction> readActions(const JsonPlace& place, LessonGround& ground, LessonData& data,
                                      const ProblemSheet& sheet) {
    std::vector<LessonAction> actions;
    if (!place.value().is_array()) {
        sheet.error(place.line(),
                    sentence("Actions are a list in square brackets, not {}.", kindText(place.value())));
        return actions;
    }
    if (place.value().size() > kMaxActions) {
        sheet.error(place.line(), sentence("These are {} actions; at most {} are allowed.",
                                           place.value().size(), kMaxActions));
        return actions;
    }
    for (const JsonPlace& one : place.elements())
        if (auto action = ActionReader(one, ground, data, sheet).read())
            actions.push_back(std::move(*action));
    return actions;
}

} // namespace protomind
