// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ways to ask the network something. Each builds its controls and calls ask(sample) whenever there is something
// new to ask, or ask(null) where there is nothing yet.

// An element with properties, attributes and children; text is never taken for markup.
function element(tag, properties = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties))
        if (name in made)
            made[name] = value;
        else
            made.setAttribute(name, value);
    made.append(...children);
    return made;
}

const limited = (value, low, high) => Math.min(Math.max(value, low), high);

// The grey or coloured picture that a sample is, its numbers from 0 to 1.
function showSample(canvas, sample, [height, width, channels]) {
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    const picture = context.createImageData(width, height);
    for (let pixel = 0; pixel < width * height; ++pixel)
        for (let part = 0; part < 4; ++part) {
            const channel = channels >= 3 ? part : 0;
            picture.data[4 * pixel + part] = part === 3 ? 255 : 255 * sample[pixel * channels + channel];
        }
    context.putImageData(picture, 0, 0);
}

// The sample that a picture of the same size (as getImageData gives it) is.
function sampleOfPixels(data, [height, width, channels]) {
    const sample = new Float32Array(height * width * channels);
    for (let pixel = 0; pixel < width * height; ++pixel) {
        const [red, green, blue, alpha] = data.subarray(4 * pixel, 4 * pixel + 4);
        const parts = channels >= 3 ? [red, green, blue, alpha] : [0.299 * red + 0.587 * green + 0.114 * blue];
        for (let channel = 0; channel < channels; ++channel)
            sample[pixel * channels + channel] = parts[channel] / 255;
    }
    return sample;
}

// A picture from this computer: its middle, as large as the network's images are.
function pictureChooser(shape, label, use) {
    const [height, width] = shape;
    const input = element("input", {type: "file", accept: "image/*", id: "file"});
    const open = file => {
        if (!file)
            return;
        const picture = new Image();
        const address = URL.createObjectURL(file);
        picture.onload = () => {
            const canvas = element("canvas", {width, height});
            const context = canvas.getContext("2d", {willReadFrequently: true});
            context.fillStyle = "white";
            context.fillRect(0, 0, width, height);
            const scale = Math.max(width / picture.width, height / picture.height);
            const [w, h] = [picture.width * scale, picture.height * scale];
            context.imageSmoothingQuality = "high";
            context.drawImage(picture, (width - w) / 2, (height - h) / 2, w, h);
            URL.revokeObjectURL(address);
            use(sampleOfPixels(context.getImageData(0, 0, width, height).data, shape), file.name);
        };
        picture.onerror = () => {
            URL.revokeObjectURL(address);
            use(null, file.name);
        };
        picture.src = address;
    };
    input.addEventListener("change", () => open(input.files[0]));
    document.addEventListener("dragover", event => event.preventDefault());
    document.addEventListener("drop", event => {
        event.preventDefault();
        open(event.dataTransfer.files[0]);
    });
    return [input, element("label", {className: "file-button", htmlFor: "file"}, label)];
}

const questions = {};

questions.picture = ({shape}, place, ask) => {
    const seen = element("canvas", {className: "large pixels", role: "img", width: shape[1], height: shape[0]});
    seen.setAttribute("aria-label", say("No picture yet"));
    const hint = element("p", {className: "hint"}, 
        say("Only its middle is used, as wide and high as the network's images are."));
    place.append(seen, element("div", {className: "row"}, ...pictureChooser(shape, say("Open a picture…"), (sample, name) => {
        if (sample === null) {
            hint.textContent = say("{0} is no picture that this browser can read.", name);
            return;
        }
        showSample(seen, sample, shape);
        seen.setAttribute("aria-label", say("{0}, as the network sees it", name));
        hint.textContent = say("{0}, as the network sees it", name);
        ask(sample);
    })), hint);
    ask(null);
    return say("Open a picture from this computer, or drop one here.");
};

// A point in the plane, over a map of what the network answers everywhere (where colourOf can say it).
questions.map = ({names, low, high}, place, ask, colourOf) => {
    const kCells = 64;
    const canvas = element("canvas", {className: "large", width: 512, height: 512, tabIndex: 0, role: "application"});
    const context = canvas.getContext("2d");
    const point = low.map((from, axis) => (from + high[axis]) / 2);
    const fields = names.map((name, axis) => element("input", {
        type: "number", step: "any", id: `axis-${axis}`, value: point[axis],
        oninput: event => move(axis === 0 ? event.target.valueAsNumber : point[0],
            axis === 1 ? event.target.valueAsNumber : point[1], true),
    }));
    const map = element("canvas", {width: kCells, height: kCells});
    const paint = map.getContext("2d");
    const at = (axis, share) => low[axis] + share * (high[axis] - low[axis]);
    // Large networks take a while for the whole map: it is painted row by row, a little in every frame.
    function paintFrom(row) {
        for (const end = performance.now() + 15; row < kCells && performance.now() < end; ++row)
            for (let column = 0; column < kCells; ++column) {
                paint.fillStyle = colourOf([at(0, (column + 0.5) / kCells), at(1, 1 - (row + 0.5) / kCells)]);
                paint.fillRect(column, row, 1, 1);
            }
        draw();
        if (row < kCells)
            requestAnimationFrame(() => paintFrom(row));
    }
    function draw() {
        context.fillStyle = "#808080";
        context.fillRect(0, 0, 512, 512);
        context.drawImage(map, 0, 0, 512, 512);
        const [x, y] = [0, 1].map(axis => (point[axis] - low[axis]) / (high[axis] - low[axis]) * 512);
        for (const [width, colour] of [[7, "black"], [3, "white"]]) {
            context.lineWidth = width;
            context.strokeStyle = colour;
            context.beginPath();
            context.arc(x, 512 - y, 12, 0, 2 * Math.PI);
            context.stroke();
        }
        canvas.setAttribute("aria-label", say("A point in the plane; arrow keys move it.") + " " +
            names.map((name, axis) => `${name} ${point[axis].toPrecision(3)}`).join(", "));
    }
    function move(x, y, typed) {
        if (!Number.isFinite(x) || !Number.isFinite(y))
            return;
        point[0] = x;
        point[1] = y;
        if (!typed)
            fields.forEach((field, axis) => field.value = Number(point[axis].toPrecision(4)));
        draw();
        ask(point);
    }
    const drag = event => {
        const box = canvas.getBoundingClientRect();
        move(at(0, limited((event.clientX - box.left) / box.width, 0, 1)),
            at(1, limited(1 - (event.clientY - box.top) / box.height, 0, 1)));
    };
    canvas.addEventListener("pointerdown", event => {
        canvas.setPointerCapture(event.pointerId);
        drag(event);
    });
    canvas.addEventListener("pointermove", event => event.buttons && drag(event));
    canvas.addEventListener("keydown", event => {
        const step = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]}[event.key];
        if (!step)
            return;
        event.preventDefault();
        const by = axis => step[axis] * (high[axis] - low[axis]) / (event.shiftKey ? 200 : 40);
        move(limited(point[0] + by(0), low[0], high[0]), limited(point[1] + by(1), low[1], high[1]));
    });
    const labels = [say("{0} (to the right)", names[0]), say("{0} (up)", names[1])];
    place.append(canvas, element("div", {className: "pair"}, ...fields.map((field, axis) => element("div", {},
        element("label", {htmlFor: field.id}, labels[axis]), field))));
    move(...point);
    if (colourOf === null)
        return say("Drag the ring, or move it with the arrow keys.");
    paintFrom(0);
    return say("Drag the ring over the map, or move it with the arrow keys. The map's colours are the network's answers.");
};

// A slider and a field for each number.
questions.fields = ({names, low, high, whole}, place, ask) => {
    const values = low.map((from, i) => whole ? Math.round(from) : (from + high[i]) / 2);
    const change = (i, from, other) => {
        if (!Number.isFinite(from.valueAsNumber))
            return;
        values[i] = from.valueAsNumber;
        other.value = Number(values[i].toPrecision(4));
        ask(values);
    };
    names.forEach((name, i) => {
        const step = whole ? 1 : "any";
        const field = element("input", {type: "number", step, id: `number-${i}`, value: Number(values[i].toPrecision(4))});
        const slider = element("input", {type: "range", step, min: low[i], max: high[i], value: values[i]});
        slider.setAttribute("aria-label", say("{0}, slider", name));
        slider.addEventListener("input", () => change(i, slider, field));
        field.addEventListener("input", () => change(i, field, slider));
        place.append(element("div", {className: "field"}, element("label", {htmlFor: field.id}, name), slider, field));
    });
    ask(values);
    return say("Move the sliders, or type numbers.");
};

// Many numbers, as text.
questions.numbers = ({shape}, place, ask) => {
    const wanted = count(shape);
    const text = element("textarea", {id: "numbers", spellcheck: false, value: Array(wanted).fill(0).join(" ")});
    const hint = element("p", {className: "hint", role: "status"});
    const read = () => {
        const numbers = text.value.split(/[\s,;]+/).filter(word => word !== "").map(Number);
        if (numbers.length !== wanted || !numbers.every(Number.isFinite)) {
            hint.textContent = numbers.every(Number.isFinite)
                ? say("These are {0} numbers; the network takes {1}.", numbers.length, wanted)
                : say("Not all of these are numbers.");
            ask(null);
            return;
        }
        hint.textContent = "";
        ask(numbers);
    };
    text.addEventListener("input", read);
    place.append(element("label", {htmlFor: "numbers"}, 
        say("{0} numbers ({1}), with spaces between", wanted, shape.join("×"))), text, hint);
    read();
    return say("Type or paste numbers.");
};
