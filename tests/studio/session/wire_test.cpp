// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/recorded_session.h"
#include "studio/session/wire.h"
#include "studio/session/wire_archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace protomind {
namespace {

using Bytes = std::vector<std::byte>;

/// Gives every member, however deep, a value that it does not have by itself, each time another one.
class Filler {
public:
    template<class Number>
    requires std::is_arithmetic_v<Number>
    void fill(Number& value) { value = static_cast<Number>(++m_next % 100 + 1); }
    void fill(bool& value) { value = !value; }
    template<class Enumeration>
    requires std::is_enum_v<Enumeration>
    void fill(Enumeration& value) {
        do
            value = static_cast<Enumeration>((std::to_underlying(value) + 1) % 100);
        while (!isValue(value));
    }
    void fill(std::string& text) { text = "ä " + std::to_string(++m_next) + std::string(1, '\0'); }
    void fill(Sentence& text) {
        text = sentence("The {} of {} is {:.2f}.", Sentence("size"), std::string("ä"), double(++m_next));
    }
    void fill(nlohmann::json& json) { json = {{"later", {1, 2.5, "ö", nullptr, {{"number", ++m_next}}}}}; }
    void fill(Shape& shape) { shape = Shape{2, static_cast<std::int64_t>(++m_next % 5), 3}; }
    void fill(HostArray& array) {
        array = HostArray(Shape{2, 3});
        for (float& value : array.values)
            fill(value);
        array.values[1] = std::numeric_limits<float>::quiet_NaN();
        array.values[2] = -0.0f;
    }
    void fill(Network& network) {
        network = planarNetwork(5);
        fill(network.unknown);
        for (const LayerId id : {LayerId{1}, LayerId{3}}) {
            Layer& layer = *network.layer(id);
            fill(layer);
            layer.id = id;
        }
        Wire wire;
        fill(wire);
        network.add(Wire{.id = WireId{9},
                         .from = LayerId{1},
                         .to = LayerId{3},
                         .port = wire.port,
                         .unknown = wire.unknown});
    }
    template<class Entry>
    void fill(std::vector<Entry>& list) {
        list.resize(2);
        for (Entry& entry : list)
            fill(entry);
    }
    template<class Key, class Value>
    void fill(std::map<Key, Value>& map) {
        for (int i = 0; i < 2; ++i) {
            Key key;
            fill(key);
            fill(map[key]);
        }
    }
    template<class Value>
    void fill(std::optional<Value>& value) {
        fill(value.emplace());
    }
    template<class Value>
    void fill(std::shared_ptr<const Value>& value) {
        auto filled = std::make_shared<Value>();
        fill(*filled);
        value = filled;
    }
    /// Each time another alternative.
    template<class... Alternatives>
    void fill(std::variant<Alternatives...>& value) {
        const std::size_t wanted = ++m_next % sizeof...(Alternatives);
        std::size_t index = 0;
        static_cast<void>(
            ((index++ == wanted && (fill(value.template emplace<Alternatives>()), true)) || ...));
    }
    template<class Structure>
    requires std::is_class_v<Structure>
    void fill(Structure& it) {
        visitMembers(it, [this](auto&... members) { (fill(members), ...); });
    }

private:
    std::uint64_t m_next = 0;
};

/// One message of every kind that there is, with all its members filled, and one as it is by itself.
template<class Envelope, class... Alternatives>
std::vector<Envelope> messages(std::variant<Alternatives...> Envelope::*content) {
    std::vector<Envelope> all;
    Filler filler;
    const auto add = [&](auto filled) {
        Envelope empty;
        (empty.*content) = filled;
        all.push_back(empty);
        filler.fill(filled);
        Envelope envelope;
        filler.fill(envelope);
        (envelope.*content) = std::move(filled);
        all.push_back(std::move(envelope));
    };
    (add(Alternatives{}), ...);
    return all;
}

const std::vector<RequestEnvelope>& requests() {
    static const std::vector<RequestEnvelope> all = messages(&RequestEnvelope::request);
    return all;
}
const std::vector<EventEnvelope>& events() {
    static const std::vector<EventEnvelope> all = messages(&EventEnvelope::event);
    return all;
}

/// Calls each with the bytes of every message and what reads them.
void forAllMessages(const auto& each) {
    for (const RequestEnvelope& request : requests())
        each(toBytes(request), requestFromBytes);
    for (const EventEnvelope& event : events())
        each(toBytes(event), eventFromBytes);
}

TEST(Wire, EveryMessageComesBackAsItWas) {
    EXPECT_EQ(requests().size(), 2 * std::variant_size_v<Request>);
    EXPECT_EQ(events().size(), 2 * std::variant_size_v<Event>);
    std::size_t number = 0;
    forAllMessages([&](const Bytes& bytes, const auto& read) {
        const auto back = read(bytes);
        ASSERT_TRUE(back) << "message " << number;
        EXPECT_EQ(toBytes(*back), bytes) << "message " << number;
        ++number;
    });
}

template<class... Alternatives>
void eachComesBack(std::variant<Alternatives...> value) {
    Filler filler;
    const auto comesBack = [&]<class Alternative>(Alternative alternative) {
        filler.fill(alternative);
        value = std::move(alternative);
        WireWriter writer;
        writer.put(value);
        const Bytes bytes = writer.take();
        WireReader reader(bytes);
        std::variant<Alternatives...> back;
        reader.get(back);
        EXPECT_FALSE(reader.isDamaged());
        EXPECT_EQ(back.index(), value.index());
        WireWriter again;
        again.put(back);
        EXPECT_EQ(again.take(), bytes);
    };
    (comesBack(Alternatives{}), ...);
}

TEST(Wire, EveryWayOutAndEveryKindOfSettingComesBackAsItWas) {
    eachComesBack(decltype(Fix::action)());
    eachComesBack(FieldValue());
}

/// What is written is told apart by what was put in, not only by how long it is.
TEST(Wire, TheContentIsWhatItWas) {
    PrepareRequest request;
    Filler filler;
    filler.fill(request);
    const auto back = requestFromBytes(toBytes(RequestEnvelope{RequestId{7}, request}));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->id, RequestId{7});
    const auto& prepare = std::get<PrepareRequest>(back->request);
    EXPECT_EQ(prepare.experiment.network, request.experiment.network);
    EXPECT_EQ(prepare.experiment.training, request.experiment.training);
    EXPECT_EQ(prepare.experiment.data, request.experiment.data);
    EXPECT_EQ(prepare.renamed, request.renamed);
    EXPECT_EQ(prepare.from->history, request.from->history);
    EXPECT_EQ(prepare.from->learnedFrom, request.from->learnedFrom);
    const HostArray& array = prepare.from->variables.begin()->second;
    EXPECT_TRUE(std::isnan(array.values[1]));
    EXPECT_TRUE(std::signbit(array.values[2]));

    const auto event = eventFromBytes(toBytes(EventEnvelope{RequestId{3}, RunId{2},
                                                            Evaluated{.split = Split::Unseen,
                                                                      .samples = 12,
                                                                      .learnedFrom = std::nullopt,
                                                                      .loss = 0.25,
                                                                      .confusion = {{1, 2}, {3, 4}}}}));
    ASSERT_TRUE(event);
    EXPECT_EQ(event->answers, RequestId{3});
    EXPECT_EQ(event->run, RunId{2});
    const auto& evaluated = std::get<Evaluated>(event->event);
    EXPECT_EQ(evaluated.split, Split::Unseen);
    EXPECT_EQ(evaluated.learnedFrom, std::nullopt);
    EXPECT_THAT(evaluated.confusion,
                testing::ElementsAre(testing::ElementsAre(1, 2), testing::ElementsAre(3, 4)));
}

TEST(Wire, WhatALensGivesComesBackAsItWas) {
    LensAnswered answered;
    Filler filler;
    filler.fill(answered);
    WireWriter writer;
    writer.put(answered);
    const Bytes bytes = writer.take();
    WireReader reader(bytes);
    LensAnswered back;
    reader.get(back);
    ASSERT_FALSE(reader.isDamaged());
    EXPECT_EQ(back.request.settings, answered.request.settings);
    EXPECT_EQ(back.result->tables, answered.result->tables);
    EXPECT_EQ(back.result->charts, answered.result->charts);
    ASSERT_FALSE(answered.result->trainingSteps.empty());
    ASSERT_FALSE(answered.result->trainingSteps[0].layers.empty());
    ASSERT_FALSE(answered.result->trainingSteps[0].weight.terms.empty());
    EXPECT_EQ(back.result->trainingSteps.at(0).weight, answered.result->trainingSteps[0].weight);
    WireWriter again;
    again.put(back);
    EXPECT_EQ(again.take(), bytes);
}

/// A run by way of bytes is the same run.
TEST(Wire, ASessionAnswersToBytesAsToValues) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    const CheckpointPtr trained = checkpointOf(session);

    RecordedSession other(noTime());
    const auto pass = [&](Request request) {
        const auto read = requestFromBytes(toBytes(RequestEnvelope{RequestId{1}, std::move(request)}));
        ASSERT_TRUE(read);
        other.post(read->request);
    };
    pass(PrepareRequest{smallExperiment(), trained});
    EXPECT_EQ(other.next<Prepared>().step, trained->step);
    other.post(CheckpointRequest{});
    const auto taken = eventFromBytes(toBytes(EventEnvelope{{}, {}, other.next<CheckpointTaken>()}));
    ASSERT_TRUE(taken);
    EXPECT_EQ(*std::get<CheckpointTaken>(taken->event).checkpoint, *trained);
}

TEST(Wire, BytesThatEndTooEarlyOrTooLateAreRefused) {
    forAllMessages([](Bytes bytes, const auto& read) {
        for (std::size_t length = 0; length < bytes.size(); ++length)
            ASSERT_FALSE(read(std::span(bytes).first(length))) << length << " of " << bytes.size();
        bytes.push_back(std::byte{0});
        EXPECT_FALSE(read(bytes));
    });
    EXPECT_FALSE(eventFromBytes(toBytes(requests().front())));
    EXPECT_FALSE(requestFromBytes(toBytes(events().front())));
}

/// Whatever comes of damaged bytes is a problem, or another message that is whole in itself.
TEST(Wire, DamagedBytesNeverDoHarm) {
    std::int64_t refused = 0;
    std::int64_t tried = 0;
    forAllMessages([&](const Bytes& bytes, const auto& read) {
        const auto look = [&](const Bytes& damaged) {
            ++tried;
            const auto back = read(damaged);
            if (!back)
                ++refused;
            else
                ASSERT_TRUE(read(toBytes(*back)));
        };
        for (std::size_t place = 0; place < bytes.size(); ++place) {
            for (const int mask : {0x01, 0x80, 0xFF}) {
                Bytes damaged = bytes;
                damaged[place] ^= static_cast<std::byte>(mask);
                look(damaged);
            }
            Bytes endless = bytes; // where a length is, there is nearly no end to it
            for (std::size_t i = place; i < std::min(place + 8, bytes.size()); ++i)
                endless[i] = i == place + 7 ? std::byte{0x0F} : std::byte{0xFF};
            look(endless);
        }
    });
    EXPECT_GT(refused, tried / 10);
}

TEST(Wire, SentencesKeepTheirPlacesAndHaveAnEnd) {
    const auto readBack = [](const Sentence& said) -> std::optional<Sentence> {
        WireWriter writer;
        writer.put(said);
        const Bytes bytes = writer.take();
        WireReader reader(bytes);
        Sentence back;
        reader.get(back);
        return reader.isDamaged() ? std::nullopt : std::optional(back);
    };
    const Sentence inner = sentence("{} of {}", 3, Sentence("many"));
    const Sentence said = Sentence::row({sentence("There are {}.", inner), "That is all."});
    EXPECT_EQ(readBack(said), said);
    EXPECT_EQ(readBack(said)->arguments()[0].arguments()[0], inner);
    EXPECT_EQ(readBack({}), Sentence());
    Sentence deep = "end";
    for (int i = 0; i < 100; ++i)
        deep = sentence("{} and on", deep);
    EXPECT_EQ(readBack(deep), std::nullopt);
    const std::string between(std::size_t{1} << 20, '-');
    EXPECT_EQ(readBack(Sentence::row({"a", "b"}, between)), Sentence::row({"a", "b"}, between));
    const std::vector<Sentence> parts(100, Sentence("a"));
    EXPECT_EQ(readBack(Sentence::row(parts, between)), std::nullopt);
}

/// Ids that come twice, ends that are not there: what Network takes for a mistake of our own.
TEST(Wire, ANetworkThatCanNotBeIsRefused) {
    const auto readWith = [](const std::vector<Layer>& layers, const std::vector<Wire>& wires) {
        WireWriter writer;
        writer.put(layers);
        writer.put(wires);
        writer.put(nlohmann::json::object());
        const Bytes bytes = writer.take();
        WireReader reader(bytes);
        Network network;
        reader.get(network);
        return !reader.isDamaged();
    };
    const Layer first{.id = LayerId{1}, .type = "dense", .name = "a", .settings = {}, .position = {}};
    Layer second = first;
    second.id = LayerId{2};
    const Wire wire{.id = WireId{1}, .from = LayerId{1}, .to = LayerId{2}};
    EXPECT_TRUE(readWith({first, second}, {wire}));
    EXPECT_FALSE(readWith({second, first}, {}));
    EXPECT_FALSE(readWith({first, first}, {}));
    EXPECT_FALSE(readWith({Layer{}}, {}));
    EXPECT_FALSE(readWith({first, second}, {wire, wire}));
    EXPECT_FALSE(readWith({first}, {wire}));
}

TEST(Wire, AnArrayThatDoesNotFillItsShapeIsRefused) {
    const auto readWith = [](std::vector<std::int64_t> sizes, const std::vector<float>& values) {
        WireWriter writer;
        writer.put(static_cast<std::int32_t>(sizes.size()));
        for (const std::int64_t size : sizes)
            writer.put(size);
        writer.put(values);
        const Bytes bytes = writer.take();
        WireReader reader(bytes);
        HostArray array;
        reader.get(array);
        return !reader.isDamaged();
    };
    EXPECT_TRUE(readWith({2, 2}, {1, 2, 3, 4}));
    EXPECT_TRUE(readWith({0, 4}, {}));
    EXPECT_TRUE(readWith({}, {1}));
    EXPECT_FALSE(readWith({2, 2}, {1, 2, 3}));
    EXPECT_FALSE(readWith({-2, -2}, {1, 2, 3, 4}));
    EXPECT_FALSE(readWith({std::int64_t{1} << 40, 0, std::int64_t{1} << 40}, {}));
    EXPECT_FALSE(readWith({1, 1, 1, 1, 1, 1, 1, 1, 1}, {1}));
}

} // namespace
} // namespace protomind
