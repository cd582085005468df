// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ways to show what the network answered. Each builds its elements and gives a function show(answer), null where
// nothing was asked yet, that gives a sentence.

const answers = {};
const kColours = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#999999"];
const shown = (value, digits) =>
    value.toLocaleString(document.documentElement.lang, {maximumFractionDigits: digits});
const percent = share => `${shown(100 * share, share > 0.0005 && share < 0.01 ? 1 : 0)} %`;
const short = value => String(Number(value.toPrecision(4)));

// What comes out as probabilities (or scores), one a class. A single output speaks for the second of two.
function byClass(answer, {finish, threshold}) {
    if (finish === "softmax")
        answer = softmax(answer, answer.length);
    else if (finish === "sigmoid")
        answer = answer.map(sigmoid);
    return answer.length === 1 ? [2 * threshold - answer[0], answer[0]] : Array.from(answer);
}
const largestOf = list => list.reduce((best, value, i) => value > list[best] ? i : best, 0);

// A bar a class; of very many classes those that are largest.
answers.classes = (reading, place) => {
    const kMost = 12;
    const scores = reading.meaning === "scores";
    const body = element("tbody");
    place.append(element("table", {className: "bars"}, element("caption", {className: "hint"},
        scores ? say("Scores: the largest wins") : say("How sure the network is")), body));
    const rows = Array.from({length: Math.min(reading.names.length, kMost)}, () => {
        const row = {name: element("span"), bar: element("div", {className: "bar"}),
            number: element("td", {className: "number"})};
        row.line = element("tr", {}, element("th", {scope: "row"}, row.name),
            element("td", {}, element("div", {className: "groove"}, row.bar)), row.number);
        body.append(row.line);
        return row;
    });
    return answer => {
        const values = answer === null ? null : byClass(answer, reading);
        const order = reading.names.map((_, i) => i);
        if (values !== null && order.length > kMost)
            order.sort((a, b) => values[b] - values[a]);
        const best = values === null ? -1 : largestOf(values);
        const whole = values === null || !scores ? 1 : Math.max(1e-6, values[best]);
        rows.forEach((row, place) => {
            const which = order[place];
            row.name.textContent = reading.names[which];
            row.line.classList.toggle("decided", which === best);
            if (reading.coloured)
                row.bar.style.background = kColours[which % kColours.length];
            row.bar.style.width = values === null ? "0" : `${100 * limited(values[which] / whole, 0, 1)}%`;
            row.number.textContent = values === null ? "" : scores ? short(values[which]) : percent(values[which]);
        });
        if (values === null)
            return "";
        return scores ? reading.names[best] : `${reading.names[best]} (${percent(values[best])})`;
    };
};

answers.picture = ({shape}, place) => {
    const canvas = element("canvas", {className: "large pixels", role: "img"});
    canvas.setAttribute("aria-label", say("The image that the network makes"));
    place.append(canvas);
    return answer => {
        [canvas.height, canvas.width] = shape; // empties it
        if (answer !== null)
            showSample(canvas, answer, shape);
        return "";
    };
};

answers.values = ({names, shape}, place) => {
    const kMost = 100;
    const body = element("tbody");
    place.append(element("table", {}, body));
    const rows = Math.min(count(shape), kMost);
    const cells = Array.from({length: rows}, (_, i) => {
        const cell = element("td", {className: "number"});
        body.append(element("tr", {}, element("th", {scope: "row"}, names[i] ?? say("Output {0}", i + 1)), cell));
        return cell;
    });
    if (rows < count(shape))
        place.append(element("p", {className: "hint"}, say("The first {0} of {1} numbers.", rows, count(shape))));
    return answer => {
        cells.forEach((cell, i) => cell.textContent = answer === null ? "" : short(answer[i]));
        return rows === 1 && answer !== null ? short(answer[0]) : "";
    };
};

// The colour of an answer on a map: of its classes, mixed, or from blue (low) to orange (high).
function colourOf(answer, reading, range) {
    const mixed = (colours, shares) => {
        const parts = [1, 3, 5].map(from => colours.reduce(
            (sum, colour, i) => sum + shares[i] * parseInt(colour.slice(from, from + 2), 16), 0));
        return `rgb(${parts.map(Math.round).join(" ")})`;
    };
    if (reading.kind !== "classes") {
        const share = range.high > range.low ? limited((answer[0] - range.low) / (range.high - range.low), 0, 1) : 0.5;
        return mixed(["#0072b2", "#ffffff", "#e69f00"], [Math.max(0, 1 - 2 * share), 1 - Math.abs(2 * share - 1), Math.max(0, 2 * share - 1)]);
    }
    const values = byClass(answer, reading);
    const shares = reading.meaning === "scores" ? values.map((_, i) => Number(i === largestOf(values))) : values;
    return mixed(values.map((_, i) => kColours[i % kColours.length]), shares);
}
