// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Puts the page together -----------------------------------------------------------------------------------

// What a map's colours reach over, where answers are numbers: what the network gives on a coarse grid.
function rangeOf(predict, {low, high}) {
    const found = [];
    for (let i = 0; i <= 8; ++i)
        for (let j = 0; j <= 8; ++j)
            found.push(predict([low[0] + i / 8 * (high[0] - low[0]), low[1] + j / 8 * (high[1] - low[1])])[0]);
    return {low: Math.min(...found), high: Math.max(...found)};
}

function listLayers(description) {
    for (const layer of description.layers) {
        const numbers = Object.values(layer.weights).reduce((sum, [, length]) => sum + length, 0);
        const cells = [layer.name, layer.title, layer.shape.join(" × "), numbers > 0 ? numbers.toLocaleString(document.documentElement.lang) : ""];
        document.querySelector("#layers tbody").append(
            element("tr", {}, ...cells.map(text => element("td", {}, text))));
    }
}

function start() {
    const description = JSON.parse(document.getElementById("description").textContent);
    const predict = makeNetwork(description, readWeights(document.getElementById("weights").textContent));
    window.predict = predict; // for the console
    const {input, reading} = description;
    translatePage();
    listLayers(description);
    // On a map, classes have colours.
    reading.coloured = input.kind === "map";
    const show = answers[reading.kind](reading, document.getElementById("answers"));
    const verdict = document.getElementById("verdict");
    // What is asked while the screen is not drawn anew is answered once.
    let asked = null;
    let waiting = false;
    const ask = sample => {
        asked = sample;
        if (waiting)
            return;
        waiting = true;
        requestAnimationFrame(() => {
            waiting = false;
            verdict.textContent = show(asked === null ? null : predict(asked));
        });
    };
    show(null);
    // One number can be a colour, and classes can.
    const hasColours = reading.kind === "classes" || count(reading.shape) === 1;
    const range = input.kind === "map" && hasColours ? rangeOf(predict, input) : null;
    const howto = questions[input.kind](
        input, document.getElementById("question"), ask,
        hasColours ? sample => colourOf(predict(sample), reading, range) : null);
    const colours = range !== null && reading.kind !== "classes"
        ? " " + say("Blue is {0}, orange {1}.", short(range.low), short(range.high)) : "";
    document.getElementById("howto").textContent = howto + colours;
}

document.addEventListener("DOMContentLoaded", start);
